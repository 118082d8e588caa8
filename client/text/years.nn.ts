/** Words of the timeline, in nynorsk. */

import type { years as shape } from './years.nb.ts';

export const years: typeof shape = {};
