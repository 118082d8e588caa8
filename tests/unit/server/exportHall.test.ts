/** A hall as a file and back: nothing is lost, and files of before are read still. Walls are drawn whole. */

import { describe, expect, test } from 'vitest';
import { drawableBy } from '../../../server/export/drawable.ts';
import { openFace } from '../../../server/export/fonts.ts';
import type { HallAtRest } from '../../../server/export/hallAtRest.ts';
import { contentOf, hallFileOf, hallFileSchema, threadItems } from '../../../server/export/hallFile.ts';
import { hallMarkdown } from '../../../server/export/markdown.ts';
import { makeReport } from '../../../server/export/report.ts';
import { templateOf } from '../../../server/export/templateFile.ts';
import { wallSvg } from '../../../server/export/wallSvg.ts';
import { wrap } from '../../../server/export/wrap.ts';
import type { Hall } from '../../../shared/domain/hall.ts';
import { newId } from '../../../shared/domain/ids.ts';
import { LOCALES } from '../../../shared/domain/locale.ts';
import { signedPoints } from '../../../shared/plan/signed.ts';
import { sourceOf } from '../../../shared/plan/source.ts';
import { templateSchema } from '../../../shared/protocol/rest.ts';
import { reportText } from '../../../shared/text/report.ts';
import { Random } from '../../crowd/random.ts';
import { believableHall } from '../../harness/hallAtRest.ts';

/** The hall that a file makes, as far as files tell of it; its ids and times are its own. */
function madeFrom(file: ReturnType<typeof hallFileOf>): HallAtRest {
  const content = contentOf(file);
  const plain: Hall = {
    id: newId('h'),
    code: 'ABCDEF',
    title: file.title,
    locale: file.locale,
    createdAt: 1,
    version: 1,
    rounds: file.template.rounds!.map((round, index) => ({ n: index + 1, ...round })),
    round: content.round,
    stations: file.template.stations.map((station) => ({ id: newId('s'), ...station })),
  };
  const hall = content.fitted!(plain);
  const { points, measures, signatures = {} } = content.planOf!(hall);
  return {
    hall,
    boards: Object.fromEntries(hall.stations.map(({ id, slug }) => [id, content.boardOf(slug)])),
    plan: { points: [...points], measures: [...measures], signatures },
    threads: Object.fromEntries(threadItems(file, hall).map(({ key, value }) => [key, value])),
    people: 0,
    organisations: [],
    madeAt: 1,
  };
}

const asRead = (file: unknown) => hallFileSchema.parse(JSON.parse(JSON.stringify(file)));

describe('a hall as a file', () => {
  test('exported, imported, exported: equal, for random halls', () => {
    const seed = Number(process.env.SEED ?? Date.now() % 1e9);
    console.info(`seed ${seed}`);
    const random = new Random(seed);
    const chance = (of: number) => random.chance(of);
    for (let n = 0; n < 40; n++) {
      const at = believableHall(random.pick(LOCALES)!, ['=1', 'To\nlinjer', 'x'.repeat(300)]);
      const { hall, plan } = at;
      for (const station of hall.stations) {
        if (chance(0.5))
          station.rules = { moveOwn: chance(0.5), allowance: chance(0.5) ? 3 : null, frozenAt: 12 };
        if (station.kind === 'timeline' && chance(0.5)) station.year = 'calendar';
        if (chance(0.3)) station.anonymous = true;
        const board = at.boards[station.id]!;
        board.notes = board.notes.filter(() => chance(0.8));
        const [first, second] = board.clusters;
        if (chance(0.5)) first!.into = second!.id;
      }
      plan.points = plan.points.filter(() => chance(0.8));
      plan.measures = plan.measures.filter(() => chance(0.8));
      for (const measure of plan.measures) {
        const { id } = hall.stations[0]!;
        const note = at.boards[id]!.notes[0];
        if (note && chance(0.5)) measure.sources = [sourceOf(id, note.id)];
      }
      hall.round = random.whole(1, 4);
      hall.more!.settings!.hostsSteer = chance(0.5);
      const [a, b] = hall.stations;
      if (chance(0.5)) {
        const thing = at.boards[a!.id]!.clusters[0]!.id;
        const items = [a!, b!].map(({ id }) => ({ stationId: id, thing }));
        at.threads = { noe: { as: chance(0.5) ? 'linked' : 'refused', items } };
      }
      const file = hallFileOf(at);
      const again = hallFileOf(madeFrom(asRead(file)));
      expect(again).toEqual(file);
      // What people are shown is the same as well, counted from the new hall's own ids.
      const told = (one: HallAtRest) => {
        const { heldAt: _, madeAt: __, people: ___, figures: ____, ...report } = makeReport(one);
        return report;
      };
      expect(told(madeFrom(asRead(file)))).toEqual(told(at));
    }
  });

  test('holds no key, no person, no consent, and no moment of the day', () => {
    const at = believableHall();
    at.hall.more!.shutOut = [newId('p')];
    at.hall.more!.settings!.model = true;
    const text = JSON.stringify(hallFileOf(at));
    for (const { id } of at.hall.stations) expect(text).not.toContain(id);
    expect(text).not.toMatch(/(?<![A-Za-z0-9_-])p_[A-Za-z0-9_-]{16}|shutOut|model|frozenAt|K7PMQ2/);
    expect(text).toContain('Kari Nes');
  });

  test('as a template keeps where its year begins', () => {
    const { hall } = believableHall();
    hall.stations.find(({ kind }) => kind === 'timeline')!.year = 'calendar';
    const template = templateSchema.parse(JSON.parse(JSON.stringify(templateOf(hall))));
    expect(template.stations.map(({ year }) => year)).toEqual(hall.stations.map(({ year }) => year));
    expect(template.stations.some(({ year }) => year === 'calendar')).toBe(true);
  });

  test('of the first version is read still', () => {
    const { format, title, locale, round, template, boards } = hallFileOf(believableHall());
    const file = asRead({ format, v: 1, title, locale, round, template, boards });
    expect(file.plan.points).toEqual([]);
    expect(hallFileOf(madeFrom(file)).boards).toEqual(asRead(hallFileOf(madeFrom(file))).boards);
  });

  test('signed points that were changed since are so in the next hall too', () => {
    const at = believableHall();
    at.plan.points[5]!.title += ' nå';
    at.plan.points[4]!.title += ' nå';
    const [signature] = hallFileOf(at).plan.signatures;
    expect(signature).toMatchObject({ by: 'Kari Nes', changed: true });
    expect(hallFileOf(madeFrom(asRead(hallFileOf(at)))).plan.signatures).toEqual([signature]);
  });

  test('each point that is not as it was signed is marked, in the next hall too', () => {
    const at = believableHall();
    const station = at.hall.stations[1]!.id;
    const [first, second, ...rest] = at.plan.points.filter(({ of }) => of === station);
    at.plan.signatures[station]!.points = signedPoints([...rest, first!, { ...second!, id: newId('q') }]);
    const changed = rest[0]!;
    changed.line += ' nå';
    const told = (hall: HallAtRest) => {
      const { points, removed } = makeReport(hall).stations[1]!.summary;
      return { removed, points: Object.fromEntries(points.map(({ title, since }) => [title, since])) };
    };
    const expected = { [first!.title]: 'moved', [second!.title]: 'new', [changed.title]: 'changed' };
    expect(told(at)).toMatchObject({ removed: 1, points: expected });
    expect(told(madeFrom(asRead(hallFileOf(at))))).toEqual(told(at));
    const said = hallMarkdown(makeReport(at));
    expect(said).toMatch(
      /endret etter signering[\s\S]*Endret etter at det ble signert\. 1 signert punkt er fjernet\./,
    );
  });
});

