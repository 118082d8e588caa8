/** What is open on the timeline at this screen, and the deeds behind it: each is one of the board's own, with its undo. */

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { NoteView, Slot } from '../../shared/board/boardDoc.ts';
import type { MeasureId, NoteId } from '../../shared/domain/ids.ts';
import { slotIn } from '../../shared/domain/year.ts';
import { setMeasureField } from '../../shared/plan/planOps.ts';
import type { StationState } from '../../shared/protocol/hallEvents.ts';
import { freePlace } from '../board/deeds/freePlace.ts';
import { barsMove } from '../board/model/stationRules.ts';
import type { OpenBoard } from '../board/openBoard.ts';
import { announce } from '../state/announcer.ts';
import type { Plan } from '../state/planStore.ts';
import { canWrite } from '../sync/boardConnection.ts';
import { getText } from '../text/index.ts';
import { slotWords, spanWords, yearOf } from './slotWords.ts';
import { isMeasure, sameSlot, slotAt } from './timelineModel.ts';

/** A cell; null is the tray. */
export type Cell = { lane: string; month: number } | null;

/** What is open: one thing at a time. */
export type Open =
  | { what: 'nothing' }
  | { what: 'note'; id: ThingId }
  | { what: 'edit'; id: NoteId; base: string }
  | { what: 'write'; at: Cell }
  /** The next press on a cell is where this note goes. */
  | { what: 'pick'; id: ThingId };

export type ThingId = NoteId | MeasureId;

export interface TimelineDeeds {
  open(next: Open): void;
  close(): void;
  /** Opens a note's choices, or closes them. */
  toggle(id: ThingId): void;
  /** Lays a note in a slot, or in the tray; a measure in a slot, or off the timeline. */
  put(id: ThingId, slot: Slot | undefined): void;
  slotOf(id: ThingId): Slot | undefined;
  /** A press on a cell: puts there what was picked up, or opens a new note there. */
  press(at: Cell): void;
  write(text: string, at: Cell): boolean;
  saveEdit(id: NoteId, base: string, text: string): boolean;
  remove(id: NoteId): void;
  /** Moves the focus to a thing once it stands there; by its `data-stop`. */
  focusNext(stop: string): void;
}

export interface TimelineHands {
  now: Open;
  deeds: TimelineDeeds;
}

export function useTimeline(board: OpenBoard, station: StationState, plan: Plan): TimelineHands {
  const [now, setNow] = useState<Open>({ what: 'nothing' });
  const focusNext = useFocusNext();
  const { actions, surface } = board;
  const live = useRef({ now, station, plan });
  live.current = { now, station, plan };

  const deeds = useMemo((): TimelineDeeds => {
    const measureOf = (id: ThingId) => live.current.plan.measures.find((one) => one.id === id);
    const thingOf = (id: ThingId) => surface.model.notes.get(id as NoteId) ?? measureOf(id);
    const close = () => {
      const { now } = live.current;
      setNow({ what: 'nothing' });
      if (now.what === 'write') focusNext(stopOf(now.at));
      else if (now.what !== 'nothing') focusNext(now.id);
    };
    const put = (id: ThingId, slot: Slot | undefined) => {
      const thing = thingOf(id);
      if (!thing || sameSlot(thing.slot, slot)) return;
      const { years } = getText();
      const year = yearOf(live.current.station);
      const place = slotWords(years, year, slot);
      const stays = slot && thing.slot && slot[0] === thing.slot[0] && slot[1] === thing.slot[1];
      const said = !slot
        ? isMeasure(thing)
          ? years.measure.off
          : years.said.toTray
        : stays
          ? years.said.span(spanWords(years, year.year, slot[1], slot[2]))
          : years.said.put(place);
      const { doc } = live.current.plan;
      if (!isMeasure(thing)) actions.setSlot(id as NoteId, slot, said);
      else if (doc) {
        setMeasureField(doc, id as MeasureId, 'slot', slot);
        announce(said);
      }
      focusNext(id);
    };
    const press = (at: Cell) => {
      const { now } = live.current;
      if (now.what !== 'pick') return setNow({ what: 'write', at });
      setNow({ what: 'nothing' });
      put(now.id, at ? slotAt(at.lane, at.month, thingOf(now.id)?.slot ?? null) : undefined);
    };
    return {
      open: setNow,
      close,
      toggle(id) {
        const { now, station } = live.current;
        if (now.what === 'pick') {
          // A full cell is pressed where its notes lie.
          const slot = slotIn(thingOf(id)?.slot, yearOf(station).lanes);
          return press(slot && { lane: slot[0], month: slot[1] });
        }
        focusNext(id);
        setNow(now.what === 'note' && now.id === id ? { what: 'nothing' } : { what: 'note', id });
      },
      put,
      slotOf: (id) => thingOf(id)?.slot,
      press,
      write(text, at) {
        const { x, y, w, h } = surface.model.bounds ?? { x: 0, y: 0, w: 0, h: 0 };
        const pos = freePlace(surface.model.spatial, { x: Math.round(x + w / 2), y: Math.round(y + h / 2) });
        actions.write(text, pos, at ? [at.lane, at.month, at.month] : undefined);
        return true;
      },
      saveEdit(id, base, text) {
        if (text !== base && !actions.edit(id, base, text)) return false;
        setNow({ what: 'note', id });
        focusNext(id);
        return true;
      },
      remove(id) {
        setNow({ what: 'nothing' });
        actions.remove([id]);
      },
      focusNext,
    };
  }, [actions, surface, focusNext]);

  // What somebody takes down can't stay open.
  const gone =
    'id' in now &&
    !surface.model.notes.has(now.id as NoteId) &&
    !plan.measures.some(({ id, slot }) => id === now.id && slot);
  useEffect(() => {
    if (gone) setNow({ what: 'nothing' });
  }, [gone]);
  return { now: gone ? { what: 'nothing' } : now, deeds };
}

