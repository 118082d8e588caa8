/**
 * The hall channel's contract: events of both directions, schemas first, types read off them. Requests are
 * `noun:verb` and always acknowledged with data or an error; news is state with a version, sent whole at each
 * connect, never "an event that happened".
 *
 * The client imports only types from here, so that the pad carries no schema library.
 */

import { z } from 'zod';
import type { Slot } from '../board/boardDoc.ts';
import type {
  HallSettings,
  Lane,
  Level,
  Locale,
  Poll,
  Role,
  StationKind,
  WallOrder,
  YearKind,
} from '../domain/hall.ts';
import {
  HALL_TITLE_MAX,
  LANE_TITLE_MAX,
  LANES_MAX,
  ORGANISATION_NAME_MAX,
  ORGANISATIONS_MAX,
  PERSON_NAME_MAX,
  PERSON_ROLES_MAX,
  POLL_BUDGET_MAX,
  RATING_MAX,
  STATION_TITLE_MAX,
  TIMER_MAX_MS,
} from '../domain/hall.ts';
import {
  CLUSTER_ID,
  type ClusterId,
  type HallId,
  type MeasureId,
  NOTE_ID,
  type NoteId,
  PARTICIPANT_ID,
  type ParticipantId,
  STATION_ID,
  type StationId,
} from '../domain/ids.ts';
import { NOTE_HARD_MAX } from '../domain/note.ts';
import { ROUND_COLOURS, ROUND_COUNT_MAX, ROUND_NAME_MAX, type Round } from '../domain/round.ts';
import type { GroupingHelp, Thread } from '../domain/suggestion.ts';
import type { Signature } from '../plan/planDoc.ts';
import { readSource, type Source } from '../plan/source.ts';

const stationId = z
  .string()
  .regex(STATION_ID)
  .transform((id) => id as StationId);
const noteId = z
  .string()
  .regex(NOTE_ID)
  .transform((id) => id as NoteId);
const clusterId = z
  .string()
  .regex(CLUSTER_ID)
  .transform((id) => id as ClusterId);
const participantId = z
  .string()
  .regex(PARTICIPANT_ID)
  .transform((id) => id as ParticipantId);
/** A note or a group: what can be lifted out and voted on. */
const thing = z.union([noteId, clusterId]);
/** Of one press of a thumb: the same again (a press that was sent twice on bad Wi-Fi) changes nothing more. */
const press = z.string().regex(/^[A-Za-z0-9_-]{8,40}$/);
/** A station as the organiser writes it. */
const stationWords = {
  title: z.string().min(1).max(STATION_TITLE_MAX),
  question: z.string().max(300),
  explanation: z.array(z.string().max(1_000)).max(20),
  levels: z.boolean(),
};
/** Longer than a note may be, so that a too long note gets its own error and not "malformed". */
const text = z.string().max(NOTE_HARD_MAX * 10);
const slot = z.tuple([z.string().max(60), z.int().min(0).max(24), z.int().min(0).max(24)]);

/** Whose summary: a station's, or the hall's own. */
const summaryOf = z.union([z.literal('hall'), stationId]);
/** What a point or measure grew from: see `Source` of the plan document. */
const source = z
  .string()
  .max(80)
  .refine((text) => readSource(text) !== null, { error: 'not a source' })
  .transform((text) => text as Source);

/**
 * At an anonymous station: a random text of the browser's own, another for each station, that proves a note to be
 * one's own. The server keeps only its hash, beside the note, and no link from it to a person.
 */
