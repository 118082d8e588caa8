/** The hall as Markdown: a heading a station, with its main points, groups, notes and measures as lists; then the plan. */

import { reportText } from '../../shared/text/report.ts';
import {
  changedWords,
  dayOf,
  measureRows,
  measureTitle,
  noteMarks,
  plainWords,
  pointMarks,
} from './plainWords.ts';
import type { Report, ReportNote, ReportStation, ReportSummary } from './report.ts';

export function hallMarkdown(report: Report): string {
  const text = reportText(report.locale);
  const { locale, measures } = report;
  const parts: string[] = [
    `# ${plain(report.title)}`,
    `${text.kind}. ${text.made(dayOf(report.madeAt, locale))}.`,
  ];

  const note = (one: ReportNote) => {
    const marks = noteMarks(one, text);
    return `- ${plain(one.text)}${marks ? ` *(${plain(marks)})*` : ''}`;
  };
  const list = (notes: readonly ReportNote[]) => notes.map(note).join('\n');

  const summary = (one: ReportSummary) => {
    const { points, covered, all, left, signed } = one;
    for (const point of points) {
      const said = point.line ? ` ${plain(point.line)}` : '';
      parts.push(`- **${plain(point.title)}** (${pointMarks(point, text)})${said}`);
    }
    parts.push(text.coverage(covered, all));
    if (signed) {
      parts.push(text.signed(plain(signed.by), dayOf(signed.at, locale)));
      if (signed.changed) parts.push(changedWords(one, text));
    }
    if (left.length > 0) parts.push(`**${text.left}**`, list(left));
  };

  const station = (one: ReportStation) => {
    parts.push(`## ${plain(one.title)}`);
    if (one.question) parts.push(`*${plain(one.question)}*`);
    if (one.explanation.length > 0) parts.push(`### ${text.explanation}`, ...one.explanation.map(plain));
    if (one.summary.points.length > 0) {
      parts.push(`### ${text.mainPoints}`);
      summary(one.summary);
    }
    parts.push(`### ${text.notesTitle} (${one.notes})`);
    for (const { title, notes } of one.groups) {
      parts.push(`#### ${plain(title) || text.noTitle} (${notes.length})`, list(notes));
    }
    if (one.free.length > 0) {
      if (one.groups.length > 0) parts.push(`#### ${text.ungrouped} (${one.free.length})`);
      parts.push(list(one.free));
    }
    if (one.notes === 0) parts.push(text.noNotes);
    if (one.measures.length > 0) {
      const own = one.measures.map((n) => `- ${n}. ${plain(measureTitle(measures[n - 1]!, text))}`);
      parts.push(`### ${text.fromHere}`, own.map((line) => line.replace(/^- (\d+)\./, '- $1\\.')).join('\n'));
    }
  };

  if (report.summary.points.length > 0) {
    parts.push(`## ${text.hallPoints}`);
    summary(report.summary);
  }
  for (const one of report.stations) station(one);
  parts.push(`## ${text.plan}`);
  if (measures.length === 0) parts.push(text.noMeasures);
  for (const measure of measures) {
    const first = measure.prioritised ? ` (${text.prioritised.toLowerCase()})` : '';
    parts.push(`### ${measure.n}. ${plain(measureTitle(measure, text))}${first}`);
    parts.push(
      measureRows(measure, text)
        .map(([name, said]) => `- ${name}: ${plain(said)}`)
        .join('\n'),
    );
  }
  parts.push(
    `## ${text.figures}`,
    report.figures.map(({ label, count }) => `- ${plain(label)}: ${count}`).join('\n'),
  );
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** A text on one line, with what Markdown would read as its own made harmless. */
function plain(text: string): string {
  return plainWords(text)
    .replace(/\s*\n\s*/g, ' / ')
    .replace(/([\\`*_{}[\]<>#|~&])/g, '\\$1')
    .replace(/^([-+=]|\d+[.)])(?=\s|$)/, (mark) => mark.replace(/[-+=.)]/, '\\$&'));
}
