/** What a person may do with a note or a group in the list, and does: stable objects, so that rows are not drawn anew. */

import type { Level } from '../../shared/domain/hall.ts';
import type { ClusterId, NoteId } from '../../shared/domain/ids.ts';

/** Mirrors the gate (server/board/gate/policy.ts): what would be refused is not offered. */
export interface NoteRights {
  /** Mend the text, take it down. */
  edit: boolean;
  group: boolean;
  takeOut: boolean;
  level: boolean;
  /** Give it another place on the timeline. */
  place: boolean;
  moderates: boolean;
  /** Anything at all, for a note that stands as this one does. */
  any: boolean;
}

export interface NoteDeeds {
  toggle(note: NoteId): void;
  close(note: NoteId): void;
  edit(note: NoteId): void;
  /** @returns whether it could be done */
  saveEdit(note: NoteId, text: string): boolean;
  group(note: NoteId): void;
  takeOut(note: NoteId): void;
  /** One place towards the first of its group, or towards the last. */
  order(note: NoteId, by: -1 | 1): void;
  level(note: NoteId, level: Level | undefined): void;
  remove(note: NoteId): void;
}

export interface GroupDeeds {
  toggle(group: ClusterId): void;
  close(group: ClusterId): void;
  rename(group: ClusterId): void;
  /** @returns whether it is called so now */
  saveName(group: ClusterId, title: string): boolean;
  merge(group: ClusterId): void;
}

/** What a station lets this person do, whoever wrote the note. */
export interface StationRights {
  mayWrite: boolean;
  moderates: boolean;
  groupingClosed: boolean;
  moveOwn: boolean;
  levels: boolean;
  anonymous: boolean;
  /** Notes have places by lane and month here, and no groups. */
  timeline: boolean;
}

/** All the sets of rights there are, each made once. */
const known = new Map<string, NoteRights>();

export function noteRights(station: StationRights, own: boolean, grouped: boolean): NoteRights {
  const { mayWrite, moderates, groupingClosed, moveOwn, levels, anonymous, timeline } = station;
  const edit = mayWrite && (own || moderates);
  // Where nobody knows whose a note is, the gate takes it for somebody else's.
  const moves = moderates || !moveOwn || (own && !anonymous);
  const group = !timeline && mayWrite && (moderates || !groupingClosed);
  const takeOut = grouped && group && moves;
  const place = timeline && mayWrite && moves;
  const level = edit && levels && (moderates || !anonymous);
  const key = [edit, group, takeOut, level, place, moderates].map(Number).join('');
  const found = known.get(key);
  if (found) return found;
  const rights = { edit, group, takeOut, level, place, moderates, any: edit || group || takeOut || place };
  known.set(key, rights);
  return rights;
}
