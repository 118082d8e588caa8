/** The load process: does one job that it is sent, sends back what it measured, and stays until it is ended. */

import type { FromLoad } from '../loadProcess.ts';
import { countMissing, measureCommits } from './commitLoad.ts';
import { measureGate } from './gateWork.ts';
import { measureGrowth } from './growthWork.ts';
import { measureIdle } from './idleLoad.ts';
import { measureJoins } from './joinLoad.ts';
import { measureMotion } from './motionLoad.ts';
import { measurePads } from './padLoad.ts';
import { measureViews } from './viewLoad.ts';

const JOBS = {
  motion: measureMotion,
  view: measureViews,
  growth: measureGrowth,
  commit: measureCommits,
  missing: countMissing,
  gate: measureGate,
  pad: measurePads,
  idle: measureIdle,
  join: measureJoins,
} as const;

/** What can be asked of a load process. */
export type Jobs = typeof JOBS;

process.once('message', (message) => {
  const { name, input } = message as { name: keyof Jobs; input: never };
  const tell = (answer: FromLoad) => process.send?.(answer);
  JOBS[name](input).then(
    (result) => tell({ result }),
    (error: unknown) =>
      tell({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
