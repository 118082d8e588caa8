/** What people read of the walls and the foyer’s screen, in English. */

import type { walls as shape } from './walls.nb.ts';

export const walls: typeof shape = {};
