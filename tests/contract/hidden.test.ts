/**
 * Write first, show later, and notes that a host takes down (W1–W8): whatever another participant, a wall or a stock
 * client is sent, at any door, before and after the server dies, holds no word of them.
 */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NoteView } from '../../shared/board/boardDoc.ts';
import { addNote, makeCluster } from '../../shared/board/boardOps.ts';
import { type NoteId, newId, randomText, type StationId } from '../../shared/domain/ids.ts';
import type { CreatedHall, CreatedSession } from '../../shared/protocol/rest.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { call, makeHall, sessionOf } from '../harness/hall.ts';
import { HallClient } from '../harness/hallClient.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { until } from '../harness/until.ts';

const TEMPLATE = {
  v: 1,
  stations: [
    { slug: 'vegg', title: 'Vegg', kind: 'wall', question: 'Hva mener du?' },
    { slug: 'skjult', title: 'Anonym', kind: 'wall', question: 'Hva tør du ikke si?', anonymous: true },
  ],
};
/** In every text that nobody else may read. */
const MARK = 'HEMMELIGmerke';

const folder = tempFolder();
let server: ServerProcess;
let made: CreatedHall;
let wall: StationId;
let anonymous: StationId;
let sessions: Record<'writer' | 'other' | 'host' | 'wall' | 'organiser', CreatedSession>;
let writer: HallClient;
let host: HallClient;
const secret = randomText(32);
const ids = { pad: newId('n'), http: newId('n'), anonymous: newId('n') };

/** All that those who may not know are sent, each packet and frame as bytes. */
let heard: Buffer[] = [];
let spies: { boards: BoardClient[]; halls: HallClient[] };

beforeAll(async () => {
  server = await startServer({ dataDir: folder.path });
  made = await makeHall(server.base, TEMPLATE);
  [wall, anonymous] = made.hall.stations.map(({ id }) => id) as [StationId, StationId];
  const [one, other, third, fourth, fifth] = await Promise.all([
    sessionOf(server.base, made, 'participant'),
    sessionOf(server.base, made, 'participant'),
    sessionOf(server.base, made, 'host', wall),
    sessionOf(server.base, made, 'wall'),
    sessionOf(server.base, made, 'organiser'),
  ]);
  sessions = { writer: one, other, host: third, wall: fourth, organiser: fifth };
  await comeIn();
});

afterAll(async () => {
  leave();
  await server?.kill();
  folder.remove();
});

async function comeIn(): Promise<void> {
  writer = await HallClient.joined(server.base, sessions.writer);
  host = await HallClient.joined(server.base, sessions.host);
  const boards = await Promise.all(
    [wall, anonymous].flatMap((station) =>
      [sessions.other, sessions.wall].flatMap(({ token }) =>
        [true, false].map((ours) => BoardClient.joined({ base: server.base, station, token, ours })),
      ),
    ),
  );
  const halls = await Promise.all(
    [sessions.other, sessions.wall].flatMap((session) =>
      [true, false].map((counts) => spyOn(session, counts)),
    ),
  );
  spies = { boards, halls };
}

async function spyOn({ hallId, token }: CreatedSession, counts: boolean): Promise<HallClient> {
  const client = new HallClient(server.base, { auth: { hallId, token, counts } });
  client.socket.io.engine.on('packet', ({ data }) => heard.push(Buffer.from(String(data ?? ''))));
  return client.settled();
}

function leave(): void {
  for (const board of spies?.boards ?? []) board.leave();
  for (const hall of [...(spies?.halls ?? []), writer, host]) hall?.leave();
}

