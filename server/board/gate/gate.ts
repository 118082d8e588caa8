/**
 * The gate: may this person make this change? Decided from the bytes and the document as it stands, before Yjs sees
 * them. The one place between frame and apply. Pure: no I/O, no clock. Rules G1–G9 in docs/SPEC.md.
 *
 * ```
 * read strictly (readUpdate, G1) → cut what is known (G4) → whose clientIDs (identity, G7) → in which order (causality, G2)
 *   → where each struct and each deletion lands (places, G5) → may that stand there (schema, G3)
 *   → may this person do it (deeds, policy, G6) → within bounds (G8)
 * ```
 *
 * Sync with apply: nothing may come between a verdict and `Y.applyUpdate`, or what was checked is not what is applied.
 */

import * as Y from 'yjs';
import { rootNamed } from '../../../shared/board/boardDoc.ts';
import type { NoteId, ParticipantId } from '../../../shared/domain/ids.ts';
import { BOARD_SHAPE } from './boardShape.ts';
import { orderOf } from './causality.ts';
import type { Deeds } from './deeds.ts';
import { checkIdentity } from './identity.ts';
import { type LateWrite, LateWrites } from './lateWrites.ts';
import { mustNotHalve, type Place, Places, placeOfItem } from './places.ts';
import type { Asker, Denial } from './policy.ts';
import { BadUpdate, type DeleteRange, readUpdate, type Struct, type Update } from './readUpdate.ts';
import { Refusal } from './refusal.ts';
import { checkAt } from './schema.ts';
import type { DocShape, PartName } from './shape.ts';

/** What the gate reads of a document. */
export interface GateBoard {
  doc: Y.Doc;
  /** Absent: a station's board. */
  shape?: DocShape;
  /** Who first used this note id; undefined where nobody did, null where the server itself did. */
  ownerOf(id: NoteId): ParticipantId | null | undefined;
  /** Whose this clientID is; undefined where it is nobody's yet. */
  leaseOf(client: number): ParticipantId | undefined;
  /** How many clientIDs are this person's. */
  leasesOf(participant: ParticipantId): number;
}

export type RefusalCode =
  | 'malformed'
  | 'foreign_client'
  | 'too_many_clients'
  | NonNullable<Denial>['code']
  | 'round_ahead'
  | 'plan_full'
  | 'too_long';

/** What the gate found. `doubtful`: names of texts that may come out crossed (`crossedTexts`). `late`: fields whose value the sender had not seen (`lastWrites`). `nothing`: all of it is known already, whoever sends it where `forAll`. `gap`: it builds on what is not here; ask to resync. */
export type Verdict =
  | {
      verdict: 'apply';
      bytes: Uint8Array;
      created: NoteId[];
      clients: number[];
      doubtful: string[];
      late: LateWrite[];
    }
  | { verdict: 'nothing'; forAll: boolean }
  | { verdict: 'gap'; why: string }
  | { verdict: 'refuse'; code: RefusalCode; note: string; field: string; why: string };

/** Pieces of one text in one update; more is no person's, and Yjs compares pieces at one spot each with all. */
const PIECES_MAX = 600;
/** Pieces, deleted ones too, that a text may be in when an update brings many more. */
const TEXT_PIECES_MAX = 4_000;
const MANY_PIECES = 40;
/** Writes to one key of one update that name no neighbour: each makes Yjs walk the key's whole history. */
const BLIND_WRITES_MAX = 8;
const NONE: string[] = [];
const HISTORY_MAX = 4_096;

/**
 * Judges an update (V1 bytes). Never throws on bytes, whatever they are.
 * @param whole it is a SyncStep2: another tab's structs in it are passed over, not held against its sender
 */
