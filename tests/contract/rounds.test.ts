/** T43, T44: a round that starts while connections are cut, and by two hosts at once: all show the same round, started once. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMeta } from '../../shared/board/boardDoc.ts';
import type { HallState } from '../../shared/protocol/hallEvents.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { Padder } from '../crowd/Padder.ts';
import { Random } from '../crowd/random.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { FaultProxy } from '../harness/faultProxy.ts';
import { makeHall, sessionOf } from '../harness/hall.ts';
import { HallClient } from '../harness/hallClient.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { until } from '../harness/until.ts';

const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9));
const PADS = 16;

const folder = tempFolder();
let server: ServerProcess;
let proxy: FaultProxy;
beforeAll(async () => {
  console.log(`seed ${SEED}`);
  server = await startServer({ dataDir: folder.path });
  proxy = await FaultProxy.before(server.port);
}, 60_000);
afterAll(async () => {
  await proxy.end();
  await server.stop();
  folder.remove();
});

async function padsOf(made: CreatedHall, base = server.base): Promise<Padder[]> {
  const pads = await Promise.all(
    Array.from(
      { length: PADS },
      async () => new Padder(base, await sessionOf(server.base, made, 'participant')),
    ),
  );
  await Promise.all(pads.map((pad) => pad.joined()));
  return pads;
}

describe('T43 an event that is lost', () => {
  it.each([2, 3])(
    'connections are cut exactly while round %i starts: who comes back is told the whole state, and all show it',
    async (round) => {
      const random = new Random(SEED + round);
      const made = await makeHall(server.base);
      const pads = await padsOf(made, proxy.base);
      const host = await HallClient.joined(server.base, await sessionOf(server.base, made, 'host'));
      const before = pads[0]!.hall!.version;
      const started = host.ask('round:start', { round });
      // Before the answer, so that the news is on its way or not yet sent: silence for some, a cut for others.
      const cut = random.shuffled(pads).slice(0, PADS / 2);
      for (const pad of cut) pad.cut();
      for (const link of proxy.links.slice(-PADS / 4)) link.vanish();
      expect(await started).toMatchObject({ ok: true, data: { round } });
      for (const pad of random.shuffled(pads).slice(0, PADS / 4)) pad.cut();
      await until(() => pads.every(({ hall }) => hall?.round === round), { what: 'all to show the round' });
      const shown = ({ hall }: Padder) => JSON.stringify({ ...hall, version: 0 });
      await until(() => pads.every(({ connected }) => connected) && new Set(pads.map(shown)).size === 1, {
        what: 'all to be back and to show the same hall',
      });
      for (const { hall } of pads) expect(hall!.version).toBeGreaterThan(before);
      for (const pad of pads) pad.close();
      host.leave();
    },
  );

  it('who was away when it started is told by the first thing that the connection says', async () => {
    const made = await makeHall(server.base);
    const session = await sessionOf(server.base, made, 'participant');
    const host = await HallClient.joined(server.base, await sessionOf(server.base, made, 'host'));
    const early = await HallClient.joined(server.base, session);
    early.leave();
    expect(await host.ask('round:start', { round: 2 })).toMatchObject({ ok: true });
    const back = new HallClient(server.base, { auth: { hallId: session.hallId, token: session.token } });
    const states: HallState[] = [];
    back.socket.on('hall:state', (state) => states.push(state));
    await back.settled();
    expect(states[0]!.round).toBe(2);
    back.leave();
    host.leave();
  });
});

describe('T44 two hosts at once', () => {
  it('press the same button, twice each: one round is started, and told as one change', async () => {
    const made = await makeHall(server.base);
    const station = made.hall.stations[0]!.id;
    const [one, two] = await Promise.all(
      made.hall.stations.slice(0, 2).map(async ({ id }) => {
        return HallClient.joined(server.base, await sessionOf(server.base, made, 'host', id));
      }),
    );
    const wall = await sessionOf(server.base, made, 'wall');
    const eyes = await HallClient.joined(server.base, wall);
    const board = await BoardClient.joined({ base: server.base, station, token: wall.token });
    const rounds: number[] = [];
    eyes.socket.on('hall:state', ({ round }) => rounds.push(round));
    const steps = board.updates.length;
    const answers = await Promise.all(
      [one, two, one, two].map((host) => host!.ask('round:start', { round: 2 })),
    );
    for (const answer of answers) expect(answer).toMatchObject({ ok: true, data: { round: 2 } });
    await until(() => rounds.at(-1) === 2, { what: 'the round to be told' });
    await until(() => readMeta(board.doc)?.round === 2, { what: 'the board to show it' });
    // Written once on the board, and never back and forth.
    await board.ask();
    expect(board.updates.length - steps).toBe(2);
    expect(rounds.join('')).toMatch(/^1*2+$/);
    for (const client of [one!, two!, eyes, board]) client.leave();
  });

  it('start different rounds: one of them is the last, and everybody has that one', async () => {
    const made = await makeHall(server.base);
    const pads = await padsOf(made);
    const hosts = await Promise.all(
      made.hall.stations.slice(0, 2).map(async ({ id }) => {
        return HallClient.joined(server.base, await sessionOf(server.base, made, 'host', id));
      }),
    );
    for (let turn = 0; turn < 5; turn++) {
      await Promise.all(hosts.map((host, n) => host.ask('round:start', { round: 2 + ((turn + n) % 2) })));
    }
    const late = await HallClient.joined(server.base, await sessionOf(server.base, made, 'participant'));
    const { round } = late.state!;
    await until(() => pads.every(({ hall }) => hall?.round === round), {
      what: 'all to have the same round',
    });
    const board = await BoardClient.joined({
      base: server.base,
      station: made.hall.stations[0]!.id,
      token: (await sessionOf(server.base, made, 'wall')).token,
    });
    await until(() => readMeta(board.doc)?.round === round, { what: 'the board to show it' });
    for (const client of [...hosts, late, board]) client.leave();
    for (const pad of pads) pad.close();
  });
});
