/**
 * A hall as one JSON file: what an export writes and an import reads. Its schema is the format's documentation. Version 1
 * had no plan, settings and threads; such files are read still. Never in it: keys, people, and who voted what.
 *
 * Over 300 lines: what is written and what is read back stand beside one another, so that neither forgets a field.
 */

import { z } from 'zod';
import type { ClusterView, NoteView, Pos, Slot } from '../../shared/board/boardDoc.ts';
import {
  type Hall,
  LANE_TITLE_MAX,
  LOCALES,
  MEASURE_STATUSES,
  moreOf,
  ORGANISATION_NAME_MAX,
  ORGANISATIONS_MAX,
  PERSON_ROLES_MAX,
  rulesOf,
  STATIONS_MAX,
  type Station,
} from '../../shared/domain/hall.ts';
import {
  CLUSTER_ID,
  type ClusterId,
  MEASURE_ID,
  type MeasureId,
  NOTE_ID,
  type NoteId,
  POINT_ID,
  type PointId,
  type StationId,
} from '../../shared/domain/ids.ts';
import { CLUSTER_TITLE_MAX, NOTE_HARD_MAX, STATION_NOTES_MAX } from '../../shared/domain/note.ts';
import {
  FIRST_STEP_MAX,
  hashOf,
  MEASURE_TITLE_MAX,
  MEASURE_WHY_MAX,
  MEASURES_MAX,
  type MeasureView,
  OWNER_MAX,
  PERIODS,
  POINT_LINE_MAX,
  POINT_TITLE_MAX,
  POINTS_MAX,
  type PointView,
  SOURCES_MAX,
} from '../../shared/plan/planDoc.ts';
import { signedPoints } from '../../shared/plan/signed.ts';
import type { Source, SummaryOf } from '../../shared/plan/source.ts';
import { templateSchema } from '../../shared/protocol/rest.ts';
import type { HallContent, PlanContent } from '../hall/newborn.ts';
import type { ThreadLink } from '../hall/threadLinks.ts';
import type { HallItem } from '../ports.ts';
import type { HallAtRest, PlanAtRest } from './hallAtRest.ts';
import { templateOf } from './templateFile.ts';

/** Farther out than this no person has dragged a note; a file that says so is broken. */
const FAR = 1_000_000;
const pos = z.tuple([z.number().min(-FAR).max(FAR), z.number().min(-FAR).max(FAR)]);
const noteId = z
  .string()
  .regex(NOTE_ID)
  .transform((id) => id as NoteId);
const clusterId = z
  .string()
  .regex(CLUSTER_ID)
  .transform((id) => id as ClusterId);

/** Two valid edits of one text can merge to more than either may have. */
const TEXT_MAX = NOTE_HARD_MAX * 10;
const ROUND_MAX = 99;
/** The last moment that a date can tell. */
const TIME_MAX = 8.64e15;

const slug = z.string().regex(/^[a-z0-9-]{1,40}$/);
const time = z.number().min(0).max(TIME_MAX);
const order = z.string().max(200);
const level = z.enum(['local', 'national']);
const slot = z
  .tuple([z.string().max(60), z.int().min(0).max(24), z.int().min(0).max(24)])
  .transform((value) => value as Slot);

const note = z.strictObject({
  id: noteId,
  text: z.string().max(TEXT_MAX),
  pos,
  round: z.int().min(1).max(ROUND_MAX),
  at: time,
  cluster: clusterId.optional(),
  order: order.optional(),
  level: level.optional(),
  slot: slot.optional(),
});

const GROUP_TITLE_MAX = CLUSTER_TITLE_MAX * 4;
const cluster = z.strictObject({
  id: clusterId,
  title: z.string().max(GROUP_TITLE_MAX),
  pos,
  into: clusterId.optional(),
});

/** By note or group. An import leaves it aside: who voted stays in the hall where they did. */
const votes = z.strictObject({
  kind: z.enum(['dots', 'rating']),
  voted: z.int().min(0),
  dots: z.record(z.string(), z.int().min(0)),
  ratings: z.record(
    z.string(),
    z.strictObject({ effect: z.number(), feasibility: z.number(), count: z.int().min(1) }),
  ),
});

/** As in the plan document, with the station's slug in place of its id. */
const source = z
  .string()
  .max(120)
  .regex(/^(q_[A-Za-z0-9_-]{16,32}|[a-z0-9-]{1,40}\/[nc]_[A-Za-z0-9_-]{16,32})$/);
