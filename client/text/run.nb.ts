/** What people read of what the organiser runs the hall with, in bokmål. The shape that the other languages must have. */

export const run = {};
