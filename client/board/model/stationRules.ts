/** What a station's rules keep from the person here. The server decides; the board only does not offer what it refuses. */

import type { ClusterId, NoteId } from '../../../shared/domain/ids.ts';

/** The rules as they bind this person; whoever moderates is above them. */
export interface BoardRules {
  moveOwn: boolean;
  groupingClosed: boolean;
}

/** Whether the rules keep this person from moving the thing. */
export function barsMove(
  { moveOwn, groupingClosed }: BoardRules,
  id: NoteId | ClusterId,
  isMine: (note: NoteId) => boolean,
): boolean {
  return id.startsWith('c_') ? groupingClosed : moveOwn && !isMine(id as NoteId);
}
