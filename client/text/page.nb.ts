/** Words of the results page, sign-ups and owners, in bokmål. */

export const page = {};
