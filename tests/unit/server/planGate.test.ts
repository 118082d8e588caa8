/**
 * The plan's gate: who may write which summary and the measures, what may stand where, and how much (PL1–PL4).
 *
 * Over 300 lines: tables of what each role may do and of what each field may hold.
 */

import { beforeEach, describe, expect, it, test } from 'vitest';
import * as Y from 'yjs';
import type { Role } from '../../../shared/domain/hall.ts';
import { type MeasureId, type NoteId, newId, type PointId } from '../../../shared/domain/ids.ts';
import {
  MEASURES_MAX,
  measuresOf,
  OWNER_MAX,
  POINT_LINE_MAX,
  POINTS_MAX,
  planMetaOf,
  pointsOf,
  readMeasures,
  readPoints,
  SOURCES_MAX,
  signaturesOf,
} from '../../../shared/plan/planDoc.ts';
import {
  addMeasure,
  addPoint,
  editPlanText,
  findMeasure,
  findPoint,
  mergePoints,
  moveMeasure,
  movePoint,
  planText,
  planUndo,
  removeMeasure,
  removePoint,
  setMeasureField,
  setPointField,
} from '../../../shared/plan/planOps.ts';
import { type SummaryOf, sourceOf } from '../../../shared/plan/source.ts';
import { PlanBench, type PlanWriter } from '../../harness/planBench.ts';

let bench: PlanBench;
/** A point of each summary: of the first station, of the second, of the hall; and a measure. */
let points: { here: PointId; there: PointId; hall: PointId };
let measure: MeasureId;

beforeEach(() => {
  bench = new PlanBench();
  const [here, there] = bench.stations as [SummaryOf, SummaryOf];
  points = {
    here: addPoint(bench.doc, { of: here, title: 'her' })!,
    there: addPoint(bench.doc, { of: there, title: 'der' })!,
    hall: addPoint(bench.doc, { of: 'hall', title: 'hele' })!,
  };
  measure = addMeasure(bench.doc, { at: 1, title: 'buss' })!;
});

const STATION_OF = { here: 0, there: 1 } as const;
const ofNamed = (name: keyof typeof points): SummaryOf =>
  name === 'hall' ? 'hall' : bench.stations[STATION_OF[name]]!;

/** Each thing that can be done with a point, in an update of its own. */
const POINT_DEEDS: Record<string, (doc: Y.Doc, id: PointId, of: SummaryOf) => unknown> = {
  'make one': (doc, _, of) => addPoint(doc, { of, title: 'ny' }),
  'write in its title': (doc, id) => editPlanText(doc, 'points', id, 'title', 'annet'),
  'take letters out of its title': (doc, id) => planText(doc, 'points', id, 'title')!.delete(0, 1),
  'set its sources': (doc, id) => setPointField(doc, id, 'sources', [newId('q')]),
  'mark it': (doc, id) => setPointField(doc, id, 'single', true),
  'move it': (doc, id) => pointsOf(doc).get(id)!.set('order', 'a5'),
  'take a field away': (doc, id) => pointsOf(doc).get(id)!.delete('order'),
  'remove it': (doc, id) => removePoint(doc, id),
  'put another in its place': (doc, id, of) => {
    removePoint(doc, id);
    addPoint(doc, { of, id, title: 'byttet' });
  },
};

describe.each(Object.keys(POINT_DEEDS))('PL2 to %s', (name) => {
  const deed = POINT_DEEDS[name]!;
  const allowed: [string, Role, number, (keyof typeof points)[]][] = [
    ['an organiser may, everywhere', 'organiser', 0, ['here', 'there', 'hall']],
    ['a host may, at the own station and for the hall', 'host', 0, ['here', 'hall']],
    ['a participant may not', 'participant', 0, []],
    ['a wall may not', 'wall', 0, []],
  ];
  test.each(allowed)('%s', (_, role, station, where) => {
    for (const place of ['here', 'there', 'hall'] as const) {
      const before = JSON.stringify(bench.doc.toJSON());
      const said = bench.writer(role, station).try((doc) => deed(doc, points[place], ofNamed(place)));
      expect(said, place).toBe(where.includes(place) ? 'apply' : 'denied');
      expect(JSON.stringify(bench.doc.toJSON()) === before).toBe(said !== 'apply');
    }
  });
});

