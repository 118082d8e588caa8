/**
 * The hall channel of this tab: one socket, shared by all who join the same hall. It tells how it stands by what it
 * has heard, not by what it hopes: a request without an answer counts as no connection, since a phone that has slept
 * holds sockets that died without a word.
 */

import { io, type Socket } from 'socket.io-client';
import type { Role } from '../../shared/domain/hall.ts';
import type { HallId, StationId } from '../../shared/domain/ids.ts';
import type {
  Answers,
  ClientToServerEvents,
  Fault,
  HallCounts,
  HallState,
  RequestName,
  RequestOf,
  Result,
  ServerToClientEvents,
} from '../../shared/protocol/hallEvents.ts';
import { type Connection, useHallStore, withCounts } from '../state/hallStore.ts';
import { failed, type Outcome } from './fault.ts';

type HallSocket = Socket<ServerToClientEvents, ClientToServerEvents>;
/** The socket as `request` needs it; socket.io's own types cannot follow a generic event name. */
type AnyEmitter = {
  timeout(ms: number): { emitWithAck(name: string, payload: unknown): Promise<unknown> };
};

interface Joined {
  hall: HallId;
  role: Role | undefined;
  socket: HallSocket;
  users: number;
  /** No state has come since the last connect: the next is taken as it is, whatever its version. */
  unheard: boolean;
  stop: () => void;
}

const ANSWER_MS = 6_000;
/** A sign of life after sleep is waited for less long: somebody looks at the screen. */
const PROBE_MS = 3_000;
/** A hand on the screen makes it ask whether it is heard, at most so often. */
const ASK_MS = 8_000;
/** Hosts that leave and enter views within this time keep their socket. */
const LINGER_MS = 1_000;

let joined: Joined | null = null;
let place: StationId | null = null;
const notesChanged = new Set<() => void>();
const deskChanged = new Set<(station: StationId) => void>();

/**
 * Joins a hall, or shares the connection that is there. A role that is left out means: whichever is joined, or else
 * the strongest that this browser has. @returns what leaves again
 */
export function joinHall(hall: HallId, role?: Role): () => void {
  if (joined && (joined.hall !== hall || (role !== undefined && joined.role !== role) || ended())) leave();
  joined ??= connect(hall, role);
  const mine = joined;
  mine.users++;
  let left = false;
  return () => {
    if (left) return;
    left = true;
    mine.users--;
    setTimeout(() => {
      if (mine.users === 0 && joined === mine) leave();
    }, LINGER_MS);
  };
}

/** Sends a request and waits for its answer. Never rejects: what fails is told as a fault. */
export async function request<Name extends RequestName>(
  name: Name,
  payload: RequestOf<Name>,
  { timeoutMs = ANSWER_MS } = {},
): Promise<Outcome<Answers[Name]>> {
  const asked = joined;
  if (!asked?.socket.connected) return failed('offline');
  const emitter = (asked.socket as unknown as AnyEmitter).timeout(timeoutMs);
  const result = await emitter.emitWithAck(name, payload).catch(() => null);
  if (result) return result as Result<Answers[Name]>;
  // A socket that stands and does not answer is dead; one that is down is being brought up again already.
  if (asked === joined && asked.socket.connected) reconnect(asked);
  return failed('no_answer');
}

/** Says at which station the person is now, or between stations; told anew at each connect. */
export function goTo(station: StationId | null): void {
  if (station === place) return;
  if (place) markSeen(place);
  place = station;
  if (joined?.socket.connected) void tellPlace();
}

/** Calls when some of one's own notes were changed by another's hand, and at each connect. @returns what stops it */
export function onNotesChanged(listener: () => void): () => void {
  notesChanged.add(listener);
  return () => notesChanged.delete(listener);
}

/** Calls when the desk of a station that was looked at has changed. @returns what stops it */
export function onDeskChanged(listener: (station: StationId) => void): () => void {
  deskChanged.add(listener);
  return () => deskChanged.delete(listener);
}

/** Tries to connect at once, for a button. */
export function tryNow(): void {
  if (joined && !joined.socket.connected && !ended()) joined.socket.disconnect().connect();
}

