/** What came of a vote, in the order of the room's choice, with the words of what was voted on. */

import type { Poll } from '../../shared/domain/hall.ts';
import type { VoteResults } from '../../shared/protocol/hallEvents.ts';
import type { DeskBoard } from './deskBoard.ts';

export interface TallyLine {
  id: string;
  /** A note's text or a group's title; empty for a group without one, null where it no longer hangs. */
  text: string | null;
  dots: number;
  rating: { effect: number; feasibility: number; count: number } | null;
}

/** The lines of a vote's result, best first. */
export function tallyOf(
  kind: Poll['kind'],
  { dots, ratings }: VoteResults,
  board: Pick<DeskBoard, 'notes' | 'groups'> | null,
): TallyLine[] {
  const texts = new Map<string, string>();
  for (const { id, text } of board?.notes ?? []) texts.set(id, text);
  for (const { id, title } of board?.groups ?? []) texts.set(id, title);
  const ids = Object.keys(kind === 'dots' ? dots : ratings);
  const lines = ids.map((id) => ({
    id,
    text: texts.get(id) ?? null,
    dots: dots[id] ?? 0,
    rating: ratings[id] ?? null,
  }));
  const weight = ({ dots, rating }: TallyLine) =>
    kind === 'dots' ? dots : rating ? rating.effect + rating.feasibility : 0;
  return lines.sort((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1));
}
