/** The plan's deeds: each touches only what it says, and each can be taken back without others' work. */

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  type MeasureId,
  type NoteId,
  newId,
  type PointId,
  type StationId,
} from '../../../shared/domain/ids.ts';
import {
  hashOf,
  MEASURES_MAX,
  type MeasureView,
  measuresOf,
  POINTS_MAX,
  type PointView,
  pointsOf,
  readMeasures,
  readPoints,
  type Signature,
  SOURCES_MAX,
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
  planUndo,
  proposeOrder,
  removeMeasure,
  removePoint,
  restorePlan,
  setMeasureField,
  setPointField,
} from '../../../shared/plan/planOps.ts';
import { changesSince, signedPoints } from '../../../shared/plan/signed.ts';
import { type Source, sourceOf } from '../../../shared/plan/source.ts';

const STATION = newId('s');

function point(
  doc: Y.Doc,
  title: string,
  more: Partial<PointView> = {},
  of: StationId | 'hall' = STATION,
): PointId {
  return addPoint(doc, { of, title, ...more })!;
}

function measure(doc: Y.Doc, title: string, more: Partial<MeasureView> = {}): MeasureId {
  return addMeasure(doc, { at: 1, title, ...more })!;
}

const titles = (doc: Y.Doc) => readPoints(doc, STATION).map(({ title }) => title);
const plan = (doc: Y.Doc) => readMeasures(doc).map(({ title }) => title);
const note = (): Source => sourceOf(STATION, newId('n') as NoteId);

/** Two screens that see each other's updates at once. */
function pair(): [Y.Doc, Y.Doc] {
  const [one, two] = [new Y.Doc(), new Y.Doc()];
  one.on('update', (update, origin) => origin !== 'sync' && Y.applyUpdate(two, update, 'sync'));
  two.on('update', (update, origin) => origin !== 'sync' && Y.applyUpdate(one, update, 'sync'));
  return [one, two];
}

