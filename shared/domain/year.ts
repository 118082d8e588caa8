/** A timeline's year: twelve months counted from where its year begins, and what a slot means in them. */

import type { Slot } from '../board/boardDoc.ts';
import type { Lane, YearKind } from './hall.ts';

export const MONTHS = 12;
const FIRST: Record<YearKind, number> = { school: 7, calendar: 0 };

/** The month of the calendar (0 is January) that is so many months into the year. */
export function calendarMonth(month: number, year: YearKind = 'school'): number {
  return (FIRST[year] + month) % MONTHS;
}

/** How many months into the year a month of the calendar (0 is January) comes. */
export function monthOfYear(calendar: number, year: YearKind = 'school'): number {
  return (calendar - FIRST[year] + MONTHS) % MONTHS;
}

/**
 * Where in these lanes a slot lies, its months in order and within the year; null where its lane is gone or it begins
 * beyond the year: then the thing lies in the tray.
 */
export function slotIn(slot: Slot | undefined, lanes: readonly Lane[]): Slot | null {
  if (!slot) return null;
  const [lane, a, b] = slot;
  const [from, to] = [Math.min(a, b), Math.min(Math.max(a, b), MONTHS - 1)];
  return from < MONTHS && lanes.some(({ id }) => id === lane) ? [lane, from, to] : null;
}
