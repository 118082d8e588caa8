/** The notes that the demo's people have yet to write. */

import type { DemoNote, DemoStation } from './notes.ts';

export class NotePile {
  #left: DemoNote[];
  #round = 0;

  constructor(notes: readonly DemoNote[]) {
    this.#left = [...notes];
  }

  /** From now on notes up to this round may be written. */
  open(round: number): void {
    this.#round = Math.max(this.#round, round);
  }

  /** A note to write at this station, or at any; undefined while there is none. */
  take(station?: DemoStation): DemoNote | undefined {
    const index = this.#left.findIndex(
      (note) => note.round <= this.#round && (station === undefined || note.station === station),
    );
    return index < 0 ? undefined : this.#left.splice(index, 1)[0];
  }
}
