/**
 * Deeds on a board for a host who has none open: notes grouped, and the wall's own arrangement made the board's. Each is
 * one write, named by its press, and can be taken back as far as nobody has changed its things since, after a restart
 * too. Rules GH5–GH9 in docs/SPEC.md.
 */

import { createHash } from 'node:crypto';
import type * as Y from 'yjs';
import { clustersOf, type Pos, readClusters, readNotes } from '../../shared/board/boardDoc.ts';
import { type Change, joinCluster, makeCluster, move, revert } from '../../shared/board/boardOps.ts';
import {
  type BoardView,
  CLUSTER_HEAD,
  CLUSTER_PAD,
  clusterBox,
  NOTE_SIZE,
  overlaps,
  viewBoard,
} from '../../shared/board/boardView.ts';
import { notOvertaken } from '../../shared/board/overtaken.ts';
import { packed } from '../../shared/board/packed.ts';
import { tidy } from '../../shared/board/tidy.ts';
import type { ClusterId, NoteId, StationId } from '../../shared/domain/ids.ts';
import { CLUSTER_TITLE_MAX, cleanLine } from '../../shared/domain/note.ts';
import { SERVER } from '../board/writeContext.ts';
import { FaultError } from '../fault.ts';
import type { Door } from './door.ts';
import type { HallRoom } from './HallRoom.ts';

/** A press that can be taken back. */
interface Pressed {
  deed: 'group' | 'adopt';
  cluster?: ClusterId;
  moved?: number;
  changes: Change[];
}

/** Presses of a station that are kept. */
const KEPT = 30;

export interface GroupWish {
  press: string;
  notes: readonly NoteId[];
  title?: string | undefined;
  cluster?: ClusterId | undefined;
}

/** Groups notes that hang loose; what somebody has grouped meanwhile stays where they put it. @returns the group */
export async function makeGroup(
  door: Door,
  wish: GroupWish,
): Promise<{ cluster: ClusterId; fresh: boolean }> {
  const { room, board, stationId } = door;
  const { press } = wish;
  const known = pressedAs(room, stationId, press);
  if (known?.cluster) return { cluster: known.cluster, fresh: false };
  const { cluster, changes } = await board.write(({ doc }) => {
    const view = viewOf(doc);
    return wish.cluster ? joined(doc, view, wish.cluster, wish) : made(doc, view, door, wish);
  });
  if (changes.length === 0) return { cluster, fresh: false };
  await keep(room, stationId, press, { deed: 'group', cluster, changes });
  return { cluster, fresh: true };
}

/** Lays the board as its wall shows it. @returns how many things moved */
export async function adoptWall(door: Door, press: string): Promise<{ moved: number; fresh: boolean }> {
  const { room, board, stationId } = door;
  const known = pressedAs(room, stationId, press);
  if (known) return { moved: known.moved ?? 0, fresh: false };
  const changes = await board.write(({ doc }) => move(doc, packed(viewOf(doc)), SERVER));
  const moved = changes.length;
  if (moved > 0) await keep(room, stationId, press, { deed: 'adopt', moved, changes });
  return { moved, fresh: moved > 0 };
}

/** Takes a press back. @returns null where there is none; else whether all of it was as it had left it */
export async function takeBack(door: Door, press: string): Promise<{ whole: boolean } | null> {
  const { room, board, stationId } = door;
  const known = pressedAs(room, stationId, press);
  if (!known) return null;
  const whole = await board.write(({ doc }) => {
    const standing = notOvertaken(doc, known.changes);
    return revert(doc, standing, SERVER).outcome === 'done' && standing.length === known.changes.length;
  });
  await room.items.save([{ kind: 'deed', key: keyOf(stationId, press), value: null }]);
  return { whole };
}

type Made = { cluster: ClusterId; changes: Change[] };

