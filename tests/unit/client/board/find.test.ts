/** Finding notes: what counts as the same text, and what each filter asks. */

import { describe, expect, it } from 'vitest';
import { EVERYTHING, type FindWish, findNotes, foldText } from '../../../../client/board/model/find.ts';
import type { NoteView } from '../../../../shared/board/boardDoc.ts';
import { viewBoard } from '../../../../shared/board/boardView.ts';
import { newId } from '../../../../shared/domain/ids.ts';

const note = (text: string, more: Partial<NoteView> = {}): NoteView => ({
  id: newId('n'),
  text,
  pos: [0, 0],
  round: 1,
  at: 1,
  ...more,
});

function found(
  notes: NoteView[],
  wish: Partial<FindWish>,
  mine: string[] = [],
  fresh: string[] = [],
): string[] {
  const ids = findNotes(
    { ...EVERYTHING, ...wish },
    {
      view: viewBoard(notes, []),
      isMine: (id) => mine.includes(id),
      isFresh: (id) => fresh.includes(id),
      folded: ({ text }) => foldText(text),
    },
  );
  return ids.map((id) => notes.find((one) => one.id === id)!.text);
}

describe('text', () => {
  it('is the same in capitals, with accents, and however it is spaced', () => {
    expect(foldText('  Éin  KAFÉ\nà Genève ')).toBe('ein kafe a geneve');
    expect(foldText('ÆØÅ')).toBe('æøå');
  });

  it('knows æ, ø and å as letters of their own, however å was typed', () => {
    expect(foldText('ål')).not.toBe(foldText('al'));
    expect(foldText('a\u030al')).toBe(foldText('Ål'));
    expect(foldText('bør')).not.toBe(foldText('bor'));
    expect(foldText('læring')).not.toBe(foldText('laering'));
  });
});

describe('finding', () => {
  const notes = [
    note('Besøk på skolen', { pos: [300, 0] }),
    note('Ål i Hallingdal', { pos: [0, 10], round: 2, level: 'local' }),
    note('Al er et annet sted', { pos: [0, 300], round: 2, level: 'national' }),
  ];

  it('takes all the words, in any order', () => {
    expect(found(notes, { text: 'skolen besøk' })).toEqual(['Besøk på skolen']);
    expect(found(notes, { text: 'skolen ål' })).toEqual([]);
  });

  it('does not take an a for an å', () => {
    expect(found(notes, { text: 'ål' })).toEqual(['Ål i Hallingdal']);
    expect(found(notes, { text: 'AL' })).toEqual(['Ål i Hallingdal', 'Al er et annet sted'].slice(0, 2));
  });

  it('goes as one reads: by lines, and in a line from the left', () => {
    expect(found(notes, { text: 's' })).toEqual(['Besøk på skolen', 'Al er et annet sted']);
    expect(found(notes, { rounds: [1, 2] })).toEqual([
      'Ål i Hallingdal',
      'Besøk på skolen',
      'Al er et annet sted',
    ]);
  });

  it('filters by round, level, whose it is and how new, and all of it together', () => {
    const [first, second, third] = notes.map(({ id }): string => id) as [string, string, string];
    expect(found(notes, { rounds: [2] })).toHaveLength(2);
    expect(found(notes, { level: 'national' })).toEqual(['Al er et annet sted']);
    expect(found(notes, { mine: true }, [first])).toEqual(['Besøk på skolen']);
    expect(found(notes, { fresh: true }, [], [second, third])).toHaveLength(2);
    expect(found(notes, { fresh: true, rounds: [2], text: 'al' }, [], [third])).toEqual([
      'Al er et annet sted',
    ]);
  });
});
