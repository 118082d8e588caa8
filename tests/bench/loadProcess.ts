/** Runs one job in a load process of its own, so that its CPU is not the server's, and ends it when its time is over. */

import { fileURLToPath } from 'node:url';
import { startNode } from './children.ts';
import type { Jobs } from './load/load.ts';

const load = fileURLToPath(new URL('load/load.ts', import.meta.url));

/** What the load process sends back. */
export type FromLoad = { result: unknown } | { error: string };

/** @throws what the job threw, or that it took longer than `limitMs` */
export async function runJob<Name extends keyof Jobs>(
  name: Name,
  input: Parameters<Jobs[Name]>[0],
  limitMs = 150_000,
): Promise<Awaited<ReturnType<Jobs[Name]>>> {
  const child = startNode(['--expose-gc', '--import', import.meta.resolve('tsx'), load]);
  try {
    return await new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`${name} took longer than ${limitMs} ms`)), limitMs);
      child.process.once('message', (message) => {
        clearTimeout(timer);
        const answer = message as FromLoad;
        if ('error' in answer) reject(new Error(answer.error));
        else resolve(answer.result as Awaited<ReturnType<Jobs[Name]>>);
      });
      child.process.once('exit', (code) => {
        clearTimeout(timer);
        reject(new Error(`the load process ended with ${code}:\n${child.said()}`));
      });
      child.process.send({ name, input });
    });
  } finally {
    await child.kill();
  }
}
