/** The word lists of the thesaurus: rules that hold for any list, so that a slip of the pen is seen. */

import { describe, expect, it } from 'vitest';
import { stem } from '../../../server/insight/stem.ts';
import { THESAURUS } from '../../../server/insight/thesaurus.ts';
import { CIRCLES } from '../../../server/insight/words/circles.ts';
import { CARE } from '../../../server/insight/words/fieldsCare.ts';
import { MEANS } from '../../../server/insight/words/fieldsMeans.ts';
import { PEOPLE } from '../../../server/insight/words/fieldsPeople.ts';
import { PLACE } from '../../../server/insight/words/fieldsPlace.ts';
import { RULE } from '../../../server/insight/words/fieldsRule.ts';
import { WORK } from '../../../server/insight/words/fieldsWork.ts';

const lines = [MEANS, RULE, WORK, CARE, PEOPLE, PLACE].join('\n').split('\n');
const names = lines.flatMap((line) => /^([^\s:]+):/.exec(line)?.[1] ?? []);

describe('the word lists', () => {
  it('hold headings, families and lines that go on, and nothing else', () => {
    for (const line of lines) expect(line).toMatch(/^$|^\[\S+\]$|^\S+:( \S+)*$|^ ( \S+)+$/);
  });

  it('name each family once, and circles name families', () => {
    expect(names).toHaveLength(new Set(names).size);
    const circled = CIRCLES.split(/\s+/).filter(Boolean);
    expect(circled.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('a word is said of no more than a few matters', () => {
    const broad = [...THESAURUS.words].filter(([, meanings]) => meanings.length > 4);
    expect(broad.map(([key]) => key)).toEqual([]);
  });

  it('both forms of Norwegian have one meaning', () => {
    for (const [a, b] of [
      ['vegvedlikehald', 'veivedlikehold'],
      ['sjukefråvær', 'sykefravær'],
      ['straumbrot', 'strømbrudd'],
      ['leigebustad', 'leiebolig'],
      ['vaksenopplæring', 'voksenopplæring'],
      ['einsemd', 'ensomhet'],
    ]) {
      const [left, right] = [a!, b!].map((word) =>
        THESAURUS.words.get(stem(word))?.map(({ family }) => family),
      );
      expect(left, `${a} and ${b}`).toBeDefined();
      expect(left, `${a} and ${b}`).toEqual(right);
    }
  });
});
