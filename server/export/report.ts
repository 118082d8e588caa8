/**
 * What every file tells of a hall, as plain data: the stations with explanation, main points, groups and notes, the
 * measures in order, and figures. Formats draw from it and reckon nothing themselves.
 */

import type { NoteView } from '../../shared/board/boardDoc.ts';
import { viewBoard } from '../../shared/board/boardView.ts';
import { type Level, moreOf, type Station, type StationKind } from '../../shared/domain/hall.ts';
import type { StationId } from '../../shared/domain/ids.ts';
import type { Locale } from '../../shared/domain/locale.ts';
import type { Round } from '../../shared/domain/round.ts';
import { calendarMonth } from '../../shared/domain/year.ts';
import { citedNotes, coverage, withNotes } from '../../shared/plan/coverage.ts';
import {
  hashOf,
  isPrioritised,
  type MeasureView,
  type Period,
  type PointView,
  thirdOf,
} from '../../shared/plan/planDoc.ts';
import { type ChangesSince, changesSince, type PointChange } from '../../shared/plan/signed.ts';
import type { SummaryOf } from '../../shared/plan/source.ts';
import { type ReportText, reportText } from '../../shared/text/report.ts';
import type { HallAtRest } from './hallAtRest.ts';

export interface ReportNote {
  id: string;
  text: string;
  round: number;
  at: number;
  level?: Level;
  lane?: string;
  /** As words: the first and the last month. */
  from?: string;
  to?: string;
  dots?: number;
}

export interface ReportGroup {
  title: string;
  notes: ReportNote[];
  dots?: number;
}

export interface ReportPoint {
  title: string;
  line: string;
  /** Notes that it grew from and that hang still. */
  count: number;
  single: boolean;
  check: boolean;
  /** How it differs from what was signed. */
  since?: PointChange;
}

export interface ReportSummary {
  points: ReportPoint[];
  covered: number;
  all: number;
  /** Notes that no point rests on; empty where there are no points. */
  left: ReportNote[];
  signed: { by: string; at: number; changed: boolean } | null;
  /** How many of the points that were signed are no more. */
  removed: number;
}

export interface ReportStation {
  title: string;
  kind: StationKind;
  question: string;
  explanation: string[];
  notes: number;
  groups: ReportGroup[];
  free: ReportNote[];
  summary: ReportSummary;
  /** Numbers of the measures that grew from notes, groups or points of this station. */
  measures: number[];
}

type Third = ReturnType<typeof thirdOf>;
export interface ReportMeasure {
  /** Its number in the order of action. */
  n: number;
  title: string;
  why: string;
  firstStep: string;
  owner: string;
  effect?: Third;
  feasibility?: Third;
  quick?: boolean;
  level?: Level;
  period?: Period;
  lane?: string;
  from?: string;
  to?: string;
  prioritised: boolean;
}

export interface Report {
  locale: Locale;
  title: string;
  heldAt: number;
  madeAt: number;
  rounds: Round[];
  people: number;
  summary: ReportSummary;
  stations: ReportStation[];
  measures: ReportMeasure[];
  /** What there was how much of, in the words of the hall. */
  figures: { label: string; count: number }[];
}

const TIME_MAX = 8.64e15;

export function makeReport(at: HallAtRest): Report {
  const { hall, plan } = at;
  const text = reportText(hall.locale);
  const measures = plan.measures.map((measure, index) =>
    reportMeasure(measure, index + 1, hall.stations, text),
  );
  const stations = hall.stations.map((station) => reportStation(station, at, text));
  return {
    locale: hall.locale,
    title: hall.title,
    heldAt: hall.createdAt,
    madeAt: at.madeAt,
    rounds: hall.rounds,
    people: at.people,
    summary: hallSummary(at),
    stations,
    measures,
    figures: figuresOf(at, stations, text),
  };
}

function reportStation(station: Station, at: HallAtRest, text: ReportText): ReportStation {
  const { notes, clusters, votes } = at.boards[station.id] ?? { notes: [], clusters: [] };
  const view = viewBoard(notes, clusters);
  const dotsOf = (id: string) => (votes?.dots[id] ? { dots: votes.dots[id] } : {});
  const asNote = (note: NoteView): ReportNote => ({
    id: note.id,
    text: note.text,
    round: note.round,
    // Programs can hang up notes of no time that a date can tell.
    at: Math.min(Math.max(note.at, 0), TIME_MAX),
    ...(note.level ? { level: note.level } : {}),
    ...slotOf(note.slot, station, text),
    ...dotsOf(note.id),
  });
  const groups = [...view.clusters.values()]
    .sort((a, b) => b.members.length - a.members.length || (a.id < b.id ? -1 : 1))
    .map(({ id, title, members }) => ({
      title,
      notes: members.map((member) => asNote(view.notes.get(member)!.note)),
      ...dotsOf(id),
    }));
  const points = at.plan.points.filter(({ of }) => of === station.id);
  const cover = coverage(points, station.id, notes, clusters);
  const left = new Set<string>(cover.left);
  const own = new Set<string>(points.map(({ id }) => id));
  const since = changesSince(points, at.plan.signatures[station.id] ?? null);
  return {
    title: station.title,
    kind: station.kind,
    question: station.question,
    explanation: station.explanation,
    notes: notes.length,
    groups,
    free: notes.filter(({ id }) => !view.notes.get(id)?.cluster).map(asNote),
    summary: {
      points: points.map((point) => ({
        ...pointWords(point, since),
        count: citedNotes(point.sources, station.id, notes, clusters).size,
      })),
      covered: cover.covered,
      all: cover.all,
      left: points.length > 0 ? notes.filter(({ id }) => left.has(id)).map(asNote) : [],
      signed: signedOf(at, station.id, points),
      removed: since.removed,
    },
    measures: at.plan.measures.flatMap(({ sources }, index) =>
      sources.some((source) => source.startsWith(`${station.id}/`) || own.has(source)) ? [index + 1] : [],
    ),
  };
}

