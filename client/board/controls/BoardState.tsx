/** How this board stands, in a word and a sign: contact, and whether what one did is safe. */

import Check from 'lucide-react/icons/check';
import CloudOff from 'lucide-react/icons/cloud-off';
import Eye from 'lucide-react/icons/eye';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import type { BoardConnectionState } from '../../sync/boardConnection.ts';
import { useText } from '../../text/index.ts';
import { standingOf } from '../model/standing.ts';
import styles from './BoardState.module.css';

const SIGNS = {
  connecting: RefreshCw,
  saved: Check,
  saving: RefreshCw,
  offline: CloudOff,
  restart: RefreshCw,
  station: CloudOff,
  reading: Eye,
  closed: CloudOff,
};

export function BoardState({ state, onTry }: { state: BoardConnectionState; onTry: () => void }) {
  const words = useText().board.state;
  const standing = standingOf(state);
  const Sign = SIGNS[standing];
  const away = standing === 'offline' || standing === 'restart' || standing === 'station';
  const waiting = state.unsaved > 0 && away;
  return (
    <span
      className={styles.state}
      data-state={standing}
      data-away={away || undefined}
      data-unsaved={state.unsaved}
    >
      <span className={styles.words} role="status">
        <Sign size={16} strokeWidth={2.5} aria-hidden="true" />
        <span>
          {words[standing]}
          {waiting && <span className={styles.waiting}> · {words.waiting(state.unsaved)}</span>}
        </span>
      </span>
      {away && (
        <button type="button" className={styles.try} onClick={onTry}>
          {words.tryNow}
        </button>
      )}
    </span>
  );
}
