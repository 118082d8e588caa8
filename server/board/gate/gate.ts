/**
 * The gate: may this actor make this change? Decided from the bytes and the document as it stands, before Yjs sees
 * them. The one place between frame and apply. Pure: no I/O, no clock.
 *
 * Here stand well-formedness (G1), causality (G2) and what roots may hold (G3); whose note a struct touches, and
 * whether this actor may touch it, comes in the same place.
 */

import * as Y from 'yjs';
import { CLUSTER_FIELDS, NOTE_FIELDS } from '../../../shared/board/boardDoc.ts';
import { CLUSTER_ID, NOTE_ID, type NoteId } from '../../../shared/domain/ids.ts';
import { NOTE_HARD_MAX } from '../../../shared/domain/note.ts';
import { BadUpdate, type Id, readUpdate, type Struct, type Update } from './readUpdate.ts';

/** What the gate found. `nothing`: all of it is known already. `gap`: it builds on what is not here; ask to resync. */
export type Verdict =
  | { verdict: 'apply'; bytes: Uint8Array; created: NoteId[]; clients: number[] }
  | { verdict: 'nothing' }
  | { verdict: 'gap'; why: string }
  | {
      verdict: 'refuse';
      code: 'malformed' | 'denied' | 'too_long';
      note: string;
      field: string;
      why: string;
    };

const FIELDS = new Set<string>([...NOTE_FIELDS, ...CLUSTER_FIELDS]);

/** Judges an update (V1 bytes) against the document. Never throws on bytes, whatever they are. */
export function judge(doc: Y.Doc, bytes: Uint8Array): Verdict {
  try {
    let update = readUpdate(bytes);
    const known = knownClients(doc, update);
    if (known) {
      // Known structs are not inert: Yjs splits items at their forged neighbours before it sees that it has them.
      bytes = Y.diffUpdate(bytes, encodeStateVector(known));
      update = readUpdate(bytes);
    }
    const gap = findGap(doc, update);
    if (gap) return { verdict: 'gap', why: gap };
    if (update.blocks.length === 0 && allDeleted(doc, update)) return { verdict: 'nothing' };
    return checkStructs(update) ?? apply(bytes, update);
  } catch (error) {
    if (!(error instanceof BadUpdate)) throw error;
    if (error.code === 'gap') return { verdict: 'gap', why: error.message };
    return { verdict: 'refuse', code: 'malformed', note: '', field: '', why: error.message };
  }
}

function apply(bytes: Uint8Array, update: Update): Verdict {
  const created: NoteId[] = [];
  for (const { structs } of update.blocks) {
    for (const struct of structs) {
      if (struct.parent === 'notes' && struct.content.kind === 'map') created.push(struct.key as NoteId);
    }
  }
  return { verdict: 'apply', bytes, created, clients: update.blocks.map(({ client }) => client) };
}

/** The states of clients of which the update repeats something, or null when all of it is new. */
function knownClients(doc: Y.Doc, update: Update): Map<number, number> | null {
  let known: Map<number, number> | null = null;
  for (const { client, clock } of update.blocks) {
    const state = stateOf(doc, client);
    if (clock >= state) continue;
    known ??= new Map();
    known.set(client, state);
  }
  return known;
}

/**
 * G2: every struct follows on what is here or on what this update brings, in an order in which Yjs can integrate
 * them all, so that nothing is ever pending (pending structs are retried with each update and sent to each joiner).
 */
function findGap(doc: Y.Doc, update: Update): string | null {
  const reached = new Map<number, number>();
  const waiting = update.blocks.map(({ client, clock, structs }) => {
    reached.set(client, Math.min(clock, stateOf(doc, client)));
    return { structs, next: 0, hole: clock > stateOf(doc, client) };
  });
  if (waiting.some(({ hole }) => hole)) return 'clocks are missing before a block';
  const there = (id: Id | string | null) =>
    id === null || typeof id === 'string' || id.clock < (reached.get(id.client) ?? stateOf(doc, id.client));
  for (let moved = true; moved; ) {
    moved = false;
    for (const block of waiting) {
      for (let struct = block.structs[block.next]; struct; struct = block.structs[block.next]) {
        if (!there(struct.origin) || !there(struct.rightOrigin) || !there(struct.parent)) break;
        reached.set(struct.client, struct.clock + struct.length);
        block.next++;
        moved = true;
      }
    }
  }
  if (waiting.some(({ structs, next }) => next < structs.length)) return 'a neighbour or parent is missing';
  for (const { client, clock, length } of update.deletes) {
    if (clock + length > (reached.get(client) ?? stateOf(doc, client))) return 'what it deletes is missing';
  }
  return null;
}

/** G3: roots are `notes` and `clusters` alone, hold maps under well-made ids, and those hold known fields. */
function checkStructs(update: Update): Verdict | null {
  for (const { structs } of update.blocks) {
    for (const struct of structs) {
      const refusal = checkStruct(struct);
      if (refusal) return refusal;
    }
  }
  return null;
}

function checkStruct(struct: Struct): Verdict | null {
  const { parent, key, content } = struct;
  const refuse = (
    code: 'malformed' | 'denied' | 'too_long',
    why: string,
    note = '',
    field = '',
  ): Verdict => ({
    verdict: 'refuse',
    code,
    note,
    field,
    why,
  });
  if (content.kind === 'string' && content.text.length > NOTE_HARD_MAX)
    return refuse('too_long', 'a text too long');
  if (key !== null && struct.length > 1 && content.kind !== 'deleted') {
    return refuse('malformed', 'a map entry of several values');
  }
  if (typeof parent === 'string') {
    if (parent === 'meta') return refuse('denied', 'the station’s furniture is the server’s');
    if (parent !== 'notes' && parent !== 'clusters') return refuse('malformed', 'a root that no board has');
    const pattern = parent === 'notes' ? NOTE_ID : CLUSTER_ID;
    if (key === null || !pattern.test(key)) return refuse('malformed', 'an id that is none');
    if (content.kind !== 'map' && content.kind !== 'deleted') {
      return refuse('malformed', 'a note or cluster that is no map', key);
    }
  } else if (parent !== null && key !== null && !FIELDS.has(key)) {
    return refuse('malformed', 'a field that no note has', '', key);
  }
  return null;
}

function allDeleted(doc: Y.Doc, update: Update): boolean {
  for (const { client, clock, length } of update.deletes) {
    const structs = doc.store.clients.get(client);
    if (!structs) return false;
    let at = clock;
    while (at < clock + length) {
      const struct = structs[Y.findIndexSS(structs, at)]!;
      if (!struct.deleted) return false;
      at = struct.id.clock + struct.length;
    }
  }
  return true;
}

function stateOf(doc: Y.Doc, client: number): number {
  return Y.getState(doc.store, client);
}

function encodeStateVector(states: Map<number, number>): Uint8Array {
  return Y.encodeStateVector(states);
}
