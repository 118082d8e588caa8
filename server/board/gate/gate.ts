/**
 * The gate: may this person make this change? Decided from the bytes and the document as it stands, before Yjs sees
 * them. The one place between frame and apply. Pure: no I/O, no clock. Rules G1–G9 in docs/SPEC.md.
 *
 * ```
 * read strictly (readUpdate, G1) → cut what is known (G4) → whose clientIDs (identity, G7) → in which order (causality, G2)
 *   → where each struct and each deletion lands (places, G5) → may that stand there (schema, G3)
 *   → may this person do it (policy, G6) → within bounds (G8)
 * ```
 *
 * Sync with apply: nothing may come between a verdict and `Y.applyUpdate`, or what was checked is not what is applied.
 */

import * as Y from 'yjs';
import { notesOf, readNote, rootNamed, textOf } from '../../../shared/board/boardDoc.ts';
import type { NoteId, ParticipantId } from '../../../shared/domain/ids.ts';
import { NOTE_HARD_MAX, STATION_NOTES_MAX } from '../../../shared/domain/note.ts';
import { orderOf } from './causality.ts';
import { checkIdentity } from './identity.ts';
import { mustNotHalve, type Place, Places, placeOfItem } from './places.ts';
import { type Asker, type Deed, type Denial, judgeDeed } from './policy.ts';
import { BadUpdate, type DeleteRange, readUpdate, type Struct, type Update } from './readUpdate.ts';
import { checkAt } from './schema.ts';

/** What the gate reads of a board. */
export interface GateBoard {
  doc: Y.Doc;
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
  | 'too_long';

/** What the gate found. `doubtful`: notes whose texts may come out crossed (`crossedTexts`). `nothing`: all of it is known already, whoever sends it where `forAll`. `gap`: it builds on what is not here; ask to resync. */
export type Verdict =
  | { verdict: 'apply'; bytes: Uint8Array; created: NoteId[]; clients: number[]; doubtful: NoteId[] }
  | { verdict: 'nothing'; forAll: boolean }
  | { verdict: 'gap'; why: string }
  | { verdict: 'refuse'; code: RefusalCode; note: string; field: string; why: string };

/** Why not, thrown from wherever it is found. */
class Refusal extends Error {
  readonly code: RefusalCode;
  readonly note: string;
  readonly field: string;
  constructor(code: RefusalCode, why: string, note = '', field = '') {
    super(why);
    this.code = code;
    this.note = note;
    this.field = field;
  }
}

/** Pieces of one text in one update; more is no person's, and Yjs compares pieces at one spot each with all. */
const PIECES_MAX = 600;
/** Pieces, deleted ones too, that a text may be in when an update brings many more. */
const TEXT_PIECES_MAX = 4_000;
const MANY_PIECES = 40;
/** Writes to one key of one update that name no neighbour: each makes Yjs walk the key's whole history. */
const BLIND_WRITES_MAX = 8;
const NONE: NoteId[] = [];
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
  readonly #asker: Asker;
  #places!: Places;
  #update!: Update;
  /** Notes that this update makes, or claims by a tombstone. */
  readonly #created = new Set<NoteId>();
  readonly #added = new Map<string, { length: number; pieces: number }>();
  /** Blind writes by key; counted only where an update has more structs than may be blind. */
  #blind: Map<string, number> | null = null;

