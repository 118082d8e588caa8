/** Words of the grouping help and threads, in bokmål. */

export const help = {};
