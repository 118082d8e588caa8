/**
 * What the thread that compares notes is asked about a station, read off its board as it is on disk: what is hidden or
 * waits is not there. Reading and comparing are done once for each state of the board. Rules GH1–GH4 in docs/SPEC.md.
 */

import type * as Y from 'yjs';
import { readClusters, readNotes } from '../../shared/board/boardDoc.ts';
import { viewBoard } from '../../shared/board/boardView.ts';
import type { ParticipantId, StationId } from '../../shared/domain/ids.ts';
import { isBlank } from '../../shared/domain/note.ts';
import type { GroupingHelp } from '../../shared/domain/suggestion.ts';
import type { BoardRoom } from '../board/BoardRoom.ts';
import { FaultError } from '../fault.ts';
import type { HelpCluster, HelpNote } from '../insight/suggest.ts';
import { type Rate, RateLimit } from '../rateLimit.ts';
import type { HallRoom } from './HallRoom.ts';
import type { HallCall } from './hallCalls.ts';
import { modelUse } from './modelUse.ts';

/** What hangs, as it is compared. */
export interface Hanging {
  notes: HelpNote[];
  clusters: HelpCluster[];
}

/** Somebody who writes asks every other second at most. */
const ASKING: Rate = { perSecond: 0.6, burst: 4 };
/** People whose asking is counted, in a hall. */
const ASKERS_MAX = 2_000;

const read = new WeakMap<Y.Doc, Hanging>();
const known = new WeakMap<BoardRoom, { of: string; help: Promise<GroupingHelp> }>();
const askers = new WeakMap<HallRoom, Map<ParticipantId, RateLimit>>();

/** What hangs at a station. Read once until the document changes again. */
export function hangingAt(board: BoardRoom): Promise<Hanging> {
  return board.read((doc) => {
    const before = read.get(doc);
    if (before) return before;
    const { notes, clusters } = viewBoard(readNotes(doc), readClusters(doc));
    const hanging: Hanging = {
      notes: [...notes.values()].flatMap(({ note }) =>
        isBlank(note.text) ? [] : [{ id: note.id, text: note.text }],
      ),
      clusters: [...clusters.values()].map(({ id, title, members }) => ({ id, title, notes: members })),
    };
    read.set(doc, hanging);
    doc.once('afterTransaction', () => read.delete(doc));
    return hanging;
  });
}

/** Help for a station, without what was refused there. */
export async function helpAt(
  call: HallCall,
  board: BoardRoom,
  refused: readonly string[],
): Promise<GroupingHelp> {
  const hanging = await hangingAt(board);
  const of = JSON.stringify([hanging, refused, modelUse(call.room).allowed()]);
  const before = known.get(board);
  if (before?.of === of) return before.help;
  const help = (async () => {
    const vectors = await vectorsOf(call, hanging);
    return call.insight.suggest({ ...hanging, refused, ...vectors });
  })();
  const own = { of, help };
  known.set(board, own);
  help.catch(() => {
    if (known.get(board) === own) known.delete(board);
  });
  return help;
}

/** Embeddings of notes and titles, where the hall uses a model that makes them. */
export async function vectorsOf(
  { model, room }: HallCall,
  { notes, clusters }: Hanging,
): Promise<{ vectors?: [string, Float32Array][] }> {
  const titles = clusters.flatMap(({ id, title }) => (isBlank(title) ? [] : [{ id, text: title }]));
  const vectors = await model?.vectors(modelUse(room), [...notes, ...titles]);
  return vectors ? { vectors: [...vectors] } : {};
}

/** @throws {FaultError} too_many: this person asks all the time */
export function mustAskCalmly({ room, session, clock }: HallCall): void {
  const all = askers.get(room) ?? new Map<ParticipantId, RateLimit>();
  askers.set(room, all);
  const own = all.get(session.participant) ?? new RateLimit(ASKING, clock);
  // Last asked, last in line to be forgotten.
  all.delete(session.participant);
  all.set(session.participant, own);
  const [longest] = all.keys();
  if (all.size > ASKERS_MAX && longest) all.delete(longest);
  if (!own.take()) throw new FaultError('too_many', 'so often nobody needs to ask');
}

/** What is thought about takes no longer than this to fail: the thread is gone, or too much was asked of it. */
export async function orUnavailable<T>(thinking: Promise<T>): Promise<T> {
  try {
    return await thinking;
  } catch (error) {
    if (error instanceof FaultError) throw error;
    throw new FaultError('unavailable', 'the notes could not be compared just now; try again');
  }
}

/** The item under which a refusal is kept. */
export const refusalKey = (stationId: StationId, key: string) => `${stationId} ${key}`;

/** Suggestions that were refused at a station, oldest first. */
export function refusedAt(room: HallRoom, stationId: StationId): string[] {
  const own = refusalKey(stationId, '');
  return [...room.items.all('refused').keys()]
    .filter((key) => key.startsWith(own))
    .map((key) => key.slice(own.length));
}
