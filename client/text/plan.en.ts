/** Words of summaries, measures and the plan, in English. */

import { actions } from './measures.en.ts';
import type { plan as shape } from './plan.nb.ts';
import { summary } from './summary.en.ts';

export const plan: typeof shape = {
  summary,
  actions,
};
