/**
 * Identity (G7): new structs are signed by clientIDs of their sender alone. A clientID is leased to the person whose
 * connection first uses it, so that unchanged providers work; at most 64 for a person and station.
 */

import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { ParticipantId } from '../../../shared/domain/ids.ts';
import type { GateBoard } from './gate.ts';
import { type DeleteRange, readUpdate, type Update } from './readUpdate.ts';

export const LEASES_MAX = 64;

/** The update that is to be judged further, or why not. All its structs must be new. */
export type Identified =
  | { bytes: Uint8Array; update: Update }
  | { code: 'foreign_client' | 'too_many_clients'; why: string };

export function checkIdentity(
  board: GateBoard,
  participant: ParticipantId,
  bytes: Uint8Array,
  update: Update,
  whole: boolean,
): Identified {
  let fresh = 0;
  let foreign: Set<number> | null = null;
  for (const { client } of update.blocks) {
    const holder = board.leaseOf(client);
    if (holder === participant) continue;
    if (holder === undefined && client !== board.doc.clientID && Y.getState(board.doc.store, client) === 0)
      fresh++;
    else {
      foreign ??= new Set();
      foreign.add(client);
    }
  }
  if (foreign) {
    if (!whole) return { code: 'foreign_client', why: 'it is signed with somebody else’s id' };
    const own = withoutClients(board.doc, bytes, update, foreign);
    return checkIdentity(board, participant, own, readUpdate(own), whole);
  }
  if (fresh > 0 && board.leasesOf(participant) + fresh > LEASES_MAX) {
    return { code: 'too_many_clients', why: `a person has at most ${LEASES_MAX} ids at a station` };
  }
  return { bytes, update };
}

/**
 * The update without the blocks of these clients, and without deletions of what only they would have brought. Another
 * tab's edits reach a stock provider past the server; that tab brings them itself.
 */
function withoutClients(
  doc: Y.Doc,
  bytes: Uint8Array,
  update: Update,
  gone: ReadonlySet<number>,
): Uint8Array {
  const kept = update.blocks.filter(({ client }) => !gone.has(client));
  const byClient = new Map<number, DeleteRange[]>();
  for (const range of update.deletes) {
    const length = gone.has(range.client)
      ? Math.min(range.length, Y.getState(doc.store, range.client) - range.clock)
      : range.length;
    if (length <= 0) continue;
    const ranges = byClient.get(range.client) ?? [];
    ranges.push({ ...range, length });
    byClient.set(range.client, ranges);
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, kept.length);
  for (const { from, to } of kept) encoding.writeUint8Array(encoder, bytes.subarray(from, to));
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