/** The hall's own summary: its points rest on stations' points, and so on their notes. */
function hallSummary(at: HallAtRest): ReportSummary {
  const { hall, plan } = at;
  const points = plan.points.filter(({ of }) => of === 'hall');
  const since = changesSince(points, plan.signatures.hall ?? null);
  const counts = points.map(() => 0);
  let [covered, all] = [0, 0];
  for (const { id } of hall.stations) {
    const { notes, clusters } = at.boards[id] ?? { notes: [], clusters: [] };
    const expanded = withNotes(points, plan.points);
    expanded.forEach(({ sources }, index) => {
      counts[index]! += citedNotes(sources, id, notes, clusters).size;
    });
    const cover = coverage(expanded, id, notes, clusters);
    covered += cover.covered;
    all += cover.all;
  }
  return {
    points: points.map((point, index) => ({ ...pointWords(point, since), count: counts[index]! })),
    covered,
    all,
    left: [],
    signed: signedOf(at, 'hall', points),
    removed: since.removed,
  };
}

function pointWords(
  { id, title, line, single, check }: PointView,
  { points }: ChangesSince,
): Omit<ReportPoint, 'count'> {
  const since = points.get(id);
  return { title, line, single: single === true, check: check === true, ...(since ? { since } : {}) };
}

function signedOf({ plan }: HallAtRest, of: SummaryOf, points: PointView[]): ReportSummary['signed'] {
  const signature = plan.signatures[of];
  if (!signature) return null;
  return { by: signature.by, at: signature.at, changed: signature.hash !== hashOf(points) };
}

function reportMeasure(
  measure: MeasureView,
  n: number,
  stations: readonly Station[],
  text: ReportText,
): ReportMeasure {
  const { title, why, firstStep, owner = '', place, quick, level, period, slot } = measure;
  const timeline = stations.find(({ lanes }) => lanes?.some(({ id }) => id === slot?.[0]));
  return {
    n,
    title,
    why,
    firstStep,
    owner,
    ...(place ? { feasibility: thirdOf(place[0]), effect: thirdOf(place[1]) } : {}),
    ...(quick === undefined ? {} : { quick }),
    ...(level ? { level } : {}),
    ...(period ? { period } : {}),
    ...(timeline ? slotOf(slot, timeline, text) : {}),
    prioritised: isPrioritised(measure),
  };
}

function slotOf(
  slot: NoteView['slot'],
  { lanes, year }: Station,
  { monthNames }: ReportText,
): { lane?: string; from?: string; to?: string } {
  if (!slot) return {};
  const [lane, from, to] = slot;
  const month = (n: number) => monthNames[calendarMonth(n, year)]!;
  const title = lanes?.find(({ id }) => id === lane)?.title;
  return { ...(title ? { lane: title } : {}), from: month(from), to: month(to) };
}

function figuresOf(at: HallAtRest, stations: readonly ReportStation[], text: ReportText): Report['figures'] {
  const { hall, people, organisations, plan } = at;
  const boards = hall.stations.map(({ id }) => at.boards[id as StationId]?.notes ?? []);
  const kinds = new Map<string, Set<string>>();
  const known = new Map(moreOf(hall).settings.organisations.map(({ name, kind }) => [name, kind]));
  for (const name of organisations) {
    const kind = known.get(name) || text.otherKind;
    kinds.set(kind, (kinds.get(kind) ?? new Set()).add(name));
  }
  return [
    { label: text.people, count: people },
    ...[...kinds].map(([kind, names]) => ({ label: `${text.organisations}: ${kind}`, count: names.size })),
    { label: text.stations, count: stations.length },
    { label: text.notesTitle, count: stations.reduce((sum, { notes }) => sum + notes, 0) },
    ...hall.rounds.map(({ n, name }) => ({
      label: text.round(n, name),
      count: boards.reduce((sum, notes) => sum + notes.filter(({ round }) => round === n).length, 0),
    })),
    { label: text.groups, count: stations.reduce((sum, { groups }) => sum + groups.length, 0) },
    { label: text.measures, count: plan.measures.length },
  ];
}
