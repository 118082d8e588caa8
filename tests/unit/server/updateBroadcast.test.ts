/** Updates to a crowd: told in lanes, to whoever comes, goes or stops reading, and nobody is ever left with a gap. */

import * as decoding from 'lib0/decoding';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { type BoardSession, openSession } from '../../../server/board/BoardSession.ts';
import { CatchUp } from '../../../server/board/catchUp.ts';
import { UpdateBroadcast } from '../../../server/board/UpdateBroadcast.ts';
import { newId } from '../../../shared/domain/ids.ts';
import { FRAME, SYNC } from '../../../shared/protocol/boardFrames.ts';
import { Random } from '../../crowd/random.ts';
import { HandClock } from '../../harness/handClock.ts';

const A_LOT = 2_000_000;

/** Somebody with a copy of the board. */
class Reader {
  readonly session: BoardSession;
  readonly doc = new Y.Doc();
  backlog = 0;
  told = 0;

  constructor(holder: number) {
    const socket = { send: () => {}, close: () => {}, backlog: 0 };
    Object.defineProperty(socket, 'backlog', { get: () => this.backlog });
    const actor = { role: 'participant', stations: 'all' } as never;
    this.session = openSession(holder, socket, { participant: newId('p'), actor, ours: true });
  }

  hear(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update);
    expect(this.doc.store.pendingStructs, 'a gap').toBeNull();
    expect(this.doc.store.pendingDs, 'a deletion of what is not there').toBeNull();
  }
}

class Hall {
  readonly clock = new HandClock();
  readonly doc = new Y.Doc();
  readonly readers = new Map<BoardSession, Reader>();
  readonly frames = new Set<unknown>();
  readonly #sessions = new Set<BoardSession>();
  readonly #catchUp = new CatchUp({
    clock: this.clock,
    bring: (session, had) => this.readers.get(session)?.hear(Y.encodeStateAsUpdate(this.doc, had)),
    giveUp: () => expect.unreachable('nobody is that slow'),
  });
  committing = false;
  readonly updates = new UpdateBroadcast({
    clock: this.clock,
    sessions: this.#sessions,
    catchUp: this.#catchUp,
    durable: () => (this.committing ? null : this.doc),
    deliver: (session, frame) => {
      expect(this.committing, 'told before it is on disk').toBe(false);
      this.frames.add(frame);
      const reader = this.readers.get(session)!;
      reader.told++;
      const decoder = decoding.createDecoder(frame.bytes);
      expect([decoding.readVarUint(decoder), decoding.readVarUint(decoder)]).toEqual([
        FRAME.sync,
        SYNC.update,
      ]);
      reader.hear(decoding.readVarUint8Array(decoder));
    },
  });
  #next = 1;

  come(count = 1): Reader[] {
    return Array.from({ length: count }, () => {
      const reader = new Reader(this.#next++);
      this.readers.set(reader.session, reader);
      this.#sessions.add(reader.session);
      reader.hear(Y.encodeStateAsUpdate(this.doc));
      reader.session.live = true;
      return reader;
    });
  }

  go({ session }: Reader): void {
    this.readers.delete(session);
    this.#sessions.delete(session);
    this.#catchUp.leave(session);
  }

  /** The document is ahead of the disk for a while, then all is told. */
  async commit(key: string, value: number, ms = 0): Promise<void> {
    let bytes!: Uint8Array;
    this.doc.once('update', (update: Uint8Array) => {
      bytes = update;
    });
    this.committing = true;
    this.doc.getMap('board').set(key, value);
    await this.clock.pass(ms);
    this.committing = false;
    this.updates.add(bytes);
    this.updates.tellSoon();
  }

  get told(): number {
    return [...this.readers.values()].filter(({ told }) => told > 0).length;
  }

  expectSame(): void {
    const wanted = this.doc.getMap('board').toJSON();
    for (const { doc } of this.readers.values()) expect(doc.getMap('board').toJSON()).toEqual(wanted);
  }
}

it('a small crowd is told at once, in one frame', async () => {
  const hall = new Hall();
  hall.come(200);
  await hall.commit('a', 1);
  expect(hall.told).toBe(200);
  expect(hall.frames.size).toBe(1);
  expect(hall.clock.waiting).toBe(0);
});

it('a large crowd is told a part at a stretch, and all of it soon, though nothing more is written', async () => {
  const hall = new Hall();
  hall.come(1_000);
  await hall.commit('a', 1);
  expect(hall.told).toBe(500);
  await hall.clock.pass(120);
  expect(hall.told).toBe(1_000);
  hall.expectSame();
  expect([...hall.readers.values()].every(({ told }) => told === 1)).toBe(true);
  expect(hall.clock.waiting).toBe(0);
});

it('a crowd of thousands has heard of everything after a fraction of a second', async () => {
  const hall = new Hall();
  hall.come(3_000);
  for (let round = 0; round < 3; round++) {
    await hall.commit('a', round);
    await hall.clock.pass(180);
    hall.expectSame();
  }
});

it('who is told late in turn and reads slowly is brought what it missed, from the first of it', async () => {
  const hall = new Hall();
  const readers = hall.come(1_000);
  await hall.commit('a', 1);
  const waiting = readers.filter(({ told }) => told === 0);
  for (const reader of waiting) reader.backlog = A_LOT;
  await hall.commit('b', 2, 10);
  await hall.commit('c', 3, 200);
  await hall.clock.pass(300);
  expect(waiting.every(({ told }) => told === 0)).toBe(true);
  for (const reader of waiting) reader.backlog = 0;
  await hall.clock.pass(1_000);
  hall.expectSame();
});

it('closing tells everybody what they have not been told', async () => {
  const hall = new Hall();
  hall.come(1_000);
  await hall.commit('a', 1);
  await hall.commit('b', 2);
  hall.updates.close();
  hall.expectSame();
  expect(hall.clock.waiting).toBe(0);
});

it('whoever comes, goes and stops reading while it is told, all have the same in the end', async () => {
  const seed = Math.floor(Math.random() * 2 ** 32);
  const random = new Random(seed);
  const hall = new Hall();
  hall.come(random.whole(300, 900));
  try {
    for (let step = 0; step < 120; step++) {
      const readers = [...hall.readers.values()];
      if (random.chance(0.3)) hall.come(random.whole(1, 60));
      // Never the last ones.
      if (readers.length > 200 && random.chance(0.3)) {
        for (let n = 0; n < 40; n++) hall.go(random.pick(readers)!);
      }
      for (let n = 0; n < 20; n++) random.pick(readers)!.backlog = random.chance(0.3) ? A_LOT : 0;
      await hall.commit(`k${random.whole(0, 9)}`, step, random.whole(0, 20));
      if (random.chance(0.7)) await hall.clock.pass(random.whole(0, 60));
    }
    for (const reader of hall.readers.values()) reader.backlog = 0;
    await hall.clock.pass(2_000);
    hall.expectSame();
  } catch (error) {
    throw new Error(`seed ${seed}: ${error}`, { cause: error });
  }
});
