/** Words of summaries, measures and the plan, in bokmål. */

import { actions } from './measures.nb.ts';
import { summary } from './summary.nb.ts';

export const plan = {
  /** How points stand, and what can be done with them. */
  summary,
  /** Measures: the picture, the order, the first 90 days. */
  actions,
};