const secret = z.string().min(20).max(100).optional();
const lane = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  title: z.string().min(1).max(LANE_TITLE_MAX),
});
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
    /** Write first, show later. Switching it off shows nothing by itself: that is `station:reveal`. */
    hiding: z.boolean().optional(),
    /** Notes that each participant may have here. */
    allowance: z.int().min(1).max(500).nullable().optional(),
  }),
  /** Hangs all notes that wait here, and hides no more. */
  'station:reveal': z.strictObject({ stationId }),

  // ── time ─────────────────────────────────────────────────────────────────────────────────────────────────
  /** Starts the hall's timer, in place of the one that runs. */
  'timer:start': z.strictObject({
    kind: z.enum(['work', 'break']),
    ms: z.int().min(10_000).max(TIMER_MAX_MS),
    press,
  }),
  /** So much more (or less) of it. */
  'timer:add': z.strictObject({ ms: z.int().min(-TIMER_MAX_MS).max(TIMER_MAX_MS), press }),
  'timer:pause': z.strictObject({ paused: z.boolean() }),
  /** Takes the timer away. */
  'timer:stop': z.strictObject({}),

  // ── hands ────────────────────────────────────────────────────────────────────────────────────────────────
  /** "I am done", "I want help"; null takes it down. A hand is of the station where one is. */
  'hand:raise': z.strictObject({ stationId, hand: z.enum(['done', 'help']).nullable() }),
  /** The host has seen it: one hand is taken down, or all of the station. */
  'hand:lower': z.strictObject({ stationId, participantId: participantId.optional() }),
  /** A host calls the organiser; null: no more. */
  'organiser:call': z.strictObject({ stationId, calling: z.boolean() }),

  // ── the desk ─────────────────────────────────────────────────────────────────────────────────────────────
  /** The desk as it is; from then on `desk:changed` tells when to look again. */
  'desk:look': z.strictObject({ stationId }),
  /** Takes a note off the board, kindly; its writer is told why. */
  'note:hide': z.strictObject({ stationId, id: noteId, message: z.string().max(300).optional() }),
  /** Hangs again a note that was hidden, or shows one that waits. */
  'note:return': z.strictObject({ stationId, id: noteId }),
  /** Takes back what this person did at the station in the last minute. */
  'person:undo': z.strictObject({ stationId, participantId, press }),
  /** From now on this person may only look, everywhere in the hall, or may write again. Their notes stay. */
  'person:shut': z.strictObject({ participantId, out: z.boolean() }),
  /** What the wall shall show; what is left out stays. */
  'wall:order': z.strictObject({
    stationId,
    show: z.enum(['auto', 'newest', 'groups', 'overview', 'qr', 'blank']).optional(),
    spotlight: thing.nullable().optional(),
    round: z.int().min(1).max(99).nullable().optional(),
    /** Notes that are lit, all others dimmed: those of a main point. */
    lit: z.array(noteId).max(500).optional(),
  }),

  // ── votes ────────────────────────────────────────────────────────────────────────────────────────────────
  /** Begins a vote at a station, in place of the last one. */
  'vote:begin': z.strictObject({
    stationId,
    kind: z.enum(['dots', 'rating']),
    budget: z.int().min(1).max(POLL_BUDGET_MAX),
    press,
    /** At all stations at once, with one budget for all of them: the organiser's. */
    hall: z.boolean().optional(),
  }),
  /** Opens or closes it for changes, and shows or hides what came of it; what is left out stays. */
  'vote:set': z.strictObject({
    stationId,
    poll: z.string().max(40),
    open: z.boolean().optional(),
    shown: z.boolean().optional(),
    /** All votes of its series with it: the organiser's. */
    hall: z.boolean().optional(),
  }),
  /** One's own dots on one thing (0 takes them away). */
  'vote:dots': z.strictObject({
    stationId,
    poll: z.string().max(40),
    on: thing,
    dots: z.int().min(0).max(POLL_BUDGET_MAX),
  }),
  /** One's own rating of one thing (null takes it away). */
  'vote:rate': z.strictObject({
    stationId,
    poll: z.string().max(40),
    on: thing,
    rating: z.tuple([z.int().min(1).max(RATING_MAX), z.int().min(1).max(RATING_MAX)]).nullable(),
  }),
  /** One's own votes at a station, and the results where they are shown (to hosts always how many have voted). */
  'vote:look': z.strictObject({ stationId }),

  // ── the organiser ────────────────────────────────────────────────────────────────────────────────────────
  'hall:set': z.strictObject({
    title: z.string().min(1).max(HALL_TITLE_MAX).optional(),
    hostsSteer: z.boolean().optional(),
    notesPerPerson: z.int().min(1).max(5_000).optional(),
    organisations: z
      .array(
        z.strictObject({
          name: z.string().min(1).max(ORGANISATION_NAME_MAX),
          kind: z.string().max(ORGANISATION_NAME_MAX),
        }),
      )
      .max(ORGANISATIONS_MAX)
      .optional(),
    roles: z.array(z.string().min(1).max(ORGANISATION_NAME_MAX)).max(PERSON_ROLES_MAX).optional(),
    /** Whether the server's language model may read this hall's notes. */
    model: z.boolean().optional(),
  }),
  /** All rounds anew, in order; rounds that were ever started can be renamed and recoloured, not taken away. */
  'rounds:set': z.strictObject({
    rounds: z
      .array(z.strictObject({ name: z.string().min(1).max(ROUND_NAME_MAX), colour: z.enum(ROUND_COLOURS) }))
      .min(1)
      .max(ROUND_COUNT_MAX),
  }),
  'station:edit': z.strictObject({
    stationId,
    title: stationWords.title.optional(),
    question: stationWords.question.optional(),
    explanation: stationWords.explanation.optional(),
    levels: stationWords.levels.optional(),
    /** Of a timeline: its rows, in order; a row that is taken away leaves its notes in the tray. */
    lanes: z.array(lane).min(1).max(LANES_MAX).optional(),
    /** Of a timeline: where its year begins. */
    year: z.enum(['school', 'calendar']).optional(),
  }),
  /** `press` also names the new station's board for a repeated send: it makes one station. */
  'station:add': z.strictObject({
    press,
    kind: z.enum(['wall', 'timeline']),
    anonymous: z.boolean().optional(),
    ...stationWords,
    /** Of a timeline; absent: those of the timeline there is, or of the standard template. */
    lanes: z.array(lane).min(1).max(LANES_MAX).optional(),
    year: z.enum(['school', 'calendar']).optional(),
  }),
  /** All stations that there are, in the order wanted. */
  'station:order': z.strictObject({ stations: z.array(stationId).min(1).max(100) }),
  /** Takes a station away; its board lies in the tray. */
  'station:remove': z.strictObject({ stationId }),
  /** What lies in the tray. */
  'tray:look': z.strictObject({}),
  /** A station comes back from the tray as it was. */
  'tray:return': z.strictObject({ stationId }),
  /** Notes of a station in the tray are hung at another one (all that are left, where none are named). */
  'tray:hang': z.strictObject({
    from: stationId,
    to: stationId,
    notes: z.array(noteId).max(5_000).optional(),
  }),
  /** The newest lines of what hosts and organisers did. */
  'log:look': z.strictObject({}),
  // ── grouping help ────────────────────────────────────────────────────────────────────────────────────────
  /** What the help suggests at a station now; nothing that was refused. */
  'help:look': z.strictObject({ stationId }),
  /** Refuses a suggestion, or takes the refusal back. */
  'help:refuse': z.strictObject({ stationId, key: z.string().min(1).max(60), refused: z.boolean() }),
  /**
   * Groups notes for who has no board open: into `cluster`, or a new group with this title. The same press again
   * groups nothing more.
   */
  'group:make': z.strictObject({
    stationId,
    press,
    notes: z.array(noteId).min(1).max(500),
    title: z.string().max(80).optional(),
    cluster: clusterId.optional(),
  }),
  /** Takes such a press back, as far as nobody has moved the notes since; one that is not there any more is taken back. */
  'group:undo': z.strictObject({ stationId, press }),
  /** Makes the wall's own arrangement (groups packed, loose notes in rows) the board's; `group:undo` takes it back. */
  'wall:adopt': z.strictObject({ stationId, press }),
  /** How many others (at anonymous stations: notes) say nearly what somebody is writing, of what hangs. Stores nothing. */
  'note:similar': z.strictObject({ stationId, text, except: noteId.optional() }),
  /** Notes and groups of several stations that are about the same thing: linked ones, and suggestions to hosts. */
  'threads:look': z.strictObject({}),
  /** Links a thread (its things as they were suggested), refuses it, or takes either back (null). */
  'thread:set': z.strictObject({
    key: z.string().min(1).max(60),
    as: z.enum(['linked', 'refused']).nullable(),
    items: z.array(z.strictObject({ stationId, thing })).min(2).max(40).optional(),
  }),

  // ── summaries and the plan ───────────────────────────────────────────────────────────────────────────────
  /**
   * Drafts a summary into the plan document. Points that a person has made or changed stay unless `replace`. The
   * answer comes when it stands there; with a language model that takes a while.
   */
  'summary:draft': z.strictObject({ of: summaryOf, press, replace: z.boolean().optional() }),
  /** Signs the summary as it stands, or takes the signature away. */
  'summary:sign': z.strictObject({ of: summaryOf, signed: z.boolean() }),
  /** What a summary rests on: figures that only the server can count. */
  'summary:look': z.strictObject({ of: summaryOf }),
  /** A measure from a group, a note or a point, with the link kept. */
  'measure:pull': z.strictObject({
    press,
    title: z.string().min(1).max(120),
    sources: z.array(source).max(500),
  }),
  /** Drafts of measures for a group or point: from notes near it at stations of ideas, or from a language model. */
  'measure:propose': z.strictObject({ sources: z.array(source).min(1).max(500) }),

  // ── looking back ─────────────────────────────────────────────────────────────────────────────────────────
  /** Hangs a station (or some of its notes) as it stood at a time; what was withdrawn, hidden or erased stays away. */
  'station:restore': z.strictObject({
    stationId,
    at: z.number().min(0),
    notes: z.array(noteId).min(1).max(5_000).optional(),
    press,
  }),
  /** Takes the station's last restoring back, where it is of that press, as far as nobody has changed the things since. */
  'station:restore-undo': z.strictObject({ stationId, press }),

  /** Ends the hall (all can be read, nothing written), or opens it again. */
  'hall:end': z.strictObject({ ended: z.boolean() }),

  'person:rename': z.strictObject({ name: z.string().max(PERSON_NAME_MAX * 4) }),
} as const;

