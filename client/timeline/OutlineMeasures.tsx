/** Measures of the plan in the outline's months: no notes, and so no paper; whoever plans moves them from lists. */

import ClipboardCheck from 'lucide-react/icons/clipboard-check';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Undo2 from 'lucide-react/icons/undo-2';
import type { MeasureView } from '../../shared/plan/planDoc.ts';
import { useText } from '../text/index.ts';
import styles from './OutlineMeasures.module.css';
import { SlotFields } from './SlotFields.tsx';
import { spanOf, type Year } from './slotWords.ts';
import type { MeasureHands } from './useMeasures.ts';

interface Props {
  measures: readonly MeasureView[];
  year: Year;
  hands: MeasureHands;
}

export function OutlineMeasures({ measures, year, hands }: Props) {
  return (
    <ul className={styles.list}>
      {measures.map((measure) => (
        <Measure key={measure.id} measure={measure} year={year} hands={hands} />
      ))}
    </ul>
  );
}

function Measure({ measure, year, hands }: { measure: MeasureView } & Pick<Props, 'year' | 'hands'>) {
  const { years } = useText();
  const { measure: words } = years;
  const { id, title, owner, slot } = measure;
  const { plan, mayMove, open, toggle, place } = hands;
  const facts = [owner && words.owner(owner), spanOf(years, year, slot)].filter(Boolean);
  const shown = mayMove && open === id;
  return (
    <li className={styles.measure} data-row={id}>
      <div className={styles.face}>
        <ClipboardCheck className={styles.icon} size={20} aria-hidden="true" />
        <span className={styles.text}>
          <span dir="auto">{title}</span>
          {facts.length > 0 && <span className={styles.facts}>{facts.join(' · ')}</span>}
        </span>
        {mayMove && (
          <button
            type="button"
            className="button quiet icon"
            data-focus={`${id} menu`}
            aria-label={words.options(title)}
            aria-expanded={shown}
            onClick={() => toggle(id)}
          >
            <Ellipsis size={20} aria-hidden="true" />
          </button>
        )}
      </div>
      {shown && (
        <div className={styles.open}>
          <SlotFields year={year} slot={slot} focusKey={`${id} place`} onSlot={(slot) => place(id, slot)} />
          {plan.canUndo && (
            <div>
              <button type="button" className="button" onClick={() => plan.undo()}>
                <Undo2 size={18} aria-hidden="true" />
                {words.undo}
              </button>
            </div>
          )}
        </div>
      )}
    </li>
  );
}
