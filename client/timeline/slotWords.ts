/** Slots, cells and months in words: a station's months begin where its year does. */

import type { Slot } from '../../shared/board/boardDoc.ts';
import type { Lane, YearKind } from '../../shared/domain/hall.ts';
import { calendarMonth, MONTHS, slotIn } from '../../shared/domain/year.ts';
import type { Text } from '../text/index.ts';

/** As much of a station as its timeline is made of. */
export interface Year {
  lanes: readonly Lane[];
  year: YearKind;
}

/** The timeline of a station as the hall tells of it. */
export function yearOf({ lanes, year }: { lanes?: readonly Lane[]; year?: YearKind }): Year {
  return { lanes: lanes ?? NONE, year: year ?? 'school' };
}

/** The months' names in the order of the year. */
export function monthNames(names: readonly string[], year: YearKind): string[] {
  return Array.from({ length: MONTHS }, (_, month) => names[calendarMonth(month, year)]!);
}

/** «august til oktober». */
export function spanWords(words: Text['years'], year: YearKind, from: number, to: number): string {
  const names = monthNames(words.months, year);
  return from === to ? names[from]! : words.span(names[from]!, names[to]!);
}

/** «Høgskolene, august til oktober»; «Uten plass» where it lies in the tray. */
export function slotWords(words: Text['years'], { lanes, year }: Year, slot: Slot | undefined): string {
  const at = slotIn(slot, lanes);
  if (!at) return words.tray.title;
  return words.place(laneTitle(lanes, at[0]), spanWords(words, year, at[1], at[2]));
}

/** «august til oktober», for a slot that lasts longer than a month. */
export function spanOf(
  words: Text['years'],
  { lanes, year }: Year,
  slot: Slot | undefined,
): string | undefined {
  const at = slotIn(slot, lanes);
  return at && at[1] !== at[2] ? spanWords(words, year, at[1], at[2]) : undefined;
}

export function laneTitle(lanes: readonly Lane[], id: string): string {
  return lanes.find((lane) => lane.id === id)?.title ?? '';
}

const NONE: readonly Lane[] = [];
