/** What stands on a board on which nothing hangs yet. */

import { useText } from '../../text/index.ts';
import { useBoardChanges } from '../model/useBoardChanges.ts';
import type { OpenBoard } from '../openBoard.ts';
import styles from './EmptyBoard.module.css';

interface Props {
  board: OpenBoard;
  synced: boolean;
  mayWrite: boolean;
}

export function EmptyBoard({ board, synced, mayWrite }: Props) {
  const words = useText().board;
  useBoardChanges(board.surface);
  if (!synced || board.surface.model.notes.size > 0) return null;
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{words.empty}</p>
      <p>{mayWrite ? words.emptyHint : words.emptyRead}</p>
    </div>
  );
}
