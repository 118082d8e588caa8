/** Votes told of: results while they are shown, and to desks how many have voted; each at most once a second. */

import type { StationId } from '../../shared/domain/ids.ts';
import type { Boards } from '../board/Boards.ts';
import type { Clock } from '../ports.ts';
import { endsOn } from './countVotes.ts';
import type { HallRoom } from './HallRoom.ts';
import { votesOf } from './votes.ts';

const PACE_MS = 1_000;

/** Runs what there is to tell of a thing: at once after a quiet second, else when that second has passed. */
class Pace {
  readonly #last = new Map<string, number>();
  readonly #waiting = new Set<string>();

  soon(clock: Clock, key: string, tell: () => void): void {
    if (this.#waiting.has(key)) return;
    const last = this.#last.get(key) ?? Number.NEGATIVE_INFINITY;
    this.#waiting.add(key);
    clock.after(Math.max(0, last + PACE_MS - clock.monotonic()), () => {
      this.#waiting.delete(key);
      this.#last.set(key, clock.monotonic());
      tell();
    });
  }
}

const paces = new WeakMap<HallRoom, Pace>();

/** Tells, but not oftener than once a second. */
export function tellSoon(room: HallRoom, clock: Clock, what: string, tell: () => void): void {
  let pace = paces.get(room);
  if (!pace) {
    pace = new Pace();
    paces.set(room, pace);
  }
  pace.soon(clock, what, tell);
}

/** Counts the station's vote again by its board as it is now. All are told if what is shown of it changed. */
export async function recount(room: HallRoom, boards: Boards, stationId: StationId): Promise<void> {
  const { poll } = room.station(stationId);
  if (!poll) return;
  const board = await boards.get(stationId);
  const changed = await board.read((doc) => votesOf(room.items).count(poll.id, endsOn(doc)));
  const now = room.station(stationId).poll;
  if (changed && now?.shown && now.id === poll.id) room.itemsChanged();
}

/** A vote or the board changed: where results are shown, they are counted again within a second. */
export function recountSoon(room: HallRoom, boards: Boards, clock: Clock, stationId: StationId): void {
  const shown = room.hall.stations.some(({ id, poll }) => id === stationId && poll?.shown);
  if (!shown) return;
  tellSoon(room, clock, `results ${stationId}`, () => {
    // A board that is being closed, or a station taken away meanwhile: whoever opens it again brings a new count.
    recount(room, boards, stationId).catch(() => {});
  });
}