/** Looks for the mark in all that was heard so far, and in what those who may not know can ask for now. */
async function leaks(): Promise<string[]> {
  const { other, wall: screen } = sessions;
  const found: string[] = [];
  const look = (where: string, bytes: Uint8Array | string) => {
    if (Buffer.from(bytes as Uint8Array).includes(MARK)) found.push(where);
  };
  for (const board of spies.boards) {
    await board.ask();
    look('a board’s frames', Buffer.concat(board.frames));
    look('a board’s document', JSON.stringify(board.notes));
  }
  for (const hall of spies.halls) {
    for (const [name, request] of [
      ['hall:look', {}],
      ['notes:mine', { secrets: { [anonymous]: randomText(32) } }],
      ['desk:look', { stationId: wall }],
      ['station:enter', { stationId: wall }],
      ['vote:look', { stationId: wall }],
    ] as const) {
      look(`${name} answered`, JSON.stringify(await hall.askAnything(name, request)));
    }
  }
  for (const [place, id] of Object.entries(ids)) {
    const station = place === 'anonymous' ? anonymous : wall;
    for (const [name, text] of [
      ['note:write', 'Noe annet'],
      ['note:edit', 'Noe annet'],
    ]) {
      const answer = await spies.halls[0]!.askAnything(name!, { stationId: station, id, text });
      expect(answer).toMatchObject({ ok: false });
      look(`${name} of another’s id`, JSON.stringify(answer));
    }
  }
  // Somebody who comes only now.
  for (const station of [wall, anonymous]) {
    const late = await BoardClient.open({ base: server.base, station, token: other.token });
    look('a new document', await late.ask());
    late.leave();
  }
  const hallPath = `/api/halls/${made.hall.id}`;
  const paths = [hallPath, `${hallPath}/export`, `${hallPath}/stations/${wall}/notes`];
  for (const path of [...paths, `${hallPath}/stations/${anonymous}/notes`]) {
    for (const { token } of [other, screen]) {
      const { status, body } = await call(server.base, 'GET', path, { token });
      look(`GET ${path}`, JSON.stringify(body));
      if (path.endsWith('export')) expect(status).toBe(403);
    }
  }
  for (const format of ['json', 'csv', 'md']) {
    const path = `${hallPath}/export?format=${format}`;
    const { status, body } = await call(server.base, 'GET', path, { token: sessions.organiser.token });
    expect(status).toBe(200);
    look(`the export as ${format}`, JSON.stringify(body));
  }
  look('a hall channel', Buffer.concat(heard));
  look('the log', server.log());
  return found;
}

const mine = async () => {
  const answer = await writer.ask('notes:mine', { secrets: { [anonymous]: secret } });
  return answer.ok ? answer.data.notes : [];
};
const deskOf = async (stationId: StationId) => {
  const client = stationId === wall ? host : await HallClient.joined(server.base, sessions.organiser);
  const answer = await client.ask('desk:look', { stationId });
  if (client !== host) client.leave();
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.data.desk;
};
const hung = async (station: StationId): Promise<NoteView[]> => {
  const path = `/api/halls/${made.hall.id}/stations/${station}/notes`;
  const { body } = await call<{ notes: NoteView[] }>(server.base, 'GET', path, {
    token: sessions.other.token,
  });
  return body.notes;
};

