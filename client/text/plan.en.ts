/** Words of summaries, measures and the plan, in English. */

import type { plan as shape } from './plan.nb.ts';

export const plan: typeof shape = {};
