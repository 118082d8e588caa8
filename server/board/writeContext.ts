/** What the server's own writes on a board are given: the document, who owns what, and free places; made afresh each tick. */

import type * as Y from 'yjs';
import { type Pos, readClusters, readNotes } from '../../shared/board/boardDoc.ts';
import { FreePlaces, viewBoard } from '../../shared/board/boardView.ts';
import type { NoteId, ParticipantId } from '../../shared/domain/ids.ts';
import type { BoardContent } from './BoardContent.ts';

/** Marks the server's own transactions. */
export const SERVER = 'server';

export interface WriteContext {
  doc: Y.Doc;
  /** Server's time, ms since the epoch. */
  now: number;
  /** Who first used this note id; undefined where nobody did. */
  ownerOf(id: NoteId): ParticipantId | null | undefined;
  /** Records that this id is used now; goes to disk with the note. */
  claim(id: NoteId, owner: ParticipantId | null): void;
  /** The next free place near the middle of the board. */
  freePlace(): Pos;
}

/** Hands the context to each write of a tick. The search for free places begins only if one is asked for. */
export class CommandDesk {
  readonly #content: () => BoardContent;
  readonly #now: () => number;
  #places: FreePlaces | null = null;

  constructor({ content, now }: { content: () => BoardContent; now: () => number }) {
    this.#content = content;
    this.#now = now;
  }

  /** A new tick: what was free before may be taken now. */
  begin(): void {
    this.#places = null;
  }

  context(): WriteContext {
    const content = this.#content();
    const { doc } = content;
    return {
      doc,
      now: this.#now(),
      ownerOf: (id) => content.ownerOf(id),
      claim: (id, owner) => content.claim(id, owner),
      freePlace: () => {
        this.#places ??= new FreePlaces(viewBoard(readNotes(doc), readClusters(doc)));
        return this.#places.next();
      },
    };
  }
}
