/** Main points of the hall and its stations, with how many notes they rest on; single voices by themselves. */

import type { PagePoint, PageSummary } from '../../shared/domain/results.ts';
import { useLocale, useText } from '../text/index.ts';
import { dayOf } from './days.ts';
import styles from './results.module.css';

export function SummariesPart({ summaries }: { summaries: readonly PageSummary[] }) {
  const words = useText().page.summaries;
  return summaries.map((summary) => (
    <section key={summary.station ?? ''} className={styles.station}>
      <h3>{summary.station ?? words.hall}</h3>
      <Points points={summary.points.filter(({ single }) => !single)} />
      <Single points={summary.points.filter(({ single }) => single)} />
      <Footing summary={summary} />
    </section>
  ));
}

function Points({ points }: { points: readonly PagePoint[] }) {
  const words = useText().page.summaries;
  return (
    <ol className={styles.points}>
      {points.map(({ title, line, count }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they stand still, and two may have the same words
        <li key={index} className={styles.point}>
          <strong className={styles.pointTitle}>{title}</strong>
          {line && <p className={styles.text}>{line}</p>}
          {count > 0 && <p className="hint">{words.notes(count)}</p>}
        </li>
      ))}
    </ol>
  );
}

function Single({ points }: { points: readonly PagePoint[] }) {
  const words = useText().page.summaries;
  if (points.length === 0) return null;
  return (
    <div className={styles.single}>
      <h4 className={styles.minor}>{words.single}</h4>
      <p className="hint">{words.singleHint}</p>
      <Points points={points} />
    </div>
  );
}

/** What the points rest on, and who answers for them. */
function Footing({ summary: { covered, all, signed } }: { summary: PageSummary }) {
  const words = useText().page.summaries;
  const locale = useLocale();
  return (
    <p className="hint">
      {words.coverage(covered, all)} {signed && words.signed(signed.by, dayOf(signed.at, locale))}{' '}
      {signed?.changed && words.changed}
    </p>
  );
}
