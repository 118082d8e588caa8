/** What the organiser does to a hall that runs, over real sockets: stations that come and go, time, the end, and what is fetched by HTTP. */

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId, type StationId } from '../../shared/domain/ids.ts';
import { CLOSE } from '../../shared/protocol/boardFrames.ts';
import type { Answers, RequestName, RequestOf } from '../../shared/protocol/hallEvents.ts';
import type {
  CreatedHall,
  CreatedSession,
  HallHealth,
  JoinForm,
  Template,
} from '../../shared/protocol/rest.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { call, makeHall, sessionOf } from '../harness/hall.ts';
import { HallClient } from '../harness/hallClient.ts';
import { type InProcess, startInProcess } from '../harness/inProcess.ts';
import { until } from '../harness/until.ts';

let server: InProcess;
let made: CreatedHall;
let organiser: HallClient;
let session: CreatedSession;
const hallClients: HallClient[] = [];
const boardClients: BoardClient[] = [];

beforeAll(async () => {
  server = await startInProcess();
});
beforeEach(async () => {
  made = await makeHall(server.base);
  session = await sessionOf(server.base, made, 'organiser');
  organiser = await inHall(session);
});
afterEach(() => {
  for (const client of hallClients.splice(0)) client.leave();
  for (const client of boardClients.splice(0)) client.socket.terminate();
});
afterAll(() => server.stop());

async function inHall(session: CreatedSession): Promise<HallClient> {
  const client = await HallClient.joined(server.base, session);
  hallClients.push(client);
  return client;
}

async function onBoard(station: StationId, { token }: CreatedSession): Promise<BoardClient> {
  const client = new BoardClient({ base: server.base, station, token });
  boardClients.push(client);
  await until(() => client.welcome ?? client.closed, { what: 'the board to answer' });
  return client;
}

