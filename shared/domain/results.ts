/** The results page's plain nouns: what of a hall is published, and what comes of it afterwards. No behaviour. */

import type { Period, thirdOf } from '../plan/planDoc.ts';
import type { Level, MeasureStatus } from './hall.ts';
import type { MeasureId } from './ids.ts';
import type { Locale } from './locale.ts';

/** What the organiser chooses from. Sign-ups are to measures, so they need the plan. */
export const PAGE_PARTS = ['figures', 'summaries', 'plan', 'signup', 'news', 'files'] as const;
export type PagePart = (typeof PAGE_PARTS)[number];

export const FOREWORD_MAX = 2_000;
export const NEWS_MAX = 1_000;
export const NEWS_COUNT_MAX = 50;
export const SIGNUP_ORGANISATION_MAX = 80;
export const SIGNUP_CONTACT_MAX = 120;
export const SIGNUP_MESSAGE_MAX = 500;
/** Sign-ups that a hall keeps, and of these such that nobody has looked at yet: a page can't be filled by a stranger. */
export const SIGNUPS_MAX = 1_000;
export const SIGNUPS_WAITING_MAX = 200;
export const STATUS_SAID_MAX = 500;

/** An address of the organiser's own choosing: `/r/<slug>`. */
export const PAGE_SLUG = /^[a-z0-9](?:[a-z0-9-]{1,38})[a-z0-9]$/;
/** An unguessable address has so many random characters. */
export const SECRET_ADDRESS_LENGTH = 22;

export const FILE_BYTES_MAX = 20 * 1_024 * 1_024;
export const HALL_FILES_BYTES_MAX = 200 * 1_024 * 1_024;
export const HALL_FILES_MAX = 30;
export const FILE_NAME_MAX = 120;
/** By the end of the name; what is in the file must agree. */
export const FILE_KINDS = ['pdf', 'docx', 'pptx', 'xlsx', 'odt', 'png', 'jpg', 'webp', 'txt', 'csv'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Fewer people than this are not told as a number. */
export const PEOPLE_TOLD_MIN = 5;
/** A kind with fewer organisations than this is counted among the others. */
export const KIND_TOLD_MIN = 3;

/** Days after which the owner of a measure tells how it goes. */
export const CHECKS = [30, 60, 90] as const;
export type Check = (typeof CHECKS)[number];

/** What an owner has said at a check. */
export interface ToldStatus {
  check: Check;
  status: MeasureStatus;
  said: string;
  at: number;
}

export interface PageFigures {
  /** Null: fewer than `PEOPLE_TOLD_MIN`. */
  people: number | null;
  organisations: number;
  /** Kinds in the organiser's words, the largest first; null: all that are too few to be named. */
  kinds: { kind: string | null; count: number }[];
  notes: number;
  rounds: { n: number; name: string; colour: string; count: number }[];
  stations: { title: string; count: number }[];
  groups: number;
  measures: number;
}

export interface PagePoint {
  title: string;
  line: string;
  /** Notes that it rests on. */
  count: number;
  single: boolean;
}

export interface PageSummary {
  /** The station's title; null: the hall's own summary. */
  station: string | null;
  points: PagePoint[];
  covered: number;
  all: number;
  signed: { by: string; at: number; changed: boolean } | null;
}

type Third = ReturnType<typeof thirdOf>;
export interface PageMeasure {
  id: MeasureId;
  /** Its number in the order of action. */
  n: number;
  title: string;
  why: string;
  firstStep: string;
  owner: string;
  effect?: Third;
  feasibility?: Third;
  level?: Level;
  period?: Period;
  lane?: string;
  from?: string;
  to?: string;
  prioritised: boolean;
}

/** What stands still from one publication to the next. */
export interface PageSnapshot {
  title: string;
  locale: Locale;
  heldAt: number;
  publishedAt: number;
  parts: PagePart[];
  foreword: string;
  /** Each only where it was chosen. */
  figures?: PageFigures;
  summaries?: PageSummary[];
  measures?: PageMeasure[];
}

export interface PageNews {
  id: string;
  at: number;
  text: string;
}

export interface PageFile {
  id: string;
  name: string;
  kind: FileKind;
  size: number;
  at: number;
}

/** What everybody can read: the snapshot, and what the organiser and the owners have said since. */
export interface ResultsPage extends PageSnapshot {
  news?: PageNews[];
  files?: PageFile[];
  /** By measure: organisations that take part, as far as the organiser has said yes. */
  joined?: Record<MeasureId, string[]>;
  /** By measure: what owners have told, the earliest check first. */
  statuses?: Record<MeasureId, ToldStatus[]>;
}

export type SignupState = 'waiting' | 'shown' | 'refused';

/** A sign-up as the organiser sees it. */
export interface Signup {
  id: string;
  at: number;
  measure: MeasureId;
  organisation: string;
  contact: string;
  message: string;
  state: SignupState;
}

/** Where a page is, or is going to be. */
export type PageAddress = { kind: 'secret' } | { kind: 'public'; slug: string };

/** The page as the organiser sees it. */
export interface PublishState {
  /** Null: not published now. */
  published: { address: string; link: string; secret: boolean; at: number } | null;
  /** What was chosen last, to begin from. */
  parts: PagePart[];
  foreword: string;
  slug: string;
  /** Main points whose words hardly overlap with their notes': somebody should look before they are published. */
  toCheck: number;
  news: PageNews[];
  files: PageFile[];
  signups: Signup[];
  /** The measures of now, and whether an owner's link is alive. */
  measures: { id: MeasureId; title: string; owner: string; link: boolean; statuses: ToldStatus[] }[];
}

/** What an owner sees by their link. */
export interface OwnedMeasure {
  hall: string;
  locale: Locale;
  measure: { title: string; why: string; firstStep: string; owner: string };
  /** Days as `YYYY-MM-DD`; null while the hall is neither over nor published. */
  checks: { check: Check; day: string | null }[];
  statuses: ToldStatus[];
}

/** How it goes with the hall's measures, for sessions of the hall. */
export interface MeasureStatuses {
  measures: Record<MeasureId, { link: boolean; statuses: ToldStatus[] }>;
  checks: { check: Check; day: string | null }[];
}
