/**
 * The hall channel's contract: events of both directions, schemas first, types read off them. Requests are
 * `noun:verb` and always acknowledged with data or an error; news is state with a version, sent whole at each
 * connect, never "an event that happened".
 *
 * The client imports only types from here, so that the pad carries no schema library.
 */

import { z } from 'zod';
import type { Level, Locale, Role, StationKind } from '../domain/hall.ts';
import { PERSON_NAME_MAX } from '../domain/hall.ts';
import {
  type HallId,
  NOTE_ID,
  type NoteId,
  type ParticipantId,
  STATION_ID,
  type StationId,
} from '../domain/ids.ts';
import { NOTE_HARD_MAX } from '../domain/note.ts';
import type { Round } from '../domain/round.ts';

const stationId = z
  .string()
  .regex(STATION_ID)
  .transform((id) => id as StationId);
const noteId = z
  .string()
  .regex(NOTE_ID)
  .transform((id) => id as NoteId);
/** Longer than a note may be, so that a too long note gets its own error and not "malformed". */
const text = z.string().max(NOTE_HARD_MAX * 10);
const slot = z.tuple([z.string().max(60), z.int().min(0).max(24), z.int().min(0).max(24)]);

/**
 * At an anonymous station: a random text of the browser's own, another for each station, that proves a note to be
 * one's own. The server keeps only its hash, beside the note, and no link from it to a person.
 */
const secret = z.string().min(20).max(100).optional();
/** Where the writer wants the note to hang, in world units; the server finds a place where it is absent. */
const pos = z.tuple([z.int().min(-1_000_000).max(1_000_000), z.int().min(-1_000_000).max(1_000_000)]);

/**
 * What handshakes carry in `auth`. The credential is the cookie of that hall and role, or else `token`. `counts`: the
 * client follows `hall:counts`, and is sent the whole state only when more than counts has changed; without it, each
 * change brings the whole state.
 */
export const handshakeSchema = z.object({
  hallId: z.string().max(60),
  role: z.enum(['organiser', 'host', 'participant', 'wall']).optional(),
  token: z.string().max(200).optional(),
  counts: z.boolean().optional(),
});

/** Requests: what the client sends with each. */
export const requestSchemas = {
  /** The whole state, for a client whose counts belong to a state that it has not got. */
  'hall:look': z.strictObject({}),
  /** "I am at this station now." */
  'station:enter': z.strictObject({ stationId }),
  /** "I am between stations." */
  'station:leave': z.strictObject({}),
  /** A note from a pad. `round` is the one it was written in, where that is not the present one. */
  'note:write': z.strictObject({
    stationId,
    id: noteId,
    text,
    round: z.int().min(1).max(99).optional(),
    level: z.enum(['local', 'national']).optional(),
    slot: slot.optional(),
    pos: pos.optional(),
    secret,
  }),
  'note:edit': z.strictObject({ stationId, id: noteId, text, secret }),
  'note:withdraw': z.strictObject({ stationId, id: noteId, secret }),
  /** One's own notes at all stations; for anonymous ones by the secrets given. */
  'notes:mine': z.strictObject({
    secrets: z.record(z.string().max(60), z.string().min(20).max(100)).optional(),
  }),
  /** Start this round for the whole hall; starting the one that runs changes nothing. */
  'round:start': z.strictObject({ round: z.int().min(1).max(99) }),
  /** Narrow or widen what participants may do at a station; what is left out stays. */
  'station:rule': z.strictObject({
    stationId,
    moveOwn: z.boolean().optional(),
    groupingClosed: z.boolean().optional(),
    frozen: z.boolean().optional(),
  }),
  'person:rename': z.strictObject({ name: z.string().max(PERSON_NAME_MAX * 4) }),
} as const;

export type RequestName = keyof typeof requestSchemas;
export type RequestOf<Name extends RequestName> = z.input<(typeof requestSchemas)[Name]>;
export type CheckedRequest<Name extends RequestName> = z.output<(typeof requestSchemas)[Name]>;

