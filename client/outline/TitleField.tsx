/** A group's name being written in its heading's place. Esc leaves it as it was. */

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { CLUSTER_TITLE_MAX } from '../../shared/domain/note.ts';
import { useText } from '../text/index.ts';
import styles from './TitleField.module.css';

interface Props {
  title: string;
  focusKey: string;
  onSave: (title: string) => void;
  onCancel: () => void;
}

export function TitleField({ title: base, focusKey, onSave, onCancel }: Props) {
  const { editor, unnamed } = useText().board;
  const [title, setTitle] = useState(base);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onCancel();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSave(title);
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
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={onKey}
      />
      <button type="submit" className="button primary">
        {editor.saveEdit}
      </button>
      <button type="button" className="button" onClick={onCancel}>
        {editor.cancel}
      </button>
    </form>
  );
}
