/**
 * Identity (G7): new structs are signed by clientIDs of their sender alone. A clientID is leased to the person whose
 * connection first uses it, so that unchanged providers work; at most 64 for a person and station.
 */

import * as encoding from 'lib0/encoding';
import type { ParticipantId } from '../../../shared/domain/ids.ts';
import type { DocStructs } from './docStructs.ts';
import { type DeleteRange, readUpdate, type Update } from './readUpdate.ts';
import { Refusal } from './refusal.ts';
import type { GateBoard } from './rules.ts';

export const LEASES_MAX = 64;

/**
 * What of an update is its sender's, all of whose structs are new: all of it, or it is refused; of a SyncStep2 what others
 * have signed is left out. @throws {Refusal}
 */
export function signedBy(
  board: GateBoard,
  here: DocStructs,
  participant: ParticipantId,
  update: Update,
  whole: boolean,
): Update {
  let fresh = 0;
  let foreign: Set<number> | null = null;
  for (const { client } of update.blocks) {
    const holder = board.leaseOf(client);
    if (holder === participant) continue;
    if (holder === undefined && client !== board.doc.clientID && here.stateOf(client) === 0) {
      fresh++;
    } else {
      foreign ??= new Set();
      foreign.add(client);
    }
  }
  if (foreign) {
    if (!whole) throw new Refusal('foreign_client', 'it is signed with somebody else’s id');
    return signedBy(board, here, participant, readUpdate(withoutClients(here, update, foreign)), whole);
  }
  if (fresh > 0 && board.leasesOf(participant) + fresh > LEASES_MAX) {
    throw new Refusal('too_many_clients', `a person has at most ${LEASES_MAX} ids at a station`);
  }
  return update;
}

/**
 * The update without the blocks of these clients, and without deletions of what only they would have brought. Another
 * tab's edits reach a stock provider past the server; that tab brings them itself.
 */
function withoutClients(here: DocStructs, update: Update, gone: ReadonlySet<number>): Uint8Array {
  const kept = update.blocks.filter(({ client }) => !gone.has(client));
  const byClient = new Map<number, DeleteRange[]>();
  for (const range of update.deletes) {
    const length = gone.has(range.client)
      ? Math.min(range.length, here.stateOf(range.client) - range.clock)
      : range.length;
    if (length <= 0) continue;
    const ranges = byClient.get(range.client) ?? [];
    ranges.push({ ...range, length });
    byClient.set(range.client, ranges);
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, kept.length);
  for (const { from, to } of kept) encoding.writeUint8Array(encoder, update.bytes.subarray(from, to));
  encoding.writeVarUint(encoder, byClient.size);
  for (const [client, ranges] of byClient) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges.length);
    for (const { clock, length } of ranges) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, length);
    }
  }
  return encoding.toUint8Array(encoder);
}
