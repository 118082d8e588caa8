/** A chosen measure: its place on the timeline. What it is, is written in the plan. */

import Move from 'lucide-react/icons/move';
import Undo2 from 'lucide-react/icons/undo-2';
import X from 'lucide-react/icons/x';
import type { MeasureId } from '../../shared/domain/ids.ts';
import { Link } from '../parts/Link.tsx';
import { useText } from '../text/index.ts';
import styles from './NotePanel.module.css';
import { SlotFields } from './SlotFields.tsx';
import { slotWords } from './slotWords.ts';
import type { TimelineShow } from './timelineShow.ts';

export function MeasurePanel({ show, id }: { show: TimelineShow; id: MeasureId }) {
  const { years } = useText();
  const { measure: words, deeds: named } = years;
  const { year, plan, planPath, rights, deeds, hands } = show;
  const measure = plan.measures.find((one) => one.id === id);
  if (!measure) return null;
  return (
    <section className={styles.panel} aria-label={words.chosen}>
      <div className={styles.text}>
        <p dir="auto">
          <strong>{words.name(measure.title)}</strong>
        </p>
        {measure.owner && <p>{words.owner(measure.owner)}</p>}
        <p>{slotWords(years, year, measure.slot)}</p>
      </div>
      <div className={styles.deeds}>
        {rights.mayMove(id) && (
          <SlotFields year={year} slot={measure.slot} onSlot={(slot) => deeds.put(id, slot)} />
        )}
        <div className={styles.row}>
          {rights.mayMove(id) && (
            <button type="button" className="button" onClick={() => deeds.open({ what: 'pick', id })}>
              <Move size={18} aria-hidden="true" />
              {named.move}
            </button>
          )}
          {rights.mayMove(id) && plan.canUndo && (
            <button type="button" className="button" onClick={() => plan.undo()}>
              <Undo2 size={18} aria-hidden="true" />
              {words.undo}
            </button>
          )}
          {!hands && (
            <Link className="button" to={planPath}>
              {words.toPlan}
            </Link>
          )}
        </div>
      </div>
      <button
        type="button"
        className={`button quiet icon ${styles.shut}`}
        aria-label={years.close}
        onClick={deeds.close}
      >
        <X size={20} aria-hidden="true" />
      </button>
    </section>
  );
}
