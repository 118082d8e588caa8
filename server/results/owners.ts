/**
 * Owners of measures: a link that only they have, and what they tell by it after 30, 60 and 90 days. Of the link only a
 * hash is kept. What was told stays when the link is withdrawn.
 */

import { moreOf } from '../../shared/domain/hall.ts';
import type { HallId, MeasureId } from '../../shared/domain/ids.ts';
import { cleanText } from '../../shared/domain/note.ts';
import { CHECKS, type Check, type MeasureStatuses, type ToldStatus } from '../../shared/domain/results.ts';
import type { HallItems } from '../hall/HallItems.ts';
import type { HallRoom } from '../hall/HallRoom.ts';
import { hashSecret, newSecret } from '../hall/secrets.ts';
import { stateOf } from './pageItems.ts';

/** What is kept of a measure's owner, by the measure's id. */
interface Owner {
  /** Of the link that is alive; null where none is. */
  hash: string | null;
  statuses: ToldStatus[];
}

const DAY_MS = 24 * 60 * 60_000;
/** Halls are Norwegian, servers may stand anywhere: a day begins where the hall is. */
const DAYS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' });

/** A fresh link's key, in place of the one that was. It begins with its hall, so that it can be found without a list of all. */
export async function makeOwnerKey({ items, hall }: HallRoom, measure: MeasureId): Promise<string> {
  const key = `${hall.id.slice(2)}.${newSecret()}`;
  await save(items, measure, { ...ownerOf(items, measure), hash: hashSecret(key) });
  return key;
}

/** @returns whether there was a link */
export async function withdrawOwnerKey(items: HallItems, measure: MeasureId): Promise<boolean> {
  const owner = ownerOf(items, measure);
  if (owner.hash === null) return false;
  await save(items, measure, { ...owner, hash: null });
  return true;
}

/** The hall that a key says to be of; null where it is no key. */
export function hallOfKey(key: string): HallId | null {
  const [hall = ''] = key.split('.');
  return /^[A-Za-z0-9_-]{16,32}$/.test(hall) ? (`h_${hall}` as HallId) : null;
}

/** The measure that a key is for; null where it is not (any more) good. */
export function measureOfKey(items: HallItems, key: string): MeasureId | null {
  const hash = hashSecret(key);
  for (const [measure, owner] of items.all<Owner>('owner')) {
    if (owner.hash === hash) return measure as MeasureId;
  }
  return null;
}

/** Says how it goes, in place of what was said at the same check. */
export async function tell(
  items: HallItems,
  measure: MeasureId,
  { said, ...told }: ToldStatus,
): Promise<ToldStatus[]> {
  const owner = ownerOf(items, measure);
  const statuses = [
    ...owner.statuses.filter(({ check }) => check !== told.check),
    { ...told, said: cleanText(said) },
  ].sort((a, b) => a.check - b.check);
  await save(items, measure, { ...owner, statuses });
  return statuses;
}

/** Takes what was said at a check away. @returns whether there was something */
export async function untell(items: HallItems, measure: MeasureId, check: number): Promise<boolean> {
  const owner = ownerOf(items, measure);
  const statuses = owner.statuses.filter((told) => told.check !== check);
  if (statuses.length === owner.statuses.length) return false;
  await save(items, measure, { ...owner, statuses });
  return true;
}

export const hasLink = (items: HallItems, measure: MeasureId): boolean =>
  ownerOf(items, measure).hash !== null;

/** What was told of each measure, the earliest check first; measures of which nothing was are absent. */
export function statusesOf(items: HallItems): Record<MeasureId, ToldStatus[]> {
  const all: Record<MeasureId, ToldStatus[]> = {};
  for (const [measure, { statuses }] of items.all<Owner>('owner')) {
    if (statuses.length > 0) all[measure as MeasureId] = statuses;
  }
  return all;
}

/** Links and statuses of all measures that have any. */
export function measureStatuses(room: HallRoom): MeasureStatuses {
  const measures: MeasureStatuses['measures'] = {};
  for (const [measure, { hash, statuses }] of room.items.all<Owner>('owner')) {
    measures[measure as MeasureId] = { link: hash !== null, statuses };
  }
  return { measures, checks: checksOf(room) };
}

/** The days of the checks, counted from the hall's end, or from when its page was first published. */
export function checksOf(room: HallRoom): { check: Check; day: string | null }[] {
  const from = moreOf(room.hall).endedAt ?? stateOf(room)?.firstAt ?? null;
  return CHECKS.map((check) => ({
    check,
    day: from === null ? null : DAYS.format(from + check * DAY_MS),
  }));
}

function ownerOf(items: HallItems, measure: MeasureId): Owner {
  return items.get<Owner>('owner', measure) ?? { hash: null, statuses: [] };
}

function save(items: HallItems, measure: MeasureId, value: Owner): Promise<void> {
  return items.save([{ kind: 'owner', key: measure, value }]);
}
