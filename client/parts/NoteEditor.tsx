/** A note's text being mended in its place. What is typed is kept on the device at each key stroke. */

import { type KeyboardEvent, useId, useState } from 'react';
import { cleanText, isBlank, NOTE_MAX } from '../../shared/domain/note.ts';
import { keepDraft, readDraft } from '../state/boardDraft.ts';
import { draftStorage } from '../state/deviceStorage.ts';
import { useText } from '../text/index.ts';
import styles from './NoteEditor.module.css';

interface Props {
  text: string;
  /** Where the draft is kept: the same as on the board, so that one goes on where one stopped. */
  draftKey: string;
  onSave: (text: string) => void;
  onCancel: () => void;
}

export function NoteEditor({ text: before, draftKey, onSave, onCancel }: Props) {
  const { pad, part, act, faults } = useText();
  const [text, setText] = useState(() => readDraft(draftStorage, draftKey) ?? before);
  const [kept, setKept] = useState(true);
  const id = useId();
  const clean = cleanText(text);
  const over = clean.length - NOTE_MAX;
  const wrong = isBlank(clean) ? faults.empty : over > 0 ? pad.over(over) : null;
  const type = (typed: string) => {
    setText(typed);
    setKept(keepDraft(draftStorage, draftKey, typed === before ? null : typed));
  };
  const save = () => {
    if (wrong) return;
    keepDraft(draftStorage, draftKey, null);
    onSave(clean);
  };
  const cancel = () => {
    keepDraft(draftStorage, draftKey, null);
    onCancel();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') cancel();
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
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKey}
        aria-describedby={`${id}wrong`}
      />
      <p id={`${id}wrong`} className={styles.wrong} aria-live="polite">
        {wrong ?? (kept ? null : pad.notKept)}
      </p>
      <div className="row">
        <button type="button" className="button primary" onClick={save} disabled={wrong !== null}>
          {act.save}
        </button>
        <button type="button" className="button" onClick={cancel}>
          {act.cancel}
        </button>
      </div>
    </div>
  );
}
