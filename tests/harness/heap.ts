/** What a process holds on to: its heap after a thorough cleaning, and what keeps its event loop alive. */

import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes on the heap that something still refers to. */
export async function heldBytes(): Promise<number> {
  for (let times = 0; times < 3; times++) {
    collect();
    // What is freed by callbacks is freed in the next turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return process.memoryUsage().heapUsed;
}

/** How many sockets, timers and the like are open in this process, by kind. */
export function openResources(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
