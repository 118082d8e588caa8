/**
 * T30: joins that are refused and connections that die without a word, by the thousand. Nothing of them may stay:
 * connections, timers, boards, sockets, memory are what they were. `NIGHTLY=1` does ten thousand of each.
 */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, type StationId } from '../../shared/domain/ids.ts';
import { awarenessFrame, CLOSE, MOTION, SYNC, syncFrame } from '../../shared/protocol/boardFrames.ts';
import { HandWriter } from '../../shared/protocol/motionFrames.ts';
import type { CreatedHall, CreatedSession } from '../../shared/protocol/rest.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { call, makeHall, sessionOf } from '../harness/hall.ts';
import { HandClock } from '../harness/handClock.ts';
import { heldBytes, openResources } from '../harness/heap.ts';
import { type InProcess, startInProcess } from '../harness/inProcess.ts';
import { RawSocket, upgradeRequest, wsFrame } from '../harness/rawSocket.ts';
import { until } from '../harness/until.ts';

const COUNT = process.env.NIGHTLY ? 10_000 : 1_000;
const WARM_UP = 100;
const AT_ONCE = 50;
/** Connections of one person, before they have to wait at the door (`boardLimits.ts`). */
const JOINS_A_TOKEN = 50;
/** A leaked connection with its socket and session is tens of kilobytes. */
const BYTES_EACH = 4_000;

const clock = new HandClock();
let server: InProcess;
let made: CreatedHall;
let other: CreatedHall;
let station: StationId;
let port: number;
beforeAll(async () => {
  server = await startInProcess({ clock });
  port = Number(new URL(server.base).port);
  [made, other] = await Promise.all([makeHall(server.base), makeHall(server.base)]);
  station = made.hall.stations[0]!.id;
}, 60_000);
afterAll(async () => {
  await server.stop();
});

interface Left {
  board: number;
  hall: number;
  boards: number;
  timers: number;
  sockets: number;
  /** Node's own timers, which the test does not move. */
  timeouts: number;
}

/** What there is when all has had time to end: graces are over, idle boards let go. */
async function left(): Promise<Left> {
  for (let seconds = 0; seconds < 300; seconds += 5) await clock.pass(5_000);
  const { body } = await call<string>(server.base, 'GET', '/metrics');
  const gauge = (name: string) => Number(new RegExp(`^vandrehallen_${name} (\\d+)`, 'm').exec(body)?.[1]);
  const http = server.app.server;
  let sockets = 0;
  let timeouts = Number.POSITIVE_INFINITY;
  await until(
    async () => {
      // What the question itself has opened.
      http.closeIdleConnections();
      sockets = await new Promise<number>((resolve) => http.getConnections((_, open) => resolve(open)));
      timeouts = Math.min(timeouts, openResources().Timeout ?? 0);
      return sockets === 0;
    },
    { what: 'the last socket to close' },
  );
  return {
    board: gauge('board_connections'),
    hall: gauge('hall_connections'),
    boards: gauge('boards_loaded'),
    timers: clock.waiting,
    sockets,
    timeouts,
  };
}

/** Lets the server's time pass while it lasts. */
async function whileTimePasses<T>(what: Promise<T>): Promise<T> {
  let over = false;
  const end = () => {
    over = true;
  };
  what.then(end, end);
  while (!over) await clock.pass(5);
  return what;
}

/** Does it so many times, a few at once. */
async function times(count: number, what: (n: number) => Promise<void>): Promise<void> {
  let next = 0;
  const hand = async () => {
    while (next < count) await what(next++);
  };
  await whileTimePasses(Promise.all(Array.from({ length: AT_ONCE }, hand)));
}

const board = (token: string, at: string = station) => `/board/${at}?v=1&token=${token}`;
const hallPath = '/socket.io/?EIO=4&transport=websocket';
const text = (value: string) => wsFrame({ opcode: 1, payload: new TextEncoder().encode(value) });
const came = (raw: RawSocket) => raw.received.subarray(raw.received.indexOf('\r\n\r\n') + 4);
const said = (raw: RawSocket, what: string) =>
  until(() => came(raw).includes(what) || raw.closed, { what: `the server to say ${what}` });

/** Told to stop, with this code. */
async function closedWith(path: string, code: number): Promise<void> {
  const raw = await RawSocket.upgraded(port, path);
  await until(() => came(raw).length >= 4, { what: 'a close frame' });
  // A welcome would come first: nobody may get that far.
  expect([came(raw)[0], came(raw).readUInt16BE(2)]).toEqual([0x88, code]);
  raw.end();
}

async function refusedByHall(auth: object): Promise<void> {
  const raw = await RawSocket.upgraded(port, hallPath);
  await said(raw, '"sid"');
  raw.send(text(`40${JSON.stringify(auth)}`));
  await said(raw, '44{');
  expect(came(raw).toString('latin1')).toContain('44{');
  raw.end();
}

async function foreign(path: string): Promise<void> {
  const raw = await RawSocket.open(port);
  raw.send(upgradeRequest(path, { Host: `127.0.0.1:${port}`, Origin: 'https://evil.example' }));
  await raw.whenClosed();
  expect(raw.status).toBe(403);
  raw.end();
}

