/**
 * A note open for writing, on its own paper: over the note itself, or at the top of a small screen where the keyboard
 * leaves room. What is typed is kept on the device at each key stroke.
 */

import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { NOTE_SIZE } from '../../shared/board/boardView.ts';
import type { StationId } from '../../shared/domain/ids.ts';
import { cleanText, isBlank, NOTE_MAX } from '../../shared/domain/note.ts';
import type { Round } from '../../shared/domain/round.ts';
import paper from '../parts/paper.module.css';
import { roundPaint } from '../parts/roundPaint.ts';
import { deviceStorage } from '../state/deviceStorage.ts';
import { useText } from '../text/index.ts';
import { fitText } from './fitText.ts';
import type { Editing } from './handStore.ts';
import type { OpenBoard } from './openBoard.ts';
import styles from './PaperEditor.module.css';
import { usePlaceOnBoard } from './usePlaceOnBoard.ts';

/** The paper is never smaller than this on the screen while one writes on it, in pixels. */
const SIDE_MIN = 250;
const SIDE_MAX = 420;
const NEAR_LIMIT = 60;

interface Props {
  board: OpenBoard;
  editing: Extract<Editing, { kind: 'note' | 'new' }>;
  station: StationId;
  rounds: readonly Round[];
  /** The round of a new note. */
  round: number;
}

export function PaperEditor({ board, editing, station, rounds, round }: Props) {
  const { editor, notices } = useText().board;
  const { surface, store, hand, actions } = board;
  const note = editing.kind === 'note' ? surface.model.notes.get(editing.id) : undefined;
  const draftKey = `vh.board.${station}.${editing.kind === 'note' ? editing.id : 'new'}`;
  const [base] = useState(note?.text ?? '');
  const [text, setText] = useState(() => deviceStorage.get(draftKey) ?? base);
  const box = useRef<HTMLFormElement>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const closed = useRef(false);
  const id = useId();
  const { style, band } = roundPaint(rounds, note?.round ?? round);
  const over = cleanText(text).length - NOTE_MAX;

  const type = (typed: string) => {
    setText(typed);
    if (typed === base) deviceStorage.remove(draftKey);
    else deviceStorage.set(draftKey, typed);
  };
  const close = () => {
    closed.current = true;
    store.setState({ editing: null });
    surface.element.focus({ preventScroll: true });
  };
  /** @returns whether the editor could close: a text that is too long is neither cut nor thrown away */
  const save = () => {
    if (closed.current) return;
    if (over > 0) {
      area.current?.focus();
      return;
    }
    if (editing.kind === 'new') actions.write(text, editing.pos);
    else if (isBlank(cleanText(text))) actions.warn(notices.empty);
    else if (text !== base) actions.edit(editing.id, base, text);
    deviceStorage.remove(draftKey);
    close();
  };
  const cancel = () => {
    // A new note that was left by Esc, perhaps by mistake, is there when one writes the next time.
    if (editing.kind === 'note') deviceStorage.remove(draftKey);
    close();
  };
  const saver = useRef(save);
  saver.current = save;

  useEffect(() => {
    area.current?.focus({ preventScroll: true });
    area.current?.setSelectionRange(area.current.value.length, area.current.value.length);
    hand.closeEditor = () => saver.current();
    const edited = editing.kind === 'note' ? editing.id : null;
    if (edited) surface.notes.mark(edited, 'hidden', true);
    return () => {
      hand.closeEditor = null;
      if (edited) surface.notes.mark(edited, 'hidden', false);
    };
  }, [hand, surface, editing]);

  usePlaceOnBoard(
    surface,
    box,
    () => {
      const at = editing.kind === 'note' ? surface.model.view.notes.get(editing.id) : undefined;
      const [x, y] = editing.kind === 'new' ? editing.pos : at ? [at.x, at.y] : [0, 0];
      return { x, y, w: NOTE_SIZE, h: NOTE_SIZE };
    },
    (element, { x, y, w }) => {
      const side = Math.max(SIDE_MIN, Math.min(SIDE_MAX, w));
      const middle = { x: x + w / 2, y: y + w / 2 };
      const { size } = surface.viewport;
      const left = Math.max(8, Math.min(size.w - side - 8, middle.x - side / 2));
      const top = Math.max(8, Math.min(size.h - side - 78, middle.y - side / 2));
      element.style.setProperty('--left', `${Math.round(left)}px`);
      element.style.setProperty('--top', `${Math.round(top)}px`);
      element.style.setProperty('--side', `${Math.round(side)}px`);
    },
  );

  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
    else if (event.key === 'Escape') cancel();
    else return;
    event.preventDefault();
  };
  const onBlur = (event: FocusEvent) => {
    // Another window in front is no reason to hang what is half written.
    if (!document.hasFocus() || box.current?.contains(event.relatedTarget)) return;
    save();
  };

  return (
    <form
      ref={box}
      className={styles.editor}
      data-control=""
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className={`${paper.paper} ${styles.paper}`} style={style}>
        <span className={band} aria-hidden="true" />
        <label htmlFor={id} className="sr-only">
          {editing.kind === 'new' ? editor.newNote : editor.note}
        </label>
        <textarea
          ref={area}
          id={id}
          className={styles.text}
          style={{ '--fit': fitText(text) / NOTE_SIZE } as React.CSSProperties}
          dir="auto"
          value={text}
          placeholder={editor.placeholder}
          aria-describedby={`${id}left`}
          aria-invalid={over > 0}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKey}
          onBlur={onBlur}
        />
        <p id={`${id}left`} className={styles.left} data-over={over > 0 || undefined} aria-live="polite">
          {over > 0 ? editor.over(over) : over > -NEAR_LIMIT ? editor.left(-over) : ''}
        </p>
      </div>
      <div className={styles.deeds}>
        <button type="button" className="button" onClick={cancel}>
          {editor.cancel}
        </button>
        <button type="submit" className="button primary" title={editor.keys} disabled={over > 0}>
          {editing.kind === 'new' ? editor.save : editor.saveEdit}
        </button>
      </div>
    </form>
  );
}
