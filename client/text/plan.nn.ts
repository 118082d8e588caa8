/** Words of summaries, measures and the plan, in nynorsk. */

import { actions } from './measures.nn.ts';
import type { plan as shape } from './plan.nb.ts';
import { summary } from './summary.nn.ts';

export const plan: typeof shape = {
  summary,
  actions,
};
