/** The way to the grouping help on a board, for those who host the station. What it opens is fetched when it is opened. */

import Lightbulb from 'lucide-react/icons/lightbulb';
import { useCallback, useRef, useState } from 'react';
import type { StationId } from '../../shared/domain/ids.ts';
import type { OpenBoard } from '../board/openBoard.ts';
import { later } from '../parts/later.tsx';
import { useText } from '../text/index.ts';
import styles from './BoardHelp.module.css';

const BoardHelpPanel = later(
  () => import('./BoardHelpPanel.tsx'),
  () => null,
);

interface Props {
  board: OpenBoard;
  station: StationId;
  /** Somebody writes or chooses a place: it is out of the way, and as it was when it comes back. */
  away: boolean;
  /** Something is chosen, and on a small screen its menu is where this would be. */
  menu: boolean;
}

export function BoardHelp({ board, station, away, menu }: Props) {
  const { help: words } = useText();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = useCallback(() => {
    setOpen(false);
    requestAnimationFrame(() => button.current?.focus());
  }, []);
  return (
    <div className={styles.help} hidden={away} data-menu={menu || undefined}>
      {open ? (
        <BoardHelpPanel board={board} station={station} onClose={close} />
      ) : (
        <button
          ref={button}
          type="button"
          className={styles.open}
          data-control=""
          onClick={() => setOpen(true)}
        >
          <Lightbulb size={20} aria-hidden="true" />
          {words.open}
        </button>
      )}
    </div>
  );
}
