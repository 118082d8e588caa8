/** The method in four notes, in the paper of the four rounds: a first visit explains itself. */

import { defaultRounds } from '../../shared/domain/round.ts';
import paper from '../parts/paper.module.css';
import { roundPaint } from '../parts/roundPaint.ts';
import { useLocale, useText } from '../text/index.ts';
import styles from './Steps.module.css';

export function Steps() {
  const { start } = useText();
  const rounds = defaultRounds(useLocale());
  return (
    <section className={styles.steps}>
      <h2 className="sr-only">{start.stepsTitle}</h2>
      <ol className={styles.list}>
        {start.steps.map((step, index) => {
          const { style, band } = roundPaint(rounds, index + 1);
          return (
            <li key={step} className={`${paper.paper} ${styles.note}`} style={style}>
              <span className={band} aria-hidden="true" />
              <p className={styles.text}>{step}</p>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