export type RequestName = keyof typeof requestSchemas;
export type RequestOf<Name extends RequestName> = z.input<(typeof requestSchemas)[Name]>;
export type CheckedRequest<Name extends RequestName> = z.output<(typeof requestSchemas)[Name]>;

/**
 * A note as its writer has it. `onBoard`: sent out to the board, not only on disk (a hidden note is not). `hidden`: a
 * host took it down, with these words for the writer (perhaps none).
 */
export interface OwnNote {
  id: NoteId;
  stationId: StationId;
  text: string;
  round: number;
  at: number;
  level?: Level;
  /** Its place on a timeline. */
  slot?: Slot;
  onBoard: boolean;
  hidden?: { message: string };
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
  'station:reveal': { shown: number };
  'timer:start': { timer: ShownTimer };
  'timer:add': { timer: ShownTimer | null };
  'timer:pause': { timer: ShownTimer | null };
  'timer:stop': Record<string, never>;
  'hand:raise': { hand: Hand | null };
  'hand:lower': Record<string, never>;
  'organiser:call': Record<string, never>;
  'desk:look': { desk: DeskState };
  'note:hide': Record<string, never>;
  'note:return': Record<string, never>;
  'person:undo': UndoneMinute;
  'person:shut': Record<string, never>;
  'wall:order': { wall: WallOrder };
  'vote:begin': { poll: Poll };
  'vote:set': { poll: Poll };
  'vote:dots': { left: number };
  'vote:rate': Record<string, never>;
  'vote:look': VoteState;
  'hall:set': Record<string, never>;
  'rounds:set': { rounds: Round[] };
  'station:edit': Record<string, never>;
  /** `hostLink` bears its key; `wallLink` is the bare path, since of the hall's wall key only a hash is known. */
  'station:add': { stationId: StationId; hostLink: string; wallLink: string };
  'station:order': Record<string, never>;
  'station:remove': Record<string, never>;
  'tray:look': { stations: TrayStation[] };
  'tray:return': Record<string, never>;
  'tray:hang': { hung: number };
  'log:look': { lines: LogLine[] };
  'help:look': { help: GroupingHelp; refused: number };
  'help:refuse': Record<string, never>;
  'group:make': { cluster: ClusterId };
  /** `whole`: nobody had changed any of it since. */
  'group:undo': { whole: boolean };
  'wall:adopt': { moved: number };
  'note:similar': { count: number; notes: { id: NoteId; text: string }[] };
  'threads:look': { threads: ShownThread[] };
  'thread:set': Record<string, never>;
  'summary:draft': { points: number; by: 'rules' | 'model'; fellBack: boolean };
  'summary:sign': { signature: Signature | null };
  'summary:look': { figures: SummaryFigures };
  'measure:pull': { id: MeasureId };
  'measure:propose': { drafts: MeasureDraft[]; by: 'rules' | 'model' };
  'station:restore': { restored: number };
  /** `whole`: nobody had changed any of it since. */
  'station:restore-undo': { restored: number; whole: boolean };
  'hall:end': { endedAt: number | null };
  'person:rename': { name: string };
}

