/** Words of the timeline, in bokmål. */

export const years = {};
