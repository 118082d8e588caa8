/** What people read of the host’s desk, in bokmål. The shape that the other languages must have. */

export const host = {};
