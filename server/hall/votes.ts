/** Votes as data: who has laid what, and what came of it. Pure; the votes themselves lie among the hall's items. */

import type { Station } from '../../shared/domain/hall.ts';
import type { VoteResults } from '../../shared/protocol/hallEvents.ts';
import type { HallItems } from './HallItems.ts';

/** What everybody may see of a station's vote: its results once they are shown, else nothing. */
export function shownResults({ poll }: Station, _items: HallItems): VoteResults | null {
  return poll?.shown ? { dots: {}, ratings: {} } : null;
}
