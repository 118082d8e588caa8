/** One line for the next measure. The focus stays, so that several are said one after another. */

import { type FormEvent, useRef, useState } from 'react';
import { isBlank } from '../../shared/domain/note.ts';
import { MEASURE_TITLE_MAX } from '../../shared/plan/planDoc.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { useText } from '../text/index.ts';
import styles from './PlanRoom.module.css';
import type { PlanHands } from './usePlanHands.ts';

export function NewMeasure({ hands }: { hands: PlanHands }) {
  const words = useText().plan.actions.add;
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [full, setFull] = useState(false);
  const add = (event: FormEvent) => {
    event.preventDefault();
    field.current?.focus();
    if (isBlank(typed)) return;
    const added = hands.add({ title: typed });
    setFull(!added);
    if (added) setTyped('');
  };
  return (
    <form className={styles.add} onSubmit={add}>
      <label className={styles.addField}>
        <span className="label">{words.label}</span>
        <input
          ref={field}
          className="input"
          type="text"
          maxLength={MEASURE_TITLE_MAX}
          placeholder={words.hint}
          autoComplete="off"
          enterKeyHint="done"
          dir="auto"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <button type="submit" className="button primary">
        {words.submit}
      </button>
      <FaultLine text={full ? words.full : null} />
    </form>
  );
}
