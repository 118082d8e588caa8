/** The timeline as headings and lists: area, month, notes; what lies without a place last. */

import type { NoteView } from '../../shared/board/boardDoc.ts';
import { Count } from '../parts/Count.tsx';
import { useText } from '../text/index.ts';
import styles from './OutlineLanes.module.css';
import { monthNames, type Year } from './slotWords.ts';
import { type LaidLane, layTimeline } from './timelineModel.ts';

interface Props {
  year: Year;
  notes: Iterable<NoteView>;
  /** The notes as a list, as the outline has them. */
  list: (notes: readonly NoteView[]) => React.ReactNode;
}

export function OutlineLanes({ year, notes, list }: Props) {
  const { years } = useText();
  const { lanes, tray } = layTimeline(year.lanes, notes);
  return (
    <>
      {lanes.map((lane) => (
        <Lane key={lane.lane.id} lane={lane} year={year} list={list} />
      ))}
      {tray.length > 0 && (
        <section className={styles.lane} aria-labelledby="outline-tray">
          <h2 id="outline-tray" className={styles.title}>
            {years.outline.tray} <Count shown={tray.length} said={years.notes(tray.length)} />
          </h2>
          {list(tray)}
        </section>
      )}
    </>
  );
}

function Lane({ lane, year, list }: { lane: LaidLane<NoteView> } & Pick<Props, 'year' | 'list'>) {
  const { years } = useText();
  const { id, title } = lane.lane;
  const names = monthNames(years.months, year.year);
  const months = names.flatMap((name, month) => {
    const begun = lane.items.filter(({ from }) => from === month).map(({ thing }) => thing);
    return begun.length > 0 ? [{ name, begun }] : [];
  });
  return (
    <section className={styles.lane} aria-labelledby={`outline-${id}`}>
      <h2 id={`outline-${id}`} className={styles.title} dir="auto">
        {title} <Count shown={lane.notes} said={years.notes(lane.notes)} />
      </h2>
      {months.length === 0 && <p className="hint">{years.outline.empty}</p>}
      {months.map(({ name, begun }) => (
        <section key={name} aria-label={years.cell(title, name, begun.length)}>
          <h3 className={styles.month}>{name}</h3>
          {list(begun)}
        </section>
      ))}
    </section>
  );
}
