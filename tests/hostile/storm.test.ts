/**
 * T27: a thousand clients at the door at once, and again after the server was started anew. They are told the same, so
 * it is encoded once, and not a thousand times: counted here. (How long it takes is the benchmark's to say.)
 */

import * as decoding from 'lib0/decoding';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { createMemoryStore } from '../../server/store/memory.ts';
import { readNotes } from '../../shared/board/boardDoc.ts';
import { addNote, removeNotes } from '../../shared/board/boardOps.ts';
import { newId, type StationId } from '../../shared/domain/ids.ts';
import { CLOSE, FRAME, SYNC, syncFrame } from '../../shared/protocol/boardFrames.ts';
import { LightSocket } from '../bench/load/LightSocket.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { makeHall, sessionOf } from '../harness/hall.ts';
import { type InProcess, startInProcess } from '../harness/inProcess.ts';
import { until } from '../harness/until.ts';

const PEOPLE = 50;
const EACH = 20;
const ALL = PEOPLE * EACH;
const NOTES = 400;
/** Written while they come back. */
const NEWS = 20;
const WITHIN = 60_000;

const work = vi.hoisted(() => ({ encodings: 0, judgements: 0 }));
vi.mock('yjs', async (original) => {
  const real = await original<typeof import('yjs')>();
  return {
    ...real,
    encodeStateAsUpdate: (...args: Parameters<typeof real.encodeStateAsUpdate>) => {
      work.encodings++;
      return real.encodeStateAsUpdate(...args);
    },
  };
});
vi.mock('../../server/board/gate/gate.ts', async (original) => {
  const real = await original<typeof import('../../server/board/gate/gate.ts')>();
  return {
    ...real,
    judge: (...args: Parameters<typeof real.judge>) => {
      work.judgements++;
      return real.judge(...args);
    },
  };
});

/** A client that keeps what it is sent and understands nothing of it. It answers the server's question with `answer`. */
class Light {
  /** SyncStep2s and updates, in order. */
  readonly payloads: Buffer[] = [];
  answers = 0;
  asked = 0;
  closed: number | null = null;
  readonly #socket: LightSocket;

  constructor(url: string, vector: Uint8Array, answer: Uint8Array) {
    this.#socket = new LightSocket(url, {
      open: () => this.#socket.send(syncFrame(SYNC.step1, vector)),
      message: (data) => {
        if (data[0] !== FRAME.sync) return;
        if (data[1] === SYNC.step1) {
          this.asked++;
          this.#socket.send(syncFrame(SYNC.step2, answer));
          return;
        }
        if (data[1] === SYNC.step2) this.answers++;
        const payload = decoding.readVarUint8Array(decoding.createDecoder(data.subarray(2)));
        this.payloads.push(Buffer.from(payload));
      },
      close: (code) => {
        this.closed = code;
      },
    });
  }

  leave(): void {
    this.#socket.terminate();
  }
}

const store = createMemoryStore();
let commits = 0;
const append = store.append;
store.append = (commit) => {
  commits++;
  return append(commit);
};
let server: InProcess;
let station: StationId;
let tokens: string[];
let writing: string;
let crowd: Light[] = [];
beforeAll(async () => {
  server = await startInProcess({ store });
  const made = await makeHall(server.base, 'blank');
  station = made.hall.stations[0]!.id;
  const sessions = await Promise.all(
    Array.from({ length: PEOPLE + 1 }, () => sessionOf(server.base, made, 'participant')),
  );
  [writing, ...tokens] = sessions.map(({ token }) => token) as [string, ...string[]];
  const writer = await join();
  const ids = Array.from({ length: NOTES * 2 }, () => newId('n'));
  for (let from = 0; from < ids.length; from += 200) {
    writer.doc.transact(() => {
      for (const [at, id] of ids.slice(from, from + 200).entries()) {
        addNote(writer.doc, { id, text: `lapp ${from + at}`, pos: [at * 200, from], round: 1, at: 1 });
      }
    });
  }
  // Every other one goes again, so that there is much to say of what is deleted.
  removeNotes(
    writer.doc,
    ids.filter((_, n) => n % 2 === 0),
  );
  await writer.allSaved();
  writer.leave();
}, 60_000);
afterAll(async () => {
  for (const light of crowd) light.leave();
  await server.stop();
});

