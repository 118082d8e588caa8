/** A chart of bars. Each bar has its words and its number beside it as text: the picture adds only the comparison. */

import styles from './results.module.css';

export interface Bar {
  key: string;
  label: string;
  count: number;
  fill?: string;
  edge?: string;
}

export function Bars({ title, bars }: { title: string; bars: readonly Bar[] }) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  return (
    <figure className={styles.chart}>
      <figcaption className={styles.chartTitle}>{title}</figcaption>
      <ul className={styles.bars}>
        {bars.map(({ key, label, count, fill, edge }) => (
          <li key={key} className={styles.bar}>
            <span>{label}</span> <strong className={styles.number}>{count}</strong>
            <svg
              className={styles.picture}
              viewBox="0 0 100 10"
              preserveAspectRatio="none"
              aria-hidden="true"
              focusable="false"
            >
              <rect className={styles.track} width="100" height="10" />
              <rect
                className={styles.fill}
                width={(count / most) * 100}
                height="10"
                {...(fill ? { style: { fill, stroke: edge } } : {})}
              />
            </svg>
          </li>
        ))}
      </ul>
    </figure>
  );
}
