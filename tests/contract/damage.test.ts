/**
 * A disk that has lost or bent something: the station says so, shows what can be read, and takes no more writes, since
 * whatever were built on half a record would make the loss a lasting one. Nothing on disk is touched. All else goes on.
 */

import { copyFileSync, cpSync, readFileSync, truncateSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../server/ports.ts';
import { databaseFile } from '../../server/store/dataFolder.ts';
import { createMemoryStore } from '../../server/store/memory.ts';
import { openSqliteStore } from '../../server/store/sqlite.ts';
import { newId, type StationId } from '../../shared/domain/ids.ts';
import { CLOSE } from '../../shared/protocol/boardFrames.ts';
import type { CreatedHall, CreatedSession, HallOverview, RestError } from '../../shared/protocol/rest.ts';
import { silent } from '../harness/boardBench.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { boardRows, withDatabase } from '../harness/disk.ts';
import { call, makeHall, sessionOf } from '../harness/hall.ts';
import { HallClient } from '../harness/hallClient.ts';
import { startInProcess } from '../harness/inProcess.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { StockClient } from '../harness/stockClient.ts';
import { until } from '../harness/until.ts';

/** Notes hung over HTTP, one step each; the station's birth is step 1. */
const NOTES = 6;

const cleanUp: (() => unknown)[] = [];
let master: Scene;
const masterFolder = tempFolder();

beforeAll(async () => {
  master = await workedIn(masterFolder.path);
});
afterEach(async () => {
  for (const task of cleanUp.splice(0).reverse()) await task();
});
afterAll(masterFolder.remove);

interface Scene {
  dataDir: string;
  made: CreatedHall;
  /** The station that is damaged, and one that is not. */
  hurt: StationId;
  sound: StationId;
  person: CreatedSession;
  /** Texts hung over HTTP (signed by the server), in order, and then one by a client of its own. */
  texts: string[];
}

/** A hall that has been worked in, with its server stopped: a copy of its own for each test. */
function scene(): Scene {
  const folder = tempFolder();
  cleanUp.push(folder.remove);
  cpSync(masterFolder.path, folder.path, { recursive: true });
  return { ...master, dataDir: folder.path };
}

async function workedIn(dataDir: string): Promise<Scene> {
  const server = await startServer({ dataDir });
  const made = await makeHall(server.base);
  const [hurt, sound] = made.hall.stations.map(({ id }) => id) as [StationId, StationId];
  const person = await sessionOf(server.base, made, 'participant');
  const texts = Array.from({ length: NOTES }, (_, index) => `Lapp ${index + 1}`);
  for (const station of [hurt, sound]) {
    for (const text of texts) {
      const path = `/api/halls/${made.hall.id}/stations/${station}/notes`;
      expect((await call(server.base, 'POST', path, { body: { text }, token: person.token })).status).toBe(
        201,
      );
    }
    const board = await BoardClient.joined({ base: server.base, station, token: person.token });
    board.add({ text: 'Fra tavla' });
    await board.allSaved();
    board.leave();
  }
  expect(await server.stop()).toBe(0);
  return { dataDir, made, hurt, sound, person, texts: [...texts, 'Fra tavla'] };
}

async function started(dataDir: string): Promise<ServerProcess> {
  const server = await startServer({ dataDir });
  cleanUp.push(() => server.kill());
  return server;
}

async function textsAt(
  server: ServerProcess,
  { made, person }: Scene,
  station: StationId,
): Promise<string[]> {
  const path = `/api/halls/${made.hall.id}/stations/${station}/notes`;
  const { status, body } = await call<{ notes: { text: string }[] }>(server.base, 'GET', path, {
    token: person.token,
  });
  expect(status).toBe(200);
  return body.notes.map(({ text }) => text);
}

async function statusOf(base: string, { made, person }: Pick<Scene, 'made' | 'person'>, station: StationId) {
  const { body } = await call<HallOverview>(base, 'GET', `/api/halls/${made.hall.id}`, {
    token: person.token,
  });
  return body.stations.find(({ id }) => id === station)?.status;
}

/** The station reads as these texts, says that it is damaged, and takes no write by any door; the other one does. */
async function expectReadOnly(server: ServerProcess, all: Scene, readable: string[]): Promise<void> {
  const { made, hurt, sound, person, texts } = all;
  expect((await textsAt(server, all, hurt)).sort()).toEqual([...readable].sort());
  expect(await statusOf(server.base, all, hurt)).toBe('damaged');
  expect(await statusOf(server.base, all, sound)).toBe('ok');

  const path = `/api/halls/${made.hall.id}/stations/${hurt}/notes`;
  const posted = await call<RestError>(server.base, 'POST', path, {
    body: { text: 'Ny' },
    token: person.token,
  });
  expect([posted.status, posted.body.error.code]).toEqual([409, 'read_only']);

  const channel = await HallClient.joined(server.base, person);
  expect(channel.state?.stations.find(({ id }) => id === hurt)?.status).toBe('damaged');
  const asked = await channel.ask('note:write', { stationId: hurt, id: newId('n'), text: 'Ny' });
  expect(asked).toMatchObject({ ok: false, error: { code: 'read_only' } });
  const elsewhere = await channel.ask('note:write', { stationId: sound, id: newId('n'), text: 'Ny' });
  expect(elsewhere).toMatchObject({ ok: true });
  channel.leave();

  const board = await BoardClient.joined({ base: server.base, station: hurt, token: person.token });
  expect(board.welcome?.mode).toBe('damaged');
  expect(board.notes.map(({ text }) => text).sort()).toEqual([...readable].sort());
  board.add({ text: 'Ny' });
  const refusal = await until(() => board.refusals[0], { what: 'a refusal' });
  expect(refusal.code).toBe('read_only');
  expect(board.closed).toBe(null);
  board.leave();

  const stock = await new StockClient(server.base, hurt, person.token).synced();
  stock.add({ text: 'Ny' });
  expect(await stock.stopped()).toBe(CLOSE.forbidden);
  stock.leave();

  const other = await BoardClient.joined({ base: server.base, station: sound, token: person.token });
  expect(other.welcome?.mode).toBe('write');
  expect(other.notes.map(({ text }) => text)).toEqual(expect.arrayContaining(texts));
  other.add({ text: 'Ny fra tavla' });
  await other.allSaved();
  other.leave();

  const organiser = await sessionOf(server.base, made, 'organiser');
  const exported = await call(server.base, 'GET', `/api/halls/${made.hall.id}/export?format=json`, {
    token: organiser.token,
  });
  expect(exported.status).toBe(200);
  const host = await HallClient.joined(server.base, await sessionOf(server.base, made, 'host', sound));
  expect(await host.ask('round:start', { round: 2 })).toMatchObject({ ok: true });
  host.leave();
}

const rowsOf = (dataDir: string, station: StationId) =>
  Object.fromEntries(
    Object.entries(boardRows(dataDir)).map(([table, rows]) => [
      table,
      rows.filter((row) => (row as { station: string }).station === station),
    ]),
  );

/** Breaks the record, and expects the promise to be kept now and after one more start. */
async function expectPromise(
  all: Scene,
  { readable, told }: { readable: string[]; told: RegExp },
): Promise<void> {
  const { dataDir, hurt } = all;
  const before = rowsOf(dataDir, hurt);
  const server = await started(dataDir);
  await expectReadOnly(server, all, readable);
  await expectTold(server, all, told);
  expect(await server.stop()).toBe(0);
  expect(rowsOf(dataDir, hurt)).toEqual(before);
  // It is no better for having been started.
  const again = await started(dataDir);
  expect((await textsAt(again, all, hurt)).sort()).toEqual([...readable].sort());
  expect(await statusOf(again.base, all, hurt)).toBe('damaged');
}

/** The operator is told, in the log and beside the record; and of nobody's words. */
async function expectTold(server: ServerProcess, { dataDir, hurt }: Scene, told: RegExp): Promise<void> {
  const line = new RegExp(`"event":"board.damaged","station":"${hurt}".*${told.source}`);
  await until(() => line.test(server.log()), { what: 'the log to tell of the damage' });
  expect(server.log()).not.toContain('Lapp ');
  const noted = () =>
    withDatabase(dataDir, (db) =>
      db.all<{ reason: string }>('SELECT reason FROM quarantine WHERE station = ?', hurt),
    );
  await until(() => noted().some(({ reason }) => told.test(reason)), { what: 'the damage to be noted' });
}

/** Turns one bit of a blob over. */
function bend(dataDir: string, table: 'journal' | 'snapshot', station: StationId, seq: number): void {
  withDatabase(dataDir, (db) => {
    const where = `WHERE station = ? AND seq = ?`;
    const { bytes } = db.get<{ bytes: Uint8Array }>(`SELECT bytes FROM ${table} ${where}`, station, seq)!;
    const bent = Uint8Array.from(bytes);
    const middle = bent.length >> 1;
    bent[middle] = bent[middle]! ^ 4;
    expect(db.run(`UPDATE ${table} SET bytes = ? ${where}`, bent, station, seq)).toBe(1);
  });
}

function drop(dataDir: string, station: StationId, seq: number): void {
  withDatabase(dataDir, (db) => {
    expect(db.run('DELETE FROM journal WHERE station = ? AND seq = ?', station, seq)).toBe(1);
  });
}

const headOf = (dataDir: string, station: StationId) =>
  withDatabase(
    dataDir,
    (db) => db.get<{ head: number }>('SELECT head FROM station_head WHERE station = ?', station)!.head,
  );

describe('T17 a journal', () => {
  test('with a bent row is read up to it, and what does not build on it beyond', async () => {
    const all = scene();
    bend(all.dataDir, 'journal', all.hurt, 4);
    // The server's own notes are a chain of clocks: those after the bent one can't be read without it.
    await expectPromise(all, { readable: ['Lapp 1', 'Lapp 2', 'Fra tavla'], told: /checksum/ });
  });

  test('with a row missing in its midst is read the same way', async () => {
    const all = scene();
    drop(all.dataDir, all.hurt, 4);
    await expectPromise(all, { readable: ['Lapp 1', 'Lapp 2', 'Fra tavla'], told: /row 4 is missing/ });
  });

  test('that has lost its last row is read as far as it goes, and the loss is noticed', async () => {
    const all = scene();
    const head = headOf(all.dataDir, all.hurt);
    drop(all.dataDir, all.hurt, head);
    const readable = all.texts.filter((text) => text !== 'Fra tavla');
    await expectPromise(all, { readable, told: new RegExp(`row ${head} is missing`) });
  });

  test('that has lost its first row says so, and is not taken for a new one', async () => {
    const all = scene();
    drop(all.dataDir, all.hurt, 1);
    await expectPromise(all, { readable: ['Fra tavla'], told: /row 1 is missing/ });
  });

  test('with a row in the place of another is read without it', async () => {
    const all = scene();
    withDatabase(all.dataDir, (db) => {
      db.run(
        'UPDATE journal SET (bytes, crc) = (SELECT bytes, crc FROM journal WHERE station = ?1 AND seq = 3) WHERE station = ?1 AND seq = 5',
        all.hurt,
      );
    });
    await expectPromise(all, { readable: ['Lapp 1', 'Lapp 2', 'Lapp 3', 'Fra tavla'], told: /checksum/ });
  });
});

describe('T17 a snapshot', () => {
  async function withSnapshots(all: Scene): Promise<number> {
    const store = await openSqliteStore({ dataDir: all.dataDir, log: silent });
    const head = headOf(all.dataDir, all.hurt);
    await store.compact(all.hurt, head - 3);
    await store.compact(all.hurt, head);
    await store.close();
    return head;
  }

  test('that is sound changes nothing', async () => {
    const all = scene();
    await withSnapshots(all);
    const server = await started(all.dataDir);
    expect((await textsAt(server, all, all.hurt)).sort()).toEqual([...all.texts].sort());
    expect(await statusOf(server.base, all, all.hurt)).toBe('ok');
  });

  /** All is there, and can be written on; the operator knows. */
  async function expectNothingLost(all: Scene): Promise<void> {
    const rows = rowsOf(all.dataDir, all.hurt).journal;
    const server = await started(all.dataDir);
    expect((await textsAt(server, all, all.hurt)).sort()).toEqual([...all.texts].sort());
    await expectTold(server, all, /checksum/);
    expect(await statusOf(server.base, all, all.hurt)).toBe('ok');
    const path = `/api/halls/${all.made.hall.id}/stations/${all.hurt}/notes`;
    const body = { text: 'Videre' };
    expect((await call(server.base, 'POST', path, { body, token: all.person.token })).status).toBe(201);
    expect(await server.stop()).toBe(0);
    expect(rowsOf(all.dataDir, all.hurt).journal).toEqual([...rows!, expect.anything()]);
    const again = await started(all.dataDir);
    expect((await textsAt(again, all, all.hurt)).sort()).toEqual([...all.texts, 'Videre'].sort());
  }

  test('that is bent costs nothing: the one before and the rows hold it all, and it is said', async () => {
    const all = scene();
    const head = await withSnapshots(all);
    bend(all.dataDir, 'snapshot', all.hurt, head);
    await expectNothingLost(all);
  });

  test('and the one before it, both bent: the rows hold it all', async () => {
    const all = scene();
    const head = await withSnapshots(all);
    bend(all.dataDir, 'snapshot', all.hurt, head);
    bend(all.dataDir, 'snapshot', all.hurt, head - 3);
    await expectNothingLost(all);
  });

  test('that is sound makes up for a bent row before it', async () => {
    const all = scene();
    await withSnapshots(all);
    bend(all.dataDir, 'journal', all.hurt, 3);
    const server = await started(all.dataDir);
    expect((await textsAt(server, all, all.hurt)).sort()).toEqual([...all.texts].sort());
  });
});

describe('T17 a database file', () => {
  test('that is cut short is not opened, not changed, and not replaced by an empty one', async () => {
    const all = scene();
    const file = databaseFile(all.dataDir);
    const whole = tempFolder();
    cleanUp.push(whole.remove);
    copyFileSync(file, databaseFile(whole.path));
    const { length } = readFileSync(file);
    truncateSync(file, Math.floor(length / 2 / 4096) * 4096);
    const cut = readFileSync(file);
    await expect(startServer({ dataDir: all.dataDir })).rejects.toThrow(/left as it is|can’t be opened/);
    expect(readFileSync(file).equals(cut)).toBe(true);
    // The backup in its place, and all is there.
    const server = await started(whole.path);
    expect((await textsAt(server, all, all.hurt)).sort()).toEqual([...all.texts].sort());
    expect(await statusOf(server.base, all, all.hurt)).toBe('ok');
  });

  test('that is empty, or another’s, is not taken for a new one', async () => {
    const all = scene();
    const file = databaseFile(all.dataDir);
    truncateSync(file, 1_000);
    await expect(startServer({ dataDir: all.dataDir })).rejects.toThrow(/can’t be opened/);
    expect(readFileSync(file)).toHaveLength(1_000);
  });
});

describe('T18 a load that fails once', () => {
  /** A store in memory whose next loads of boards fail, and that counts what is written. */
  function failingStore() {
    const store = createMemoryStore();
    const state = { failures: 0, loads: 0, appends: 0 };
    const wrapped: Store = {
      ...store,
      load: async (station) => {
        state.loads++;
        if (state.failures > 0) {
          state.failures--;
          throw new Error('the disk is away');
        }
        return store.load(station);
      },
      append: async (commit) => {
        state.appends++;
        return store.append(commit);
      },
    };
    return { store: wrapped, inner: store, state };
  }

  /** A server with a hall in it whose boards are on disk and not loaded. */
  async function sleepingHall() {
    const { store, inner, state } = failingStore();
    const before = await startInProcess({ store });
    const made = await makeHall(before.base);
    const station = made.hall.stations[0]!.id;
    const person = await sessionOf(before.base, made, 'participant');
    const path = `/api/halls/${made.hall.id}/stations/${station}/notes`;
    await call(before.base, 'POST', path, { body: { text: 'Lapp 1' }, token: person.token });
    await before.app.close();
    const server = await startInProcess({ store });
    cleanUp.push(server.stop);
    const record = await inner.load(station);
    Object.assign(state, { loads: 0, appends: 0 });
    const read = () =>
      call<{ notes: { text: string }[] } & RestError>(server.base, 'GET', path, { token: person.token });
    const stored = async () => ({ now: await inner.load(station), was: record });
    return { server, made, person, station, path, state, read, stored };
  }

  test('over HTTP: 503 with a word on when, then the board as it was; nothing was written', async () => {
    const { server, made, person, station, state, read, stored } = await sleepingHall();
    state.failures = 1;
    const failed = await read();
    expect([failed.status, failed.body.error.code]).toEqual([503, 'unavailable']);
    expect(await statusOf(server.base, { made, person }, station)).toBe('unavailable');
    const { now, was } = await stored();
    expect(now).toEqual(was);
    expect(state.appends).toBe(0);

    const again = await read();
    expect([again.status, again.body.notes.map(({ text }) => text)]).toEqual([200, ['Lapp 1']]);
    expect(await statusOf(server.base, { made, person }, station)).toBe('ok');
    expect(server.events.filter((event) => event === 'board.load_failed')).toHaveLength(1);
  });

  test('for a write: it is refused and not lost on an empty board, and hangs beside the others at the next try', async () => {
    const { server, person, path, state, read } = await sleepingHall();
    state.failures = 1;
    const body = { id: newId('n'), text: 'Lapp 2' };
    const failed = await call<RestError>(server.base, 'POST', path, { body, token: person.token });
    expect([failed.status, failed.body.error.code]).toEqual([503, 'unavailable']);
    const again = await call(server.base, 'POST', path, { body, token: person.token });
    expect(again.status).toBe(201);
    expect((await read()).body.notes.map(({ text }) => text)).toEqual(['Lapp 1', 'Lapp 2']);
  });

  test('on the board channel: 1013, which a stock provider takes as "come again", and does', async () => {
    const { server, person, station, state, stored } = await sleepingHall();
    state.failures = 1;
    const raw = await BoardClient.open({ base: server.base, station, token: person.token });
    cleanUp.push(() => raw.leave());
    expect((await raw.whenClosed()).code).toBe(CLOSE.tryLater);

    state.failures = 2;
    const stock = new StockClient(server.base, station, person.token);
    cleanUp.push(() => stock.leave());
    stock.add({ text: 'Skrevet mens den var borte' });
    await stock.synced();
    expect(stock.closes).toEqual([CLOSE.tryLater, CLOSE.tryLater]);
    await until(() => stock.notes.length === 2, { what: 'both notes to hang' });
    await until(async () => (await stored()).now?.notes === 2, { what: 'both notes to be on disk' });
  });

  test('on the hall channel: told to try again, and the pad’s note is there at the next try', async () => {
    const { server, person, station, state } = await sleepingHall();
    const channel = await HallClient.joined(server.base, person);
    cleanUp.push(() => channel.leave());
    state.failures = 1;
    const note = { stationId: station, id: newId('n'), text: 'Fra blokka' };
    expect(await channel.ask('note:write', note)).toMatchObject({
      ok: false,
      error: { code: 'unavailable' },
    });
    await until(() => channel.state?.stations.find(({ id }) => id === station)?.status === 'unavailable', {
      what: 'the hall to say that the station is away',
    });
    expect(await channel.ask('note:write', note)).toMatchObject({ ok: true });
    await until(() => channel.state?.stations.find(({ id }) => id === station)?.status === 'ok', {
      what: 'the hall to say that the station is back',
    });
  });

  test('with eighty phones at the door: one load for all, and the other stations notice nothing', async () => {
    const { server, made, person, state, read } = await sleepingHall();
    state.failures = 1;
    const answers = await Promise.all(Array.from({ length: 80 }, read));
    expect(answers.every(({ status }) => status === 503 || status === 200)).toBe(true);
    expect(answers.some(({ status }) => status === 503)).toBe(true);
    expect(state.loads).toBeLessThan(10);
    const other = made.hall.stations[1]!.id;
    const path = `/api/halls/${made.hall.id}/stations/${other}/notes`;
    expect((await call(server.base, 'GET', path, { token: person.token })).status).toBe(200);
    expect(state.appends).toBe(0);
  });
});
