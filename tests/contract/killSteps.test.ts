/**
 * T10 with a real process and a real disk: killed as soon as a step of the pipeline can be seen to be reached. What was
 * acknowledged or shown to others is on disk then; the rest comes again by itself, once.
 */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databaseFile } from '../../server/store/dataFolder.ts';
import { openDatabase } from '../../server/store/driver.ts';
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

const ROUNDS = 2;
const NOTES = 4;
const DISK_MS = 10_000;

const folder = tempFolder();
let server: ServerProcess;
let made: CreatedHall;
let station: StationId;
let boarder: Boarder;
let pad: Padder;
/** Every note that was ever written, and its text. */
const written = new Map<NoteId, string>();
beforeAll(async () => {
  server = await startServer({ dataDir: folder.path });
  made = await makeHall(server.base);
  station = made.hall.stations[0]!.id;
  const [board, phone] = [await participant(), await participant()];
  boarder = new Boarder({ baseUrl: server.base, stationId: station, token: board.token });
  pad = new Padder(server.base, phone);
  await Promise.all([boarder.joined(), pad.joined()]);
}, 60_000);
afterAll(async () => {
  boarder.close();
  pad.close();
  await server.kill();
  folder.remove();
});

const participant = () => sessionOf(server.base, made, 'participant');
const heads = (db: ReturnType<typeof openDatabase>) =>
  db.get<{ sum: number }>('SELECT sum(head) AS sum FROM station_head')!.sum;
/** Note ids that are on disk. Of a server that is dead. */
const onDisk = () =>
  withDatabase(
    folder.path,
    (db) => new Set(db.all<{ note: NoteId }>('SELECT note FROM note_owner').map(({ note }) => note)),
  );

/** Everybody writes in one turn. `acked` grows as they are told. */
function writeAll(step: string, acked: Set<NoteId>): { ids: NoteId[]; done: Promise<unknown> } {
  const ids: NoteId[] = [];
  const keep = (id: NoteId, text: string) => {
    ids.push(id);
    written.set(id, text);
  };
  const outcomes = Array.from({ length: NOTES }, async (_, n) => {
    const { id, edit } = boarder.add({ text: `${step} ${written.size}`, pos: [written.size * 200, n * 200] });
    keep(id, `${step} ${written.size}`);
    expect(await edit.outcome).toBe('saved');
    acked.add(id);
  });
  const id = newId('n');
  const text = `blokk ${step} ${written.size}`;
  keep(id, text);
  outcomes.push(pad.write({ id, stationId: station, text }).then(() => void acked.add(id)));
  return { ids, done: Promise.all(outcomes) };
}

/** What tells that the step is reached, and kills there. Resolves when it is done. */
const STEPS: Record<string, (write: () => void, told: Told) => Promise<void>> = {
  'sent, and received or not': async (write) => {
    write();
    await server.kill();
  },
  'received and checked, and waiting for the disk': async (write) => {
    const lock = await lockDatabase(folder.path);
    const quiet = server.log().length;
    write();
    await until(() => server.log().slice(quiet).includes('store.busy'), {
      what: 'a commit to wait for the lock',
    });
    // A second helping: received while a commit is in flight.
    write();
    await server.kill();
    await lock.letGo();
  },
  'on disk': async (write) => {
    const db = openDatabase(databaseFile(folder.path), 5_000);
    const before = heads(db);
    write();
    const end = performance.now() + DISK_MS;
    // Without a turn for anything else: nothing that the server sends is read meanwhile.
    while (heads(db) === before && performance.now() < end);
    const killed = server.kill();
    db.close();
    await killed;
  },
  'shown to others': async (write, { watcher }) => {
    const killed = new Promise<void>((resolve) => {
      watcher.doc.once('update', () => resolve(server.kill()));
    });
    write();
    await killed;
  },
  acknowledged: async (write, { acked }) => {
    write();
    await until(() => acked.size > 0, { what: 'an acknowledgement' });
    await server.kill();
  },
};

interface Told {
  watcher: BoardClient;
  acked: Set<NoteId>;
}

describe.each(Object.keys(STEPS))('T10 killed when it is %s', (step) => {
  it.each(Array.from({ length: ROUNDS }, (_, n) => n + 1))('%i', async () => {
    const { base, port } = server;
    const { token } = await sessionOf(base, made, 'wall');
    const watcher = await BoardClient.joined({ base, station, token });
    // Where all was acknowledged before the kill, nobody has waited for the new server yet.
    await until(() => boarder.synced && pad.connected, { what: 'both to be connected again' });
    const acked = new Set<NoteId>();
    const ids: NoteId[] = [];
    const all: Promise<unknown>[] = [];
    await STEPS[step]!(
      () => {
        const one = writeAll(step, acked);
        ids.push(...one.ids);
        all.push(one.done);
      },
      { watcher, acked },
    );
    const ackedThen = [...acked];
    const seenThen = watcher.notes.map(({ id }) => id);
    watcher.leave();
    const there = onDisk();
    expect(ackedThen.filter((id) => !there.has(id))).toEqual([]);
    expect(seenThen.filter((id) => !there.has(id))).toEqual([]);
    const mine = ids.filter((id) => there.has(id));
    if (step.startsWith('received')) expect([mine, ackedThen]).toEqual([[], []]);
    if (step === 'on disk' || step === 'shown to others') expect(mine).not.toEqual([]);
    if (step === 'shown to others') expect(seenThen.some((id) => ids.includes(id))).toBe(true);
    if (step === 'acknowledged') expect(ackedThen).not.toEqual([]);

    server = await startServer({ dataDir: folder.path, port });
    await Promise.all(all);
    const path = `/api/halls/${made.hall.id}/stations/${station}/notes`;
    const organiser = await sessionOf(server.base, made, 'organiser');
    const { body } = await call<{ notes: NoteView[] }>(server.base, 'GET', path, organiser);
    expect(body.notes.map(({ id, text }) => [id, text]).sort()).toEqual([...written].sort());
    expect(boarder.refusals).toEqual([]);
    expect(server.log()).not.toMatch(/"level":"error"/);
  });
});
