/** The plan's measures for who reads the timeline as a list: which one is open, and its place, with its undo. */

import { useState } from 'react';
import type { Slot } from '../../shared/board/boardDoc.ts';
import type { HallId, MeasureId } from '../../shared/domain/ids.ts';
import { setMeasureField } from '../../shared/plan/planOps.ts';
import { useFocusNext } from '../outline/useOutline.ts';
import { announce } from '../state/announcer.ts';
import { type Plan, usePlan } from '../state/planStore.ts';
import { useText } from '../text/index.ts';
import { slotWords, type Year } from './slotWords.ts';

export interface MeasureHands {
  plan: Plan;
  mayMove: boolean;
  open: MeasureId | null;
  toggle(id: MeasureId): void;
  /** Lays a measure at another place, or off the timeline. */
  place(id: MeasureId, slot: Slot | undefined): void;
}

export function useMeasures(hall: HallId, year: Year): MeasureHands {
  const { years } = useText();
  const plan = usePlan(hall);
  const [open, setOpen] = useState<MeasureId | null>(null);
  const focusNext = useFocusNext();
  return {
    plan,
    mayMove: plan.mayWrite(),
    open,
    toggle: (id) => setOpen(open === id ? null : id),
    place(id, slot) {
      if (!plan.doc || !setMeasureField(plan.doc, id, 'slot', slot)) return;
      announce(slot ? years.said.put(slotWords(years, year, slot)) : years.measure.off);
      focusNext(`${id} place`);
    },
  };
}
