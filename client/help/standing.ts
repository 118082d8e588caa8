/** What of the help still holds on the board as it hangs now: it was thought out a moment ago, and people go on. */

import type { ClusterId, NoteId } from '../../shared/domain/ids.ts';
import type { GroupingHelp, Suggestion } from '../../shared/domain/suggestion.ts';

/** The board, as the help is read against it. */
export interface Ground {
  /** Undefined: it does not hang here. */
  text(note: NoteId): string | undefined;
  groupOf(note: NoteId): ClusterId | undefined;
  /** Undefined: the group is not there. */
  title(group: ClusterId): string | undefined;
}

/** Suggestions without what was taken down or grouped meanwhile; groups that people made are never in one. */
export function standing(
  { suggestions, alone, torn }: GroupingHelp,
  ground: Ground,
  refused: ReadonlySet<string>,
): GroupingHelp {
  const loose = (id: NoteId) => ground.text(id) !== undefined && ground.groupOf(id) === undefined;
  return {
    suggestions: suggestions.flatMap((one): Suggestion[] => {
      const notes = one.notes.filter(loose);
      const holds =
        one.kind === 'add' ? notes.length > 0 && ground.title(one.cluster) !== undefined : notes.length > 1;
      return holds && !refused.has(one.key) ? [{ ...one, notes }] : [];
    }),
    alone: alone.filter(loose),
    torn: torn.flatMap((one) => {
      const between = one.between.filter((id) => ground.title(id) !== undefined);
      const holds = one.dragged
        ? between.length > 1 && (loose(one.note) || between.includes(ground.groupOf(one.note)!))
        : between.length > 0 && loose(one.note);
      return holds ? [{ ...one, between }] : [];
    }),
  };
}

/** The surest ones, so many at most, of which no two are about the same note. */
export function fewOf(suggestions: readonly Suggestion[], most: number): Suggestion[] {
  const few: Suggestion[] = [];
  const taken = new Set<NoteId>();
  for (const one of suggestions) {
    if (few.length >= most) break;
    if (one.notes.some((id) => taken.has(id))) continue;
    few.push(one);
    for (const id of one.notes) taken.add(id);
  }
  return few;
}

/** A text in pieces, those that are among the shared words marked. */
export function piecesOf(text: string, why: readonly string[]): { text: string; shared: boolean }[] {
  const words = why.filter(Boolean).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (words.length === 0) return [{ text, shared: false }];
  const shared = new RegExp(`(?<![\\p{L}\\p{N}])(${words.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
  return text
    .split(shared)
    .map((piece, index) => ({ text: piece, shared: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
