/** What people read of the walls and the foyer’s screen, in bokmål. The shape that the other languages must have. */

export const walls = {};
