/** What is done on a station's board, judged by the policy; whose notes are, and which this update makes. */

import type * as Y from 'yjs';
import { clustersOf, type Fields, notesOf, readNote } from '../../../shared/board/boardDoc.ts';
import type { NoteId, ParticipantId } from '../../../shared/domain/ids.ts';
import { STATION_NOTES_MAX } from '../../../shared/domain/note.ts';
import { type RootName, rootNamed } from '../../../shared/plan/roots.ts';
import type { Deeds } from './deeds.ts';
import type { PartName } from './place.ts';
import { type Asker, type Deed, judgeDeed } from './policy.ts';
import type { Struct } from './readUpdate.ts';
import { Refusal } from './refusal.ts';
import type { GateBoard } from './rules.ts';

const NOTHING: ReadonlySet<NoteId> = new Set();

export class BoardDeeds implements Deeds {
  readonly #board: GateBoard;
  readonly #asker: Asker;
  #created: Set<NoteId> | null = null;
  /** Groups that this update makes. */
  #groups = 0;

  constructor(board: GateBoard, asker: Asker) {
    this.#board = board;
    this.#asker = asker;
  }

  /** Notes that this update makes, or claims by a tombstone. */
  get created(): ReadonlySet<NoteId> {
    return this.#created ?? NOTHING;
  }

  edit(_part: PartName, id: string): void {
    this.#mustMay({ do: 'edit', note: id as NoteId, owner: this.#ownerOf(id) });
  }

  write(part: PartName, id: string, field: string, struct: Struct): void {
    if (part === 'notes' && field === 'round') this.#checkRound(id, struct);
    this.empty(part, id, field);
  }

  empty(part: PartName, id: string, field: string): void {
    this.#mustMay(this.#fieldDeed(part, id, field));
  }

  mayEmpty(part: PartName, id: string, field: string): boolean {
    return judgeDeed(this.#asker, this.#fieldDeed(part, id, field)) === null;
  }

  put(root: RootName, key: string, { content }: Struct): void {
    if (root === 'meta') {
      this.#mustMay({ do: 'furnish' });
      return;
    }
    const lives = livesAt(rootNamed(this.#board.doc, root), key);
    if (root === 'clusters') {
      if (lives) this.#mustMay({ do: 'cluster', field: 'remove' });
      this.#mustMay({ do: 'cluster', field: 'create' });
      if (!lives && content.kind === 'map') this.#groups++;
      return;
    }
    const note = key as NoteId;
    const owner = this.#ownerOf(note);
    if (lives && !this.created.has(note)) this.#mustMay({ do: 'remove', note, owner });
    if (content.kind === 'map' || owner === undefined) {
      this.#mustMay({ do: 'create', note, owner });
      this.#created ??= new Set();
      this.#created.add(note);
    }
  }

  remove(root: RootName, key: string): void {
    if (root === 'notes') this.#mustMay({ do: 'remove', note: key as NoteId, owner: this.#ownerOf(key) });
    else this.#mustMay(root === 'meta' ? { do: 'furnish' } : { do: 'cluster', field: 'remove' });
  }

  /** G8: stations that would grow beyond their bounds. */
  settle(): void {
    if (this.#groups > 0 && overflows(clustersOf(this.#board.doc), this.#groups))
      throw new Refusal('station_full', `a station holds ${STATION_NOTES_MAX} groups`);
    if (this.created.size === 0) return;
    if (overflows(notesOf(this.#board.doc), this.created.size)) {
      throw new Refusal('station_full', `a station holds ${STATION_NOTES_MAX} notes`);
    }
    const denial = this.#asker.mayHang?.(this.created);
    if (denial) throw new Refusal(denial.code, denial.why, [...this.created][0]);
  }

  #mustMay(deed: Deed): void {
    const denial = judgeDeed(this.#asker, deed);
    if (denial === null) return;
    const note = 'note' in deed ? deed.note : '';
    const field = 'field' in deed ? deed.field : '';
    throw new Refusal(denial.code, denial.why, note, field);
  }

  #fieldDeed(part: PartName, id: string, field: string): Deed {
    if (part === 'clusters') return { do: 'cluster', field };
    const note = id as NoteId;
    // Whether a note is still in the making matters only where grouping is closed; it takes a look at all of it.
    const fresh = this.#asker.rules.groupingClosed && this.#isInMaking(note);
    return { do: 'field', note, field, owner: this.#ownerOf(id), fresh };
  }

  #isInMaking(note: NoteId): boolean {
    return this.created.has(note) || readNote(note, notesOf(this.#board.doc).get(note)) === null;
  }

  /** A note that this update makes is its sender's, before the table knows. */
  #ownerOf(id: string): ParticipantId | null | undefined {
    const owner = this.#board.ownerOf(id as NoteId);
    return owner === undefined && this.created.has(id as NoteId) ? this.#asker.participant : owner;
  }

  #checkRound(id: string, { content }: Struct): void {
    if (content.kind !== 'json') return;
    const [round] = content.values;
    if (typeof round === 'number' && round > this.#asker.rules.round) {
      throw new Refusal('round_ahead', 'a note of a round that has not begun', id, 'round');
    }
  }
}

/** Keys ever used are at least as many as things that are there, and known at once. */
function overflows(root: Y.Map<Fields>, more: number): boolean {
  return root._map.size + more > STATION_NOTES_MAX && root.size + more > STATION_NOTES_MAX;
}

export function livesAt(root: Y.Map<unknown>, key: string): boolean {
  const item = root._map.get(key);
  return item !== undefined && !item.deleted;
}
