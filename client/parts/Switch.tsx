/** A thing that is on or off, with what holds now in words. It shows what the server says, not what was pressed. */

import { type ReactNode, useId } from 'react';
import styles from './Switch.module.css';

interface Props {
  label: string;
  on: boolean;
  /** What holds now, in words. */
  status: ReactNode;
  busy?: boolean;
  /** The words are the same on and off: no stress on them while it is on. */
  calm?: boolean;
  onSwitch: (on: boolean) => void;
}

export function Switch({ label, on, status, busy = false, calm = false, onSwitch }: Props) {
  const id = useId();
  return (
    <div>
      <label className={styles.setting} aria-busy={busy}>
        <input
          type="checkbox"
          role="switch"
          checked={on}
          aria-checked={on}
          aria-describedby={id}
          onChange={(event) => onSwitch(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      <p id={id} className={styles.status} data-on={(on && !calm) || undefined}>
        {status}
      </p>
    </div>
  );
}
