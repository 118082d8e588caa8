/** What people read of the participant’s side of time, hands and votes, in nynorsk. */

import type { part as shape } from './part.nb.ts';

export const part: typeof shape = {};
