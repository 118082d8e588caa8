/**
 * T34: questions (SyncStep1) in a flood, and state vectors as large as they may be. A question may cost an encoding of
 * the whole board; how many of them one person can cause is counted here, on a clock that the test moves.
 */

import * as encoding from 'lib0/encoding';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import type { StationId } from '../../shared/domain/ids.ts';
import { SYNC, syncFrame } from '../../shared/protocol/boardFrames.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { makeHall, sessionOf } from '../harness/hall.ts';
import { HandClock } from '../harness/handClock.ts';
import { type InProcess, startInProcess } from '../harness/inProcess.ts';
import { RawSocket, wsFrame } from '../harness/rawSocket.ts';
import { until } from '../harness/until.ts';

/** What a person may ask (`boardLimits.ts`): so many questions at once and so many a second, and so many bytes. */
const BURST = 20;
const PER_SECOND = 0.5;
const BYTES_BURST = 2_000_000;
const BYTES_PER_SECOND = 200_000;
const QUESTIONS = 1_000;
const SECONDS = 60;
const STEP_MS = 100;

const work = vi.hoisted(() => ({ encodings: 0 }));
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

let clock: HandClock;
let server: InProcess;
let made: CreatedHall;
let station: StationId;
let open: { leave(): void }[];
beforeEach(async () => {
  clock = new HandClock();
  open = [];
  server = await startInProcess({ clock });
  made = await makeHall(server.base, 'blank');
  station = made.hall.stations[0]!.id;
});
afterEach(async () => {
  for (const one of open.splice(0)) one.leave();
  await letTimePass(1);
  await server.stop();
});

/** Lets so many seconds of the server's time pass; after each step what the sockets brought is read. */
async function letTimePass(seconds: number): Promise<void> {
  for (let passed = 0; passed < seconds * 1_000; passed += STEP_MS) {
    await clock.pass(STEP_MS);
    for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Runs it while the server's time passes. */
async function meanwhile<T>(what: Promise<T>): Promise<T> {
  let over = false;
  what.then(
    () => (over = true),
    () => (over = true),
  );
  while (!over) await letTimePass(STEP_MS / 1_000);
  return what;
}

async function join(role: 'participant' | 'wall' = 'participant'): Promise<BoardClient> {
  const { token } = await sessionOf(server.base, made, role);
  const client = await meanwhile(BoardClient.joined({ base: server.base, station, token }));
  open.push(client);
  return client;
}

/** A state vector of one client that is not here: another one each time, so that no answer to it can be ready. */
function strange(n: number): Uint8Array {
  return Y.encodeStateVector(new Map([[n + 1, 1]]));
}

const question = (vector: Uint8Array) => syncFrame(SYNC.step1, vector);

async function floodgate(): Promise<RawSocket> {
  const { token } = await sessionOf(server.base, made, 'participant');
  const port = Number(new URL(server.base).port);
  const raw = await RawSocket.upgraded(port, `/board/${station}?token=${token}&v=1`);
  open.push({ leave: () => raw.end() });
  return raw;
}

describe('T34 questions', () => {
  it('a thousand in one breath, each of its own: a person’s share is answered, the rest when it is paid for', async () => {
    const writer = await join();
    writer.add({ text: 'en lapp' });
    await meanwhile(writer.allSaved());
    const raw = await floodgate();
    work.encodings = 0;
    const began = clock.monotonic();
    raw.send(
      Buffer.concat(Array.from({ length: QUESTIONS }, (_, n) => wsFrame({ payload: question(strange(n)) }))),
    );
    await letTimePass(SECONDS);
    const may = BURST + PER_SECOND * ((clock.monotonic() - began) / 1_000);
    expect(work.encodings).toBeLessThanOrEqual(may + 2);
    expect(work.encodings).toBeGreaterThan(BURST);
    expect(raw.closed).toBe(false);
    // Nobody else waits for that.
    const late = await join('wall');
    expect(late.notes.map(({ text }) => text)).toEqual(['en lapp']);
    writer.add({ text: 'en til' });
    await meanwhile(writer.allSaved());
    await meanwhile(until(() => late.notes.length === 2, { what: 'news' }));
  });

  it('by many connections of one person: they have one share together', async () => {
    const { token } = await sessionOf(server.base, made, 'participant');
    const clients: BoardClient[] = [];
    for (let n = 0; n < 10; n++) {
      const client = await meanwhile(BoardClient.joined({ base: server.base, station, token }));
      clients.push(client);
      open.push(client);
    }
    work.encodings = 0;
    for (let n = 0; n < QUESTIONS; n++) clients[n % 10]!.send(question(strange(n)));
    await letTimePass(SECONDS);
    // Each socket that is not yet held back may bring one on credit.
    expect(work.encodings).toBeLessThanOrEqual(BURST + PER_SECOND * SECONDS + clients.length + 2);
  });

  it('with state vectors of ten thousand clients: their bytes count as well', async () => {
    const vector = (n: number) =>
      Y.encodeStateVector(new Map(Array.from({ length: 10_000 }, (_, at) => [at * 400_000 + n, at + 1])));
    const { length } = question(vector(0));
    const person = await join();
    const asked = 60;
    work.encodings = 0;
    for (let n = 0; n < asked; n++) person.send(question(vector(n)));
    await letTimePass(SECONDS / 4);
    const may = (BYTES_BURST + BYTES_PER_SECOND * (SECONDS / 4)) / length;
    expect(work.encodings).toBeLessThanOrEqual(Math.min(may, BURST + (PER_SECOND * SECONDS) / 4) + 2);
    expect([person.closed, person.refusals]).toEqual([null, []]);
  });

  it('with a state vector of more clients than any board has, or that claims what it has not: no encoding at all', async () => {
    const person = await join();
    const claims = (count: number) => {
      const to = encoding.createEncoder();
      encoding.writeVarUint(to, count);
      return encoding.toUint8Array(to);
    };
    const large = Y.encodeStateVector(new Map(Array.from({ length: 60_000 }, (_, at) => [at, 1])));
    expect(question(large).length).toBeLessThan(256_000);
    work.encodings = 0;
    for (const vector of [claims(2 ** 53 - 1), claims(2 ** 32), claims(1), large])
      person.send(question(vector));
    await letTimePass(SECONDS);
    expect(work.encodings).toBe(0);
    expect(person.refusals.map(({ code }) => code)).toEqual([
      'malformed',
      'malformed',
      'malformed',
      'malformed',
    ]);
  });

  it('of those who have nothing are answered from one encoding, however many they are', async () => {
    const people = await Promise.all(Array.from({ length: 10 }, () => join()));
    await letTimePass(1);
    work.encodings = 0;
    for (const person of people) for (let n = 0; n < 20; n++) person.send(question(Uint8Array.of(0)));
    await letTimePass(2);
    expect(work.encodings).toBeLessThanOrEqual(1);
    for (const person of people) expect(person.updates.length).toBeGreaterThan(20);
  });
});
