/**
 * Causality (G2): every struct follows on what is here or on what the update brings, in an order in which Yjs can
 * integrate them all, so that nothing is ever pending. (Pending structs are kept, retried with each update, merged
 * quadratically and sent to each joiner.)
 */

import type { DocStructs } from './docStructs.ts';
import { BadUpdate, type Id, type Struct, type Update } from './readUpdate.ts';

/** A block of an update on its way in: `next` is the first of its structs that is not in yet. */
interface WaitingBlock {
  structs: readonly Struct[];
  end: number;
  next: number;
}

/** The structs in an order in which each follows on those before it. @throws {BadUpdate} where there is none: a gap */
export function orderOf(here: DocStructs, update: Update): readonly Struct[] {
  return update.blocks.length <= 1 ? orderOfOne(here, update) : orderOfMany(here, update);
}

/** The common case, without tables: one person's structs in their own order. */
function orderOfOne(here: DocStructs, { blocks, deletes }: Update): readonly Struct[] {
  const [block] = blocks;
  const client = block?.client ?? -1;
  if (block && block.clock > here.stateOf(client)) throw clocksMissing();
  const there = (id: Id | string | null, before: number) =>
    id === null ||
    typeof id === 'string' ||
    id.clock < (id.client === client ? before : here.stateOf(id.client));
  for (const { origin, rightOrigin, parent, clock } of block?.structs ?? []) {
    if (!there(origin, clock) || !there(rightOrigin, clock) || !there(parent, clock))
      throw neighbourMissing();
  }
  for (const range of deletes) {
    const end = block && range.client === client ? block.end : here.stateOf(range.client);
    if (range.clock + range.length > end) throw deletedMissing();
  }
  return block?.structs ?? [];
}

function orderOfMany(here: DocStructs, update: Update): readonly Struct[] {
  const blocks = new Map<number, WaitingBlock>();
  for (const { client, clock, end, structs } of update.blocks) {
    if (clock > here.stateOf(client)) throw clocksMissing();
    blocks.set(client, { structs, end, next: 0 });
  }
  const order: Struct[] = [];
  // A block that can't go on waits for one struct and is looked at again when that one is in, not sooner: thousands
  // of blocks, each built on the next, would else be gone through thousands of times.
  const waiting = new Map<Struct, WaitingBlock[]>();
  const ready = [...blocks.values()];
  for (let block = ready.pop(); block; block = ready.pop()) {
    for (let struct = block.structs[block.next]; struct; struct = block.structs[block.next]) {
      const wanted = firstMissing(here, blocks, struct);
      if (wanted === 'nowhere') throw neighbourMissing();
      if (wanted) {
        const others = waiting.get(wanted);
        if (others) others.push(block);
        else waiting.set(wanted, [block]);
        break;
      }
      block.next++;
      order.push(struct);
      for (const woken of waiting.get(struct) ?? []) ready.push(woken);
    }
  }
  for (const { structs, next } of blocks.values()) if (next < structs.length) throw neighbourMissing();
  for (const { client, clock, length } of update.deletes) {
    if (clock + length > (blocks.get(client)?.end ?? here.stateOf(client))) {
      throw deletedMissing();
    }
  }
  return order;
}

/** What this struct builds on that is not in yet: the struct of the update that brings it, or nowhere; null: all is in. */
function firstMissing(
  here: DocStructs,
  blocks: ReadonlyMap<number, WaitingBlock>,
  { origin, rightOrigin, parent }: Struct,
): Struct | 'nowhere' | null {
  for (const id of [origin, rightOrigin, parent]) {
    if (id === null || typeof id === 'string' || id.clock < here.stateOf(id.client)) continue;
    const block = blocks.get(id.client);
    if (!block || id.clock >= block.end) return 'nowhere';
    const next = block.structs[block.next];
    if (next && id.clock >= next.clock) return structHolding(block.structs, id.clock);
  }
  return null;
}

/** The struct of a block that holds this clock, which is one of the block's. */
export function structHolding(structs: readonly Struct[], clock: number): Struct {
  let low = 0;
  for (let high = structs.length - 1; low < high; ) {
    const middle = Math.ceil((low + high) / 2);
    if (structs[middle]!.clock <= clock) low = middle;
    else high = middle - 1;
  }
  return structs[low]!;
}

const clocksMissing = () => new BadUpdate('clocks are missing before a block', 'gap');
const neighbourMissing = () => new BadUpdate('a neighbour or parent is missing', 'gap');
const deletedMissing = () => new BadUpdate('what it deletes is missing', 'gap');
