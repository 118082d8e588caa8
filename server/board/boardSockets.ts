/**
 * The board channel's adapter: `ws` connections to `BoardRoom`. It admits by token or cookie, reads frames, frames a
 * broadcast once for all sockets, and keeps quiet connections alive. Untrusted bytes may close a socket, no more.
 */

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import * as decoding from 'lib0/decoding';
import * as ws from 'ws';
import { ROLES, type Role } from '../../shared/domain/hall.ts';
import { PLAN_ID, STATION_ID, type StationId } from '../../shared/domain/ids.ts';
import { may } from '../../shared/domain/permission.ts';
import { CLOSE, FRAME, KEEP_ALIVE, SYNC } from '../../shared/protocol/boardFrames.ts';
import { readView } from '../../shared/protocol/motionFrames.ts';
import { FaultError } from '../fault.ts';
import type { HallRoom } from '../hall/HallRoom.ts';
import type { Halls } from '../hall/Halls.ts';
import type { Session, Sessions } from '../hall/Sessions.ts';
import type { Credentials } from '../http/credentials.ts';
import type { BoardSocket, Clock, Frame, Log } from '../ports.ts';
import type { BoardRoom } from './BoardRoom.ts';
import type { BoardSession } from './BoardSession.ts';
import type { Boards } from './Boards.ts';
import { BoardLimits } from './boardLimits.ts';
import { bytesOf, LineProgress } from './lineProgress.ts';
import { sendFramed } from './sendFramed.ts';

/** A note is small; a client that has been offline for a day sends all of it in one frame. */
const FRAME_MAX = 256_000;
const HEARTBEAT_MS = 10_000;
/** y-websocket gives up after 30 s without a data frame; pings don't count there. */
const QUIET_MAX_MS = 14_000;

export interface BoardSocketsParts {
  boards: Boards;
  halls: () => Halls;
  sessions: Sessions;
  credentials: Credentials;
  clock: Clock;
  log: Log;
}

export interface BoardSockets {
  /** Takes over an upgrade request whose path begins with `/board/` and whose Origin was checked. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  readonly connections: number;
  close(): void;
}

/**
 * What the heartbeat knows of a socket. `paused`: it is not read from, since it waits at the door or has sent more than
 * its share.
 */
interface Life {
  alive: boolean;
  paused: boolean;
  readonly line: LineProgress;
  lastSent: number;
}

/** The socket beneath; null where it is gone. */
const lineOf = (socket: ws.WebSocket) => (socket as unknown as { _socket: Duplex | null })._socket;

/**
 * A connection as its room knows it. A class: V8 keeps an object literal that has a getter as a dictionary, and a crowd
 * is looked into tens of thousands of times a second.
 */
class RoomSocket implements BoardSocket {
  readonly #socket: ws.WebSocket;
  readonly #life: Life;
  readonly #clock: Clock;

  constructor(socket: ws.WebSocket, life: Life, clock: Clock) {
    this.#socket = socket;
    this.#life = life;
    this.#clock = clock;
  }

  get backlog(): number {
    return this.#socket.bufferedAmount;
  }