describe('the plan’s deeds', () => {
  it('a point and a measure are added last, whole, in one update each', () => {
    const doc = new Y.Doc();
    let updates = 0;
    doc.on('update', () => updates++);
    point(doc, 'A');
    point(doc, 'B');
    measure(doc, 'X', { owner: 'Kommunen', place: [10.4, 200], period: 'w1', sources: [] });
    measure(doc, 'Y');
    expect(updates).toBe(4);
    expect(titles(doc)).toEqual(['A', 'B']);
    expect(plan(doc)).toEqual(['X', 'Y']);
    expect(readMeasures(doc)[0]).toMatchObject({
      owner: 'Kommunen',
      place: [10, 100],
      period: 'w1',
      why: '',
    });
  });

  it('nothing is added beyond what a plan holds, nor under an id that is taken', () => {
    const doc = new Y.Doc();
    const id = point(doc, 'A');
    expect(addPoint(doc, { of: 'hall', id })).toBeNull();
    const many = Array.from({ length: MEASURES_MAX }, () => newId('m'));
    doc.transact(() => {
      for (const key of many) measuresOf(doc).set(key, new Y.Map());
      for (let count = 1; count < POINTS_MAX; count++) pointsOf(doc).set(newId('q'), new Y.Map());
    });
    expect(addMeasure(doc, { at: 1 })).toBeNull();
    expect(addPoint(doc, { of: 'hall' })).toBeNull();
  });

  it('an edit touches only what differs, so two can write in one text, and never splits a character', () => {
    const [one, two] = pair();
    const id = measure(one, 'Gratis buss 🚌 for unge');
    editPlanText(one, 'measures', id, 'title', 'Gratis buss 🚍 for unge');
    expect(findMeasure(two, id)?.title).toBe('Gratis buss 🚍 for unge');
    const [left, right] = [Y.encodeStateAsUpdate(one), new Y.Doc()];
    Y.applyUpdate(right, left);
    editPlanText(one, 'measures', id, 'title', 'Gratis buss 🚍 for alle unge');
    editPlanText(right, 'measures', id, 'title', 'Helt gratis buss 🚍 for unge');
    Y.applyUpdate(one, Y.encodeStateAsUpdate(right));
    expect(findMeasure(one, id)?.title).toBe('Helt gratis buss 🚍 for alle unge');
    expect(editPlanText(one, 'measures', newId('m'), 'why', 'x')).toBe(false);
  });

  it('fields are set and taken away, and setting what stands costs no update', () => {
    const doc = new Y.Doc();
    const id = measure(doc, 'X');
    const main = point(doc, 'A', { single: true });
    expect(setMeasureField(doc, id, 'slot', ['lane', 1, 3])).toBe(true);
    expect(setMeasureField(doc, id, 'slot', ['lane', 1, 3])).toBe(false);
    expect(setMeasureField(doc, id, 'slot', undefined)).toBe(true);
    expect(setMeasureField(doc, id, 'owner', 'Skolen')).toBe(true);
    expect(setMeasureField(doc, id, 'owner', '')).toBe(true);
    expect(findMeasure(doc, id)).not.toHaveProperty('owner');
    expect(setPointField(doc, main, 'single', undefined)).toBe(true);
    expect(findPoint(doc, main)).not.toHaveProperty('single');
    const twice = note();
    setPointField(doc, main, 'sources', [twice, twice]);
    expect(findPoint(doc, main)?.sources).toEqual([twice]);
  });

  it('points are moved within their summary, with one key where there is room', () => {
    const doc = new Y.Doc();
    const [a, b, c] = [point(doc, 'A'), point(doc, 'B'), point(doc, 'C')];
    point(doc, 'Hall', {}, 'hall');
    movePoint(doc, c, a);
    expect(titles(doc)).toEqual(['C', 'A', 'B']);
    movePoint(doc, c, null);
    expect(titles(doc)).toEqual(['A', 'B', 'C']);
    pointsOf(doc).get(a)!.set('order', pointsOf(doc).get(b)!.get('order'));
    movePoint(doc, c, readPoints(doc, STATION)[1]!.id);
    expect(titles(doc)[1]).toBe('C');
  });

  it('measures without a place in the order get one when another is moved among them', () => {
    const doc = new Y.Doc();
    const [a, b, c] = [
      measure(doc, 'A', { at: 1 }),
      measure(doc, 'B', { at: 2 }),
      measure(doc, 'C', { at: 3 }),
    ];
    for (const id of [a, b, c]) measuresOf(doc).get(id)!.delete('order');
    moveMeasure(doc, a, null);
    expect(plan(doc)).toEqual(['B', 'C', 'A']);
    moveMeasure(doc, a, c);
    expect(plan(doc)).toEqual(['B', 'A', 'C']);
    expect(moveMeasure(doc, a, c)).toBe(false);
  });

  it('the order that the picture gives begins with what is prioritised and ends with what is not placed', () => {
    const doc = new Y.Doc();
    measure(doc, 'ikke lagt');
    measure(doc, 'liten effekt', { place: [90, 10] });
    measure(doc, 'tung', { place: [10, 95] });
    measure(doc, 'langsom', { place: [80, 90], quick: false });
    measure(doc, 'rask', { place: [80, 90], quick: true });
    expect(proposeOrder(doc)).toBe(true);
    expect(plan(doc)).toEqual(['rask', 'langsom', 'tung', 'liten effekt', 'ikke lagt']);
    expect(proposeOrder(doc)).toBe(false);
  });

  it('merged points keep all sources, and measures follow', () => {
    const doc = new Y.Doc();
    const [x, y] = [note(), note()];
    const [a, b] = [
      point(doc, 'A', { sources: [x], single: true }),
      point(doc, 'B', { sources: [x, y], line: 'hvorfor' }),
    ];
    const other = point(doc, 'Hall', {}, 'hall');
    const grown = measure(doc, 'X', { sources: [b, x] });
    expect(mergePoints(doc, a, [other])).toBe(false);
    expect(mergePoints(doc, a, [b])).toBe(true);
    expect(findPoint(doc, a)).toMatchObject({ title: 'A', line: 'hvorfor', sources: [x, y] });
    expect(findPoint(doc, a)).not.toHaveProperty('single');
    expect(findPoint(doc, b)).toBeNull();
    expect(findMeasure(doc, grown)?.sources).toEqual([a, x]);
    const many = () => Array.from({ length: SOURCES_MAX - 1 }, note);
    const [c, d] = [point(doc, 'C', { sources: many() }), point(doc, 'D', { sources: many() })];
    expect(mergePoints(doc, c, [d])).toBe(false);
    expect(findPoint(doc, d)).not.toBeNull();
  });

  it('undo takes back each deed, and leaves what others wrote', () => {
    const [one, two] = pair();
    const undo = planUndo(one);
    const id = measure(one, 'Buss');
    setMeasureField(one, id, 'place', [70, 80]);
    for (const text of ['Buss g', 'Buss gr', 'Buss gratis']) editPlanText(one, 'measures', id, 'title', text);
    editPlanText(two, 'measures', id, 'title', 'Lang buss gratis');
    undo.undo();
    expect(findMeasure(two, id)).toMatchObject({ title: 'Lang buss', place: [70, 80] });
    undo.undo();
    expect(findMeasure(two, id)).not.toHaveProperty('place');
    undo.redo();
    expect(findMeasure(two, id)?.place).toEqual([70, 80]);
    removeMeasure(one, id);
    expect(findMeasure(two, id)).toBeNull();
    undo.undo();
    expect(findMeasure(two, id)).toMatchObject({ title: 'Lang buss', place: [70, 80] });
    expect(undo.canRedo()).toBe(true);
  });

  it('undo of a merge brings all its points back', () => {
    const doc = new Y.Doc();
    const undo = planUndo(doc);
    const [a, b] = [
      point(doc, 'A', { sources: [note()] }),
      point(doc, 'B', { sources: [note()], line: 'l' }),
    ];
    const before = readPoints(doc);
    mergePoints(doc, a, [b]);
    undo.undo();
    expect(readPoints(doc)).toEqual(before);
    removePoint(doc, b);
    undo.undo();
    expect(readPoints(doc)).toEqual(before);
  });

  it('a plan is restored just as it was', () => {
    const doc = new Y.Doc();
    const main = point(doc, 'A', { sources: [note()], check: true, single: true });
    measure(doc, 'X', { sources: [main], place: [1, 2], quick: false, level: 'local', slot: ['l', 0, 2] });
    const again = new Y.Doc();
    restorePlan(again, readPoints(doc), readMeasures(doc), { hall: { by: 'p', at: 1, hash: 'h' } });
    expect(readPoints(again)).toEqual(readPoints(doc));
    expect(readMeasures(again)).toEqual(readMeasures(doc));
    expect(again.getMap('signatures').toJSON()).toEqual({ hall: { by: 'p', at: 1, hash: 'h' } });
  });
});

