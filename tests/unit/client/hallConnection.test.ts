/** The hall channel from the client's side, over real sockets: counts, what is lost on the way, and coming back. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useHallStore } from '../../../client/state/hallStore.ts';
import { joinHall } from '../../../client/sync/hallConnection.ts';
import { until } from '../../harness/until.ts';
import { HallServer, hallAt } from './hallServer.ts';

/** A page for the client to be in. Not vitest's: in that the server's side finds no modules of Node's. */
const page = await vi.hoisted(async () => {
  const { Window } = await import('happy-dom');
  const window = new Window();
  const { document, location, navigator } = window;
  const addEventListener = window.addEventListener.bind(window);
  const removeEventListener = window.removeEventListener.bind(window);
  const globals = { window, document, location, navigator, addEventListener, removeEventListener };
  for (const [name, value] of Object.entries(globals)) Object.defineProperty(globalThis, name, { value });
  return window;
});

let server: HallServer;
let leave = () => {};

const shown = () => useHallStore.getState().hall;
const connection = () => useHallStore.getState().connection.state;
const version = (wanted: number) => until(() => shown()?.version === wanted, { what: `version ${wanted}` });
const HALL = hallAt(1).id;

beforeEach(async () => {
  server = await HallServer.open(hallAt(100));
  page.happyDOM.setURL(`${server.base}/`);
  useHallStore.setState({ hall: null, you: null });
});

afterEach(async () => {
  leave();
  // Another role leaves at once, whoever lingers.
  joinHall(HALL, 'wall')();
  await server.close();
});

async function join(): Promise<void> {
  leave = joinHall(HALL, 'participant');
  await until(() => connection() === 'connected', { what: 'the hall channel' });
}

describe('counts', () => {
  it('are asked for in the handshake, and make the state newer', async () => {
    await join();
    await version(100);
    expect(server.socket.handshake.auth).toEqual({ hallId: HALL, role: 'participant', counts: true });
    server.socket.emit('hall:counts', {
      version: 107,
      of: 90,
      people: 12,
      stations: [
        [3, 4, 5],
        [6, 7, 8, 'damaged'],
      ],
    });
    await version(107);
    const [first, second] = hallAt(100).stations;
    expect(shown()).toEqual({
      ...hallAt(107),
      people: 12,
      stations: [
        { ...first, people: 3, notes: 4, written: 5 },
        { ...second, people: 6, notes: 7, written: 8, status: 'damaged' },
      ],
    });
    // What is well again is so.
    server.socket.emit('hall:counts', {
      version: 108,
      of: 90,
      people: 12,
      stations: [
        [3, 4, 5],
        [6, 7, 8],
      ],
    });
    await version(108);
    expect(shown()!.stations[1]!.status).toBe('ok');
    expect(server.looks).toBe(0);
  });

  it('that are older than what is shown change nothing', async () => {
    await join();
    await version(100);
    server.socket.emit('hall:counts', {
      version: 99,
      of: 90,
      people: 9,
      stations: [
        [9, 9, 9],
        [9, 9, 9],
      ],
    });
    server.socket.emit('hall:counts', {
      version: 101,
      of: 90,
      people: 1,
      stations: [
        [1, 0, 0],
        [0, 0, 0],
      ],
    });
    await version(101);
    expect(shown()!.people).toBe(1);
  });

  it('that come before a connection’s first state are passed over: what is shown may be of another life', async () => {
    server.welcomes = false;
    useHallStore.setState({ hall: hallAt(5_000, { title: 'Husket' }) });
    await join();
    server.socket.emit('hall:counts', {
      version: 6_000,
      of: 1,
      people: 9,
      stations: [
        [9, 9, 9],
        [9, 9, 9],
      ],
    });
    server.socket.emit('hall:state', hallAt(100));
    await version(100);
    expect(shown()).toEqual(hallAt(100));
  });

  it('T43 that belong to a state which was lost bring it: the round is the one that runs', async () => {
    await join();
    await version(100);
    // The host starts round 2, and the state that says so is lost on the way.
    server.state = hallAt(110, { round: 2 });
    server.socket.emit('hall:counts', {
      version: 111,
      of: 110,
      people: 1,
      stations: [
        [1, 0, 0],
        [0, 0, 0],
      ],
    });
    await until(() => shown()?.round === 2, { what: 'the round' });
    expect(shown()).toEqual(hallAt(110, { round: 2 }));
    expect(server.looks).toBe(1);
    server.socket.emit('hall:counts', {
      version: 112,
      of: 110,
      people: 1,
      stations: [
        [1, 0, 0],
        [0, 0, 0],
      ],
    });
    await version(112);
    expect(shown()!.round).toBe(2);
    expect(server.looks).toBe(1);
  });
});

describe('a connection', () => {
  it('T43 that was cut while a round started has the round when it is back, whatever the versions say', async () => {
    await join();
    await version(100);
    server.state = hallAt(7, { round: 2 });
    server.socket.conn.close();
    await until(() => connection() === 'trying', { what: 'the cut to be told' });
    await version(7);
    expect(shown()!.round).toBe(2);
    expect(connection()).toBe('connected');
  });

  it('comes back by itself when the server lets go, and when it refuses for now', async () => {
    await join();
    server.refuses = 'internal';
    server.socket.disconnect(true);
    await until(() => connection() === 'trying', { what: 'the end to be told' });
    await until(() => server.refusals > 0, { what: 'a try that is refused' });
    server.refuses = null;
    await until(() => server.sockets.length === 2 && connection() === 'connected', { what: 'to be back' });
  });

  it('is over when the server says that the session is', async () => {
    await join();
    server.refuses = 'session_ended';
    server.socket.conn.close();
    await until(() => connection() === 'ended', { what: 'the end' });
    expect(useHallStore.getState().connection).toMatchObject({ fault: { code: 'session_ended' } });
  });
});
