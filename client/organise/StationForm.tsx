/** The words of a station, to be typed: name, question, what the host reads aloud, levels. It sends nothing by itself. */

import { type FormEvent, useEffect, useId, useRef } from 'react';
import { STATION_TITLE_MAX } from '../../shared/domain/hall.ts';
import { FaultLine } from '../parts/FaultLine.tsx';
import { useText } from '../text/index.ts';
import styles from './Form.module.css';
import { QUESTION_MAX, type StationDraft } from './stationWords.ts';

interface Props {
  /** What the form is about, for screen readers. */
  label: string;
  draft: StationDraft;
  onDraft: (draft: StationDraft) => void;
  fault: string | null;
  busy: boolean;
  submit: string;
  onSubmit: () => void;
  onCancel: () => void;
  /** What stands under the words. */
  children?: React.ReactNode;
}

export function StationForm(props: Props) {
  const { label, draft, onDraft, fault, busy, submit, onSubmit, onCancel, children } = props;
  const { run, act } = useText();
  const words = run.stations;
  const ids = useId();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onSubmit();
  };
  return (
    <form className={styles.form} aria-label={label} onSubmit={send} noValidate>
      <div>
        <label className="label" htmlFor={`${ids}title`}>
          {words.title}
        </label>
        <input
          ref={first}
          id={`${ids}title`}
          className="input"
          value={draft.title}
          maxLength={STATION_TITLE_MAX}
          autoComplete="off"
          onChange={(event) => onDraft({ ...draft, title: event.target.value })}
        />
      </div>
      <div>
        <label className="label" htmlFor={`${ids}question`}>
          {words.question}
        </label>
        <textarea
          id={`${ids}question`}
          className={`input ${styles.area}`}
          rows={2}
          value={draft.question}
          maxLength={QUESTION_MAX}
          aria-describedby={`${ids}question-hint`}
          onChange={(event) => onDraft({ ...draft, question: event.target.value })}
        />
        <p className="hint" id={`${ids}question-hint`}>
          {words.questionHint}
        </p>
      </div>
      <div>
        <label className="label" htmlFor={`${ids}explanation`}>
          {words.explanation}
        </label>
        <textarea
          id={`${ids}explanation`}
          className={`input ${styles.area}`}
          rows={6}
          value={draft.explanation}
          aria-describedby={`${ids}explanation-hint`}
          onChange={(event) => onDraft({ ...draft, explanation: event.target.value })}
        />
        <p className="hint" id={`${ids}explanation-hint`}>
          {words.explanationHint}
        </p>
      </div>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={draft.levels}
          onChange={(event) => onDraft({ ...draft, levels: event.target.checked })}
        />
        <span>{words.levels}</span>
      </label>
      {children}
      <FaultLine text={fault} />
      <div className="row">
        <button type="submit" className="button primary" disabled={busy}>
          {submit}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {act.cancel}
        </button>
      </div>
    </form>
  );
}
