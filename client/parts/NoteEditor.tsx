/** A note's text being mended in its place. */

import { type KeyboardEvent, useId, useState } from 'react';
import { cleanText, isBlank, NOTE_MAX } from '../../shared/domain/note.ts';
import { useText } from '../text/index.ts';
import styles from './NoteEditor.module.css';

interface Props {
  text: string;
  onSave: (text: string) => void;
  onCancel: () => void;
}

export function NoteEditor({ text: before, onSave, onCancel }: Props) {
  const { pad, part, act, faults } = useText();
  const [text, setText] = useState(before);
  const id = useId();
  const clean = cleanText(text);
  const over = clean.length - NOTE_MAX;
  const wrong = isBlank(clean) ? faults.empty : over > 0 ? pad.over(over) : null;
  const save = () => {
    if (!wrong) onSave(clean);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
  };
  return (
    <div className={styles.editor}>
      <label htmlFor={id} className="sr-only">
        {part.own.editLabel}
      </label>
      <textarea
        id={id}
        className={styles.field}
        rows={4}
        dir="auto"
        value={text}
        // The person has just pressed "edit" where this stands now.
        ref={(area) => {
          if (area && document.activeElement?.tagName !== 'TEXTAREA') area.focus();
        }}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKey}
        aria-describedby={`${id}wrong`}
      />
      <p id={`${id}wrong`} className={styles.wrong} aria-live="polite">
        {wrong}
      </p>
      <div className="row">
        <button type="button" className="button primary" onClick={save} disabled={wrong !== null}>
          {act.save}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {act.cancel}
        </button>
      </div>
    </div>
  );
}
