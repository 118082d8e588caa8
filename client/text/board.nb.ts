/** What people read on the board and the wall, in bokmål. The shape that the other languages must have. */
export const board = {};
