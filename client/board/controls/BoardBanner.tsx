/** What a person must know before they go on, over the board: no contact, no right, nothing kept, or damage. */

import type { HallId } from '../../../shared/domain/ids.ts';
import { paths } from '../../../shared/domain/links.ts';
import { Link } from '../../parts/Link.tsx';
import type { BoardConnectionState } from '../../sync/boardConnection.ts';
import { useLocale, useText } from '../../text/index.ts';
import { bannerOf } from '../model/standing.ts';
import styles from './BoardBanner.module.css';

export function BoardBanner({ state, hall }: { state: BoardConnectionState; hall: HallId }) {
  const { board } = useText();
  const text = bannerOf(state, board.banner, useLocale());
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
