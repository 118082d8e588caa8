/** T16: another process has the database's write lock for seconds, as a backup does: all waits, nothing fails, nothing is lost. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NoteView } from '../../shared/board/boardDoc.ts';
import { type NoteId, newId, type StationId } from '../../shared/domain/ids.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { Boarder } from '../crowd/Boarder.ts';
import { Padder } from '../crowd/Padder.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { lockDatabase } from '../harness/databaseLock.ts';
import { withDatabase } from '../harness/disk.ts';
import { call, makeHall, sessionOf } from '../harness/hall.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { until } from '../harness/until.ts';

/** Longer than SQLite's own waiting in one go (250 ms), several times over. */
const HELD_MS = 4_000;
const NOTES_EACH = 10;

const folder = tempFolder();
let server: ServerProcess;
let made: CreatedHall;
let stations: [StationId, StationId];
beforeAll(async () => {
  server = await startServer({ dataDir: folder.path });
  made = await makeHall(server.base);
  stations = made.hall.stations.map(({ id }) => id).slice(0, 2) as [StationId, StationId];
}, 60_000);
afterAll(async () => {
  await server.stop();
  folder.remove();
});

const token = async (role: 'participant' | 'wall' | 'organiser') =>
  (await sessionOf(server.base, made, role)).token;
const rows = () =>
  withDatabase(folder.path, (db) => db.get<{ n: number }>('SELECT count(*) AS n FROM journal')!.n);

async function notesAt(station: StationId): Promise<NoteView[]> {
  const path = `/api/halls/${made.hall.id}/stations/${station}/notes`;
  const { body } = await call<{ notes: NoteView[] }>(server.base, 'GET', path, {
    token: await token('organiser'),
  });
  return body.notes;
}

describe('T16 the database is locked by another process', () => {
  it('for seconds: nobody is told that anything is saved or refused, and then all of it is, once', async () => {
    const { base } = server;
    const [here, there] = stations;
    const boarder = new Boarder({ baseUrl: base, stationId: here, token: await token('participant') });
    const pad = new Padder(base, await sessionOf(base, made, 'participant'));
    const watcher = await BoardClient.joined({ base, station: here, token: await token('wall') });
    await Promise.all([boarder.joined(), pad.joined()]);
    const visiting = await token('wall');
    const before = rows();
    const quiet = server.log().length;
    const wanted = new Map<NoteId, string>();
    const told: NoteId[] = [];

    const lock = await lockDatabase(folder.path);
    const since = performance.now();
    const writing = Array.from({ length: NOTES_EACH }, async (_, n) => {
      const text = `tavle ${n}`;
      const { id, edit } = boarder.add({ text, pos: [n * 200, 0] });
      wanted.set(id, text);
      expect(await edit.outcome).toBe('saved');
      told.push(id);
    });
    for (let n = 0; n < NOTES_EACH; n++) {
      const [id, text] = [newId('n'), `blokk ${n}`];
      wanted.set(id, text);
      writing.push(
        pad.write({ id, stationId: n % 2 === 0 ? here : there, text }).then(() => void told.push(id)),
      );
    }
    await until(() => server.log().slice(quiet).includes('store.busy'), {
      what: 'a commit to wait for the lock',
    });
    // Who comes meanwhile is let in to what is on disk at a station where nothing waits, and so is who only reads.
    const other = made.hall.stations[2]!.id;
    const visitor = await BoardClient.joined({ base, station: other, token: visiting });
    expect(visitor.welcome?.mode).toBe('read');
    expect((await call(base, 'GET', '/healthz')).status).toBe(200);
    await until(() => performance.now() - since > HELD_MS, { what: 'the lock to be held for a while' });
    expect(told).toEqual([]);
    expect(watcher.notes).toEqual([]);
    expect(rows()).toBe(before);
    await lock.letGo();

    await Promise.all(writing);
    expect(new Set(told).size).toBe(2 * NOTES_EACH);
    const found = [...(await notesAt(here)), ...(await notesAt(there))];
    expect(found.map(({ id, text }) => [id, text]).sort()).toEqual([...wanted].sort());
    await until(() => watcher.notes.length === NOTES_EACH * 1.5, { what: 'the watcher to see them all' });
    // Nothing failed: no document was thrown away, nobody was asked again, and what waited went in few commits.
    const log = server.log().slice(quiet);
    expect(log).not.toMatch(/"level":"error"|board\.rebuild|not_saved/);
    expect(boarder.refusals).toEqual([]);
    expect(watcher.closed).toBeNull();
    expect(rows() - before).toBeLessThan(10);
    boarder.close();
    pad.close();
    watcher.leave();
    visitor.leave();
  }, 60_000);

  it('again and again, for moments: everybody goes on writing', async () => {
    const { base } = server;
    const [here] = stations;
    const had = (await notesAt(here)).length;
    const people = await Promise.all(
      Array.from({ length: 4 }, async () => new Padder(base, await sessionOf(base, made, 'participant'))),
    );
    let done = 0;
    let writing = true;
    const work = Promise.all(
      people.map(async (pad, person) => {
        for (let n = 0; writing; n++, done++) {
          await pad.write({ stationId: here, text: `person ${person} lapp ${n}` });
        }
      }),
    );
    for (let time = 1; time <= 4; time++) {
      const enough = done + 20;
      await until(() => done >= enough, { what: 'twenty notes more' });
      const quiet = server.log().length;
      const lock = await lockDatabase(folder.path);
      const then = done;
      await until(() => server.log().slice(quiet).includes('store.busy'), { what: 'the lock to be noticed' });
      // At most what was on its way out when the lock was taken.
      expect(done - then).toBeLessThanOrEqual(people.length);
      await lock.letGo();
    }
    writing = false;
    await work;
    expect(await notesAt(here)).toHaveLength(had + done);
    expect(server.log()).not.toMatch(/"level":"error"|board\.rebuild/);
    for (const pad of people) pad.close();
  }, 60_000);
});
