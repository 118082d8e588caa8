/**
 * The gate: may this person make this change? Decided from the bytes and the document as it stands, before Yjs sees
 * them. The one place between frame and apply. Pure: no I/O, no clock. Rules G1–G10 in docs/SPEC.md.
 *
 * ```
 * read strictly (readUpdate, G1) → cut what is known (G4) → whose clientIDs (identity, G7) → in which order (causality, G2)
 *   → where each struct and each deletion lands (places, G5) → may that stand there (schema, G3)
 *   → may this person do it (deeds, policy, G6, G9, G10) → within bounds (amounts, deeds, G8)
 *   → which fields its writer had not seen (lateWrites, B22), and what must not go missing (neededValues, B24)
 * ```
 *
 * Sync with apply: nothing may come between a verdict and `Y.applyUpdate`, or what was checked is not what is applied.
 */

import * as Y from 'yjs';
import type { NoteId } from '../../../shared/domain/ids.ts';
import { Amounts } from './amounts.ts';
import { BOARD_SHAPE } from './boardShape.ts';
import { orderOf } from './causality.ts';
import type { Deeds } from './deeds.ts';
import { DocStructs, type Living } from './docStructs.ts';
import { signedBy } from './identity.ts';
import { type LateWrite, LateWrites } from './lateWrites.ts';
import { type NeededValue, NeededValues } from './neededValues.ts';
import type { Place } from './place.ts';
import { idOf, mustNotHalve, Places } from './places.ts';
import type { Asker } from './policy.ts';
import { BadUpdate, readUpdate, type Struct, type Update } from './readUpdate.ts';
import { Refusal, type RefusalCode } from './refusal.ts';
import type { GateBoard } from './rules.ts';
import { checkAt } from './schema.ts';
import type { DocShape } from './shape.ts';

/**
 * What the gate found. `doubtful`: names of texts that may come out crossed (`crossedTexts`). `late`: fields whose value
 * the sender had not seen, and `needed`: values that must stand after it as well (`lastWrites`). `nothing`: all of it is
 * known already, whoever sends it where `forAll`. `gap`: it builds on what is not here; ask to resync.
 */
export type Verdict =
  | {
      verdict: 'apply';
      bytes: Uint8Array;
      created: NoteId[];
      clients: number[];
      doubtful: string[];
      late: LateWrite[];
      needed: NeededValue[];
    }
  | { verdict: 'nothing'; forAll: boolean }
  | { verdict: 'gap'; why: string }
  | { verdict: 'refuse'; code: RefusalCode; note: string; field: string; why: string };

/**
 * Judges an update (V1 bytes). Never throws on bytes, whatever they are.
 * @param whole it is a SyncStep2: another tab's structs in it are passed over, not held against its sender
 */
export function judge(board: GateBoard, asker: Asker, bytes: Uint8Array, whole: boolean): Verdict {
  try {
    return verdictOn(board, asker, bytes, whole);
  } catch (error) {
    if (error instanceof Refusal) {
      return {
        verdict: 'refuse',
        code: error.code,
        note: error.note,
        field: error.field,
        why: error.message,
      };
    }
    if (!(error instanceof BadUpdate)) throw error;
    if (error.code === 'gap') return { verdict: 'gap', why: error.message };
    return { verdict: 'refuse', code: 'malformed', note: '', field: '', why: error.message };
  }
}

/** What may be thrown is caught by `judge`. */
function verdictOn(board: GateBoard, asker: Asker, bytes: Uint8Array, whole: boolean): Verdict {
  const here = new DocStructs(board.doc);
  let sent = readUpdate(bytes);
  const known = knownClients(here, sent);
  // Known structs are not inert: Yjs splits items at their forged neighbours before it sees that it has them.
  if (known) sent = readUpdate(Y.diffUpdate(bytes, Y.encodeStateVector(known)));
  const update = signedBy(board, here, asker.participant, sent, whole);
  const order = orderOf(here, update);
  const mayBeLate = !whole && !known && order.length > 0;
  const { living, dead } = here.named(update.deletes, mayBeLate);
  if (order.length === 0 && living.length === 0) return { verdict: 'nothing', forAll: update === sent };
  const judgement = new Judgement(board, asker, here, update, order);
  judgement.run(living, dead);
  const { created, doubtful, late, needed } = judgement;
  return {
    verdict: 'apply',
    bytes: update.bytes,
    created: created.size > 0 ? [...created] : [],
    clients: update.blocks.map(({ client }) => client),
    doubtful: doubtful ? [...doubtful] : [],
    late,
    needed,
  };
}