  get taken(): number | undefined {
    return bytesOf(lineOf(this.#socket))?.taken;
  }

  send(frame: Frame): void {
    this.#life.lastSent = this.#clock.monotonic();
    sendFramed(this.#socket, frame);
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason);
  }
}

/** What a refused connection is told: accepted and closed at once, for a refused upgrade would be tried for ever. */
class Refused extends Error {
  readonly closeCode: number;
  constructor(closeCode: number, reason: string) {
    super(reason);
    this.closeCode = closeCode;
  }
}

export function createBoardSockets(parts: BoardSocketsParts): BoardSockets {
  const { clock, log } = parts;
  const server = new ws.WebSocketServer({
    noServer: true,
    clientTracking: true,
    perMessageDeflate: false,
    maxPayload: FRAME_MAX,
    maxFragments: 64,
    maxBufferedChunks: 1_024,
  } as ws.ServerOptions);
  const lives = new Map<ws.WebSocket, Life>();
  const limits = new BoardLimits(clock);
  const keepAlive: Frame = { bytes: KEEP_ALIVE };

  const stopHeartbeat = every(clock, HEARTBEAT_MS, () => {
    const now = clock.monotonic();
    for (const [socket, life] of lives) {
      const takes = life.line.look(lineOf(socket));
      if (!life.alive && !takes) {
        socket.terminate();
        continue;
      }
      // Who is held back can't be heard to answer.
      life.alive = life.paused;
      socket.ping();
      if (now - life.lastSent > QUIET_MAX_MS - HEARTBEAT_MS) {
        life.lastSent = now;
        sendFramed(socket, keepAlive);
      }
    }
  });

  /** A function of its own: what listens as long as the connection lasts must not keep its request. */
  function watch(accepted: ws.WebSocket): Life {
    const life: Life = {
      alive: true,
      paused: true,
      line: new LineProgress(),
      lastSent: clock.monotonic(),
    };
    lives.set(accepted, life);
    accepted.on('error', () => accepted.terminate());
    accepted.on('close', () => lives.delete(accepted));
    accepted.on('pong', () => {
      life.alive = true;
    });
    // Nothing is read before it is known who asks.
    accepted.pause();
    return life;
  }

  return {
    get connections() {
      return lives.size;
    },
    upgrade: (request, socket, head) => {
      server.handleUpgrade(request, socket, head, (accepted) => {
        const life = watch(accepted);
        admit(parts, limits, request)
          .finally(() => {
            life.paused = false;
          })
          .then(
            (admitted) => converse(parts, limits, accepted, admitted, life),
            (error) => turnAway(accepted, error, log),
          );
      });
    },
    close: () => {
      stopHeartbeat();
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}

/** A connection that may be, and where it goes. */
interface Admitted {
  room: BoardRoom;
  hall: HallRoom;
  session: Session;
  ours: boolean;
}

async function admit(
  { boards, halls, sessions, credentials, clock }: BoardSocketsParts,
  limits: BoardLimits,
  request: IncomingMessage,
): Promise<Admitted> {
  const url = new URL(request.url ?? '', 'http://board');
  // Not decoded: a good id has nothing to decode, and what can't be decoded is no station either.
  const stationId = url.pathname.slice('/board/'.length) as StationId;
  const isPlan = PLAN_ID.test(stationId);
  if (!isPlan && !STATION_ID.test(stationId)) throw new Refused(CLOSE.noStation, 'no such station');
  const hall = await halls()
    .ofStation(stationId)
    .catch((error) => {
      if (error instanceof FaultError && error.code === 'not_found')
        throw new Refused(CLOSE.noStation, 'no such station');
      throw error;
    });
  if (!isPlan && !hall.has(stationId)) throw new Refused(CLOSE.noStation, 'taken away');
  const asked = url.searchParams.get('role');
  const role = ROLES.find((one): one is Role => one === asked);
  const token = url.searchParams.get('token') ?? undefined;
  const found = await credentials.forHall(request, { hallId: hall.hall.id, role, token });
  if (!found) throw new Refused(CLOSE.noSession, 'no session');
  if (found.by === 'cookie' && credentials.originOf(request) === 'missing') {
    throw new Refused(CLOSE.forbidden, 'a cookie without an origin');
  }
  const session = await sessions.resolve(found.token);
  if (!session) {
    const withdrawn = await sessions.wasWithdrawn(found.token);
    throw withdrawn
      ? new Refused(CLOSE.forbidden, 'withdrawn')
      : new Refused(CLOSE.noSession, 'no such session');
  }
  if (
    session.hallId !== hall.hall.id ||
    !may(session.actor, isPlan ? 'plan:read' : 'board:read', stationId)
  ) {
    throw new Refused(CLOSE.forbidden, 'not of this hall');
  }
  const wait = limits.waitToJoin(session.participant);
  if (wait === null) throw new Refused(CLOSE.tryLater, 'too many at the door');
  if (wait > 0) await new Promise<void>((resolve) => void clock.after(wait, resolve));
  if (isPlan) await halls().ensurePlan(hall);
  const room = await boards.get(stationId);
  return { room, hall, session, ours: url.searchParams.get('v') === '1' };
}

function converse(
  { sessions, clock, log }: BoardSocketsParts,
  limits: BoardLimits,
  socket: ws.WebSocket,
  { room, hall, session, ours }: Admitted,
  life: Life,
): void {
  if (socket.readyState !== ws.WebSocket.OPEN || session.ended) {
    socket.close(CLOSE.forbidden, 'withdrawn');
    return;
  }
  // The station may have been taken away while its board was loaded.
  if (!PLAN_ID.test(room.stationId) && !hall.has(room.stationId)) {
    socket.close(CLOSE.noStation, 'taken away');
    return;
  }
  const boardSocket = new RoomSocket(socket, life, clock);
  const joined = room.join(boardSocket, { participant: session.participant, actor: session.actor, ours });
  const letGo = sessions.hang(session, (change) => {
    if (change === 'widened') joined.actor = session.actor;
    // Not the socket alone: who does not answer its closing could go on writing for half a minute.
    else if (change === 'ended') room.sendAway(joined, CLOSE.forbidden, 'withdrawn');
    else room.sendAway(joined, CLOSE.restart, 'rights changed');
  });
  const limit = limits.open(session.participant);
  let cancelPause = () => {};
  /** What came in one piece with the frame at which reading stopped: as much as one reading of the network brings. */
  const held: Buffer[] = [];
  const read = (data: Buffer) => {
    readFrame(room, joined, data);
    const wait = limit.waitAfter(data);
    if (wait === 0) return;
    life.paused = true;
    socket.pause();
    cancelPause = clock.after(wait, () => {
      life.paused = false;
      guarded(() => {
        while (held.length > 0 && !life.paused) read(held.shift()!);
      });
      if (!life.paused) socket.resume();
    });
  };
  const guarded = (reading: () => void) => {
    try {
      reading();
    } catch (error) {
      held.length = 0;
      // JSON's own messages quote what they could not read, which may be a person's words.
      const reason = error instanceof SyntaxError ? 'no JSON' : String(error);
      log.info('board.bad_frame', { station: room.stationId, error: reason });
      socket.close(CLOSE.badFrame, 'bad frame');
    }
  };
  socket.on('close', () => {
    cancelPause();
    limit.close();
    letGo();
    room.leave(joined);
  });
  socket.on('message', (data, isBinary) => {
    life.alive = true;
    guarded(() => {
      if (!isBinary) throw new RangeError('a text frame');
      if (life.paused) held.push(data as Buffer);
      else read(data as Buffer);
    });
  });
  socket.resume();
}

/** Reads one frame and hands it to the room. Frames that only a newer client knows are passed over. @throws on malformed bytes */
function readFrame(room: BoardRoom, session: BoardSession, data: Buffer): void {
  const decoder = decoding.createDecoder(data);
  switch (decoding.readVarUint(decoder)) {
    case FRAME.sync: {
      const kind = decoding.readVarUint(decoder);
      const payload = decoding.readVarUint8Array(decoder);
      if (decoder.pos !== data.length) throw new RangeError('bytes after the frame');
      if (kind === SYNC.step1) room.askedForState(session, payload);
      else if (kind === SYNC.step2 || kind === SYNC.update)
        room.change(session, payload, kind === SYNC.step2);
      else throw new RangeError('an unknown kind of sync');
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

function turnAway(socket: ws.WebSocket, error: unknown, log: Log): void {
  if (error instanceof Refused) {
    socket.close(error.closeCode, error.message);
  } else {
    // Not the client's fault, and not for good: it tries again.
    if (!(error instanceof FaultError)) log.error('board.admit_failed', { error: String(error) });
    socket.close(CLOSE.tryLater, 'try again');
  }
  socket.resume();
}

function every(clock: Clock, ms: number, task: () => void): () => void {
  let cancel = () => {};
  const again = () => {
    cancel = clock.after(ms, () => {
      task();
      again();
    });
  };
  again();
  return () => cancel();
}
