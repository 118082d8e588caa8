/** How many notes each lane has, for who edits the lanes: what is taken away must be told beforehand. */

import { useMemo } from 'react';
import type { Slot } from '../../shared/board/boardDoc.ts';
import type { Role } from '../../shared/domain/hall.ts';
import type { StationId } from '../../shared/domain/ids.ts';
import { useDeskBoard } from '../desk/deskBoard.ts';

/** Of notes that are there; those without a place count for no lane. */
export function countByLane(notes: Iterable<{ slot?: Slot }>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { slot } of notes) if (slot) counts.set(slot[0], (counts.get(slot[0]) ?? 0) + 1);
  return counts;
}

/** Follows the station's board while the lanes are edited; null until it is here. */
export function useLaneCounts(
  station: StationId,
  role: Role | undefined,
): ReadonlyMap<string, number> | null {
  const board = useDeskBoard(station, role);
  return useMemo(() => board && countByLane(board.notes), [board]);
}