/** A station's rules as people see them. */
export interface ShownRules {
  moveOwn: boolean;
  groupingClosed: boolean;
  frozen: boolean;
  hiding: boolean;
  allowance: number | null;
}

/** A thread with how it stands. */
export interface ShownThread extends Thread {
  state: 'suggested' | 'linked';
}

/** What a summary's draft is weighed by; by cluster where notes hang in one. Only of notes that hang. */
export interface SummaryFigures {
  notes: number;
  /** People who wrote them; null at anonymous stations. */
  writers: number | null;
  /** By cluster: its notes, their writers (null: nobody knows), the rounds they are of, votes that are shown. */
  clusters: Record<string, { notes: number; writers: number | null; rounds: number[]; votes: number }>;
}

/** A measure as proposed, not in the plan yet. */
export interface MeasureDraft {
  title: string;
  why: string;
  firstStep: string;
  sources: Source[];
}

export type Hand = 'done' | 'help';

/** The hall's timer as told: what is left at the moment of telling, so that the receiver counts down by itself. */
export interface ShownTimer {
  kind: 'work' | 'break';
  total: number;
  /** In ms; 0 once it is over. */
  left: number;
  running: boolean;
  /** The moment at which it is over by the server's clock, to be shown ("we go on at 12:40") and nothing else; null while it is paused. */
  until: number | null;
}

