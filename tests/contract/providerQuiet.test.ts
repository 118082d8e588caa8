/**
 * Left alone, a stock provider stays connected. Its watchdog counts data frames and no pings, and gives up after 30 s
 * without one; on a board where nothing happens only the server can keep it. Two minutes of waiting are the test.
 */

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StationId } from '../../shared/domain/ids.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { makeHall, sessionOf } from '../harness/hall.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { StockClient } from '../harness/stockClient.ts';
import { until } from '../harness/until.ts';

const QUIET_MS = 125_000;
/** What the contract promises between two data frames. */
const SILENCE_MAX_MS = 20_000;

let server: ServerProcess;
let made: CreatedHall;
const folder = tempFolder();
const clients: StockClient[] = [];

beforeAll(async () => {
  server = await startServer({ dataDir: folder.path });
  made = await makeHall(server.base);
});
afterAll(async () => {
  for (const client of clients) client.leave();
  await server.stop();
  folder.remove();
});

test('on a quiet board nobody’s provider ever reconnects: wall, host or participant, alone or together', async () => {
  const [alone, silent, shared, written] = made.hall.stations.map(({ id }) => id) as [
    StationId,
    StationId,
    StationId,
    StationId,
  ];
  const token = async (role: 'wall' | 'participant' | 'host') =>
    (await sessionOf(server.base, made, role)).token;
  const people: [name: string, client: StockClient][] = [
    ['a wall by itself', new StockClient(server.base, alone, await token('wall'))],
    ['a participant by themselves', new StockClient(server.base, silent, await token('participant'))],
    ['a wall among others', new StockClient(server.base, shared, await token('wall'))],
    ['a participant among others', new StockClient(server.base, shared, await token('participant'))],
    ['another participant', new StockClient(server.base, shared, await token('participant'))],
    ['a host', new StockClient(server.base, shared, await token('host'))],
    ['one who has written a note', new StockClient(server.base, written, await token('participant'))],
  ];
  clients.push(...people.map(([, client]) => client));
  // Without a state of their own, clients send nothing by themselves: so it is the server that must speak.
  for (const client of clients.slice(0, 3)) client.provider.awareness.setLocalState(null);
  for (const client of clients) await client.synced();
  clients.at(-1)!.add({ text: 'Så var det stille' });

  const longest = new Map(people.map(([name]) => [name, 0]));
  const end = performance.now() + QUIET_MS;
  await until(
    () => {
      for (const [name, { provider, closes }] of people) {
        expect(closes, `${name} was disconnected`).toEqual([]);
        const silence = Date.now() - provider.wsLastMessageReceived;
        longest.set(name, Math.max(longest.get(name)!, silence));
      }
      return performance.now() > end;
    },
    { what: 'two minutes to pass', within: QUIET_MS + 10_000 },
  );

  for (const [name, silence] of longest) {
    expect(silence, `the longest silence for ${name}`).toBeLessThan(SILENCE_MAX_MS);
  }
  for (const [name, { attempts, provider }] of people) {
    expect(attempts, `connections of ${name}`).toBe(1);
    expect(provider.synced, name).toBe(true);
  }
});
