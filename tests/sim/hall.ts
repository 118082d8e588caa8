/** The hall that is simulated: one station, its rules and round, and how a board of it is born. */

import * as Y from 'yjs';
import type { Furniture } from '../../server/board/BoardRights.ts';
import type { BoardCommit } from '../../server/ports.ts';
import { type BoardMeta, writeMeta } from '../../shared/board/boardDoc.ts';
import { OPEN_RULES, type Station } from '../../shared/domain/hall.ts';
import type { StationId } from '../../shared/domain/ids.ts';
import { defaultRounds } from '../../shared/domain/round.ts';

export const STATION: Station = {
  id: 's_the_simulated_station' as StationId,
  slug: 'klagemuren',
  title: 'Klagemuren',
  kind: 'wall',
  question: 'Hva hindrer?',
  explanation: [],
  levels: true,
};
export const SERVER_CLIENT = 7;

export const openFurniture = (): Furniture => ({ rules: { ...OPEN_RULES }, round: 1 });

export function metaOf({ rules, round }: Furniture): BoardMeta {
  const { title, kind, levels } = STATION;
  return { v: 1, title, kind, rounds: defaultRounds('nb'), round, levels, frozen: rules.frozenAt !== null };
}

/** A board's first step. */
export function firstStep(stationId: StationId = STATION.id): BoardCommit {
  const doc = new Y.Doc();
  doc.clientID = SERVER_CLIENT;
  writeMeta(doc, metaOf(openFurniture()));
  const bytes = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return { stationId, epoch: 1, seq: 1, at: 0, bytes, owners: [], leases: [], notes: 0, written: 0 };
}
