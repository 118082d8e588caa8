/** What of the help still holds on the board as it hangs now, and the words that are lit in a note. */

import { describe, expect, it } from 'vitest';
import { fewOf, type Ground, piecesOf, standing } from '../../../../client/help/standing.ts';
import type { ClusterId, NoteId } from '../../../../shared/domain/ids.ts';
import type { Suggestion } from '../../../../shared/domain/suggestion.ts';

const n = (id: string) => `n_${id}` as NoteId;
const home = 'c_home' as ClusterId;
const gone = 'c_gone' as ClusterId;
const ground: Ground = {
  text: (id) => (id === n('down') ? undefined : `lapp ${id}`),
  groupOf: (id) => (id === n('grouped') ? home : undefined),
  title: (id) => (id === home ? 'Hjemme' : undefined),
};
const group = (key: string, ...notes: string[]): Suggestion => ({
  kind: 'group',
  key,
  notes: notes.map(n),
  title: '',
  why: [],
  sure: 1,
});
const add = (key: string, cluster: ClusterId, ...notes: string[]): Suggestion => ({
  kind: 'add',
  key,
  cluster,
  notes: notes.map(n),
  title: '',
  why: [],
  sure: 1,
});
const help = (...suggestions: Suggestion[]) => ({ suggestions, alone: [], torn: [] });
const keys = (suggestions: readonly Suggestion[]) => suggestions.map(({ key }) => key);

describe('what still holds', () => {
  it('is without notes that were taken down or that somebody grouped, and without what has too few left', () => {
    const { suggestions } = standing(
      help(
        group('a', '1', '2', 'down'),
        group('b', '3', 'grouped'),
        add('c', home, '4', 'grouped'),
        add('d', home, 'down'),
        add('e', gone, '5'),
      ),
      ground,
      new Set(),
    );
    expect(suggestions.map(({ key, notes }) => [key, notes])).toEqual([
      ['a', [n('1'), n('2')]],
      ['c', [n('4')]],
    ]);
  });

  it('is without what was refused here a moment ago', () => {
    expect(standing(help(group('a', '1', '2')), ground, new Set(['a'])).suggestions).toEqual([]);
  });

  it('names a torn note only with groups that are there, and lone notes only while they hang loose', () => {
    const told = {
      suggestions: [],
      alone: [n('1'), n('down'), n('grouped')],
      torn: [
        { note: n('2'), between: [home, gone] },
        { note: n('3'), between: [gone] },
        { note: n('grouped'), between: [home] },
      ],
    };
    const { alone, torn } = standing(told, ground, new Set());
    expect(alone).toEqual([n('1')]);
    expect(torn).toEqual([{ note: n('2'), between: [home] }]);
  });

  it('names a note that people drag wherever of the two groups it hangs, while both are there', () => {
    const here: Ground = { ...ground, title: (id) => (id === gone ? undefined : 'Navn') };
    const dragged = (note: string, ...between: ClusterId[]) => ({
      note: n(note),
      between,
      dragged: true as const,
    });
    const other = 'c_other' as ClusterId;
    const told = {
      suggestions: [],
      alone: [],
      torn: [
        dragged('2', home, other),
        dragged('grouped', other, home),
        dragged('grouped', other, 'c_third' as ClusterId),
        dragged('3', home, gone),
        dragged('down', home, other),
      ],
    };
    expect(standing(told, here, new Set()).torn).toEqual(told.torn.slice(0, 2));
  });
});

describe('a few at a time', () => {
  it('no two are about the same note, and the surest come first', () => {
    const all = [group('a', '1', '2'), group('b', '2', '3'), group('c', '4', '5'), group('d', '6', '7')];
    expect(keys(fewOf(all, 2))).toEqual(['a', 'c']);
    expect(keys(fewOf(all, 9))).toEqual(['a', 'c', 'd']);
  });
});

describe('words that are lit', () => {
  it('are whole words, in whatever case, and all of the text is still there', () => {
    const pieces = piecesOf('Bussen (bussen!) bussene', ['bussen']);
    expect(pieces.filter(({ shared }) => shared).map(({ text }) => text)).toEqual(['Bussen', 'bussen']);
    expect(pieces.map(({ text }) => text).join('')).toBe('Bussen (bussen!) bussene');
    expect(piecesOf('a.b', ['a.b', '(', 'ø'])).toEqual([{ text: 'a.b', shared: true }]);
    expect(piecesOf('uten', [])).toEqual([{ text: 'uten', shared: false }]);
  });
});