const MEASURE_DEEDS: Record<string, (doc: Y.Doc, id: MeasureId) => unknown> = {
  'make one': (doc) => addMeasure(doc, { at: 2, title: 'ny', sources: [] }),
  'write in it': (doc, id) => editPlanText(doc, 'measures', id, 'firstStep', 'Ringe kommunen'),
  'place it': (doc, id) => setMeasureField(doc, id, 'place', [20, 80]),
  'order it': (doc, id) => moveMeasure(doc, id, null) || measuresOf(doc).get(id)!.set('order', 'a7'),
  'remove it': (doc, id) => removeMeasure(doc, id),
};

describe.each(Object.keys(MEASURE_DEEDS))('PL2 with a measure, to %s', (name) => {
  test.each([
    ['organiser', 'apply'],
    ['host', 'apply'],
    ['participant', 'denied'],
    ['wall', 'denied'],
  ] as const)('%s: %s', (role, said) => {
    expect(bench.writer(role).try((doc) => MEASURE_DEEDS[name]!(doc, measure))).toBe(said);
  });
});

describe('PL2 the server alone', () => {
  test.each(['organiser', 'host', 'participant'] as const)(
    '%s writes neither furniture nor signatures',
    (role) => {
      const person = bench.writer(role);
      expect(person.try((doc) => planMetaOf(doc).set('stations', []))).toBe('denied');
      expect(person.try((doc) => planMetaOf(doc).delete('kind'))).toBe('denied');
      expect(person.try((doc) => signaturesOf(doc).set('hall', { by: 'x', at: 1, hash: 'y' }))).toBe(
        'denied',
      );
      signaturesOf(bench.doc).set('hall', { by: 'p', at: 1, hash: 'y' });
      expect(person.try((doc) => signaturesOf(doc).delete('hall'))).toBe('denied');
    },
  );

  test.each(['ended', 'shut_out'] as const)(
    'who is barred (%s) writes nothing, in whatever role',
    (barred) => {
      for (const role of ['organiser', 'host'] as const) {
        const { who } = bench.writer(role);
        const doc = new Y.Doc();
        Y.applyUpdate(doc, Y.encodeStateAsUpdate(bench.doc));
        const before = Y.encodeStateVector(doc);
        editPlanText(doc, 'measures', measure, 'title', 'nytt');
        const verdict = bench.judge({ ...who, barred }, Y.encodeStateAsUpdate(doc, before));
        expect(verdict).toMatchObject({ verdict: 'refuse', code: barred });
      }
    },
  );
});