export function judge(board: GateBoard, asker: Asker, bytes: Uint8Array, whole: boolean): Verdict {
  try {
    return new Judgement(board, asker).of(bytes, whole);
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

class Judgement {
  readonly #board: GateBoard;
  readonly #shape: DocShape;
  readonly #asker: Asker;
  #places!: Places;
  #deeds!: Deeds;
  #late!: LateWrites;
  /** What is added to each text, by its name. */
  readonly #added = new Map<string, AddedText>();
  /** Blind writes by key; counted only where an update has more structs than may be blind. */
  #blind: Map<string, number> | null = null;

  constructor(board: GateBoard, asker: Asker) {
    this.#board = board;
    this.#shape = board.shape ?? BOARD_SHAPE;
    this.#asker = asker;
  }

  of(bytes: Uint8Array, whole: boolean): Verdict {
    const { doc } = this.#board;
    let update = readUpdate(bytes);
    const known = knownClients(doc, update);
    if (known) {
      // Known structs are not inert: Yjs splits items at their forged neighbours before it sees that it has them.
      bytes = Y.diffUpdate(bytes, Y.encodeStateVector(known));
      update = readUpdate(bytes);
    }
    const identity = checkIdentity(this.#board, this.#asker.participant, bytes, update, whole);
    if ('code' in identity) throw new Refusal(identity.code, identity.why);
    const forAll = identity.update === update;
    [bytes, update] = [identity.bytes, identity.update];
    const ordered = orderOf(doc, update);
    if ('gap' in ordered) return { verdict: 'gap', why: ordered.gap };
    const mayBeLate = !whole && !known && ordered.order.length > 0;
    const { living, dead } = namedIn(doc, update.deletes, mayBeLate);
    if (ordered.order.length === 0 && living.length === 0) return { verdict: 'nothing', forAll };
    this.#places = new Places(this.#shape, doc, update);
    this.#deeds = this.#shape.judge(this.#board, this.#asker, this.#places);
    this.#late = new LateWrites(doc, update, this.#places);
    if (ordered.order.length > BLIND_WRITES_MAX) this.#blind = new Map();
    for (const struct of ordered.order) this.#judgeStruct(struct);
    this.#judgeDeletions(update, living);
    this.#judgeAmounts();
    if (dead) {
      this.#late.lookAtDeletions(dead, ordered.order, (of, id, field) => this.#deeds.mayEmpty(of, id, field));
    }
    return {
      verdict: 'apply',
      bytes,
      created: [...this.#deeds.created],
      clients: update.blocks.map(({ client }) => client),
      doubtful: this.#places.doubtful ? [...this.#places.doubtful] : NONE,
      late: this.#late.all(),
    };
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
    if (struct.origin === null && struct.rightOrigin === null && key !== null) this.#judgeBlind(place, key);
    switch (container.in) {
      case 'nowhere':
        return;
      case 'text':
        this.#countPiece(container, struct);
        this.#deeds.edit(container.of, container.id, container.field);
        return;
      case 'fields':
        this.#deeds.write(container.of, container.id, key!, struct);
        this.#late.look(container.of, container.id, key!, struct);
        return;
      case 'root':
        this.#deeds.put(container.root, key!, struct);
        return;
    }
  }

  #judgeDeletions(update: Update, living: readonly Living[]): void {
    if (living.length > 0) this.#judgeRemovals(living);
    for (const { client, clock, length } of update.deletes) {
      this.#mustNotHalveOwn(client, clock);
      this.#mustNotHalveOwn(client, clock + length);
    }
  }

  #judgeRemovals(living: readonly Living[]): void {
    const { doc } = this.#board;
    const places: Place[] = [];
    // Entries that it takes away: what is deleted within them goes with them.
    let removed: Set<string> | null = null;
    for (const { item, from, to } of living) {
      if (item.content instanceof Y.ContentString) {
        mustNotHalve(item.content.str, from);
        mustNotHalve(item.content.str, to);
      }
      const place = placeOfItem(this.#shape, doc, item);
      places.push(place);
      const { container, key } = place;
      if (container.in !== 'root' || key === null || !this.#shape.wholes.has(container.root)) continue;
      this.#deeds.remove(container.root, key);
      removed ??= new Set();
      removed.add(key);
    }
    for (const { container, key } of places) {
      switch (container.in) {
        case 'nowhere':
          break;
        case 'text':
          if (removed?.has(container.id)) break;
          this.#deeds.edit(container.of, container.id, container.field);
          break;
        case 'fields':
          if (!removed?.has(container.id)) this.#deeds.empty(container.of, container.id, key!);
          break;
        case 'root':
          if (!this.#shape.wholes.has(container.root)) this.#deeds.remove(container.root, key ?? '');
      }
    }
  }

  /** Deleting what the same update brings is nobody else's business, but must leave whole characters. */
  #mustNotHalveOwn(client: number, clock: number): void {
    const own = this.#places.ownAt(client, clock);
    if (own?.content.kind === 'string') mustNotHalve(own.content.text, clock - own.clock);
  }

  #countPiece({ of, id, field }: TextPlace, { content, length }: Struct): void {
    const name = this.#shape.nameText(id, field);
    const added = this.#added.get(name) ?? { of, id, field, length: 0, pieces: 0 };
    added.pieces++;
    if (content.kind === 'string') added.length += length;
    this.#added.set(name, added);
    if (added.pieces > PIECES_MAX) throw new Refusal('malformed', 'a text in too many pieces', id, field);
  }

  #judgeBlind({ container }: Place, key: string): void {
    if (container.in === 'nowhere' || container.in === 'text') return;
    const place = { container, key };
    if (this.#blind) {
      const name = `${idOf(place)} ${key}`;
      const count = (this.#blind.get(name) ?? 0) + 1;
      this.#blind.set(name, count);
      if (count > BLIND_WRITES_MAX) throw tooBlind(place);
    }
    const map =
      container.in === 'root'
        ? rootNamed(this.#board.doc, container.root)
        : this.#fieldsOf(container.of, container.id);
    if (map && historyOf(map, key) > HISTORY_MAX) throw tooBlind(place);
  }

  #fieldsOf(of: PartName, id: string): Y.Map<unknown> | null {
    const fields: unknown = rootNamed(this.#board.doc, of).get(id);
    return fields instanceof Y.Map ? fields : null;
  }

  /** G8: texts, and documents, that would grow beyond their bounds. */
  #judgeAmounts(): void {
    const { doc } = this.#board;
    for (const [name, { of, id, field, length, pieces }] of this.#added) {
      const text = this.#shape.textNamed(doc, name);
      if ((text?.length ?? 0) + length > this.#shape.parts[of]!.texts.get(field)!)
        throw new Refusal('too_long', 'a text too long', id, field);
      if (text && pieces > MANY_PIECES && piecesOf(text) > TEXT_PIECES_MAX) {
        throw new Refusal('too_long', 'a text in too many pieces', id, field);
      }
    }
    this.#deeds.settle();
  }
}

/** Which text. */
interface TextPlace {
  of: PartName;
  id: string;
  field: string;
}

/** What an update adds to a text. */
interface AddedText extends TextPlace {
  length: number;
  pieces: number;
}

/** An item of the document that the update deletes, and lives: offsets within it. */
interface Living {
  item: Y.Item;
  from: number;
  to: number;
}

/**
 * What the deleted ranges name in the document: what lives, and, where it is wanted, what is deleted already (null where
 * nothing is). Whatever else they name comes with this update.
 */
function namedIn(
  doc: Y.Doc,
  ranges: readonly DeleteRange[],
  wantsDead: boolean,
): { living: Living[]; dead: Y.Item[] | null } {
  const living: Living[] = [];
  let dead: Y.Item[] | null = null;
  for (const { client, clock, length } of ranges) {
    const structs = doc.store.clients.get(client);
    const end = Math.min(clock + length, Y.getState(doc.store, client));
    if (!structs || clock >= end) continue;
    for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
      const item = structs[index]!;
      if (item.id.clock >= end) break;
      if (!(item instanceof Y.Item)) continue;
      if (item.deleted) {
        if (wantsDead) {
          dead ??= [];
          dead.push(item);
        }
        continue;
      }
      living.push({
        item,
        from: Math.max(0, clock - item.id.clock),
        to: Math.min(item.length, end - item.id.clock),
      });
    }
  }
  return { living, dead };
}

/** The states of clients of which the update repeats something, or null when all of it is new. */
function knownClients(doc: Y.Doc, update: Update): Map<number, number> | null {
  let known: Map<number, number> | null = null;
  for (const { client, clock } of update.blocks) {
    const state = Y.getState(doc.store, client);
    if (clock >= state) continue;
    known ??= new Map();
    known.set(client, state);
  }
  return known;
}

/** Values that a key has had, as far as they are still told apart. */
function historyOf(map: Y.Map<unknown>, key: string): number {
  let count = 0;
  for (let item = map._map.get(key) ?? null; item !== null && count <= HISTORY_MAX; item = item.left) count++;
  return count;
}

function piecesOf(text: Y.Text): number {
  let count = 0;
  for (let item = text._start; item !== null && count <= TEXT_PIECES_MAX; item = item.right) count++;
  return count;
}

function tooBlind(place: Place): Refusal {
  return new Refusal('malformed', 'a key written blindly too often', idOf(place), place.key ?? '');
}

function idOf({ container, key }: Place): string {
  if (container.in === 'fields' || container.in === 'text') return container.id;
  return container.in === 'root' ? (key ?? '') : '';
}
