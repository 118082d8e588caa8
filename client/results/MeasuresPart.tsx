/** The measures in their order: who, when, how it goes, and who takes part; and the first 90 days at a glance. */

import type { PageMeasure, ResultsPage, ToldStatus } from '../../shared/domain/results.ts';
import type { Period } from '../../shared/plan/planDoc.ts';
import { useLocale, useText } from '../text/index.ts';
import { dayOf } from './days.ts';
import styles from './results.module.css';
import { SignUp } from './SignUp.tsx';

/** In their order. Not the plan document's own list: with that, strangers would fetch Yjs. */
const PERIODS: readonly Period[] = ['w1', 'w2', 'w3', 'w4', 'm1', 'm2', 'm3', 'later'];

interface Props {
  page: ResultsPage;
  /** Null: only looked at before it is published, so that nobody signs up. */
  address: string | null;
}

export function MeasuresPart({ page, address }: Props) {
  const words = useText().page.plan;
  const measures = page.measures ?? [];
  if (measures.length === 0) return <p>{words.none}</p>;
  return (
    <>
      <ol className={styles.measures}>
        {measures.map((measure) => (
          <li key={measure.id} className={styles.measure}>
            <Measure measure={measure} />
            <Statuses statuses={page.statuses?.[measure.id] ?? []} />
            {page.joined && (
              <Joined names={page.joined[measure.id] ?? []}>
                {address && <SignUp address={address} measure={measure} />}
              </Joined>
            )}
          </li>
        ))}
      </ol>
      <FirstDays measures={measures} />
    </>
  );
}

function Measure({ measure }: { measure: PageMeasure }) {
  const words = useText().page.plan;
  const { n, title, why, firstStep, owner, period, lane, from, to, effect, feasibility, level } = measure;
  const span = from && to ? words.span(from, to) : '';
  const when = [period && words.periods[period], span].filter(Boolean).join(', ');
  const facts: [string, string | undefined][] = [
    [words.owner, owner || words.nobody],
    [words.firstStep, firstStep],
    [words.when, when],
    [words.where, lane],
    [words.effect, effect && words.thirds[effect]],
    [words.feasibility, feasibility && words.thirds[feasibility]],
  ];
  return (
    <>
      <h3 className={styles.measureTitle}>
        <span className={styles.place}>{n}.</span> {title}
      </h3>
      {(measure.prioritised || level) && (
        <p className={styles.marks}>
          {measure.prioritised && <span className={styles.mark}>{words.prioritised}</span>}
          {level && <span className={styles.mark}>{words.levels[level]}</span>}
        </p>
      )}
      {why && <p className={styles.text}>{why}</p>}
      <dl className={styles.facts}>
        {facts.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </>
  );
}

function Statuses({ statuses }: { statuses: readonly ToldStatus[] }) {
  const words = useText().page.plan;
  const locale = useLocale();
  if (statuses.length === 0) return null;
  return (
    <div className={styles.statuses}>
      <h4 className={styles.minor}>{words.status}</h4>
      <ul className={styles.plain}>
        {statuses.map(({ check, status, said, at }) => (
          <li key={check}>
            {words.after(check)}: <strong>{words.statuses[status]}</strong>{' '}
            <span className="hint">({dayOf(at, locale)})</span>
            {said && <p className={styles.text}>{said}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Joined({ names, children }: { names: readonly string[]; children: React.ReactNode }) {
  const words = useText().page.plan;
  return (
    <div className={styles.joined}>
      {names.length > 0 && (
        <p>
          <strong>{words.joined(names.length)}</strong>: {names.join(', ')}
        </p>
      )}
      {children}
    </div>
  );
}

/** Which measures begin when. */
function FirstDays({ measures }: { measures: readonly PageMeasure[] }) {
  const words = useText().page.plan;
  const columns = PERIODS.map((period) => ({
    period,
    begun: measures.filter((measure) => measure.period === period),
  })).filter(({ begun }) => begun.length > 0);
  if (columns.length === 0) return null;
  return (
    <section className={styles.days}>
      <h3>{words.days90}</h3>
      <p className="hint">{words.days90Hint}</p>
      <dl className={styles.periods}>
        {columns.map(({ period, begun }) => (
          <div key={period} className={styles.period}>
            <dt>{words.periods[period]}</dt>
            {begun.map(({ id, n, title }) => (
              <dd key={id}>
                {n}. {title}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}
