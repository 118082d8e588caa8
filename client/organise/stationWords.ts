/** A station's words as the organiser edits them: lines to paragraphs, what is at fault, and what was changed. */

import { STATION_TITLE_MAX } from '../../shared/domain/hall.ts';
import type { RequestOf, StationState } from '../../shared/protocol/hallEvents.ts';

/** The fields of the form, as typed. `explanation` has a paragraph a line. */
export interface StationDraft {
  title: string;
  question: string;
  explanation: string;
  levels: boolean;
}

export type StationWords = Pick<StationState, 'title' | 'question' | 'explanation' | 'levels'>;
export type DraftFault = 'noTitle' | 'titleTooLong' | 'questionTooLong' | 'tooManyLines' | 'lineTooLong';

export const EMPTY_DRAFT: StationDraft = { title: '', question: '', explanation: '', levels: false };
export const QUESTION_MAX = 300;
export const EXPLANATION_LINES_MAX = 20;
export const EXPLANATION_LINE_MAX = 1_000;

export function draftOf({ title, question, explanation, levels }: StationWords): StationDraft {
  return { title, question, explanation: explanation.join('\n'), levels };
}

/** What the draft says, without blank lines and edges. */
export function wordsOf({ title, question, explanation, levels }: StationDraft): StationWords {
  return { title: oneLine(title), question: oneLine(question), explanation: linesOf(explanation), levels };
}

/** What the server would refuse; null where it would take the words. */
export function draftFault(draft: StationDraft): DraftFault | null {
  const { title, question, explanation } = wordsOf(draft);
  if (!title) return 'noTitle';
  if (title.length > STATION_TITLE_MAX) return 'titleTooLong';
  if (question.length > QUESTION_MAX) return 'questionTooLong';
  if (explanation.length > EXPLANATION_LINES_MAX) return 'tooManyLines';
  return explanation.some((line) => line.length > EXPLANATION_LINE_MAX) ? 'lineTooLong' : null;
}

/**
 * What was changed since the form was opened, and only that: what somebody else changes meanwhile stays. Null where
 * nothing was.
 */
export function changedWords(
  before: StationWords,
  draft: StationDraft,
): Omit<RequestOf<'station:edit'>, 'stationId'> | null {
  const now = wordsOf(draft);
  const changed = (Object.keys(now) as (keyof StationWords)[]).filter(
    (key) => JSON.stringify(now[key]) !== JSON.stringify(before[key]),
  );
  if (changed.length === 0) return null;
  return Object.fromEntries(changed.map((key) => [key, now[key]]));
}

/** Lines of a text without blank ones and edges. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map(oneLine)
    .filter((line) => line !== '');
}

export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
