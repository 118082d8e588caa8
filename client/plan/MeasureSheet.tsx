/** A measure as those read it who do not write the plan. */

import type { MeasureView } from '../../shared/plan/planDoc.ts';
import { Modal } from '../parts/Modal.tsx';
import { usePresentHall } from '../state/hallStore.ts';
import type { Plan } from '../state/planStore.ts';
import { useText } from '../text/index.ts';
import { slotWords } from '../timeline/slotWords.ts';
import styles from './MeasureForm.module.css';
import { thirdAlong } from './pictureModel.ts';
import { planYear } from './planYear.ts';
import { Sources } from './Sources.tsx';

export function MeasureSheet({
  measure,
  plan,
  onClose,
}: {
  measure: MeasureView;
  plan: Plan;
  onClose: () => void;
}) {
  const { plan: all, years } = useText();
  const { form, picture, days, unnamed } = all.actions;
  const hall = usePresentHall();
  const { title, why, firstStep, place, quick, level, owner, period, slot } = measure;
  const year = planYear(hall.stations, slot);
  const third = (axis: 'effect' | 'feasibility') => {
    const at = thirdAlong(axis, place);
    return at && picture.thirds[at];
  };
  const facts: [string, string | undefined | null][] = [
    [form.why, why],
    [form.effect, third('effect')],
    [form.feasibility, third('feasibility')],
    [form.speed, quick === undefined ? null : quick ? form.speeds.quick : form.speeds.slow],
    [form.level, level && form.levels[level]],
    [form.owner, owner],
    [form.firstStep, firstStep],
    [form.period, period && days.names[period]],
    [form.slot, slot && year && slotWords(years, year, slot)],
  ];
  return (
    <Modal title={title || unnamed} className={styles.form} sheet onClose={onClose}>
      <dl className={styles.facts}>
        {facts.map(
          ([name, said]) =>
            said && (
              <div key={name} className={styles.fact}>
                <dt>{name}</dt>
                <dd dir="auto">{said}</dd>
              </div>
            ),
        )}
      </dl>
      <Sources measure={measure} plan={plan} />
      <div className={styles.foot}>
        <button type="button" className="button primary" onClick={onClose}>
          {form.close}
        </button>
      </div>
    </Modal>
  );
}
