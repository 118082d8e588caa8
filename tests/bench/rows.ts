/** All rows, in the order in which they are run. */

import type { Row } from './row.ts';
import { browser2000, browser5000 } from './rows/browser.ts';
import { bundles } from './rows/bundles.ts';
import { commit } from './rows/commit.ts';
import { gate } from './rows/gate.ts';
import { grouping } from './rows/grouping.ts';
import { growth } from './rows/growth.ts';
import { idle } from './rows/idle.ts';
import { join } from './rows/join.ts';
import { crowd, motion } from './rows/motion.ts';
import { pad } from './rows/pad.ts';
import { view } from './rows/view.ts';

export const ROWS: readonly Row[] = [
  motion,
  crowd,
  view,
  commit,
  gate,
  pad,
  join,
  idle,
  growth,
  browser2000,
  browser5000,
  bundles,
  grouping,
];
