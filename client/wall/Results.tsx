/** What came of a vote, for the room: bars by thing, or things by effect and feasibility. */

import type { Poll } from '../../shared/domain/hall.ts';
import { RATING_MAX } from '../../shared/domain/hall.ts';
import type { VoteResults } from '../../shared/protocol/hallEvents.ts';
import { useLocale, useText } from '../text/index.ts';
import { tagOf } from '../text/tagOf.ts';
import styles from './Results.module.css';
import { dotBars, type RatedPoint, ratedPoints } from './voteResults.ts';
import type { WallThings } from './wallLayout.ts';

interface Props {
  poll: Poll;
  results: VoteResults;
  things: WallThings;
}

/** As many as can be read from the back of the room. */
const BARS_MAX = 7;
const POINTS_MAX = 9;

export function Results({ poll, results, things }: Props) {
  const { walls } = useText();
  return (
    <section className={styles.results} data-results={poll.kind}>
      <h2 className={styles.title}>{walls.results.title}</h2>
      {poll.kind === 'dots' ? (
        <Dots results={results} things={things} />
      ) : (
        <Ratings results={results} things={things} />
      )}
    </section>
  );
}

function Dots({ results, things }: Omit<Props, 'poll'>) {
  const { walls, board, count } = useText();
  const bars = dotBars(results, things, board.unnamedRead);
  const most = Math.max(1, ...bars.map(({ dots }) => dots));
  if (bars.length === 0) return <p className={styles.none}>{walls.results.none}</p>;
  return (
    <>
      <ol className={styles.bars}>
        {bars.slice(0, BARS_MAX).map(({ id, name, dots }) => (
          <li key={id} className={styles.bar}>
            <p className={styles.name} dir="auto">
              {name}
            </p>
            <span className={styles.track}>
              <span className={styles.fill} style={{ width: `${(dots / most) * 100}%` }} />
              <span className={styles.dots}>
                {count.number(dots)}
                <span className="sr-only"> {walls.results.dots(dots)}</span>
              </span>
            </span>
          </li>
        ))}
      </ol>
      {bars.length > BARS_MAX && <p className={styles.more}>{walls.results.more(bars.length - BARS_MAX)}</p>}
    </>
  );
}

function Ratings({ results, things }: Omit<Props, 'poll'>) {
  const { walls, board } = useText();
  const locale = useLocale();
  const all = ratedPoints(results, things, board.unnamedRead);
  const points = all.slice(0, POINTS_MAX);
  const figure = (value: number) =>
    value.toLocaleString(tagOf(locale), { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  if (points.length === 0) return <p className={styles.none}>{walls.results.none}</p>;
  return (
    <div className={styles.rated}>
      <Picture points={points} />
      <div className={styles.legend}>
        <ol className={styles.list}>
          {points.map(({ id, name, effect, feasibility }, index) => (
            <li key={id} className={styles.point}>
              <span className={styles.badge} aria-hidden="true">
                {index + 1}
              </span>
              <span className={styles.name} dir="auto">
                {name}
              </span>
              <span className="sr-only">{walls.results.rating(figure(effect), figure(feasibility))}</span>
            </li>
          ))}
        </ol>
        {all.length > POINTS_MAX && (
          <p className={styles.more}>{walls.results.more(all.length - POINTS_MAX)}</p>
        )}
      </div>
    </div>
  );
}

/** Of the picture's own units: the square of the axes, and the room for their names. */
const SIDE = 100;
const EDGE = 12;
const DOT = 4.6;

/** Effect upwards, feasibility to the right; where two lie on each other, the later is moved aside. */
function Picture({ points }: { points: readonly RatedPoint[] }) {
  const { results } = useText().walls;
  const placed = apart(
    points.map(({ effect, feasibility }) => [at(feasibility), SIDE - at(effect)] as const),
  );
  return (
    <svg
      className={styles.picture}
      viewBox={`${-EDGE} -4 ${SIDE + EDGE + 4} ${SIDE + EDGE + 4}`}
      aria-hidden="true"
    >
      <rect className={styles.best} x={SIDE / 2} y={0} width={SIDE / 2} height={SIDE / 2} />
      <rect className={styles.ground} width={SIDE} height={SIDE} />
      <path className={styles.axes} d={`M${SIDE / 2} 0v${SIDE}M0 ${SIDE / 2}h${SIDE}`} />
      <text className={styles.axis} x={SIDE / 2} y={SIDE + 9} textAnchor="middle">
        {results.feasibility} →
      </text>
      <text className={styles.axis} transform={`translate(-5 ${SIDE / 2}) rotate(-90)`} textAnchor="middle">
        {results.effect} →
      </text>
      {placed.map(([x, y], index) => (
        <g key={points[index]!.id}>
          <circle className={styles.dot} cx={x} cy={y} r={DOT} />
          <text className={styles.number} x={x} y={y + 2} textAnchor="middle">
            {index + 1}
          </text>
        </g>
      ))}
    </svg>
  );
}

const at = (rating: number) => DOT + ((rating - 1) / (RATING_MAX - 1)) * (SIDE - DOT * 2);

/** The same places, none on another: each goes on along a spiral until it lies free. */
function apart(places: readonly (readonly [number, number])[]): [number, number][] {
  const free: [number, number][] = [];
  for (const [x, y] of places) {
    let spot: [number, number] = [x, y];
    for (let turn = 0; turn < 60; turn++) {
      if (free.every(([otherX, otherY]) => Math.hypot(spot[0] - otherX, spot[1] - otherY) > DOT * 1.9)) break;
      const far = DOT * (1 + turn * 0.25);
      const inside = (value: number) => Math.max(DOT, Math.min(SIDE - DOT, value));
      spot = [inside(x + Math.cos(turn * 2.4) * far), inside(y + Math.sin(turn * 2.4) * far)];
    }
    free.push(spot);
  }
  return free;
}
