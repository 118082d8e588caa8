/** New notes that wait above a list one reads in, so that nothing moves under the thumb. */

import type { NoteId } from '../../shared/domain/ids.ts';

/** What is shown of a list whose new ones wait: `settled` are those that were there; null: none wait. */
export function arrivals<N extends { id: NoteId }>(
  notes: readonly N[],
  settled: ReadonlySet<NoteId> | null,
): { shown: readonly N[]; waiting: number } {
  if (!settled) return { shown: notes, waiting: 0 };
  const shown = notes.filter(({ id }) => settled.has(id));
  return { shown, waiting: notes.length - shown.length };
}