const sources = z.array(source).max(SOURCES_MAX);
/** Texts that two write in at once may merge to twice as much. */
const shared = (most: number) => z.string().max(most * 2);

const point = z.strictObject({
  id: z.string().regex(POINT_ID),
  /** `hall`, or a station: `station/` and its slug (a station might be called hall). */
  of: z.union([z.literal('hall'), z.string().regex(/^station\/[a-z0-9-]{1,40}$/)]),
  title: shared(POINT_TITLE_MAX),
  line: shared(POINT_LINE_MAX),
  order,
  sources,
  single: z.literal(true).optional(),
  check: z.literal(true).optional(),
});

const measure = z.strictObject({
  id: z.string().regex(MEASURE_ID),
  title: shared(MEASURE_TITLE_MAX),
  why: shared(MEASURE_WHY_MAX),
  firstStep: shared(FIRST_STEP_MAX),
  at: time,
  place: z.tuple([z.number().min(0).max(100), z.number().min(0).max(100)]).optional(),
  quick: z.boolean().optional(),
  level: level.optional(),
  owner: shared(OWNER_MAX).optional(),
  period: z.enum(PERIODS).optional(),
  order: order.optional(),
  slot: slot.optional(),
  sources,
});

/**
 * `changed`: the points are not those that were signed. `points`: each that was, in its order then, and whether it says
 * and rests on what it did; signatures of before this was kept have none.
 */
const signature = z.strictObject({
  of: point.shape.of,
  by: z.string().max(200),
  at: time,
  changed: z.boolean(),
  points: z
    .array(z.strictObject({ id: point.shape.id, as: z.enum(['signed', 'changed']) }))
    .max(POINTS_MAX)
    .optional(),
});

const thread = z.strictObject({
  key: z.string().min(1).max(60),
  as: z.enum(['linked', 'refused']),
  items: z.array(z.strictObject({ station: slug, thing: z.union([noteId, clusterId]) })).max(40),
});

const before = z.strictObject({
  title: z.string().max(200),
  createdAt: time,
  points: z.record(
    slug,
    z
      .array(
        z.strictObject({
          title: shared(POINT_TITLE_MAX),
          line: shared(POINT_LINE_MAX),
          notes: z.int().min(0),
        }),
      )
      .max(POINTS_MAX),
  ),
  measures: z
    .array(
      z.strictObject({
        title: shared(MEASURE_TITLE_MAX),
        owner: shared(OWNER_MAX),
        status: z.enum(MEASURE_STATUSES).nullable(),
        said: z.string().max(2_000),
      }),
    )
    .max(MEASURES_MAX),
});

const first = {
  format: z.literal('vandrehallen'),
  title: z.string().min(1).max(120),
  locale: z.enum(LOCALES),
  round: z.int().min(1).max(ROUND_MAX),
  /** Stations and rounds, as a template has them. */
  template: templateSchema,
  /** By the station's slug. */
  boards: z.record(
    z.string(),
    z.strictObject({
      notes: z.array(note).max(STATION_NOTES_MAX),
      clusters: z.array(cluster).max(STATION_NOTES_MAX),
      /** What came of the station's vote, once it is shown. */
      votes: votes.optional(),
    }),
  ),
};

const second = z.strictObject({
  ...first,
  v: z.literal(2),
  settings: z.strictObject({
    hostsSteer: z.boolean(),
    notesPerPerson: z.int().min(1).max(STATION_NOTES_MAX),
    organisations: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(ORGANISATION_NAME_MAX),
          kind: z.string().max(ORGANISATION_NAME_MAX),
        }),
      )
      .max(ORGANISATIONS_MAX),
    roles: z.array(z.string().min(1).max(LANE_TITLE_MAX)).max(PERSON_ROLES_MAX),
  }),
  /** What a station has beside what a template says, by its slug. */
  stations: z.record(
    slug,
    z.strictObject({
      year: z.enum(['school', 'calendar']).optional(),
      rules: z.strictObject({
        moveOwn: z.boolean(),
        groupingClosed: z.boolean(),
        hiding: z.boolean(),
        allowance: z.int().min(1).max(STATION_NOTES_MAX).nullable(),
      }),
    }),
  ),
  plan: z.strictObject({
    points: z.array(point).max(POINTS_MAX),
    measures: z.array(measure).max(MEASURES_MAX),
    signatures: z.array(signature).max(STATIONS_MAX + 1),
  }),
  threads: z.array(thread).max(1_000),
  /** Last year's hall. */
  before: before.optional(),
});
export type HallFile = z.output<typeof second>;

