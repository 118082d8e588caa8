/** The hall's plan on the board channel: edited together live, by who may, kept through kills, sound or read-only. */

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { type HallId, newId, planOf, type StationId } from '../../shared/domain/ids.ts';
import { measuresOf, planMetaOf, readMeasures, readPoints } from '../../shared/plan/planDoc.ts';
import {
  addMeasure,
  addPoint,
  editPlanText,
  findMeasure,
  setMeasureField,
} from '../../shared/plan/planOps.ts';
import { CLOSE } from '../../shared/protocol/boardFrames.ts';
import type { CreatedHall, CreatedSession, HallOverview } from '../../shared/protocol/rest.ts';
import { Random } from '../crowd/random.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { withDatabase } from '../harness/disk.ts';
import { call, makeHall, sessionOf } from '../harness/hall.ts';
import { HallClient } from '../harness/hallClient.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { StockClient } from '../harness/stockClient.ts';
import { until } from '../harness/until.ts';

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9));
const folder = tempFolder();
let server: ServerProcess;
let made: CreatedHall;
let plan: StationId;
let organiser: CreatedSession;
let host: CreatedSession;
let person: CreatedSession;
const open: { leave(): void }[] = [];

beforeAll(async () => {
  server = await startServer({ dataDir: folder.path });
  await newHall();
});
afterEach(() => {
  for (const client of open.splice(0)) client.leave();
});
afterAll(async () => {
  await server.kill();
  folder.remove();
});

async function newHall(): Promise<void> {
  made = await makeHall(server.base);
  plan = planOf(made.hall.id);
  organiser = await sessionOf(server.base, made, 'organiser');
  host = await sessionOf(server.base, made, 'host');
  person = await sessionOf(server.base, made, 'participant');
}

async function ours({ token }: CreatedSession): Promise<BoardClient> {
  const client = await BoardClient.joined({ base: server.base, station: plan, token });
  open.push(client);
  return client;
}

async function stock({ token }: CreatedSession): Promise<StockClient> {
  const client = new StockClient(server.base, plan, token);
  open.push(client);
  return client.synced();
}

const restart = async () => {
  server = await startServer({ dataDir: folder.path, port: server.port });
};

const same = (...docs: Y.Doc[]) =>
  until(() => new Set(docs.map((doc) => JSON.stringify([readPoints(doc), readMeasures(doc)]))).size === 1, {
    what: 'all to see the same plan',
  });

describe('PL5 the plan is edited together live', () => {
  it('by our client and an unchanged provider, in one measure’s words at once', async () => {
    const [mine, theirs, reader] = [await ours(organiser), await stock(host), await stock(person)];
    const id = addMeasure(mine.doc, { at: 1, title: 'Gratis buss' })!;
    await until(() => findMeasure(theirs.doc, id), { what: 'the measure' });
    editPlanText(mine.doc, 'measures', id, 'title', 'Gratis buss for unge');
    editPlanText(theirs.doc, 'measures', id, 'title', 'Helt gratis buss');
    setMeasureField(theirs.doc, id, 'place', [80, 90]);
    await until(() => findMeasure(reader.doc, id)?.title === 'Helt gratis buss for unge', {
      what: 'the words of both',
    });
    await same(mine.doc, theirs.doc, reader.doc);
    await mine.allSaved();
    expect(findMeasure(reader.doc, id)?.place).toEqual([80, 90]);
    expect(mine.welcome?.mode).toBe('write');
  });

  it('its furniture names the hall’s stations', async () => {
    const { doc } = await ours(person);
    const stations = made.hall.stations.map(({ id }) => id);
    expect(planMetaOf(doc).toJSON()).toEqual({ v: 1, kind: 'plan', stations });
  });

  it('a participant reads, and is refused what they write', async () => {
    const reader = await ours(person);
    expect(reader.welcome?.mode).toBe('read');
    expect(reader.asked).toBe(0);
    addMeasure(reader.doc, { at: 1, title: 'mitt' });
    expect((await until(() => reader.refusals[0], { what: 'a refusal' })).code).toBe('denied');
    const plain = await stock(person);
    addMeasure(plain.doc, { at: 1, title: 'mitt' });
    expect(await plain.stopped()).toBe(CLOSE.forbidden);
    const wall = await ours(await sessionOf(server.base, made, 'wall'));
    addMeasure(wall.doc, { at: 1, title: 'vegg' });
    await wall.ask();
    expect(readMeasures((await ours(organiser)).doc).map(({ title }) => title)).not.toContain('mitt');
    expect(readMeasures((await ours(organiser)).doc).map(({ title }) => title)).not.toContain('vegg');
  });

  it('a host writes the summary of their own station alone', async () => {
    const mine = await ours(host);
    const [here, there] = made.hall.stations.map(({ id }) => id) as [StationId, StationId];
    addPoint(mine.doc, { of: here, title: 'vårt' });
    await mine.allSaved();
    addPoint(mine.doc, { of: there, title: 'deres' });
    expect((await until(() => mine.refusals[0], { what: 'a refusal' })).code).toBe('denied');
    expect(readPoints((await ours(person)).doc).map(({ title }) => title)).toEqual(['vårt']);
  });

  it('others’ sessions and plans that are none are turned away', async () => {
    const stranger = await makeHall(server.base);
    const { token } = await sessionOf(server.base, stranger, 'organiser');
    const from = await BoardClient.open({ base: server.base, station: plan, token });
    expect((await from.whenClosed()).code).toBe(CLOSE.forbidden);
    const none = await BoardClient.open({ base: server.base, station: planOf(newId('h') as HallId), token });
    expect((await none.whenClosed()).code).toBe(CLOSE.noStation);
  });
});

