/** How many came, what they wrote, and what came of it. */

import type { PageFigures } from '../../shared/domain/results.ts';
import { ROUND_LOOKS } from '../../shared/domain/round.ts';
import { useText } from '../text/index.ts';
import { Bars } from './Bars.tsx';
import styles from './results.module.css';

export function FiguresPart({ figures }: { figures: PageFigures }) {
  const { page, count } = useText();
  const words = page.figures;
  // What there is none of is not told in large type.
  const counted = (['organisations', 'notes', 'groups', 'measures'] as const).filter(
    (name) => figures[name] > 0,
  );
  const large: [string, string][] = [
    [figures.people === null ? words.fewPeople : count.number(figures.people), words.people],
    ...counted.map((name): [string, string] => [count.number(figures[name]), words[name]]),
  ];
  const rounds = figures.rounds.map(({ n, name, colour, count }) => ({
    key: `${n}`,
    label: words.round(n, name.toLowerCase()),
    count,
    fill: ROUND_LOOKS[colour]?.fill ?? '',
    edge: ROUND_LOOKS[colour]?.border ?? '',
  }));
  // "Others" alone are others than nobody.
  const kinds = figures.kinds.every(({ kind }) => kind === null) ? [] : figures.kinds;
  const kindBars = kinds.map(({ kind, count }) => ({
    key: kind ?? '',
    label: kind ?? words.otherKinds,
    count,
  }));
  const stations = figures.stations.map(({ title, count }, index) => ({
    key: `${index}`,
    label: title,
    count,
  }));
  return (
    <>
      <ul className={styles.large}>
        {large.map(([number, name]) => (
          <li key={name}>
            <strong className={styles.largeNumber}>{number}</strong> {name}
          </li>
        ))}
      </ul>
      <div className={styles.charts}>
        {rounds.length > 0 && <Bars title={words.rounds} bars={rounds} />}
        <Bars title={words.stations} bars={stations} />
        {kindBars.length > 0 && <Bars title={words.kinds} bars={kindBars} />}
      </div>
    </>
  );
}