const EMPTY = {
  settings: { hostsSteer: true, notesPerPerson: STATION_NOTES_MAX, organisations: [], roles: [] },
  stations: {},
  plan: { points: [], measures: [], signatures: [] },
  threads: [],
};

/** Reads both versions, as the newer one. */
export const hallFileSchema = z.union([
  second,
  z.strictObject({ ...first, v: z.literal(1) }).transform((file): HallFile => ({ ...file, ...EMPTY, v: 2 })),
]);

/** The hall as a file. */
export function hallFileOf({ hall, boards, plan, threads }: HallAtRest): HallFile {
  const { title, locale, round, stations } = hall;
  const { settings, before: last } = moreOf(hall);
  const { hostsSteer, notesPerPerson, organisations, roles } = settings;
  const slugs = new Map(stations.map(({ id, slug }) => [id as string, slug]));
  return {
    format: 'vandrehallen',
    v: 2,
    title,
    locale,
    round,
    template: templateOf(hall),
    settings: { hostsSteer, notesPerPerson, organisations: [...organisations], roles: [...roles] },
    stations: Object.fromEntries(stations.map((station) => [station.slug, moreOfStation(station)])),
    boards: Object.fromEntries(
      stations.map(({ id, slug }) => {
        const { notes, clusters, votes } = boards[id] ?? { notes: [], clusters: [] };
        const fitted = { notes: notes.map(fittedNote), clusters: clusters.map(fittedCluster) };
        return [slug, votes ? { ...fitted, votes } : fitted];
      }),
    ),
    plan: planFile(plan, slugs),
    threads: Object.entries(threads).flatMap(([key, value]) => threadFile(key, value, slugs) ?? []),
    ...(last && before.safeParse(last).success ? { before: last } : {}),
  };
}

function moreOfStation(station: Station): HallFile['stations'][string] {
  const { frozenAt: _, ...rules } = rulesOf(station);
  return { ...(station.year ? { year: station.year } : {}), rules };
}

function planFile(plan: PlanAtRest, slugs: ReadonlyMap<string, string>): HallFile['plan'] {
  const ofFile = (of: string) => (of === 'hall' ? ('hall' as const) : `station/${slugs.get(of)}`);
  const named = (all: readonly Source[]) => all.flatMap((one) => sourceFile(one, slugs) ?? []);
  const points = plan.points.filter(({ of }) => of === 'hall' || slugs.has(of));
  return {
    points: points.flatMap((one) => fits(point, { ...one, of: ofFile(one.of), sources: named(one.sources) })),
    measures: plan.measures.flatMap((one) => fits(measure, { ...one, sources: named(one.sources) })),
    signatures: Object.entries(plan.signatures).flatMap(([of, one]) => {
      if (!one || (of !== 'hall' && !slugs.has(of))) return [];
      const standing = plan.points.filter((each) => each.of === of);
      const changed = one.hash !== hashOf(standing);
      const now = new Map<string, string>(signedPoints(standing));
      const points = one.points?.map(([id, hash]) => ({
        id,
        as: now.get(id) === hash ? ('signed' as const) : ('changed' as const),
      }));
      return fits(signature, { of: ofFile(of), by: one.by, at: one.at, changed, ...(points && { points }) });
    }),
  };
}

/** The thing with those of its fields that fit; none where what it must have does not. */
function fits<S extends z.ZodObject>(schema: S, thing: Record<string, unknown>): z.output<S>[] {
  const known = Object.entries(thing).filter(
    ([name, value]) =>
      !(schema.shape[name] as z.ZodType | undefined) ||
      (schema.shape[name] as z.ZodType).safeParse(value).success,
  );
  const read = schema.safeParse(Object.fromEntries(known));
  return read.success ? [read.data] : [];
}

function sourceFile(source: Source, slugs: ReadonlyMap<string, string>): string | null {
  const [station, thing] = source.split('/');
  if (thing === undefined) return source;
  const slug = slugs.get(station!);
  return slug === undefined ? null : `${slug}/${thing}`;
}

function threadFile(
  key: string,
  value: unknown,
  slugs: ReadonlyMap<string, string>,
): HallFile['threads'][number] | null {
  const { as, items = [] } = (value ?? {}) as Partial<ThreadLink>;
  const named = items.map(({ stationId, thing }) => ({ station: slugs.get(stationId), thing }));
  const read = thread.safeParse({ key, as, items: named });
  return read.success ? read.data : null;
}

