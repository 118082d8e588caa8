/**
 * T11, T13: the process or the power goes at any moment. A disk that lost its power holds what was synced, and of the
 * rest some, none, or torn pieces: copies of the folder are made of a server at work, and the log's unsynced end is
 * cut off or spoilt in them.
 */

import { spawn } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { cpSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, test } from 'vitest';
import * as Y from 'yjs';
import { loadBoard } from '../../server/board/loadBoard.ts';
import { databaseFile, openForWriting, takeFolder } from '../../server/store/dataFolder.ts';
import { type NoteView, readNotes } from '../../shared/board/boardDoc.ts';
import { type NoteId, newId, type StationId } from '../../shared/domain/ids.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { Boarder } from '../crowd/Boarder.ts';
import { Padder } from '../crowd/Padder.ts';
import { Random } from '../crowd/random.ts';
import { withDatabase } from '../harness/disk.ts';
import { call, makeHall, sessionOf } from '../harness/hall.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { until } from '../harness/until.ts';
import { newFolder, open, tidyUp } from './sqliteFixtures.ts';

const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 1e9));
const random = new Random(SEED);
const KILLS = 3;
const COPIES = 3;
const PADS = 6;
const BOARDS = 4;
tidyUp();

describe(`T11 kill -9 while snapshots are made (SEED=${SEED})`, () => {
  test.each(Array.from({ length: KILLS }, (_, n) => n + 1))(
    '%i: the rows and the snapshots that were promised are there, whole, and say the same',
    async () => {
      const dataDir = await newFolder();
      const { rows, snapshots } = await killedWhileCompacting(
        dataDir,
        random.whole(1, 12),
        random.between(0, 8),
      );
      const store = await open(dataDir);
      expect(rows.size).toBeGreaterThan(0);
      for (const [stationId, seq] of rows) {
        const record = (await store.load(stationId))!;
        expect(record.head).toBeGreaterThanOrEqual(seq);
        expect(record.snapshots[0]?.seq ?? 0).toBeGreaterThanOrEqual(snapshots.get(stationId) ?? 0);
        expect(record.snapshots.every(({ intact }) => intact)).toBe(true);
        const { doc, damage } = loadBoard(record);
        expect(damage).toEqual([]);
        const replayed = new Y.Doc();
        for (const { bytes } of rowsOf(dataDir, stationId)) Y.applyUpdate(replayed, bytes);
        expect(readNotes(doc)).toEqual(readNotes(replayed));
        expect(Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(replayed))).toBe(true);
        // What was cut short is in nobody's way.
        await store.compact(stationId, record.head);
      }
    },
  );
});

describe(`T13 power loss (SEED=${SEED})`, () => {
  const folders = Array.from({ length: COPIES + 1 }, tempFolder);
  const [live, ...copies] = folders as [(typeof folders)[0], ...typeof folders];
  let server: ServerProcess | undefined;
  afterAll(async () => {
    await server?.kill();
    for (const folder of folders) folder.remove();
  });

  it('the journal is opened so that a commit has been synced when it returns', async () => {
    const dataDir = await newFolder();
    const lock = takeFolder(dataDir);
    const db = openForWriting(dataDir, 1_000, () => {});
    const setting = (name: string) => Object.values(db.get<object>(`PRAGMA ${name}`)!)[0];
    // 2 is FULL.
    expect(['synchronous', 'fullfsync', 'journal_mode'].map(setting)).toEqual([2, 1, 'wal']);
    db.close();
    lock.close();
  });

  it('in copies of the folder of a server at work is all that was acknowledged before, whatever is lost of the rest', async () => {
    server = await startServer({ dataDir: live.path });
    const made = await makeHall(server.base);
    const acked = new Map<NoteId, string>();
    const stop = await everybodyWrites(server.base, made, acked);
    const safe: ReadonlyMap<NoteId, string>[] = [];
    const synced: number[] = [];
    for (const copy of copies) {
      const enough = acked.size + 60;
      await until(() => acked.size >= enough, { what: `${enough} notes`, within: 60_000 });
      safe.push(new Map(acked));
      synced.push(statSync(logOf(live.path)).size);
      // A moment that nothing in the program chooses.
      await new Promise((resolve) => setTimeout(resolve, random.between(5, 80)));
      server.freeze();
      cpSync(live.path, copy.path, { recursive: true });
      server.thaw();
    }
    await stop();
    expect(await server.stop()).toBe(0);

    const losses: ((log: string, from: number) => void)[] = [() => {}, cutTail, spoilTail];
    for (const [index, copy] of copies.entries()) {
      losses[index % losses.length]!(logOf(copy.path), synced[index]!);
      const second = await startServer({ dataDir: copy.path });
      const there = await everything(second.base, made);
      for (const [id, text] of safe[index]!) expect(there.get(id), `${id} in copy ${index}`).toEqual([text]);
      expect(second.log()).not.toMatch(/"level":"(error|warn)"/);
      expect(await second.stop()).toBe(0);
      expect(withDatabase(copy.path, (db) => db.get('PRAGMA integrity_check'))).toEqual({
        integrity_check: 'ok',
      });
    }
  }, 120_000);
});

