/** A note's place on the timeline, where one writes and among one's own notes. Fetched after the pad stands. */

import { later } from './later.tsx';

export const LaterSlot = later(() => import('../timeline/SlotPart.tsx'));
