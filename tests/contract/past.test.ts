/** Again next year, and looking back, over real sockets (LB1–LB11 of docs/SPEC.md). */

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Clock, Store } from '../../server/ports.ts';
import { createMemoryStore } from '../../server/store/memory.ts';
import type { NoteView, Pos } from '../../shared/board/boardDoc.ts';
import {
  editText,
  joinCluster,
  makeCluster,
  mergeClusters,
  move,
  nameCluster,
  pullOut,
} from '../../shared/board/boardOps.ts';
import type { Role } from '../../shared/domain/hall.ts';
import {
  type ClusterId,
  type NoteId,
  newId,
  planOf,
  randomText,
  type StationId,
} from '../../shared/domain/ids.ts';
import { addMeasure, addPoint } from '../../shared/plan/planOps.ts';
import type { BeforeAnswer, Replay } from '../../shared/protocol/past.ts';
import type { CreatedHall, CreatedSession } from '../../shared/protocol/rest.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { call, makeHall, sessionOf } from '../harness/hall.ts';
import { HallClient } from '../harness/hallClient.ts';
import { type InProcess, startInProcess } from '../harness/inProcess.ts';
import { until } from '../harness/until.ts';

/** The machine's clock, set on by as much as the test says. */
let ahead = 0;
const clock: Clock = {
  now: () => Date.now() + ahead,
  monotonic: () => performance.now(),
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};
const memory = createMemoryStore();
let brokenRow: number | null = null;
const store: Store = {
  ...memory,
  rowsAfter: async (...asked) => {
    const rows = await memory.rowsAfter(...asked);
    return rows.map((row) => (row.seq === brokenRow ? { ...row, intact: false } : row));
  },
};
let server: InProcess;
let made: CreatedHall;
let station: StationId;
let hostSession: CreatedSession;
let host: HallClient;
let board: BoardClient;
const open: { leave(): void }[] = [];

beforeAll(async () => {
  server = await startInProcess({ store, clock });
});
beforeEach(async () => {
  made = await makeHall(server.base);
  station = made.hall.stations[0]!.id;
  hostSession = await sessionOf(server.base, made, 'host');
  host = kept(await HallClient.joined(server.base, hostSession));
  board = kept(await BoardClient.joined({ base: server.base, station, token: hostSession.token }));
});
afterEach(() => {
  brokenRow = null;
  for (const client of open.splice(0)) client.leave();
});
afterAll(() => server.stop());

const kept = <T extends { leave(): void }>(client: T): T => {
  open.push(client);
  return client;
};
const session = (role: Role, at = station, hall = made) => sessionOf(server.base, hall, role, at);
const path = (rest: string, hall = made) => `/api/halls/${hall.hall.id}${rest}`;

async function join(role: Role, at = station): Promise<HallClient> {
  return kept(await HallClient.joined(server.base, await session(role, at)));
}

/** Something done on the board, and on disk; and then an hour passes. @returns a time between */
async function hourOf(deed: () => unknown): Promise<number> {
  await deed();
  await board.allSaved();
  await board.ask();
  ahead += 1_800_000;
  const between = clock.now();
  ahead += 1_800_000;
  return between;
}

async function replay(at = station): Promise<Replay> {
  const { token } = await session('organiser');
  const { status, body } = await call<Replay>(server.base, 'GET', path(`/stations/${at}/replay`), { token });
  expect(status).toBe(200);
  return body;
}

async function restore(at: number, notes?: NoteId[], press = randomText(12)) {
  const answer = await host.ask('station:restore', {
    stationId: station,
    at,
    press,
    ...(notes && { notes }),
  });
  if (!answer.ok) throw new Error(answer.error.code);
  return { ...answer.data, press };
}

const seen = async (id: NoteId): Promise<NoteView | undefined> => {
  await board.ask();
  return board.notes.find((note) => note.id === id);
};
const group = (title: string, pos: Pos, ids: NoteId[]): ClusterId => {
  const id = newId('c');
  makeCluster(board.doc, { id, title, pos }, ids);
  return id;
};

