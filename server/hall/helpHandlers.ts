/** Grouping help: what is suggested, refused and done at a press, and threads across stations. Rules GH1–GH12 in docs/SPEC.md. */

import { rulesOf } from '../../shared/domain/hall.ts';
import type { StationId } from '../../shared/domain/ids.ts';
import { cleanText, isBlank, NOTE_HARD_MAX } from '../../shared/domain/note.ts';
import { may } from '../../shared/domain/permission.ts';
import { FaultError } from '../fault.ts';
import type { HallItem } from '../ports.ts';
import { doorOf } from './door.ts';
import { adoptWall, makeGroup, takeBack } from './groupDeeds.ts';
import { hangingAt, helpAt, mustAskCalmly, orUnavailable, refusalKey, refusedAt } from './groupingHelp.ts';
import type { HallCall, Handlers } from './hallCalls.ts';
import { mustLive } from './stationEdits.ts';
import { suggestionOf, type ThreadLink, threadsOf } from './threadLinks.ts';
import { draggedAt, withDragged } from './tornNotes.ts';

type Names =
  | 'help:look'
  | 'help:refuse'
  | 'group:make'
  | 'group:undo'
  | 'wall:adopt'
  | 'note:similar'
  | 'threads:look'
  | 'thread:set';

/** Refusals that are kept of a station, and threads of a hall. */
const REFUSED_MAX = 500;
const THREADS_MAX = 500;
/** Of notes that say nearly the same, so many are shown. */
const SIMILAR_SHOWN = 5;
const SIMILAR_MAX = 50;

