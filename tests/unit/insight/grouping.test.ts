/** The offline grouping: rules that hold for any notes, and a floor under its quality. */

import { describe, expect, it } from 'vitest';
import { averageLink, pairAt, pairTable } from '../../../server/insight/averageLink.ts';
import { AlikeIndex, nearDuplicates } from '../../../server/insight/duplicates.ts';
import { groupTexts } from '../../../server/insight/grouping.ts';
import { withCompany } from '../../../server/insight/neighbours.ts';
import { lexical, similarityFrom } from '../../../server/insight/similarity.ts';
import { scoreGroups, scorePairs } from '../../bench/grouping/scores.ts';
import { alikeNotes, byStation, heapOfNotes, volunteeringNotes } from '../../bench/grouping/sets.ts';

const asSets = (groups: readonly (readonly number[])[], ids: readonly string[]) =>
  groups
    .map((group) =>
      group
        .map((index) => ids[index]!)
        .sort()
        .join(' '),
    )
    .sort();

function groupsOf(texts: readonly { id: string; text: string }[]) {
  return asSets(
    groupTexts(texts),
    texts.map(({ id }) => id),
  );
}

const numbered = (texts: readonly string[]) => texts.map((text, index) => ({ id: `n${index}`, text }));

describe('grouping', () => {
  it('no notes make no groups, and one makes one', () => {
    expect(groupTexts([])).toEqual([]);
    expect(groupTexts(numbered(['Gratis buss']))).toEqual([[0]]);
  });

  it('every note is in exactly one group', () => {
    const notes = heapOfNotes(400);
    const all = groupTexts(notes).flat();
    expect([...all].sort((a, b) => a - b)).toEqual(notes.map((_, index) => index));
  });

  it('the same notes give the same groups, in whatever order they come', () => {
    const notes = volunteeringNotes();
    const turned = [...notes].reverse();
    const dealt = [
      ...notes.filter((_, index) => index % 3 === 1),
      ...notes.filter((_, index) => index % 3 !== 1),
    ];
    expect(groupsOf(turned)).toEqual(groupsOf(notes));
    expect(groupsOf(dealt)).toEqual(groupsOf(notes));
  });

  it('empty notes, emoji, numbers and huge notes are notes like others', () => {
    const notes = numbered([
      '',
      '   ',
      '🍦🍦',
      '2040',
      'buss '.repeat(20_000),
      'Buss',
      '\u0000',
      'x',
      '🍦',
      '!!!',
      'i på og',
    ]);
    const all = groupTexts(notes).flat();
    expect([...all].sort((a, b) => a - b)).toEqual(notes.map((_, index) => index));
  });

  it('notes that have nothing in common stand alone', () => {
    expect(groupTexts(numbered(['Gratis buss', 'Tannlege', 'Håndballbane']))).toHaveLength(3);
  });

  it('bokmål and nynorsk, and parts of compounds, come together', () => {
    const notes = numbered([
      'Flere sykkelveier',
      'Fleire sykkelvegar',
      'Trygge sykkelveier',
      'Leksehjelp på biblioteket',
      'Gratis leksehjelp',
      'Psykolog på helsestasjonen',
    ]);
    expect(groupsOf(notes)).toEqual(['n0 n1 n2', 'n3 n4', 'n5']);
  });

  it('words of one family come together though they share no letters', () => {
    const notes = numbered([
      'Vi mangler penger',
      'Økonomien er svak',
      'Svømmehall til alle',
      'Teater for ungdom',
    ]);
    expect(groupsOf(notes)).toContain('n0 n1');
  });

  it('phrases of small words mean something, and families that lie near each other draw a little', () => {
    const likeness = (a: string, b: string) => lexical()(numbered([a, b, 'Tannlege'])).values[0]!;
    expect(likeness('Vi har ikke råd til det', 'Budsjettet er for lite')).toBeGreaterThan(0.2);
    expect(likeness('Vi har ikke fått det', 'Budsjettet er for lite')).toBe(0);
    const near = likeness('Bemanningsnormen', 'Ny turnus');
    expect(near).toBeGreaterThan(0);
    expect(near).toBeLessThan(likeness('Langturnus', 'Nattevakter'));
  });

  it('does not fall below its measure on our own set', () => {
    const [found, gold]: [string[], string[]] = [[], []];
    byStation(volunteeringNotes()).forEach((part, station) => {
      groupTexts(part).forEach((members, group) => {
        for (const index of members) {
          found.push(`${station} ${group}`);
          gold.push(part[index]!.group);
        }
      });
    });
    const scores = scoreGroups(found, gold);
    expect(scores.f1).toBeGreaterThan(0.62);
    expect(scores.precision).toBeGreaterThan(0.75);
    expect(scores.ari).toBeGreaterThan(0.38);
  });

  it('takes likeness from vectors instead of words, where there are any', () => {
    const vectors = new Map([
      ['n0', [1, 0]],
      ['n1', [0.99, 0.1]],
      ['n2', [0, 1]],
    ]);
    const notes = numbered(['Gratis buss', 'Tannlege', 'Gratis buss']);
    expect(groupTexts(notes, 0.8, similarityFrom(vectors))).toEqual([[0, 1], [2]]);
  });

  it('likeness is between nothing and the same, whichever way it is asked', () => {
    const { values, count } = lexical()(heapOfNotes(60));
    expect(values).toHaveLength((count * (count - 1)) / 2);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThanOrEqual(1.000001);
  });
});

