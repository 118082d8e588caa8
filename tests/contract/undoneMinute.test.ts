/** One person's last minute taken back by a host, over real sockets (U1–U9 of docs/SPEC.md). */

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BoardRecord, Clock, Store } from '../../server/ports.ts';
import { createMemoryStore } from '../../server/store/memory.ts';
import { editText, makeCluster, move, removeNotes } from '../../shared/board/boardOps.ts';
import type { Role } from '../../shared/domain/hall.ts';
import { type NoteId, newId, randomText, type StationId } from '../../shared/domain/ids.ts';
import type { OwnNote, UndoneMinute } from '../../shared/protocol/hallEvents.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { makeHall, sessionOf } from '../harness/hall.ts';
import { HallClient } from '../harness/hallClient.ts';
import { type InProcess, startInProcess } from '../harness/inProcess.ts';
import { until } from '../harness/until.ts';

/** The machine's clock, set on by as much as the test says: a minute need not be waited for. */
let ahead = 0;
const clock: Clock = {
  now: () => Date.now() + ahead,
  monotonic: () => performance.now() + ahead,
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};

const memory = createMemoryStore();
/** What looking back brings, where a test will have it otherwise. */
let lookBack: ((record: BoardRecord | null) => BoardRecord | null) | null = null;
const store: Store = {
  ...memory,
  loadAt: async (id, at) => {
    const record = await memory.loadAt(id, at);
    return lookBack ? lookBack(record) : record;
  },
};
let server: InProcess;
let made: CreatedHall;
let station: StationId;
const open: { leave(): void }[] = [];

beforeAll(async () => {
  server = await startInProcess({ store, clock });
});
afterEach(() => {
  lookBack = null;
  for (const client of open.splice(0)) client.leave();
});
afterAll(() => server.stop());

async function join(role: Role, at = station) {
  const session = await sessionOf(server.base, made, role, at);
  const hall = await HallClient.joined(server.base, session);
  const board = await BoardClient.joined({ base: server.base, station, token: session.token });
  open.push(hall, board);
  const hasSeen = (id: NoteId) => until(() => board.notes.some((note) => note.id === id), { what: id });
  return { hall, board, hasSeen, participantId: session.participantId };
}
type Person = Awaited<ReturnType<typeof join>>;

async function newHall() {
  made = await makeHall(server.base);
  station = made.hall.stations[0]!.id;
  return { host: await join('host'), kari: await join('participant'), ola: await join('participant') };
}

async function pad({ hall }: Person, text: string): Promise<NoteId> {
  const id = newId('n');
  expect(await hall.ask('note:write', { stationId: station, id, text })).toMatchObject({ ok: true });
  return id;
}

const undo = ({ hall }: Person, { participantId }: Person, press = randomText(12)) =>
  hall.ask('person:undo', { stationId: station, participantId, press });

async function undone(by: Person, whose: Person): Promise<UndoneMinute> {
  const answer = await undo(by, whose);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.data;
}

async function mine({ hall }: Person): Promise<OwnNote[]> {
  const answer = await hall.ask('notes:mine', {});
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.data.notes;
}

const minutePasses = () => {
  ahead += 61_000;
};