const join = () => BoardClient.joined({ base: server.base, station, token: writing });

/** Everybody knocks in the same turn. Resolves when all have been told of the board. */
async function storm(vector: Uint8Array, answer: Uint8Array): Promise<void> {
  const base = server.base.replace(/^http/, 'ws');
  crowd = Array.from(
    { length: ALL },
    (_, n) => new Light(`${base}/board/${station}?v=1&token=${tokens[n % PEOPLE]}`, vector, answer),
  );
  await until(() => crowd.every(({ answers }) => answers > 0), {
    what: 'a thousand to be told',
    within: WITHIN,
  });
  await until(() => crowd.every(({ asked }) => asked > 0), {
    what: 'a thousand to be asked',
    within: WITHIN,
  });
  expect(crowd.filter(({ closed }) => closed !== null)).toEqual([]);
}

/** What a client has that began with `had` and took in what it was sent; each way there is gone but once. */
function boards(had: Uint8Array | null): Y.Doc[] {
  const ways = new Map<string, Y.Doc>();
  for (const { payloads } of crowd) {
    const way = payloads.map((payload) => payload.toString('latin1')).join('|');
    if (ways.has(way)) continue;
    const doc = new Y.Doc();
    if (had) Y.applyUpdate(doc, had);
    for (const payload of payloads) Y.applyUpdate(doc, payload);
    ways.set(way, doc);
  }
  return [...ways.values()];
}

describe(`T27 ${ALL} clients at once`, () => {
  let had: Uint8Array;

  it('who have nothing: the board is encoded once for all of them', async () => {
    work.encodings = 0;
    await storm(Uint8Array.of(0), Uint8Array.of(0, 0));
    expect(work.encodings).toBe(1);
    const [board, ...others] = boards(null);
    expect(others).toEqual([]);
    expect(readNotes(board!)).toHaveLength(NOTES);
    had = Y.encodeStateAsUpdate(board!);
  });

  it('who come back after a restart, while others write: once for each step that the board takes, and judged once', async () => {
    const port = new URL(server.base).port;
    await server.app.close();
    await until(() => crowd.every(({ closed }) => closed !== null), { what: 'all to be cut off' });
    expect(new Set(crowd.map(({ closed }) => closed))).toEqual(new Set([CLOSE.restart]));
    server = await startInProcess({ store, env: { PORT: port } });
    const vector = Y.encodeStateVectorFromUpdate(had);
    // A client that has everything says what it knows to be deleted all the same.
    const nothingNew = Y.encodeStateAsUpdate(readBack(had), vector);
    expect(nothingNew.length).toBeGreaterThan(512);
    const writer = await join();
    work.encodings = 0;
    work.judgements = 0;
    commits = 0;
    const back = storm(vector, nothingNew);
    for (let n = 0; n < NEWS; n++) {
      writer.add({ text: `nytt ${n}`, pos: [n * 200, 9_000] });
      await writer.allSaved();
    }
    await back;
    const seen = await join();
    expect(seen.notes).toHaveLength(NOTES + NEWS);
    // One for each version of the board and each of the two questions that were asked of it.
    expect(work.encodings).toBeLessThanOrEqual(2 * (commits + 1));
    expect(commits).toBeLessThanOrEqual(NEWS + 3);
    // The writer's own updates and answers, and the thousand same answers once.
    expect(work.judgements).toBeLessThanOrEqual(NEWS + 6);
    await until(() => boards(had).every((doc) => readNotes(doc).length === NOTES + NEWS), {
      what: 'all to have the news',
    });
    for (const doc of boards(had)) expect(Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(seen.doc))).toBe(true);
    writer.leave();
    seen.leave();
  });
});

function readBack(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc;
}
