/** Notes that stand out on this screen's board, all others dimmed: those of a main point that somebody wants to see. */

import { create } from 'zustand';
import type { NoteId, StationId } from '../../shared/domain/ids.ts';

export interface Lit {
  station: StationId;
  notes: readonly NoteId[];
  /** The point's heading. */
  title: string;
}

export const useLit = create<{ lit: Lit | null }>()(() => ({ lit: null }));

export function lightNotes(lit: Lit): void {
  useLit.setState({ lit });
}

/** @param at only where it is this station's notes that are lit; absent: whichever are */
export function putOutNotes(at?: StationId): void {
  if (at === undefined || useLit.getState().lit?.station === at) useLit.setState({ lit: null });
}

/** What is lit at this station, live. */
export function useLitAt(station: StationId): Lit | null {
  return useLit(({ lit }) => (lit?.station === station ? lit : null));
}
