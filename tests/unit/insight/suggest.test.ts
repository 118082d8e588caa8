/** The help that is offered: what it may propose, and what it leaves alone. */

import { describe, expect, it } from 'vitest';
import { pairOf } from '../../../server/insight/averageLink.ts';
import { splitCompound } from '../../../server/insight/compounds.ts';
import { titleOf } from '../../../server/insight/naming.ts';
import { readLines } from '../../../server/insight/noteLines.ts';
import { heapSimilarity, seemMixed } from '../../../server/insight/stance.ts';
import { stem } from '../../../server/insight/stem.ts';
import { type HelpCluster, type HelpNote, suggest } from '../../../server/insight/suggest.ts';
import { threads } from '../../../server/insight/threads.ts';
import type { ClusterId, NoteId, StationId } from '../../../shared/domain/ids.ts';
import { byStation, volunteeringNotes } from '../../bench/grouping/sets.ts';

const TEXTS = [
  'Flere sykkelveier',
  'Fleire sykkelvegar',
  'Trygge sykkelveier til skolen',
  'Leksehjelp på biblioteket hver tirsdag',
  'Gratis leksehjelp på biblioteket',
  'Lesesirkel og leksehjelp',
  'Lang ventetid hos psykolog',
  'Nattåpent kjøkken',
];
const notes: HelpNote[] = TEXTS.map((text, index) => ({ id: `n_${index}` as NoteId, text }));
const cluster = (id: string, title: string, ...members: number[]): HelpCluster => ({
  id: `c_${id}` as ClusterId,
  title,
  notes: members.map((index) => notes[index]!.id),
});

describe('suggest', () => {
  it('offers loose notes that belong together, with a title and the shared words of the notes themselves', () => {
    const { suggestions, alone } = suggest(notes, []);
    const bikes = suggestions.find((one) => one.notes.includes('n_0' as NoteId))!;
    expect(TEXTS).toContain(bikes.title);
    expect(bikes.why.length).toBeGreaterThan(0);
    for (const word of bikes.why) expect(TEXTS.some((text) => text.includes(word))).toBe(true);
    expect(alone).toContain('n_7');
  });

  it('every loose note is in a suggestion, torn or alone; the surest come first', () => {
    const { suggestions, alone, torn } = suggest(notes, [cluster('a', 'Sykkel', 0)]);
    const told = new Set([
      ...suggestions.flatMap((one) => one.notes),
      ...alone,
      ...torn.map(({ note }) => note),
    ]);
    expect([...told].sort()).toEqual(notes.slice(1).map(({ id }) => id));
    const sure = suggestions.map((one) => one.sure);
    expect(sure).toEqual([...sure].sort((a, b) => b - a));
    for (const one of sure) expect(one >= 0 && one <= 1).toBe(true);
  });

  it('never touches groups that people made, and offers loose notes to them', () => {
    const made = cluster('bikes', 'Sykkelveier', 0, 1);
    const { suggestions } = suggest(notes, [made, cluster('psyk', 'Psykisk helse', 6)]);
    for (const one of suggestions)
      expect(one.notes.some((id) => made.notes.includes(id) || id === 'n_6')).toBe(false);
    const add = suggestions.find((one) => one.kind === 'add' && one.cluster === made.id);
    expect(add?.notes).toEqual(['n_2']);
    expect(add?.title).toBe('Sykkelveier');
  });

  it('what was refused does not come again', () => {
    const first = suggest(notes, []);
    const refused = first.suggestions.map(({ key }) => key);
    const again = suggest(notes, [], refused);
    expect(again.suggestions.filter(({ key }) => refused.includes(key))).toEqual([]);
  });

  it('keys and answers are the same in whatever order notes come', () => {
    const made = [cluster('a', 'Sykkel', 0), cluster('b', 'Lekser', 3)];
    expect(suggest([...notes].reverse(), [...made].reverse())).toEqual(suggest(notes, made));
  });

  it('a note that two groups draw equally is torn, and offered to neither', () => {
    const { torn, suggestions } = suggest(notes, [
      cluster('a', 'Leksehjelp', 3),
      cluster('b', 'Leksehjelp', 5),
    ]);
    const flagged = torn.find(({ note }) => note === 'n_4');
    if (flagged) expect(suggestions.some((one) => one.notes.includes('n_4' as NoteId))).toBe(false);
    const twins = [cluster('a', 'Leksehjelp på biblioteket'), cluster('b', 'Leksehjelp på biblioteket')];
    expect(suggest(notes, twins).torn.map(({ note }) => note)).toContain('n_4');
  });

  it('nothing to help with is no help', () => {
    expect(suggest([], [])).toEqual({ suggestions: [], alone: [], torn: [] });
    expect(suggest(notes.slice(0, 1), [])).toEqual({ suggestions: [], alone: ['n_0'], torn: [] });
  });
});

