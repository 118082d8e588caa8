/** After a run: the network is whole, the disk well, the host has opened all; then everything must come to rest. */

import { OPEN_RULES } from '../../shared/domain/hall.ts';
import { FAIR } from './Pipe.ts';
import type { Boarder } from './people/Boarder.ts';
import { ModelClient } from './people/ModelClient.ts';
import type { World } from './World.ts';

/** Backoffs, patience, late closes and asking again are all shorter than this together. */
const PATIENCE_MS = 240_000;
const LOOK_MS = 250;
/** At rest for so many looks in a row: a frame may be under way. */
const LOOKS = 8;
/** With nothing to do, nothing may be said of documents for so long. */
const QUIET_MS = 20_000;
/** Document frames of clients beyond one for each change, and one for each time they were asked. */
const FRAMES_BESIDE = 4;

export interface DrainHow {
  /** Those who hold what the server will never have, and so never come to rest. */
  blind?: readonly Boarder[];
  /** The network did what no TCP does. */
  unruly?: boolean;
}

/** Heals all and waits until everything rests. What does not is told to the world as wrong. */
export async function drain(world: World, { blind = [], unruly = false }: DrainHow = {}): Promise<void> {
  const { clock, disk, network } = world;
  world.tell('all is healed');
  for (const weather of world.weathers) Object.assign(weather, FAIR);
  Object.assign(disk, { full: false, away: false, latency: [1, 4] });
  world.doom = () => false;
  network.fair();
  world.furnish({ ...world.furniture, rules: { ...OPEN_RULES } });
  for (const link of [...network.halfOpen]) link.learn();
  for (const link of [...network.links]) {
    link.release();
    // An unchanged provider never asks again by itself, and who trusts a wrong count brings nothing again: what no TCP
    // does is made good at the next connection.
    if (unruly && (!link.caller.ours || link.miscounted)) link.cut(0, 100);
  }
  const judged = world.boarders.filter((boarder) => !blind.includes(boarder));
  if (!(await comeToRest(world, judged))) {
    for (const { who, kind, settled, state } of judged) {
      if (!settled) world.wrong(`${who.name} (${kind}) never came to rest: ${state}`);
    }
    if (world.pads.some((pad) => !pad.settled)) world.wrong('a pad never came to rest');
    return;
  }
  // What was lost without a trace is asked for once more, and then there is nothing left to say.
  await clock.pass(14_000);
  for (const boarder of world.boarders) if (boarder instanceof ModelClient) boarder.rest();
  await clock.pass(3_000);
  const before = { ...world.frames, rows: disk.rows };
  await clock.pass(QUIET_MS);
  const after = { ...world.frames, rows: disk.rows };
  for (const key of Object.keys(before) as (keyof typeof before)[]) {
    if (before[key] !== after[key])
      world.wrong(`at rest there were ${after[key] - before[key]} more: ${key}`);
  }
  const { step2, update, asked } = world.frames;
  // Where messages come twice, so do questions.
  const questions = asked * (unruly ? 2 : 1);
  const deeds = world.chronicle.deeds.length;
  if (step2 > questions + FRAMES_BESIDE || update > deeds + FRAMES_BESIDE) {
    world.wrong(
      `too much was said: ${step2} answers to ${asked} questions, ${update} updates of ${deeds} changes`,
    );
  }
}

async function comeToRest(world: World, judged: readonly Boarder[]): Promise<boolean> {
  let looks = 0;
  for (let waited = 0; waited < PATIENCE_MS && looks < LOOKS; waited += LOOK_MS) {
    await world.clock.pass(LOOK_MS);
    for (const boarder of world.boarders) if (boarder.ended) boarder.reload();
    const atRest =
      !world.engine.dead &&
      judged.every(({ settled }) => settled) &&
      world.pads.every(({ settled }) => settled);
    looks = atRest ? looks + 1 : 0;
  }
  return looks >= LOOKS;
}
