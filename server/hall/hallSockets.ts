/** The hall channel's adapter: socket.io connections to `HallRoom`. Checks sessions and schemas, and answers each request. */

import type { Server as HttpServer } from 'node:http';
import { type DefaultEventsMap, Server, type Socket } from 'socket.io';
import { moreOf } from '../../shared/domain/hall.ts';
import type { HallId, StationId } from '../../shared/domain/ids.ts';
import { may } from '../../shared/domain/permission.ts';
import {
  type Answers,
  type CheckedRequest,
  type ClientToServerEvents,
  type HallCounts,
  type HallState,
  handshakeSchema,
  type RequestName,
  type Result,
  requestSchemas,
  type ServerToClientEvents,
  type You,
} from '../../shared/protocol/hallEvents.ts';
import type { Boards } from '../board/Boards.ts';
import { FaultError } from '../fault.ts';
import type { Credentials } from '../http/credentials.ts';
import type { Insight } from '../insight/Insight.ts';
import type { LanguageModel } from '../insight/LanguageModel.ts';
import type { Clock, HallLogLine, HallStore, History, Log } from '../ports.ts';
import { RateLimit } from '../rateLimit.ts';
import type { HallRoom } from './HallRoom.ts';
import type { Halls } from './Halls.ts';
import { type HallCall, handlers } from './hallHandlers.ts';
import { shownHandOf } from './hands.ts';
import type { Session, Sessions } from './Sessions.ts';

/** Requests of one connection: a pad that empties its outbox must fit, a flood must not. */
const REQUESTS = { perSecond: 40, burst: 200 };

interface SocketData {
  session: Session;
  /** Follows counts; else each change brings it the whole state. */
  counts: boolean;
}
type HallServer = Server<ClientToServerEvents, ServerToClientEvents, DefaultEventsMap, SocketData>;
type HallSocket = Socket<ClientToServerEvents, ServerToClientEvents, DefaultEventsMap, SocketData>;

export interface HallSocketsParts {
  server: HttpServer;
  sessions: Sessions;
  halls: () => Halls;
  boards: Boards;
  store: HallStore & History;
  insight: Insight;
  model: LanguageModel | null;
  credentials: Credentials;
  clock: Clock;
  log: Log;
}

export interface HallSockets {
  /** `counts`: no more than these has changed. */
  publish(hallId: HallId, state: HallState, counts: HallCounts | null): void;
  /** Tells those who look at a station's desk to look again. */
  tellDesk(stationId: StationId): void;
  readonly connections: number;
  close(): Promise<void>;
}

/** Attaches the hall channel to the server. Its own upgrade listener is the caller's to place (`upgrade.ts`). */
export function attachHallSockets(parts: HallSocketsParts): HallSockets {
  const { server, credentials, log } = parts;
  const io: HallServer = new Server(server, {
    path: '/socket.io',
    serveClient: false,
    destroyUpgrade: false,
    maxHttpBufferSize: 64_000,
    pingInterval: 25_000,
    pingTimeout: 15_000,
    connectTimeout: 10_000,
    allowRequest: (request, answer) => {
      const allowed = credentials.originOf(request) !== 'foreign';
      answer(allowed ? null : 'foreign origin', allowed);
    },
  });
  io.engine.on('connection_error', ({ code }: { code: number }) => log.info('hall.bad_connection', { code }));

  io.use((socket, next) => {
    admit(parts, socket).then(
      () => next(),
      (error) => next(error instanceof Error ? error : new Error('internal')),
    );
  });
  io.on('connection', (socket) => {
    welcome(parts, io, socket).catch((error) => {
      log.error('hall.welcome_failed', { error: String(error) });
      socket.disconnect(true);
    });
  });

  return {
    publish: (hallId, state, counts) => {
      // socket.io encodes and frames a broadcast once, whoever is in the rooms.
      if (counts) io.to(roomOf(hallId, true)).emit('hall:counts', counts);
      io.to(counts ? roomOf(hallId, false) : hallId).emit('hall:state', state);
    },
    tellDesk: (stationId) => tellDesk(io, stationId),
    get connections() {
      return io.engine.clientsCount;
    },
    close: async () => {
      io.disconnectSockets(true);
      io.engine.close();
    },
  };
}

/** The handshake: a good session of the hall it names, or a word that tells the client to stop. */
async function admit({ credentials, sessions }: HallSocketsParts, socket: HallSocket): Promise<void> {
  const handshake = handshakeSchema.safeParse(socket.handshake.auth);
  if (!handshake.success) throw new Error('malformed');
  const { hallId, role, token, counts = false } = handshake.data;
  const found = await credentials.forHall(socket.request, { hallId: hallId as HallId, role, token });
  const session = found && (await sessions.resolve(found.token));
  if (!session || session.hallId !== hallId) throw new Error('session_ended');
  // A browser's WebSocket always bears an Origin; a cookie without one comes from no page of ours.
  const isSocket = socket.conn.transport.name === 'websocket';
  if (found.by === 'cookie' && isSocket && credentials.originOf(socket.request) === 'missing') {
    throw new Error('forbidden');
  }
  socket.data = { session, counts };
}

/** Those of a hall who follow counts, or who do not. */
function roomOf(hallId: HallId, counts: boolean): string {
  return `${hallId} ${counts ? 'counts' : 'whole'}`;
}

