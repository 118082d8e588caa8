/**
 * T28: a full hall on one board, a fifth of it writing ten times a second. Nothing is lost, all see the same. Here a
 * slice of it; `NIGHTLY=1 npx vitest run --project contract tests/contract/manyWriters.test.ts` is the whole: 1,000
 * clients, 200 writers, 30 minutes; and how soon they were told that it is safe.
 */

import { createHash, type Hash } from 'node:crypto';
import * as decoding from 'lib0/decoding';
import { afterAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readNotes } from '../../shared/board/boardDoc.ts';
import { addNote, move } from '../../shared/board/boardOps.ts';
import { type NoteId, newId } from '../../shared/domain/ids.ts';
import { FRAME, readRefused, readSaved, SYNC, syncFrame } from '../../shared/protocol/boardFrames.ts';
import { LightSocket } from '../bench/load/LightSocket.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { call, makeHall, sessionOf } from '../harness/hall.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { until } from '../harness/until.ts';

const WHOLE = Boolean(process.env.NIGHTLY);
const CLIENTS = WHOLE ? 1_000 : 60;
const WRITERS = WHOLE ? 200 : 12;
const PER_SECOND = 10;
const SECONDS = WHOLE ? Number(process.env.SOAK_SECONDS ?? 30 * 60) : 8;
/** Where a writer begins a new note: it is moved about until then. A station holds 5,000. */
const MOVES_A_NOTE = WHOLE ? 1_000 : 100;
const CONNECTIONS_A_TOKEN = 50;
/** So many onlookers understand what they are told: more than a large crowd has lanes, one or more in each. */
const FOLLOWERS = 8;

/** A client that understands nothing: it keeps the order and the bytes of what it is told as one sum. */
class Onlooker {
  updates = 0;
  answers = 0;
  closed: number | null = null;
  protected readonly socket: LightSocket;
  #sum: Hash = createHash('sha1');
  #counting = false;

  constructor(url: string) {
    this.socket = new LightSocket(url, {
      open: () => this.socket.send(syncFrame(SYNC.step1, Uint8Array.of(0))),
      message: (data) => this.take(data),
      close: (code) => {
        this.closed = code;
      },
    });
  }

  /** From here on all is counted: everybody is in. */
  begin(): void {
    this.#counting = true;
    this.updates = 0;
    this.answers = 0;
  }

  /** The sum of all updates since, with their order. */
  get sum(): string {
    return this.#sum.copy().digest('hex');
  }

  leave(): void {
    this.socket.terminate();
  }

  protected take(data: Uint8Array): void {
    if (data[0] !== FRAME.sync || data[1] === SYNC.step1) return;
    if (data[1] === SYNC.step2) {
      this.answers++;
      return;
    }
    this.updates++;
    if (this.#counting) this.#sum.update(data);
  }
}

/** An onlooker that makes a document of what it is told. */
class Follower extends Onlooker {
  readonly doc = new Y.Doc();

  protected override take(data: Uint8Array): void {
    super.take(data);
    if (data[0] !== FRAME.sync || data[1] === SYNC.step1) return;
    const decoder = decoding.createDecoder(data.subarray(2));
    Y.applyUpdate(this.doc, decoding.readVarUint8Array(decoder));
  }
}

/** Hangs notes and moves them; it has its own notes alone, and takes in nobody else's. */
class Writer extends Onlooker {
  sent = 0;
  saved = 0;
  readonly refused: string[] = [];
  readonly doc = new Y.Doc();
  /** Its notes, and where each hangs at last. */
  readonly places = new Map<NoteId, readonly [number, number]>();
  /** How long each took to be on disk and acknowledged, in ms. */
  readonly waits: number[] = [];
  readonly #sentAt: number[] = [];
  #note: NoteId = newId('n');

  constructor(url: string) {
    super(url);
    this.doc.on('update', (bytes: Uint8Array) => {
      this.sent++;
      this.#sentAt.push(performance.now());
      this.socket.send(syncFrame(SYNC.update, bytes));
    });
  }