describe(`T30 ${COUNT} of each`, () => {
  it('joins that are refused leave nothing behind', async () => {
    const stranger = await sessionOf(server.base, other, 'participant');
    const ways: (() => Promise<void>)[] = [
      () => closedWith(board(newId('p')), CLOSE.noSession),
      () => closedWith(board('', station), CLOSE.noSession),
      () => closedWith(board(stranger.token, newId('s')), CLOSE.noStation),
      () => closedWith(board(stranger.token), CLOSE.forbidden),
      () => foreign(board(stranger.token)),
      () => foreign(hallPath),
      () => refusedByHall({ hallId: made.hall.id, token: newId('p') }),
      () => refusedByHall({ hallId: made.hall.id, token: stranger.token }),
      () => refusedByHall({ hallId: 'ingen hall' }),
    ];
    const join = (n: number) => ways[n % ways.length]!();
    await times(WARM_UP, join);
    const before = { left: await left(), heap: await heldBytes() };
    await times(COUNT, join);
    expect(await left()).toEqual(before.left);
    expect(before.left).toMatchObject({ board: 0, hall: 0, boards: 0, sockets: 0 });
    expect(((await heldBytes()) - before.heap) / COUNT).toBeLessThan(BYTES_EACH);
  }, 600_000);

  it('connections that die leave nothing behind, wherever they were and whatever they held', async () => {
    const people: CreatedSession[] = [];
    const session = async (n: number) => {
      const at = Math.floor(n / JOINS_A_TOKEN);
      return people[at % people.length]!;
    };
    const sessions = async (count: number) => {
      people.length = 0;
      for (let at = 0; at * JOINS_A_TOKEN < count; at++)
        people.push(await sessionOf(server.base, made, 'participant'));
    };
    const stations = made.hall.stations.map(({ id }) => id);
    const ways: ((n: number) => Promise<RawSocket>)[] = [
      // With something in hand, and in the midst of a frame.
      async (n) => {
        const { token } = await session(n);
        const raw = await RawSocket.upgraded(port, board(token, stations[n % stations.length]));
        raw.send(wsFrame({ payload: syncFrame(SYNC.step1, Uint8Array.of(0)) }));
        const hand = new HandWriter().frame([{ id: newId('n'), state: MOTION.held, x: n, y: n }]);
        raw.send(wsFrame({ payload: hand }));
        await said(raw, 'meta');
        raw.send(wsFrame({ payload: Uint8Array.of(0, 2, 100), length: 5_000 }));
        return raw;
      },
      // A stock client that others see.
      async (n) => {
        const { token } = await session(n);
        const raw = await RawSocket.upgraded(port, `/board/${station}?token=${token}`);
        raw.send(wsFrame({ payload: syncFrame(SYNC.step1, Uint8Array.of(0)) }));
        const state = new TextEncoder().encode('{"name":"Ada"}');
        const id = [0x80 | (n & 0x7f), 0x80 | ((n >> 7) & 0x7f), 0x01];
        raw.send(wsFrame({ payload: awarenessFrame(Uint8Array.of(1, ...id, 1, state.length, ...state)) }));
        await said(raw, 'meta');
        return raw;
      },
      // At the door, and before it.
      async (n) => RawSocket.upgraded(port, board((await session(n)).token)),
      async (n) => {
        const raw = await RawSocket.open(port);
        const request = upgradeRequest(board((await session(n)).token));
        raw.send(request.slice(0, 1 + (n % request.length)));
        return raw;
      },
      // In the hall, at a station; and before it was let in.
      async (n) => {
        const { token } = await session(n);
        const raw = await RawSocket.upgraded(port, hallPath);
        await said(raw, '"sid"');
        raw.send(text(`40${JSON.stringify({ hallId: made.hall.id, token })}`));
        await said(raw, 'hall:state');
        raw.send(text(`420["station:enter",{"stationId":"${station}"}]`));
        await said(raw, '430[');
        return raw;
      },
      async () => RawSocket.upgraded(port, hallPath),
    ];
    const die = async (n: number) => {
      const raw = await ways[n % ways.length]!(n);
      expect(raw.closed).toBe(false);
      raw.reset();
    };
    await sessions(WARM_UP);
    await times(WARM_UP, die);
    await sessions(COUNT);
    const before = { left: await left(), heap: await heldBytes() };
    await times(COUNT, die);
    expect(await left()).toEqual(before.left);
    expect(before.left).toMatchObject({ board: 0, hall: 0, boards: 0, sockets: 0 });
    expect(((await heldBytes()) - before.heap) / COUNT).toBeLessThan(BYTES_EACH);
    expect(server.events.filter((event) => /failed|threw/.test(event))).toEqual([]);
  }, 600_000);

  it('and whoever comes afterwards finds a hall with nobody in it, and writes', async () => {
    const { token } = await sessionOf(server.base, made, 'participant');
    const client = await whileTimePasses(BoardClient.joined({ base: server.base, station, token }));
    client.add({ text: 'fortsatt her' });
    await whileTimePasses(client.allSaved());
    client.send(Uint8Array.of(3));
    await whileTimePasses(client.ask());
    // An awareness frame of nobody keeps the line alive.
    expect(client.awareness.filter((frame) => frame.length > 1)).toEqual([]);
    client.leave();
  });
});
