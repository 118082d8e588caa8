/** What people read, in nynorsk. */

import { board } from './board.nn.ts';
import type { Text } from './index.ts';

export const nn: Text = {
  board,
};