describe('again next year', () => {
  async function lastYear() {
    const organiser = await join('organiser');
    const asked = await Promise.all([
      organiser.ask('hall:set', {
        organisations: [{ name: 'Skolen', kind: 'skole' }],
        roles: ['Lærer'],
        hostsSteer: false,
      }),
      organiser.ask('rounds:set', { rounds: [{ name: 'Start', colour: 'green' }] }),
    ]);
    expect(asked.every(({ ok }) => ok)).toBe(true);
    const rule = { stationId: station, hiding: true, allowance: 2 };
    expect((await host.ask('station:rule', rule)).ok).toBe(true);
    const [a, b] = [board.add({ text: 'Hemmelig lapp' }), board.add({ text: 'En til' })];
    const cluster = group('Reisevei', [0, 0], [a, b]);
    await board.allSaved();
    const { token } = await session('organiser');
    const plan = kept(await BoardClient.joined({ base: server.base, station: planOf(made.hall.id), token }));
    addPoint(plan.doc, {
      of: station,
      title: 'Lang vei',
      line: 'Mange reiser',
      sources: [`${station}/${cluster}`],
    });
    addPoint(plan.doc, {
      of: station,
      title: 'Bare én',
      line: '',
      sources: [`${station}/${a}`],
      single: true,
    });
    addMeasure(plan.doc, { title: 'Flere busser', owner: 'Fylket', at: 1, sources: [] });
    await plan.allSaved();
    return token;
  }
  const copy = async (token: string, body: object = { title: 'Neste år' }) =>
    call<CreatedHall>(server.base, 'POST', path('/copy'), { token, body });

  it('LB1 a copy has the stations, rounds and settings, and no note, person, key or rule of the moment', async () => {
    const token = await lastYear();
    const { status, body: next } = await copy(token);
    expect(status).toBe(201);
    expect(JSON.stringify(next.keys)).not.toContain(made.keys.organiser);
    const [was, is] = await Promise.all([memory.hall(made.hall.id), memory.hall(next.hall.id)]);
    const furniture = (hall: typeof was) => hall!.hall.stations.map(({ id: _, rules: __, ...rest }) => rest);
    expect(furniture(is)).toEqual(furniture(was));
    expect(is!.hall.stations.every(({ rules }) => rules === undefined)).toBe(true);
    expect(is!.hall).toMatchObject({ title: 'Neste år', locale: 'nb', round: 1, rounds: was!.hall.rounds });
    expect(is!.hall.more?.settings).toEqual({ ...was!.hall.more?.settings, model: false });
    expect([...is!.counts.values()].every(({ notes, written }) => notes + written === 0)).toBe(true);
    expect(await memory.people(next.hall.id)).toEqual([]);
    expect(await memory.items(next.hall.id)).toEqual([]);
    expect(JSON.stringify(is)).not.toContain('Hemmelig lapp');
  });

  it('LB2 what came of the last hall is there for all of the new one, and for nobody else', async () => {
    const token = await lastYear();
    const { body: next } = await copy(token, { title: 'Neste år', locale: 'en' });
    const guest = await session('participant', next.hall.stations[0]!.id, next);
    const client = kept(await HallClient.joined(server.base, guest));
    expect(client.state).toMatchObject({ before: true, locale: 'en' });
    expect(host.state?.before).toBe(false);
    const { body } = await call<BeforeAnswer>(server.base, 'GET', path('/before', next), {
      token: guest.token,
    });
    expect(body.before).toMatchObject({
      title: 'Prøvehall',
      points: { [made.hall.stations[0]!.slug]: [{ title: 'Lang vei', line: 'Mange reiser', notes: 2 }] },
      measures: [{ title: 'Flere busser', owner: 'Fylket', status: null, said: '' }],
    });
    expect((await call(server.base, 'GET', path('/before', next), { token })).status).toBe(403);
    const own = await call<BeforeAnswer>(server.base, 'GET', path('/before'), { token });
    expect(own.body.before).toBeNull();
  });

  it('LB3 only the organiser copies, with a title, and with the key where the server asks for one', async () => {
    const { token } = await session('organiser');
    expect((await copy(hostSession.token)).status).toBe(403);
    expect((await copy(token, { title: ' ​' })).status).toBe(400);
    expect((await copy(token, { title: 'Neste', notes: true })).status).toBe(400);
    const locked = await startInProcess({
      store: { ...memory, close: async () => {} },
      env: { CREATE_KEY: 'en-lang-nok-nokkel' },
    });
    try {
      const ask = (body: object) => call(locked.base, 'POST', path('/copy'), { token, body });
      expect((await ask({ title: 'Neste' })).status).toBe(403);
      expect((await ask({ title: 'Neste', createKey: 'en-lang-nok-nokkel' })).status).toBe(201);
    } finally {
      await locked.stop();
    }
  });
});

