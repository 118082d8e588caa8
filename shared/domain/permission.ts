/** The one table of who may do what. Every door on the server asks it; the interface only mirrors it. */

import type { Role } from './hall.ts';
import type { StationId } from './ids.ts';

/**
 * `all`: at every station of the hall. `own`: a host at the stations of their key; elsewhere a host is a participant.
 */
type Reach = 'all' | 'own';
type Row = Partial<Record<Role, Reach>>;

const TABLE = {
  /** See the hall: stations, rounds, counts. */
  'hall:read': { organiser: 'all', host: 'all', participant: 'all', wall: 'all' },
  /** Make and withdraw keys, see who is connected, export, end. */
  'hall:organise': { organiser: 'all' },
  /** Take the hall's notes home as a file. */
  'hall:export': { organiser: 'all', host: 'all' },
  /** Start the next round for the whole hall, its timer and its breaks (hosts: while the hall's settings let them). */
  'round:start': { organiser: 'all', host: 'all' },
  /** See the station's desk: who is there, hands, hidden notes; hide and show notes; steer its wall; hold votes. */
  'station:host': { organiser: 'all', host: 'own' },
  /** Take one person's last minute back, and shut one out. */
  'person:curb': { organiser: 'all', host: 'all' },
  /** Lay dots and rate groups. */
  'vote:cast': { organiser: 'all', host: 'all', participant: 'all' },
  /** Narrow and widen what participants may do at a station, and pause writing there. */
  'station:rule': { organiser: 'all', host: 'own' },
  /** Read a station's board. */
  'board:read': { organiser: 'all', host: 'all', participant: 'all', wall: 'all' },
  /** Write, move, group and name on a station's board, and show a drag in flight. */
  'board:write': { organiser: 'all', host: 'all', participant: 'all' },
  /** Read the plan: summaries and measures. */
  'plan:read': { organiser: 'all', host: 'all', participant: 'all', wall: 'all' },
  /** Make, change and order measures, and write the hall's own summary. */
  'plan:write': { organiser: 'all', host: 'all' },
  /** Write and sign a station's summary. */
  'summary:write': { organiser: 'all', host: 'own' },
  /** Write a note, and edit or withdraw one's own. */
  'note:write': { organiser: 'all', host: 'all', participant: 'all' },
  /** Edit or withdraw what somebody else wrote. */
  'note:moderate': { organiser: 'all', host: 'own' },
  /** Be counted as a person in the hall. */
  'hall:attend': { organiser: 'all', host: 'all', participant: 'all' },
} as const satisfies Record<string, Row>;

export type Action = keyof typeof TABLE;

/** Who asks: a role, and for a host the stations of their keys. */
export interface Actor {
  role: Role;
  stations: readonly StationId[];
}

/**
 * Whether the actor may do this (at this station, where the action is about one).
 * @example may(actor, 'note:moderate', stationId)
 */
export function may(actor: Actor, action: Action, station?: StationId): boolean {
  const reach = (TABLE[action] as Row)[actor.role];
  if (reach === 'all') return true;
  if (reach === 'own') return station !== undefined && actor.stations.includes(station);
  return false;
}

export const ACTIONS = Object.keys(TABLE) as Action[];
