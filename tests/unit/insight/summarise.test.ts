/** Summaries by rules (SU1–SU6 of docs/SPEC.md): people's groups first, in their own words, and no note vanishes. */

import { describe, expect, it } from 'vitest';
import { digest } from '../../../server/insight/digest.ts';
import {
  beside,
  SINGLES_MAX,
  type StationMaterial,
  summarise,
  summariseHall,
} from '../../../server/insight/summarise.ts';
import type { ClusterId, NoteId, PointId, StationId } from '../../../shared/domain/ids.ts';
import { citedNotes, coverage } from '../../../shared/plan/coverage.ts';
import { MAIN_POINTS, POINT_LINE_MAX, POINT_TITLE_MAX } from '../../../shared/plan/planDoc.ts';
import type { Source } from '../../../shared/plan/source.ts';
import { Random } from '../../crowd/random.ts';
import { seededId } from '../../harness/boardWork.ts';
import { HALL_NOTES, LONE_NOTES } from '../../harness/hallNotes.ts';

const station = 's_0000000000000001' as StationId;
const noteId = (n: number) => `n_${String(n).padStart(16, '0')}` as NoteId;
const groupId = (n: number) => `c_${String(n).padStart(16, '0')}` as ClusterId;

interface Said {
  text: string;
  group?: number;
}

function materialOf(said: readonly Said[], titles: Record<number, string> = {}): StationMaterial {
  const byGroup = new Map<number, NoteId[]>();
  said.forEach(({ group }, n) => {
    if (group !== undefined) byGroup.set(group, [...(byGroup.get(group) ?? []), noteId(n)]);
  });
  return {
    station,
    notes: said.map(({ text }, n) => ({ id: noteId(n), text })),
    groups: [...byGroup].map(([n, notes]) => ({
      id: groupId(n),
      title: titles[n] ?? '',
      notes,
      writers: notes.length,
      rounds: 1,
      votes: 0,
    })),
  };
}

function draftOf(material: StationMaterial) {
  const groups = material.groups.map(({ notes }) => notes);
  return summarise(material, digest({ notes: material.notes, groups }), 'nb');
}

const coverageOf = (material: StationMaterial) => {
  const cluster = new Map(
    material.groups.flatMap(({ id, notes }) => notes.map((note) => [note, id] as const)),
  );
  const notes = material.notes.map(({ id }) => {
    const own = cluster.get(id);
    return own ? { id, cluster: own } : { id };
  });
  const clusters = material.groups.map(({ id, title }) => ({ id, title, pos: [0, 0] as const }));
  return { notes, clusters };
};

const BUS = [
  'Bussen går for sjelden',
  'Bussen er alltid full',
  'Bussen kommer for seint',
  'For få busser om kvelden',
];
const FOOD = ['Maten i kantina er for dyr', 'Kantina stenger for tidlig', 'Mer varm mat i kantina'];
const LONE = 'Akvariet i gangen lekker';

