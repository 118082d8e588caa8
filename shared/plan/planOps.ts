/**
 * What can be done in the hall's plan: one function and one transaction each, in the manner of `board/boardOps.ts`.
 * Each tells whether it changed anything. Texts are shared and many write in one at once, so the way back is a
 * Y.UndoManager (`planUndo`), which takes back one's own letters and leaves others'.
 *
 * Over 300 lines: points and measures are made, ordered and taken back by the same few steps, which belong together.
 */

import { generateNKeysBetween } from 'fractional-indexing';
import * as Y from 'yjs';
import { type Fields, fieldsIn } from '../board/boardDoc.ts';
import { OWN, splice } from '../board/boardOps.ts';
import { FIRST_KEY, keysBetween } from '../board/clusterOrder.ts';
import { type MeasureId, newId, type PointId } from '../domain/ids.ts';
import {
  isPrioritised,
  MEASURE_TEXTS,
  MEASURES_MAX,
  type MeasureView,
  measuresOf,
  POINT_TEXTS,
  POINTS_MAX,
  type PointView,
  pointsOf,
  readMeasure,
  readMeasures,
  readPoint,
  readPoints,
  type Signature,
  SOURCES_MAX,
  signaturesOf,
  thirdOf,
} from './planDoc.ts';
import type { Source, SummaryOf } from './source.ts';

/** What a plan holds many of. */
export type PlanPart = 'points' | 'measures';
export type PointText = (typeof POINT_TEXTS)[number];
export type MeasureText = (typeof MEASURE_TEXTS)[number];
/** What may be set on a point later; its `of` never changes. */
export type PointField = 'sources' | 'single' | 'check';
export type MeasureField = 'place' | 'quick' | 'level' | 'owner' | 'period' | 'slot' | 'sources';

/** A point in the making: what is left out is empty, and its place is the last of its summary. */
export type NewPoint = { of: SummaryOf } & Partial<PointView>;
/** A measure in the making: what is left out is empty, and its place is the last. */
export type NewMeasure = { at: number } & Partial<MeasureView>;

/** Adds a point last in its summary. @returns its id; null where the plan is full or the id is taken */
export function addPoint(doc: Y.Doc, point: NewPoint, origin: unknown = OWN): PointId | null {
  const id = point.id ?? newId('q');
  if (pointsOf(doc).has(id) || pointsOf(doc).size >= POINTS_MAX) return null;
  deed(doc, `add ${id}`, origin, () => {
    const order = point.order ?? keyAfter(readPoints(doc, point.of));
    pointsOf(doc).set(id, pointFields({ title: '', line: '', sources: [], ...point, id, order }));
    return true;
  });
  return id;
}

/** Adds a measure last in the order of action. @returns its id; null where the plan is full or the id is taken */
export function addMeasure(doc: Y.Doc, measure: NewMeasure, origin: unknown = OWN): MeasureId | null {
  const id = measure.id ?? newId('m');
  if (measuresOf(doc).has(id) || measuresOf(doc).size >= MEASURES_MAX) return null;
  deed(doc, `add ${id}`, origin, () => {
    const order = measure.order ?? keyAfter(readMeasures(doc));
    const whole = { title: '', why: '', firstStep: '', sources: [], ...measure, id, order };
    measuresOf(doc).set(id, measureFields(whole));
    return true;
  });
  return id;
}

/** Makes one text this, touching only what differs and never half a surrogate pair. */
export function editPlanText(
  doc: Y.Doc,
  ...[part, id, field, after, origin = OWN]:
    | [part: 'points', id: PointId, field: PointText, after: string, origin?: unknown]
    | [part: 'measures', id: MeasureId, field: MeasureText, after: string, origin?: unknown]
): boolean {
  const text = planText(doc, part, id, field);
  const before = text?.toString();
  if (!text || before === undefined || before === after) return false;
  return deed(doc, `text ${id} ${field}`, origin, () => {
    splice(text, before, after);
    return true;
  });
}

/** A point's or measure's text as it is shared; null where it is not there. */
export function planText(
  doc: Y.Doc,
  part: PlanPart,
  id: string,
  field: PointText | MeasureText,
): Y.Text | null {
  const text = fieldsIn(rootOf(doc, part), id)?.get(field);
  return text instanceof Y.Text ? text : null;
}

/** Sets a field of a point; `undefined` takes it away. */
export function setPointField<F extends PointField>(
  doc: Y.Doc,
  id: PointId,
  field: F,
  value: PointView[F] | undefined,
  origin: unknown = OWN,
): boolean {
  return deed(doc, `set ${id} ${field}`, origin, () => put(doc, 'points', id, field, value));
}

/** Sets a field of a measure; `undefined` takes it away. Places are rounded to whole hundredths of the picture. */
export function setMeasureField<F extends MeasureField>(
  doc: Y.Doc,
  id: MeasureId,
  field: F,
  value: MeasureView[F] | undefined,
  origin: unknown = OWN,
): boolean {
  return deed(doc, `set ${id} ${field}`, origin, () => put(doc, 'measures', id, field, value));
}

