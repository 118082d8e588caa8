/** Words of the grouping help and threads, in nynorsk. */

import type { help as shape } from './help.nb.ts';

export const help: typeof shape = {};
