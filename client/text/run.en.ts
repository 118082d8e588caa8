/** What people read of what the organiser runs the hall with, in English. */

import type { run as shape } from './run.nb.ts';

export const run: typeof shape = {};
