/**
 * One life of the engine: the true `Boards`, rooms, gate and loader behind a door that reads frames as
 * `boardSockets` does. It dies where it is told to, between any two steps, and nothing of it outlives that.
 */

import * as decoding from 'lib0/decoding';
import type { Furniture } from '../../server/board/BoardRights.ts';
import type { BoardRoom } from '../../server/board/BoardRoom.ts';
import { Boards } from '../../server/board/Boards.ts';
import { BoardLimits } from '../../server/board/boardLimits.ts';
import { editNote, type NoteRequest, withdrawNote, writeNote } from '../../server/board/noteCommands.ts';
import { FaultError } from '../../server/fault.ts';
import type { BoardSocket, Log } from '../../server/ports.ts';
import { writeMeta } from '../../shared/board/boardDoc.ts';
import type { Station } from '../../shared/domain/hall.ts';
import type { StationId } from '../../shared/domain/ids.ts';
import type { Actor } from '../../shared/domain/permission.ts';
import { CLOSE, FRAME, SYNC } from '../../shared/protocol/boardFrames.ts';
import { readView } from '../../shared/protocol/motionFrames.ts';
import type { Who } from './Chronicle.ts';
import type { Disk, Life } from './Disk.ts';
import { metaOf, STATION } from './hall.ts';
import type { Link, Network } from './Network.ts';
import type { SimClock } from './SimClock.ts';

/** Where the engine can die: before the step that is named, or right after it was done. */
export type Step =
  | 'received'
  | 'applied'
  | 'handed'
  | 'durable'
  | 'answered'
  | 'broadcast'
  | 'acknowledged'
  | 'pad done'
  | 'snapshot';

export interface EngineParts {
  clock: SimClock;
  network: Network;
  disk: Disk;
  furniture: () => Furniture;
  /** Whether the engine dies at this step. */
  doom: (step: Step) => boolean;
  /** Told of the death, once. */
  onDeath: (step: Step | 'at once') => void;
  log: Log;
  /** Told of each frame and each close, before it is sent. */
  watch: (link: Link, sent: { frame: Uint8Array } | { close: number; reason: string }) => void;
}

/** What a pad asks, and the answer: `ok`, or a fault's code. */
export type PadRequest =
  | { do: 'write'; note: NoteRequest }
  | { do: 'edit' | 'withdraw'; id: NoteRequest['id']; text: string };

export class Engine implements Life {
  readonly boards: Boards;
  dead = false;
  readonly #parts: EngineParts;
  readonly #life: ReturnType<SimClock['life']>;
  readonly #limits: BoardLimits;

  constructor(parts: EngineParts) {
    this.#parts = parts;
    this.#life = parts.clock.life();
    this.#limits = new BoardLimits(this.#life);
    this.boards = new Boards({
      journal: parts.disk.journal(this),
      clock: this.#life,
      log: parts.log,
      furnitureOf: async () => parts.furniture(),
      onLoaded: (room) => this.#furnish(room),
    });
    parts.network.door = (link) => void this.#admit(link);
  }

