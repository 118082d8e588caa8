/** What people read, in English. */

import { board } from './board.en.ts';
import type { Text } from './index.ts';

export const en: Text = {
  board,
};
