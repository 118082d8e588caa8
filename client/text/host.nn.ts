/** What people read of the host’s desk, in nynorsk. */

import type { host as shape } from './host.nb.ts';

export const host: typeof shape = {};
