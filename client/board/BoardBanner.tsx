/** What a person must know before they go on, over the board: no contact, no right, nothing kept, or damage. */

import type { HallId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import { CLOSE } from '../../shared/protocol/boardFrames.ts';
import { Link } from '../parts/Link.tsx';
import type { BoardConnectionState } from '../sync/boardConnection.ts';
import { type Text, useText } from '../text/index.ts';
import styles from './BoardBanner.module.css';

export function BoardBanner({ state, hall }: { state: BoardConnectionState; hall: HallId }) {
  const { board } = useText();
  const text = wordsFor(state, board.banner);
  if (!text) return null;
  return (
    <div className={styles.banner} role="alert" data-control="">
      <p>{text}</p>
      {state.status === 'closed' && state.closeCode === null && (
        <button type="button" className="button" onClick={() => location.reload()}>
          {board.banner.reload}
        </button>
      )}
      {state.status === 'closed' && state.closeCode !== null && (
        <Link className="button" to={paths.hall(hall)}>
          {board.toHall}
        </Link>
      )}
    </div>
  );
}

function wordsFor(state: BoardConnectionState, words: Text['board']['banner']): string | null {
  if (state.status === 'closed') {
    if (state.closeCode === null) return words.tooMany;
    if (state.closeCode === CLOSE.noStation) return words.noStation;
    return state.closeCode === CLOSE.noSession ? words.noSession : words.forbidden;
  }
  if (state.unsaved > 0 && !state.kept) return words.notKept;
  if (state.mode === 'damaged') return words.damaged;
  if (state.status !== 'offline') return null;
  return state.mode === 'read' ? words.offlineRead : words.offline;
}
