/** The hall's plain nouns: hall, station, role. No behaviour. */

import type { ClusterId, HallId, NoteId, ParticipantId, StationId } from './ids.ts';
import type { Locale } from './locale.ts';
import type { Round } from './round.ts';

export { LOCALES, type Locale } from './locale.ts';

/** Strongest first: where a browser has several sessions of a hall and names none, the first found is taken. */
export const ROLES = ['organiser', 'host', 'participant', 'wall'] as const;
export type Role = (typeof ROLES)[number];

export type StationKind = 'wall' | 'timeline';
export type Level = 'local' | 'national';

/** A row of the timeline: an area of responsibility. */
export interface Lane {
  id: string;
  title: string;
}

export const LANES_MAX = 12;
export const LANE_TITLE_MAX = 80;

/** Where a timeline's twelve months begin: in August or in January. Months are counted from there, 0–11. */
export type YearKind = 'school' | 'calendar';

/** What a station's host has narrowed for participants. */
export interface StationRules {
  /** They move only notes of their own. */
  moveOwn: boolean;
  /** They neither group, name nor merge. */
  groupingClosed: boolean;
  /** Server's time at which writing was paused; null while it is not. What is under way has `FREEZE_GRACE_MS`. */
  frozenAt: number | null;
  /** Write first, show later: participants' new notes are kept on the server, outside the document, until shown. */
  hiding: boolean;
  /** Notes that each participant may have here; null: as many as the hall allows. */
  allowance: number | null;
}

export const OPEN_RULES: StationRules = {
  moveOwn: false,
  groupingClosed: false,
  frozenAt: null,
  hiding: false,
  allowance: null,
};

/** The station's rules; records of before a rule existed leave it open. */
export function rulesOf({ rules }: Pick<Station, 'rules'>): StationRules {
  return { ...OPEN_RULES, ...rules };
}
/** Thirty people type when a host pauses writing: what they have begun is taken for so long. */
export const FREEZE_GRACE_MS = 5_000;

/** A station as the hall's record has it; its notes live in its board document. */
export interface Station {
  id: StationId;
  slug: string;
  title: string;
  kind: StationKind;
  /** The one sentence that stands above the pad. */
  question: string;
  /** What the host reads aloud, a paragraph a line. */
  explanation: string[];
  /** Whether notes may be marked local or national. */
  levels: boolean;
  lanes?: Lane[];
  /** Of a timeline. Absent: `school`. */
  year?: YearKind;
  /** Nobody can tell who wrote what here, the server neither. Absent: they can, as far as the table of owners goes. */
  anonymous?: boolean;
  /** Absent: all open. */
  rules?: Partial<StationRules>;
  /** What the host has asked of the station's wall. Absent: it runs by itself. */
  wall?: WallOrder;
  /** The vote at this station, the last one begun. */
  poll?: Poll;
}

/** What hosts ask of a station's wall; what is left to itself is null. */
export interface WallOrder {
  /** `qr`: the code over the whole screen. `blank`: nothing, for when somebody speaks. */
  show: 'auto' | 'newest' | 'groups' | 'overview' | 'qr' | 'blank';
  /** A note or cluster that is lifted out. */
  spotlight: NoteId | ClusterId | null;
  /** Only notes of this round. */
  round: number | null;
  /** Notes that are lit, all others dimmed; absent: none. */
  lit?: NoteId[];
}

export const SELF_RUN_WALL: WallOrder = { show: 'auto', spotlight: null, round: null };

/**
 * A vote. `dots`: each has `budget` dots to lay on notes and groups. `rating`: each rates groups on two axes, effect
 * and feasibility, 1–5. Secret until shown, changed freely while open.
 */
export interface Poll {
  /** Of the base64url letters of other ids; a new vote has a new one. */
  id: string;
  kind: 'dots' | 'rating';
  budget: number;
  open: boolean;
  shown: boolean;
  /** Votes of one series were begun together at all stations: each person's budget is for all of them. */
  series?: string;
}