/** What a host's phone knows of a station beside its board. Texts only of notes that the host may read. */
export interface DeskState {
  /** Written while the station hides, oldest first: not on the board yet. */
  waiting: HeldNote[];
  /** Taken down by a host; kept while the hall is. Newest first. */
  hidden: HeldNote[];
  hands: RaisedHand[];
  /** Who is here now, or has written here; walls not counted. */
  people: DeskPerson[];
  /** What came of the open or last vote: how many have voted, whether or not it is shown. */
  voted: number;
}

export interface HeldNote {
  id: NoteId;
  text: string;
  round: number;
  at: number;
  /** Who wrote it; empty where nobody knows (an anonymous station, no name given). */
  name: string;
  hiddenAt?: number;
  message?: string;
}

export interface RaisedHand {
  participantId: ParticipantId;
  name: string;
  hand: Hand;
  at: number;
}

export interface DeskPerson {
  participantId: ParticipantId;
  name: string;
  organisation: string;
  personRole: string;
  /** Whether they are a host or the organiser. */
  steers: boolean;
  /** Whether they are at this station now. */
  here: boolean;
  /** Notes of theirs that hang here or wait; 0 at anonymous stations, where nobody knows. */
  notes: number;
  shutOut: boolean;
}

/** A deed of a host or the organiser, as shown. */
export interface LogLine {
  at: number;
  name: string;
  role: Role;
  deed: string;
  stationId?: StationId;
  about?: string;
}