describe('PL6 the plan is no station', () => {
  it('routes and requests that take a station know none of that name', async () => {
    const path = `/api/halls/${made.hall.id}/stations/${plan}/notes`;
    const { token } = organiser;
    expect((await call(server.base, 'GET', path, { token })).status).toBe(404);
    expect((await call(server.base, 'POST', path, { token, body: { text: 'x' } })).status).toBe(404);
    const keys = `/api/halls/${made.hall.id}/keys`;
    const key = await call(server.base, 'POST', keys, { token, body: { role: 'host', stationId: plan } });
    expect([400, 404]).toContain(key.status);
    const channel = await HallClient.joined(server.base, organiser);
    open.push(channel);
    for (const [name, body] of [
      ['station:enter', { stationId: plan }],
      ['note:write', { stationId: plan, id: newId('n'), text: 'x' }],
      ['station:rule', { stationId: plan, rules: { frozen: true } }],
    ] as const) {
      expect(await channel.ask(name, body as never), name).toMatchObject({ ok: false });
    }
  });

  it('nothing of it is counted among the hall’s notes', async () => {
    const writer = await ours(organiser);
    addMeasure(writer.doc, { at: 1, title: 'teller ikke' });
    await writer.allSaved();
    const path = `/api/halls/${made.hall.id}`;
    const { body } = await call<HallOverview>(server.base, 'GET', path, { token: organiser.token });
    expect(body.stations.map(({ id }) => id)).toEqual(made.hall.stations.map(({ id }) => id));
    expect(body.stations.every(({ notes }) => notes === 0)).toBe(true);
  });
});

describe('PL2 who is barred', () => {
  it('writes nothing when the hall is over, the organiser neither', async () => {
    await newHall();
    const writer = await ours(organiser);
    const channel = await HallClient.joined(server.base, organiser);
    open.push(channel);
    expect(await channel.ask('hall:end', { ended: true })).toMatchObject({ ok: true });
    addMeasure(writer.doc, { at: 1, title: 'for sent' });
    expect((await until(() => writer.refusals[0], { what: 'a refusal' })).code).toBe('ended');
  });
});

describe('PL7 what was acknowledged is on disk', () => {
  it(`through kill -9, three times (SEED=${seed})`, async () => {
    await newHall();
    const random = new Random(seed);
    const acknowledged: string[] = [];
    for (let round = 0; round < 3; round++) {
      const writers = [await ours(organiser), await ours(host)];
      const work = writers.map(async (writer, who) => {
        for (let count = 0; count < 45; count++) {
          const title = `${round} ${who} ${count}`;
          addMeasure(writer.doc, { at: 1, title });
          const sent = writer.sent;
          await until(() => writer.saved >= sent || writer.closed, { what: 'an answer' });
          if (writer.saved < sent) return;
          acknowledged.push(title);
        }
      });
      const before = acknowledged.length;
      const enough = before + random.whole(5, 40);
      await until(() => acknowledged.length >= enough, { what: `${enough} acknowledged measures` });
      await server.kill();
      await Promise.all(work);
      for (const client of open.splice(0)) client.leave();
      await restart();
      const titles = readMeasures((await ours(person)).doc).map(({ title }) => title);
      expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
      expect(titles).toEqual(expect.arrayContaining(acknowledged));
    }
    const before = JSON.stringify(measuresOf((await ours(person)).doc).toJSON());
    expect(await server.stop()).toBe(0);
    await restart();
    expect(JSON.stringify(measuresOf((await ours(person)).doc).toJSON())).toBe(before);
    expect(server.log()).not.toMatch(/"level":"error"/);
  }, 60_000);

  it('a bent row makes the plan read-only, and nothing else', async () => {
    await newHall();
    const writer = await ours(organiser);
    for (const title of ['én', 'to', 'tre']) {
      addMeasure(writer.doc, { at: 1, title });
      await writer.allSaved();
    }
    expect(await server.stop()).toBe(0);
    withDatabase(folder.path, (db) => {
      const sql = 'SELECT max(seq) AS seq FROM journal WHERE station = ?';
      const { seq } = db.get<{ seq: number }>(sql, plan)!;
      db.run('UPDATE journal SET crc = crc + 1 WHERE station = ? AND seq = ?', plan, seq);
    });
    await restart();
    const again = await ours(organiser);
    expect(again.welcome?.mode).toBe('damaged');
    expect(readMeasures(again.doc).map(({ title }) => title)).toEqual(['én', 'to']);
    addMeasure(again.doc, { at: 1, title: 'fire' });
    expect((await until(() => again.refusals[0], { what: 'a refusal' })).code).toBe('read_only');
    const station = made.hall.stations[0]!.id;
    const board = await BoardClient.joined({ base: server.base, station, token: person.token });
    open.push(board);
    board.add();
    await board.allSaved();
  });

  it('a hall of before there were plans gets one when it is opened', async () => {
    await newHall();
    expect(await server.stop()).toBe(0);
    withDatabase(folder.path, (db) => {
      db.run('DELETE FROM journal WHERE station = ?', plan);
      db.run('DELETE FROM station_head WHERE station = ?', plan);
    });
    await restart();
    const [one, two] = await Promise.all([ours(organiser), ours(host)]);
    addMeasure(one.doc, { at: 1, title: 'ny' });
    await until(() => readMeasures(two.doc).length === 1, { what: 'the measure' });
    expect(planMetaOf(two.doc).get('stations')).toEqual(made.hall.stations.map(({ id }) => id));
  });
});
