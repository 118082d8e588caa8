/** The keyboard on the timeline: one tab stop that the arrows move, and notes that are lifted, laid and lengthened. */

import { type KeyboardEvent, useCallback, useState } from 'react';
import type { Slot } from '../../shared/board/boardDoc.ts';
import type { NoteId } from '../../shared/domain/ids.ts';
import { slotIn } from '../../shared/domain/year.ts';
import { announce } from '../state/announcer.ts';
import { getText } from '../text/index.ts';
import { type Arrow, type Stop, walk } from './gridWalk.ts';
import { slotWords } from './slotWords.ts';
import { lengthened, moved } from './timelineModel.ts';
import { rowsShown, type TimelineShow } from './timelineShow.ts';
import type { ThingId } from './useTimeline.ts';

export interface GridKeys {
  tabOf(stop: string): 0 | -1;
  /** The focus is there now. */
  at(stop: string, month: number): void;
  press(event: KeyboardEvent): void;
  /** What the keyboard holds. */
  carries: ThingId | null;
  /** Where it would lie. */
  over: Slot | null;
}

const ARROWS: readonly string[] = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'];

export function useGridKeys(show: TimelineShow): GridKeys {
  const [here, setHere] = useState<Stop | null>(null);
  const [carried, setCarried] = useState<{ id: ThingId; slot: Slot } | null>(null);
  const { laid, year } = show;
  const first = laid.lanes[0] ? `${laid.lanes[0].lane.id} 0` : (laid.tray[0]?.id ?? '');
  const isThere = (stop: string) =>
    laid.tray.some(({ id }) => id === stop) ||
    laid.lanes.some(
      ({ lane, items }) => stop.startsWith(`${lane.id} `) || items.some(({ thing }) => thing.id === stop),
    );
  const tabStop = here && isThere(here.stop) ? here.stop : first;

  const at = useCallback((stop: string, month: number) => setHere({ stop, month }), []);

  const press = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const { rights, deeds, now, board } = show;
    if (event.nativeEvent.isComposing || target.closest('textarea, input, select, dialog')) return;
    const { key } = event;
    const ctrl = event.ctrlKey || event.metaKey;
    const taken = () => {
      event.preventDefault();
      event.stopPropagation();
    };
    if (ctrl && (key === 'z' || key === 'Z' || key === 'y') && rights.mayWrite) {
      taken();
      if (key === 'y' || event.shiftKey) board.actions.redo();
      else board.actions.undo();
      return;
    }
    if (key === 'Escape' && (carried || now.what !== 'nothing')) {
      taken();
      if (!carried) return deeds.close();
      setCarried(null);
      announce(getText().years.carry.back);
      return;
    }
    const stop = target.dataset.stop;
    if (!stop || ctrl || event.altKey) return;
    const note = board.surface.model.notes.get(stop as NoteId);
    const thing = note ?? show.plan.measures.find(({ id }) => id === stop);
    const arrow = ARROWS.includes(key) ? (key as Arrow) : null;
    if (carried) return carry(event, arrow, taken);
    if (arrow && event.shiftKey && thing) {
      taken();
      const by = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
      const slot = slotIn(thing.slot, year.lanes);
      if (slot && by && rights.mayMove(thing.id)) deeds.put(thing.id, lengthened(slot, by));
      return;
    }
    if (arrow) {
      taken();
      const rows = (lane: string) => (show.opened.has(lane) ? Infinity : shownRows(show, lane));
      const next = walk(laid, rows, { stop, month: here?.month ?? 0 }, arrow);
      if (!next) return;
      setHere(next);
      document.querySelector<HTMLElement>(`[data-stop="${next.stop}"]`)?.focus();
      return;
    }
    if (!thing) return;
    if (key === ' ') {
      taken();
      if (!rights.mayMove(thing.id)) return;
      const slot = slotIn(thing.slot, year.lanes) ?? firstSlot(show, here?.month ?? 0);
      if (!slot) return;
      setCarried({ id: thing.id, slot });
      const { years } = getText();
      announce(years.carry.up(slotWords(years, year, thing.slot)));
    } else if (key === 'm' || key === 'M') {
      taken();
      deeds.toggle(thing.id);
    } else if (key === 'Enter' && note && rights.mayEdit(note.id) && !show.hands) {
      taken();
      deeds.open({ what: 'edit', id: note.id, base: note.text });
    }
  };

  const carry = (event: KeyboardEvent, arrow: Arrow | null, taken: () => void) => {
    const { id, slot } = carried!;
    if (event.key === ' ' || event.key === 'Enter') {
      taken();
      setCarried(null);
      show.deeds.put(id, slot);
      return;
    }
    if (!arrow) return;
    taken();
    const across = { ArrowLeft: -1, ArrowRight: 1, Home: -12, End: 12, ArrowUp: 0, ArrowDown: 0 }[arrow];
    const down = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: 0, ArrowRight: 0, Home: 0, End: 0 }[arrow];
    const next = moved(slot, year.lanes, across, down);
    setCarried({ id, slot: next });
    const { years } = getText();
    announce(years.carry.over(slotWords(years, year, next)));
  };

  return {
    tabOf: (stop) => (stop === tabStop ? 0 : -1),
    at,
    press,
    carries: carried?.id ?? null,
    over: carried?.slot ?? null,
  };
}

/** Rows that are shown of a lane that is not opened. */
function shownRows({ laid }: TimelineShow, lane: string): number {
  return rowsShown(laid.lanes.find((one) => one.lane.id === lane)?.rows ?? 0, laid.lanes.length);
}

function firstSlot({ year }: TimelineShow, month: number): Slot | null {
  const [lane] = year.lanes;
  return lane ? [lane.id, month, month] : null;
}
