/** Words of copies of a hall, last year's results and looking back, in nynorsk. */

import type { past as shape } from './past.nb.ts';

export const past: typeof shape = {};
