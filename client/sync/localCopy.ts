/**
 * The copy of a board that this device keeps, to show where there is no contact. It holds only what the server has on
 * disk: own edits that it has not confirmed lie beside it (`unsaved.ts`), so that what is refused never comes back.
 */

import * as Y from 'yjs';
import type { BoardCopies, BoardCopy, CopyPlace } from '../state/boardCopies.ts';

/** The board as the connection has it now; null while it holds anything that the server has not confirmed. */
export type Confirmed = () => (Omit<BoardCopy, 'bytes'> & { doc: Y.Doc }) | null;

/** Written at most this often; a large board seldomer, so that it costs no more than a hundredth of the time. */
const KEEP_MS = 3_000;
const SHARE = 100;
/** With contact, the board itself is here sooner than this. */
const SHOW_MS = 400;

export class LocalCopy {
  readonly #copies: BoardCopies;
  readonly #place: CopyPlace;
  readonly #confirmed: Confirmed;
  #pause = KEEP_MS;
  #dirty = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #showing: ReturnType<typeof setTimeout> | undefined;
  #stopped = false;

  constructor({ copies, place }: { copies: BoardCopies; place: CopyPlace }, confirmed: Confirmed) {
    this.#copies = copies;
    this.#place = place;
    this.#confirmed = confirmed;
  }

  /** Hands over the copy, if there is one, once it is plain that the board itself takes its time. */
  offer(show: (copy: BoardCopy) => void): void {
    const found = this.#copies.read(this.#place);
    this.#showing = setTimeout(async () => {
      const copy = await found;
      if (!copy || this.#stopped) return;
      if (isSound(copy.bytes)) show(copy);
      else this.forget();
    }, SHOW_MS);
  }

  /** The board has changed, or what was written on it is confirmed: it is kept in a while. */
  changed(): void {
    this.#dirty = true;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.keep();
    }, this.#pause);
  }

  /** Keeps it now, if there is something new to keep. `anew`: even if that is only the hour. */
  keep(anew = false): void {
    const board = this.#dirty || anew ? this.#confirmed() : null;
    if (!board) return;
    this.#dirty = false;
    const { doc, ...facts } = board;
    const began = performance.now();
    const bytes = Y.encodeStateAsUpdate(doc);
    this.#pause = Math.max(KEEP_MS, (performance.now() - began) * SHARE);
    void this.#copies.keep(this.#place, { ...facts, bytes });
  }

  /** The copy is of a board that is no more, or not for this person any more. */
  forget(): void {
    this.#dirty = false;
    const { hall, station } = this.#place;
    void this.#copies.forget(hall, station);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#showing);
  }
}

/** Read into a document of its own first: one that threw halfway would be half a board for good. */
function isSound(bytes: Uint8Array): boolean {
  const trial = new Y.Doc();
  try {
    Y.applyUpdate(trial, bytes);
    return trial.store.pendingStructs === null;
  } catch {
    return false;
  } finally {
    trial.destroy();
  }
}
