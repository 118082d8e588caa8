/** What the organiser changes while the hall runs: stations, rounds, settings, tray; and the log of all deeds. */

import { readNotes } from '../../shared/board/boardDoc.ts';
import { moreOf } from '../../shared/domain/hall.ts';
import type { StationId } from '../../shared/domain/ids.ts';
import { may } from '../../shared/domain/permission.ts';
import type { LogLine, TrayStation } from '../../shared/protocol/hallEvents.ts';
import { moveNotes } from '../board/moveNotes.ts';
import { FaultError } from '../fault.ts';
import type { HallCall, Handlers } from './hallCalls.ts';
import { stationLinks } from './links.ts';
import {
  inOrder,
  mustLive,
  removedStation,
  withChanged,
  withoutStation,
  withReturned,
  withRounds,
  withSettings,
  withWords,
} from './stationEdits.ts';

const LOG_LINES = 500;

type Names =
  | 'hall:set'
  | 'rounds:set'
  | 'station:edit'
  | 'station:add'
  | 'station:order'
  | 'station:remove'
  | 'tray:look'
  | 'tray:return'
  | 'tray:hang'
  | 'log:look';

const deeds: Pick<Handlers, Names> = {
  'hall:set': async (call, wanted) => {
    // Consent to a model that is not there would hold for whichever comes.
    if (wanted.model && !call.model) throw new FaultError('forbidden', 'this server has no model', 'model');
    const changed = await change(call, (hall) => withSettings(hall, wanted));
    if (changed) await call.record('hall:set', undefined, Object.keys(wanted).join(' '));
    return {};
  },

  'rounds:set': async (call, { rounds }) => {
    const changed = await change(call, (hall) => withRounds(hall, rounds));
    if (changed) await call.record('rounds:set', undefined, String(rounds.length));
    return { rounds: call.room.hall.rounds };
  },

  'station:edit': async (call, { stationId, ...words }) => {
    call.room.station(stationId);
    mustMayEdit(call, stationId, words);
    const changed = await change(call, (hall) =>
      withChanged(hall, stationId, (station) => withWords(station, words)),
    );
    if (changed) await call.record('station:edit', stationId);
    return {};
  },

  'station:add': (call, { press, ...station }) =>
    call.room.presses.once(`station:add ${press}`, async () => {
      const { room, halls, origin } = call;
      const { stationId, secret } = await halls.addStation(room, press, station);
      await call.record('station:add', stationId);
      const { host, wall } = stationLinks(origin, room.hall.id, stationId, { host: secret });
      return { stationId, hostLink: host, wallLink: wall };
    }),

  'station:order': async (call, { stations }) => {
    const changed = await change(call, (hall) => inOrder(hall, stations));
    if (changed) await call.record('station:order');
    return {};
  },

  'station:remove': (call, { stationId }) =>
    call.room.inTray(async () => {
      // Pressed again, its answer having been lost.
      if (moreOf(call.room.hall).removed.some(({ id }) => id === stationId)) return {};
      await change(call, (hall) => withoutStation(hall, stationId));
      await call.record('station:remove', stationId);
      return {};
    }),

  'tray:look': async ({ room, boards }) => {
    const looks = moreOf(room.hall).removed.map(async ({ id, title }): Promise<TrayStation> => {
      const board = await boards.get(id);
      const notes = await board.read((doc) => readNotes(doc).sort((a, b) => a.at - b.at));
      const held = room.held.at(id).length;
      return { id, title, notes: notes.map(({ id, text, round }) => ({ id, text, round })), held };
    });
    return { stations: await Promise.all(looks) };
  },

  'tray:return': (call, { stationId }) =>
    call.room.inTray(async () => {
      if (call.room.has(stationId)) return {};
      await change(call, (hall) => withReturned(hall, stationId));
      await call.record('tray:return', stationId);
      return {};
    }),

  'tray:hang': (call, { from, to, notes }) =>
    call.room.inTray(async () => {
      const { room, boards } = call;
      mustLive(room.hall);
      removedStation(room.hall, from);
      room.station(to);
      const { hung, owners } = await moveNotes(await boards.get(from), await boards.get(to), notes);
      if (hung > 0) await call.record('tray:hang', to, from);
      for (const owner of owners) call.tellOwner(owner);
      return { hung };
    }),

  'log:look': async ({ store, room }) => {
    const { id } = room.hall;
    const [lines, people] = await Promise.all([store.logLines(id, LOG_LINES), store.people(id)]);
    const names = new Map(people.map(({ id, name }) => [id, name]));
    return { lines: lines.map(({ by, ...line }): LogLine => ({ ...line, name: names.get(by) ?? '' })) };
  },
};

/** All of them are the organiser's alone, save for what a station's host may edit. */
export const organiserHandlers = Object.fromEntries(
  Object.entries(deeds).map(([name, deed]) => [
    name,
    name === 'station:edit' ? deed : organised(deed as Deed),
  ]),
) as typeof deeds;

/** What of a station its host may change: a timeline's rows and where its year begins. */
const HOSTS_FIELDS: readonly string[] = ['lanes', 'year'];

function mustMayEdit({ session }: HallCall, stationId: StationId, words: object): void {
  if (may(session.actor, 'hall:organise')) return;
  if (!may(session.actor, 'station:host', stationId)) {
    throw new FaultError('forbidden', 'only the organiser may do this');
  }
  const beyond = Object.keys(words).find((field) => !HOSTS_FIELDS.includes(field));
  if (beyond) throw new FaultError('forbidden', 'only the organiser may change this', beyond);
}

type Deed = (call: HallCall, request: unknown) => Promise<unknown>;

function organised(deed: Deed): Deed {
  return async (call, request) => {
    if (!may(call.session.actor, 'hall:organise')) {
      throw new FaultError('forbidden', 'only the organiser may do this');
    }
    return deed(call, request);
  };
}

/** Changes the hall's record while the hall lives; what is as wanted already is not saved again. */
function change({ room }: HallCall, decide: (hall: typeof room.hall) => typeof room.hall): Promise<boolean> {
  return room.change((hall) => {
    mustLive(hall);
    const wanted = decide(hall);
    return JSON.stringify(wanted) === JSON.stringify(hall) ? null : wanted;
  });
}
