/** People's texts as files may hold them: nothing that no XML, no spreadsheet and no reader could take. */

import type { Locale } from '../../shared/domain/locale.ts';
import { cleanText } from '../../shared/domain/note.ts';
import type { ReportText } from '../../shared/text/report.ts';
import type { ReportMeasure, ReportNote, ReportPoint, ReportSummary } from './report.ts';

// What XML 1.0 forbids beside what `cleanText` takes away.
const NO_CHARACTERS = /[\uFFFE\uFFFF]/g;

/** The text with its lines. */
export const plainWords = (text: string): string => cleanText(text).replace(NO_CHARACTERS, '');

/** The text on one line. */
export const plainLine = (text: string): string => plainWords(text).replace(/\s*\n\s*/g, ' ');

/** A day, in the hall's words. */
export function dayOf(at: number, locale: Locale): string {
  const { day, month, year } = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { day, month, year }).format(at);
}

/** What is known of a note beside its words. */
export function noteMarks({ level, lane, from, to, dots }: ReportNote, text: ReportText): string {
  const months = from && to ? (from === to ? from : `${from}–${to}`) : '';
  const marks = [level && text.levels[level], lane && plainLine(lane), months, dots && text.dots(dots)];
  return marks.filter(Boolean).join(', ');
}

/** What is told of a point beside its words. */
export function pointMarks({ count, single, check, since }: ReportPoint, text: ReportText): string {
  const marks = [text.notes(count), single && text.single.toLowerCase(), check && text.check];
  return [...marks, since && text.since[since]].filter(Boolean).join(', ');
}

/** That a summary is not as it was signed; nothing where it is, or where nobody has signed it. */
export function changedWords({ signed, removed }: ReportSummary, text: ReportText): string {
  if (!signed?.changed) return '';
  return removed > 0 ? `${text.signedChanged} ${text.removedSince(removed)}` : text.signedChanged;
}

/** The rows of a measure that are filled in: what it is called, and what it says. */
export function measureRows(measure: ReportMeasure, text: ReportText): [string, string][] {
  const { why, firstStep, owner, effect, feasibility, quick, level, period, lane, from, to } = measure;
  const pace = quick === undefined ? '' : quick ? text.quick : text.slow;
  const months = from && to ? (from === to ? from : `${from}–${to}`) : '';
  const rows: [string, string][] = [
    [text.why, plainWords(why)],
    [text.effect, [effect && text.thirds[effect], pace].filter(Boolean).join(', ')],
    [text.feasibility, feasibility ? text.thirds[feasibility] : ''],
    [text.level, level ? text.levels[level] : ''],
    [text.owner, plainLine(owner) || text.nobody],
    [text.firstStep, plainWords(firstStep)],
    [text.period, period ? text.periods[period] : ''],
    [text.lane, [lane && plainLine(lane), months].filter(Boolean).join(', ')],
  ];
  return rows.filter(([, said]) => said !== '');
}

/** The title of a measure, or a word where it has none yet. */
export const measureTitle = ({ title }: ReportMeasure, text: ReportText): string =>
  plainLine(title) || text.measure;
