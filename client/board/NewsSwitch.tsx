/** Whether one wants to be told what others do on a board: for this device. */

import { useId } from 'react';
import { chooseBoard, useBoardChoices } from '../state/boardChoices.ts';
import { useText } from '../text/index.ts';
import styles from './NewsSwitch.module.css';

export function NewsSwitch() {
  const { news, newsHint } = useText().board;
  const on = useBoardChoices((choices) => choices.news);
  const id = useId();
  return (
    <div className={styles.news}>
      <label className={styles.label}>
        <input
          type="checkbox"
          role="switch"
          checked={on}
          aria-checked={on}
          aria-describedby={id}
          onChange={(event) => chooseBoard({ news: event.target.checked })}
        />
        <span>{news}</span>
      </label>
      <p id={id} className="hint">
        {newsHint}
      </p>
    </div>
  );
}
