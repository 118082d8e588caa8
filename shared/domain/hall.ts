/** The hall's plain nouns: hall, station, role. No behaviour. */

import type { HallId, StationId } from './ids.ts';
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

/** What a station's host has narrowed for participants. */
export interface StationRules {
  /** They move only notes of their own. */
  moveOwn: boolean;
  /** They neither group, name nor merge. */
  groupingClosed: boolean;
  /** Server's time at which writing was paused; null while it is not. What is under way has `FREEZE_GRACE_MS`. */
  frozenAt: number | null;
}

export const OPEN_RULES: StationRules = { moveOwn: false, groupingClosed: false, frozenAt: null };
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
  /** Nobody can tell who wrote what here, the server neither. Absent: they can, as far as the table of owners goes. */
  anonymous?: boolean;
  /** Absent: all open. */
  rules?: StationRules;
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
}

/** Longest titles, in UTF-16 units, at every door. */
export const HALL_TITLE_MAX = 120;
export const STATION_TITLE_MAX = 60;
export const PERSON_NAME_MAX = 60;
export const STATIONS_MAX = 12;
export const ROUNDS_MAX = 99;
