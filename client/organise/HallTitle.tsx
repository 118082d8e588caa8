/** The hall's name, as a heading, with a way to change it in its place. */

import PencilLine from 'lucide-react/icons/pencil-line';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { HALL_TITLE_MAX } from '../../shared/domain/hall.ts';
import type { HallState } from '../../shared/protocol/hallEvents.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { ViewTitle } from '../parts/ViewTitle.tsx';
import { announce } from '../state/announcer.ts';
import { useText } from '../text/index.ts';
import form from './Form.module.css';
import styles from './HallTitle.module.css';
import { oneLine } from './stationWords.ts';
import { useAsking } from './useAsking.ts';

export function HallTitle({ hall }: { hall: HallState }) {
  const { run, organise } = useText();
  const words = run.hallTitle;
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setEditing(false);
    // The button is back only after React has drawn it.
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <>
      <div className={styles.line}>
        <ViewTitle name={`${hall.title} · ${organise.title}`}>{hall.title}</ViewTitle>
        {!editing && hall.endedAt === null && (
          <button
            ref={button}
            type="button"
            className="button quiet"
            aria-label={words.editOf(hall.title)}
            onClick={() => setEditing(true)}
          >
            <PencilLine size={18} aria-hidden="true" />
            {words.edit}
          </button>
        )}
      </div>
      {editing && <TitleForm hall={hall} onClose={close} />}
    </>
  );
}

function TitleForm({ hall, onClose }: { hall: HallState; onClose: () => void }) {
  const { run, act } = useText();
  const words = run.hallTitle;
  const [typed, setTyped] = useState(hall.title);
  const asking = useAsking();
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => field.current?.select(), []);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const title = oneLine(typed);
    if (asking.busy) return;
    if (!title) return asking.setFault(words.empty);
    if (title !== hall.title && !(await asking.ask('hall:set', { title }, words.failed))) return;
    announce(words.saved(title));
    onClose();
  };
  return (
    <form className={form.form} onSubmit={(event) => void save(event)} noValidate>
      <div>
        <label className="label" htmlFor={id}>
          {words.label}
        </label>
        <input
          ref={field}
          id={id}
          className={`input ${styles.field}`}
          value={typed}
          maxLength={HALL_TITLE_MAX}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && onClose()}
        />
      </div>
      <FaultLine text={asking.fault && `${asking.fault} ${run.kept}`} />
      <div className="row">
        <button type="submit" className="button primary" disabled={asking.busy}>
          {words.save}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {act.cancel}
        </button>
      </div>
    </form>
  );
}