describe('a summary by rules', () => {
  it('SU1 takes its main points from the groups that people made, the weightiest first, under their titles', () => {
    const material = materialOf(
      [
        ...FOOD.map((text) => ({ text, group: 1 })),
        ...BUS.map((text) => ({ text, group: 2 })),
        { text: LONE },
      ],
      { 1: 'Kantina', 2: 'Buss' },
    );
    const points = draftOf(material);
    expect(points.map(({ title, single }) => [title, single === true])).toEqual([
      ['Buss', false],
      ['Kantina', false],
      [LONE, true],
    ]);
    expect(points[0]!.sources).toEqual([`${station}/${groupId(2)}`]);
  });

  it('SU2 says nothing but what somebody wrote', () => {
    const material = materialOf(
      [...BUS, ...FOOD, LONE].map((text, n) => ({ text, ...(n < 4 ? { group: 1 } : {}) })),
    );
    const all = material.notes.map(({ text }) => text);
    for (const { title, line } of draftOf(material)) {
      expect(all.map((text) => text.toLowerCase())).toContain(title.toLowerCase());
      for (const [, quote] of line.matchAll(/«([^»]*)»/g)) expect(all).toContain(quote);
    }
  });

  it('SU3 votes and rounds weigh too', () => {
    const material = materialOf([
      ...BUS.map((text) => ({ text, group: 1 })),
      ...FOOD.map((text) => ({ text, group: 2 })),
    ]);
    const [bus, food] = material.groups;
    const voted = { ...material, groups: [bus!, { ...food!, votes: 9 }] };
    expect(draftOf(voted)[0]!.sources).toEqual([`${station}/${groupId(2)}`]);
  });

  it('SU4 shows a planted lone note among seven big groups and a hundred others', () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const chance = new Random(seed);
    const said: Said[] = [];
    for (let group = 0; group < 9; group++) {
      for (let n = 0; n < 8; n++) said.push({ text: `${[...BUS, ...FOOD][group % 7]} ${n} ${group}`, group });
    }
    for (let n = 0; n < 40; n++) said.push({ text: `${BUS[n % 4]} og ${FOOD[n % 3]} nummer ${n}` });
    said.splice(chance.whole(0, said.length), 0, { text: LONE });
    const material = materialOf(said);
    const points = draftOf(material);
    const why = `seed ${seed}`;
    expect(points.filter(({ single }) => !single).length, why).toBeLessThanOrEqual(MAIN_POINTS);
    expect(
      points.find(({ single, title }) => single && title === LONE),
      why,
    ).toBeDefined();
  });

  it('SU5 is the same for the same notes, in whatever order they come', () => {
    const said = [...BUS, ...FOOD, LONE].map((text) => ({ text }));
    const material = materialOf(said);
    const turned = { ...material, notes: [...material.notes].reverse() };
    expect(draftOf(turned)).toEqual(draftOf(material));
  });

  it.each([1, 2, 3, 4, 5, 6])(
    'SU6 tells a planted lone note by itself, whatever ids notes have: seed %i',
    (seed) => {
      const random = new Random(seed);
      for (const { station: slug, text } of LONE_NOTES) {
        const texts = HALL_NOTES.filter((note) => note.station === slug).map((note) => note.text);
        const ids = texts.map(() => seededId(random, 'n'));
        const notes = texts.map((said, index) => ({ id: ids[index]!, text: said }));
        const material: StationMaterial = { station, notes, groups: [] };
        const cited = summarise(material, digest({ notes, groups: [] }), 'nb').filter(({ sources }) =>
          sources.includes(`${station}/${ids[texts.indexOf(text)]!}`),
        );
        expect(
          cited.map(({ single }) => single),
          text,
        ).toEqual([true]);
      }
    },
  );

  it('SU6 accounts for every note: in a point, among single voices, or in the coverage line', () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const chance = new Random(seed);
    const words = 'buss kantine lærer skole trivsel miljø praksis veiledning time klasse utstyr fag'.split(
      ' ',
    );
    for (let run = 0; run < 30; run++) {
      const why = `seed ${seed}, run ${run}`;
      const said = Array.from({ length: chance.whole(0, 80) }, (): Said => {
        const text = Array.from({ length: chance.whole(0, 6) }, () => words[chance.whole(0, 11)]).join(' ');
        return chance.next() < 0.4 ? { text, group: chance.whole(1, 12) } : { text };
      });
      const material = materialOf(said, { 1: 'Én', 2: ' ' });
      const points = draftOf(material);
      const { notes, clusters } = coverageOf(material);
      const { all, covered, left } = coverage(points, station, notes, clusters);
      expect(covered + left.length, why).toBe(all);
      const singles = points.filter(({ single }) => single);
      expect(singles.length, why).toBeLessThanOrEqual(SINGLES_MAX);
      const alone = digest({ notes: material.notes, groups: material.groups.map((one) => one.notes) }).alone;
      const seen = alone.filter((id) => material.notes.find((one) => one.id === id)!.text !== '');
      for (const id of seen.slice(0, 20)) {
        expect(
          singles.some(({ sources }) => sources.includes(`${station}/${id}` as Source)),
          why,
        ).toBe(true);
      }
      for (const { title, line, sources } of points) {
        expect(sources.length, why).toBeGreaterThan(0);
        expect(title.trim(), why).not.toBe('');
        expect(title.length, why).toBeLessThanOrEqual(POINT_TITLE_MAX);
        expect(line.length, why).toBeLessThanOrEqual(POINT_LINE_MAX);
      }
    }
  });

  it('long notes are cut at a word, and never in the middle of a letter', () => {
    const long = `${'😀'.repeat(20)} ${'veldig lang tekst '.repeat(14)}`.slice(0, 279);
    const points = draftOf(materialOf([{ text: long }, ...BUS.map((text) => ({ text, group: 1 }))]));
    for (const { title, line } of points) {
      expect(`${title}${line}`).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
      expect(title.length).toBeLessThanOrEqual(POINT_TITLE_MAX);
    }
  });
});

describe('what is written beside what people made', () => {
  const of = (sources: readonly Source[]) =>
    citedNotes(
      sources,
      station,
      [0, 1, 2, 3].map((n) => ({ id: noteId(n) })),
      [],
    );
  const single = (n: number) => ({
    title: 't',
    line: '',
    sources: [`${station}/${noteId(n)}` as Source],
    single: true as const,
  });

  it('is nothing that they have already, and no more than a summary holds', () => {
    const draft = [single(0), single(1)];
    expect(beside(draft, [single(0)], of)).toEqual([single(1)]);
    const main = { title: 't', line: '', sources: [`${station}/${noteId(3)}` as Source] };
    const kept = Array.from({ length: MAIN_POINTS }, () => ({ sources: [] }));
    expect(beside([main, single(1)], kept, of)).toEqual([single(1)]);
  });
});

describe('the hall’s own summary', () => {
  const q = (n: number) => `q_${String(n).padStart(16, '0')}` as PointId;
  const main = (n: number) => ({ id: q(n), title: `Punkt ${n}`, line: '', sources: [] });

  it('takes the first point of each station before the second of any, and cites them', () => {
    const points = summariseHall([[main(1), main(2), main(3)], [main(4)], [], [main(5), main(6)]]);
    expect(points.map(({ title }) => title)).toEqual([
      'Punkt 1',
      'Punkt 4',
      'Punkt 5',
      'Punkt 2',
      'Punkt 6',
      'Punkt 3',
    ]);
    expect(points[0]!.sources).toEqual([q(1)]);
  });

  it('has at most seven main points, and the single voices of all', () => {
    const many = Array.from({ length: 9 }, (_, n) => [main(n), { ...main(20 + n), single: true as const }]);
    const points = summariseHall(many);
    expect(points.filter((point) => !point.single)).toHaveLength(MAIN_POINTS);
    expect(points.filter((point) => point.single)).toHaveLength(9);
  });
});
