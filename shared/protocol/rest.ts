/** The HTTP contract: bodies of requests as schemas, and the types of answers. Errors are `{ error: { code, message, field? } }`. */

import { z } from 'zod';
import {
  HALL_TITLE_MAX,
  LOCALES,
  type Locale,
  type Organisation,
  PERSON_NAME_MAX,
  type Role,
  STATION_TITLE_MAX,
  STATIONS_MAX,
  type StationKind,
} from '../domain/hall.ts';
import { type HallId, type KeyId, NOTE_ID, type ParticipantId, type StationId } from '../domain/ids.ts';
import { ROUND_COLOURS } from '../domain/round.ts';
import type { StationStatus } from './hallEvents.ts';

const lane = z.strictObject({ id: z.string().regex(/^[a-z0-9-]{1,40}$/), title: z.string().min(1).max(80) });

/** A template file: what a hall starts from. Documented in docs/TEMPLATES.md. */
export const templateSchema = z.strictObject({
  v: z.literal(1),
  rounds: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(30),
        colour: z.enum(ROUND_COLOURS),
      }),
    )
    .min(1)
    .max(8)
    .optional(),
  stations: z
    .array(
      z.strictObject({
        slug: z.string().regex(/^[a-z0-9-]{1,40}$/),
        title: z.string().min(1).max(STATION_TITLE_MAX),
        kind: z.enum(['wall', 'timeline']),
        question: z.string().max(300),
        explanation: z.array(z.string().max(1_000)).max(20).default([]),
        levels: z.boolean().default(false),
        anonymous: z.boolean().optional(),
        lanes: z.array(lane).max(12).optional(),
        year: z.enum(['school', 'calendar']).optional(),
      }),
    )
    .min(1)
    .max(STATIONS_MAX)
    .refine((stations) => new Set(stations.map(({ slug }) => slug)).size === stations.length, {
      error: 'two stations have the same slug',
    }),
});
export type Template = z.output<typeof templateSchema>;

export const createHallSchema = z.strictObject({
  template: z.union([z.enum(['vandrehallen', 'blank']), templateSchema]),
  title: z.string().min(1).max(HALL_TITLE_MAX),
  locale: z.enum(LOCALES),
  /** Needed when the server limits who may make halls. */
  createKey: z.string().max(200).optional(),
});

export const createSessionSchema = z
  .strictObject({
    key: z.string().min(1).max(200).optional(),
    code: z.string().min(1).max(20).optional(),
    name: z
      .string()
      .max(PERSON_NAME_MAX * 4)
      .optional(),
    organisation: z.string().max(120).optional(),
    /** What one is there, as picked from the hall's list. */
    personRole: z.string().max(120).optional(),
  })
  .refine(({ key, code }) => (key === undefined) !== (code === undefined), {
    error: 'give a key or a code, one of them',
  });

export const writeNoteSchema = z.strictObject({
  id: z.string().regex(NOTE_ID).optional(),
  text: z.string().max(20_000),
  /** At an anonymous station: what proves later that the note is one's own. */
  secret: z.string().min(20).max(100).optional(),
  level: z.enum(['local', 'national']).optional(),
  slot: z.tuple([z.string().max(60), z.int().min(0).max(24), z.int().min(0).max(24)]).optional(),
});

export const createKeySchema = z.strictObject({
  role: z.enum(['organiser', 'host', 'participant', 'wall']),
  stationId: z.string().max(60).optional(),
});

export interface StationSummary {
  id: StationId;
  slug: string;
  title: string;
  kind: StationKind;
}

/** 201 of `POST /api/halls`. Keys are shown here once; the server keeps only their hashes. */
export interface CreatedHall {
  hall: { id: HallId; title: string; code: string; stations: StationSummary[] };
  keys: { organiser: string; join: string; wall: string; host: Record<StationId, string> };
  links: {
    organiser: string;
    join: string;
    wall: Record<StationId, string>;
    host: Record<StationId, string>;
  };
}

/** 200 of `POST /api/session`. Browsers need not keep `token`: they get it as a cookie too. */
export interface CreatedSession {
  token: string;
  role: Role;
  hallId: HallId;
  participantId: ParticipantId;
  /** For a host: the stations of their keys. */
  stations: StationId[];
}

/** One session that is good, in `GET /api/session`. */
export interface SessionInfo {
  role: Role;
  hallId: HallId;
  participantId: ParticipantId;
  name: string;
  stations: StationId[];
}

/** 200 of `GET /api/session`: a bearer's one session, or a browser's sessions by its cookies. 401 when there is none. */
export interface Sessions {
  sessions: SessionInfo[];
}

/** 200 of `GET /api/halls/:hallId`. */
export interface HallOverview {
  hall: { id: HallId; title: string; code: string; locale: string; round: number };
  stations: (StationSummary & { people: number; notes: number; status: StationStatus })[];
  counts: { people: number; notes: number };
}

/** 200 of `GET /api/halls/:hallId/health`: how the machine and the stations stand, for the organiser. */
export interface HallHealth {
  people: number;
  /** Of both channels, in this hall. */
  connections: number;
  /** 0–1: of the time, how much the server was busy. */
  load: number;
  loopDelayMs: number;
  /** A write and a read went through, and soon. */
  diskOk: boolean;
  /** People that there is room for, those who are here among them; an honest, careful guess. */
  holds: number;
  stations: { id: StationId; status: StationStatus; notes: number }[];
}

/** 200 of `GET /api/join/:code`: what the form asks before there is a session. */
export interface JoinForm {
  title: string;
  locale: Locale;
  organisations: Organisation[];
  roles: string[];
}

/** A key as the organiser sees it: never the secret. */
export interface KeyInfo {
  id: KeyId;
  role: Role;
  stationId?: StationId;
  createdAt: number;
  withdrawnAt?: number;
  /** Sessions that came by this key and are good. */
  sessions: number;
}

/** 201 of `POST /api/halls/:hallId/keys`: the secret, once. */
export interface CreatedKey {
  key: KeyInfo;
  secret: string;
  link: string;
  /** For a join key: the new short code. */
  code?: string;
}

/** 202 of `POST /api/halls/:hallId/exports`, 200 of `GET …/exports/:id`: a file that is being made. `done`: 0–1. */
export interface MakingFile {
  id: string;
  state: 'making' | 'done' | 'failed';
  done: number;
  /** Bytes, once it is made; it lies at `…/exports/:id/file` for some minutes. */
  size?: number;
}

/** What notes were read from: our own CSV, Mural's, Miro's, another table, or a plain list. */
export type LinesFrom = 'own' | 'mural' | 'miro' | 'table' | 'list';
/** Why a line was passed over. */
export type PassedWhy = 'empty' | 'too_long' | 'other_station' | 'too_many';
/** Lines that were passed over for one reason; `rows`: the first of them, counted from 1. */
export interface PassedLines {
  why: PassedWhy;
  count: number;
  rows: number[];
}

/** 200 of `POST …/stations/:stationId/import?preview=1`. */
export interface BringPreview {
  from: LinesFrom;
  notes: number;
  groups: number;
  passed: PassedLines[];
  /** The first notes. */
  shown: { text: string; group: string }[];
}

/** 201 of `POST …/stations/:stationId/import`: what hangs now; `press` takes it back (`DELETE …/import/:press`). */
export interface BroughtNotes {
  from: LinesFrom;
  notes: number;
  groups: number;
  passed: PassedLines[];
  press: string;
}

export interface RestError {
  error: { code: string; message: string; field?: string };
}
