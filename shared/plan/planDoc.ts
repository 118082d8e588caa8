/**
 * The shape of the hall's plan document, and the only file that knows its keys.
 *
 * ```
 * meta       Y.Map   v, kind: "plan", stations: [StationId]                  (the server is the only writer)
 * points     Y.Map   pointId → Y.Map     of, title: Y.Text, line: Y.Text, order, sources, single?, check?
 * measures   Y.Map   measureId → Y.Map   title, why, firstStep: Y.Text, at, place?, quick?, level?, owner?, period?,
 *                                        order?, slot?, sources
 * signatures Y.Map   stationId or "hall" → { by, at, hash, points? }         (the server is the only writer)
 * ```
 *
 * As on a board: a field that is missing or of the wrong type makes its entry "not whole": accepted, not shown. Who
 * may write what stands in the permission table (`summary:write` at the station of `of`, `plan:write` for the rest).
 */

import * as Y from 'yjs';
import type { Pos, Slot } from '../board/boardDoc.ts';
import type { Level } from '../domain/hall.ts';
import type { MeasureId, PointId, StationId } from '../domain/ids.ts';
import { readSource, type Source, type SummaryOf } from './source.ts';

/** One main point, as plain data. */
export interface PointView {
  id: PointId;
  of: SummaryOf;
  title: string;
  line: string;
  order: string;
  sources: Source[];
  /** One voice, kept because it stands alone. */
  single?: boolean;
  /** Its words hardly overlap with its notes': a person has to look. */
  check?: boolean;
}

/** When a measure is begun: weeks 1–4, months 1–3 (of the first 90 days), or later. */
export const PERIODS = ['w1', 'w2', 'w3', 'w4', 'm1', 'm2', 'm3', 'later'] as const;
export type Period = (typeof PERIODS)[number];

/** One measure, as plain data. */
export interface MeasureView {
  id: MeasureId;
  title: string;
  why: string;
  firstStep: string;
  at: number;
  /** Where it lies in the picture of feasibility (x) and effect (y), 0–100 each; absent: not placed yet. */
  place?: Pos;
  /** Whether the effect comes quickly. */
  quick?: boolean;
  level?: Level;
  /** The actor who does it. */
  owner?: string;
  period?: Period;
  /** Its place in the order of action (fractional index). */
  order?: string;
  /** Its place on the timeline. */
  slot?: Slot;
  sources: Source[];
}

/** Who signed a summary, and what of: `hash` is `hashOf` its points then. */
export interface Signature {
  by: string;
  at: number;
  hash: string;
  /** Each point then, in order, with its own hash; signatures of before this was kept have none. */
  points?: [PointId, string][];
}

/** The plan's furniture, mirrored from the hall by the server. */
export interface PlanMeta {
  v: 1;
  kind: 'plan';
  /** The hall's stations, in their order. */
  stations: StationId[];
}

export const PLAN_ROOTS = ['meta', 'points', 'measures', 'signatures'] as const;
export type PlanRoot = (typeof PLAN_ROOTS)[number];
export const POINT_FIELDS = ['of', 'title', 'line', 'order', 'sources', 'single', 'check'] as const;
export const MEASURE_FIELDS = [
  'title',
  'why',
  'firstStep',
  'at',
  'place',
  'quick',
  'level',
  'owner',
  'period',
  'order',
  'slot',
  'sources',
] as const;
/** Fields that are Y.Text, so that two can write in them at once. */
export const POINT_TEXTS = ['title', 'line'] as const;
export const MEASURE_TEXTS = ['title', 'why', 'firstStep'] as const;

/** Where interfaces and the server's own writers stop, in UTF-16 units. The gate lets merged edits be twice as long. */
export const POINT_TITLE_MAX = 120;
export const POINT_LINE_MAX = 600;
export const MEASURE_TITLE_MAX = 120;
export const MEASURE_WHY_MAX = 600;
export const FIRST_STEP_MAX = 300;
export const OWNER_MAX = 80;
/** Notes and groups that one point or measure may have grown from. */
export const SOURCES_MAX = 500;
/** Of each kind in one hall. */
export const POINTS_MAX = 500;
export const MEASURES_MAX = 300;
/** Main points of a summary that a draft makes at most; single voices come beside them. */
export const MAIN_POINTS = 7;

export const pointsOf = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('points');
export const measuresOf = (doc: Y.Doc): Y.Map<Y.Map<unknown>> => doc.getMap('measures');
export const signaturesOf = (doc: Y.Doc): Y.Map<Signature> => doc.getMap('signatures');
export const planMetaOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap('meta');

/** Writes what differs of the furniture, so that an unchanged mirror costs no bytes. For the server alone. */
export function writePlanMeta(doc: Y.Doc, wanted: PlanMeta): void {
  const meta = planMetaOf(doc);
  for (const [key, value] of Object.entries(wanted)) {
    if (JSON.stringify(meta.get(key)) !== JSON.stringify(value)) meta.set(key, value);
  }
}