/** One update that can be integrated, signed by its sender: what its structs and deletions do, and whether that may be. */
class Judgement {
  readonly #shape: DocShape;
  readonly #update: Update;
  readonly #order: readonly Struct[];
  readonly #places: Places;
  readonly #deeds: Deeds;
  readonly #late: LateWrites;
  readonly #needed: NeededValues;
  readonly #amounts: Amounts;

  constructor(board: GateBoard, asker: Asker, here: DocStructs, update: Update, order: readonly Struct[]) {
    const { doc, shape = BOARD_SHAPE } = board;
    this.#shape = shape;
    this.#update = update;
    this.#order = order;
    this.#places = new Places(shape, doc, here, update);
    this.#deeds = shape.judge(board, asker, this.#places);
    this.#late = new LateWrites(here, update, this.#places);
    this.#needed = new NeededValues(shape);
    this.#amounts = new Amounts(shape, doc, order.length);
  }

  get created(): ReadonlySet<NoteId> {
    return this.#deeds.created;
  }

  get doubtful(): ReadonlySet<string> | null {
    return this.#places.doubtful;
  }

  get late(): LateWrite[] {
    return this.#late.all();
  }

  get needed(): NeededValue[] {
    return this.#needed.all();
  }

  /** @throws {Refusal} @throws {BadUpdate} */
  run(living: readonly Living[], dead: readonly Y.Item[] | null): void {
    for (const struct of this.#order) this.#judgeStruct(struct);
    if (living.length > 0) this.#judgeRemovals(living);
    this.#judgeCuts();
    this.#amounts.settle();
    this.#deeds.settle();
    if (!dead) return;
    this.#late.lookAtDeletions(dead, this.#order, (of, id, field) => this.#deeds.mayEmpty(of, id, field));
  }

  #judgeStruct(struct: Struct): void {
    const place = this.#places.resolve(struct);
    const wrong = checkAt(this.#shape, place, struct);
    const { container, key } = place;
    if (wrong) {
      const field = container.in === 'text' ? container.field : (key ?? '');
      throw new Refusal(wrong.code, wrong.why, idOf(place), field);
    }
    // Values that a client has overwritten and keeps for its undo come joined, and deleted.
    if (key !== null && struct.length > 1 && struct.content.kind === 'json' && !this.#late.deletes(struct)) {
      throw new Refusal('malformed', 'a map entry of several values', idOf(place), key);
    }
    if (struct.origin === null && struct.rightOrigin === null && key !== null)
      this.#amounts.countBlind(place, key);
    switch (container.in) {
      case 'nowhere':
        return;
      case 'text':
        this.#amounts.countPiece(place, container, struct);
        this.#deeds.edit(container.of, container.id, container.field);
        return;
      case 'fields':
        this.#deeds.write(container.of, container.id, key!, struct);
        this.#late.look(place, container, struct);
        this.#needed.look(place);
        return;
      case 'root':
        this.#deeds.put(container.root, key!, struct);
        return;
    }
  }

  #judgeRemovals(living: readonly Living[]): void {
    const places: Place[] = [];
    // Entries that it takes away: what is deleted within them goes with them.
    let removed: Set<string> | null = null;
    for (const { item, from, to } of living) {
      if (item.content instanceof Y.ContentString) {
        mustNotHalve(item.content.str, from);
        mustNotHalve(item.content.str, to);
      }
      const place = this.#places.placeOf(item);
      places.push(place);
      const { container, key } = place;
      if (container.in !== 'root' || key === null || !this.#shape.wholes.has(container.root)) continue;
      this.#deeds.remove(container.root, key);
      removed ??= new Set();
      removed.add(key);
    }
    for (const place of places) {
      const { container, key } = place;
      switch (container.in) {
        case 'nowhere':
          break;
        case 'text':
          if (removed?.has(container.id)) break;
          this.#deeds.edit(container.of, container.id, container.field);
          break;
        case 'fields':
          if (removed?.has(container.id)) break;
          this.#deeds.empty(container.of, container.id, key!);
          this.#needed.look(place);
          break;
        case 'root':
          if (!this.#shape.wholes.has(container.root)) this.#deeds.remove(container.root, key ?? '');
      }
    }
  }

  /** Deleting what the same update brings is nobody else's business, but must leave whole characters. */
  #judgeCuts(): void {
    for (const { client, clock, length } of this.#update.deletes) {
      this.#places.mustNotHalveOwn(client, clock);
      this.#places.mustNotHalveOwn(client, clock + length);
    }
  }
}

/** The states of clients of which the update repeats something, or null when all of it is new. */
function knownClients(here: DocStructs, update: Update): Map<number, number> | null {
  let known: Map<number, number> | null = null;
  for (const { client, clock } of update.blocks) {
    const state = here.stateOf(client);
    if (clock >= state) continue;
    known ??= new Map();
    known.set(client, state);
  }
  return known;
}
