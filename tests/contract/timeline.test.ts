/** The timeline over real sockets: who edits its lanes, and slots that come by the hall channel (TL9, TL10). */

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { notesOf, readNote } from '../../shared/board/boardDoc.ts';
import { revert, setSlot } from '../../shared/board/boardOps.ts';
import { newId, type StationId } from '../../shared/domain/ids.ts';
import type { RequestName, RequestOf } from '../../shared/protocol/hallEvents.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { makeHall, sessionOf } from '../harness/hall.ts';
import { HallClient } from '../harness/hallClient.ts';
import { type InProcess, startInProcess } from '../harness/inProcess.ts';
import { until } from '../harness/until.ts';

let server: InProcess;
let made: CreatedHall;
let timeline: StationId;
const clients: HallClient[] = [];
const boards: BoardClient[] = [];

beforeAll(async () => {
  server = await startInProcess();
});
beforeEach(async () => {
  made = await makeHall(server.base);
  timeline = made.hall.stations[3]!.id;
});
afterEach(() => {
  for (const client of clients.splice(0)) client.leave();
  for (const board of boards.splice(0)) board.leave();
});
afterAll(() => server.stop());

async function as(role: 'organiser' | 'host' | 'participant', station = timeline): Promise<HallClient> {
  const client = await HallClient.joined(server.base, await sessionOf(server.base, made, role, station));
  clients.push(client);
  return client;
}

/** The fault's code, or `ok`. */
async function outcome<Name extends RequestName>(
  client: HallClient,
  name: Name,
  request: RequestOf<Name>,
): Promise<string> {
  const answer = await client.ask(name, request);
  return answer.ok ? 'ok' : answer.error.code;
}

const LANES = [
  { id: 'hs', title: 'Høgskolene' },
  { id: 'fk', title: 'Fylkeskommunen' },
];

describe('a timeline’s lanes', () => {
  test('TL9 its host edits lanes and year, and all are told; its notes stay where they were written', async () => {
    const [host, guest] = [await as('host'), await as('participant')];
    const id = newId('n');
    await outcome(guest, 'note:write', {
      stationId: timeline,
      id,
      text: 'Lapp',
      slot: ['institutions', 1, 3],
    });
    expect(await outcome(host, 'station:edit', { stationId: timeline, lanes: LANES, year: 'calendar' })).toBe(
      'ok',
    );
    const station = () => guest.state?.stations.find((one) => one.id === timeline);
    await until(() => station()?.lanes?.[0]?.id === 'hs' && station()?.year === 'calendar', {
      what: 'the lanes',
    });
    const { notes } = (
      (await guest.ask('notes:mine', {})) as { data: { notes: { id: string; slot?: unknown }[] } }
    ).data;
    expect(notes.find((note) => note.id === id)?.slot).toEqual(['institutions', 1, 3]);
  });

  test('TL9 its host edits nothing else; hosts of other stations and participants edit nothing', async () => {
    const host = await as('host');
    expect(await outcome(host, 'station:edit', { stationId: timeline, title: 'Min' })).toBe('forbidden');
    expect(await outcome(host, 'station:edit', { stationId: timeline, lanes: LANES, levels: true })).toBe(
      'forbidden',
    );
    const other = await as('host', made.hall.stations[0]!.id);
    expect(await outcome(other, 'station:edit', { stationId: timeline, lanes: LANES })).toBe('forbidden');
    const guest = await as('participant');
    expect(await outcome(guest, 'station:edit', { stationId: timeline, lanes: LANES })).toBe('forbidden');
    const wall = made.hall.stations[0]!.id;
    expect(await outcome(other, 'station:edit', { stationId: wall, lanes: LANES })).toBe('forbidden');
  });

  test('TL9 a timeline is added with lanes of its own; a wall has none', async () => {
    const organiser = await as('organiser');
    const words = { title: 'År', question: '', explanation: [], levels: false, lanes: LANES };
    const year = 'calendar' as const;
    expect(
      await outcome(organiser, 'station:add', { press: 'press-year', kind: 'timeline', ...words, year }),
    ).toBe('ok');
    const added = () => organiser.state?.stations.find(({ title }) => title === 'År');
    await until(added, { what: 'the new station' });
    expect([added()?.lanes, added()?.year]).toEqual([LANES, 'calendar']);
    expect(await outcome(organiser, 'station:add', { press: 'press-wall', kind: 'wall', ...words })).toBe(
      'forbidden',
    );
  });
});

describe('a slot', () => {
  test('TL10 is kept with a note that waits to be shown, and hangs with it', async () => {
    const [host, guest] = [await as('host'), await as('participant')];
    await outcome(host, 'station:rule', { stationId: timeline, hiding: true });
    const slot: [string, number, number] = ['national', 2, 4];
    const answer = await guest.ask('note:write', {
      stationId: timeline,
      id: newId('n'),
      text: 'Skjult',
      slot,
    });
    expect(answer.ok && answer.data.note).toMatchObject({ onBoard: false, slot });
    await outcome(host, 'station:reveal', { stationId: timeline });
    const { token } = await sessionOf(server.base, made, 'participant');
    const board = await BoardClient.joined({ base: server.base, station: timeline, token });
    boards.push(board);
    await until(() => board.notes.length === 1, { what: 'the note that was shown' });
    expect(board.notes[0]!.slot).toEqual(slot);
  });

  test('TL3 is set by one op and taken back by its revert, and others may set it', async () => {
    const [one, two] = await Promise.all(
      ['participant', 'participant'].map(async () => {
        const { token } = await sessionOf(server.base, made, 'participant');
        const board = await BoardClient.joined({ base: server.base, station: timeline, token });
        boards.push(board);
        return board;
      }),
    );
    const id = one!.add({ text: 'Lapp' });
    await until(() => two!.notes.length === 1, { what: 'the note' });
    const changes = setSlot(two!.doc, id, ['national', 0, 0]);
    await until(() => one!.notes[0]?.slot?.join() === 'national,0,0', { what: 'the slot' });
    const longer = setSlot(two!.doc, id, ['national', 0, 2]);
    expect(setSlot(two!.doc, id, ['national', 0, 2])).toEqual([]);
    revert(two!.doc, longer);
    revert(two!.doc, changes);
    expect(readNote(id, notesOf(two!.doc).get(id))?.slot).toBeUndefined();
    await two!.allSaved();
    await until(() => one!.notes[0]?.slot === undefined, { what: 'no slot' });
  });
});
