/** What is open in the list, and the deeds behind its buttons: each is one of the board's own, with the board's undo. */

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Slot } from '../../shared/board/boardDoc.ts';
import type { ClusterId, NoteId, StationId } from '../../shared/domain/ids.ts';
import { freePlace } from '../board/deeds/freePlace.ts';
import { standAt } from '../board/hand/dropTarget.ts';
import type { OpenBoard } from '../board/openBoard.ts';
import { draftKey, keepDraft, readDraft } from '../state/boardDraft.ts';
import { draftStorage } from '../state/deviceStorage.ts';
import { useHallStore } from '../state/hallStore.ts';
import { getText } from '../text/index.ts';
import { slotWords, yearOf } from '../timeline/slotWords.ts';
import type { GroupDeeds, NoteDeeds } from './outlineDeeds.ts';

/** One thing at a time is open, so that the page stays short. */
export type Open = { id: NoteId; what: 'menu' | 'edit' } | { id: ClusterId; what: 'menu' | 'title' } | null;

/** What is asked about in the dialog. */
export type Asking = { kind: 'partner'; note: NoteId } | { kind: 'merge'; group: ClusterId } | null;

export interface OutlineHands {
  open: Open;
  asking: Asking;
  notes: NoteDeeds;
  groups: GroupDeeds;
  write(text: string): boolean;
  /** Lays a note at another place on the timeline. */
  place(note: NoteId, slot: Slot | undefined): void;
  answer(id: NoteId | ClusterId): void;
  stopAsking(): void;
  /** A row went with the focus in it. */
  lost(row: string): void;
}

export function useOutline(board: OpenBoard, station: StationId): OutlineHands {
  const [open, setOpen] = useState<Open>(null);
  const [asking, setAsking] = useState<Asking>(null);
  const removed = useRef(new Set<string>());
  /** What is open for writing, as it was then: others may change it meanwhile. */
  const before = useRef('');
  const focusNext = useFocusNext();
  const { actions, surface } = board;
  const { view } = surface.model;
  const shown = !open || view.notes.has(open.id as NoteId) || view.clusters.has(open.id as ClusterId);
  // A group just made comes into view a moment later.
  const seen = useRef<Open>(null);
  if (shown) seen.current = open;

  // It went while one wrote in it: a note's text becomes the next note's draft, a group's name is told.
  useEffect(() => {
    if (shown || !open || open !== seen.current || open.what === 'menu') return;
    const key = draftKey(station, open.id);
    const typed = readDraft(draftStorage, key);
    setOpen(null);
    if (typed === null) return;
    keepDraft(draftStorage, key, null);
    if (open.what === 'edit') actions.giveBack(typed);
    else actions.warn(getText().board.notices.titleGone(typed));
  }, [shown, open, station, actions]);

  const fixed = useMemo(() => {
    const close = (id: NoteId | ClusterId) => {
      setOpen(null);
      focusNext(`${id} menu`);
    };
    const toggle = (id: NoteId | ClusterId) =>
      setOpen((now) => (now?.id === id && now.what === 'menu' ? null : ({ id, what: 'menu' } as Open)));
    const named = (made: ClusterId | null, otherwise: string) => {
      before.current = '';
      setOpen(made && { id: made, what: 'title' });
      if (!made) focusNext(otherwise);
    };
    const notes: NoteDeeds = {
      toggle,
      close,
      edit(id) {
        before.current = surface.model.notes.get(id)?.text ?? '';
        setOpen({ id, what: 'edit' });
      },
      saveEdit(id, text) {
        if (text !== before.current && !actions.edit(id, before.current, text)) return false;
        close(id);
        return true;
      },
      group: (note) => setAsking({ kind: 'partner', note }),
      takeOut(id) {
        actions.takeOut([id]);
        close(id);
      },
      order(id, by) {
        const cluster = view.clusters.get(view.notes.get(id)?.cluster as ClusterId);
        if (cluster) actions.lay(standAt(cluster, [id], cluster.members.indexOf(id) + by));
      },
      level: (id, level) => actions.setLevel(id, level),
      remove(id) {
        removed.current.add(id);
        setOpen(null);
        actions.remove([id]);
      },
    };
    const groups: GroupDeeds = {
      toggle,
      close,
      rename(id) {
        before.current = surface.model.clusters.get(id)?.title ?? '';
        setOpen({ id, what: 'title' });
      },
      saveName(id, title) {
        const named = title === before.current || actions.name(id, title, before.current);
        close(id);
        return named;
      },
      merge: (group) => setAsking({ kind: 'merge', group }),
    };
    const answer = (asked: Asking, id: NoteId | ClusterId) => {
      setAsking(null);
      const there = (one: string) => view.notes.has(one as NoteId) || view.clusters.has(one as ClusterId);
      const { outline } = getText().board;
      const gone = [asked?.kind === 'partner' ? asked.note : asked?.group, id].find(
        (one) => one && !there(one),
      );
      if (gone) return actions.warn(gone.startsWith('n_') ? outline.gone : outline.goneGroup);
      if (asked?.kind === 'partner') named(actions.groupWith([asked.note], id), `${asked.note} menu`);
      else if (asked) {
        actions.lay({ do: 'merge', from: asked.group, into: id as ClusterId });
        setOpen(null);
        focusNext(`${id} menu`);
      }
    };
    const write = (text: string) => {
      const { x, y, w, h } = surface.model.bounds ?? { x: 0, y: 0, w: 0, h: 0 };
      const middle = { x: Math.round(x + w / 2), y: Math.round(y + h / 2) };
      actions.write(text, freePlace(surface.model.spatial, middle));
      return true;
    };
    const place = (note: NoteId, slot: Slot | undefined) => {
      const at = useHallStore.getState().hall?.stations.find(({ id }) => id === station);
      const { years } = getText();
      const said = slot ? years.said.put(slotWords(years, yearOf(at ?? {}), slot)) : years.said.toTray;
      actions.setSlot(note, slot, said);
      focusNext(`${note} place`);
    };
    const lost = (row: string) => {
      if (!removed.current.delete(row) && row.startsWith('n_')) actions.warn(getText().board.outline.gone);
    };
    return { notes, groups, answer, write, place, lost };
  }, [actions, surface, view, station, focusNext]);

  return {
    open,
    asking,
    notes: fixed.notes,
    groups: fixed.groups,
    write: fixed.write,
    place: fixed.place,
    lost: fixed.lost,
    answer: (id) => fixed.answer(asking, id),
    stopAsking: () => {
      setAsking(null);
      focusNext(asking?.kind === 'partner' ? `${asking.note} group` : `${asking?.group} merge`);
    },
  };
}

/** A control that is not there by then is not coming. */
const FOCUS_MS = 1_500;

/** Moves the focus to a control of the list, once that is there. @returns what names it, by its `data-focus` */
export function useFocusNext(): (key: string) => void {
  const wanted = useRef({ key: '', until: 0 });
  useEffect(() => {
    const { key, until } = wanted.current;
    // What comes late comes while the person is busy elsewhere.
    if (!key || performance.now() > until) return;
    const found = document.querySelector<HTMLElement>(`[data-focus="${key}"]`);
    if (!found) return;
    wanted.current = { key: '', until: 0 };
    found.focus();
  });
  return useCallback((key) => {
    wanted.current = { key, until: performance.now() + FOCUS_MS };
  }, []);
}