function joined(doc: Y.Doc, view: BoardView, cluster: ClusterId, { notes }: GroupWish): Made {
  const home = view.clusters.get(cluster);
  if (!home) throw new FaultError('gone', 'the group is not there any more', 'cluster');
  const here = notes.filter((id) => home.members.includes(id));
  const loose = looseOf(view, notes);
  if (loose.length === 0) {
    // The same press again, after the server had no time to note it.
    if (here.length > 0) return { cluster, changes: [] };
    throw new FaultError('gone', 'the notes are gone, or hang in groups now', 'notes');
  }
  const box = clusterBox([home.x, home.y], home.members.length + loose.length);
  return { cluster, changes: inOne(doc, () => joinCluster(doc, cluster, loose, SERVER), cluster, box) };
}

function made(doc: Y.Doc, view: BoardView, { stationId }: Door, { press, notes, title }: GroupWish): Made {
  const cluster = clusterOf(stationId, press);
  if (clustersOf(doc).has(cluster)) return { cluster, changes: [] };
  const loose = looseOf(view, notes);
  if (loose.length < Math.min(2, notes.length)) {
    throw new FaultError('gone', 'the notes are gone, or hang in groups now', 'notes');
  }
  const first = view.notes.get(loose[0]!)!;
  const pos: Pos = [first.x - CLUSTER_PAD, first.y - CLUSTER_HEAD];
  const words = cleanLine(title ?? '').slice(0, CLUSTER_TITLE_MAX);
  const make = () => makeCluster(doc, { id: cluster, title: words, pos }, loose, SERVER);
  return { cluster, changes: inOne(doc, make, cluster, clusterBox(pos, loose.length)) };
}

/** Does it, and moves aside what the group would cover now. */
function inOne(
  doc: Y.Doc,
  op: () => Change[],
  cluster: ClusterId,
  box: ReturnType<typeof clusterBox>,
): Change[] {
  const changes = op();
  const view = viewOf(doc);
  const covered = new Set<NoteId | ClusterId>();
  for (const { note, x, y, cluster: home } of view.notes.values()) {
    if (!home && overlaps(box, { x, y, w: NOTE_SIZE, h: NOTE_SIZE })) covered.add(note.id);
  }
  for (const other of view.clusters.values()) {
    if (other.id !== cluster && overlaps(box, other)) covered.add(other.id);
  }
  return [...changes, ...move(doc, covered.size > 0 ? tidy(view, { only: covered }) : [], SERVER)];
}

const viewOf = (doc: Y.Doc) => viewBoard(readNotes(doc), readClusters(doc));

const looseOf = ({ notes }: BoardView, wanted: readonly NoteId[]) =>
  [...new Set(wanted)].filter((id) => notes.has(id) && !notes.get(id)!.cluster);

/** The press names the group, so that the same press again finds it. */
function clusterOf(stationId: StationId, press: string): ClusterId {
  return `c_${createHash('sha256').update(`${stationId} ${press}`).digest('base64url').slice(0, 20)}` as ClusterId;
}

const keyOf = (stationId: StationId, press: string) => `press ${stationId} ${press}`;

function pressedAs(room: HallRoom, stationId: StationId, press: string): Pressed | undefined {
  return room.items.get<Pressed>('deed', keyOf(stationId, press));
}

/** Notes the press, and forgets the oldest ones. Of arrangements, which touch everything, only the last is kept. */
function keep(room: HallRoom, stationId: StationId, press: string, value: Pressed): Promise<void> {
  const own = [...room.items.all<Pressed>('deed')].filter(([key]) => key.startsWith(keyOf(stationId, '')));
  const late = own.slice(0, Math.max(0, own.length + 1 - KEPT));
  const adopted = value.deed === 'adopt' ? own.filter(([, { deed }]) => deed === 'adopt') : [];
  const gone = new Set([...late, ...adopted].map(([key]) => key));
  return room.items.save([
    ...[...gone].map((key) => ({ kind: 'deed' as const, key, value: null })),
    { kind: 'deed', key: keyOf(stationId, press), value },
  ]);
}