/** What "undo the last minute" did: notes taken down (they lie among the hidden), and things put back. */
export interface UndoneMinute {
  hidden: number;
  restored: number;
}

/** A person's own vote and, where shown, the room's. */
export interface VoteState {
  poll: Poll | null;
  mine: { dots: Record<string, number>; ratings: Record<string, [effect: number, feasibility: number]> };
  /** Null while it is secret. */
  results: VoteResults | null;
  /** Dots of one's own that lie at other stations, where the budget is for all of them. */
  elsewhere: number;
  /** People who have voted; null for those who may not know yet. */
  voted: number | null;
}

/** By note or cluster. Ratings: means of those who rated, and how many they were. */
export interface VoteResults {
  dots: Record<string, number>;
  ratings: Record<string, { effect: number; feasibility: number; count: number }>;
}

/** A station that was taken away. */
export interface TrayStation {
  id: StationId;
  title: string;
  notes: { id: NoteId; text: string; round: number }[];
  /** Notes of it that wait or were hidden: they come back with the station, and can't be hung elsewhere. */
  held: number;
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
  | 'plan_full'
  | 'read_only'
  | 'frozen'
  | 'unavailable'
  | 'not_saved'
  | 'session_ended'
  | 'too_many'
  | 'person_full'
  | 'allowance_used'
  | 'shut_out'
  | 'ended'
  | 'closed'
  | 'budget_used'
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
  wall: WallOrder;
  poll: Poll | null;
  /** What came of the vote, once it is shown. */
  results: VoteResults | null;
  /** The host has called the organiser. */
  calling: boolean;
  /** Notes that are written and wait to be shown. */
  waiting: number;
  /** Of a timeline. */
  lanes?: Lane[];
  year?: YearKind;
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
  timer: ShownTimer | null;
  settings: HallSettings;
  /** Server's time at which the hall was ended; null while it lives. */
  endedAt: number | null;
  /** The highest round that was ever started. */
  furthest: number;
  /** Whether a language model is set up on this server, and whether it lies outside it; null: none is. */
  model: { name: string; remote: boolean } | null;
  /** What was the hall that this one was copied from, where it was. */
  before: boolean;
}

/** `waiting` is left out while it is 0, and `status` with it while it is `ok`. */
export type StationCounts = [
  people: number,
  notes: number,
  written: number,
  status?: StationStatus,
  waiting?: number,
];

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
  /** Whether a host has shut this person out: they may look, and not write. */
  shutOut: boolean;
  hand: { stationId: StationId; hand: Hand } | null;
}

export interface ServerToClientEvents {
  /** At each connect, and when something changed (only counts: to those whose handshake did not ask for `counts`). */
  'hall:state': (state: HallState) => void;
  /** Only counts changed; at most once a second. */
  'hall:counts': (counts: HallCounts) => void;
  'hall:you': (you: You) => void;
  /** Some of one's own notes changed by another's hand (a host's edit, a withdrawal): ask `notes:mine` again. */
  'notes:changed': () => void;
  /** To those who look at a station's desk: look again. */
  'desk:changed': (stationId: StationId) => void;
  /** The session is over; the socket closes after this and shall not come back by itself. */
  'session:ended': (fault: Fault) => void;
}

export type ClientToServerEvents = {
  [Name in RequestName]: (request: RequestOf<Name>, answer: (result: Result<Answers[Name]>) => void) => void;
};