describe('write first, show later', () => {
  it('keeps what participants write, tells them so, and shows it to nobody else (W1)', async () => {
    expect(await host.ask('station:rule', { stationId: wall, hiding: true })).toMatchObject({ ok: true });
    const organiser = await HallClient.joined(server.base, sessions.organiser);
    expect(await organiser.ask('station:rule', { stationId: anonymous, hiding: true })).toMatchObject({
      ok: true,
    });
    organiser.leave();
    const note = { stationId: wall, id: ids.pad, text: `${MARK} fra blokka` };
    for (let times = 0; times < 2; times++) {
      expect(await writer.ask('note:write', note)).toMatchObject({
        ok: true,
        data: { note: { id: ids.pad, onBoard: false, round: 1 } },
      });
    }
    const path = `/api/halls/${made.hall.id}/stations/${wall}/notes`;
    const body = { id: ids.http, text: `${MARK} over HTTP` };
    const { token } = sessions.writer;
    expect(await call(server.base, 'POST', path, { token, body })).toMatchObject({
      status: 201,
      body: { note: { onBoard: false } },
    });
    expect((await call(server.base, 'POST', path, { token, body })).status).toBe(200);
    const hidden = { stationId: anonymous, id: ids.anonymous, text: `${MARK} uten navn`, secret };
    expect(await writer.ask('note:write', hidden)).toMatchObject({ data: { note: { onBoard: false } } });
    expect((await mine()).map(({ id, onBoard }) => [id, onBoard])).toEqual([
      [ids.pad, false],
      [ids.http, false],
      [ids.anonymous, false],
    ]);
    expect((await deskOf(wall)).waiting.map(({ text }) => text)).toEqual([
      `${MARK} fra blokka`,
      `${MARK} over HTTP`,
    ]);
    await until(() => host.state?.stations.map(({ waiting }) => waiting).join() === '2,1', {
      what: 'how many wait to be told to all',
    });
    expect(await leaks()).toEqual([]);
  });

  it('refuses notes that participants make on a board, and takes the host’s (W2)', async () => {
    const at = (token: string, ours = true) =>
      BoardClient.joined({ base: server.base, station: wall, token, ours });
    const person = await at(sessions.writer.token);
    addNote(person.doc, { id: newId('n'), text: 'Rett på tavla', pos: [0, 0], round: 1, at: 1 });
    await until(() => person.refusals.length > 0, { what: 'a refusal' });
    expect(person.refusals[0]).toMatchObject({ code: 'hidden' });
    const stock = await at(sessions.writer.token, false);
    addNote(stock.doc, { id: newId('n'), text: 'Rett på tavla', pos: [0, 0], round: 1, at: 1 });
    await until(() => stock.closed, { what: 'the stock client to be closed' });
    expect(stock.closed).toMatchObject({ code: 4403, reason: 'hidden' });
    const board = await at(sessions.host.token);
    board.add({ text: 'Fra verten' });
    await board.allSaved();
    const made = { stationId: wall, id: newId('n'), text: 'Fra vertens blokk' };
    expect(await host.ask('note:write', made)).toMatchObject({ data: { note: { onBoard: true } } });
    expect((await hung(wall)).map(({ text }) => text)).toEqual(['Fra verten', 'Fra vertens blokk']);
    // The host's own board may not hang under a waiting note's id either.
    addNote(board.doc, { id: ids.pad, text: 'Tatt', pos: [0, 0], round: 1, at: 1 });
    await until(() => board.refusals.length > 0, { what: 'a refusal' });
    expect(board.refusals[0]).toMatchObject({ code: 'taken' });
    for (const client of [person, stock, board]) client.leave();
  });

  it('keeps them through the death of the server, to be changed by their writer alone (W3)', async () => {
    leave();
    await server.kill();
    server = await startServer({ dataDir: folder.path });
    await comeIn();
    expect(await leaks()).toEqual([]);
    expect(await mine()).toHaveLength(3);
    const edit = { stationId: wall, id: ids.pad, text: `${MARK} rettet` };
    expect(await writer.ask('note:edit', edit)).toMatchObject({
      data: { note: { onBoard: false, text: `${MARK} rettet` } },
    });
    const taken = { stationId: anonymous, id: ids.anonymous, text: 'x', secret: randomText(32) };
    expect(await spies.halls[0]!.ask('note:write', taken)).toMatchObject({ error: { code: 'taken' } });
    const { text: _, ...another } = taken;
    expect(await spies.halls[0]!.ask('note:withdraw', another)).toMatchObject({
      error: { code: 'forbidden' },
    });
    const again = { stationId: wall, id: newId('n'), text: `${MARK} angret` };
    await writer.ask('note:write', again);
    for (let times = 0; times < 2; times++) {
      expect(await writer.ask('note:withdraw', { stationId: wall, id: again.id })).toMatchObject({
        ok: true,
      });
    }
    expect(await writer.ask('note:write', again)).toMatchObject({ error: { code: 'gone' } });
    expect(await mine()).toHaveLength(3);
    expect(await leaks()).toEqual([]);
  });

  it('shows them all at the host’s word, once, each still its writer’s (W4)', async () => {
    expect(await writer.ask('station:reveal', { stationId: wall })).toMatchObject({
      error: { code: 'forbidden' },
    });
    expect(await host.ask('station:reveal', { stationId: wall })).toEqual({ ok: true, data: { shown: 2 } });
    expect(await host.ask('station:reveal', { stationId: wall })).toEqual({ ok: true, data: { shown: 0 } });
    const texts = (await hung(wall)).map(({ text }) => text).sort();
    expect(texts).toEqual(['Fra verten', 'Fra vertens blokk', `${MARK} over HTTP`, `${MARK} rettet`]);
    const places = new Set((await hung(wall)).map(({ pos }) => pos.join()));
    expect(places.size).toBe(4);
    await until(() => host.state?.stations[0]?.rules.hiding === false, { what: 'the rule to go' });
    await until(() => host.state?.stations[0]?.waiting === 0, { what: 'nothing to wait any more' });
    // And what looks for them finds them at every door where they may be: it was not blind.
    const found = new Set(await leaks());
    const path = `GET /api/halls/${made.hall.id}/stations/${wall}/notes`;
    for (const door of [
      'a board’s frames',
      'a board’s document',
      'a new document',
      'the export as csv',
      path,
    ]) {
      expect(found).toContain(door);
    }
    expect((await mine()).map(({ id, onBoard }) => [id, onBoard])).toEqual([
      [ids.pad, true],
      [ids.http, true],
      [ids.anonymous, false],
    ]);
    const edit = { stationId: wall, id: ids.pad, text: 'Min fremdeles' };
    expect(await spies.halls[0]!.ask('note:edit', edit)).toMatchObject({ error: { code: 'forbidden' } });
    expect(await writer.ask('note:edit', edit)).toMatchObject({ ok: true });
    expect((await deskOf(wall)).waiting).toEqual([]);
    const organiser = await HallClient.joined(server.base, sessions.organiser);
    expect(await organiser.ask('station:reveal', { stationId: anonymous })).toMatchObject({
      data: { shown: 1 },
    });
    organiser.leave();
    const edited = { stationId: anonymous, id: ids.anonymous, text: 'Min uten navn', secret };
    expect(await writer.ask('note:edit', edited)).toMatchObject({ ok: true });
    const rest = { stationId: wall, id: ids.http, text: 'Ikke hemmelig' };
    expect(await writer.ask('note:edit', rest)).toMatchObject({ ok: true });
  });
});

