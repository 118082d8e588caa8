/** Words of summaries, measures and the plan, in bokmål. */

import { summary } from './summary.nb.ts';

export const plan = {
  /** How points stand, and what can be done with them. */
  summary,
};
