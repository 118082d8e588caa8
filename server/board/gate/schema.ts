/** What each place may hold (G3): roots hold maps under well-made ids, those hold known fields, those known values. */

import { CLUSTER_FIELDS, NOTE_FIELDS } from '../../../shared/board/boardDoc.ts';
import { CLUSTER_ID, NOTE_ID } from '../../../shared/domain/ids.ts';
import { CLUSTER_TITLE_MAX, NOTE_HARD_MAX } from '../../../shared/domain/note.ts';
import type { Place } from './places.ts';
import type { Struct } from './readUpdate.ts';

/** What is wrong with a struct at its place; null where nothing is. */
export interface Wrong {
  code: 'malformed' | 'too_long';
  why: string;
}

/** Farther out than this nobody drags; numbers beyond make layouts misbehave. */
const FAR = 1_000_000;
/** A fractional index grows by a character now and then; this is hundreds of reorderings in one spot. */
const ORDER_MAX = 256;
const LANE_MAX = 60;
const NOTE_KEYS = new Set<string>(NOTE_FIELDS);
const CLUSTER_KEYS = new Set<string>(CLUSTER_FIELDS);

type Check = (value: unknown) => boolean;

const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const isNear: Check = (value) => typeof value === 'number' && Math.abs(value) <= FAR;
const isPos: Check = (value) =>
  Array.isArray(value) && value.length === 2 && isNear(value[0]) && isNear(value[1]);
const isClusterId: Check = (value) => typeof value === 'string' && CLUSTER_ID.test(value);
const isMonth: Check = (value) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 24;
const isText =
  (max: number): Check =>
  (value) =>
    typeof value === 'string' && value.length <= max;

/** Values of fields. `undefined` and null stand for "no such field": some clients set them so. */
const VALUES: Record<'notes' | 'clusters', Record<string, Check>> = {
  notes: {
    pos: isPos,
    round: (value) => Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 99,
    at: isNumber,
    cluster: isClusterId,
    order: isText(ORDER_MAX),
    level: (value) => value === 'local' || value === 'national',
    slot: (value) =>
      Array.isArray(value) &&
      value.length === 3 &&
      isText(LANE_MAX)(value[0]) &&
      isMonth(value[1]) &&
      isMonth(value[2]),
  },
  clusters: { title: isText(CLUSTER_TITLE_MAX), pos: isPos, into: isClusterId },
};

/** Checks a new struct at the place where it will be. */
export function checkAt({ container, key }: Place, { content, length }: Struct): Wrong | null {
  if (container.in === 'nowhere') return null;
  if (container.in === 'text') {
    if (key !== null) return malformed('a key in a text');
    if (content.kind === 'deleted') return null;
    if (content.kind !== 'string') return malformed('something in a text that is no text');
    return length > NOTE_HARD_MAX ? tooLong('a text too long') : null;
  }
  if (key === null) return malformed('a list item where there are fields');
  if (container.in === 'root') {
    if (container.root === 'meta') return null;
    if (!(container.root === 'notes' ? NOTE_ID : CLUSTER_ID).test(key))
      return malformed('an id that is none');
    if (content.kind !== 'map' && content.kind !== 'deleted')
      return malformed('a note or cluster that is no map');
    return null;
  }
  const keys = container.of === 'notes' ? NOTE_KEYS : CLUSTER_KEYS;
  if (!keys.has(key)) return malformed('a field that no note or cluster has');
  if (content.kind === 'deleted') return null;
  if (container.of === 'notes' && key === 'text') {
    return content.kind === 'text' ? null : malformed('a text that is none');
  }
  if (content.kind !== 'json') return malformed('a field that is no plain value');
  for (const value of content.values) {
    if (value === undefined || value === null || VALUES[container.of][key]!(value)) continue;
    return key === 'title' && typeof value === 'string'
      ? tooLong('a title too long')
      : malformed('a value that the field can’t have');
  }
  return null;
}

const malformed = (why: string): Wrong => ({ code: 'malformed', why });
const tooLong = (why: string): Wrong => ({ code: 'too_long', why });
