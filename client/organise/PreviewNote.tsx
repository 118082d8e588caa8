/** A note as it will look in a round. */

import type { Round } from '../../shared/domain/round.ts';
import paper from '../parts/paper.module.css';
import { roundPaint } from '../parts/roundPaint.ts';
import { useText } from '../text/index.ts';
import styles from './Rounds.module.css';

export function PreviewNote({ rounds, n }: { rounds: readonly Round[]; n: number }) {
  const { run } = useText();
  const { style, band } = roundPaint(rounds, n);
  return (
    <div className={`${paper.paper} ${styles.paper}`} style={style} aria-hidden="true">
      <span className={band} />
      <span className={styles.paperText}>{run.rounds.preview}</span>
      <span className={styles.paperN}>{n}</span>
    </div>
  );
}
