/** Opens a station's board for a wall: read-only, for ever, and asking again where it was shut out. */

import { useEffect, useState } from 'react';
import type { Role } from '../../shared/domain/hall.ts';
import type { StationId } from '../../shared/domain/ids.ts';
import { BoardConnection, boardBase } from '../sync/boardConnection.ts';
import { WallBoard } from './WallBoard.ts';

export interface OpenWall {
  connection: BoardConnection;
  board: WallBoard;
}

/** A wall whose key was withdrawn, perhaps by mistake, asks again this often. */
const ASK_AGAIN_MS = 30_000;

export function useWallBoard(station: StationId, role: Role | undefined): OpenWall | null {
  const [open, setOpen] = useState<OpenWall | null>(null);
  useEffect(() => {
    if (!role) return;
    const connection = new BoardConnection({ base: boardBase(), station, role, writer: null });
    const board = new WallBoard();
    const stops = [
      connection.onDoc((doc) => board.bind(doc)),
      connection.onMotion((moves) => board.takeMoves(moves)),
      connection.state.subscribe((now, before) => {
        if (now.status !== 'live' && before.status === 'live') board.letGo();
      }),
    ];
    const asking = setInterval(() => {
      if (connection.state.getState().status === 'closed') connection.tryNow();
    }, ASK_AGAIN_MS);
    setOpen({ connection, board });
    return () => {
      clearInterval(asking);
      for (const stop of stops) stop();
      board.close();
      connection.close();
      setOpen(null);
    };
  }, [station, role]);
  return open;
}
