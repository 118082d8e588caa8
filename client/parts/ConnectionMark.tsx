/** How the connection stands, in words and a sign; never only a colour. */

import Check from 'lucide-react/icons/check';
import CloudOff from 'lucide-react/icons/cloud-off';
import RefreshCw from 'lucide-react/icons/refresh-cw';
import { useText } from '../text/index.ts';
import styles from './ConnectionMark.module.css';

interface Props {
  state: 'idle' | 'trying' | 'offline' | 'connected' | 'ended';
  /** Tries at once; shown where trying makes sense. */
  onTry?: () => void;
}

const SIGNS = { idle: RefreshCw, trying: RefreshCw, offline: CloudOff, connected: Check, ended: CloudOff };

export function ConnectionMark({ state, onTry }: Props) {
  const { connection } = useText();
  const Sign = SIGNS[state];
  const waits = state === 'trying' || state === 'offline';
  return (
    <span className={styles.mark} data-state={state}>
      <span className={styles.words} role="status">
        <Sign size={15} aria-hidden="true" strokeWidth={2.5} />
        {connection[state]}
      </span>
      {waits && onTry && (
        <button type="button" className={styles.try} onClick={onTry}>
          {connection.tryNow}
        </button>
      )}
    </span>
  );
}
