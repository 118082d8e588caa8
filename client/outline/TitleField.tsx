/** A group's name being written in its heading's place, kept on the device at each key stroke. Esc leaves it as it was. */

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { CLUSTER_TITLE_MAX } from '../../shared/domain/note.ts';
import { keepDraft, readDraft } from '../state/boardDraft.ts';
import { draftStorage } from '../state/deviceStorage.ts';
import { useText } from '../text/index.ts';
import styles from './TitleField.module.css';

interface Props {
  title: string;
  draftKey: string;
  focusKey: string;
  /** @returns whether the group is called so now; else the name is there when one tries again */
  onSave: (title: string) => boolean;
  onCancel: () => void;
}

export function TitleField({ title: base, draftKey, focusKey, onSave, onCancel }: Props) {
  const { editor, unnamed } = useText().board;
  const [title, setTitle] = useState(() => readDraft(draftStorage, draftKey) ?? base);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const type = (typed: string) => {
    setTitle(typed);
    keepDraft(draftStorage, draftKey, typed === base ? null : typed);
  };
  const cancel = () => {
    keepDraft(draftStorage, draftKey, null);
    onCancel();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    cancel();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (onSave(title)) keepDraft(draftStorage, draftKey, null);
      }}
    >
      <label htmlFor={id} className="sr-only">
        {editor.title}
      </label>
      <input
        ref={field}
        id={id}
        data-focus={focusKey}
        className={`input ${styles.title}`}
        placeholder={unnamed}
        maxLength={CLUSTER_TITLE_MAX}
        dir="auto"
        autoComplete="off"
        value={title}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKey}
      />
      <button type="submit" className="button primary">
        {editor.saveEdit}
      </button>
      <button type="button" className="button" onClick={cancel}>
        {editor.cancel}
      </button>
    </form>
  );
}