/** The point as plain data; null while it is not whole. */
export function readPoint(id: string, fields: unknown): PointView | null {
  if (!(fields instanceof Y.Map)) return null;
  const [of, title, line] = [fields.get('of'), fields.get('title'), fields.get('line')];
  const [order, sources] = [fields.get('order'), asSources(fields.get('sources'))];
  if (typeof of !== 'string' || !(title instanceof Y.Text) || !(line instanceof Y.Text)) return null;
  if (typeof order !== 'string' || !sources) return null;
  const point: PointView = {
    id: id as PointId,
    of: of as SummaryOf,
    title: title.toString(),
    line: line.toString(),
    order,
    sources,
  };
  if (fields.get('single') === true) point.single = true;
  if (fields.get('check') === true) point.check = true;
  return point;
}

/** The measure as plain data; null while it is not whole. */
export function readMeasure(id: string, fields: unknown): MeasureView | null {
  if (!(fields instanceof Y.Map)) return null;
  const [title, why, firstStep] = MEASURE_TEXTS.map((key) => fields.get(key));
  const [at, sources] = [fields.get('at'), asSources(fields.get('sources'))];
  if (!(title instanceof Y.Text) || !(why instanceof Y.Text) || !(firstStep instanceof Y.Text)) return null;
  if (typeof at !== 'number' || !sources) return null;
  const measure: MeasureView = {
    id: id as MeasureId,
    title: title.toString(),
    why: why.toString(),
    firstStep: firstStep.toString(),
    at,
    sources,
  };
  const place = fields.get('place');
  if (isPair(place)) measure.place = place;
  if (typeof fields.get('quick') === 'boolean') measure.quick = fields.get('quick') as boolean;
  const level = fields.get('level');
  if (level === 'local' || level === 'national') measure.level = level;
  const period = fields.get('period');
  if (PERIODS.includes(period as Period)) measure.period = period as Period;
  for (const key of ['owner', 'order'] as const) {
    const value = fields.get(key);
    if (typeof value === 'string' && value) measure[key] = value;
  }
  const slot = fields.get('slot');
  if (Array.isArray(slot) && slot.length === 3) measure.slot = slot as unknown as Slot;
  return measure;
}

/** All whole points, of one summary or of all, in their order. */
export function readPoints(doc: Y.Doc, of?: SummaryOf): PointView[] {
  const all: PointView[] = [];
  pointsOf(doc).forEach((fields, id) => {
    const point = readPoint(id, fields);
    if (point && (of === undefined || point.of === of)) all.push(point);
  });
  return all.sort(byOrder);
}

/** All whole measures, in the order of action; those without one last, oldest first. */
export function readMeasures(doc: Y.Doc): MeasureView[] {
  const all: MeasureView[] = [];
  measuresOf(doc).forEach((fields, id) => {
    const measure = readMeasure(id, fields);
    if (measure) all.push(measure);
  });
  return all.sort((a, b) =>
    a.order !== undefined && b.order !== undefined
      ? byOrder(a as { order: string; id: string }, b as { order: string; id: string })
      : a.order !== undefined
        ? -1
        : b.order !== undefined
          ? 1
          : a.at - b.at || (a.id < b.id ? -1 : 1),
  );
}

export function readSignature(doc: Y.Doc, of: SummaryOf): Signature | null {
  const value: unknown = signaturesOf(doc).get(of);
  if (typeof value !== 'object' || value === null) return null;
  const { by, at, hash, points } = value as Partial<Signature>;
  if (typeof by !== 'string' || typeof at !== 'number' || typeof hash !== 'string') return null;
  return { by, at, hash, ...(Array.isArray(points) ? { points } : {}) };
}

/** What a signature is of: changes when a word, a source or the order of the points does (FNV-1a, 53 bits, base 36). */
export function hashOf(points: readonly PointView[]): string {
  const said = JSON.stringify(
    points.map(({ id, title, line, sources, single }) => [id, title, line, sources, single === true]),
  );
  let [low, high] = [0x811c9dc5, 0x01000193];
  for (let index = 0; index < said.length; index++) {
    low = Math.imul(low ^ said.charCodeAt(index), 0x01000193);
    high = Math.imul(high ^ said.charCodeAt(index), 0x85ebca6b);
  }
  return ((low >>> 0) + (high >>> 11) * 0x1_0000_0000).toString(36);
}

/** Low, middle or high of a place in the picture. */
export function thirdOf(value: number): 'low' | 'middle' | 'high' {
  if (value < 100 / 3) return 'low';
  return value < 200 / 3 ? 'middle' : 'high';
}

/** High effect and feasible: what to begin with. */
export function isPrioritised({ place }: Pick<MeasureView, 'place'>): boolean {
  return place !== undefined && thirdOf(place[1]) === 'high' && thirdOf(place[0]) !== 'low';
}

function byOrder(a: { order: string; id: string }, b: { order: string; id: string }): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function asSources(value: unknown): Source[] | null {
  if (!Array.isArray(value)) return null;
  return value.filter((source): source is Source => readSource(source) !== null);
}

function isPair(value: unknown): value is Pos {
  return Array.isArray(value) && value.length === 2 && value.every((n) => Number.isFinite(n));
}
