/** The door of a station: what one needs at hand who comes to its notes. */

import type { StationId } from '../../shared/domain/ids.ts';
import type { BoardRoom } from '../board/BoardRoom.ts';
import type { Boards } from '../board/Boards.ts';
import type { Clock } from '../ports.ts';
import type { HallRoom } from './HallRoom.ts';

/** A station as one comes to it. */
export interface Door {
  room: HallRoom;
  boards: Boards;
  board: BoardRoom;
  stationId: StationId;
  clock: Clock;
}

/** The door of a station of this hall. @throws {FaultError} not_found, unavailable */
export async function doorOf(
  { room, boards, clock }: Pick<Door, 'room' | 'boards' | 'clock'>,
  stationId: StationId,
): Promise<Door> {
  room.station(stationId);
  return { room, boards, clock, stationId, board: await boards.get(stationId) };
}
