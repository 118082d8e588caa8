/** A field for a note's text in the list: a new note's, or one that is mended. Kept on the device at each key stroke. */

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { cleanText, isBlank, NOTE_MAX } from '../../shared/domain/note.ts';
import { LettersLeft } from '../board/controls/LettersLeft.tsx';
import { announce } from '../state/announcer.ts';
import { keepDraft, onDraftGiven, openDraft } from '../state/boardDraft.ts';
import { draftStorage } from '../state/deviceStorage.ts';
import { useText } from '../text/index.ts';
import styles from './NoteField.module.css';

interface Props {
  /** Where the draft is kept; the same as on the board, so that one goes on where one stopped. */
  draftKey: string;
  label: string;
  /** Shown above the field, and not only told. */
  labelled?: boolean;
  submit: string;
  /** The text as it is, for one that is mended. */
  base?: string;
  /** What the field is called by those who bring the focus back to it. */
  focusKey: string;
  /** The person has just asked to write here. */
  takesFocus?: boolean;
  /** @returns whether it is saved; if not, the text stays in the field */
  onSave: (text: string) => boolean;
  /** None: it can't be left. */
  onCancel?: () => void;
}

export function NoteField(props: Props) {
  const { draftKey, label, labelled = false, submit, base = '', focusKey, takesFocus = false } = props;
  const { onSave, onCancel } = props;
  const { editor, notices } = useText().board;
  const [text, setText] = useState(() => openDraft(draftStorage, draftKey) ?? base);
  const [kept, setKept] = useState(true);
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const clean = cleanText(text);
  const over = clean.length - NOTE_MAX;

  useEffect(() => {
    // One that was only moved to another place in the list gets its caret back from who keeps that.
    if (!takesFocus || document.activeElement?.tagName === 'TEXTAREA') return;
    area.current?.focus();
    area.current?.setSelectionRange(area.current.value.length, area.current.value.length);
  }, [takesFocus]);

  const isEmpty = useRef(true);
  isEmpty.current = text === '';
  useEffect(
    () =>
      onDraftGiven(draftKey, () => {
        // What is being written is not touched: what was given back comes after it is saved.
        if (isEmpty.current) setText(openDraft(draftStorage, draftKey) ?? '');
      }),
    [draftKey],
  );

  const type = (typed: string) => {
    setText(typed);
    setKept(keepDraft(draftStorage, draftKey, typed === base ? null : typed));
  };
  const save = () => {
    if (over > 0 || isBlank(clean)) {
      announce(over > 0 ? editor.over(over) : notices.empty);
      area.current?.focus();
      return;
    }
    if (!onSave(text)) {
      area.current?.focus();
      return;
    }
    keepDraft(draftStorage, draftKey, null);
    setKept(true);
    setText(openDraft(draftStorage, draftKey) ?? base);
  };
  const cancel = () => {
    keepDraft(draftStorage, draftKey, null);
    onCancel?.();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
    else if (event.key === 'Escape' && onCancel) cancel();
    else return;
    event.preventDefault();
  };
  return (
    <form
      className={styles.field}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <label htmlFor={id} className={labelled ? 'label' : 'sr-only'}>
        {label}
      </label>
      <textarea
        ref={area}
        id={id}
        data-focus={focusKey}
        className={styles.text}
        rows={2}
        dir="auto"
        value={text}
        placeholder={editor.placeholder}
        aria-describedby={`${id}left`}
        aria-invalid={over > 0}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKey}
      />
      <LettersLeft id={`${id}left`} over={over} kept={kept} className={styles.left} />
      <div className={styles.deeds}>
        <button type="submit" className="button primary" title={editor.keys}>
          {submit}
        </button>
        {onCancel && (
          <button type="button" className="button" onClick={cancel}>
            {editor.cancel}
          </button>
        )}
      </div>
    </form>
  );
}