  step(step: Step): boolean {
    if (this.dead) return true;
    if (!this.#parts.doom(step)) return false;
    this.die(step);
    return true;
  }

  /** Rooms, sockets and memory are gone. */
  die(step: Step | 'at once' = 'at once'): void {
    if (this.dead) return;
    this.dead = true;
    this.#life.end();
    this.#parts.network.door = null;
    this.#parts.disk.cutOff();
    this.#parts.network.dropAll();
    this.#parts.onDeath(step);
  }

  /** Stops as on SIGTERM. */
  async stop(): Promise<void> {
    this.#parts.network.door = null;
    await this.boards.stop(CLOSE.restart, 'restart');
    if (this.dead) return;
    this.dead = true;
    this.#life.end();
    this.#parts.network.dropAll();
  }

  /** The hall has changed: in force at once, and shown after. */
  furnish(): void {
    const room = this.boards.peek(STATION.id);
    if (room && !this.dead) this.#furnish(room);
  }

  async pad(who: Who, actor: Actor, station: Station, request: PadRequest): Promise<string> {
    const writer = { participant: who.participant, actor };
    try {
      const room = await this.boards.get(station.id);
      if (request.do === 'write') {
        await writeNote(room, station, this.#parts.furniture().round, writer, request.note);
      } else if (request.do === 'edit') await editNote(room, writer, request.id, request.text);
      else await withdrawNote(room, writer, request.id);
    } catch (error) {
      if (error instanceof FaultError) return error.code;
      throw error;
    }
    return this.step('pad done') ? new Promise(() => {}) : 'ok';
  }

  #furnish(room: BoardRoom): void {
    const furniture = this.#parts.furniture();
    room.furnish(furniture);
    if (room.damaged) return;
    // A mirror that was not saved is made good at the next change, or when the room is opened again.
    room.write(({ doc }) => writeMeta(doc, metaOf(furniture))).catch(() => {});
  }

  async #admit(link: Link): Promise<void> {
    const { caller } = link;
    let room: BoardRoom;
    const wait = this.#limits.waitToJoin(caller.who.participant);
    if (wait === null) {
      link.socket.close(CLOSE.tryLater, 'too many at the door');
      return;
    }
    if (wait > 0) await new Promise<void>((resolve) => this.#life.after(wait, resolve));
    try {
      room = await this.#find(caller.station);
    } catch {
      if (!this.dead) link.socket.close(CLOSE.tryLater, 'try again');
      return;
    }
    if (this.dead || link.goneAtServer) return;
    const { who, actor, ours } = caller;
    const session = room.join(this.#socketOf(link), { participant: who.participant, actor, ours });
    const limit = this.#limits.open(who.participant);
    link.listen({
      gone: () => {
        if (this.dead) return;
        limit.close();
        room.leave(session);
      },
      frame: (bytes) => {
        if (this.step('received')) return;
        try {
          readFrame(room, session, bytes);
          const wait = limit.waitAfter(bytes);
          if (wait > 0) link.readLater(wait);
        } catch {
          this.#socketOf(link).close(CLOSE.badFrame, 'bad frame');
        }
      },
    });
  }

  /** One more turn between room and join, as an adapter has it. */
  async #find(station: StationId): Promise<BoardRoom> {
    return await this.boards.get(station);
  }

  #socketOf(link: Link): BoardSocket {
    return {
      get backlog() {
        return link.socket.backlog;
      },
      send: (frame) => {
        if (this.dead) return;
        this.#parts.watch(link, { frame: frame.bytes });
        link.socket.send(frame);
        const step = stepOf(frame.bytes);
        if (step) this.step(step);
      },
      close: (code, reason) => {
        if (this.dead) return;
        this.#parts.watch(link, { close: code, reason });
        link.socket.close(code, reason);
      },
    };
  }
}

function stepOf(bytes: Uint8Array): Step | null {
  if (bytes[0] === FRAME.saved) return 'acknowledged';
  if (bytes[0] !== FRAME.sync) return null;
  return bytes[1] === SYNC.update ? 'broadcast' : 'answered';
}

/** As `boardSockets` reads them. @throws on malformed bytes */
function readFrame(room: BoardRoom, session: ReturnType<BoardRoom['join']>, data: Uint8Array): void {
  const decoder = decoding.createDecoder(data);
  switch (decoding.readVarUint(decoder)) {
    case FRAME.sync: {
      const kind = decoding.readVarUint(decoder);
      const payload = decoding.readVarUint8Array(decoder);
      if (kind === SYNC.step1) room.askedForState(session, payload);
      else room.change(session, payload, kind === SYNC.step2);
      return;
    }
    case FRAME.awareness:
      room.awareness(session, decoding.readVarUint8Array(decoder));
      return;
    case FRAME.queryAwareness:
      room.askedForAwareness(session);
      return;
    case FRAME.motion:
      room.motion(session, decoder);
      return;
    case FRAME.view:
      room.view(session, readView(decoder));
      return;
    default:
  }
}
