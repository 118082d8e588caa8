/** What is known of a measure in one line: prioritised, when it begins, who answers for it, where on the timeline. */

import { isPrioritised, type MeasureView } from '../../shared/plan/planDoc.ts';
import { usePresentHall } from '../state/hallStore.ts';
import { useText } from '../text/index.ts';
import { slotWords } from '../timeline/slotWords.ts';
import styles from './Order.module.css';
import { planYear } from './planYear.ts';

export function MeasureFacts({ measure }: { measure: MeasureView }) {
  const { plan, years } = useText();
  const words = plan.actions;
  const hall = usePresentHall();
  const { period, owner, slot, quick } = measure;
  const year = planYear(hall.stations, slot);
  const facts = [
    period && words.days.names[period],
    owner && words.form.owned(owner),
    slot && year && slotWords(years, year, slot),
    quick && words.picture.quick,
  ].filter((fact): fact is string => typeof fact === 'string');
  const first = isPrioritised(measure);
  if (!first && facts.length === 0) return null;
  return (
    <span className={styles.facts}>
      {first && <strong>{words.picture.prioritised}</strong>}
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </span>
  );
}
