/** Words of summaries, measures and the plan, in nynorsk. */

import type { plan as shape } from './plan.nb.ts';

export const plan: typeof shape = {};