export const POLL_BUDGET_MAX = 20;
export const RATING_MAX = 5;

/**
 * The hall's one timer. Durable as a moment, so that it goes on through a restart; people are told what is left, so
 * that no clock but the server's counts.
 */
export interface Timer {
  kind: 'work' | 'break';
  /** Of the whole timer, in ms, with what was added. */
  total: number;
  /** Server's time at which it is over; null while it is paused. */
  endsAt: number | null;
  /** What is left, in ms, while it is paused. */
  left: number;
}

/** The longest timer: four hours. */
export const TIMER_MAX_MS = 4 * 60 * 60_000;

/** Somebody's employer or association, as participants may pick it; `kind` is the organiser's word (shown as it is). */
export interface Organisation {
  name: string;
  kind: string;
}

/** What the organiser has set for the whole hall. */
export interface HallSettings {
  /** Whether hosts may start rounds, timers and breaks; the organiser always may. */
  hostsSteer: boolean;
  /** Notes that each participant may have in the whole hall. By default as many as one station holds: a program of the house may hang them all. */
  notesPerPerson: number;
  /** What participants may pick from; empty: they are not asked. */
  organisations: Organisation[];
  roles: string[];
  /** Whether the server's language model may read this hall's notes. Everybody in the hall is told. */
  model: boolean;
}

export const OPEN_SETTINGS: HallSettings = {
  hostsSteer: true,
  notesPerPerson: 5_000,
  organisations: [],
  roles: [],
  model: false,
};
export const ORGANISATIONS_MAX = 300;
export const ORGANISATION_NAME_MAX = 80;
export const PERSON_ROLES_MAX = 30;

/** What a hall's record holds beside what it was made with. */
export interface HallMore {
  settings: HallSettings;
  timer: Timer | null;
  /** The highest round that was ever started: rounds up to it have notes, and stay. */
  furthest: number;
  /** Server's time at which the organiser ended the hall; null while it lives. All can still be read. */
  endedAt: number | null;
  /** Stations taken away; their boards lie untouched, for the organiser to bring back or move notes from. */
  removed: Station[];
  /** People who may only look, since a host or the organiser shut them out. Their notes stay. */
  shutOut: ParticipantId[];
  /** The hall that this one was copied from, and what came of it. */
  before: HallBefore | null;
}

/** Last year's hall, as it stands beside this year's boards. */
export interface HallBefore {
  title: string;
  createdAt: number;
  /** By the station's slug. */
  points: Record<string, { title: string; line: string; notes: number }[]>;
  measures: { title: string; owner: string; status: MeasureStatus | null; said: string }[];
}

/** What the owner of a measure says became of it. */
export const MEASURE_STATUSES = ['planned', 'begun', 'done', 'stopped'] as const;
export type MeasureStatus = (typeof MEASURE_STATUSES)[number];

/** What a hall's record holds beside what it was made with; halls of before these existed have all of it open. */
export function moreOf({ more, round }: Pick<Hall, 'more' | 'round'>): HallMore {
  return {
    timer: null,
    furthest: round,
    endedAt: null,
    removed: [],
    shutOut: [],
    before: null,
    ...more,
    settings: { ...OPEN_SETTINGS, ...more?.settings },
  };
}

/** A hall's record. `version` grows by one with each change that people can see. */
export interface Hall {
  id: HallId;
  code: string;
  title: string;
  locale: Locale;
  createdAt: number;
  version: number;
  rounds: Round[];
  round: number;
  stations: Station[];
  /** Read it by `moreOf`. */
  more?: Partial<HallMore>;
}

/** Longest titles, in UTF-16 units, at every door. */
export const HALL_TITLE_MAX = 120;
export const STATION_TITLE_MAX = 60;
export const PERSON_NAME_MAX = 60;
export const STATIONS_MAX = 12;
export const ROUNDS_MAX = 99;
