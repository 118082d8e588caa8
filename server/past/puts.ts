/**
 * Which rows of a station's journal put a note into a group. A row alone does not say which note it was: what it names
 * is the struct that did it, and the board of now knows whose field that is. Pure; reads no words.
 */

import * as Y from 'yjs';
import { CLUSTER_ID, type ClusterId } from '../../shared/domain/ids.ts';
import type { StoredBytes } from '../ports.ts';

/** A group's id written into a field (of a note, or of a group that was merged), by the struct with this id. */
export interface Put {
  client: number;
  clock: number;
  cluster: ClusterId;
  at: number;
}

/** All that the rows put, in their order. A row that can't be read is passed over. */
export function putsIn(rows: readonly StoredBytes[]): Put[] {
  return rows.flatMap(({ at, bytes, intact }) => {
    if (!intact) return [];
    try {
      return Y.decodeUpdate(bytes).structs.flatMap((struct): Put[] => {
        if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentAny)) return [];
        const { client, clock } = struct.id;
        return struct.content.arr.flatMap((value: unknown, index) =>
          typeof value === 'string' && CLUSTER_ID.test(value)
            ? [{ client, clock: clock + index, cluster: value as ClusterId, at }]
            : [],
        );
      });
    } catch {
      return [];
    }
  });
}
