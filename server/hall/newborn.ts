/** What halls and stations are born with: ids, keys with their secrets, and the first step of each board. */

import { createHash, randomInt } from 'node:crypto';
import * as Y from 'yjs';
import { type ClusterView, type NoteView, writeMeta } from '../../shared/board/boardDoc.ts';
import { restore } from '../../shared/board/boardOps.ts';
import {
  type Hall,
  type Lane,
  type Locale,
  moreOf,
  type Role,
  type Station,
  type YearKind,
} from '../../shared/domain/hall.ts';
import { type HallId, newCode, newId, planOf, type StationId } from '../../shared/domain/ids.ts';
import { cleanLine } from '../../shared/domain/note.ts';
import { defaultRounds } from '../../shared/domain/round.ts';
import { builtInTemplate } from '../../shared/domain/templates/index.ts';
import {
  type MeasureView,
  type PlanMeta,
  type PointView,
  type Signature,
  writePlanMeta,
} from '../../shared/plan/planDoc.ts';
import { restorePlan } from '../../shared/plan/planOps.ts';
import type { SummaryOf } from '../../shared/plan/source.ts';
import type { Template } from '../../shared/protocol/rest.ts';
import type { KeyRecord, NewBoard } from '../ports.ts';
import { boardMeta } from './HallRoom.ts';
import { hashSecret, newSecret } from './secrets.ts';
import { type StationWords, tidyStation } from './stationEdits.ts';

/** A hall just made, with its secrets, which nobody will see again. */
export interface MadeHall {
  hall: Hall;
  keys: { organiser: string; join: string; wall: string; host: Record<StationId, string> };
}

/** A hall that only wants a code and keys. */
export interface Unborn {
  /** Its code is empty still. */
  hall: Hall;
  boards: NewBoard[];
}

/** What an imported hall begins with. */
export interface HallContent {
  round: number;
  boardOf: (slug: string) => { notes: NoteView[]; clusters: ClusterView[] };
  /** The plan, whose points and sources name the stations of the hall that is being made. */
  planOf?: (hall: Hall) => PlanContent;
  /** The record of the hall that is being made, with what a template does not say (settings, stations' rules). */
  fitted?: (hall: Hall) => Hall;
}

/** What a plan begins with. */
export interface PlanContent {
  points: readonly PointView[];
  measures: readonly MeasureView[];
  signatures?: Readonly<Partial<Record<SummaryOf, Signature>>>;
}

/** A station as the organiser asks for it. */
export interface NewStation extends Omit<StationWords, 'lanes' | 'year'> {
  kind: Station['kind'];
  lanes?: Lane[] | undefined;
  year?: YearKind | undefined;
  anonymous?: boolean | undefined;
}

/** The id of the station that this press makes. */
export function idByPress(hallId: HallId, press: string): StationId {
  return `s_${createHash('sha256').update(`${hallId} ${press}`).digest('base64url').slice(0, 20)}` as StationId;
}

/** A further timeline has the rows of the one that is, or those of the standard template. */
export function lanesFor(hall: Hall): Lane[] {
  const all = [
    ...hall.stations,
    ...moreOf(hall).removed,
    ...builtInTemplate('vandrehallen', hall.locale).stations,
  ];
  return all.find(({ lanes }) => lanes)?.lanes ?? [];
}

/** A hall of a template, with the first step of each of its boards and of its plan. */
export function unborn(
  template: Template,
  title: string,
  locale: Locale,
  now: number,
  content?: HallContent,
): Unborn {
  const stations = template.stations.map((station): Station => ({ id: newId('s'), ...station }));
  const rounds =
    template.rounds?.map((round, index) => ({ n: index + 1, ...round })) ?? defaultRounds(locale);
  const plain: Hall = {
    id: newId('h'),
    code: '',
    title: cleanLine(title),
    locale,
    createdAt: now,
    version: 1,
    rounds,
    round: Math.min(content?.round ?? 1, rounds.length),
    stations: stations.map(tidyStation),
  };
  const hall = content?.fitted?.(plain) ?? plain;
  const boards = hall.stations.map((station) => firstStep(hall, station, now, content));
  return { hall, boards: [...boards, planStep(hall, now, content?.planOf?.(hall))] };
}

export function makeKeys(hall: Hall, now: number): { secrets: MadeHall['keys']; records: KeyRecord[] } {
  const secrets: MadeHall['keys'] = {
    organiser: newSecret(),
    join: newSecret(),
    wall: newSecret(),
    host: {},
  };
  for (const { id } of hall.stations) secrets.host[id] = newSecret();
  return {
    secrets,
    records: [
      keyRecord(hall.id, 'organiser', secrets.organiser, now),
      { ...keyRecord(hall.id, 'participant', secrets.join, now), code: hall.code },
      keyRecord(hall.id, 'wall', secrets.wall, now),
      ...hall.stations.map(({ id }) => keyRecord(hall.id, 'host', secrets.host[id]!, now, id)),
    ],
  };
}

export function keyRecord(
  hallId: HallId,
  role: Role,
  secret: string,
  now: number,
  stationId?: StationId,
): KeyRecord {
  return {
    id: newId('k'),
    hallId,
    hash: hashSecret(secret),
    role,
    createdAt: now,
    ...(stationId ? { stationId } : {}),
    ...(role === 'participant' ? { code: newCode() } : {}),
  };
}

/** A board's first step holds its furniture (and what was imported), so that a sound journal is never empty. */
export function firstStep(
  hall: Hall,
  station: Station,
  now: number,
  content: HallContent | undefined,
): NewBoard {
  const { notes, clusters } = content?.boardOf(station.slug) ?? { notes: [], clusters: [] };
  const { serverClient, bytes } = firstBytes((doc) => {
    writeMeta(doc, boardMeta(hall, station));
    restore(doc, notes, clusters);
  });
  const owners = notes.map(({ id }) => [id, null] as const);
  const counts = { notes: notes.length, written: notes.length };
  return {
    serverClient,
    commit: { stationId: station.id, epoch: 1, seq: 1, at: now, bytes, owners, leases: [], ...counts },
  };
}

/** The first step of a hall's plan: its furniture, and what was imported. */
export function planStep(
  hall: Hall,
  now: number,
  { points, measures, signatures }: PlanContent = { points: [], measures: [] },
): NewBoard {
  const { serverClient, bytes } = firstBytes((doc) => {
    writePlanMeta(doc, planMeta(hall));
    restorePlan(doc, points, measures, signatures);
  });
  return {
    serverClient,
    commit: {
      stationId: planOf(hall.id),
      epoch: 1,
      seq: 1,
      at: now,
      bytes,
      owners: [],
      leases: [],
      notes: 0,
      written: 0,
    },
  };
}

/** What a hall's plan shows of its hall. */
export function planMeta({ stations }: Hall): PlanMeta {
  return { v: 1, kind: 'plan', stations: stations.map(({ id }) => id) };
}

/** A document of the server's own hand, as bytes. */
function firstBytes(write: (doc: Y.Doc) => void): { serverClient: number; bytes: Uint8Array } {
  const doc = new Y.Doc();
  const serverClient = randomInt(1, 2 ** 32);
  doc.clientID = serverClient;
  doc.transact(() => write(doc));
  const bytes = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return { serverClient, bytes };
}
