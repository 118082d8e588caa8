/** What people read on the board and the wall, in nynorsk. */
import type { board as shape } from './board.nb.ts';

export const board: typeof shape = {};