describe('the report', () => {
  test('counts the notes of each point and names those that none rests on', () => {
    const { stations, summary, measures } = makeReport(believableHall());
    const [first] = stations;
    expect(first!.summary.points.map(({ count }) => count)).toEqual([4, 3, 2, 1]);
    expect(first!.summary).toMatchObject({ all: 13, covered: 10 });
    expect(first!.summary.left.map(({ text }) => text)).toContain('Spør lærlingene!');
    expect(first!.summary.points.at(-1)).toMatchObject({ single: true });
    expect(summary.points[0]).toMatchObject({ count: 4 });
    expect(measures.map(({ prioritised }) => prioritised)).toEqual([true, false, false, false]);
    expect(stations[0]!.measures).toEqual([]);
    expect(stations[1]!.measures).toEqual([1]);
  });

  test('as Markdown holds no HTML and no markup of people’s', () => {
    const tricky = '<b>fet</b> **sterk** [a](b) `x` # t | 1. &lt; ![b](c)';
    const text = hallMarkdown(makeReport(believableHall('nb', [tricky])));
    expect(text).not.toMatch(/(?<!\\)<|(?<!\\)\[a|(?<!\\)&lt|(?<!\\)`x/);
    expect(text).toContain('\\<b\\>fet\\</b\\>');
  });
});

describe('a wall of 2,000 notes', () => {
  test('is drawn whole, well within bounds, as XML without anything to fetch', () => {
    const at = believableHall('nn');
    const [station] = at.hall.stations;
    const texts = ['kort', 'noko lengre om praksis og plass', 'a&b <c> "d" \u0007', 'x'.repeat(280)];
    at.boards[station!.id] = {
      clusters: [],
      notes: Array.from({ length: 2_000 }, (_, n) => ({
        id: newId('n'),
        text: texts[n % texts.length]!,
        pos: [(n % 50) * 224, Math.floor(n / 50) * 224] as const,
        round: 1 + (n % 4),
        at: n,
      })),
    };
    const svg = wallSvg({ hall: at.hall, station: station!, board: at.boards[station!.id]! });
    expect(svg.match(/<g transform/g)).toHaveLength(2_000);
    expect(svg).toContain('a&amp;b &lt;c&gt; &quot;d&quot;');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be there
    expect(svg).not.toMatch(/[\u0000-\u0008]|href|url\((?!data:)/);
    const lengths = [...svg.matchAll(/<text x="26"[^>]*textLength="([\d.]+)"/g)].map(([, one]) =>
      Number(one),
    );
    expect(Math.max(...lengths)).toBeLessThanOrEqual(165);
  });
});

describe('lines', () => {
  const face = openFace();

  test('are no wider than they may be, and lose no letter', () => {
    const text = `Et langt ${'ord'.repeat(40)} og flere korte, æøå`;
    for (const wide of [4, 10, 30]) {
      const lines = wrap(text, face, 'regular', wide);
      for (const line of lines) expect(face.width(line, 'regular')).toBeLessThanOrEqual(wide + 0.01);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }
  });

  test('say pictures in words, foreign letters by their nearest, and mark what is lacking', () => {
    const drawable = drawableBy(face, reportText('nb'));
    expect(drawable('Bra 👍!')).toBe('Bra (tommel opp)!');
    expect(drawable('👩‍👩‍👧')).toBe('(bilde)');
    expect(drawable('ŋ og ţ')).toBe('n og ţ');
    expect(drawable('שלום עולם, hei')).toBe('[…], hei');
    expect(drawable('vanlig æøå – «sitat»')).toBe('vanlig æøå – «sitat»');
  });
});
