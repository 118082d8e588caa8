/** Words of copies of a hall, last year's results and looking back, in bokmål. */

export const past = {};
