/** A hall read for its files: plain data of one moment of the disk, for another thread to make files of. */

import type * as Y from 'yjs';
import { type ClusterView, type NoteView, readClusters, readNotes } from '../../shared/board/boardDoc.ts';
import type { Hall, Poll } from '../../shared/domain/hall.ts';
import { PARTICIPANT_ID, planOf, type StationId } from '../../shared/domain/ids.ts';
import {
  type MeasureView,
  type PointView,
  readMeasures,
  readPoints,
  readSignature,
  type Signature,
} from '../../shared/plan/planDoc.ts';
import type { SummaryOf } from '../../shared/plan/source.ts';
import type { VoteResults } from '../../shared/protocol/hallEvents.ts';
import type { Boards } from '../board/Boards.ts';
import { FaultError } from '../fault.ts';
import { endsOn } from '../hall/countVotes.ts';
import type { HallRoom } from '../hall/HallRoom.ts';
import { votesOf } from '../hall/votes.ts';
import type { Clock, HallStore } from '../ports.ts';

export interface BoardAtRest {
  notes: NoteView[];
  clusters: ClusterView[];
  /** What came of the station's vote, once it is shown. */
  votes?: VoteResults & { kind: Poll['kind']; voted: number };
}

export interface PlanAtRest {
  points: PointView[];
  measures: MeasureView[];
  signatures: Partial<Record<SummaryOf, Signature>>;
}

export interface HallAtRest {
  hall: Hall;
  boards: Record<StationId, BoardAtRest>;
  plan: PlanAtRest;
  /** Threads as the hall keeps them, by key. */
  threads: Record<string, unknown>;
  people: number;
  /** Of those who named one. */
  organisations: string[];
  madeAt: number;
}

export interface Readers {
  boards: Boards;
  store: HallStore;
  clock: Clock;
}

export const NO_PLAN: PlanAtRest = { points: [], measures: [], signatures: {} };

/** The hall as it is on disk now. Notes that wait or are hidden are in no document, and so in no file. */
export async function hallAtRest(room: HallRoom, { boards, store, clock }: Readers): Promise<HallAtRest> {
  const { hall } = room;
  const read = await Promise.all(
    hall.stations.map(async ({ id, poll }) => [id, await boardAtRest(room, boards, id, poll)] as const),
  );
  const [everybody, sessions] = await Promise.all([store.people(hall.id), store.sessions(hall.id)]);
  // A wall's session is of a person like all others', and yet nobody.
  const walls = new Set(sessions.filter(({ role }) => role === 'wall').map((wall) => wall.participantId));
  const people = everybody.filter(({ id }) => !walls.has(id));
  return {
    hall,
    boards: Object.fromEntries(read),
    plan: await planAtRest(hall, boards),
    threads: Object.fromEntries(room.items.all('thread')),
    people: people.length,
    organisations: people.map(({ organisation }) => organisation).filter(Boolean),
    madeAt: clock.now(),
  };
}

/** One station, for its wall's picture. */
export async function boardAtRest(
  room: HallRoom,
  boards: Boards,
  id: StationId,
  poll?: Poll,
): Promise<BoardAtRest> {
  const board = await boards.get(id);
  return board.read((doc) => ({
    notes: readNotes(doc).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)),
    clusters: readClusters(doc),
    ...(poll?.shown ? { votes: shownVotes(room, poll, doc) } : {}),
  }));
}

function shownVotes({ items }: HallRoom, { id, kind }: Poll, doc: Y.Doc): NonNullable<BoardAtRest['votes']> {
  const all = votesOf(items);
  return { kind, voted: all.voted(id), ...all.tally(id, endsOn(doc)) };
}

/** The plan; an empty one where the hall is of before there were plans. */
async function planAtRest(hall: Hall, boards: Boards): Promise<PlanAtRest> {
  try {
    const plan = await boards.get(planOf(hall.id));
    return await plan.read((doc) => {
      const signatures: PlanAtRest['signatures'] = {};
      for (const of of ['hall', ...hall.stations.map(({ id }) => id)] as SummaryOf[]) {
        const signature = readSignature(doc, of);
        // Whoever signed without a name is nobody in a file.
        if (signature)
          signatures[of] = PARTICIPANT_ID.test(signature.by) ? { ...signature, by: '' } : signature;
      }
      return { points: readPoints(doc), measures: readMeasures(doc), signatures };
    });
  } catch (error) {
    if (error instanceof FaultError && error.code === 'not_found') return NO_PLAN;
    throw error;
  }
}
