/** What the hall channel sends to those who listen: in bytes, not in time; and T43, news that is lost on the way. */

import type { Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { withCounts } from '../../client/state/hallStore.ts';
import { STATIONS_MAX } from '../../shared/domain/hall.ts';
import { newId } from '../../shared/domain/ids.ts';
import type { HallCounts, HallState } from '../../shared/protocol/hallEvents.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { makeHall, sessionOf } from '../harness/hall.ts';
import { HallClient } from '../harness/hallClient.ts';
import { type InProcess, startInProcess } from '../harness/inProcess.ts';
import { until } from '../harness/until.ts';

/** Counts go out at most once a second (H9), so this is what a phone gets in one: performance.md's bound. */
const COUNTS_MAX_BYTES = 500;

/** The largest hall that there may be, with hosts who have much to explain. */
const LARGEST = {
  v: 1,
  stations: Array.from({ length: STATIONS_MAX }, (_, index) => ({
    slug: `stasjon-${index}`,
    title: `Stasjon ${index}`,
    kind: 'wall',
    question: 'Hva hindrer dere?',
    explanation: Array.from({ length: 5 }, () => 'Skriv ett punkt på hver lapp. '.repeat(10)),
  })),
};

let server: InProcess;
let made: CreatedHall;
const open: HallClient[] = [];

beforeAll(async () => {
  server = await startInProcess();
});
afterEach(() => {
  for (const client of open.splice(0)) client.leave();
});
afterAll(() => server.stop());

/** Someone in the hall, what they were sent, and the hall as they show it. */
async function listener(auth: Record<string, unknown>) {
  const { hallId, token } = await sessionOf(server.base, made, 'participant');
  const client = new HallClient(server.base, { auth: { hallId, token, ...auth } });
  open.push(client);
  const heard = { states: 0, counts: [] as HallCounts[], hall: null as HallState | null };
  client.socket.on('hall:state', (state) => {
    heard.states++;
    heard.hall = state;
  });
  client.socket.on('hall:counts', (counts) => {
    heard.counts.push(counts);
    expect(heard.hall!.version).toBeGreaterThanOrEqual(counts.of);
    heard.hall = withCounts(heard.hall!, counts);
  });
  await client.settled();
  return { client, heard };
}

function bytesTo({ socket }: HallClient): number {
  const { ws } = socket.io.engine.transport as unknown as { ws: { _socket: Socket } };
  return ws._socket.bytesRead;
}

const allShown = (hall: HallState | null, notes: number, people: number) =>
  hall?.people === people && hall.stations.every((station) => station.notes === notes);

describe('what changes all the time', () => {
  test('is small to who follows counts, whole to who does not, and the same to both', async () => {
    made = await makeHall(server.base, LARGEST);
    const stations = made.hall.stations.map(({ id }) => id);
    const slim = await listener({ counts: true });
    const whole = await listener({});
    const writer = await listener({ counts: true });
    await until(() => slim.heard.hall?.people === 3 && whole.heard.hall?.people === 3, { what: 'all three' });
    const before = {
      bytes: bytesTo(slim.client),
      counts: slim.heard.counts.length,
      states: slim.heard.states,
    };
    const statesBefore = whole.heard.states;
    for (let round = 1; round <= 4; round++) {
      for (const stationId of stations) {
        const id = newId('n');
        const answer = await writer.client.ask('note:write', { stationId, id, text: 'Lite tid' });
        expect(answer.ok).toBe(true);
      }
      await until(() => allShown(slim.heard.hall, round, 3), { what: 'the notes to be counted' });
    }
    await until(() => allShown(whole.heard.hall, 4, 3), { what: 'the notes to be counted' });
    const news = slim.heard.counts.length - before.counts;
    expect(news).toBeGreaterThanOrEqual(4);
    expect(slim.heard.states).toBe(before.states);
    const bytes = bytesTo(slim.client) - before.bytes;
    expect(bytes / news).toBeLessThanOrEqual(COUNTS_MAX_BYTES);
    console.log(`${Math.round(bytes / news)} bytes for the counts of ${STATIONS_MAX} stations`);

    expect(whole.heard.counts).toEqual([]);
    expect(whole.heard.states - statesBefore).toBeGreaterThanOrEqual(4);
    expect({ ...slim.heard.hall, version: 0 }).toEqual({ ...whole.heard.hall, version: 0 });
  });

  test('at its largest, with all counts of a big hall, fits too', () => {
    const counts: HallCounts = {
      version: Date.UTC(2026, 10, 21),
      of: Date.UTC(2026, 10, 21),
      people: 3_000,
      stations: Array.from({ length: STATIONS_MAX }, () => [1_000, 5_000, 99_999]),
    };
    expect(JSON.stringify(['hall:counts', counts]).length).toBeLessThanOrEqual(COUNTS_MAX_BYTES);
  });
});

describe('T43 a state that is lost', () => {
  test('when the connection is cut just as a round starts, is sent at the next: all show the same round', async () => {
    made = await makeHall(server.base);
    const host = await sessionOf(server.base, made, 'host');
    const desk = await HallClient.joined(server.base, host);
    open.push(desk);
    const people = await Promise.all(Array.from({ length: 12 }, () => listener({ counts: true })));
    // One after the other from before the round starts until after everybody was told.
    const cut = async (one: HallClient, turns: number) => {
      for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
      one.socket.io.engine.close();
    };
    const cuts = people.slice(0, 10).map(({ client }, index) => cut(client, index * 2));
    expect(await desk.ask('round:start', { round: 2 })).toEqual({ ok: true, data: { round: 2 } });
    await Promise.all(cuts);
    for (const { client } of people.slice(0, 10)) {
      await until(() => client.disconnected, { what: 'the cut' });
      client.socket.connect();
    }
    await until(() => people.every(({ heard }) => heard.hall?.round === 2), { what: 'round 2 everywhere' });
  });

  test('can be asked for: the whole hall as it is', async () => {
    made = await makeHall(server.base);
    const { client, heard } = await listener({ counts: true });
    const answer = await client.ask('hall:look', {});
    expect(answer).toMatchObject({ ok: true, data: { state: { id: made.hall.id, round: 1 } } });
    if (answer.ok) expect(answer.data.state.stations[0]).toEqual(heard.hall!.stations[0]);
  });
});
