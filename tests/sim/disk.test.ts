/** T14, T15: a disk that is full, and one that is slow. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readNotes } from '../../shared/board/boardDoc.ts';
import { newId } from '../../shared/domain/ids.ts';
import { Random } from '../crowd/random.ts';
import { drain } from './drain.ts';
import { STATION } from './hall.ts';
import { Hands } from './hands.ts';
import { judgeEnd } from './oracle.ts';
import type { Boarder } from './people/Boarder.ts';
import type { Pad } from './people/Pad.ts';
import { World } from './World.ts';

let world: World;
let people: Boarder[];
let pad: Pad;
beforeEach(async () => {
  world = new World(14);
  people = [
    world.enter('true'),
    world.enter('true', { role: 'host' }),
    world.enter('stock'),
    world.enter('model'),
  ];
  pad = world.takePad();
  await world.clock.until(() => people.every(({ settled }) => settled), 10_000);
});
afterEach(() => world.close());

const onDisk = () => readNotes(world.disk.durable(STATION.id)).length;

/** Everybody does something each half second. @returns their hands */
async function work(ms: number): Promise<Hands[]> {
  const random = new Random(14);
  const hands = people.map(({ who }) => new Hands(random.fork(), who.role === 'host'));
  for (let passed = 0; passed < ms; passed += 500) {
    people.forEach(({ doc, who }, index) => {
      hands[index]!.act(doc, who.name);
    });
    if (passed % 5_000 === 0) pad.write(newId('n'), `fra blokka ${passed}`);
    await world.clock.pass(500);
  }
  return hands;
}

async function endWell(): Promise<void> {
  await drain(world);
  const judged = await judgeEnd(world);
  if (world.violations.length > 0) throw new Error(world.story());
  expect(judged.saved).toBeGreaterThan(20);
  expect(world.refusals).toEqual([]);
}

describe('T14 the disk is full', () => {
  it('nothing is acknowledged or shown to others, nothing is lost, and with space again all of it is there', async () => {
    await work(3_000);
    await world.clock.until(() => people.every(({ settled }) => settled), 10_000);
    const before = onDisk();
    world.disk.full = true;
    const hands = await work(5_000);
    expect(onDisk()).toBe(before);
    expect(people[0]!.settled).toBe(false);
    expect(pad.settled).toBe(false);
    // What one sees is on disk, or one's own.
    const durable = readNotes(world.disk.durable(STATION.id)).map(({ id }) => id);
    people.forEach(({ doc }, index) => {
      const seen = readNotes(doc).map(({ id }) => id);
      expect(seen.filter((id) => !durable.includes(id) && !hands[index]!.mine.includes(id))).toEqual([]);
    });
    await endWell();
    expect(onDisk()).toBeGreaterThan(before);
  });

  it('and the engine dies before there is space: nothing is lost', async () => {
    await work(2_000);
    world.disk.full = true;
    await work(3_000);
    world.engine.die();
    await world.clock.pass(3_000);
    await endWell();
  });
});

describe('T15 the disk is slow', () => {
  it('each commit takes 2 s for a minute: what waits is one commit more, and then the queue is empty and stays so', async () => {
    world.disk.latency = [2_000, 2_000];
    const before = world.disk.rows;
    await work(60_000);
    expect(world.disk.rows - before).toBeLessThanOrEqual(60_000 / 2_000 + 1);
    expect(world.disk.rows - before).toBeGreaterThan(20);
    await endWell();
  });

  it('one commit takes 30 s: nobody is asked for anything, nobody is refused, and it is all there', async () => {
    const { asked } = world.frames;
    world.disk.latency = [30_000, 30_000];
    await work(20_000);
    world.disk.latency = [1, 4];
    await world.clock.until(() => people.every(({ settled }) => settled), 90_000);
    // A client of ours that waits too long for an answer may come anew; nothing else makes anybody ask.
    expect(world.frames.asked - asked).toBeLessThan(12);
    await endWell();
  });
});
