/** A few choices of which one holds: native radio buttons, drawn as a row of buttons. */

import { useId } from 'react';
import styles from './Choice.module.css';

interface Props<T extends string> {
  legend: string;
  options: readonly { value: T; label: string; hint?: string }[];
  value: T;
  onChoose: (value: T) => void;
  /** The legend is told to screen readers only. */
  quiet?: boolean;
  /** One choice a line, with room for hints. */
  tall?: boolean;
}

export function Choice<T extends string>({ legend, options, value, onChoose, quiet, tall }: Props<T>) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend className={quiet ? 'sr-only' : 'label'}>{legend}</legend>
      <div className={tall ? styles.tall : styles.joined}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            <span>
              {option.label}
              {option.hint && <span className={styles.hint}>{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