describe('the replay', () => {
  it('LB4 tells when notes came, moved, were grouped and named', async () => {
    let [a, b] = ['', ''] as NoteId[];
    let cluster = '' as ClusterId;
    const hours = [
      await hourOf(() => {
        a = board.add({ text: 'Første', pos: [10, 20] });
      }),
      await hourOf(() => {
        b = board.add({ text: 'Andre', pos: [400, 0] });
      }),
      await hourOf(() => void move(board.doc, [{ id: a!, pos: [50, 60] }])),
      await hourOf(() => {
        cluster = group('', [0, 500], [a!, b!]);
      }),
      await hourOf(() => void nameCluster(board.doc, cluster, 'Reisevei')),
    ];
    const { frames, notes, groups, whole } = await replay();
    expect(whole).toBe(true);
    expect(notes.map(({ id, text }) => [id, text]).sort()).toEqual(
      [
        [a, 'Første'],
        [b, 'Andre'],
      ].sort(),
    );
    expect(groups).toEqual([{ id: cluster, title: 'Reisevei' }]);
    expect(frames).toHaveLength(5);
    frames.forEach(({ at }, index) => {
      expect(at).toBeLessThan(hours[index]!);
      if (index > 0) expect(at).toBeGreaterThan(hours[index - 1]!);
    });
    const first = notes.findIndex(({ id }) => id === a);
    expect(frames[0]!.notes).toEqual([{ note: first, pos: [10, 20] }]);
    expect(frames[2]!.notes).toEqual([{ note: first, pos: [50, 60] }]);
    expect(frames[3]!.notes).toHaveLength(2);
    expect(frames[3]!.notes.every(({ group }) => group === 0)).toBe(true);
    expect(frames[3]!.groups).toEqual([{ group: 0, pos: [0, 500], named: false }]);
    expect(frames[4]).toMatchObject({ notes: [], groups: [{ named: true }] });
  });

  it('LB5 what was withdrawn, hidden or edited away since is in no byte of it', async () => {
    const guest = await join('participant');
    const write = async (text: string) => {
      const id = newId('n');
      expect((await guest.ask('note:write', { stationId: station, id, text })).ok).toBe(true);
      return id;
    };
    const [gone, hidden, edited, stays] = [
      await write('TREKTBORT'),
      await write('SKJULT'),
      await write('UFINT ord'),
      await write('Blir'),
    ];
    await until(() => board.notes.length === 4, { what: 'the notes' });
    const cluster = group('STYGGTITTEL', [0, 0], [gone, stays]);
    const dissolved = group('OPPLØSTTITTEL', [900, 0], [edited]);
    await board.allSaved();
    expect((await guest.ask('note:edit', { stationId: station, id: edited, text: 'Fint ord' })).ok).toBe(
      true,
    );
    expect((await guest.ask('note:withdraw', { stationId: station, id: gone })).ok).toBe(true);
    expect((await host.ask('note:hide', { stationId: station, id: hidden })).ok).toBe(true);
    await board.ask();
    nameCluster(board.doc, cluster, 'Ny tittel');
    pullOut(board.doc, [{ id: edited, pos: [0, 900] }]);
    await board.allSaved();
    const told = await replay();
    const said = JSON.stringify(told);
    for (const word of ['TREKTBORT', 'SKJULT', 'UFINT', 'STYGG', 'OPPLØST', gone, hidden]) {
      expect(said).not.toContain(word);
    }
    expect(told.notes.map(({ text }) => text).sort()).toEqual(['Blir', 'Fint ord']);
    expect(told.groups.find(({ id }) => id === dissolved)?.title).toBe('');
    const places = told.frames.flatMap(({ notes }) => notes.map(({ note }) => note));
    expect(Math.max(...places)).toBeLessThan(2);
  });

  it('LB5 a note that was hidden for a while is off the wall for that while', async () => {
    const id = board.add({ text: 'Fram og tilbake' });
    await board.allSaved();
    expect((await host.ask('note:hide', { stationId: station, id })).ok).toBe(true);
    expect((await host.ask('note:return', { stationId: station, id })).ok).toBe(true);
    const { frames } = await replay();
    expect(frames.map(({ notes }) => notes.map(({ pos }) => pos !== undefined))).toEqual([
      [true],
      [false],
      [true],
    ]);
  });

  it('LB4 the rounds are told with their times, and a bad row is told of', async () => {
    expect((await host.ask('round:start', { round: 2 })).ok).toBe(true);
    board.add({ text: 'En' });
    await board.allSaved();
    board.add({ text: 'To' });
    await board.allSaved();
    const sound = await replay();
    expect(sound.rounds).toEqual([{ n: 2, at: expect.any(Number) }]);
    expect(sound.whole).toBe(true);
    brokenRow = (await memory.rowsAfter(station, 0, 100)).at(-1)!.seq;
    const broken = await replay();
    expect(broken.whole).toBe(false);
    expect(broken.frames).toHaveLength(1);
  });

  it('LB4 only hosts of the station and the organiser look back', async () => {
    const other = made.hall.stations[1]!.id;
    const ask = async (role: Role, at: StationId) => {
      const { token } = await session(role);
      return (await call(server.base, 'GET', path(`/stations/${at}/replay`), { token })).status;
    };
    expect(await ask('organiser', other)).toBe(200);
    expect(await ask('host', station)).toBe(200);
    expect(await ask('host', other)).toBe(403);
    expect(await ask('participant', station)).toBe(403);
    expect(await ask('wall', station)).toBe(403);
    expect(await ask('organiser', newId('s'))).toBe(404);
  });
});

