/** What a summary reads of a station's board: its notes and groups as they hang. It writes none of it. */

import { useEffect, useState } from 'react';
import type { ClusterView, NoteView } from '../../shared/board/boardDoc.ts';
import { followMerges } from '../../shared/board/boardView.ts';
import type { Role } from '../../shared/domain/hall.ts';
import type { ClusterId, NoteId, StationId } from '../../shared/domain/ids.ts';
import { BoardModel } from '../board/model/BoardModel.ts';
import { BoardConnection, boardBase } from '../sync/boardConnection.ts';

export interface StationBoard {
  /** Oldest first; each in the group that it hangs in after merges. */
  notes: readonly NoteView[];
  clusters: readonly ClusterView[];
}

/** A list that is read need not follow every move of a drag. */
const READ_MS = 250;

/** Follows the station's board, read-only, as long as the view stands. Null until it is here. */
export function useStationBoard(station: StationId, role: Role | undefined): StationBoard | null {
  const [board, setBoard] = useState<StationBoard | null>(null);
  useEffect(() => {
    if (!role) return;
    let reading: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      reading = undefined;
      if (!connection.state.getState().synced) return;
      model.flush();
      setBoard(readStation(model.notes.values(), model.clusters.values()));
    };
    const soon = () => {
      reading ??= setTimeout(read, READ_MS);
    };
    const model = new BoardModel(soon);
    const connection = new BoardConnection({ base: boardBase(), station, role, writer: null });
    const stops = [
      connection.onDoc((doc) => model.bind(doc)),
      connection.state.subscribe((now, before) => {
        if (now.synced && !before.synced) soon();
      }),
    ];
    return () => {
      clearTimeout(reading);
      for (const stop of stops) stop();
      model.unbind();
      connection.close();
      setBoard(null);
    };
  }, [station, role]);
  return board;
}

/** The board as a summary reads it. */
export function readStation(notes: Iterable<NoteView>, clusters: Iterable<ClusterView>): StationBoard {
  const all = [...clusters];
  const byId = new Map(all.map((cluster) => [cluster.id, cluster]));
  const ended = [...notes].map(({ cluster, ...note }): NoteView => {
    const end = cluster && followMerges(byId, cluster);
    return end ? { ...note, cluster: end } : note;
  });
  return { notes: ended.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)), clusters: all };
}

/** The notes of a group, also by the name that it had before a merge. */
export function membersIn({ notes, clusters }: StationBoard): (cluster: ClusterId) => NoteId[] {
  const byId = new Map(clusters.map((cluster) => [cluster.id, cluster]));
  return (cluster) => {
    const end = followMerges(byId, cluster) ?? cluster;
    return notes.filter((note) => note.cluster === end).map(({ id }) => id);
  };
}
