/** The hall channel's adapter: socket.io connections to `HallRoom`. Checks sessions and schemas, and answers each request. */

import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { HallId, StationId } from '../../shared/domain/ids.ts';
import { may } from '../../shared/domain/permission.ts';
import {
  type Answers,
  type CheckedRequest,
  type HallCounts,
  type HallState,
  handshakeSchema,
  type RequestName,
  type Result,
  requestSchemas,
} from '../../shared/protocol/hallEvents.ts';
import { FaultError } from '../fault.ts';
import type { Credentials } from '../http/credentials.ts';
import type { Log } from '../ports.ts';
import type { HallCall } from './hallCalls.ts';
import { type CallParts, callOf, describe, type HallServer, type HallSocket, tellDesk } from './hallCalls.ts';
import { handlers } from './hallHandlers.ts';
import { PingRounds } from './pingRounds.ts';
import { RequestLimits } from './requestLimits.ts';
import type { Sessions } from './Sessions.ts';

/** What of engine.io’s socket is used here. */
type EngineSocket = Pick<NodeJS.EventEmitter, 'on'>;

export interface HallSocketsParts extends CallParts {
  server: HttpServer;
  sessions: Sessions;
  credentials: Credentials;
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
    pingInterval: PING_MS,
    pingTimeout: 15_000,
    connectTimeout: 10_000,
    allowRequest: (request, answer) => {
      const allowed = credentials.originOf(request) !== 'foreign';
      answer(allowed ? null : 'foreign origin', allowed);
    },
  });
  const pings = new PingRounds(PING_MS);
  const limits = new RequestLimits(parts.clock);
  io.engine.on('connection', (phone: EngineSocket) => {
    phone.on('packetCreate', framePing);
    pings.take(phone);
  });
  io.engine.on('connection_error', ({ code }: { code: number }) => log.info('hall.bad_connection', { code }));

  io.use((socket, next) => {
    admit(parts, socket).then(
      () => next(),
      (error) => next(error instanceof Error ? error : new Error('internal')),
    );
  });
  io.on('connection', (socket) => {
    welcome(parts, limits, io, socket).catch((error) => {
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

/** A phone is asked so often whether it is there: always the same frame, the text “2”. */
const PING_MS = 25_000;
const PING_FRAME = [Buffer.of(0x81, 0x01, 0x32)];

/** As socket.io itself hands over what it has framed for many; long polling passes it over. */
function framePing({ type, options }: { type: string; options: object }): void {
  if (type === 'ping') Object.assign(options, { wsPreEncodedFrame: PING_FRAME });
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

async function welcome(
  parts: HallSocketsParts,
  limits: RequestLimits,
  io: HallServer,
  socket: HallSocket,
): Promise<void> {
  const { sessions, store, log, credentials } = parts;
  const { session, counts } = socket.data;
  // All listening before the first await: requests that come meanwhile wait for `room` and `presence`.
  const room = parts.halls().get(session.hallId);
  const { actor } = session;
  const steers = actor.role === 'host' || actor.role === 'organiser';
  const presence = room.then((hall) => hall.connect(session.participant, may(actor, 'hall:attend'), steers));
  // Who waits for it hears of it too.
  presence.catch(() => {});
  const letGo = sessions.hang(session, (change) => {
    if (change === 'widened') {
      room
        .then((hall) => describe(store, hall, session))
        .then(
          (you) => socket.emit('hall:you', you),
          // It is told again at the next connect.
          () => {},
        );
      return;
    }
    if (change === 'ended')
      socket.emit('session:ended', { code: 'session_ended', message: 'this link was withdrawn' });
    socket.disconnect(true);
  });
  const rate = limits.open(session.participant);
  socket.on('disconnect', () => {
    rate.close();
    letGo();
    Promise.all([room, presence]).then(
      ([hall, gone]) => hall.disconnect(gone),
      () => {},
    );
  });
  const origin = credentials.baseUrl(socket.request);
  const answer = async <Name extends RequestName>(name: Name, request: unknown): Promise<Answers[Name]> => {
    if (!rate.take()) throw new FaultError('too_many', 'too many requests; slow down');
    if (session.ended) throw new FaultError('session_ended', 'this session is over');
    const call = callOf(parts, io, socket, { room: await room, presence: await presence, origin });
    return run(name, call, request);
  };
  listen(socket, answer, log);
  forgetRequest(socket);
  const hall = await room;
  // Gone while the hall was loaded: socket.io would keep its rooms for ever.
  if (!socket.connected) return;
  const { hallId, participant } = session;
  await socket.join([hallId, roomOf(hallId, counts), `${hallId} ${participant}`]);
  socket.emit('hall:you', await describe(store, hall, session));
  socket.emit('hall:state', hall.state());
  // Boards that are not loaded show counts from the last commit; status is known once somebody opens them.
}

/**
 * The request that opened the connection, and what its handshake said, are read: kilobytes for each phone. Of the
 * request engine.io keeps an empty shell.
 */
function forgetRequest({ conn, handshake, request }: HallSocket): void {
  request.headers = {};
  request.rawHeaders.length = 0;
  (conn as { request: unknown }).request = null;
  Object.assign(handshake, { headers: NOTHING, auth: NOTHING, query: NOTHING });
}

const NOTHING = Object.freeze({});

type Answer = <Name extends RequestName>(name: Name, request: unknown) => Promise<Answers[Name]>;

/** Listens to all that is a request, with one listener: one for each of them would be kilobytes for each phone. */
function listen(socket: HallSocket, answer: Answer, log: Log): void {
  const listener = (event: string, ...given: unknown[]) => {
    const name = event as RequestName;
    // Untrusted: the last argument is a function only if the client asked for an acknowledgement, and it may be the
    // only one.
    const last = given.at(-1);
    const [request] = typeof given[0] === 'function' ? [] : given;
    const reply =
      typeof last === 'function' ? (last as (result: Result<Answers[RequestName]>) => void) : () => {};
    answer(name, request).then(
      (data) => reply({ ok: true, data }),
      (error) => reply({ ok: false, error: faultOf(error, name, log) }),
    );
  };
  socket.onAny(listener);
}

async function run<Name extends RequestName>(
  name: Name,
  call: HallCall,
  request: unknown,
): Promise<Answers[Name]> {
  // Of a newer page, perhaps: without an answer it would take the line for dead.
  if (!Object.hasOwn(requestSchemas, name)) throw new FaultError('malformed', 'no such request');
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
