/** Many runs of the simulator, seed by seed: `npx tsx tests/sim/nightly.ts --seeds 5000 --from 1`, or `--seed 17` with its story. */

import { parseArgs } from 'node:util';
import { simulate } from './Simulation.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
  },
});

if (values.seed) {
  const outcome = await simulate(Number(values.seed), console.log);
  console.log({ ...outcome, story: undefined });
  process.exit(outcome.violations.length > 0 ? 1 : 0);
}

const FAILURES_MAX = 10;
const from = Number(values.from);
const seeds = Number(values.seeds);
const failed: number[] = [];
const totals = { deeds: 0, saved: 0, texts: 0, padNotes: 0, deaths: 0, refusals: 0, rows: 0 };
const began = performance.now();
for (let seed = from; seed < from + seeds && failed.length < FAILURES_MAX; seed++) {
  const outcome = await simulate(seed);
  for (const key of Object.keys(totals) as (keyof typeof totals)[]) totals[key] += outcome[key];
  if (outcome.violations.length > 0) {
    failed.push(seed);
    console.log(`\n${outcome.story}\n`);
  }
  if ((seed - from + 1) % 100 === 0) {
    const each = (performance.now() - began) / (seed - from + 1);
    console.log(`${seed - from + 1} runs, ${failed.length} failed, ${each.toFixed(0)} ms each`);
  }
}
console.log(totals);
console.log(failed.length === 0 ? 'all runs were well' : `failed seeds: ${failed.join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
