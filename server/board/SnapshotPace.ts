/** When a board's journal is worth a snapshot (B23). It is made elsewhere, and the journal is whole without it. */

import type { StationId } from '../../shared/domain/ids.ts';
import type { Clock, Journal, Log } from '../ports.ts';

/**
 * Rows after which the journal is worth a snapshot. The server's own notes build on one another: what a bad row would
 * take with it is what came after the newest snapshot.
 */
const ROWS = 200;
/** And when a board is let go, so that it opens quickly. */
const ROWS_IDLE = 20;
/** Making one reads the whole board twice, in another thread: for so many times as long none is made after it. */
const PAUSE = 50;

export interface SnapshotPaceParts {
  station: StationId;
  journal: Journal;
  clock: Clock;
  log: Log;
  /** The journal's last row. */
  head: number;
  /** The last row that the newest snapshot holds: 0 where there is none, null where it is bad. */
  snapshot: number | null;
}

export class SnapshotPace {
  readonly #parts: SnapshotPaceParts;
  #rows: number;
  /** When the next may be made; never, while one is under way. */
  #from = Number.NEGATIVE_INFINITY;

  constructor(parts: SnapshotPaceParts) {
    this.#parts = parts;
    // A bad snapshot is soon replaced by a good one.
    this.#rows = parts.head - (parts.snapshot ?? -ROWS);
  }

  /** This row is on disk. */
  committed(seq: number): void {
    if (++this.#rows >= ROWS && this.#parts.clock.monotonic() >= this.#from) this.#make(seq);
  }

  /** Nobody is here: time for one, if there is something to it. */
  whileIdle(seq: number): void {
    if (this.#rows >= ROWS_IDLE) this.#make(seq);
  }

  #make(seq: number): void {
    const { station, journal, clock, log } = this.#parts;
    this.#rows = 0;
    this.#from = Number.POSITIVE_INFINITY;
    const begun = clock.monotonic();
    journal
      .compact(station, seq)
      .catch((error) => {
        // The next one is tried after as many rows again.
        log.error('board.snapshot_failed', { station, seq, error: String(error) });
      })
      .finally(() => {
        this.#from = clock.monotonic() + PAUSE * (clock.monotonic() - begun);
      });
  }
}