/** Pads and boards that write until `stop`; `acked` has the notes that they were told are on disk. */
async function everybodyWrites(
  base: string,
  made: CreatedHall,
  acked: Map<NoteId, string>,
): Promise<() => Promise<void>> {
  const stations = made.hall.stations.map(({ id }) => id);
  let writing = true;
  const pads = await Promise.all(
    Array.from({ length: PADS }, async () => new Padder(base, await sessionOf(base, made, 'participant'))),
  );
  const boards = await Promise.all(
    Array.from({ length: BOARDS }, async (_, n) => {
      const { token } = await sessionOf(base, made, 'participant');
      const boarder = new Boarder({ baseUrl: base, stationId: stations[n % stations.length]!, token });
      await boarder.joined();
      return boarder;
    }),
  );
  const work = Promise.all([
    ...pads.map(async (pad, n) => {
      for (let index = 0; writing; index++) {
        const [id, text] = [newId('n'), `pad ${n} lapp ${index}`];
        await pad.write({ id, stationId: stations[(n + index) % stations.length]!, text });
        acked.set(id, text);
      }
    }),
    ...boards.map(async (boarder, n) => {
      for (let index = 0; writing; index++) {
        const text = `tavle ${n} lapp ${index}`;
        const { id, edit } = boarder.add({ text, pos: [index * 200, n * 200] });
        expect(await edit.outcome).toBe('saved');
        acked.set(id, text);
      }
    }),
  ]);
  return async () => {
    writing = false;
    await work;
    for (const person of [...pads, ...boards]) person.close();
  };
}

const logOf = (dataDir: string) => `${databaseFile(dataDir)}-wal`;

function cutTail(log: string, from: number): void {
  const { size } = statSync(log);
  truncateSync(log, random.whole(Math.min(from, size), size));
}

/** A disk writes in what order it likes: pieces of the end are there, others are not. */
function spoilTail(log: string, from: number): void {
  const bytes = readFileSync(log);
  for (let at = from; at < bytes.length; at += 512) {
    if (random.chance(0.5)) randomFillSync(bytes, at, Math.min(512, bytes.length - at));
  }
  writeFileSync(log, bytes);
}

async function everything(base: string, made: CreatedHall): Promise<Map<NoteId, string[]>> {
  const session = await sessionOf(base, made, 'organiser');
  const found = new Map<NoteId, string[]>();
  for (const { id: station } of made.hall.stations) {
    const path = `/api/halls/${made.hall.id}/stations/${station}/notes`;
    const { body } = await call<{ notes: NoteView[] }>(base, 'GET', path, session);
    for (const { id, text } of body.notes) found.set(id, [...(found.get(id) ?? []), text]);
  }
  return found;
}

const rowsOf = (dataDir: string, stationId: StationId) =>
  withDatabase(dataDir, (db) =>
    db.all<{ bytes: Uint8Array }>('SELECT bytes FROM journal WHERE station = ? ORDER BY seq', stationId),
  );

/** Kills a process some time after so many snapshots. @returns the last row and snapshot that it was promised of each station */
async function killedWhileCompacting(dataDir: string, snapshotsWanted: number, afterMs: number) {
  const script = fileURLToPath(new URL('./compactUntilKilled.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise<void>((resolve) => void child.once('exit', () => resolve()));
  const rows = new Map<StationId, number>();
  const snapshots = new Map<StationId, number>();
  let seen = 0;
  for await (const line of createInterface(child.stdout)) {
    const [what, station, seq] = line.split(' ');
    (what === 'row' ? rows : snapshots).set(station as StationId, Number(seq));
    if (what === 'snapshot' && ++seen === snapshotsWanted) setTimeout(() => child.kill('SIGKILL'), afterMs);
  }
  await exited;
  return { rows, snapshots };
}
