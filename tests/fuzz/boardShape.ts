/** Whether a board holds what boards hold: known fields with known values, texts that are only text. */

import * as Y from 'yjs';
import { CLUSTER_FIELDS, clustersOf, NOTE_FIELDS, notesOf } from '../../shared/board/boardDoc.ts';
import { CLUSTER_ID, NOTE_ID } from '../../shared/domain/ids.ts';
import { NOTE_HARD_MAX } from '../../shared/domain/note.ts';
import { json, type Shown } from './shownBoard.ts';

/** What is not as it should be; null where all is. */
export function wrongShape(copy: Y.Doc, { notes, clusters }: Shown): string | null {
  for (const id of notes.keys()) {
    const fields = notesOf(copy).get(id) as unknown;
    if (!NOTE_ID.test(id) || !(fields instanceof Y.Map)) return `a note ${id}`;
    const odd = oddField(fields, NOTE_FIELDS);
    if (odd) return `a note’s ${odd}`;
    const text = fields.get('text');
    if (text === undefined) continue;
    if (!(text instanceof Y.Text)) return 'a note’s text is none';
    const words = text.toString();
    if (words.length !== text.length || words.length > NOTE_HARD_MAX)
      return 'a note’s text has another length';
    if (/\p{Surrogate}/u.test(words)) return 'a note’s text has half a character';
    if (json(text.toDelta()) !== json(words ? [{ insert: words }] : []))
      return 'a note’s text is more than text';
  }
  for (const id of clusters.keys()) {
    const fields = clustersOf(copy).get(id) as unknown;
    if (!CLUSTER_ID.test(id) || !(fields instanceof Y.Map)) return `a cluster ${id}`;
    const odd = oddField(fields, CLUSTER_FIELDS);
    if (odd) return `a cluster’s ${odd}`;
  }
  return null;
}

const isPos = (value: unknown) =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((one) => Number.isFinite(one) && Math.abs(one) <= 1e6);
const isWords = (most: number) => (value: unknown) => typeof value === 'string' && value.length <= most;
const isId = (value: unknown) => typeof value === 'string' && CLUSTER_ID.test(value);
const isWhole = (least: number, most: number) => (value: unknown) =>
  Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
const GOOD: Record<string, (value: unknown) => boolean> = {
  text: (value) => value instanceof Y.Text,
  pos: isPos,
  round: isWhole(1, 99),
  at: Number.isFinite,
  cluster: isId,
  order: isWords(256),
  level: (value) => value === 'local' || value === 'national',
  slot: (value) =>
    Array.isArray(value) &&
    value.length === 3 &&
    isWords(60)(value[0]) &&
    value.slice(1).every(isWhole(0, 24)),
  title: isWords(80),
  into: isId,
};

function oddField(fields: Y.Map<unknown>, known: readonly string[]): string | null {
  for (const [key, value] of fields.entries()) {
    if (!known.includes(key)) return `field ${key}`;
    if (value !== undefined && value !== null && !GOOD[key]!(value)) return `${key} ${json(value)}`;
  }
  return null;
}
