/**
 * The boards that are loaded: load once and share the promise, tell when loading failed and let the next one try
 * again, close when idle. A board is closed in the same turn in which it was seen idle, so nobody can come between.
 */

import type { StationId } from '../../shared/domain/ids.ts';
import type { StationStatus } from '../../shared/protocol/hallEvents.ts';
import { FaultError } from '../fault.ts';
import type { Clock, Journal, Log } from '../ports.ts';
import type { Furniture } from './BoardRights.ts';
import { BoardRoom } from './BoardRoom.ts';

/** A board that nobody has used for this long is let go. */
const IDLE_MS = 60_000;

export interface BoardsParts {
  journal: Journal;
  clock: Clock;
  log: Log;
  /** Told when a board was loaded, changed, or could not be loaded. */
  onChange?: (stationId: StationId) => void;
  /** What the hall says of a station; asked before its board is opened, so that no freeze is forgotten. */
  furnitureOf?: (stationId: StationId) => Promise<Furniture>;
  /** Told of each board that was loaded sound, so that the hall's furniture can be mirrored on it. */
  onLoaded?: (room: BoardRoom) => void;
}

export class Boards {
  readonly #parts: BoardsParts;
  readonly #rooms = new Map<StationId, BoardRoom>();
  readonly #loading = new Map<StationId, Promise<BoardRoom>>();
  readonly #failed = new Set<StationId>();
  #stopped = false;
  #cancelSweep: (() => void) | null = null;

  constructor(parts: BoardsParts) {
    this.#parts = parts;
    this.#sweepLater();
  }

  /** The station's board, loaded if need be. @throws {FaultError} not_found; unavailable: try again */
  async get(stationId: StationId): Promise<BoardRoom> {
    if (this.#stopped) throw new FaultError('unavailable', 'the server is stopping');
    const room = this.#rooms.get(stationId);
    if (room) return room;
    let loading = this.#loading.get(stationId);
    if (!loading) {
      loading = this.#load(stationId).finally(() => this.#loading.delete(stationId));
      this.#loading.set(stationId, loading);
    }
    return loading;
  }

  /** The board if it is loaded. */
  peek(stationId: StationId): BoardRoom | undefined {
    return this.#rooms.get(stationId);
  }

  /** How the station stands, as far as is known without loading it. */
  status(stationId: StationId): StationStatus {
    if (this.#failed.has(stationId)) return 'unavailable';
    return this.#rooms.get(stationId)?.damaged ? 'damaged' : 'ok';
  }

  get loaded(): number {
    return this.#rooms.size;
  }

  get connections(): number {
    let count = 0;
    for (const room of this.#rooms.values()) count += room.connections;
    return count;
  }

  /** Stops all boards: what is under way is finished and on disk, then connections are closed with this code. */
  async stop(code: number, reason: string): Promise<void> {
    this.#stopped = true;
    this.#cancelSweep?.();
    await Promise.allSettled(this.#loading.values());
    await Promise.all([...this.#rooms.values()].map((room) => room.close(code, reason)));
    this.#rooms.clear();
  }

  async #load(stationId: StationId): Promise<BoardRoom> {
    const { journal, clock, log } = this.#parts;
    try {
      const record = await journal.load(stationId);
      if (!record) throw new FaultError('not_found', 'no such station');
      const furniture = await this.#parts.furnitureOf?.(stationId);
      const onCounts = () => this.#tell(stationId);
      const room = new BoardRoom({ stationId, record, furniture, journal, clock, log, onCounts });
      this.#rooms.set(stationId, room);
      this.#failed.delete(stationId);
      this.#tell(stationId);
      this.#welcome(room);
      return room;
    } catch (error) {
      if (error instanceof FaultError) throw error;
      log.error('board.load_failed', { station: stationId, error: String(error) });
      this.#failed.add(stationId);
      this.#tell(stationId);
      throw new FaultError(
        'unavailable',
        'the station could not be loaded just now; nothing is lost, try again',
      );
    }
  }

  /** What others make of a loaded board is no fault of the load. */
  #welcome(room: BoardRoom): void {
    try {
      if (!room.damaged) this.#parts.onLoaded?.(room);
    } catch (error) {
      this.#parts.log.error('board.listener_threw', { station: room.stationId, error: String(error) });
    }
  }

  #tell(stationId: StationId): void {
    try {
      this.#parts.onChange?.(stationId);
    } catch (error) {
      this.#parts.log.error('board.listener_threw', { station: stationId, error: String(error) });
    }
  }

  /** Twice idle in a row, a sweep apart, is idle long enough. */
  #sweepLater(idleBefore: ReadonlySet<StationId> = new Set()): void {
    this.#cancelSweep = this.#parts.clock.after(IDLE_MS, () => {
      const idle = new Set<StationId>();
      for (const [stationId, room] of this.#rooms) {
        if (!room.idle || room.damaged) continue;
        if (idleBefore.has(stationId)) {
          this.#rooms.delete(stationId);
          room.snapshotWhileIdle();
          void room.close(1001, 'idle');
        } else {
          idle.add(stationId);
        }
      }
      this.#sweepLater(idle);
    });
  }
}
