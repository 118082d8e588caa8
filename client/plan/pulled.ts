/** A measure that was just pulled from a note or a group: told where one stands, with the way to it and the way back. */

import { create } from 'zustand';
import type { HallId, MeasureId } from '../../shared/domain/ids.ts';
import { removeMeasure } from '../../shared/plan/planOps.ts';
import { announce } from '../state/announcer.ts';
import { useHallStore } from '../state/hallStore.ts';
import { deedInPlan } from '../state/planStore.ts';
import { getText } from '../text/index.ts';

export interface Pulled {
  hall: HallId;
  /** Null: it was not made, and `text` says why. */
  id: MeasureId | null;
  text: string;
}

export const usePulled = create<{ pulled: Pulled | null }>()(() => ({ pulled: null }));

export function tellPulled(pulled: Pulled): void {
  announce(pulled.text);
  usePulled.setState({ pulled });
}

export function closePulled(): void {
  usePulled.setState({ pulled: null });
}

/** Takes the measure out of the plan again. */
export async function takeBack({ hall, id }: Pulled): Promise<void> {
  const { you } = useHallStore.getState();
  if (!you || !id) return;
  const reader = { hall, participant: you.participantId, role: you.role };
  const done = await deedInPlan(reader, (doc) => removeMeasure(doc, id));
  const { pull } = getText().plan.actions;
  if (!done) return tellPulled({ hall, id: null, text: pull.undoFailed });
  announce(pull.undone);
  closePulled();
}
