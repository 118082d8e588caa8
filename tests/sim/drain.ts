/** After a run: the network is whole, the disk well, the host has opened all; then everything must come to rest. */

import { OPEN_RULES } from '../../shared/domain/hall.ts';
import { FAIR } from './Pipe.ts';
import { modelsOf, type Simulation } from './Simulation.ts';

/** Backoffs, patience, late closes and asking again are all shorter than this together. */
const PATIENCE_MS = 240_000;
const LOOK_MS = 250;
/** With nothing to do, nothing may be said of documents for so long. */
const QUIET_MS = 20_000;
/** Document frames of clients that a run may take: for each change, each connection, and each time it was asked. */
const FRAMES_BESIDE = 4;

export async function drain(simulation: Simulation): Promise<void> {
  const { world, seats, padSeats } = simulation;
  const { clock, disk } = world;
  world.tell('all is healed');
  for (const { weather } of [...seats, ...padSeats]) Object.assign(weather, FAIR);
  Object.assign(disk, { full: false, away: false, latency: [1, 4] });
  world.doom = () => false;
  world.furnish({ ...world.furniture, rules: { ...OPEN_RULES } });
  for (const link of [...world.network.halfOpen]) link.learn();
  for (const link of world.network.links) link.release();
  // An unchanged provider never asks again by itself: what no TCP loses, it learns of at its next connection.
  for (const link of [...world.network.links]) {
    if (simulation.unruly && !link.caller.ours) link.cut(0, 100);
  }
  let looks = 0;
  const atRest = () => {
    for (const { boarder } of seats) if (boarder.ended) boarder.reload();
    return (
      !world.engine.dead &&
      seats.every(({ boarder, sees }) => !sees || boarder.settled) &&
      padSeats.every(({ pad }) => pad.settled)
    );
  };
  for (let waited = 0; waited < PATIENCE_MS && looks < 8; waited += LOOK_MS) {
    await clock.pass(LOOK_MS);
    // For some looks in a row: a frame may be under way.
    looks = atRest() ? looks + 1 : 0;
  }
  if (looks < 8) {
    for (const { boarder, sees } of seats) {
      if (sees && !boarder.settled)
        world.wrong(`${boarder.who.name} (${boarder.kind}) never came to rest: ${boarder.state}`);
    }
    for (const { pad, who } of padSeats)
      if (!pad.settled) world.wrong(`${who.name}'s pad never came to rest`);
    return;
  }
  // What was lost without a trace is asked for once more, and then there is nothing left to say.
  await clock.pass(10_000);
  for (const model of modelsOf(simulation)) model.rest();
  await clock.pass(3_000);
  const before = { ...world.frames, rows: disk.rows };
  await clock.pass(QUIET_MS);
  const after = { ...world.frames, rows: disk.rows };
  for (const key of Object.keys(before) as (keyof typeof before)[]) {
    if (before[key] !== after[key])
      world.wrong(`at rest there were ${after[key] - before[key]} more: ${key}`);
  }
  const { step2, update, asked } = world.frames;
  const deeds = world.chronicle.deeds.length;
  // Where messages come twice, so do questions.
  const questions = asked * (simulation.unruly ? 2 : 1);
  if (step2 > questions + FRAMES_BESIDE || update > deeds + FRAMES_BESIDE) {
    world.wrong(
      `too much was said: ${step2} answers to ${asked} questions, ${update} updates of ${deeds} changes`,
    );
  }
}
