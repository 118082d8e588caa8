/**
 * Which of one's own edits are on disk, told from what was sent on this connection and from the server's counts.
 *
 * The server says "the first n document frames of this connection are on disk". An edit made while connected travels
 * in its own update frame. One that a connection took with it travels in the next SyncStep2, which holds all that the
 * server lacks; so does one that was sent ahead of that answer, as its bytes may have hung in the air until then.
 */

/** `lost`: the server refused it, or the person left first. It may or may not be on disk; nothing was promised. */
export type Outcome = 'saved' | 'lost';

/** One change of one's own. `outcome` never rejects: nobody has to wait for it. */
export interface Edit {
  readonly outcome: Promise<Outcome>;
}

interface Entry {
  /** The frame it travels in on this connection; null while it waits for one. */
  frame: number | null;
  settle: (outcome: Outcome) => void;
}

export class EditLedger {
  #sent = 0;
  #saved = 0;
  #open = new Set<Entry>();

  /** Edits that are not yet known to be on disk. */
  get unsaved(): number {
    return this.#open.size;
  }

  /** A new connection: its frames are counted from one. */
  connected(): void {
    this.#sent = 0;
    this.#saved = 0;
    for (const entry of this.#open) entry.frame = null;
  }

  /** A document frame goes out. */
  sent(kind: 'step2' | 'update'): void {
    this.#sent++;
    if (kind === 'update') return;
    for (const entry of this.#open) entry.frame = this.#sent;
  }

  /** Runs one change of one's own; `change` says whether it changed anything. */
  edit(change: () => boolean): Edit {
    const before = this.#sent;
    if (!change()) return { outcome: Promise.resolve('saved') };
    const frame = this.#sent > before ? this.#sent : null;
    const outcome = new Promise<Outcome>((settle) => {
      this.#open.add({ frame, settle });
    });
    return { outcome };
  }

  /** The server has the first `count` frames of this connection on disk. */
  saved(count: number): void {
    this.#saved = Math.max(this.#saved, count);
    for (const entry of this.#open) {
      if (entry.frame === null || entry.frame > this.#saved) continue;
      this.#open.delete(entry);
      entry.settle('saved');
    }
  }

  /** Gives up all that is not yet on disk. */
  lose(): void {
    for (const entry of this.#open) entry.settle('lost');
    this.#open.clear();
  }
}
