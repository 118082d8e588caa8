/** What people read of the participant’s side of time, hands and votes, in bokmål. The shape that the other languages must have. */

export const part = {};
