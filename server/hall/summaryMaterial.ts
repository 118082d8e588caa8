/** What a station's summary is drawn from, read off its board as it is on disk. */

import type * as Y from 'yjs';
import { type ClusterView, type NoteView, readClusters, readNotes } from '../../shared/board/boardDoc.ts';
import { followMerges } from '../../shared/board/boardView.ts';
import {
  type ClusterId,
  type NoteId,
  type ParticipantId,
  planOf,
  type StationId,
} from '../../shared/domain/ids.ts';
import type { BoardRoom } from '../board/BoardRoom.ts';
import type { Boards } from '../board/Boards.ts';
import type { MaterialGroup, StationMaterial } from '../insight/summarise.ts';
import { endsOn } from './countVotes.ts';
import type { HallRoom } from './HallRoom.ts';
import type { HallCall } from './hallCalls.ts';
import { votesOf } from './votes.ts';

export interface Material extends StationMaterial {
  /** As they hang, for telling what is covered. */
  hanging: NoteView[];
  clusters: ClusterView[];
  /** Who wrote what hangs here; null: nobody knows. */
  writers: ReadonlySet<ParticipantId> | null;
  /** By group, the rounds that its notes are of. */
  roundsOf: ReadonlyMap<ClusterId, number[]>;
}

/** The hall's plan document; a hall of before there were plans gets one. */
export async function planBoard({ halls, boards, room }: HallCall): Promise<BoardRoom> {
  await halls.ensurePlan(room);
  return boards.get(planOf(room.hall.id));
}

/** What is drawn from a document alone. */
type Drawn = Pick<Material, 'notes' | 'hanging' | 'clusters' | 'roundsOf'> & {
  groups: readonly Pick<MaterialGroup, 'id' | 'title' | 'notes' | 'rounds'>[];
};

const known = new WeakMap<Y.Doc, Drawn>();

export async function readMaterial(room: HallRoom, boards: Boards, stationId: StationId): Promise<Material> {
  const { anonymous, poll } = room.station(stationId);
  const board = await boards.get(stationId);
  return board.read((doc) => {
    const { groups: drawn, ...rest } = drawnFrom(doc);
    const dots = poll?.shown ? votesOf(room.items).tally(poll.id, endsOn(doc)).dots : {};
    const writersOf = (notes: readonly NoteId[]) =>
      anonymous ? null : new Set(notes.flatMap((id) => board.ownerOf(id) ?? []));
    const groups = drawn.map(
      (group): MaterialGroup => ({
        ...group,
        writers: writersOf(group.notes)?.size ?? null,
        votes: [group.id, ...group.notes].reduce((sum, thing) => sum + (dots[thing] ?? 0), 0),
      }),
    );
    return { ...rest, station: stationId, groups, writers: writersOf(rest.notes.map(({ id }) => id)) };
  });
}

/** Drawn once until the document changes again: everybody in the hall may look at all summaries at once. */
function drawnFrom(doc: Y.Doc): Drawn {
  const before = known.get(doc);
  if (before) return before;
  const clusters = readClusters(doc);
  const byId = new Map(clusters.map((cluster) => [cluster.id, cluster]));
  const hanging = readNotes(doc).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const members = new Map<ClusterId, NoteView[]>();
  for (const note of hanging) {
    const end = note.cluster && followMerges(byId, note.cluster);
    if (!end) continue;
    const list = members.get(end);
    if (list) list.push(note);
    else members.set(end, [note]);
  }
  const roundsOf = new Map<ClusterId, number[]>();
  const groups = [...members].map(([id, notes]) => {
    const rounds = [...new Set(notes.map(({ round }) => round))].sort((a, b) => a - b);
    roundsOf.set(id, rounds);
    const title = byId.get(id)?.title ?? '';
    return { id, title, notes: notes.map((note) => note.id), rounds: rounds.length };
  });
  groups.sort((a, b) => (a.id < b.id ? -1 : 1));
  const notes = hanging.map(({ id, text }): { id: NoteId; text: string } => ({ id, text }));
  const drawn: Drawn = { notes, groups, hanging, clusters, roundsOf };
  known.set(doc, drawn);
  doc.once('afterTransaction', () => known.delete(doc));
  return drawn;
}