export interface TimelineRights {
  mayWrite: boolean;
  moderates: boolean;
  levels: boolean;
  mayMove(thing: ThingId): boolean;
  mayEdit(note: NoteId): boolean;
}

/** What this person may do here; mirrors the gate, which decides. */
export function useRights(
  board: OpenBoard,
  state: Parameters<typeof canWrite>[0],
  station: StationState,
  {
    paused,
    isMine,
    moderates,
    plan,
  }: { paused: boolean; isMine: (note: NoteId) => boolean; moderates: boolean; plan: Plan },
): TimelineRights {
  const mayPlan = plan.mayWrite();
  const mayWrite = canWrite(state) && !paused;
  const { moveOwn, groupingClosed } = station.rules;
  const { anonymous } = station;
  return useMemo(() => {
    const own = (note: NoteId) => isMine(note) || board.actions.written.has(note);
    const rules = moderates ? { moveOwn: false, groupingClosed: false } : { moveOwn, groupingClosed };
    return {
      mayWrite,
      moderates,
      // The server can't tell whose note it is at an anonymous station, so only who moderates may change its level.
      levels: station.levels && (moderates || !anonymous),
      // Where nobody knows whose a note is, the gate takes it for somebody else's.
      mayMove: (thing) =>
        isMeasure({ id: thing })
          ? mayPlan
          : mayWrite && !barsMove(rules, thing as NoteId, (id) => own(id) && !anonymous),
      mayEdit: (note) => mayWrite && (moderates || own(note)),
    };
  }, [board, mayPlan, mayWrite, moderates, moveOwn, groupingClosed, anonymous, station.levels, isMine]);
}

/** What names a cell, or the tray, among the things that can have the focus. */
export const stopOf = (at: Cell) => (at ? `${at.lane} ${at.month}` : 'tray');

/** As much of a text as names its note. */
export function shortText({ text }: Pick<NoteView, 'text'>): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 58).trimEnd()}…` : line;
}

/** What is not there by then is not coming. */
const FOCUS_MS = 1_500;

function useFocusNext(): (stop: string) => void {
  const wanted = useRef({ stop: '', until: 0, given: false });
  useEffect(() => {
    const { stop, until, given } = wanted.current;
    if (!stop || performance.now() > until) return;
    // It may have stood where it was still, and have come where it goes only now: then the focus is lost with the old one.
    if (given && document.activeElement !== document.body) return;
    const found = document.querySelector<HTMLElement>(`[data-stop="${stop}"]`);
    if (!found) return;
    found.focus();
    wanted.current.given = true;
  });
  return useCallback((stop) => {
    wanted.current = { stop, until: performance.now() + FOCUS_MS, given: false };
  }, []);
}
