/** Words of summaries, measures and the plan, in bokmål. */

export const plan = {};