/** Takes a point away. Measures that grew from it keep the link, so that an undo makes it whole again. */
export function removePoint(doc: Y.Doc, id: PointId, origin: unknown = OWN): boolean {
  return remove(doc, 'points', id, origin);
}

/** Takes a measure away. */
export function removeMeasure(doc: Y.Doc, id: MeasureId, origin: unknown = OWN): boolean {
  return remove(doc, 'measures', id, origin);
}

/** Puts a point before another of its summary, or last. */
export function movePoint(doc: Y.Doc, id: PointId, before: PointId | null, origin: unknown = OWN): boolean {
  const point = readPoint(id, pointsOf(doc).get(id));
  if (!point) return false;
  return deed(doc, `move ${id}`, origin, () => place(doc, 'points', readPoints(doc, point.of), id, before));
}

/** Puts a measure before another in the order of action, or last. */
export function moveMeasure(
  doc: Y.Doc,
  id: MeasureId,
  before: MeasureId | null,
  origin: unknown = OWN,
): boolean {
  return deed(doc, `move ${id}`, origin, () => place(doc, 'measures', readMeasures(doc), id, before));
}

/**
 * The order of action that the picture gives: prioritised ones first, then by the third they lie in (effect before
 * feasibility), the quick before the slow; those not placed last. What is alike stands as it stood.
 */
export function proposedOrder(measures: readonly MeasureView[]): MeasureId[] {
  const rank = (measure: MeasureView) => {
    const { place, quick } = measure;
    if (!place) return 0;
    const [feasibility, effect] = [THIRDS[thirdOf(place[0])], THIRDS[thirdOf(place[1])]];
    return (isPrioritised(measure) ? 100 : 0) + effect * 20 + feasibility * 4 + (quick ? 2 : 1);
  };
  return [...measures].sort((a, b) => rank(b) - rank(a)).map(({ id }) => id);
}

/** Puts all measures in the order that the picture gives. */
export function proposeOrder(doc: Y.Doc, origin: unknown = OWN): boolean {
  const now = readMeasures(doc);
  const wanted = proposedOrder(now);
  if (wanted.every((id, index) => id === now[index]?.id && now[index].order !== undefined)) return false;
  return deed(doc, 'propose order', origin, () => rekey(doc, 'measures', wanted));
}

/**
 * Makes several points of one summary one: it keeps its own title and line (or, where it has no line, the first of
 * theirs) and gets the sources of all; measures that grew from the others grow from it.
 * @returns false where one is missing or of another summary, or the sources would be too many
 */
export function mergePoints(
  doc: Y.Doc,
  into: PointId,
  others: readonly PointId[],
  origin: unknown = OWN,
): boolean {
  const ids = others.filter((id) => id !== into);
  const [target, ...rest] = [into, ...ids].map((id) => readPoint(id, pointsOf(doc).get(id)));
  if (!target || rest.length === 0 || rest.some((point) => point?.of !== target.of)) return false;
  const points = rest as PointView[];
  const sources = unique([target, ...points].flatMap((point) => point.sources));
  if (sources.length > SOURCES_MAX) return false;
  return deed(doc, `merge ${into}`, origin, () => {
    put(doc, 'points', into, 'sources', sources);
    if (sources.length > 1) put(doc, 'points', into, 'single', undefined);
    if (points.some(({ check }) => check)) put(doc, 'points', into, 'check', true);
    const line = target.line ? '' : (points.find((point) => point.line)?.line ?? '');
    if (line) splice(planText(doc, 'points', into, 'line')!, '', line);
    for (const measure of readMeasures(doc)) {
      if (!measure.sources.some((source) => ids.includes(source as PointId))) continue;
      const moved = measure.sources.map((source) => (ids.includes(source as PointId) ? into : source));
      put(doc, 'measures', measure.id, 'sources', unique(moved));
    }
    for (const id of ids) pointsOf(doc).delete(id);
    return true;
  });
}

/** Writes points, measures and signatures just as they were; for imports into a new document. */
export function restorePlan(
  doc: Y.Doc,
  points: readonly PointView[],
  measures: readonly MeasureView[],
  signatures: Readonly<Partial<Record<SummaryOf, Signature>>> = {},
): void {
  doc.transact(() => {
    for (const point of points) pointsOf(doc).set(point.id, pointFields(point));
    for (const measure of measures) measuresOf(doc).set(measure.id, measureFields(measure));
    for (const [of, signature] of Object.entries(signatures)) {
      if (signature) signaturesOf(doc).set(of, signature);
    }
  });
}

/** Letters that follow one another in one text within so long are one step of undo. */
const ONE_STEP_MS = 1_000;

/**
 * The way back for the person at this screen: `undo`, `redo`, `canUndo`, `canRedo`; a step for each deed, and one for
 * what is typed in one go. It takes back nobody else's work. `destroy` it with the document.
 */
