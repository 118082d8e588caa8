/**
 * A cluster's name being written in its head. Asks gently: any tap beside it, or Esc, leaves it as it was. What is typed
 * is kept on the device at each key stroke.
 */

import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { CLUSTER_HEAD } from '../../../shared/board/boardView.ts';
import type { ClusterId, StationId } from '../../../shared/domain/ids.ts';
import { CLUSTER_TITLE_MAX } from '../../../shared/domain/note.ts';
import { draftKey, keepDraft, readDraft } from '../../state/boardDraft.ts';
import { draftStorage } from '../../state/deviceStorage.ts';
import { getText, useText } from '../../text/index.ts';
import type { OpenBoard } from '../openBoard.ts';
import { usePlaceOnBoard } from '../surface/usePlaceOnBoard.ts';
import styles from './TitleEditor.module.css';

const WIDTH_MIN = 240;

interface Props {
  board: OpenBoard;
  cluster: ClusterId;
  station: StationId;
}

export function TitleEditor({ board, cluster, station }: Props) {
  const words = useText().board;
  const { surface, store, hand, actions } = board;
  const [base] = useState(surface.model.clusters.get(cluster)?.title ?? '');
  const key = draftKey(station, cluster);
  const [title, setTitle] = useState(() => readDraft(draftStorage, key) ?? base);
  const field = useRef<HTMLInputElement>(null);
  const closed = useRef(false);

  const type = (typed: string) => {
    setTitle(typed);
    keepDraft(draftStorage, key, typed === base ? null : typed);
  };
  const close = () => {
    closed.current = true;
    store.setState({ editing: null });
    surface.element.focus({ preventScroll: true });
  };
  const save = () => {
    if (closed.current) return;
    // A name that may not be given just now is there when one tries again.
    if (title === base || actions.name(cluster, title, base)) keepDraft(draftStorage, key, null);
    close();
  };
  const cancel = () => {
    keepDraft(draftStorage, key, null);
    close();
  };
  const saver = useRef(save);
  saver.current = save;

  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.select();
    hand.closeEditor = () => saver.current();
    return () => {
      hand.closeEditor = null;
    };
  }, [hand]);

  const typed = useRef(title);
  typed.current = title;
  // While the field still stands in the page: with it would go the focus.
  useLayoutEffect(
    () => () => {
      if (closed.current || surface.model.view.clusters.has(cluster)) return;
      surface.element.focus({ preventScroll: true });
      keepDraft(draftStorage, key, null);
      if (typed.current !== base) actions.warn(getText().board.notices.titleGone(typed.current));
    },
    [surface, actions, cluster, base, key],
  );

  usePlaceOnBoard(
    surface,
    field,
    () => {
      const placed = surface.model.view.clusters.get(cluster);
      return placed ? { x: placed.x, y: placed.y, w: placed.w, h: CLUSTER_HEAD } : null;
    },
    (element, { x, y, w, h }) => {
      const width = Math.max(WIDTH_MIN, w - 24);
      const left = Math.max(8, Math.min(surface.viewport.size.w - width - 8, x + w / 2 - width / 2));
      const top = Math.max(8, Math.min(surface.viewport.size.h - 60, y + h / 2 - 24));
      element.style.setProperty('--left', `${Math.round(left)}px`);
      element.style.setProperty('--top', `${Math.round(top)}px`);
      element.style.setProperty('--width', `${Math.round(Math.min(width, surface.viewport.size.w - 16))}px`);
    },
  );

  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') save();
    else if (event.key === 'Escape') cancel();
    else if (event.key === 'z' && (event.ctrlKey || event.metaKey) && title === base) {
      // Nothing typed yet: it is the grouping that the person wants undone.
      cancel();
      actions.undo();
    } else return;
    event.preventDefault();
  };
  return (
    <input
      ref={field}
      className={styles.title}
      data-control=""
      aria-label={words.editor.title}
      placeholder={words.unnamed}
      maxLength={CLUSTER_TITLE_MAX}
      dir="auto"
      value={title}
      onChange={(event) => type(event.target.value)}
      onKeyDown={onKey}
      onBlur={() => document.hasFocus() && save()}
    />
  );
}