describe('a note that the host takes down', () => {
  const id: NoteId = newId('n');
  const group = newId('c');
  let before: NoteView;

  it('is nowhere any more but on its writer’s phone and the desk (W5)', async () => {
    // What everybody could read while it hung is no secret of theirs: those who come from now on are looked at.
    const note = { stationId: wall, id, text: `${MARK} upassende`, pos: [900, 700] as [number, number] };
    expect(await writer.ask('note:write', note)).toMatchObject({ data: { note: { onBoard: true } } });
    const board = await BoardClient.joined({ base: server.base, station: wall, token: sessions.host.token });
    makeCluster(board.doc, { id: group, title: 'Gruppe', pos: [900, 700] }, [id]);
    await board.allSaved();
    board.leave();
    before = (await hung(wall)).find((one) => one.id === id)!;
    const hide = { stationId: wall, id, message: 'Vil du si det på en annen måte?' };
    expect(await writer.ask('note:hide', hide)).toMatchObject({ error: { code: 'forbidden' } });
    expect(await host.ask('note:hide', hide)).toEqual({ ok: true, data: {} });
    expect(await host.ask('note:hide', { ...hide, message: 'Igjen' })).toEqual({ ok: true, data: {} });
    leave();
    heard = [];
    await comeIn();
    expect(await leaks()).toEqual([]);
    expect((await mine()).find((own) => own.id === id)).toMatchObject({
      text: `${MARK} upassende`,
      onBoard: false,
      hidden: { message: 'Vil du si det på en annen måte?' },
    });
    expect((await deskOf(wall)).hidden).toMatchObject([{ id, message: 'Vil du si det på en annen måte?' }]);
  });

  it('is not hung again by its writer’s board, and stays hidden when it is edited (W6)', async () => {
    const board = await BoardClient.joined({
      base: server.base,
      station: wall,
      token: sessions.writer.token,
    });
    addNote(board.doc, { id, text: 'Opp igjen', pos: [0, 0], round: 1, at: 1 });
    await until(() => board.refusals.length > 0, { what: 'a refusal' });
    expect(board.refusals[0]).toMatchObject({ code: 'hidden' });
    board.leave();
    const edit = { stationId: wall, id, text: `${MARK} mildere` };
    expect(await writer.ask('note:edit', edit)).toMatchObject({
      data: { note: { onBoard: false, hidden: {} } },
    });
    expect(await leaks()).toEqual([]);
    leave();
    await server.kill();
    server = await startServer({ dataDir: folder.path });
    await comeIn();
    expect(await leaks()).toEqual([]);
  });

  it('comes back as it was, once, and is its writer’s (W7)', async () => {
    for (let times = 0; times < 2; times++) {
      expect(await host.ask('note:return', { stationId: wall, id })).toEqual({ ok: true, data: {} });
    }
    expect((await hung(wall)).filter((one) => one.id === id)).toEqual([
      { ...before, text: `${MARK} mildere` },
    ]);
    expect((await mine()).find((own) => own.id === id)).toMatchObject({ onBoard: true });
    expect((await deskOf(wall)).hidden).toEqual([]);
    const organiser = await HallClient.joined(server.base, sessions.organiser);
    const log = await organiser.ask('log:look', {});
    organiser.leave();
    expect(log).toMatchObject({ ok: true });
    const deeds = log.ok ? log.data.lines.map(({ deed, about }) => [deed, about]) : [];
    expect(deeds.slice(0, 2)).toEqual([
      ['note:return', id],
      ['note:hide', id],
    ]);
    expect(JSON.stringify(log)).not.toContain(MARK);
  });

  it('can be withdrawn for good while it is down (W8)', async () => {
    await host.ask('note:hide', { stationId: wall, id });
    expect(await writer.ask('note:withdraw', { stationId: wall, id })).toMatchObject({ ok: true });
    expect((await mine()).some((own) => own.id === id)).toBe(false);
    expect(await host.ask('note:return', { stationId: wall, id })).toMatchObject({
      error: { code: 'not_found' },
    });
    expect((await deskOf(wall)).hidden).toEqual([]);
  });
});
