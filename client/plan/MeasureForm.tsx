/** All that is said of one measure, over the plan. Each choice holds at once; texts are written together with others. */

import Redo2 from 'lucide-react/icons/redo-2';
import Trash2 from 'lucide-react/icons/trash-2';
import Undo2 from 'lucide-react/icons/undo-2';
import { useEffect, useId, useRef, useState } from 'react';
import type { Level } from '../../shared/domain/hall.ts';
import type { MeasureId } from '../../shared/domain/ids.ts';
import {
  FIRST_STEP_MAX,
  MEASURE_TITLE_MAX,
  MEASURE_WHY_MAX,
  type MeasureView,
  OWNER_MAX,
  PERIODS,
  type Period,
} from '../../shared/plan/planDoc.ts';
import { Choice } from '../parts/Choice.tsx';
import { Modal } from '../parts/Modal.tsx';
import { usePresentHall } from '../state/hallStore.ts';
import type { Plan } from '../state/planStore.ts';
import { useText } from '../text/index.ts';
import { SlotFields } from '../timeline/SlotFields.tsx';
import styles from './MeasureForm.module.css';
import { MeasureText } from './MeasureText.tsx';
import { type Axis, THIRDS, type Third, thirdAlong, withThird } from './pictureModel.ts';
import { planYear } from './planYear.ts';
import { Sources } from './Sources.tsx';
import type { PlanHands } from './usePlanHands.ts';

interface Props {
  measure: MeasureView;
  hands: PlanHands;
  plan: Plan;
  /** The one after it in the order of action. */
  next: MeasureId | null;
  onNext: (id: MeasureId) => void;
  onClose: () => void;
}

export function MeasureForm({ measure, hands, plan, next, onNext, onClose }: Props) {
  const { plan: all } = useText();
  const words = all.actions;
  const { form, picture, days } = words;
  const hall = usePresentHall();
  const periodId = useId();
  const { id, place, quick, level, period, slot } = measure;
  const title = measure.title || words.unnamed;
  const year = planYear(hall.stations, slot);
  const text = { doc: hands.doc, id, onUndo: hands.undo, onRedo: hands.redo };
  const thirds = (axis: Axis, legend: string) => (
    <Choice<Third | ''>
      legend={legend}
      value={thirdAlong(axis, place) ?? ''}
      options={THIRDS.map((third) => ({ value: third, label: picture.thirds[third] }))}
      onChoose={(third) => third && hands.lay(measure, withThird(place, axis, third))}
    />
  );
  return (
    <Modal title={form.name(title)} className={styles.form} sheet onClose={onClose}>
      <MeasureText {...text} field="title" label={form.title} max={MEASURE_TITLE_MAX} />
      <div className={styles.pair}>
        {thirds('effect', form.effect)}
        {thirds('feasibility', form.feasibility)}
      </div>
      {place && (
        <p>
          <button type="button" className="button quiet" onClick={() => hands.lay(measure, null)}>
            {form.unplace}
          </button>
        </p>
      )}
      <label className={styles.text} htmlFor={periodId}>
        <span className="label">{form.period}</span>
        <select
          id={periodId}
          className="input"
          value={period ?? ''}
          onChange={(event) => hands.time(measure, (event.target.value || null) as Period | null)}
        >
          <option value="">{form.noPeriod}</option>
          {PERIODS.map((one) => (
            <option key={one} value={one}>
              {days.names[one]}
            </option>
          ))}
        </select>
      </label>
      {year && (
        <div>
          <p className="label">{form.slot}</p>
          <SlotFields year={year} slot={slot} onSlot={(at) => hands.set(id, 'slot', at)} />
        </div>
      )}
      <Owner key={id} measure={measure} hands={hands} />
      <MeasureText
        {...text}
        field="firstStep"
        label={form.firstStep}
        hint={form.firstStepHint}
        max={FIRST_STEP_MAX}
      />
      <MeasureText {...text} field="why" label={form.why} hint={form.whyHint} max={MEASURE_WHY_MAX} />
      <Choice
        legend={form.speed}
        value={quick === undefined ? 'none' : quick ? 'quick' : 'slow'}
        options={(['none', 'quick', 'slow'] as const).map((value) => ({ value, label: form.speeds[value] }))}
        onChoose={(value) => hands.set(id, 'quick', value === 'none' ? undefined : value === 'quick')}
      />
      <Choice<Level | 'none'>
        legend={form.level}
        value={level ?? 'none'}
        options={(['none', 'local', 'national'] as const).map((value) => ({
          value,
          label: form.levels[value],
        }))}
        onChoose={(value) => hands.set(id, 'level', value === 'none' ? undefined : value)}
      />
      <Sources measure={measure} plan={plan} />
      <p>
        <button
          type="button"
          className="button danger"
          onClick={() => {
            onClose();
            hands.remove(measure);
          }}
        >
          <Trash2 size={18} aria-hidden="true" />
          {form.remove}
        </button>
      </p>
      <div className={styles.foot}>
        <button type="button" className="button primary" onClick={onClose}>
          {form.close}
        </button>
        {next && (
          <button type="button" className="button" onClick={() => onNext(next)}>
            {form.next}
          </button>
        )}
        <span className={styles.way}>
          <button
            type="button"
            className="button quiet icon"
            aria-label={form.undo}
            aria-disabled={!plan.canUndo}
            onClick={hands.undo}
          >
            <Undo2 size={20} aria-hidden="true" />
          </button>
          <button
            type="button"
            className="button quiet icon"
            aria-label={form.redo}
            aria-disabled={!plan.canRedo}
            onClick={hands.redo}
          >
            <Redo2 size={20} aria-hidden="true" />
          </button>
        </span>
      </div>
    </Modal>
  );
}

/** Who answers for it: written freely, with the hall's own organisations to choose from. Handed on when it is done. */
function Owner({ measure, hands }: { measure: MeasureView; hands: PlanHands }) {
  const { form } = useText().plan.actions;
  const { organisations } = usePresentHall().settings;
  const list = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const keep = useRef(() => {});
  keep.current = () => {
    if (typed !== null && typed.trim() !== (measure.owner ?? ''))
      hands.set(measure.id, 'owner', typed.trim());
  };
  // Closed with the keyboard, the field is gone before it has lost the focus.
  useEffect(() => () => keep.current(), []);
  return (
    <label className={styles.text}>
      <span className="label">{form.owner}</span>
      <input
        className="input"
        type="text"
        maxLength={OWNER_MAX}
        autoComplete="off"
        list={organisations.length > 0 ? list : undefined}
        dir="auto"
        value={typed ?? measure.owner ?? ''}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => {
          keep.current();
          setTyped(null);
        }}
      />
      <span className="hint">{form.ownerHint}</span>
      <datalist id={list}>
        {organisations.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </label>
  );
}
