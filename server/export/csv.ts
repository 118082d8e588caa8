/** The hall's notes, or its measures, as CSV for Norwegian spreadsheets: `;`, BOM, CRLF, all quoted. No cell can run as a formula. */

import { reportText } from '../../shared/text/report.ts';
import { plainWords } from './plainWords.ts';
import type { Report, ReportNote, ReportStation } from './report.ts';

/** A line a note. */
export function notesCsv({ stations, locale }: Report): string {
  const text = reportText(locale);
  const lines = [Object.values(text.columns)];
  for (const station of stations) {
    for (const [group, note] of inOrder(station)) {
      const { id, round, level, lane = '', from = '', to = '', at } = note;
      lines.push([
        station.title,
        group,
        note.text,
        String(round),
        level ? text.levels[level] : '',
        lane,
        from,
        to,
        new Date(at).toISOString(),
        id,
      ]);
    }
  }
  return csvOf(lines);
}

function* inOrder({ groups, free }: ReportStation): Iterable<[group: string, note: ReportNote]> {
  for (const { title, notes } of groups) for (const note of notes) yield [title, note];
  for (const note of free) yield ['', note];
}

/** A line a measure, in the order of action. */
export function measuresCsv({ measures, locale }: Report): string {
  const text = reportText(locale);
  const head = [
    text.nr,
    text.measure,
    text.why,
    text.effect,
    text.quick,
    text.feasibility,
    text.prioritised,
    text.level,
    text.owner,
    text.firstStep,
    text.period,
    text.lane,
    text.columns.from,
    text.columns.to,
  ];
  const rows = measures.map((measure) => [
    String(measure.n),
    measure.title,
    measure.why,
    measure.effect ? text.thirds[measure.effect] : '',
    measure.quick === undefined ? '' : measure.quick ? text.quick : text.slow,
    measure.feasibility ? text.thirds[measure.feasibility] : '',
    measure.prioritised ? text.prioritised : '',
    measure.level ? text.levels[measure.level] : '',
    measure.owner,
    measure.firstStep,
    measure.period ? text.periods[measure.period] : '',
    measure.lane ?? '',
    measure.from ?? '',
    measure.to ?? '',
  ]);
  return csvOf([head, ...rows]);
}

function csvOf(lines: readonly (readonly string[])[]): string {
  return `\uFEFF${lines.map((cells) => cells.map(cell).join(';')).join('\r\n')}\r\n`;
}

/**
 * Spreadsheets run what begins so, wide forms too; a leading apostrophe makes it text. One that has apostrophes already
 * gets one more, so that a reader can take one away.
 */
const FORMULA = /^'*[=+\-@\t\r\n\0＝＋－＠]/;
/** A cell with such an apostrophe. */
export const GUARDED = /^'+[=+\-@\t\r\n\0＝＋－＠]/;

function cell(text: string): string {
  const plain = plainWords(text);
  const safe = FORMULA.test(plain) ? `'${plain}` : plain;
  return `"${safe.replaceAll('"', '""')}"`;
}
