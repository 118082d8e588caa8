/** The report as PDF: tagged, with bookmarks and its own typeface, to hand over on paper or screen. */

import type { Round } from '../../shared/domain/round.ts';
import { type RoundLook, roundLook } from '../../shared/domain/round.ts';
import { PERIODS } from '../../shared/plan/planDoc.ts';
import { reportText } from '../../shared/text/report.ts';
import { LEAD, PdfPages, type Said, SMALL } from './pdfPages.ts';
import { changedWords, dayOf, measureRows, measureTitle, noteMarks, pointMarks } from './plainWords.ts';
import type { Report, ReportNote, ReportPoint, ReportStation, ReportSummary } from './report.ts';

/** Tells how far it has come, 0–1. */
export type OnStep = (done: number) => void;

export async function hallPdf(report: Report, onStep: OnStep = () => {}): Promise<Uint8Array> {
  const text = reportText(report.locale);
  const { rounds, measures, stations, title } = report;
  const pages = new PdfPages(title, report.madeAt, text);
  const looks = new Map(rounds.map(({ n }) => [n, roundLook(rounds, n)]));

  const notes = (all: readonly ReportNote[]) => pages.list(all.map((note) => noteItem(note, looks)));
  const noteItem = (note: ReportNote, by: Map<number, RoundLook>) => {
    const look = by.get(note.round);
    const soft = noteMarks(note, text);
    return { text: note.text, ...(soft ? { soft } : {}), colour: look?.fill, border: look?.border };
  };

  const summary = (one: ReportSummary) => {
    const { points, covered, all, left, signed } = one;
    const asItem = (point: ReportPoint): Said => ({
      strong: point.title,
      text: point.line,
      soft: pointMarks(point, text),
    });
    pages.list(points.map(asItem));
    pages.paragraph(text.coverage(covered, all), SMALL);
    if (signed) {
      pages.paragraph(text.signed(signed.by, dayOf(signed.at, report.locale)), SMALL);
      if (signed.changed) pages.paragraph(changedWords(one, text), SMALL);
    }
    if (left.length > 0) {
      pages.heading(3, text.left);
      notes(left);
    }
  };

  const station = (one: ReportStation) => {
    pages.heading(1, one.title);
    if (one.question) pages.paragraph(one.question, LEAD);
    if (one.explanation.length > 0) {
      pages.heading(2, text.explanation);
      for (const line of one.explanation) pages.paragraph(line);
    }
    if (one.summary.points.length > 0) {
      pages.heading(2, text.mainPoints);
      summary(one.summary);
    }
    if (one.measures.length > 0) {
      pages.heading(2, text.fromHere);
      pages.list(one.measures.map((n) => ({ text: `${n}. ${measureTitle(measures[n - 1]!, text)}` })));
    }
    pages.heading(2, `${text.notesTitle} (${one.notes})`);
    if (one.notes === 0) pages.paragraph(text.noNotes);
    for (const { title, notes: members, dots } of one.groups) {
      const counts = [String(members.length), dots && text.dots(dots)].filter(Boolean).join(', ');
      pages.heading(3, `${title.trim() || text.noTitle} (${counts})`);
      notes(members);
    }
    if (one.free.length > 0) {
      if (one.groups.length > 0) pages.heading(3, `${text.ungrouped} (${one.free.length})`);
      notes(one.free);
    }
  };

  pages.cover(coloursOf(rounds), title, [text.kind, text.made(dayOf(report.madeAt, report.locale))]);
  pages.numbers([
    { label: text.people, count: report.people },
    { label: text.notesTitle, count: stations.reduce((sum, { notes }) => sum + notes, 0) },
    { label: text.groups, count: stations.reduce((sum, { groups }) => sum + groups.length, 0) },
    { label: text.measures, count: measures.length },
  ]);
  pages.heading(2, text.contents);
  pages.list([
    ...stations.map(({ title }) => ({ text: title })),
    { text: text.plan },
    { text: text.figures },
  ]);
  if (report.summary.points.length > 0) {
    pages.heading(2, text.hallPoints);
    summary(report.summary);
  }
  for (const [index, one] of stations.entries()) {
    station(one);
    onStep((index + 1) / (stations.length + 1));
  }

  pages.heading(1, text.plan);
  if (measures.length === 0) pages.paragraph(text.noMeasures);
  else {
    pages.heading(2, text.orderTitle);
    pages.table(
      [
        { title: text.nr, share: 0.06 },
        { title: text.measure, share: 0.29 },
        { title: text.owner, share: 0.24 },
        { title: text.effect, share: 0.12 },
        { title: text.feasibility, share: 0.19 },
        { title: text.period, share: 0.1 },
      ],
      measures.map((one) => [
        String(one.n),
        measureTitle(one, text) + (one.prioritised ? ` (${text.prioritised.toLowerCase()})` : ''),
        one.owner || text.nobody,
        one.effect ? text.thirds[one.effect] : '–',
        one.feasibility ? text.thirds[one.feasibility] : '–',
        one.period ? text.periods[one.period] : '–',
      ]),
    );
    pages.heading(2, text.days90);
    pages.table(
      [
        { title: text.period, share: 0.14 },
        { title: text.measure, share: 0.34 },
        { title: text.firstStep, share: 0.28 },
        { title: text.owner, share: 0.24 },
      ],
      [...PERIODS, undefined].flatMap((period) =>
        measures
          .filter((one) => one.period === period)
          .map((one, index) => [
            index > 0 ? '' : period ? text.periods[period] : text.unplanned,
            `${one.n}. ${measureTitle(one, text)}`,
            one.firstStep || '–',
            one.owner || text.nobody,
          ]),
      ),
    );
    pages.heading(2, text.measures);
    for (const one of measures) {
      const first = one.prioritised ? ` (${text.prioritised.toLowerCase()})` : '';
      pages.heading(3, `${one.n}. ${measureTitle(one, text)}${first}`);
      pages.facts(measureRows(one, text));
    }
  }
  pages.heading(1, text.figures);
  pages.table(
    [
      { title: text.what, share: 0.75 },
      { title: text.howMany, share: 0.25 },
    ],
    report.figures.map(({ label, count }) => [label, String(count)]),
  );
  if (pages.lacking) pages.paragraph(text.unknownSigns, SMALL);
  return pages.finish(title);
}

const coloursOf = (rounds: readonly Round[]) => rounds.map(({ n }) => roundLook(rounds, n).border);