  write(n: number): void {
    const pos = [n, n % 1_000] as const;
    if (n % MOVES_A_NOTE === 0) {
      this.#note = newId('n');
      addNote(this.doc, { id: this.#note, text: `lapp ${n}`, pos, round: 1, at: 1 });
    } else move(this.doc, [{ id: this.#note, pos }]);
    this.places.set(this.#note, pos);
  }

  protected override take(data: Uint8Array): void {
    super.take(data);
    const decoder = decoding.createDecoder(data);
    const type = decoding.readVarUint(decoder);
    if (type === FRAME.saved) {
      this.saved = readSaved(decoder);
      const now = performance.now();
      // One frame acknowledges all up to it. What answered the server's question is not counted.
      const waiting = this.sent - this.saved;
      while (this.#sentAt.length > waiting) this.waits.push(now - this.#sentAt.shift()!);
    }
    if (type === FRAME.refused) this.refused.push(readRefused(decoder).code);
    if (type === FRAME.sync && data[1] === SYNC.step1) {
      // What it has by then would come twice else: it has nothing yet.
      this.sent++;
      this.socket.send(syncFrame(SYNC.step2, Uint8Array.of(0, 0)));
    }
  }
}

const folder = tempFolder();
let server: ServerProcess | undefined;
afterAll(async () => {
  await server?.stop();
  folder.remove();
});

async function residentMb(base: string): Promise<number> {
  const { body } = await call<string>(base, 'GET', '/metrics');
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(body)?.[1]) / 1e6;
}

describe(`T28 ${CLIENTS} clients, ${WRITERS} of them writing ${PER_SECOND} times a second for ${SECONDS} s`, () => {
  it(
    'nothing is lost, and all are told the same',
    async () => {
      server = await startServer({ dataDir: folder.path });
      const { base } = server;
      const made = await makeHall(base, 'blank');
      const station = made.hall.stations[0]!.id;
      const url = (token: string) => `${base.replace(/^http/, 'ws')}/board/${station}?v=1&token=${token}`;
      const token = async (role: 'participant' | 'wall') => (await sessionOf(base, made, role)).token;
      const writers: Writer[] = [];
      for (let n = 0; n < WRITERS; n++) writers.push(new Writer(url(await token('participant'))));
      const watching = await token('wall');
      // One after the other, so that their numbers, and so their lanes, follow on each other.
      const followers = Array.from({ length: FOLLOWERS }, () => new Follower(url(watching)));
      const onlookers: Onlooker[] = [...followers];
      for (let n = WRITERS + FOLLOWERS; n < CLIENTS; n += CONNECTIONS_A_TOKEN) {
        const shared = await token('wall');
        for (let at = n; at < Math.min(CLIENTS, n + CONNECTIONS_A_TOKEN); at++)
          onlookers.push(new Onlooker(url(shared)));
      }
      const all = [...writers, ...onlookers];
      await until(() => all.every(({ answers }) => answers > 0), { what: 'all to be in', within: 60_000 });
      await until(() => writers.every(({ sent, saved }) => sent === 1 && saved === 1), {
        what: 'all to be asked',
      });
      for (const one of all) one.begin();

      const memory: number[] = [];
      const began = performance.now();
      for (let n = 0; n < SECONDS * PER_SECOND; n++) {
        // By the clock, so that a machine that is behind catches up, as hands do that have waited.
        await until(() => performance.now() - began >= (n * 1_000) / PER_SECOND, { what: 'the next turn' });
        for (const writer of writers) writer.write(n);
        if (n % (60 * PER_SECOND) === 0) memory.push(await residentMb(base));
      }
      await until(() => writers.every(({ sent, saved }) => sent === saved), {
        what: 'everything to be on disk',
        within: 120_000,
      });
      expect(writers.flatMap(({ refused }) => refused)).toEqual([]);
      expect(all.filter(({ closed }) => closed !== null)).toEqual([]);
      // One who was skipped for being slow has an answer in the place of updates: then it was asked too much of them.
      expect(all.filter(({ answers }) => answers > 0)).toEqual([]);
      const written = writers.flatMap(({ places }) => [...places]);
      const hangsAt = (doc: Y.Doc) => new Map(readNotes(doc).map(({ id, pos }) => [id, pos]));
      const isWhole = (doc: Y.Doc) => {
        const places = hangsAt(doc);
        return written.every(([id, pos]) => `${places.get(id)}` === `${pos}`);
      };
      for (const { doc } of followers)
        await until(() => isWhole(doc), { what: 'the last update to have been told' });
      // A large crowd is told in lanes, each in bites of its own. Within a lane all are told the same bytes, and those
      // of each lane make the document.
      const understood = () => new Set(followers.map(({ sum }) => sum));
      await until(() => all.every(({ sum }) => understood().has(sum)), { what: 'all to have been told' });
      // Ticks were shared: no more updates than were sent, and each had somebody's change in it.
      for (const { updates } of all) expect(updates).toBeLessThanOrEqual(WRITERS * SECONDS * PER_SECOND);

      const reader = await BoardClient.joined({ base, station, token: await token('wall') });
      const places = hangsAt(reader.doc);
      expect(places).toEqual(new Map(written));
      reader.leave();
      for (const one of all) one.leave();
      expect(server.log()).not.toMatch(/"level":"error"|board\.rebuild/);
      if (WHOLE) {
        console.log(`memory in MB, minute by minute: ${memory.map(Math.round).join(' ')}`);
        const waits = writers.flatMap((writer) => writer.waits).sort((a, b) => a - b);
        const p95 = waits[Math.floor(waits.length * 0.95)]!;
        console.log(`on disk and acknowledged, of ${waits.length}: p95 ${p95.toFixed(0)} ms`);
        expect(p95).toBeLessThan(250);
        // Flat: what the second half adds is what the board itself has grown by.
        expect(memory.at(-1)!).toBeLessThan(memory[memory.length >> 1]! * 1.5);
      }
      expect(await server.stop()).toBe(0);
      server = await startServer({ dataDir: folder.path });
      const path = `/api/halls/${made.hall.id}/stations/${station}/notes`;
      const session = await sessionOf(server.base, made, 'organiser');
      const { body } = await call<{ notes: { id: NoteId; pos: [number, number] }[] }>(
        server.base,
        'GET',
        path,
        session,
      );
      expect(new Map(body.notes.map(({ id, pos }) => [id, pos]))).toEqual(places);
    },
    WHOLE ? 45 * 60_000 : 180_000,
  );
});
