/** T29: many idle people on one board. Renewals of awareness are gathered: what is sent grows with the people, not with their square. */

import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import type { BoardRoom } from '../../server/board/BoardRoom.ts';
import type { BoardSession } from '../../server/board/BoardSession.ts';
import type { BoardSocket } from '../../server/ports.ts';
import { newId } from '../../shared/domain/ids.ts';
import { boardBench } from '../harness/boardBench.ts';

/** A stock provider renews itself so often, and forgets others who have not been renewed for so long. */
const RENEW_MS = 15_000;
const FORGET_MS = 30_000;
const STEP_MS = 100;
const MINUTES = 2;

class Idler {
  frames = 0;
  /** When it last was told anything. */
  heard = 0;
  longestSilence = 0;
  readonly session: BoardSession;
  readonly #client: number;
  #clock = 0;

  constructor(room: BoardRoom, client: number, ours: boolean, now: () => number) {
    this.#client = client;
    const socket: BoardSocket = {
      backlog: 0,
      send: () => {
        this.frames++;
        this.longestSilence = Math.max(this.longestSilence, now() - this.heard);
        this.heard = now();
      },
      close: () => {},
    };
    this.session = room.join(socket, {
      participant: newId('p'),
      actor: { role: 'participant', stations: [] },
      ours,
    });
    room.askedForState(this.session, Uint8Array.of(0));
  }

  renewal(): Uint8Array {
    const to = encoding.createEncoder();
    for (const one of [1, this.#client, ++this.#clock]) encoding.writeVarUint(to, one);
    encoding.writeVarString(to, JSON.stringify({ name: `Nr. ${this.#client}` }));
    return encoding.toUint8Array(to);
  }
}

/** So many people do nothing for a while, each renewing itself in its own time. @returns messages sent in that while */
async function idle(count: number, ours: boolean): Promise<{ messages: number; silence: number }> {
  const { room, clock } = await boardBench();
  const now = () => clock.monotonic();
  const people = Array.from({ length: count }, (_, n) => new Idler(room, 1_000 + n, ours, now));
  await clock.pass(1_000);
  for (const one of people) room.awareness(one.session, one.renewal());
  await clock.pass(RENEW_MS);
  for (const one of people) Object.assign(one, { frames: 0, heard: now(), longestSilence: 0 });
  for (let passed = 0; passed < MINUTES * 60_000; passed += STEP_MS) {
    for (const [n, one] of people.entries()) {
      const turn = Math.floor((n * RENEW_MS) / count / STEP_MS) * STEP_MS;
      if (passed % RENEW_MS === turn) room.awareness(one.session, one.renewal());
    }
    await clock.pass(STEP_MS);
  }
  const messages = people.reduce((sum, { frames }) => sum + frames, 0);
  const silence = Math.max(...people.map(({ longestSilence }) => longestSilence));
  await room.close(1001, 'over');
  expect(clock.waiting).toBe(0);
  return { messages, silence };
}

describe('T29 a thousand idle people', () => {
  it('with unchanged providers: six messages a minute to each, so that ten times the people are ten times the messages', async () => {
    const few = await idle(100, false);
    const many = await idle(1_000, false);
    expect(few.messages).toBe(100 * 6 * MINUTES);
    expect(many.messages).toBe(1_000 * 6 * MINUTES);
    // And often enough that nobody is taken for gone.
    expect(many.silence).toBeLessThan(FORGET_MS - RENEW_MS);
  });

  it('with our own client: none at all', async () => {
    expect((await idle(1_000, true)).messages).toBe(0);
  });
});