function connect(hall: HallId, role: Role | undefined): Joined {
  const before = useHallStore.getState();
  useHallStore.setState({
    connection: waiting(),
    hall: before.hall?.id === hall ? before.hall : null,
    heardAt: before.hall?.id === hall ? before.heardAt : null,
    you: null,
  });
  const socket: HallSocket = io({
    auth: { hallId: hall, role, counts: true },
    transports: ['websocket', 'polling'],
    forceNew: true,
    reconnectionDelay: 800,
    reconnectionDelayMax: 8_000,
    timeout: 10_000,
  });
  const here: Joined = { hall, role, socket, users: 0, unheard: true, stop: () => {} };

  // None of this is heard once it is stopped, as it is before another takes its place.
  socket.on('connect', () => {
    here.unheard = true;
    tell({ state: 'connected' });
    void tellPlace();
    tellNotesChanged();
  });
  const lost = () => {
    tell(waiting());
    // To socket.io a server's word is final, when it lets go (it restarts) as when it refuses (it is busy); to us only
    // `session:ended` is. Spread out: everybody who was thrown out was so in the same moment.
    const again = () => joined === here && !ended() && socket.connect();
    if (!socket.active) setTimeout(again, 500 + Math.random() * 2_500);
  };
  socket.on('disconnect', lost);
  socket.on('connect_error', ({ message }) => {
    // The server's refusal carries its code as the message; a mere network fault does not, and is tried again.
    if (message === 'session_ended') end({ code: message, message });
    else lost();
  });
  socket.on('hall:state', (state) => takeState(here, state));
  socket.on('hall:counts', (counts) => takeCounts(here, counts));
  socket.on('hall:you', (you) => useHallStore.setState({ you }));
  socket.on('notes:changed', tellNotesChanged);
  socket.on('desk:changed', (station) => {
    for (const listener of deskChanged) listener(station);
  });
  socket.on('session:ended', end);

  const stopWatching = watchDevice(here);
  here.stop = () => {
    stopWatching();
    socket.removeAllListeners();
    socket.disconnect();
  };
  return here;
}

/**
 * Reconnects at once when the screen wakes or the network comes back, and asks a socket whether it lives: one that slept,
 * and one that somebody with a hand on the screen may rely on (by its own pings a dead line is known after 40 s).
 */
function watchDevice(here: Joined): () => void {
  const wake = () => {
    if (document.visibilityState === 'hidden' || ended()) return;
    if (here.socket.connected) void tellPlace(PROBE_MS);
    else here.socket.disconnect().connect();
  };
  // A page that is opened is shown as well, while this socket is on its way.
  const shown = ({ persisted }: PageTransitionEvent) => persisted && wake();
  const gone = () => {
    if (!ended()) reconnect(here);
  };
  let askedAt = 0;
  const touched = () => {
    if (!here.socket.connected || performance.now() - askedAt < ASK_MS) return;
    askedAt = performance.now();
    void tellPlace();
  };
  document.addEventListener('visibilitychange', wake);
  window.addEventListener('pageshow', shown);
  window.addEventListener('online', wake);
  window.addEventListener('offline', gone);
  document.addEventListener('pointerdown', touched);
  document.addEventListener('keydown', touched);
  return () => {
    document.removeEventListener('visibilitychange', wake);
    window.removeEventListener('pageshow', shown);
    window.removeEventListener('online', wake);
    window.removeEventListener('offline', gone);
    document.removeEventListener('pointerdown', touched);
    document.removeEventListener('keydown', touched);
  };
}

/** What hangs at a station one leaves is no longer new. The server knows the same, and tells it at the next connect. */
function markSeen(station: StationId): void {
  const { hall, you } = useHallStore.getState();
  const written = hall?.stations.find(({ id }) => id === station)?.written;
  if (you && written !== undefined) {
    useHallStore.setState({ you: { ...you, seen: { ...you.seen, [station]: written } } });
  }
}

async function tellPlace(timeoutMs = ANSWER_MS): Promise<void> {
  if (joined?.role === 'wall') return;
  await (place
    ? request('station:enter', { stationId: place }, { timeoutMs })
    : request('station:leave', {}, { timeoutMs }));
}

function tellNotesChanged(): void {
  for (const listener of notesChanged) listener();
}

function takeState(here: Joined, state: HallState): void {
  const known = useHallStore.getState().hall;
  if (!here.unheard && known && known.version > state.version) return;
  here.unheard = false;
  useHallStore.setState({ hall: state, heardAt: performance.now() });
}

async function takeCounts(here: Joined, counts: HallCounts): Promise<void> {
  const { hall } = useHallStore.getState();
  // The state of this connection is still to come, and holds newer ones.
  if (here.unheard || !hall || hall.version > counts.version) return;
  if (hall.version >= counts.of) return useHallStore.setState({ hall: withCounts(hall, counts) });
  // A state was lost on the way, and these are of another hall than the one that is shown.
  await lookAgain();
}

/** Asks for the whole state anew. */
export async function lookAgain(): Promise<void> {
  const here = joined;
  const seen = await request('hall:look', {});
  if (seen.ok && here && joined === here) takeState(here, seen.data.state);
}

function reconnect(here: Joined): void {
  tell(waiting());
  here.socket.disconnect().connect();
}

function end(fault: Fault): void {
  tell({ state: 'ended', fault });
  joined?.stop();
}

function leave(): void {
  joined?.stop();
  joined = null;
  useHallStore.setState({ connection: { state: 'idle' } });
}

function ended(): boolean {
  return useHallStore.getState().connection.state === 'ended';
}

function waiting(): Connection {
  return { state: navigator.onLine === false ? 'offline' : 'trying' };
}

function tell(connection: Connection): void {
  if (useHallStore.getState().connection.state !== connection.state || connection.state === 'ended') {
    useHallStore.setState({ connection });
  }
}