/** A note as its writer has it. `onBoard`: sent out to the board, not only on disk (a hidden note is not). */
export interface OwnNote {
  id: NoteId;
  stationId: StationId;
  text: string;
  round: number;
  at: number;
  level?: Level;
  onBoard: boolean;
}

/** Answers, by request. */
export interface Answers {
  'hall:look': { state: HallState };
  'station:enter': { seen: number };
  'station:leave': Record<string, never>;
  'note:write': { note: OwnNote };
  'note:edit': { note: OwnNote };
  'note:withdraw': Record<string, never>;
  'notes:mine': { notes: OwnNote[] };
  'round:start': { round: number };
  'station:rule': { rules: ShownRules };
  'person:rename': { name: string };
}

/** A station's rules as people see them. */
export interface ShownRules {
  moveOwn: boolean;
  groupingClosed: boolean;
  frozen: boolean;
}

/** `code` is for programs and for our own words; `message` is English. */
export interface Fault {
  code: FaultCode;
  message: string;
  field?: string;
}

export type FaultCode =
  | 'malformed'
  | 'forbidden'
  | 'not_found'
  | 'taken'
  | 'gone'
  | 'empty'
  | 'too_long'
  | 'station_full'
  | 'read_only'
  | 'frozen'
  | 'unavailable'
  | 'not_saved'
  | 'session_ended'
  | 'too_many'
  | 'internal';

export type Result<T> = { ok: true; data: T } | { ok: false; error: Fault };

/**
 * How a station stands. `damaged`: part of its record on disk could not be read; it is shown read-only.
 * `unavailable`: it could not be loaded just now and will be tried again.
 */
export type StationStatus = 'ok' | 'damaged' | 'unavailable';

export interface StationState {
  id: StationId;
  slug: string;
  title: string;
  kind: StationKind;
  question: string;
  explanation: string[];
  levels: boolean;
  /** Nobody can tell who wrote what here; notes go by the hall channel, with a secret. */
  anonymous: boolean;
  /** People who are there now. */
  people: number;
  /** Notes that hang there now. */
  notes: number;
  /** Notes ever written there; what grew since one left is "new". */
  written: number;
  status: StationStatus;
  rules: ShownRules;
}

/**
 * The whole hall as everybody in it sees it. Within one connection a client keeps the one with the highest `version`;
 * the first one after a connect it takes as it is.
 */
export interface HallState {
  /** Grows with every change, of people and note counts too. */
  version: number;
  id: HallId;
  title: string;
  code: string;
  locale: Locale;
  rounds: Round[];
  round: number;
  stations: StationState[];
  /** People with a live connection, walls not counted. */
  people: number;
}

/** `status` is left out while it is `ok`. */
export type StationCounts = [people: number, notes: number, written: number, status?: StationStatus];

/**
 * What changes all the time in a hall, whole and small: all of it to everybody, so that one that is lost is made good
 * by the next. It replaces these fields of the state.
 */
export interface HallCounts {
  /** The hall's, of one row with `HallState.version`. */
  version: number;
  /** The version at which more than counts last changed: who has an older state has missed one, and asks `hall:look`. */
  of: number;
  people: number;
  /** In the order of the state's stations. */
  stations: StationCounts[];
}

/** What the server knows of the person at this connection. */
export interface You {
  participantId: ParticipantId;
  role: Role;
  name: string;
  /** For a host: the stations of their keys. */
  stations: StationId[];
  /** `written` of each station when one was last there; stations never visited are absent. */
  seen: Record<StationId, number>;
}

export interface ServerToClientEvents {
  /** At each connect, and when something changed (only counts: to those whose handshake did not ask for `counts`). */
  'hall:state': (state: HallState) => void;
  /** Only counts changed; at most once a second. */
  'hall:counts': (counts: HallCounts) => void;
  'hall:you': (you: You) => void;
  /** Some of one's own notes changed by another's hand (a host's edit, a withdrawal): ask `notes:mine` again. */
  'notes:changed': () => void;
  /** The session is over; the socket closes after this and shall not come back by itself. */
  'session:ended': (fault: Fault) => void;
}

export type ClientToServerEvents = {
  [Name in RequestName]: (request: RequestOf<Name>, answer: (result: Result<Answers[Name]>) => void) => void;
};