async function welcome(parts: HallSocketsParts, io: HallServer, socket: HallSocket): Promise<void> {
  const { sessions, boards, store, log, clock, credentials } = parts;
  const { session, counts } = socket.data;
  // All listening before the first await: requests that come meanwhile wait for `ready`.
  const room = parts.halls().get(session.hallId);
  const { actor } = session;
  const steers = actor.role === 'host' || actor.role === 'organiser';
  const presence = room.then((hall) => hall.connect(session.participant, may(actor, 'hall:attend'), steers));
  const letGo = sessions.hang(session, (ended) => {
    if (ended) socket.emit('session:ended', { code: 'session_ended', message: 'this link was withdrawn' });
    socket.disconnect(true);
  });
  socket.on('disconnect', () => {
    letGo();
    Promise.all([room, presence]).then(
      ([hall, gone]) => hall.disconnect(gone),
      () => {},
    );
  });
  const rate = new RateLimit(REQUESTS, clock);
  const ready = Promise.all([room, presence]).then(
    ([hall, one]): HallCall => ({
      room: hall,
      presence: one,
      boards,
      store,
      session,
      halls: parts.halls(),
      insight: parts.insight,
      model: parts.model,
      history: store,
      clock,
      origin: credentials.baseUrl(socket.request),
      tellOwner: (participant) => void io.to(`${session.hallId} ${participant}`).emit('notes:changed'),
      tellYou: (participant) => {
        for (const other of socketsOf(io, `${session.hallId} ${participant}`)) {
          describe(store, hall, other.data.session).then((you) => other.emit('hall:you', you), ignore);
        }
      },
      tellDesk: (stationId) => tellDesk(io, stationId),
      followDesk: (stationId) => void socket.join(deskOf(stationId)),
      record: async (deed, stationId, about) => {
        const line: HallLogLine = {
          at: clock.now(),
          by: session.participant,
          role: session.role,
          deed,
          ...(stationId ? { stationId } : {}),
          ...(about ? { about } : {}),
        };
        // The deed itself is done and on disk: its answer says so, whatever becomes of the line.
        await store.addLogLine(session.hallId, line).catch((error) => {
          log.error('hall.deed_not_logged', { deed, error: String(error) });
        });
      },
    }),
  );
  ready.catch(() => {});
  for (const name of Object.keys(requestSchemas) as RequestName[]) {
    listen(
      socket,
      name,
      async (request) => {
        if (!rate.take()) throw new FaultError('too_many', 'too many requests; slow down');
        if (session.ended) throw new FaultError('session_ended', 'this session is over');
        return run(name, await ready, request);
      },
      log,
    );
  }
  const hall = await room;
  const { hallId, participant } = session;
  await socket.join([hallId, roomOf(hallId, counts), `${hallId} ${participant}`]);
  socket.emit('hall:you', await describe(store, hall, session));
  socket.emit('hall:state', hall.state());
  // Boards that are not loaded show counts from the last commit; status is known once somebody opens them.
}

function listen<Name extends RequestName>(
  socket: HallSocket,
  name: Name,
  handle: (request: unknown) => Promise<Answers[Name]>,
  log: Log,
): void {
  const listener = (...given: unknown[]) => {
    // Untrusted: the last argument is a function only if the client asked for an acknowledgement, and it may be the
    // only one.
    const answer = given.at(-1);
    const [request] = typeof given[0] === 'function' ? [] : given;
    const reply =
      typeof answer === 'function' ? (answer as (result: Result<Answers[Name]>) => void) : () => {};
    handle(request).then(
      (data) => reply({ ok: true, data }),
      (error) => reply({ ok: false, error: faultOf(error, name, log) }),
    );
  };
  (socket as unknown as { on(event: string, listener: unknown): void }).on(name, listener);
}

async function run<Name extends RequestName>(
  name: Name,
  call: HallCall,
  request: unknown,
): Promise<Answers[Name]> {
  const checked = requestSchemas[name].safeParse(request);
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw new FaultError('malformed', issue?.message ?? 'malformed', issue?.path.join('.'));
  }
  return handlers[name](call, checked.data as CheckedRequest<Name>);
}

function faultOf(error: unknown, name: string, log: Log): Extract<Result<never>, { ok: false }>['error'] {
  if (error instanceof FaultError) {
    return error.toJSON() as Extract<Result<never>, { ok: false }>['error'];
  }
  log.error('hall.request_failed', { name, error: String(error) });
  return { code: 'internal', message: 'something went wrong on the server; nothing was changed' };
}

/** Those who look at a station's desk. */
function deskOf(stationId: StationId): string {
  return `desk ${stationId}`;
}

function tellDesk(io: HallServer, stationId: StationId): void {
  io.to(deskOf(stationId)).emit('desk:changed', stationId);
}

/** The connections in a room of this process. */
function socketsOf(io: HallServer, room: string): HallSocket[] {
  const ids = io.of('/').adapter.rooms.get(room) ?? [];
  return [...ids].flatMap((id) => io.of('/').sockets.get(id) ?? []);
}

/** It is told again at the next connect. */
const ignore = () => {};

async function describe(store: HallStore, room: HallRoom, session: Session): Promise<You> {
  const [person, visits] = await Promise.all([
    store.person(session.participant),
    store.visits(session.participant),
  ]);
  return {
    participantId: session.participant,
    role: session.role,
    name: person?.name ?? '',
    stations: [...session.actor.stations],
    seen: Object.fromEntries(visits),
    shutOut: moreOf(room.hall).shutOut.includes(session.participant),
    hand: shownHandOf(room.items, session.participant),
  };
}