describe('what has changed since a summary was signed', () => {
  const since = (doc: Y.Doc, signature: Signature | null) => {
    const { points, removed } = changesSince(readPoints(doc, STATION), signature);
    const titles = new Map(readPoints(doc).map(({ id, title }) => [id, title]));
    return { removed, ...Object.fromEntries([...points].map(([id, how]) => [titles.get(id), how])) };
  };
  const signed = (doc: Y.Doc): Signature => {
    const points = readPoints(doc, STATION);
    return { by: 'x', at: 1, hash: hashOf(points), points: signedPoints(points) };
  };

  it('is told of each point: new, changed in words or sources, moved; and how many are gone', () => {
    const doc = new Y.Doc();
    const [a, b, c, d] = ['A', 'B', 'C', 'D', 'E'].map((title) => point(doc, title, { sources: [note()] }));
    const signature = signed(doc);
    expect(since(doc, signature)).toEqual({ removed: 0 });
    editPlanText(doc, 'points', b!, 'line', 'Mer');
    setPointField(doc, c!, 'sources', [note()]);
    movePoint(doc, a!, null);
    removePoint(doc, d!);
    point(doc, 'F');
    const told = { removed: 1, A: 'moved', B: 'changed', C: 'changed', F: 'new' };
    expect(since(doc, signature)).toEqual(told);
    expect(since(doc, signed(doc))).toEqual({ removed: 0 });
  });

  it('is told of the fewest points that can have been moved', () => {
    const doc = new Y.Doc();
    const ids = Array.from({ length: 9 }, (_, n) => point(doc, `P${n}`));
    const signature = signed(doc);
    movePoint(doc, ids[7]!, ids[1]!);
    movePoint(doc, ids[0]!, ids[5]!);
    expect(since(doc, signature)).toEqual({ removed: 0, P7: 'moved', P0: 'moved' });
  });

  it('is not told point by point where the signature kept no points', () => {
    const doc = new Y.Doc();
    point(doc, 'A');
    expect(since(doc, { by: 'x', at: 1, hash: 'other' })).toEqual({ removed: 0 });
    expect(since(doc, null)).toEqual({ removed: 0 });
  });
});