export function planUndo(doc: Y.Doc): Y.UndoManager {
  let last: unknown = null;
  const undo = new Y.UndoManager([pointsOf(doc), measuresOf(doc)], {
    doc,
    trackedOrigins: new Set([OWN]),
    captureTimeout: ONE_STEP_MS,
    captureTransaction: ({ origin, meta }) => {
      if (origin !== OWN) return true;
      const name: unknown = meta.get(DEED);
      if (typeof name !== 'string' || !name.startsWith('text') || name !== last) undo.stopCapturing();
      last = name;
      return true;
    },
  });
  return undo;
}

/** Under this a transaction holds what was done, so that only what is typed in one go becomes one step. */
const DEED = Symbol('deed');
const THIRDS = { low: 0, middle: 1, high: 2 } as const;

function deed(doc: Y.Doc, name: string, origin: unknown, body: () => boolean): boolean {
  return doc.transact((transaction) => {
    transaction.meta.set(DEED, name);
    return body();
  }, origin);
}

function remove(doc: Y.Doc, part: PlanPart, id: string, origin: unknown): boolean {
  if (!rootOf(doc, part).has(id)) return false;
  return deed(doc, `remove ${id}`, origin, () => {
    rootOf(doc, part).delete(id);
    return true;
  });
}

/** Moves one among its neighbours: one new key, or new ones for all where there is no room between two. */
function place(
  doc: Y.Doc,
  part: PlanPart,
  all: readonly { id: string; order?: string }[],
  id: string,
  before: string | null,
): boolean {
  const rest = all.filter((entry) => entry.id !== id);
  const at = before === null ? rest.length : rest.findIndex((entry) => entry.id === before);
  if (rest.length === all.length || at < 0 || all[at]?.id === id) return false;
  const [low, high] = [rest[at - 1], rest[at]];
  const room = !low || low.order !== undefined;
  const key = room ? keysBetween(low?.order ?? null, high?.order ?? null, 1)?.[0] : undefined;
  if (key !== undefined) return put(doc, part, id, 'order', key);
  return rekey(
    doc,
    part,
    [...rest.slice(0, at), { id }, ...rest.slice(at)].map((entry) => entry.id),
  );
}

function rekey(doc: Y.Doc, part: PlanPart, ids: readonly string[]): boolean {
  let changed = false;
  generateNKeysBetween(null, null, ids.length).forEach((order, index) => {
    if (put(doc, part, ids[index]!, 'order', order)) changed = true;
  });
  return changed;
}

/** A key behind all of these. */
function keyAfter(all: readonly { order?: string }[]): string {
  let last: string | null = null;
  for (const { order } of all) if (order !== undefined && (last === null || order > last)) last = order;
  return keysBetween(last, null, 1)?.[0] ?? FIRST_KEY;
}

function put(doc: Y.Doc, part: PlanPart, id: string, field: string, wanted: unknown): boolean {
  const fields = fieldsIn(rootOf(doc, part), id);
  const after = tidied(field, wanted);
  if (!fields || JSON.stringify(fields.get(field)) === JSON.stringify(after)) return false;
  if (after === undefined) fields.delete(field);
  else fields.set(field, after);
  return true;
}

function tidied(field: string, value: unknown): unknown {
  if (field === 'place' && Array.isArray(value)) return value.map((n) => Math.round(within(n as number)));
  if (field === 'sources' && Array.isArray(value)) return unique(value as Source[]).slice(0, SOURCES_MAX);
  if (field === 'owner' && value === '') return undefined;
  return value;
}

function pointFields(point: PointView): Fields {
  return fieldsFrom(point, POINT_TEXTS, ['of', 'order', 'sources', 'single', 'check']);
}

function measureFields(measure: MeasureView): Fields {
  const plain = ['at', 'place', 'quick', 'level', 'owner', 'period', 'order', 'slot', 'sources'] as const;
  return fieldsFrom(measure, MEASURE_TEXTS, plain);
}

function fieldsFrom<V extends object>(
  view: V,
  texts: readonly (keyof V & string)[],
  plain: readonly (keyof V & string)[],
): Fields {
  const fields: Fields = new Y.Map();
  for (const key of texts) fields.set(key, new Y.Text(view[key] as string));
  for (const key of plain) {
    const value = tidied(key, view[key]);
    if (value !== undefined) fields.set(key, value);
  }
  return fields;
}

const rootOf = (doc: Y.Doc, part: PlanPart) => (part === 'points' ? pointsOf(doc) : measuresOf(doc));
const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];
const within = (n: number) => Math.min(100, Math.max(0, n));

/** A measure by id as plain data, or null. */
export function findMeasure(doc: Y.Doc, id: MeasureId): MeasureView | null {
  return readMeasure(id, measuresOf(doc).get(id));
}

/** A point by id as plain data, or null. */
export function findPoint(doc: Y.Doc, id: PointId): PointView | null {
  return readPoint(id, pointsOf(doc).get(id));
}
