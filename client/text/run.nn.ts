/** What people read of what the organiser runs the hall with, in nynorsk. */

import type { run as shape } from './run.nb.ts';

export const run: typeof shape = {};
