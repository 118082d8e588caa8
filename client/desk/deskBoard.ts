/** What the desk reads of the station's board: its notes newest first, and its groups. The desk writes none of it. */

import { useEffect, useState } from 'react';
import type { NoteView } from '../../shared/board/boardDoc.ts';
import type { BoardView } from '../../shared/board/boardView.ts';
import type { Role } from '../../shared/domain/hall.ts';
import type { ClusterId, NoteId, StationId } from '../../shared/domain/ids.ts';
import { BoardModel } from '../board/model/BoardModel.ts';
import { BoardConnection, boardBase } from '../sync/boardConnection.ts';

export interface DeskGroup {
  id: ClusterId;
  title: string;
  count: number;
}

export interface DeskBoard {
  /** Newest first. */
  notes: readonly NoteView[];
  /** Largest first. */
  groups: readonly DeskGroup[];
  /** The group of each note that hangs in one. */
  groupOf: ReadonlyMap<NoteId, DeskGroup>;
  /** Whether this is what hangs there now: there is contact. */
  live: boolean;
}

/** Reads what hangs as the desk shows it. */
export function readBoard({ notes, clusters }: BoardView): Omit<DeskBoard, 'live'> {
  const groups = new Map<ClusterId, DeskGroup>();
  for (const { id, title, members } of clusters.values())
    groups.set(id, { id, title, count: members.length });
  const groupOf = new Map<NoteId, DeskGroup>();
  const all: NoteView[] = [];
  for (const { note, cluster } of notes.values()) {
    all.push(note);
    const group = cluster && groups.get(cluster);
    if (group) groupOf.set(note.id, group);
  }
  return {
    notes: all.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)),
    groups: [...groups.values()].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1)),
    groupOf,
  };
}

/** A list that is read need not follow every move of a drag. */
const READ_MS = 250;

/** Follows the station's board, read-only, as long as the desk stands. Null until it is here. */
export function useDeskBoard(station: StationId, role: Role | undefined): DeskBoard | null {
  const [board, setBoard] = useState<DeskBoard | null>(null);
  useEffect(() => {
    if (!role) return;
    let reading: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      reading = undefined;
      const { synced, status } = connection.state.getState();
      if (!synced) return;
      model.flush();
      setBoard({ ...readBoard(model.view), live: status === 'live' });
    };
    const soon = () => {
      reading ??= setTimeout(read, READ_MS);
    };
    const model = new BoardModel(soon);
    const connection = new BoardConnection({ base: boardBase(), station, role, writer: null });
    const stopDoc = connection.onDoc((doc) => model.bind(doc));
    const stopState = connection.state.subscribe((now, before) => {
      if (now.synced !== before.synced || now.status !== before.status) soon();
    });
    return () => {
      clearTimeout(reading);
      stopDoc();
      stopState();
      model.unbind();
      connection.close();
      setBoard(null);
    };
  }, [station, role]);
  return board;
}
