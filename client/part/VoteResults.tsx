/** What came of a vote: bars for dots; for ratings a picture of the two axes, and the same as a table. */

import type { Poll } from '../../shared/domain/hall.ts';
import { RATING_MAX } from '../../shared/domain/hall.ts';
import type { VoteResults as Results } from '../../shared/protocol/hallEvents.ts';
import { usePresentHall } from '../state/hallStore.ts';
import { useLocale, useText } from '../text/index.ts';
import { tagOf } from '../text/tagOf.ts';
import { type Ballot, byDots, byRating, type OwnVote, type RatedThing } from './ballot.ts';
import styles from './VoteResults.module.css';

interface Props {
  kind: Poll['kind'];
  ballot: Ballot;
  results: Results;
  voted: number | null;
  mine: OwnVote;
}

export function VoteResults({ kind, ballot, results, voted, mine }: Props) {
  const { vote } = useText().part;
  return (
    <section className={styles.results}>
      {voted !== null && <p className={styles.people}>{voted === 0 ? vote.none : vote.people(voted)}</p>}
      {kind === 'dots' ? (
        <Bars ballot={ballot} results={results} mine={mine} />
      ) : (
        <Ratings rated={byRating(ballot, results)} mine={mine} />
      )}
    </section>
  );
}

function Bars({ ballot, results, mine }: Pick<Props, 'ballot' | 'results' | 'mine'>) {
  const { vote } = useText().part;
  const { locale } = usePresentHall();
  const all = byDots(ballot, results);
  const given = all.filter(({ dots }) => dots > 0);
  const most = given[0]?.dots ?? 1;
  return (
    <ol className={styles.bars}>
      {given.map(({ thing, dots }) => (
        <li key={thing.id}>
          <p className={styles.count}>
            <span dir="auto" lang={locale}>
              {thing.text || vote.unnamed}
            </span>
            <span className={styles.number}>
              {vote.given(dots)}
              {mine.dots[thing.id] ? ` (${vote.mine(String(mine.dots[thing.id]))})` : ''}
            </span>
          </p>
          <div className={styles.bar} style={{ inlineSize: `${(dots / most) * 100}%` }} />
        </li>
      ))}
    </ol>
  );
}

/** The picture's inner square, in its own units. */
const SIDE = 300;
const EDGE = 34;

function Ratings({ rated, mine }: { rated: RatedThing[]; mine: OwnVote }) {
  const { vote } = useText().part;
  const shown = useLocale();
  const { locale } = usePresentHall();
  const one = new Intl.NumberFormat(tagOf(shown), { maximumFractionDigits: 1 });
  if (rated.length === 0) return null;
  return (
    <>
      <Picture rated={rated} />
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{vote.what}</th>
            <th scope="col">{vote.effect}</th>
            <th scope="col">{vote.feasibility}</th>
            <th scope="col">{vote.rated}</th>
          </tr>
        </thead>
        <tbody>
          {rated.map(({ thing, effect, feasibility, count }, index) => (
            <tr key={thing.id}>
              <th scope="row" dir="auto" lang={locale}>
                <span className={styles.mark}>{index + 1}</span> {thing.text || vote.unnamed}
                {mine.ratings[thing.id] && (
                  <span className="hint"> ({vote.mine(mine.ratings[thing.id]!.join(' / '))})</span>
                )}
              </th>
              <td>{one.format(effect)}</td>
              <td>{one.format(feasibility)}</td>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Picture({ rated }: { rated: RatedThing[] }) {
  const { vote } = useText().part;
  const along = (value: number) => EDGE + ((value - 1) / (RATING_MAX - 1)) * SIDE;
  const whole = SIDE + EDGE * 2;
  const middle = whole / 2;
  return (
    <svg className={styles.picture} viewBox={`0 0 ${whole} ${whole}`} role="img" aria-label={vote.picture}>
      <rect
        x={EDGE - 16}
        y={EDGE - 16}
        width={SIDE + 32}
        height={SIDE + 32}
        rx={8}
        className={styles.ground}
      />
      <path d={`M${middle} ${EDGE - 16}V${EDGE + SIDE + 16}M${EDGE - 16} ${middle}H${EDGE + SIDE + 16}`} />
      <text x={middle} y={whole - 3} textAnchor="middle">
        {vote.feasibility} →
      </text>
      <text x={-middle} y={12} textAnchor="middle" transform="rotate(-90)">
        {vote.effect} →
      </text>
      {/* The highest last, so that it lies on top. */}
      {rated
        .map((one, index) => ({ ...one, n: index + 1 }))
        .reverse()
        .map(({ thing, effect, feasibility, n }) => (
          <g key={thing.id} transform={`translate(${along(feasibility)} ${whole - along(effect)})`}>
            <circle r={13} />
            <text className={styles.n} textAnchor="middle" dy="0.36em">
              {n}
            </text>
          </g>
        ))}
    </svg>
  );
}