describe('PL3 a point stays of the summary that it was made for', () => {
  let host: PlanWriter;
  let organiser: PlanWriter;
  beforeEach(() => {
    host = bench.writer('host');
    organiser = bench.writer('organiser');
  });

  it('its `of` is never written again, by anybody, nor taken away', () => {
    for (const person of [host, organiser]) {
      const set = (of: unknown) => (doc: Y.Doc) => pointsOf(doc).get(points.here)!.set('of', of);
      for (const of of ['hall', bench.stations[0], null]) expect(person.try(set(of))).toBe('denied');
      expect(person.try((doc) => pointsOf(doc).get(points.here)!.delete('of'))).toBe('denied');
    }
    expect(findPoint(bench.doc, points.here)?.of).toBe(bench.stations[0]);
  });

  it('not even by who puts another in its place and writes on the old one', () => {
    const said = organiser.try((doc) => {
      const old = pointsOf(doc).get(points.here)!;
      old.set('of', 'hall');
      removePoint(doc, points.here);
      addPoint(doc, { of: 'hall', id: points.here });
    });
    expect(said).toBe('denied');
  });

  it('a host does not take over another station’s point by putting one of their own in its place', () => {
    const take = (doc: Y.Doc) => {
      removePoint(doc, points.there);
      addPoint(doc, { of: bench.stations[0]!, id: points.there });
    };
    expect(host.try(take)).toBe('denied');
    expect(host.try((doc) => addPoint(doc, { of: bench.stations[1]! }))).toBe('denied');
  });

  it('one that is made field by field is nobody’s until it says whose it is', () => {
    const id = newId('q');
    expect(host.try((doc) => pointsOf(doc).set(id, new Y.Map()))).toBe('apply');
    expect(host.try((doc) => pointsOf(doc).get(id)!.set('title', new Y.Text('x')))).toBe('apply');
    expect(host.try((doc) => pointsOf(doc).get(id)!.set('of', bench.stations[1]))).toBe('denied');
    expect(host.try((doc) => pointsOf(doc).get(id)!.set('of', bench.stations[0]))).toBe('apply');
    expect(bench.writer('host', 1).try((doc) => editPlanText(doc, 'points', id, 'title', 'y'))).toBe(
      'denied',
    );
    expect(bench.writer('participant').try((doc) => pointsOf(doc).set(newId('q'), new Y.Map()))).toBe(
      'denied',
    );
  });

  it('a merge of points of one’s own summary is one update', () => {
    const other = addPoint(bench.doc, { of: bench.stations[0]!, title: 'to' })!;
    const far = bench.writer('host', 1);
    expect(far.try((doc) => mergePoints(doc, points.here, [other]))).toBe('denied');
    expect(host.try((doc) => mergePoints(doc, points.here, [other]))).toBe('apply');
    expect(readPoints(bench.doc, bench.stations[0]!)).toHaveLength(1);
  });
});

describe('PL1 what may stand where', () => {
  const set = (field: string, value: unknown) => (doc: Y.Doc) =>
    measuresOf(doc).get(measure)!.set(field, value);
  const many = (count: number) =>
    Array.from({ length: count }, () => sourceOf(newId('s'), newId('n') as NoteId));

  test.each<[string, unknown]>([
    ['place', [0, 100]],
    ['quick', false],
    ['level', 'national'],
    ['owner', 'x'.repeat(OWNER_MAX)],
    ['period', 'w1'],
    ['order', 'a0'],
    ['slot', ['lane', 3, 5]],
    ['sources', many(SOURCES_MAX)],
    ['place', null],
    ['owner', undefined],
  ])('%s: %j', (field, value) => {
    expect(bench.writer('host').try(set(field, value))).toBe('apply');
  });

  test.each<[string, unknown, string?]>([
    ['place', [0, 101]],
    ['place', [-1, 4]],
    ['place', [1]],
    ['place', [1, Number.NaN]],
    ['place', '1,2'],
    ['quick', 'yes'],
    ['level', 'global'],
    ['owner', 'x'.repeat(OWNER_MAX + 1), 'too_long'],
    ['owner', 3],
    ['period', 'w5'],
    ['period', 'constructor'],
    ['slot', ['lane', 3]],
    ['slot', ['l'.repeat(61), 0, 1]],
    ['sources', 'q_aaaaaaaaaaaaaaaaaaaa'],
    ['sources', ['nothing']],
    ['sources', ['s_short/n_aaaaaaaaaaaaaaaaaaaa']],
    ['sources', many(SOURCES_MAX + 1)],
    ['of', 'hall'],
    ['constructor', 1],
    ['title', 'no shared text'],
    ['at', 'now'],
  ])('not %s: %j', (field, value, code = 'malformed') => {
    expect(bench.writer('organiser').try(set(field, value))).toBe(code);
  });

  it('no ids that are none, no roots of a board, no texts of their own', () => {
    const organiser = bench.writer('organiser');
    for (const type of [new Y.Text('x'), new Y.Array(), new Y.Map()]) {
      expect(organiser.try((doc) => measuresOf(doc).get(measure)!.set('owner', type))).toBe('malformed');
    }
    expect(organiser.try((doc) => pointsOf(doc).set('m_aaaaaaaaaaaaaaaaaaaa', new Y.Map()))).toBe(
      'malformed',
    );
    expect(organiser.try((doc) => measuresOf(doc).set('__proto__', new Y.Map()))).toBe('malformed');
    expect(organiser.try((doc) => doc.getMap('notes').set(newId('n'), new Y.Map()))).toBe('malformed');
    expect(organiser.try((doc) => measuresOf(doc).set(newId('m'), 'flat' as never))).toBe('malformed');
    expect(organiser.try((doc) => planText(doc, 'measures', measure, 'why')!.insertEmbed(0, {}))).toBe(
      'malformed',
    );
  });

  it('texts may become twice as long as interfaces take, by merged edits, and no longer', () => {
    const host = bench.writer('host');
    const write = (length: number) => (doc: Y.Doc) =>
      editPlanText(doc, 'points', points.here, 'line', 'x'.repeat(length));
    expect(host.try(write(POINT_LINE_MAX * 2))).toBe('apply');
    expect(host.try(write(POINT_LINE_MAX * 2 + 1))).toBe('too_long');
    expect(host.try(write(10))).toBe('apply');
  });
});