export const helpHandlers: Pick<Handlers, Names> = {
  'help:look': async (call, { stationId }) => {
    mustHost(call, stationId);
    const refused = refusedAt(call.room, stationId);
    const { board } = await doorOf(call, stationId);
    const thought = Promise.all([helpAt(call, board, refused), draggedAt(call, board)]);
    const [help, dragged] = await orUnavailable(thought);
    return { help: withDragged(help, dragged), refused: refused.length };
  },

  'help:refuse': async (call, { stationId, key, refused }) => {
    mustHost(call, stationId);
    mustLive(call.room.hall);
    const { items } = call.room;
    const name = refusalKey(stationId, key);
    if ((items.get('refused', name) !== undefined) === refused) return {};
    const before = refusedAt(call.room, stationId);
    const late = refused ? before.slice(0, Math.max(0, before.length + 1 - REFUSED_MAX)) : [];
    await items.save([
      ...late.map((old): HallItem => ({ kind: 'refused', key: refusalKey(stationId, old), value: null })),
      { kind: 'refused', key: name, value: refused ? { at: call.clock.now() } : null },
    ]);
    await deed(call, 'help:refuse', stationId, refused ? 'on' : 'off');
    return {};
  },

  'group:make': async (call, { stationId, ...wish }) => {
    mustHost(call, stationId);
    mustLive(call.room.hall);
    return call.room.presses.once(`group:make ${stationId} ${wish.press}`, async () => {
      const { cluster, fresh } = await makeGroup(await doorOf(call, stationId), wish);
      if (fresh) await deed(call, 'group:make', stationId, cluster);
      return { cluster };
    });
  },

  'group:undo': async (call, { stationId, press }) => {
    mustHost(call, stationId);
    mustLive(call.room.hall);
    return call.room.presses.once(`group:undo ${stationId} ${press}`, async () => {
      const taken = await takeBack(await doorOf(call, stationId), press);
      if (taken) await deed(call, 'group:undo', stationId);
      return { whole: taken?.whole ?? true };
    });
  },

  'wall:adopt': async (call, { stationId, press }) => {
    mustHost(call, stationId);
    mustLive(call.room.hall);
    return call.room.presses.once(`wall:adopt ${stationId} ${press}`, async () => {
      const { moved, fresh } = await adoptWall(await doorOf(call, stationId), press);
      if (fresh) await deed(call, 'wall:adopt', stationId);
      return { moved };
    });
  },

  'note:similar': async (call, { stationId, text, except }) => {
    const { room, session } = call;
    const station = room.station(stationId);
    if (!may(session.actor, 'note:write', stationId))
      throw new FaultError('forbidden', 'a wall writes nothing');
    const typed = cleanText(text).slice(0, NOTE_HARD_MAX);
    // Where nobody shall see what others write, nobody is told of it either.
    if (isBlank(typed) || rulesOf(station).hiding) return { count: 0, notes: [] };
    mustAskCalmly(call);
    const { board } = await doorOf(call, stationId);
    const { notes } = await hangingAt(board);
    const others = (id: (typeof notes)[number]['id']) =>
      id !== except && (station.anonymous === true || board.ownerOf(id) !== session.participant);
    const asked = { station: stationId, text: typed, notes, most: SIMILAR_MAX };
    const alike = await orUnavailable(call.insight.similar(asked));
    const found = alike.filter(({ id }) => others(id));
    // Read again: one that was taken down meanwhile is nobody's to read.
    const now = new Map((await hangingAt(board)).notes.map((note) => [note.id, note.text]));
    const there = found.flatMap(({ id }) => (now.has(id) ? [{ id, text: now.get(id)! }] : []));
    // It is told as people, one note of each: more notes than people would tell that one person wrote several. Where
    // nobody knows who wrote, each note is one.
    const ofWriter = new Map<string, (typeof there)[number]>();
    for (const note of there) {
      const writer = station.anonymous ? note.id : (board.ownerOf(note.id) ?? note.id);
      if (!ofWriter.has(writer)) ofWriter.set(writer, note);
    }
    return { count: ofWriter.size, notes: [...ofWriter.values()].slice(0, SIMILAR_SHOWN) };
  },

  'threads:look': async (call) => ({
    threads: await threadsOf(call, may(call.session.actor, 'plan:write')),
  }),

  'thread:set': async (call, { key, as, items }) => {
    const { room } = call;
    if (!may(call.session.actor, 'plan:write')) {
      throw new FaultError('forbidden', 'only hosts and the organiser link threads');
    }
    mustLive(room.hall);
    const known = room.items.get<ThreadLink>('thread', key);
    if ((known?.as ?? null) === as) return {};
    const saved: HallItem[] = [{ kind: 'thread', key, value: as && (await linkOf(call, key, as, items)) }];
    const all = [...room.items.all('thread').keys()];
    if (as && !known && all.length >= THREADS_MAX) {
      saved.unshift({ kind: 'thread', key: all[0]!, value: null });
    }
    await room.items.save(saved);
    await call.record('thread:set', undefined, as ?? 'off');
    return {};
  },
};

/** @throws {FaultError} not_found: a station that is not the hall's, or nothing is known by that key */
async function linkOf(
  call: HallCall,
  key: string,
  as: ThreadLink['as'],
  wanted: ThreadLink['items'] | undefined,
): Promise<ThreadLink> {
  const known = call.room.items.get<ThreadLink>('thread', key);
  for (const { stationId } of wanted ?? []) call.room.station(stationId);
  const suggested = known ? undefined : await suggestionOf(call, key);
  const items =
    wanted ??
    known?.items ??
    suggested?.items.flatMap(({ stationId, note, cluster }) => {
      const thing = cluster ?? note;
      return thing ? [{ stationId, thing }] : [];
    });
  if (!items) throw new FaultError('not_found', 'no such thread', 'key');
  return { as, items };
}

/** @throws {FaultError} not_found, forbidden */
function mustHost({ room, session }: HallCall, stationId: StationId): void {
  room.station(stationId);
  if (!may(session.actor, 'station:host', stationId)) {
    throw new FaultError('forbidden', 'only the station’s host may do this');
  }
}

/** What a host did is in the log, and so on the desk. */
async function deed(call: HallCall, name: Names, stationId: StationId, about?: string): Promise<void> {
  await call.record(name, stationId, about);
  call.tellDesk(stationId);
}