  constructor(board: GateBoard, asker: Asker) {
    this.#board = board;
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
    const living = livingIn(doc, update.deletes);
    if (ordered.order.length === 0 && living.length === 0) return { verdict: 'nothing', forAll };
    this.#places = new Places(doc, update);
    this.#update = update;
    if (ordered.order.length > BLIND_WRITES_MAX) this.#blind = new Map();
    for (const struct of ordered.order) this.#judgeStruct(struct);
    this.#judgeDeletions(update, living);
    this.#judgeAmounts();
    return {
      verdict: 'apply',
      bytes,
      created: [...this.#created],
      clients: update.blocks.map(({ client }) => client),
      doubtful: this.#places.doubtful ? [...(this.#places.doubtful as Set<NoteId>)] : NONE,
    };
  }

  #judgeStruct(struct: Struct): void {
    const place = this.#places.resolve(struct);
    const wrong = checkAt(place, struct);
    const { container, key } = place;
    if (wrong) {
      const field = container.in === 'text' ? 'text' : (key ?? '');
      throw new Refusal(wrong.code, wrong.why, idOf(place), field);
    }
    // Values that a client has overwritten and keeps for its undo come joined, and deleted.
    if (key !== null && struct.length > 1 && struct.content.kind === 'json' && !this.#deletes(struct)) {
      throw new Refusal('malformed', 'a map entry of several values', idOf(place), key);
    }
    if (struct.origin === null && struct.rightOrigin === null && key !== null) this.#judgeBlind(place, key);
    switch (container.in) {
      case 'nowhere':
        return;
      case 'text':
        this.#countPiece(container.id, struct);
        this.#mustMay({
          do: 'edit',
          note: container.id as NoteId,
          owner: this.#ownerOf(container.id),
        });
        return;
      case 'fields':
        if (container.of === 'notes' && key === 'round') this.#checkRound(container.id, struct);
        this.#mustMayField(container.of, container.id, key!);
        return;
      case 'root':
        this.#judgeEntry(container.root, key!, struct);
        return;
    }
  }

  /** A whole note or cluster put at a root's key; what lives there goes. */
  #judgeEntry(root: 'notes' | 'clusters' | 'meta', key: string, { content }: Struct): void {
    if (root === 'meta') {
      this.#mustMay({ do: 'furnish' });
      return;
    }
    const lives = livesAt(rootNamed(this.#board.doc, root), key);
    if (root === 'clusters') {
      if (lives) this.#mustMay({ do: 'cluster', field: 'remove' });
      this.#mustMay({ do: 'cluster', field: 'create' });
      return;
    }
    const note = key as NoteId;
    const owner = this.#ownerOf(note);
    if (lives && !this.#created.has(note)) this.#mustMay({ do: 'remove', note, owner });
    if (content.kind === 'map' || owner === undefined) {
      this.#mustMay({ do: 'create', note, owner });
      this.#created.add(note);
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
    // Notes that it takes away: what is deleted within them goes with them.
    let removed: Set<string> | null = null;
    for (const { item, from, to } of living) {
      if (item.content instanceof Y.ContentString) {
        mustNotHalve(item.content.str, from);
        mustNotHalve(item.content.str, to);
      }
      const place = placeOfItem(doc, item);
      places.push(place);
      const { container, key } = place;
      if (container.in !== 'root' || container.root !== 'notes' || key === null) continue;
      this.#mustMay({ do: 'remove', note: key as NoteId, owner: this.#ownerOf(key) });
      removed ??= new Set();
      removed.add(key);
    }
    for (const { container, key } of places) {
      switch (container.in) {
        case 'nowhere':
          break;
        case 'text':
          if (removed?.has(container.id)) break;
          this.#mustMay({ do: 'edit', note: container.id as NoteId, owner: this.#ownerOf(container.id) });
          break;
        case 'fields':
          if (!removed?.has(container.id)) this.#mustMayField(container.of, container.id, key!);
          break;
        case 'root':
          if (container.root === 'meta') this.#mustMay({ do: 'furnish' });
          else if (container.root === 'clusters') this.#mustMay({ do: 'cluster', field: 'remove' });
      }
    }
  }

  /** Deleting what the same update brings is nobody else's business, but must leave whole characters. */
  #mustNotHalveOwn(client: number, clock: number): void {
    const own = this.#places.ownAt(client, clock);
    if (own?.content.kind === 'string') mustNotHalve(own.content.text, clock - own.clock);
  }

  #mustMayField(of: 'notes' | 'clusters', id: string, field: string): void {
    if (of === 'clusters') {
      this.#mustMay({ do: 'cluster', field });
      return;
    }
    const note = id as NoteId;
    // Whether a note is still in the making matters only where grouping is closed; it takes a look at all of it.
    const fresh = this.#asker.rules.groupingClosed && this.#isInMaking(note);
    this.#mustMay({ do: 'field', note, field, owner: this.#ownerOf(id), fresh });
  }

  #isInMaking(note: NoteId): boolean {
    return this.#created.has(note) || readNote(note, notesOf(this.#board.doc).get(note)) === null;
  }

  #mustMay(deed: Deed): void {
    const denial = judgeDeed(this.#asker, deed);
    if (denial === null) return;
    const note = 'note' in deed ? deed.note : '';
    const field = 'field' in deed ? deed.field : '';
    throw new Refusal(denial.code, denial.why, note, field);
  }

  /** A note that this update makes is its sender's, before the table knows. */
  #ownerOf(id: string): ParticipantId | null | undefined {
    const owner = this.#board.ownerOf(id as NoteId);
    return owner === undefined && this.#created.has(id as NoteId) ? this.#asker.participant : owner;
  }

  #checkRound(id: string, { content }: Struct): void {
    if (content.kind !== 'json') return;
    const [round] = content.values;
    if (typeof round === 'number' && round > this.#asker.rules.round) {
      throw new Refusal('round_ahead', 'a note of a round that has not begun', id, 'round');
    }
  }

  #countPiece(id: string, { content, length }: Struct): void {
    const added = this.#added.get(id) ?? { length: 0, pieces: 0 };
    added.pieces++;
    if (content.kind === 'string') added.length += length;
    this.#added.set(id, added);
    if (added.pieces > PIECES_MAX) throw new Refusal('malformed', 'a text in too many pieces', id, 'text');
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

  /** Whether the update itself deletes all of a struct that it brings. */
  #deletes({ client, clock, length }: Struct): boolean {
    return this.#update.deletes.some(
      (range) =>
        range.client === client && range.clock <= clock && range.clock + range.length >= clock + length,
    );
  }

  #fieldsOf(of: 'notes' | 'clusters', id: string): Y.Map<unknown> | null {
    const fields: unknown = rootNamed(this.#board.doc, of).get(id);
    return fields instanceof Y.Map ? fields : null;
  }

  /** G8: texts and stations that would grow beyond their bounds. */
  #judgeAmounts(): void {
    const { doc } = this.#board;
    for (const [id, { length, pieces }] of this.#added) {
      const text = textOf(doc, id as NoteId);
      if ((text?.length ?? 0) + length > NOTE_HARD_MAX)
        throw new Refusal('too_long', 'a text too long', id, 'text');
      if (text && pieces > MANY_PIECES && piecesOf(text) > TEXT_PIECES_MAX) {
        throw new Refusal('too_long', 'a text in too many pieces', id, 'text');
      }
    }
    if (this.#created.size === 0) return;
    // Keys ever used are at least as many as notes that hang, and known at once.
    const keys = notesOf(doc)._map.size + this.#created.size;
    if (keys > STATION_NOTES_MAX && notesOf(doc).size + this.#created.size > STATION_NOTES_MAX) {
      throw new Refusal('station_full', `a station holds ${STATION_NOTES_MAX} notes`);
    }
    const denial = this.#asker.mayHang?.(this.#created);
    if (denial) throw new Refusal(denial.code, denial.why, [...this.#created][0]);
  }
}

/** An item of the document that the update deletes, and lives: offsets within it. */
interface Living {
  item: Y.Item;
  from: number;
  to: number;
}

/** What lives of the deleted ranges. Whatever else they name is deleted already, or comes with this update. */
function livingIn(doc: Y.Doc, ranges: readonly DeleteRange[]): Living[] {
  const living: Living[] = [];
  for (const { client, clock, length } of ranges) {
    const structs = doc.store.clients.get(client);
    const end = Math.min(clock + length, Y.getState(doc.store, client));
    if (!structs || clock >= end) continue;
    for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
      const item = structs[index]!;
      if (item.id.clock >= end) break;
      if (item.deleted || !(item instanceof Y.Item)) continue;
      living.push({
        item,
        from: Math.max(0, clock - item.id.clock),
        to: Math.min(item.length, end - item.id.clock),
      });
    }
  }
  return living;
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

function livesAt(root: Y.Map<unknown>, key: string): boolean {
  const item = root._map.get(key);
  return item !== undefined && !item.deleted;
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
