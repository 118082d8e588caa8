/**
 * A note open for writing, on its own paper: over the note itself, or at the top of a small screen where the keyboard
 * leaves room. What is typed is kept on the device at each key stroke.
 */

import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Pos } from '../../../shared/board/boardDoc.ts';
import { NOTE_SIZE } from '../../../shared/board/boardView.ts';
import type { StationId } from '../../../shared/domain/ids.ts';
import { cleanText, isBlank, NOTE_MAX } from '../../../shared/domain/note.ts';
import type { Round } from '../../../shared/domain/round.ts';
import paper from '../../parts/paper.module.css';
import { roundPaint } from '../../parts/roundPaint.ts';
import { draftKey, keepDraft, openDraft } from '../../state/boardDraft.ts';
import { draftStorage } from '../../state/deviceStorage.ts';
import { useText } from '../../text/index.ts';
import type { Editing } from '../hand/handStore.ts';
import { useBoardChanges } from '../model/useBoardChanges.ts';
import type { OpenBoard } from '../openBoard.ts';
import { fitText } from '../paint/fitText.ts';
import { usePlaceOnBoard } from '../surface/usePlaceOnBoard.ts';
import { LettersLeft } from './LettersLeft.tsx';
import styles from './PaperEditor.module.css';

/** The paper is never smaller than this on the screen while one writes on it, in pixels. */
const SIDE_MIN = 250;
const SIDE_MAX = 420;
/** Under the paper: its buttons, and the board's tools. */
const BELOW = 144;

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
  const key = draftKey(station, editing.kind === 'note' ? editing.id : 'new');
  useBoardChanges(surface);
  const gone = editing.kind === 'note' && !surface.model.notes.has(editing.id);
  const place = useRef<Pos>([0, 0]);
  const hung = editing.kind === 'note' ? surface.model.view.notes.get(editing.id) : undefined;
  if (hung) place.current = [hung.x, hung.y];
  const [base] = useState(note?.text ?? '');
  const [text, setText] = useState(() => openDraft(draftStorage, key) ?? base);
  const box = useRef<HTMLFormElement>(null);
  const [kept, setKept] = useState(true);
  const area = useRef<HTMLTextAreaElement>(null);
  const closed = useRef(false);
  const id = useId();
  const { style, band } = roundPaint(rounds, note?.round ?? round);
  const over = cleanText(text).length - NOTE_MAX;

  const type = (typed: string) => {
    setText(typed);
    setKept(keepDraft(draftStorage, key, typed === base ? null : typed));
  };
  const close = () => {
    closed.current = true;
    store.setState({ editing: null });
    surface.element.focus({ preventScroll: true });
  };
  /**
   * A text that is too long is neither cut nor thrown away: the editor stays.
   * @param asked the person has pressed the button, and not just gone on to something else
   */
  const save = (asked = false) => {
    if (closed.current) return;
    if (gone) {
      // Whoever took it down may have had a reason: it is hung again only when the writer says so.
      if (asked && over <= 0) actions.write(text, place.current);
      else if (text !== base) actions.giveBack(text);
      keepDraft(draftStorage, key, null);
      close();
      return;
    }
    if (over > 0) {
      area.current?.focus();
      return;
    }
    if (editing.kind === 'new') actions.write(text, editing.pos);
    else if (isBlank(cleanText(text))) actions.warn(notices.empty);
    else if (text !== base && !actions.edit(editing.id, base, text)) return;
    keepDraft(draftStorage, key, null);
    close();
  };
  const cancel = () => {
    // A new note that was left by Esc, perhaps by mistake, is there when one writes the next time.
    if (editing.kind === 'note') keepDraft(draftStorage, key, null);
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
      const [x, y] = editing.kind === 'new' ? editing.pos : at ? [at.x, at.y] : place.current;
      return { x, y, w: NOTE_SIZE, h: NOTE_SIZE };
    },
    (element, { x, y, w }) => {
      const side = Math.max(SIDE_MIN, Math.min(SIDE_MAX, w));
      const middle = { x: x + w / 2, y: y + w / 2 };
      const { size } = surface.viewport;
      const left = Math.max(8, Math.min(size.w - side - 8, middle.x - side / 2));
      const top = Math.max(8, Math.min(size.h - side - BELOW, middle.y - side / 2));
      element.style.setProperty('--left', `${Math.round(left)}px`);
      element.style.setProperty('--top', `${Math.round(top)}px`);
      element.style.setProperty('--side', `${Math.round(side)}px`);
    },
  );

  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save(true);
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
        save(true);
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
        <LettersLeft id={`${id}left`} over={over} kept={kept} className={styles.left} />
      </div>
      {gone && (
        <p className={styles.gone} role="alert">
          {notices.goneEditor}
        </p>
      )}
      <div className={styles.deeds}>
        <button type="button" className="button" onClick={cancel}>
          {editor.cancel}
        </button>
        <button type="submit" className="button primary" title={editor.keys} disabled={over > 0}>
          {gone ? notices.hangAnew : editing.kind === 'new' ? editor.save : editor.saveEdit}
        </button>
      </div>
    </form>
  );
}
