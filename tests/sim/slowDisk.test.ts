/** T15: a commit takes 2 s, or 30 s. What waits is bounded by what people may send, and once the disk is well nothing of it stays. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readNotes } from '../../shared/board/boardDoc.ts';
import { addNote, move } from '../../shared/board/boardOps.ts';
import { newId } from '../../shared/domain/ids.ts';
import { drain } from './drain.ts';
import type { Step } from './Engine.ts';
import { STATION } from './hall.ts';
import { judgeEnd } from './oracle.ts';
import { RawTab } from './people/RawTab.ts';
import { World } from './World.ts';

/** What a person may send (`boardLimits.ts`): so many document frames at once, and so many a second. */
const BURST = 160;
const PER_SECOND = 40;
/** Frames that one hand sends in a moment: far beyond its share. */
const FLOOD = 3_000;

let world: World;
let counts: Record<Step, number>;
beforeEach(() => {
  world = new World(15);
  counts = {} as Record<Step, number>;
  world.doom = (step) => {
    counts[step] = (counts[step] ?? 0) + 1;
    return false;
  };
});
afterEach(() => world.close());

const onDisk = () => readNotes(world.disk.durable(STATION.id));
/** Commits that the journal was given. */
const commits = () => counts.applied ?? 0;

async function endWell(): Promise<void> {
  await drain(world);
  await judgeEnd(world);
  if (world.violations.length > 0) throw new Error(world.story());
}

/** Nothing waits any more: the board could be let go in this very turn. */
async function nothingStays(): Promise<void> {
  for (const boarder of world.boarders.splice(0)) boarder.close();
  await world.clock.pass(1_000);
  expect(world.engine.boards.peek(STATION.id)!.idle).toBe(true);
  const before = { ...counts };
  await world.clock.pass(30_000);
  expect(counts).toEqual(before);
}

describe.each([2_000, 30_000])('T15 a commit takes %i ms', (ms) => {
  it('and somebody sends far more than their share: no more is taken in meanwhile than a person may send', async () => {
    const { clock, disk } = world;
    const kari = await new RawTab(world).join();
    const id = newId('n');
    kari.update(kari.make((doc) => void addNote(doc, { id, text: 'Karis', pos: [0, 0], round: 1, at: 1 })));
    await clock.pass(1_000);
    const had = { received: counts.received!, commits: commits() };
    disk.latency = [ms, ms];
    for (let n = 1; n <= FLOOD; n++) kari.update(kari.make((doc) => void move(doc, [{ id, pos: [n, n] }])));
    await clock.pass(ms - 100);
    // One commit is in flight, and behind it waits what was taken in.
    expect(commits() - had.commits).toBe(1);
    const may = BURST + (PER_SECOND * ms) / 1_000 + 5;
    expect(counts.received! - had.received).toBeLessThanOrEqual(may);
    expect(counts.received! - had.received).toBeGreaterThan(Math.min(FLOOD, may) * 0.8);
    expect(kari.saved.at(-1) ?? 0).toBeLessThan(10);
    // What waited is one commit more, whatever its number.
    await clock.pass(ms);
    expect(commits() - had.commits).toBe(2);

    disk.latency = [1, 4];
    await clock.until(() => kari.saved.at(-1) === FLOOD + 1, 200_000);
    expect(onDisk().map(({ pos }) => pos)).toEqual([[FLOOD, FLOOD]]);
    expect([kari.refused, kari.closed]).toEqual([[], null]);
    kari.close();
    await nothingStays();
    expect(world.violations).toEqual([]);
  });

  it('for a minute, with people of all kinds: it is seen that nothing is saved yet, and then the queue is empty for good', async () => {
    const { clock, disk } = world;
    const people = [world.enter('true'), world.enter('true', { role: 'host' }), world.enter('stock')];
    const wall = world.enter('true', { role: 'wall' });
    const pad = world.takePad();
    await clock.until(() => [...people, wall].every(({ settled }) => settled), 10_000);
    const had = commits();
    disk.latency = [ms, ms];
    let n = 0;
    const mostUnseen: number[] = [];
    for (let passed = 0; passed < 60_000; passed += 500) {
      for (const { doc } of people) {
        addNote(doc, { id: newId('n'), text: `lapp ${n}`, pos: [n++, 0], round: 1, at: 1 });
      }
      if (passed % 5_000 === 0) pad.write(newId('n'), `fra blokka ${passed}`);
      await clock.pass(500);
      // B1 while it is slow: the wall shows what is on disk and nothing else, at most a moment late.
      mostUnseen.push(readNotes(wall.doc).length - onDisk().length);
    }
    expect(Math.max(...mostUnseen)).toBeLessThanOrEqual(0);
    expect(people[0]!.settled).toBe(false);
    expect(commits() - had).toBeLessThanOrEqual(60_000 / ms + 1);

    disk.latency = [1, 4];
    await clock.until(() => [...people, pad].every(({ settled }) => settled), 2 * ms + 20_000);
    expect(disk.failures).toBe(0);
    expect(world.refusals).toEqual([]);
    await endWell();
    expect(onDisk()).toHaveLength(n + 12);
    await nothingStays();
  });
});