describe('a station set back', () => {
  it('LB6 who hangs now and hung then gets place, group, level and slot of then; words stay as they are', async () => {
    const [a, b, c] = [1, 2, 3].map((n) => board.add({ text: `Lapp ${n}`, pos: [n * 300, 0] })) as [
      NoteId,
      NoteId,
      NoteId,
    ];
    const cluster = group('Da', [0, 600], [a, b]);
    const then = await hourOf(() => {});
    const other = group('Nå', [900, 900], [c]);
    pullOut(board.doc, [{ id: a, pos: [-500, -500] }]);
    editText(board.doc, b, 'Rettet lapp');
    nameCluster(board.doc, cluster, 'Nytt navn');
    move(board.doc, [{ id: cluster, pos: [4000, 4000] }]);
    mergeClusters(board.doc, cluster, other);
    const young = board.add({ text: 'Kom siden', pos: [7, 7] });
    const gone = board.add({ text: 'x', pos: [1, 1] });
    await board.allSaved();
    expect((await host.ask('note:withdraw', { stationId: station, id: gone })).ok).toBe(true);
    const { restored } = await restore(then);
    expect(restored).toBe(2);
    expect(await seen(a)).toMatchObject({ cluster, text: 'Lapp 1' });
    expect(await seen(b)).toMatchObject({ cluster, text: 'Rettet lapp' });
    expect((await seen(c))?.cluster).toBeUndefined();
    expect(await seen(young)).toMatchObject({ pos: [7, 7] });
    expect(await seen(gone)).toBeUndefined();
    const fields = board.doc.getMap('clusters').get(cluster) as { toJSON(): object };
    expect(fields.toJSON()).toEqual({ title: 'Nytt navn', pos: [0, 600] });
  });

  it('LB6 what was withdrawn or hidden since never comes back', async () => {
    const [gone, hidden] = [board.add({ text: 'Trukket' }), board.add({ text: 'Skjult' })];
    const then = await hourOf(() => {});
    expect((await host.ask('note:withdraw', { stationId: station, id: gone })).ok).toBe(true);
    expect((await host.ask('note:hide', { stationId: station, id: hidden })).ok).toBe(true);
    expect((await restore(then)).restored).toBe(0);
    await board.ask();
    expect(board.notes).toEqual([]);
  });

  it('LB7 some notes alone are set back', async () => {
    const [a, b] = [board.add({ text: 'a', pos: [0, 0] }), board.add({ text: 'b', pos: [300, 0] })];
    const then = await hourOf(() => {});
    move(board.doc, [
      { id: a, pos: [5, 5] },
      { id: b, pos: [6, 6] },
    ]);
    await board.allSaved();
    expect((await restore(then, [a])).restored).toBe(1);
    expect((await seen(a))?.pos).toEqual([0, 0]);
    expect((await seen(b))?.pos).toEqual([6, 6]);
  });

  it('LB8 a press counts once, and one press takes it back as far as nobody has moved things since', async () => {
    const [a, b] = [board.add({ text: 'a', pos: [0, 0] }), board.add({ text: 'b', pos: [300, 0] })];
    const then = await hourOf(() => {});
    move(board.doc, [
      { id: a, pos: [5, 5] },
      { id: b, pos: [6, 6] },
    ]);
    await board.allSaved();
    const { press } = await restore(then);
    move(board.doc, [{ id: b, pos: [77, 77] }]);
    await board.allSaved();
    expect((await restore(then, undefined, press)).restored).toBe(2);
    expect((await seen(b))?.pos).toEqual([77, 77]);
    const undo = (which: string) => host.ask('station:restore-undo', { stationId: station, press: which });
    expect(await undo(randomText(12))).toMatchObject({ ok: false, error: { code: 'gone' } });
    const expected = { ok: true, data: { restored: 1, whole: false } };
    expect(await undo(press)).toEqual(expected);
    expect(await undo(press)).toEqual(expected);
    expect((await seen(a))?.pos).toEqual([5, 5]);
    expect((await seen(b))?.pos).toEqual([77, 77]);
  });

  it('LB8 it can be taken back after a restart', async () => {
    const a = board.add({ text: 'a', pos: [0, 0] });
    const then = await hourOf(() => {});
    move(board.doc, [{ id: a, pos: [5, 5] }]);
    await board.allSaved();
    const { press } = await restore(then);
    const again = await startInProcess({ store: { ...memory, close: async () => {} }, clock });
    try {
      const client = await HallClient.joined(again.base, hostSession);
      const answer = await client.ask('station:restore-undo', { stationId: station, press });
      expect(answer).toEqual({ ok: true, data: { restored: 1, whole: true } });
      client.leave();
    } finally {
      await again.stop();
    }
  });

  it('LB9 only the station’s host may, while the hall lives, to a time when the station stood', async () => {
    const ask = (by: HallClient, at: number) =>
      by.ask('station:restore', { stationId: station, at, press: randomText(12) });
    const fault = (code: string) => ({ ok: false, error: { code } });
    const other = await join('host', made.hall.stations[1]!.id);
    expect(await ask(other, clock.now())).toMatchObject(fault('forbidden'));
    expect(await ask(await join('participant'), clock.now())).toMatchObject(fault('forbidden'));
    expect(await ask(host, 1)).toMatchObject(fault('not_found'));
    const organiser = await join('organiser');
    expect(await organiser.ask('hall:end', { ended: true })).toMatchObject({ ok: true });
    expect(await ask(host, clock.now())).toMatchObject(fault('ended'));
    const log = await organiser.ask('log:look', {});
    expect(JSON.stringify(log)).not.toContain('station:restore');
  });

  it('LB9 it stands in the log, without texts', async () => {
    const [a, b] = [board.add({ text: 'Ordet', pos: [0, 0] }), board.add({ text: 'To', pos: [300, 0] })];
    const cluster = group('Gruppa', [0, 900], [a]);
    const then = await hourOf(() => {});
    joinCluster(board.doc, cluster, [b]);
    await board.allSaved();
    await restore(then);
    const log = await (await join('organiser')).ask('log:look', {});
    expect(log).toMatchObject({
      ok: true,
      data: { lines: [{ deed: 'station:restore', stationId: station }] },
    });
    expect(JSON.stringify(log)).not.toContain('Ordet');
  });
});
