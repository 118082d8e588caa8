/** What halls and stations are born with: ids, keys with their secrets, and the first step of each board. */

import { createHash, randomInt } from 'node:crypto';
import * as Y from 'yjs';
import { type ClusterView, type NoteView, writeMeta } from '../../shared/board/boardDoc.ts';
import { restore } from '../../shared/board/boardOps.ts';
import { type Hall, type Lane, moreOf, type Role, type Station } from '../../shared/domain/hall.ts';
import { type HallId, newCode, newId, type StationId } from '../../shared/domain/ids.ts';
import { builtInTemplate } from '../../shared/domain/templates/index.ts';
import type { KeyRecord, NewBoard } from '../ports.ts';
import { boardMeta } from './HallRoom.ts';
import { hashSecret, newSecret } from './secrets.ts';
import type { StationWords } from './stationEdits.ts';

/** A hall just made, with its secrets, which nobody will see again. */
export interface MadeHall {
  hall: Hall;
  keys: { organiser: string; join: string; wall: string; host: Record<StationId, string> };
}

/** What an imported hall begins with. */
export interface HallContent {
  round: number;
  boardOf: (slug: string) => { notes: NoteView[]; clusters: ClusterView[] };
}

/** A station as the organiser asks for it. */
export interface NewStation extends StationWords {
  kind: Station['kind'];
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
  const doc = new Y.Doc();
  const serverClient = randomInt(1, 2 ** 32);
  doc.clientID = serverClient;
  const { notes, clusters } = content?.boardOf(station.slug) ?? { notes: [], clusters: [] };
  doc.transact(() => {
    writeMeta(doc, boardMeta(hall, station));
    restore(doc, notes, clusters);
  });
  const bytes = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  const owners = notes.map(({ id }) => [id, null] as const);
  const counts = { notes: notes.length, written: notes.length };
  return {
    serverClient,
    commit: { stationId: station.id, epoch: 1, seq: 1, at: now, bytes, owners, leases: [], ...counts },
  };
}
