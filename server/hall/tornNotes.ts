/**
 * Notes that several people drag to and fro between two groups. Who put what where stands in the station's journal and
 * nowhere else: it is read when help is asked for, from where it was last read, and what is remembered (a note's last
 * three groups) is forgotten with the loaded board and read anew. That it was several is told, and never who. Rule GH14
 * in docs/SPEC.md; ADR 0023.
 */

import * as Y from 'yjs';
import { notesOf, readClusters } from '../../shared/board/boardDoc.ts';
import { followMerges } from '../../shared/board/boardView.ts';
import type { ClusterId, NoteId, ParticipantId } from '../../shared/domain/ids.ts';
import type { GroupingHelp, Suggestion, TornNote } from '../../shared/domain/suggestion.ts';
import type { BoardRoom } from '../board/BoardRoom.ts';
import { BOARD_SHAPE } from '../board/gate/boardShape.ts';
import { placeOfItem } from '../board/gate/places.ts';
import type { Put } from '../past/puts.ts';
import { type Hanging, hangingAt } from './groupingHelp.ts';
import type { HallCall } from './hallCalls.ts';

/** A note put into a group. `by`: null where the server did it, or nobody knows. */
interface Move {
  cluster: ClusterId;
  by: ParticipantId | null;
  at: number;
}

/** What is known of a station: how far its journal has been read, and each note's last moves, oldest first. */
interface Read {
  seq: number;
  moves: Map<NoteId, Move[]>;
}

/** There, away, and back again. */
const MOVES_KEPT = 3;
/** What has rested for so long is settled. */
const SETTLED_MS = 60 * 60_000;
const PAGE_ROWS = 1_000;

const known = new WeakMap<BoardRoom, Read>();
const reading = new WeakMap<BoardRoom, Promise<unknown>>();

/** Notes that several drag between two groups at this station, as it hangs now. */
export async function draggedAt(call: HallCall, board: BoardRoom): Promise<TornNote[]> {
  // One reads after the other: what was read twice would look like moves.
  const turn = (reading.get(board) ?? Promise.resolve()).then(() => readOn(call, board));
  reading.set(
    board,
    turn.catch(() => {}),
  );
  const { moves } = await turn;
  const { clusters } = await hangingAt(board);
  const torn = await board.read((doc) => {
    for (const note of moves.keys()) if (!notesOf(doc).has(note)) moves.delete(note);
    const merged = new Map(readClusters(doc).map((cluster) => [cluster.id, cluster]));
    return draggedOf(moves, clusters, (cluster) => followMerges(merged, cluster), call.clock.now());
  });
  if (torn.length === 0) return torn;
  const hosts = await hostsOf(call);
  // Whoever hosts has seen it and chosen.
  return torn.filter(({ note }) => !hosts.has(moves.get(note)?.at(-1)?.by ?? null));
}

async function hostsOf({ store, room }: HallCall): Promise<ReadonlySet<ParticipantId | null>> {
  const sessions = await store.sessions(room.hall.id);
  const hosting = sessions.filter(({ role }) => role === 'host' || role === 'organiser');
  return new Set(hosting.map(({ participantId }) => participantId));
}

/** The help with the notes that people drag among the torn ones: none of them is suggested anything besides. */
export function withDragged(help: GroupingHelp, dragged: readonly TornNote[]): GroupingHelp {
  if (dragged.length === 0) return help;
  const theirs = new Set(dragged.map(({ note }) => note));
  const others = (id: NoteId) => !theirs.has(id);
  return {
    suggestions: help.suggestions.flatMap((one): Suggestion[] => {
      const notes = one.notes.filter(others);
      return notes.length >= (one.kind === 'add' ? 1 : 2) ? [{ ...one, notes }] : [];
    }),
    alone: help.alone.filter(others),
    torn: [...dragged, ...help.torn.filter(({ note }) => others(note))],
  };
}

/**
 * Of these moves: notes that one person put into another group and somebody else put back, lately, both groups being
 * there still, and nothing having come after. Who only corrects another tears nothing, nor who has second thoughts.
 * @param clusters as they hang @param endOf the group that a group has become by merges
 */
export function draggedOf(
  moves: ReadonlyMap<NoteId, readonly Move[]>,
  clusters: Hanging['clusters'],
  endOf: (cluster: ClusterId) => ClusterId | null,
  now: number,
): TornNote[] {
  const there = new Set(clusters.map(({ id }) => id));
  const homes = new Map(clusters.flatMap(({ id, notes }) => notes.map((note) => [note, id] as const)));
  const torn: TornNote[] = [];
  for (const [note, all] of moves) {
    const [first, away, back] = all.map(({ cluster }) => endOf(cluster));
    if (!back || !away || first !== back || away === back || !there.has(away) || !there.has(back)) continue;
    const [, left, returned] = all as [Move, Move, Move];
    const several = left.by !== null && returned.by !== null && left.by !== returned.by;
    if (!several || now - returned.at > SETTLED_MS) continue;
    const home = homes.get(note);
    if (home === undefined || home === back) torn.push({ note, between: [back, away], dragged: true });
  }
  return torn.sort((a, b) => (a.note < b.note ? -1 : 1));
}

/** Reads what the journal has got since. */
async function readOn({ history, insight }: HallCall, board: BoardRoom): Promise<Read> {
  const read = known.get(board) ?? { seq: 0, moves: new Map() };
  for (;;) {
    const rows = await history.rowsAfter(board.stationId, read.seq, PAGE_ROWS);
    const last = rows.at(-1);
    if (!last) break;
    const puts = await insight.run('puts', rows);
    await board.read((doc) => {
      for (const put of puts) take(read.moves, put, doc, board);
    });
    read.seq = last.seq;
    known.set(board, read);
    if (rows.length < PAGE_ROWS) break;
  }
  return read;
}

function take(moves: Read['moves'], { client, clock, cluster, at }: Put, doc: Y.Doc, board: BoardRoom): void {
  const note = noteWrittenBy(doc, client, clock);
  if (note === null) return;
  const own = moves.get(note) ?? [];
  const last = own.at(-1);
  // What the server wrote anew in the same step, it wrote for somebody, and the note has not moved. Laid in the same
  // group later on, having hung loose, it has come to rest there.
  if (last?.cluster === cluster && last.at === at) return;
  const writer = client === doc.clientID ? board.writtenFor(clock) : client;
  const by = (writer === undefined ? undefined : board.leaseOf(writer)) ?? null;
  moves.set(note, [...own.slice(1 - MOVES_KEPT), { cluster, by, at }]);
}

/** The note whose group this struct has written; null where it wrote something else, or of a note that is gone. */
function noteWrittenBy(doc: Y.Doc, client: number, clock: number): NoteId | null {
  if (clock >= Y.getState(doc.store, client)) return null;
  const item = Y.getItem(doc.store, Y.createID(client, clock));
  if (!(item instanceof Y.Item)) return null;
  const { container, key } = placeOfItem(BOARD_SHAPE, doc, item);
  return container.in === 'fields' && container.of === 'notes' && key === 'cluster'
    ? (container.id as NoteId)
    : null;
}
