/**
 * T02–T04: messages that come twice, late, or not at all. A WebSocket does none of this within a connection; a client
 * that mends itself (`ModelClient`) comes through it, and so does the engine. Cuts, which WebSockets do know, are for
 * the true client.
 */

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { FRAME, SYNC, syncFrame } from '../../shared/protocol/boardFrames.ts';
import { drain } from './drain.ts';
import { STATION } from './hall.ts';
import { type Caller, type Direction, type Judge, SimSocket } from './Network.ts';
import { judgeEnd } from './oracle.ts';
import { comeIn, morning, wholeMorning } from './script.ts';
import { World } from './World.ts';

/** Frames that one morning takes when nothing goes wrong, and a bound for when something does. */
const FRAMES_MAX = 120;

function mustBeWell(world: World): void {
  if (world.violations.length > 0) throw new Error(world.story());
}

async function countMessages(ours: 'true' | 'model'): Promise<Record<Direction, number>> {
  const counts = { up: 0, down: 0 };
  const { world } = await wholeMorning(ours, (world) => {
    world.network.judge = ({ direction }) => {
      counts[direction]++;
      return 'arrives';
    };
  });
  mustBeWell(world);
  return counts;
}

const only =
  (direction: Direction, fate: ReturnType<Judge>): Judge =>
  (message) =>
    message.direction === direction ? fate : 'arrives';

describe('T02 every message twice', () => {
  it.each(['up', 'down'] as const)('%s: nothing is there twice, nobody is refused', async (direction) => {
    const { world } = await wholeMorning(
      'model',
      (world) => {
        world.network.judge = only(direction, 'twice');
      },
      true,
    );
    mustBeWell(world);
  });

  it('both ways', async () => {
    const { world } = await wholeMorning(
      'model',
      (world) => {
        world.network.judge = () => 'twice';
      },
      true,
    );
    mustBeWell(world);
  });

  it('the whole history again, frame by frame and merged: no change, no growth, no refusal', async () => {
    const world = new World(2);
    try {
      const sent = new Map<Caller, Uint8Array[]>();
      const count = world.network.onFrame;
      world.network.onFrame = (link, direction, bytes) => {
        count(link, direction, bytes);
        if (direction === 'down' || bytes[0] !== FRAME.sync || bytes[1] === SYNC.step1) return;
        sent.set(link.caller, [...(sent.get(link.caller) ?? []), bytes.slice()]);
      };
      await morning(world, comeIn(world, 'model'));
      await drain(world);
      const [rows, before] = [world.disk.rows, Y.encodeStateAsUpdate(world.disk.durable(STATION.id))];
      expect([...sent.values()].flat().length).toBeGreaterThan(12);
      for (const [caller, frames] of sent) {
        if (caller.who.role === 'wall') continue;
        const socket = new SimSocket(world.network, caller);
        await world.clock.until(() => socket.readyState === 1, 5_000);
        for (const frame of frames) socket.send(frame);
        // A frame is its kinds, a length, and an update.
        const updates = frames.map((frame) => frame.subarray(2 + lengthOfLength(frame.subarray(2))));
        socket.send(syncFrame(SYNC.update, Y.mergeUpdates(updates)));
        socket.send(syncFrame(SYNC.step2, Y.mergeUpdates(updates)));
        await world.clock.pass(5_000);
        expect(socket.readyState).toBe(1);
        socket.close();
      }
      expect(world.refusals).toEqual([]);
      expect(world.disk.rows).toBe(rows);
      expect(Y.encodeStateAsUpdate(world.disk.durable(STATION.id))).toEqual(before);
      await judgeEnd(world);
      mustBeWell(world);
    } finally {
      world.close();
    }
  });
});

describe('T03 messages out of order', () => {
  it.each([2, 3, 5, 7])('one in %i, within each connection and across them', async (every) => {
    const { world } = await wholeMorning(
      'model',
      (world) => {
        let n = 0;
        world.network.judge = () => (++n % every === 0 ? 'late' : 'arrives');
      },
      true,
    );
    mustBeWell(world);
    expect(world.frames.update + world.frames.step2).toBeLessThan(FRAMES_MAX);
  });
});

describe('T04 one message is lost', async () => {
  const counts = await countMessages('model');
  const all = (['up', 'down'] as const).flatMap((direction) =>
    Array.from({ length: counts[direction] }, (_, n) => [direction, n] as const),
  );

  it('there are messages to lose', () => {
    expect(counts.up).toBeGreaterThan(20);
    expect(counts.down).toBeGreaterThan(60);
  });

  it.each(all)('%s %i: it is made good in a bounded number of steps', async (direction, n) => {
    const { world, judged } = await wholeMorning(
      'model',
      (world) => {
        world.network.judge = (message) =>
          message.direction === direction && message.n === n ? 'lost' : 'arrives';
      },
      true,
    );
    mustBeWell(world);
    expect(world.frames.update + world.frames.step2).toBeLessThan(FRAMES_MAX);
    expect(judged.notes).toBeGreaterThan(1);
  });
});

describe('a connection is cut after any message', async () => {
  const counts = await countMessages('true');
  const all = (['up', 'down'] as const).flatMap((direction) =>
    Array.from({ length: counts[direction] }, (_, n) => [direction, n] as const),
  );

  it.each(all)('%s %i: the true client loses nothing and repeats nothing', async (direction, n) => {
    const { world, judged } = await wholeMorning('true', (world) => {
      world.network.judge = (message) => {
        if (message.direction === direction && message.n === n) {
          world.clock.after(0, () => message.link.cut(400, 20));
        }
        return 'arrives';
      };
    });
    mustBeWell(world);
    expect(world.refusals).toEqual([]);
    expect(world.frames.update + world.frames.step2).toBeLessThan(FRAMES_MAX);
    expect(judged.saved).toBeGreaterThan(5);
  });
});

/** Bytes of the varint that says how long what follows is. */
function lengthOfLength(bytes: Uint8Array): number {
  let length = 1;
  while (bytes[length - 1]! >= 0x80) length++;
  return length;
}