describe('the last minute of one person', () => {
  it('is taken back, by whatever door it came, and what others did stays', async () => {
    const { host, kari, ola } = await newHall();
    const [early, edited] = [await pad(kari, 'Fra før'), await pad(kari, 'Slik det var')];
    const olas = await pad(ola, 'Olas');
    minutePasses();
    await Promise.all([kari, ola].flatMap((one) => [early, edited, olas].map(one.hasSeen)));
    const was = kari.board.notes.find(({ id }) => id === olas)!;
    const [fromPad, fromBoard] = [await pad(kari, 'Tull'), kari.board.add({ text: 'Mer tull' })];
    move(kari.board.doc, [{ id: olas, pos: [4_000, 4_000] }]);
    makeCluster(kari.board.doc, { id: newId('c'), title: 'Tull', pos: [0, 0] }, [olas, early]);
    removeNotes(kari.board.doc, [early]);
    editText(kari.board.doc, edited, 'Noe annet');
    await kari.board.allSaved();
    const latest = await pad(ola, 'Olas nye');
    const news: unknown[] = [];
    kari.hall.socket.on('notes:changed', () => void news.push(true));

    expect(await undone(host, kari)).toEqual({ hidden: 2, restored: 3 });

    await until(() => ola.board.notes.length === 4, { what: 'the board as it was' });
    const now = new Map(ola.board.notes.map((one) => [one.id, one]));
    expect([...now.keys()].sort()).toEqual([early, edited, olas, latest].sort());
    expect(now.get(olas)).toEqual(was);
    expect(now.get(edited)?.text).toBe('Slik det var');
    expect(now.get(early)?.text).toBe('Fra før');
    await until(() => news.length > 0, { what: 'the writer to be told' });
    const hidden = (await mine(kari)).filter((one) => one.hidden).map(({ id }) => id);
    expect(hidden.sort()).toEqual([fromPad, fromBoard].sort());
    const lines = await (await join('organiser')).hall.ask('log:look', {});
    expect(lines).toMatchObject({ data: { lines: [{ deed: 'person:undo', about: kari.participantId }] } });
  });

  it('U8 is taken back once: the same press again, or another, does nothing more; a note hung again stays', async () => {
    const { host, kari } = await newHall();
    const fresh = await pad(kari, 'Tull');
    const first = await undo(host, kari, 'samme-trykk');
    expect(first).toEqual({ ok: true, data: { hidden: 1, restored: 0 } });
    await host.hall.ask('note:return', { stationId: station, id: fresh });
    expect(await undo(host, kari, 'samme-trykk')).toEqual(first);
    expect(await undone(host, kari)).toEqual({ hidden: 0, restored: 0 });
    await host.hasSeen(fresh);
    const again = await pad(kari, 'Mer tull');
    expect(await undone(host, kari)).toEqual({ hidden: 1, restored: 0 });
    expect((await mine(kari)).find(({ id }) => id === again)?.hidden).toBeDefined();
  });

  it('U1 keeps back what waits to be shown too', async () => {
    const { host, kari, ola } = await newHall();
    await host.hall.ask('station:rule', { stationId: station, hiding: true });
    const [hers, his] = [await pad(kari, 'Tull'), await pad(ola, 'Vett')];
    expect(await undone(host, kari)).toEqual({ hidden: 1, restored: 0 });
    expect(await host.hall.ask('station:reveal', { stationId: station })).toMatchObject({
      data: { shown: 1 },
    });
    await until(() => host.board.notes.length === 1, { what: 'what was shown' });
    expect(host.board.notes.map(({ id }) => id)).toEqual([his]);
    expect((await mine(kari)).map(({ id, hidden }) => [id, hidden !== undefined])).toEqual([[hers, true]]);
  });

  it('U9 is taken back by the station’s host and the organiser alone, while the hall lives', async () => {
    const { host, kari, ola } = await newHall();
    const other = await join('host', made.hall.stations[1]!.id);
    const organiser = await join('organiser');
    await pad(kari, 'Tull');
    for (const one of [ola, kari, other]) {
      expect(await undo(one, kari)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    }
    expect(await undone(organiser, kari)).toEqual({ hidden: 1, restored: 0 });
    await organiser.hall.ask('hall:end', { ended: true });
    expect(await undo(host, kari)).toMatchObject({ ok: false, error: { code: 'ended' } });
  });

  it('U7 is left alone where the board of then can’t be read whole', async () => {
    const { host, kari } = await newHall();
    const early = await pad(kari, 'Fra før');
    await pad(kari, 'Også fra før');
    minutePasses();
    lookBack = (record) => record && { ...record, rows: record.rows.filter(({ seq }) => seq !== 2) };
    expect(await undo(host, kari)).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    lookBack = null;
    expect(await undone(host, kari)).toEqual({ hidden: 0, restored: 0 });
    await host.hasSeen(early);
  });
});
