/** The words: three languages with the same keys, each of which says all that it is given. */

import { describe, expect, it } from 'vitest';
import { board as boardEn } from '../../../client/text/board.en.ts';
import { board as boardNb } from '../../../client/text/board.nb.ts';
import { board as boardNn } from '../../../client/text/board.nn.ts';
import { rooms as roomsEn } from '../../../client/text/rooms.en.ts';
import { rooms as roomsNb } from '../../../client/text/rooms.nb.ts';
import { rooms as roomsNn } from '../../../client/text/rooms.nn.ts';
import { walk as walkEn } from '../../../client/text/walk.en.ts';
import { walk as walkNb } from '../../../client/text/walk.nb.ts';
import { walk as walkNn } from '../../../client/text/walk.nn.ts';

type Leaf = string | ((...values: never[]) => unknown);

const languages = {
  nb: leaves({ ...walkNb, ...roomsNb, board: boardNb }),
  nn: leaves({ ...walkNn, ...roomsNn, board: boardNn }),
  en: leaves({ ...walkEn, ...roomsEn, board: boardEn }),
};

/** All texts by their path. */
function leaves(words: object, path = ''): Map<string, Leaf> {
  const all = new Map<string, Leaf>();
  for (const [key, value] of Object.entries(words)) {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === 'object' && value !== null) for (const leaf of leaves(value, here)) all.set(...leaf);
    else all.set(here, value as Leaf);
  }
  return all;
}

/** Which of its values a text tells, each being given as a number that stands out. */
function told(text: Leaf): string {
  if (typeof text === 'string') return 'plain';
  const values = Array.from({ length: text.length }, (_, index) => 701 + index);
  const said = JSON.stringify((text as (...given: unknown[]) => unknown)(...values));
  return values.map((value) => said.includes(String(value))).join();
}

describe('text', () => {
  it.each(['nn', 'en'] as const)('has the same keys in %s as in nb', (locale) => {
    expect([...languages[locale].keys()].sort()).toEqual([...languages.nb.keys()].sort());
  });

  it.each(['nn', 'en'] as const)('takes and tells the same values in %s as in nb', (locale) => {
    for (const [path, text] of languages.nb) {
      const other = languages[locale].get(path)!;
      expect(`${path} ${typeof other} ${other.length && told(other)}`.replace(/ \d+$/, '')).toBe(
        `${path} ${typeof text} ${other.length && told(text)}`.replace(/ \d+$/, ''),
      );
    }
  });

  it.each(['nb', 'nn', 'en'] as const)('leaves nothing empty in %s', (locale) => {
    for (const [path, text] of languages[locale]) {
      if (typeof text === 'string') expect(text.trim(), path).not.toBe('');
    }
  });

  it.each([boardNb, boardNn, boardEn])('tells of each key of the board once ($keys.title)', ({ keys }) => {
    const told = keys.list.map(([, does]) => does);
    expect(new Set(told).size).toBe(told.length);
  });

  it('says something of its own in each language wherever sentences are concerned', () => {
    const same = [...languages.nb]
      .filter(
        ([path, text]) =>
          typeof text === 'string' && text.split(' ').length > 4 && text === languages.en.get(path),
      )
      .map(([path]) => path);
    expect(same).toEqual([]);
  });
});
