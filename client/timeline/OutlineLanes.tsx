/** The timeline as headings and lists: area, month, notes, and the plan's measures; what lies without a place last. */

import type { NoteView } from '../../shared/board/boardDoc.ts';
import type { HallId } from '../../shared/domain/ids.ts';
import { slotIn } from '../../shared/domain/year.ts';
import type { MeasureView } from '../../shared/plan/planDoc.ts';
import { Count } from '../parts/Count.tsx';
import { useText } from '../text/index.ts';
import styles from './OutlineLanes.module.css';
import { OutlineMeasures } from './OutlineMeasures.tsx';
import { monthNames, type Year } from './slotWords.ts';
import { type LaidLane, layTimeline } from './timelineModel.ts';
import { isNote, type Thing } from './timelineShow.ts';
import { type MeasureHands, useMeasures } from './useMeasures.ts';

interface Props {
  hall: HallId;
  year: Year;
  notes: Iterable<NoteView>;
  /** The notes as a list, as the outline has them. */
  list: (notes: readonly NoteView[]) => React.ReactNode;
}

export function OutlineLanes({ hall, year, notes, list }: Props) {
  const { years } = useText();
  const measures = useMeasures(hall, year);
  const laid = layTimeline<Thing>(year.lanes, [
    ...measures.plan.measures.filter(({ slot }) => slotIn(slot, year.lanes)),
    ...notes,
  ]);
  const tray = laid.tray.filter(isNote);
  return (
    <>
      {laid.lanes.map((lane) => (
        <Lane key={lane.lane.id} lane={lane} year={year} list={list} measures={measures} />
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

interface LaneProps extends Pick<Props, 'year' | 'list'> {
  lane: LaidLane<Thing>;
  measures: MeasureHands;
}

function Lane({ lane, year, list, measures }: LaneProps) {
  const { years } = useText();
  const { id, title } = lane.lane;
  const names = monthNames(years.months, year.year);
  const months = names.flatMap((name, month) => {
    const begun = lane.items.filter(({ from }) => from === month).map(({ thing }) => thing);
    const notes = begun.filter(isNote);
    const planned = begun.filter((thing): thing is MeasureView => !isNote(thing));
    return begun.length > 0 ? [{ name, notes, planned }] : [];
  });
  return (
    <section className={styles.lane} aria-labelledby={`outline-${id}`}>
      <h2 id={`outline-${id}`} className={styles.title} dir="auto">
        {title} <Count shown={lane.notes} said={years.notes(lane.notes)} />
      </h2>
      {months.length === 0 && <p className="hint">{years.outline.empty}</p>}
      {months.map(({ name, notes, planned }) => (
        <section key={name} aria-label={years.cell(title, name, notes.length)}>
          <h3 className={styles.month}>{name}</h3>
          {notes.length > 0 && list(notes)}
          {planned.length > 0 && (
            <>
              <h4 className={styles.kind}>{years.measure.heading}</h4>
              <OutlineMeasures measures={planned} year={year} hands={measures} />
            </>
          )}
        </section>
      ))}
    </section>
  );
}
