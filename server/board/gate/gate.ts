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
import { BadUpdate, type DeleteRange, readUpdate, type Struct, type Update } from './readUpdate.ts';

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
/** Characters of a field's values as JSON; the longest that is honest is an order within a much used cluster. */
const FIELD_MAX = 2_000;

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
    // Under the server's own clientID nobody but the server has anything new to say. Left alone, one struct of 2^53
    // clocks would make the server's next note one that no Yjs can read again.
    if (update.blocks.some(({ client }) => client === doc.clientID)) {
      return {
        verdict: 'refuse',
        code: 'denied',
        note: '',
        field: '',
        why: 'it is signed with the server’s id',
      };
    }
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
  const blocks = new Map<number, WaitingBlock>();
  for (const { client, clock, end, structs } of update.blocks) {
    if (clock > stateOf(doc, client)) return 'clocks are missing before a block';
    blocks.set(client, { structs, end, next: 0 });
  }
  // A block that can't go on waits for one struct and is looked at again when that one is in, not sooner: thousands
  // of blocks, each built on the next, would else be gone through thousands of times.
  const waiting = new Map<Struct, WaitingBlock[]>();
  const ready = [...blocks.values()];
  for (let block = ready.pop(); block; block = ready.pop()) {
    for (let struct = block.structs[block.next]; struct; struct = block.structs[block.next]) {
      const wanted = firstMissing(doc, blocks, struct);
      if (wanted === 'nowhere') return MISSING;
      if (wanted) {
        const others = waiting.get(wanted);
        if (others) others.push(block);
        else waiting.set(wanted, [block]);
        break;
      }
      block.next++;
      for (const woken of waiting.get(struct) ?? []) ready.push(woken);
    }
  }
  for (const { structs, next } of blocks.values()) if (next < structs.length) return MISSING;
  for (const { client, clock, length } of update.deletes) {
    if (clock + length > (blocks.get(client)?.end ?? stateOf(doc, client)))
      return 'what it deletes is missing';
  }
  return null;
}

const MISSING = 'a neighbour or parent is missing';

/** A block of an update on its way in: `next` is the first of its structs that is not in yet. */
interface WaitingBlock {
  structs: readonly Struct[];
  end: number;
  next: number;
}

/** What this struct builds on that is not in yet: the struct of the update that brings it, or nowhere; null: all is in. */
function firstMissing(
  doc: Y.Doc,
  blocks: ReadonlyMap<number, WaitingBlock>,
  { origin, rightOrigin, parent }: Struct,
): Struct | 'nowhere' | null {
  for (const id of [origin, rightOrigin, parent]) {
    if (id === null || typeof id === 'string' || id.clock < stateOf(doc, id.client)) continue;
    const block = blocks.get(id.client);
    if (!block || id.clock >= block.end) return 'nowhere';
    const next = block.structs[block.next];
    if (next && id.clock >= next.clock) return structAt(block.structs, id.clock);
  }
  return null;
}

/** The struct of a block that holds this clock, which is one of the block's. */
function structAt(structs: readonly Struct[], clock: number): Struct {
  let low = 0;
  for (let high = structs.length - 1; low < high; ) {
    const middle = Math.ceil((low + high) / 2);
    if (structs[middle]!.clock <= clock) low = middle;
    else high = middle - 1;
  }
  return structs[low]!;
}

/** G3: roots are `notes` and `clusters` alone, hold maps under well-made ids, and those hold known fields. */
function checkStructs(update: Update): Verdict | null {
  const deletes = byClient(update.deletes);
  for (const { client, structs } of update.blocks) {
    const gone = deletes.get(client) ?? [];
    for (const struct of structs) {
      const refusal = checkStruct(struct, gone);
      if (refusal) return refusal;
    }
  }
  return null;
}

/** @param gone what this update itself deletes of the struct's client, in order */
function checkStruct(struct: Struct, gone: readonly DeleteRange[]): Verdict | null {
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
  // Values of a field that were written over one after another are sent as one struct by whoever can undo them.
  if (key !== null && struct.length > 1 && content.kind !== 'deleted' && !isWithin(struct, gone)) {
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
  } else if (parent !== null && key !== null) {
    if (!FIELDS.has(key)) return refuse('malformed', 'a field that no note has', '', key);
    // A type among the plain fields, or a plain value for the text, would take the note off every screen.
    if (content.kind !== (key === 'text' ? 'text' : 'json') && content.kind !== 'deleted') {
      return refuse('malformed', 'a field of the wrong kind', '', key);
    }
  }
  if (content.kind === 'json' && JSON.stringify(content.values).length > FIELD_MAX) {
    return refuse('too_long', 'a field too long', '', key ?? '');
  }
  return null;
}

function byClient(ranges: readonly DeleteRange[]): Map<number, DeleteRange[]> {
  const all = new Map<number, DeleteRange[]>();
  for (const range of ranges) {
    const list = all.get(range.client);
    if (list) list.push(range);
    else all.set(range.client, [range]);
  }
  return all;
}

/** Whether one of the ranges, which are in order, covers the whole struct. */
function isWithin({ clock, length }: Struct, ranges: readonly DeleteRange[]): boolean {
  let low = 0;
  for (let high = ranges.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (ranges[middle]!.clock <= clock) low = middle + 1;
    else high = middle;
  }
  const range = ranges[low - 1];
  return range !== undefined && clock + length <= range.clock + range.length;
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
