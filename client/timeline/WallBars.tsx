/** A row of measures in the wall's table: no number and no paper, but bars with their titles. */

import ClipboardCheck from 'lucide-react/icons/clipboard-check';
import { MONTHS } from '../../shared/domain/year.ts';
import { useText } from '../text/index.ts';
import { slotWords, type Year } from './slotWords.ts';
import styles from './WallBars.module.css';
import type { Bar, BarRow } from './wallMeasures.ts';

/** The cells of one row. */
export function WallBars({ row, year }: { row: BarRow; year: Year }) {
  const { years } = useText();
  const cells = row.bars.flatMap((bar, index) => {
    const free = bar.first - ((row.bars[index - 1]?.last ?? -1) + 1);
    const { id, title, slot } = bar.measure;
    const cell = (
      <td key={id} colSpan={bar.last - bar.first + 1} className={styles.cell} data-measure={id}>
        <span className="sr-only">{`${years.measure.name(title)}. ${slotWords(years, year, slot)}`}</span>
        <span className={styles.measure} data-title={bar.title} aria-hidden="true">
          <Face bar={bar} />
        </span>
      </td>
    );
    return free > 0 ? [<td key={`before ${id}`} colSpan={free} className={styles.cell} />, cell] : [cell];
  });
  const left = MONTHS - 1 - row.bars.at(-1)!.last;
  return (
    <>
      {cells}
      {left > 0 && <td colSpan={left} className={styles.cell} />}
    </>
  );
}

function Face({ bar: { measure, from, to, first, last, title } }: { bar: Bar }) {
  const words = (
    <span className={styles.title} dir="auto">
      {measure.title}
    </span>
  );
  const share = `${((to - from + 1) / (last - first + 1)) * 100}%`;
  return (
    <>
      <span className={styles.bar} style={{ flexBasis: share }}>
        <ClipboardCheck className={styles.icon} />
        {title === 'in' && words}
      </span>
      {title !== 'in' && words}
    </>
  );
}
