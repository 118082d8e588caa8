/**
 * Threads across stations: those that somebody linked are everybody's, suggestions are for those who can link them. What
 * is kept is ids alone; words are read off the boards, so that nothing outlives its note. Rules GH10–GH12 in
 * docs/SPEC.md.
 */

import type { ClusterId, NoteId, StationId } from '../../shared/domain/ids.ts';
import type { Thread } from '../../shared/domain/suggestion.ts';
import type { ShownThread } from '../../shared/protocol/hallEvents.ts';
import type { HelpStation } from '../insight/threads.ts';
import { hangingAt, orUnavailable, vectorsOf } from './groupingHelp.ts';
import type { HallRoom } from './HallRoom.ts';
import type { HallCall } from './hallCalls.ts';

/** A thread as it is kept. */
export interface ThreadLink {
  as: 'linked' | 'refused';
  items: { stationId: StationId; thing: NoteId | ClusterId }[];
}

/** Suggestions that are shown at a time. */
const SHOWN_MAX = 30;

const known = new WeakMap<HallRoom, { of: string; threads: Promise<Thread[]> }>();

/** What hangs at all stations whose boards can be read. */
async function allHanging({ room, boards }: HallCall): Promise<HelpStation[]> {
  const all = await Promise.all(
    room.hall.stations.map(async ({ id }) => {
      const board = await boards.get(id).catch(() => null);
      return board ? [{ stationId: id, ...(await hangingAt(board)) }] : [];
    }),
  );
  return all.flat();
}

/** @param suggestions whether those are wanted too */
export async function threadsOf(call: HallCall, suggestions: boolean): Promise<ShownThread[]> {
  const { room } = call;
  const stations = await allHanging(call);
  const links = room.items.all<ThreadLink>('thread');
  const found = suggestions ? await orUnavailable(suggestedIn(call, stations)) : [];
  const whyOf = (key: string) => found.find((thread) => thread.key === key)?.why ?? [];
  const linked = [...links].flatMap(([key, link]) => {
    const items = link.as === 'linked' ? itemsNow(link, stations) : [];
    const across = new Set(items.map(({ stationId }) => stationId)).size > 1;
    return across ? [{ key, items, why: whyOf(key), sure: 1, state: 'linked' as const }] : [];
  });
  const taken = new Set(linked.flatMap(({ items }) => items.map(thingOf)));
  const suggested = found
    // What is linked already, in part or whole, is not suggested again.
    .filter(({ key, items }) => !links.has(key) && !items.some((item) => taken.has(thingOf(item))))
    .slice(0, SHOWN_MAX);
  return [...linked, ...suggested.map((thread): ShownThread => ({ ...thread, state: 'suggested' }))];
}

/** The thread as it was suggested, if it is. */
export async function suggestionOf(call: HallCall, key: string): Promise<Thread | undefined> {
  const threads = await orUnavailable(suggestedIn(call, await allHanging(call)));
  return threads.find((thread) => thread.key === key);
}

function suggestedIn(call: HallCall, stations: HelpStation[]): Promise<Thread[]> {
  const of = JSON.stringify(stations);
  const before = known.get(call.room);
  if (before?.of === of) return before.threads;
  const threads = (async () => {
    const notes = stations.flatMap((station) => station.notes);
    const clusters = stations.flatMap((station) => station.clusters);
    return call.insight.threads({ stations, ...(await vectorsOf(call, { notes, clusters })) });
  })();
  const own = { of, threads };
  known.set(call.room, own);
  threads.catch(() => {
    if (known.get(call.room) === own) known.delete(call.room);
  });
  return threads;
}

const thingOf = ({ note, cluster }: Thread['items'][number]) => (cluster ?? note) as string;

/** The things of a link that still hang, with the words that they bear now. */
function itemsNow({ items }: ThreadLink, stations: HelpStation[]): Thread['items'] {
  return items.flatMap(({ stationId, thing }): Thread['items'] => {
    const station = stations.find((one) => one.stationId === stationId);
    const cluster = station?.clusters.find(({ id }) => id === thing);
    if (cluster) return [{ stationId, cluster: cluster.id, title: cluster.title }];
    const note = station?.notes.find(({ id }) => id === thing);
    return note ? [{ stationId, note: note.id, title: note.text }] : [];
  });
}
