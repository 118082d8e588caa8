/** What a results page shows of a hall at the moment it is published: words that people have written for others, and counts. */

import { moreOf } from '../../shared/domain/hall.ts';
import {
  KIND_TOLD_MIN,
  type PageFigures,
  type PageMeasure,
  type PagePart,
  type PageSnapshot,
  type PageSummary,
  PEOPLE_TOLD_MIN,
} from '../../shared/domain/results.ts';
import type { HallAtRest } from '../export/hallAtRest.ts';
import { makeReport, type Report, type ReportSummary } from '../export/report.ts';

export interface Chosen {
  parts: readonly PagePart[];
  foreword: string;
}

/** The snapshot. No note's own text is in it: points and measures are what somebody wrote or kept for it. */
export function makeSnapshot(at: HallAtRest, { parts, foreword }: Chosen): PageSnapshot {
  const report = makeReport(at);
  const has = (part: PagePart) => parts.includes(part);
  return {
    title: report.title,
    locale: report.locale,
    heldAt: report.heldAt,
    publishedAt: at.madeAt,
    parts: [...parts],
    foreword,
    ...(has('figures') ? { figures: figuresOf(at, report) } : {}),
    ...(has('summaries') ? { summaries: summariesOf(report) } : {}),
    ...(has('plan') ? { measures: measuresOf(at, report) } : {}),
  };
}

/** Nobody can be told from these: small numbers of people and kinds with few organisations are not told (ADR 0021). */
function figuresOf(at: HallAtRest, { stations, measures }: Report): PageFigures {
  const { hall, people, organisations } = at;
  const notes = hall.stations.flatMap(({ id }) => at.boards[id]?.notes ?? []);
  const names = new Set(organisations);
  return {
    people: people < PEOPLE_TOLD_MIN ? null : people,
    organisations: names.size,
    kinds: kindsOf(names, new Map(moreOf(hall).settings.organisations.map(({ name, kind }) => [name, kind]))),
    notes: notes.length,
    rounds: hall.rounds
      .map(({ n, name, colour }) => ({
        n,
        name,
        colour,
        count: notes.filter(({ round }) => round === n).length,
      }))
      .filter(({ count, n }) => count > 0 || n <= moreOf(hall).furthest),
    stations: stations.map(({ title, notes }) => ({ title, count: notes })),
    groups: stations.reduce((sum, { groups }) => sum + groups.length, 0),
    measures: measures.length,
  };
}

/** Organisations by kind, the largest first. A kind that has few is counted among the others, without its name. */
export function kindsOf(
  names: ReadonlySet<string>,
  kindOf: ReadonlyMap<string, string>,
): PageFigures['kinds'] {
  const counts = new Map<string, number>();
  let others = 0;
  for (const name of names) {
    const kind = kindOf.get(name);
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    else others++;
  }
  const told: PageFigures['kinds'] = [];
  for (const [kind, count] of counts) {
    if (count >= KIND_TOLD_MIN) told.push({ kind, count });
    else others += count;
  }
  told.sort((a, b) => b.count - a.count || (a.kind! < b.kind! ? -1 : 1));
  return others > 0 ? [...told, { kind: null, count: others }] : told;
}

function summariesOf({ summary, stations }: Report): PageSummary[] {
  const all = [
    pageSummary(null, summary),
    ...stations.map(({ title, summary }) => pageSummary(title, summary)),
  ];
  return all.filter(({ points }) => points.length > 0);
}

function pageSummary(station: string | null, { points, covered, all, signed }: ReportSummary): PageSummary {
  return {
    station,
    points: points.map(({ title, line, count, single }) => ({ title, line, count, single })),
    covered,
    all,
    signed,
  };
}

function measuresOf(at: HallAtRest, { measures }: Report): PageMeasure[] {
  return measures.map(({ quick: _, ...measure }, index) => ({ id: at.plan.measures[index]!.id, ...measure }));
}
