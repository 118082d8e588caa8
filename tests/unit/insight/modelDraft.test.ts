/** What of a model's answer stands (SU15–SU20 of docs/SPEC.md), without a model. */

import { describe, expect, it } from 'vitest';
import { hardlyOverlaps, isVerbatim, numbersStand, plainLine } from '../../../server/insight/grounding.ts';
import type { Ask } from '../../../server/insight/LanguageModel.ts';
import type { Prompt } from '../../../server/insight/modelClient.ts';
import {
  BATCH_ITEMS,
  batchesOf,
  type DraftItem,
  modelPoints,
  readPointsOf,
} from '../../../server/insight/modelDraft.ts';
import type { Source } from '../../../shared/plan/source.ts';
import { Random } from '../../crowd/random.ts';

const source = (n: number) => `s_0000000000000001/n_${String(n).padStart(16, '0')}` as Source;
const item = (n: number, text: string): DraftItem => ({ sources: [source(n)], text });
const sizeOf = (sources: readonly Source[]) => sources.length;

describe('a line of plain text', () => {
  it.each([
    'Se https://x.no',
    'Se [her](x)',
    '<b>fet</b>',
    '**fet**',
    '# Overskrift',
    '- punkt',
    '`kode`',
    'a@b.no',
    'javascript:alert(1)',
    'evil.com er fint',
    '&lt;b&gt;',
    ' \u200b',
    'x'.repeat(121),
  ])('%s is none', (text) => {
    expect(plainLine(text, 120)).toBeNull();
  });

  it.each([
    'Bussen går for sjelden',
    'Mat & drikke: 3 av 4',
    'Lærere – og elever (begge) sier «ja»',
    'Kl. 08.00',
  ])('%s is one', (text) => {
    expect(plainLine(text, 120)).toBe(text);
  });
});

it('quotes stand letter by letter, numbers stand in the notes, and other words than theirs are told', () => {
  expect(isVerbatim('går for  sjelden', 'Bussen går for\nsjelden')).toBe(true);
  expect(isVerbatim('går sjelden', 'Bussen går for sjelden')).toBe(false);
  expect(numbersStand('3 av 10', ['10 sier', '3 gjør'])).toBe(true);
  expect(numbersStand('12 sier', ['1 og 2'])).toBe(false);
  expect(hardlyOverlaps('Bussene går sjelden', ['Bussen går for sjelden'])).toBe(false);
  expect(hardlyOverlaps('Rektor har sviktet', ['Bussen går for sjelden'])).toBe(true);
});

describe('a long station', () => {
  it('is asked about in batches, each with an enum of its own, groups kept together', async () => {
    const items = Array.from({ length: 250 }, (_, n) =>
      item(n, n % 2 ? `Bussen er full ${n}` : `Kantina er dyr ${n}`),
    );
    const group = { source: 's_0000000000000001/c_0000000000000001' as Source, title: 'Skyss', size: 40 };
    for (let n = 0; n < 40; n++) items[n * 6] = { ...items[n * 6]!, group };
    const batches = batchesOf(items);
    expect(batches.flatMap((batch) => batch.items)).toHaveLength(250);
    expect(batches.map((batch) => batch.items.length)).toEqual([BATCH_ITEMS, BATCH_ITEMS, 50]);
    expect(batches[0]!.items.filter((one) => one.group)).toHaveLength(40);

    const prompts: Prompt[] = [];
    const ask: Ask = async (prompt, read) => {
      prompts.push(prompt);
      const lines = prompt.user.split('\n').map((line) => JSON.parse(line) as { id: string; text: string });
      const point = (title: string, word: string) => ({
        title,
        line: title,
        notes: lines.filter(({ text }) => text.includes(word)).map(({ id }) => id),
        quotes: [],
      });
      return read({ points: [point('Bussen er full', 'Bussen'), point('Kantina er dyr', 'Kantina')] })!;
    };
    const points = await modelPoints(ask, items, 'nb', sizeOf);
    expect(prompts).toHaveLength(3);
    for (const { schema, user } of prompts) {
      const ids = /"enum":(\[[^\]]*\])/.exec(JSON.stringify(schema))![1];
      expect(JSON.parse(ids!)).toHaveLength(user.split('\n').length);
    }
    // The same point of three batches is one, with the notes of all.
    expect(points?.map(({ title }) => title).sort()).toEqual(['Bussen er full', 'Kantina er dyr']);
    const cited = new Set(points!.flatMap(({ sources }) => sources));
    expect(cited.has(group.source) || items.every(({ sources }) => cited.has(sources[0]!))).toBe(true);
  });
});

it('whatever a model answers, what stands cites notes that are there and is plain text', () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const chance = new Random(seed);
  const items = ['Bussen er full', 'Kantina er dyr', 'Mer tid til praksis', 'Akvariet lekker'].map(
    (text, n) => item(n, text),
  );
  const [batch] = batchesOf(items);
  const known = new Set(items.flatMap(({ sources }) => sources));
  const pick = <T>(all: readonly T[]): T => all[chance.whole(0, all.length - 1)]!;
  const words = [
    'Bussen',
    '<b>',
    'https://x.no',
    '12',
    '',
    'Kantina er dyr',
    'n1',
    '**',
    'a'.repeat(700),
    '\u202e',
  ];
  const anything = (): unknown => pick<unknown>([null, 1, [], {}, 'n1', ['n1'], [{}], undefined, true]);
  for (let run = 0; run < 500; run++) {
    const text = () => Array.from({ length: chance.whole(0, 3) }, () => pick(words)).join(' ');
    const points = Array.from({ length: chance.whole(0, 9) }, () =>
      chance.next() < 0.2
        ? anything()
        : {
            title: chance.next() < 0.1 ? anything() : text(),
            line: chance.next() < 0.1 ? anything() : text(),
            notes:
              chance.next() < 0.1
                ? anything()
                : Array.from({ length: chance.whole(0, 4) }, () => `n${chance.whole(0, 5)}`),
            quotes: chance.next() < 0.3 ? anything() : [{ note: `n${chance.whole(0, 5)}`, text: text() }],
          },
    );
    const answer = chance.next() < 0.1 ? anything() : { points };
    for (const { title, line, sources } of readPointsOf(batch!, 'nb', answer) ?? []) {
      const why = `seed ${seed}, run ${run}`;
      expect(sources.length, why).toBeGreaterThan(0);
      for (const one of sources) expect(known.has(one), why).toBe(true);
      expect(`${title} ${line}`, why).not.toMatch(/[<>]|https?:|\*\*|12|\u202e/);
      expect(line.length, why).toBeLessThanOrEqual(600);
    }
  }
});