describe('PL4 amounts', () => {
  it('points and measures have an end, and what is removed makes room', () => {
    const organiser = bench.writer('organiser');
    bench.doc.transact(() => {
      while (pointsOf(bench.doc).size < POINTS_MAX) pointsOf(bench.doc).set(newId('q'), new Y.Map());
      while (measuresOf(bench.doc).size < MEASURES_MAX) measuresOf(bench.doc).set(newId('m'), new Y.Map());
    });
    const point = (doc: Y.Doc) => pointsOf(doc).set(newId('q'), new Y.Map());
    const another = (doc: Y.Doc) => measuresOf(doc).set(newId('m'), new Y.Map());
    expect(organiser.try(point)).toBe('plan_full');
    expect(organiser.try(another)).toBe('plan_full');
    expect(organiser.try((doc) => editPlanText(doc, 'measures', measure, 'title', 'ennå'))).toBe('apply');
    expect(organiser.try((doc) => removeMeasure(doc, measure))).toBe('apply');
    expect(organiser.try(another)).toBe('apply');
    expect(organiser.try(another)).toBe('plan_full');
  });
});

describe('honest work with the way back', () => {
  it('all deeds of the plan, undone and done again, get in, and both sides have the same', () => {
    const host = bench.writer('host');
    const undo = planUndo(host.doc);
    const steps: ((doc: Y.Doc) => unknown)[] = [
      (doc) => addPoint(doc, { of: bench.stations[0]!, title: 'én', line: 'to' }),
      (doc) => movePoint(doc, readPoints(doc, bench.stations[0]!)[1]!.id, points.here),
      (doc) => removePoint(doc, points.here),
      (doc) => setMeasureField(doc, measure, 'place', [70, 80]),
      (doc) => editPlanText(doc, 'measures', measure, 'why', 'fordi'),
      (doc) => planText(doc, 'measures', measure, 'why')!.delete(0, 3),
      (doc) => removeMeasure(doc, measure),
    ];
    for (const step of steps) expect(host.try(step)).toBe('apply');
    for (let way = 0; way < 2; way++) {
      while (undo.canUndo()) expect(host.try(() => undo.undo())).toBe('apply');
      while (undo.canRedo()) expect(host.try(() => undo.redo())).toBe('apply');
    }
    while (undo.canUndo()) expect(host.try(() => undo.undo())).toBe('apply');
    expect(readPoints(bench.doc)).toEqual(readPoints(host.doc));
    expect(
      readPoints(bench.doc)
        .map(({ title }) => title)
        .sort(),
    ).toEqual(['der', 'hele', 'her']);
    expect(findMeasure(bench.doc, measure)).toMatchObject({ title: 'buss', why: '' });
    expect(readMeasures(bench.doc)).toEqual(readMeasures(host.doc));
  });
});
