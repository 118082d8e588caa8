/** A setting of the whole hall that is on or off. It shows what the server says, not what was pressed. */

import { useId } from 'react';
import styles from './SettingSwitch.module.css';

interface Props {
  label: string;
  on: boolean;
  /** What holds now, in words. */
  status: string;
  busy: boolean;
  onSwitch: (on: boolean) => void;
}

export function SettingSwitch({ label, on, status, busy, onSwitch }: Props) {
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
      <p id={id} className={styles.status}>
        {status}
      </p>
    </div>
  );
}