describe('average link', () => {
  it('joins by the average over pairs, as reckoned by hand', () => {
    // a–b .9, and c lies .5 from a and .1 from b: .3 on average.
    const table = pairTable(3);
    table.values[pairAt(0, 1)] = 0.9;
    table.values[pairAt(0, 2)] = 0.5;
    table.values[pairAt(1, 2)] = 0.1;
    expect(averageLink(table, 0.31)).toEqual([[0, 1], [2]]);
    expect(averageLink(table, 0.29)).toEqual([[0, 1, 2]]);
  });

  it('finds what the slow way finds', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const notes = heapOfNotes(40, seed);
      const table = lexical()(notes);
      const quick = averageLink(table, 0.08);
      expect(quick, `seed ${seed}`).toEqual(
        slowly(notes.length, (a, b) => table.values[pairAt(a, b)]!, 0.08),
      );
    }
  });
});

describe('company', () => {
  it('draws notes together that are like the same others, and no pair that has no others in common', () => {
    // a and b share nothing but c; d and e are like each other only.
    const table = pairTable(5);
    table.values[pairAt(0, 2)] = 0.5;
    table.values[pairAt(1, 2)] = 0.5;
    table.values[pairAt(3, 4)] = 0.5;
    const { values } = withCompany(table);
    expect(values[pairAt(0, 1)]).toBeGreaterThan(0);
    expect(values[pairAt(0, 3)]).toBe(0);
    // What is like one note only, has just the same company as that note.
    expect(values[pairAt(3, 4)]).toBeCloseTo(0.8 * 0.5 + 0.2);
  });
});

describe('near-duplicates', () => {
  it('finds what says nearly the same, and not what only looks like it', () => {
    const notes = alikeNotes();
    const gold = new Map<string, string[]>();
    for (const { id, same } of notes) if (same) gold.set(same, [...(gold.get(same) ?? []), id]);
    const found = nearDuplicates(notes).map(({ members }) => members.map((index) => notes[index]!.id));
    expect(scorePairs(found, [...gold.values()]).f1).toBeGreaterThan(0.82);
  });

  it('the setting counts: the same thing at two places is two points', () => {
    const notes = numbered([
      'Solceller på skolen',
      'Solceller på rådhuset',
      'Solceller på skulen',
      'Åpen hall',
      'Møbler',
    ]);
    expect(nearDuplicates(notes).map(({ members }) => members)).toEqual([[0, 2]]);
  });

  it('tells a writer who wrote nearly the same, the most alike first', () => {
    const index = new AlikeIndex(alikeNotes());
    const texts = new Map(alikeNotes().map(({ id, text }) => [id, text]));
    const found = index.find('leksehjelp på biblioteket').map(({ id }) => texts.get(id));
    expect(found[0]?.toLowerCase()).toBe('leksehjelp på biblioteket');
    expect(found).toContain('Gratis leksehjelp på biblioteket');
    expect(found).not.toContain('Biblioteket er stengt på søndager');
    expect(index.find('')).toEqual([]);
    expect(index.find('og det er')).toEqual([]);
  });
});

/** Average link by its definition. */
function slowly(count: number, like: (low: number, high: number) => number, cut: number): number[][] {
  const clusters = Array.from({ length: count }, (_, index) => [index]);
  for (;;) {
    let best: { a: number; b: number; value: number } | null = null;
    for (let a = 0; a < clusters.length; a++) {
      for (let b = a + 1; b < clusters.length; b++) {
        let sum = 0;
        for (const x of clusters[a]!)
          for (const y of clusters[b]!) sum += like(Math.min(x, y), Math.max(x, y));
        const value = sum / (clusters[a]!.length * clusters[b]!.length);
        if (value >= cut && (!best || value > best.value)) best = { a, b, value };
      }
    }
    if (!best) return clusters.map((one) => one.sort((x, y) => x - y)).sort((x, y) => x[0]! - y[0]!);
    clusters[best.a]!.push(...clusters.splice(best.b, 1)[0]!);
  }
}
