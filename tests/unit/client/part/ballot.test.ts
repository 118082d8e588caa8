/** What is voted on, and what came of it, as plain lists. */

import { describe, expect, it } from 'vitest';
import { ballotOf, byDots, byRating, dotsOf, inPlace, type Thing } from '../../../../client/part/ballot.ts';
import type { NoteView } from '../../../../shared/board/boardDoc.ts';
import { type ClusterId, type NoteId, newId } from '../../../../shared/domain/ids.ts';

const note = (text: string): NoteView => ({ id: newId('n') as NoteId, text, pos: [0, 0], round: 2, at: 1 });
const group = (title: string, ...texts: string[]) => ({
  id: newId('c') as ClusterId,
  title,
  notes: texts.map(note),
});

const outline = {
  groups: [group('Lønn', 'a', 'b', 'c', 'd'), group('', 'e')],
  loose: [note('alene'), note('også alene')],
};

describe('a ballot', () => {
  it('has groups with their first notes, then single notes with their round', () => {
    const { groups, loose } = ballotOf(outline, 'dots');
    expect(groups.map(({ text, count, notes }) => [text, count, notes])).toEqual([
      ['Lønn', 4, ['a', 'b', 'c']],
      ['', 1, ['e']],
    ]);
    expect(loose.map(({ text, round }) => [text, round])).toEqual([
      ['alene', 2],
      ['også alene', 2],
    ]);
  });

  it('has groups alone where they are rated, and single notes only where there are no groups', () => {
    expect(ballotOf(outline, 'rating').loose).toEqual([]);
    expect(ballotOf({ groups: [], loose: outline.loose }, 'rating').loose).toHaveLength(2);
  });

  it('keeps its order while people vote: what is new comes last, what is gone goes', () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((text): Thing => ({ id: note(text).id, text }));
    const before = [a!, b!, c!];
    expect(inPlace(before, [d!, c!, a!]).map(({ text }) => text)).toEqual(['a', 'c', 'd']);
  });
});

describe('what came of it', () => {
  const ballot = ballotOf(outline, 'dots');
  const [first, second] = ballot.groups;
  const [alone] = ballot.loose;

  it('is told with the most dots first, in the list’s own order where they are equal', () => {
    const told = byDots(ballot, { dots: { [alone!.id]: 5, [second!.id]: 2 }, ratings: {} });
    expect(told.map(({ thing, dots }) => [thing.text, dots])).toEqual([
      ['alene', 5],
      ['', 2],
      ['Lønn', 0],
      ['også alene', 0],
    ]);
  });

  it('is told of rated things alone, the highest of both axes together first', () => {
    const ratings = {
      [first!.id]: { effect: 2, feasibility: 4.5, count: 3 },
      [second!.id]: { effect: 5, feasibility: 3, count: 1 },
    };
    const told = byRating(ballot, { dots: {}, ratings });
    expect(told.map(({ thing, count }) => [thing.id, count])).toEqual([
      [second!.id, 1],
      [first!.id, 3],
    ]);
  });

  it('counts one’s own dots', () => {
    expect(dotsOf({ dots: { a: 2, b: 1 }, ratings: {} })).toBe(3);
    expect(dotsOf(null)).toBe(0);
  });
});
