/** Words of the timeline, in English. */

import type { years as shape } from './years.nb.ts';

export const years: typeof shape = {};
