/** How the hall fares, as one word of three: figures of the machine made into what an organiser needs to know. */

import type { HallHealth } from '../../shared/protocol/rest.ts';

export type Standing = 'ok' | 'busy' | 'ill';

/** From here on people begin to feel it. */
const LOAD_BUSY = 0.6;
const DELAY_BUSY_MS = 150;

/** `ill`: something is not saved or can't be read. `busy`: all is well, and slow, or soon will be. */
export function standingOf({ load, loopDelayMs, diskOk, people, holds, stations }: HallHealth): Standing {
  if (!diskOk || stations.some(({ status }) => status !== 'ok')) return 'ill';
  return load >= LOAD_BUSY || loopDelayMs >= DELAY_BUSY_MS || people > holds ? 'busy' : 'ok';
}
