/** How many notes there may be, one rule for all doors: at a station, of a person there, and of a person in the hall. */

import type { NoteId, ParticipantId } from '../../shared/domain/ids.ts';
import { STATION_NOTES_MAX } from '../../shared/domain/note.ts';

/** What is held of a station outside its document, as it is at any moment. */
export interface HeldHere {
  count(): number;
  countOf(person: ParticipantId): number;
  has(id: NoteId): boolean;
  /** Whose the held note is; undefined where none has this id, or nobody could prove it. */
  ownerOf(id: NoteId): ParticipantId | null | undefined;
}

export const NOTHING_HELD: HeldHere = {
  count: () => 0,
  countOf: () => 0,
  has: () => false,
  ownerOf: () => undefined,
};

/** What bounds one person; null: they are bound by nothing but the station (who moderates there). */
export interface PersonCaps {
  /** Their notes here and at the hall's other stations, hanging and held. */
  here: number;
  elsewhere: number;
  allowance: number | null;
  perPerson: number;
}

export type Over = { code: 'station_full' | 'allowance_used' | 'person_full'; why: string } | null;

/** Whether `more` notes are too many; `station`: what hangs and what is held there now. */
export function overCaps(station: number, caps: PersonCaps | null, more: number): Over {
  if (station + more > STATION_NOTES_MAX) {
    return { code: 'station_full', why: `a station holds ${STATION_NOTES_MAX} notes` };
  }
  if (!caps) return null;
  if (caps.allowance !== null && caps.here + more > caps.allowance) {
    return { code: 'allowance_used', why: `each has ${caps.allowance} notes here` };
  }
  if (caps.here + caps.elsewhere + more > caps.perPerson) {
    return { code: 'person_full', why: `each has ${caps.perPerson} notes in the hall` };
  }
  return null;
}