/** The answer, which must be a good one. */
async function done<Name extends RequestName>(
  client: HallClient,
  name: Name,
  request: RequestOf<Name>,
): Promise<Answers[Name]> {
  const answer = await client.ask(name, request);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code} ${answer.error.message}`);
  return answer.data;
}

const first = () => made.hall.stations[0]!.id;
const path = (rest: string) => `/api/halls/${made.hall.id}${rest}`;

describe('stations that come and go', () => {
  test('ED13 a removed station’s boards are closed for good; it can’t be joined until it returns', async () => {
    const guest = await sessionOf(server.base, made, 'participant');
    const host = await sessionOf(server.base, made, 'host', first());
    const boards = await Promise.all([onBoard(first(), guest), onBoard(first(), host)]);
    const there = await inHall(guest);
    await done(there, 'station:enter', { stationId: first() });
    await done(organiser, 'station:remove', { stationId: first() });
    for (const board of boards) {
      const closed = await until(() => board.closed, { what: 'the board to be closed', within: 1_000 });
      expect(closed.code).toBe(CLOSE.noStation);
    }
    expect((await onBoard(first(), guest)).closed?.code).toBe(CLOSE.noStation);
    expect((await call(server.base, 'GET', path(`/stations/${first()}/notes`), guest)).status).toBe(404);
    await until(() => there.state?.stations.length === 3, { what: 'the hall without the station' });
    await done(organiser, 'tray:return', { stationId: first() });
    expect((await onBoard(first(), host)).welcome).not.toBeNull();
    // Its host is its host again.
    const desk = await inHall(host);
    await done(desk, 'station:rule', { stationId: first(), moveOwn: true });
  });

  test('ED14 one is added while others write: no note is lost, and its links work', async () => {
    const pads = await Promise.all(
      Array.from({ length: 6 }, async () => inHall(await sessionOf(server.base, made, 'participant'))),
    );
    let writing = true;
    const written = pads.map(async (pad, index) => {
      const stationId = made.hall.stations[index % 4]!.id;
      let count = 0;
      while (writing) {
        await done(pad, 'note:write', { stationId, id: newId('n'), text: `Lapp ${index}.${count++}` });
      }
      return count;
    });
    const add = { kind: 'wall' as const, title: 'Ny', question: '', explanation: [], levels: false };
    const links: { stationId: StationId; hostLink: string; wallLink: string }[] = [];
    for (let n = 0; n < 4; n++) {
      links.push(await done(organiser, 'station:add', { ...add, press: `press-no-${n}` }));
    }
    writing = false;
    const total = (await Promise.all(written)).reduce((sum, count) => sum + count, 0);
    await until(() => organiser.state?.stations.length === 8, { what: 'the new stations' });
    const notes = () => organiser.state!.stations.reduce((sum, { notes }) => sum + notes, 0);
    await until(() => notes() === total, { what: `${total} notes` });
    const { stationId, hostLink, wallLink } = links[0]!;
    expect(wallLink).toBe(`${server.base}/hall/${made.hall.id}/wall/${stationId}`);
    const key = new URL(hostLink).hash.slice(1);
    const opened = await call<CreatedSession>(server.base, 'POST', '/api/session', { body: { key } });
    expect(opened.body).toMatchObject({ role: 'host', stations: [stationId] });
    await done(await inHall(opened.body), 'station:rule', { stationId, frozen: true });
    expect((await onBoard(stationId, opened.body)).welcome).not.toBeNull();
  });

  test('ED15 notes are carried from the tray to another station in front of those who stand there', async () => {
    const [from, to] = made.hall.stations.map(({ id }) => id) as [StationId, StationId];
    const guest = await sessionOf(server.base, made, 'participant');
    const pad = await inHall(guest);
    for (const text of ['a', 'b', 'c']) {
      await done(pad, 'note:write', { stationId: from, id: newId('n'), text });
    }
    const board = await onBoard(to, guest);
    await board.ask();
    let told = 0;
    pad.socket.on('notes:changed', () => told++);
    await done(organiser, 'station:remove', { stationId: from });
    const [lying] = (await done(organiser, 'tray:look', {})).stations;
    expect(lying?.notes.map(({ text }) => text).sort()).toEqual(['a', 'b', 'c']);
    expect(await done(organiser, 'tray:hang', { from, to })).toEqual({ hung: 3 });
    await until(() => board.notes.length === 3, { what: 'the notes on the board' });
    await until(() => told === 1, { what: 'their writer to be told' });
    const mine = await done(pad, 'notes:mine', {});
    expect(mine.notes.map(({ stationId }) => stationId)).toEqual([to, to, to]);
  });
});

describe('time and end', () => {
  test('TI12 (T43) who connects in the middle is told round and timer whole, with what is left now', async () => {
    const host = await inHall(await sessionOf(server.base, made, 'host'));
    await done(host, 'round:start', { round: 2 });
    const { timer } = await done(host, 'timer:start', { kind: 'break', ms: 600_000, press: 'press-no-1' });
    expect(timer.left).toBeGreaterThan(599_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const late = await inHall(await sessionOf(server.base, made, 'participant'));
    expect(late.state).toMatchObject({ round: 2, timer: { kind: 'break', total: 600_000, running: true } });
    const told = late.state!.timer!.left;
    expect(told).toBeLessThan(timer.left);
    const { state } = await done(late, 'hall:look', {});
    expect(state.timer!.left).toBeLessThanOrEqual(told);
  });

  test('TI13 (T44) two hosts who press at once, each twice: two minutes more, and everybody has the same', async () => {
    const hosts = await Promise.all(
      made.hall.stations
        .slice(0, 2)
        .map(async ({ id }) => inHall(await sessionOf(server.base, made, 'host', id))),
    );
    await done(hosts[0]!, 'timer:start', { kind: 'work', ms: 60_000, press: 'press-no-1' });
    await Promise.all(
      hosts.flatMap((host, index) => {
        const more = { ms: 60_000, press: `press-of-${index}` };
        return [host.ask('timer:add', more), host.ask('timer:add', more)];
      }),
    );
    await until(() => organiser.state?.timer?.total === 180_000, { what: 'two minutes more' });
  });

  test('TI14 an ended hall can be read by all and written by nobody, until it is opened again', async () => {
    const guest = await sessionOf(server.base, made, 'participant');
    const pad = await inHall(guest);
    const note = () => ({ stationId: first(), id: newId('n'), text: 'Sent' });
    await done(pad, 'note:write', { ...note(), text: 'I tide' });
    const { endedAt } = await done(organiser, 'hall:end', { ended: true });
    await until(() => pad.state?.endedAt === endedAt, { what: 'the end' });
    expect(await pad.ask('note:write', note())).toMatchObject({ ok: false, error: { code: 'ended' } });
    const { token } = guest;
    const notes = path(`/stations/${first()}/notes`);
    const refused = await call(server.base, 'POST', notes, { token, body: { text: 'Sent' } });
    expect(refused).toMatchObject({ status: 409, body: { error: { code: 'ended' } } });
    expect(await organiser.ask('round:start', { round: 2 })).toMatchObject({ error: { code: 'ended' } });
    expect((await call<{ notes: unknown[] }>(server.base, 'GET', notes, { token })).body.notes).toHaveLength(
      1,
    );
    const latecomer = await inHall(await sessionOf(server.base, made, 'participant'));
    expect(latecomer.state?.endedAt).toBe(endedAt);
    await done(organiser, 'hall:end', { ended: false });
    await done(pad, 'note:write', note());
  });
});

describe('what is fetched', () => {
  test('ED16 a hall’s template makes a hall of the same rounds and stations, without its notes', async () => {
    await done(organiser, 'rounds:set', {
      rounds: [
        { name: 'Før', colour: 'teal' },
        { name: 'Etter', colour: 'violet' },
      ],
    });
    const add = { title: 'Anonymt', question: 'Hva?', explanation: ['Les.'], levels: true };
    await done(organiser, 'station:add', { ...add, kind: 'wall', anonymous: true, press: 'press-no-1' });
    await done(organiser, 'station:remove', { stationId: first() });
    const host = await sessionOf(server.base, made, 'host', made.hall.stations[1]!.id);
    const desk = await inHall(host);
    await done(desk, 'station:rule', { stationId: made.hall.stations[1]!.id, frozen: true, allowance: 2 });
    const { token } = session;
    const { body: template } = await call<Template>(server.base, 'GET', path('/template?as=organiser'), {
      token,
    });
    expect(template.stations.map(({ slug }) => slug)).toEqual([
      'klagemuren',
      'suksessterta',
      'tidslinja',
      'anonymt',
    ]);
    const copy = await makeHall(server.base, template);
    const copied = await sessionOf(server.base, copy, 'organiser');
    const again = await call<Template>(server.base, 'GET', `/api/halls/${copy.hall.id}/template`, copied);
    expect(again.body).toEqual(template);
    const state = (await inHall(copied)).state!;
    expect(state.rounds.map(({ name, colour }) => `${name} ${colour}`)).toEqual(['Før teal', 'Etter violet']);
    expect(state.stations.every(({ notes, rules }) => notes === 0 && !rules.frozen)).toBe(true);
    expect((await call(server.base, 'GET', path('/template'), host)).status).toBe(403);
  });

  test('ED17 a hall whose hosts have asked things of walls is still taken home', async () => {
    const stationId = made.hall.stations[1]!.id;
    await done(organiser, 'wall:order', { stationId, show: 'newest' });
    await done(organiser, 'vote:begin', { stationId, kind: 'dots', budget: 3, press: 'press-no-1' });
    const { token } = session;
    const file = await call<Record<string, unknown>>(server.base, 'GET', path('/export?format=json'), {
      token,
    });
    expect(file.status).toBe(200);
    const copy = await call<CreatedHall>(server.base, 'POST', '/api/halls/import', { body: file.body });
    expect(copy.status).toBe(201);
  });

  test('ED18 health tells the organiser, and no other, how the machine and the stations stand', async () => {
    const { token } = session;
    const { status, body } = await call<HallHealth>(server.base, 'GET', path('/health?as=organiser'), {
      token,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ people: 1, connections: 1, diskOk: true });
    expect(body.stations).toEqual(made.hall.stations.map(({ id }) => ({ id, status: 'ok', notes: 0 })));
    expect(body.load).toBeGreaterThanOrEqual(0);
    expect(body.load).toBeLessThanOrEqual(1);
    expect(body.loopDelayMs).toBeGreaterThanOrEqual(0);
    // How many depends on the machine, and on what else it does just now.
    expect(body.holds % 10).toBe(0);
    const host = await sessionOf(server.base, made, 'host');
    expect((await call(server.base, 'GET', path('/health'), host)).status).toBe(403);
  });

  test('ED19 the join form is known before there is a session, by code or key, and by no wrong one', async () => {
    const organisations = [{ name: 'Elevorganisasjonen', kind: 'elever' }];
    await done(organiser, 'hall:set', { organisations, roles: ['Elev'] });
    const wanted: JoinForm = { title: 'Prøvehall', locale: 'nb', organisations, roles: ['Elev'] };
    const byCode = await call<JoinForm>(server.base, 'GET', `/api/join/${made.hall.code.toLowerCase()}`);
    expect(byCode).toEqual({ status: 200, body: wanted });
    const byKey = (key: string) => call(server.base, 'GET', '/api/join', { headers: { 'x-join-key': key } });
    expect(await byKey(made.keys.join)).toEqual({ status: 200, body: wanted });
    for (const key of [made.keys.organiser, made.keys.wall, 'x', '']) {
      expect((await byKey(key)).status).toBe(404);
    }
    expect((await call(server.base, 'GET', '/api/join/AAAAAA')).status).toBe(404);
    // A new code puts the old one out of use.
    const { token } = session;
    const { body } = await call<{ keys: { id: string; role: string }[] }>(server.base, 'GET', path('/keys'), {
      token,
    });
    const join = body.keys.find(({ role }) => role === 'participant')!;
    expect((await call(server.base, 'DELETE', path(`/keys/${join.id}`), { token })).status).toBe(200);
    expect((await call(server.base, 'GET', `/api/join/${made.hall.code}`)).status).toBe(404);
  });
});