/** What a hall that is made from the file begins with. */
export function contentOf(file: HallFile): HallContent {
  return {
    round: file.round,
    boardOf: (slug) => boardOf(file, slug),
    planOf: (hall) => planContent(file, idsOf(hall)),
    fitted: (hall) => ({
      ...hall,
      stations: hall.stations.map((station) => {
        const more = Object.hasOwn(file.stations, station.slug) ? file.stations[station.slug] : undefined;
        return more ? { ...station, ...more } : station;
      }),
      more: {
        settings: { ...moreOf(hall).settings, ...file.settings },
        ...(file.before ? { before: file.before } : {}),
      },
    }),
  };
}

/** The file's threads, as the new hall keeps them. */
export function threadItems(file: HallFile, hall: Hall): HallItem[] {
  const ids = idsOf(hall);
  return file.threads.map(({ key, as, items }) => {
    const known = items.filter(({ station }) => ids.has(station));
    const value: ThreadLink = {
      as,
      items: known.map(({ station, thing }) => ({ stationId: ids.get(station)!, thing })),
    };
    return { kind: 'thread', key, value };
  });
}

const idsOf = (hall: Hall) => new Map(hall.stations.map(({ slug, id }) => [slug, id]));

function planContent({ plan }: HallFile, ids: ReadonlyMap<string, StationId>): PlanContent {
  const ofHall = (of: string): SummaryOf | undefined =>
    of === 'hall' ? 'hall' : ids.get(of.slice('station/'.length));
  const named = (all: readonly string[]) =>
    all.flatMap((one): Source[] => {
      const [slug, thing] = one.split('/');
      if (thing === undefined) return [one as PointId];
      const id = ids.get(slug!);
      return id ? [`${id}/${thing as NoteId | ClusterId}`] : [];
    });
  const points = plan.points.flatMap((one): PointView[] => {
    const of = ofHall(one.of);
    return of ? [{ ...one, id: one.id as PointId, of, sources: named(one.sources) }] : [];
  });
  const measures = plan.measures.map(
    (one): MeasureView => ({ ...one, id: one.id as MeasureId, sources: named(one.sources) }),
  );
  const inOrder = [...points].sort((a, b) =>
    a.order < b.order || (a.order === b.order && a.id < b.id) ? -1 : 1,
  );
  const signatures = plan.signatures.flatMap(({ of: named, by, at, changed, points: signed }) => {
    const of = ofHall(named);
    if (!of) return [];
    const standing = inOrder.filter((one) => one.of === of);
    const now = new Map<string, string>(signedPoints(standing));
    const points = signed?.map(({ id, as }): [PointId, string] => [
      id as PointId,
      (as === 'signed' && now.get(id)) || 'changed',
    ]);
    const hash = changed ? 'changed' : hashOf(standing);
    return [[of, { by, at, hash, ...(points && { points }) }] as const];
  });
  return { points, measures, signatures: Object.fromEntries(signatures) };
}

/**
 * A note as a file may hold it: programs can hang up what no person could, and one such note must keep no hall from
 * being taken home. Text is never left out, only places and marks that mean nothing.
 */
function fittedNote({ id, text, pos, round, at, ...marks }: NoteView): z.output<typeof note> {
  return {
    id,
    text: text.slice(0, TEXT_MAX),
    pos: fittedPos(pos),
    round: within(round, 1, ROUND_MAX),
    at: within(at, 0, TIME_MAX),
    ...fitting(note.shape, marks),
  };
}

function fittedCluster({ id, title, pos, ...marks }: ClusterView): z.output<typeof cluster> {
  return {
    id,
    title: title.slice(0, GROUP_TITLE_MAX),
    pos: fittedPos(pos),
    ...fitting(cluster.shape, marks),
  };
}

/** Those of the marks that fit their schema. */
function fitting<T extends object>(shape: Record<string, z.ZodType>, marks: T): T {
  return Object.fromEntries(
    Object.entries(marks).filter(([name, value]) => shape[name]?.safeParse(value).success),
  ) as T;
}

const within = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);
const fittedPos = ([x, y]: Pos): [number, number] => [within(x, -FAR, FAR), within(y, -FAR, FAR)];

/** One board's content, as ops take it. */
export function boardOf(file: HallFile, slug: string): { notes: NoteView[]; clusters: ClusterView[] } {
  const board = Object.hasOwn(file.boards, slug) ? file.boards[slug] : undefined;
  return board ?? { notes: [], clusters: [] };
}
