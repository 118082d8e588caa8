/** Runs one job in a load process of its own, so that its CPU is not the server's, and ends it when its time is over. */

import { fileURLToPath } from 'node:url';
import { startNode } from './children.ts';
import type { Jobs } from './load/load.ts';

const load = fileURLToPath(new URL('load/load.ts', import.meta.url));

/** What the load process sends back. */
export type FromLoad = { result: unknown } | { error: string };

export type Job = keyof Jobs;
export type InputOf<Name extends Job> = Parameters<Jobs[Name]>[0];
export type ResultOf<Name extends Job> = Awaited<ReturnType<Jobs[Name]>>;

/** A row takes three minutes at most; a job that is not done by then never will be. */
const LIMIT_MS = 150_000;

/**
 * @param whenDone what is done with the result while the load's connections are still open
 * @throws what the job threw, or that it took too long
 */
export async function runJob<Name extends Job>(
  name: Name,
  input: InputOf<Name>,
  whenDone?: (result: ResultOf<Name>) => Promise<void>,
): Promise<ResultOf<Name>> {
  const child = startNode(['--expose-gc', '--import', import.meta.resolve('tsx'), load]);
  try {
    const result = await new Promise<ResultOf<Name>>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${name} took longer than ${LIMIT_MS} ms`)), LIMIT_MS);
      child.process.once('message', (message) => {
        clearTimeout(timer);
        const answer = message as FromLoad;
        if ('error' in answer) reject(new Error(answer.error));
        else resolve(answer.result as ResultOf<Name>);
      });
      child.process.once('exit', (code) => {
        clearTimeout(timer);
        reject(new Error(`the load process ended with ${code}:\n${child.said()}`));
      });
      child.process.send({ name, input });
    });
    await whenDone?.(result);
    return result;
  } finally {
    await child.kill();
  }
}
