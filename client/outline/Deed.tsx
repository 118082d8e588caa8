/** A thing to do with a note or group, as a button in its place in the list. */

import type { ComponentType } from 'react';
import styles from './Deed.module.css';

interface Props {
  sign?: ComponentType<{ size: number; 'aria-hidden': 'true' }>;
  label: string;
  /** What the button is called by those who bring the focus back to it. */
  focusKey: string;
  /** For a choice that is on or off. */
  pressed?: boolean;
  danger?: boolean;
  run: () => void;
}

export function Deed({ sign: Sign, label, focusKey, pressed, danger = false, run }: Props) {
  return (
    <button
      type="button"
      className={`button ${styles.deed}`}
      data-focus={focusKey}
      data-danger={danger || undefined}
      aria-pressed={pressed}
      onClick={run}
    >
      {Sign ? (
        <Sign size={18} aria-hidden="true" />
      ) : (
        <span className={styles.tick} aria-hidden="true">
          {pressed ? '●' : '○'}
        </span>
      )}
      {label}
    </button>
  );
}
