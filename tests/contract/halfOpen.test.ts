/**
 * T24: a person's network is gone without a word, they come back by another connection, and the server learns of the
 * old one's end long after: the new one lives on, and the person was one person all the while.
 */

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { NoteView } from '../../shared/board/boardDoc.ts';
import type { StationId } from '../../shared/domain/ids.ts';
import { MOTION } from '../../shared/protocol/boardFrames.ts';
import type { HallState } from '../../shared/protocol/hallEvents.ts';
import { HandWriter } from '../../shared/protocol/motionFrames.ts';
import type { CreatedHall, CreatedSession } from '../../shared/protocol/rest.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { FaultProxy } from '../harness/faultProxy.ts';
import { call, makeHall, sessionOf } from '../harness/hall.ts';
import { HallClient } from '../harness/hallClient.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { StockClient } from '../harness/stockClient.ts';
import { until } from '../harness/until.ts';

const folder = tempFolder();
let server: ServerProcess;
let proxy: FaultProxy;
const open: { leave(): void }[] = [];
beforeAll(async () => {
  server = await startServer({ dataDir: folder.path });
  proxy = await FaultProxy.before(server.port);
}, 60_000);
afterEach(() => {
  for (const client of open.splice(0)) client.leave();
});
afterAll(async () => {
  await proxy.end();
  await server.stop();
  folder.remove();
});

function keep<T extends { leave(): void }>(client: T): T {
  open.push(client);
  return client;
}

async function connections(kind: 'board' | 'hall'): Promise<number> {
  const { body } = await call<string>(server.base, 'GET', '/metrics');
  return Number(new RegExp(`^vandrehallen_${kind}_connections (\\d+)`, 'm').exec(body)?.[1]);
}

/** A person on both channels by this address, at the station. */
async function arrive(base: string, session: CreatedSession, station: StationId) {
  const board = keep(await BoardClient.joined({ base, station, token: session.token }));
  const channel = keep(await HallClient.joined(base, session));
  expect(await channel.ask('station:enter', { stationId: station })).toMatchObject({ ok: true });
  return { board, channel };
}

describe.each(['farewell', 'reset'] as const)('T24 a half-open connection that ends late, by a %s', (how) => {
  it('does no harm to the one that the same person has by then, on either channel', async () => {
    const { base } = server;
    const made: CreatedHall = await makeHall(base);
    const station = made.hall.stations[0]!.id;
    const kari = await sessionOf(base, made, 'participant');
    const wall = await sessionOf(base, made, 'wall');
    const viewer = keep(await BoardClient.joined({ base, station, token: wall.token }));
    const eyes = keep(await HallClient.joined(base, wall));
    const states: HallState[] = [];
    eyes.socket.on('hall:state', (state) => states.push(state));
    const atStation = ({ stations }: HallState) => stations.find(({ id }) => id === station)!.people;

    const links = proxy.links.length;
    const old = await arrive(proxy.base, kari, station);
    const first = old.board.add({ text: 'fra den gamle' });
    await old.board.allSaved();
    old.board.send(new HandWriter().frame([{ id: first, state: MOTION.held, x: 5, y: 5 }]));
    await until(() => viewer.motion.flat().length > 0, { what: 'her hand to be seen' });
    await until(() => states.some((state) => atStation(state) === 1), { what: 'her to be counted' });
    const before = { board: await connections('board'), hall: await connections('hall') };
    const gone = proxy.links.slice(links);
    expect(gone).toHaveLength(2);
    for (const link of gone) link.vanish();

    const now = await arrive(base, kari, station);
    expect([await connections('board'), await connections('hall')]).toEqual([
      before.board + 1,
      before.hall + 1,
    ]);
    expect(gone.some(({ closedByServer }) => closedByServer)).toBe(false);
    const second = now.board.add({ text: 'fra den nye' });
    await now.board.allSaved();
    now.board.send(new HandWriter().frame([{ id: second, state: MOTION.held, x: 7, y: 7 }]));
    const { holder } = now.board.welcome!;
    expect(holder).not.toBe(old.board.welcome!.holder);
    await until(() => viewer.motion.flat().some((move) => move.holder === holder), { what: 'her new hand' });
    const told = states.length;

    for (const link of gone) link.learn(how);
    await until(async () => (await connections('board')) === before.board, {
      what: 'the old board socket to end',
    });
    await until(async () => (await connections('hall')) === before.hall, {
      what: 'the old hall socket to end',
    });
    await until(() => states.length > told, { what: 'a state after that' });
    // What the old hand held is let go, what the new one holds is not.
    const oldHolder = old.board.welcome!.holder;
    const ends = () => viewer.motion.flat().filter(({ state }) => state === MOTION.cancelled);
    await until(() => ends().some((move) => move.holder === oldHolder), { what: 'the old hand to let go' });
    expect(ends().filter((move) => move.holder === holder)).toEqual([]);
    // Nobody was ever counted twice, or missed since she came.
    const came = states.findIndex((state) => atStation(state) === 1);
    expect(states.slice(came).map((state) => [state.people, atStation(state)])).toEqual(
      states.slice(came).map(() => [1, 1]),
    );

    const third = now.board.add({ text: 'og etterpå' });
    await now.board.allSaved();
    const answer = await now.channel.ask('note:write', { id: third, stationId: station, text: 'og etterpå' });
    expect(answer).toMatchObject({ ok: true });
    expect([now.board.closed, now.channel.disconnected, now.board.refusals]).toEqual([null, null, []]);
    const path = `/api/halls/${made.hall.id}/stations/${station}/notes`;
    const { body } = await call<{ notes: NoteView[] }>(base, 'GET', path, { token: kari.token });
    expect(body.notes.map(({ id }) => id).sort()).toEqual([first, second, third].sort());
  });

  it('is not seen by others among unchanged providers: who is there stays there, and what is new of them is seen', async () => {
    const { base } = server;
    const made = await makeHall(base, 'blank');
    const station = made.hall.stations[0]!.id;
    const token = async () => (await sessionOf(base, made, 'participant')).token;
    const bo = keep(await new StockClient(base, station, await token()).synced());
    const links = proxy.links.length;
    const ada = keep(new StockClient(proxy.base, station, await token()));
    ada.provider.awareness.setLocalState({ name: 'Ada' });
    await ada.synced();
    const seen = () =>
      bo.provider.awareness.getStates().get(ada.doc.clientID) as { name: string; at?: string } | undefined;
    await until(() => seen()?.name === 'Ada', { what: 'Ada to be seen' });
    const removed: number[] = [];
    bo.provider.awareness.on('change', (change: { removed: number[] }) => removed.push(...change.removed));
    const before = await connections('board');

    const [gone] = proxy.links.slice(links);
    gone!.vanish();
    await until(() => ada.closes.length > 0, { what: 'Ada to notice' });
    await ada.synced();
    expect(await connections('board')).toBe(before + 1);
    ada.provider.awareness.setLocalState({ name: 'Ada', at: 'den nye forbindelsen' });
    await until(() => seen()?.at === 'den nye forbindelsen', { what: 'news of Ada' });

    gone!.learn(how);
    await until(async () => (await connections('board')) === before, { what: 'the old socket to end' });
    const id = ada.add({ text: 'fortsatt her' });
    await bo.sees(id);
    bo.provider.awareness.setLocalState({ name: 'Bo' });
    await until(() => ada.provider.awareness.getStates().has(bo.doc.clientID), { what: 'Bo to be seen' });
    expect(removed).toEqual([]);
    expect(bo.provider.awareness.getStates().size).toBe(2);
    expect(seen()?.at).toBe('den nye forbindelsen');
  });
});
