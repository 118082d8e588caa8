/** What hangs at a station to be voted on, live: from the board that is open, or else from a connection that only reads. */

import { useEffect, useState } from 'react';
import type * as Y from 'yjs';
import { readClusters, readNotes } from '../../shared/board/boardDoc.ts';
import { viewBoard } from '../../shared/board/boardView.ts';
import type { Poll } from '../../shared/domain/hall.ts';
import type { StationId } from '../../shared/domain/ids.ts';
import { outlineOf } from '../outline/outlineOf.ts';
import { useHallStore } from '../state/hallStore.ts';
import { BoardConnection, boardBase, isShown } from '../sync/boardConnection.ts';
import { type Ballot, ballotOf, inPlace } from './ballot.ts';

/** A drag on the board changes it many times a second. */
const READ_MS = 300;

/** Null until the board is there. */
export function useBallot(
  station: StationId,
  kind: Poll['kind'],
  opened: BoardConnection | null,
): Ballot | null {
  const role = useHallStore(({ you }) => you?.role);
  const [ballot, setBallot] = useState<Ballot | null>(null);
  useEffect(() => {
    if (!role) return;
    const connection = opened ?? new BoardConnection({ base: boardBase(), station, role, writer: null });
    let doc: Y.Doc | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      timer = undefined;
      if (!doc || !isShown(connection.state.getState())) return;
      const outline = outlineOf(viewBoard(readNotes(doc), readClusters(doc)));
      const now = ballotOf(outline, kind);
      setBallot((before) => ({
        groups: inPlace(before?.groups ?? [], now.groups),
        loose: inPlace(before?.loose ?? [], now.loose),
      }));
    };
    const soon = () => {
      timer ??= setTimeout(read, READ_MS);
    };
    const stopDoc = connection.onDoc((next) => {
      doc?.off('update', soon);
      doc = next;
      doc.on('update', soon);
      read();
    });
    const stopState = connection.state.subscribe(soon);
    return () => {
      clearTimeout(timer);
      doc?.off('update', soon);
      stopDoc();
      stopState();
      if (!opened) connection.close();
    };
  }, [station, kind, opened, role]);
  return ballot;
}