describe('threads', () => {
  it('link notes and groups of several stations about the same thing, and never one station with itself', () => {
    const of = (station: string, texts: string[]) => ({
      stationId: `s_${station}` as StationId,
      notes: texts.map((text, index) => ({ id: `n_${station}${index}` as NoteId, text })),
      clusters: [] as HelpCluster[],
    });
    const stations = [
      of('a', ['Bussen går for sjelden', 'Dyr husleie', 'Mobbing']),
      of('b', ['Flere bussavganger', 'Skatepark', 'Skatepark i sentrum']),
      of('c', ['Bussen fikk dobbelt så mange avganger', 'Korpset vant']),
    ];
    const found = threads(stations);
    const bus = found.find(({ items }) => items.some(({ note }) => note === 'n_b0'))!;
    expect(bus.items.map(({ note }) => note).sort()).toEqual(['n_a0', 'n_b0', 'n_c0']);
    for (const { items } of found)
      expect(new Set(items.map(({ stationId }) => stationId)).size).toBeGreaterThan(1);
    expect(threads([...stations].reverse())).toEqual(found);
    expect(threads([])).toEqual([]);
  });
});

describe('words', () => {
  it.each([
    ['sykkelvegar', 'sykkelveier'],
    ['skulen', 'skole'],
    ['lærarane', 'lærerne'],
    ['ensomhet', 'ensom'],
    ['heimetenesta', 'hjemmetjenesten'],
    ['løysingar', 'løsning'],
    ['utrygt', 'utrygg'],
  ])('%s and %s have one stem', (a, b) => {
    expect(stem(a)).toBe(stem(b));
  });

  it('takes compounds apart by known words, and leaves others whole', () => {
    const known = (word: string) => (['bus', 'tilbud', 'skol', 'helse', 'tjenest'].includes(word) ? 1 : 0);
    expect(splitCompound('busstilbud', known)).toEqual(['bus', 'tilbud']);
    expect(splitCompound('gresskar', known)).toEqual([]);
  });

  it('a title is one clean line, cut between words', () => {
    expect(titleOf(' - gratis buss!! 🚌')).toBe('Gratis buss');
    expect(titleOf('🚌')).toBe('🚌');
    const long = titleOf('et ord '.repeat(40));
    expect(long.length).toBeLessThanOrEqual(80);
    expect(long.endsWith('…')).toBe(true);
  });
});

describe('lines', () => {
  it('names the line of each fault, and loses nothing silently', () => {
    const { notes: read, faults } = readLines(
      '{"id":"a","text":"x"}\n\nnot json\n{"id":"a","text":"y"}\n{"text":"z"}\n{"id":5,"text":""}\n[1]\n',
    );
    expect(read.map(({ given }) => given)).toEqual(['a', 5]);
    expect(faults.map((fault) => fault.split(':')[0])).toEqual(['line 3', 'line 4', 'line 5', 'line 7']);
  });

  it('no lines are no notes', () => {
    expect(readLines('')).toEqual({ notes: [], faults: [] });
  });
});

describe('a heap of notes whose stations nobody knows', () => {
  const volunteering = volunteeringNotes();

  it('is known as mixed by how its notes speak; a single station is not', () => {
    expect(seemMixed(volunteering)).toBe(true);
    for (const part of byStation(volunteering)) expect(seemMixed(part), part[0]!.station).toBe(false);
  });

  it('keeps a barrier and an idea of the same matter more apart than two ideas', () => {
    const texts = [
      ...volunteering,
      ...numberedTexts('Bussen går aldri om kvelden', 'Flere bussavganger', 'Bedre bussavganger'),
    ];
    const table = heapSimilarity()(texts);
    const last = texts.length - 1;
    expect(pairOf(table, last - 2, last - 1)).toBeLessThan(pairOf(table, last - 1, last) / 3);
  });
});

function numberedTexts(...texts: string[]) {
  return texts.map((text, index) => ({ id: `x${index}`, text }));
}
