/** Notes of elsewhere brought to a station over HTTP: looked at, hung once a press, and taken back while untouched. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../server/clock.ts';
import { Exporter } from '../../server/export/Exporter.ts';
import { hallFileOf } from '../../server/export/hallFile.ts';
import { editText } from '../../shared/board/boardOps.ts';
import { type NoteId, randomText, type StationId } from '../../shared/domain/ids.ts';
import type {
  BringPreview,
  BroughtNotes,
  CreatedHall,
  CreatedSession,
  RestError,
} from '../../shared/protocol/rest.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { call, makeHall, sessionOf } from '../harness/hall.ts';
import { believableHall } from '../harness/hallAtRest.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';

const CSV = 'tekst;gruppe;runde\r\nEn;Praksis;1\r\nTo;Praksis;9\r\nTre;;1\r\n;;1\r\n';
const base64 = (text: string) => Buffer.from(text).toString('base64');

let server: ServerProcess;
let made: CreatedHall;
let station: StationId;
let host: CreatedSession;
const folder = tempFolder();

beforeAll(async () => {
  server = await startServer({ dataDir: folder.path });
  made = await makeHall(server.base);
  station = made.hall.stations[0]!.id;
  host = await sessionOf(server.base, made, 'host');
});
afterAll(async () => {
  await server.stop();
  folder.remove();
});

type Answer = BringPreview & BroughtNotes & RestError;
const path = (more = '', at = station) => `/api/halls/${made.hall.id}/stations/${at}/import${more}`;
const bring = (body: unknown, more = '', token = host.token, at = station) =>
  call<Answer>(server.base, 'POST', path(more, at), { body, token });

interface Listed {
  notes: { id: NoteId; text: string; cluster?: string; round: number; pos: number[] }[];
  clusters: { id: string; title: string }[];
}
async function listed(): Promise<Listed> {
  const at = `/api/halls/${made.hall.id}/stations/${station}/notes`;
  return (await call<Listed>(server.base, 'GET', at, { token: host.token })).body;
}

describe('bringing notes', () => {
  test('is looked at first, and nothing hangs of it', async () => {
    const { status, body } = await bring({ press: randomText(20), csv: base64(CSV) }, '?preview=1');
    expect(status).toBe(200);
    expect(body).toMatchObject({ notes: 3, groups: 1, passed: [{ why: 'empty', count: 1, rows: [5] }] });
    expect(body.shown[0]).toEqual({ text: 'En', group: 'Praksis' });
    expect((await listed()).notes).toEqual([]);
  });

  test('hangs all in one step with their groups, once a press, and is taken back by it', async () => {
    const press = randomText(20);
    const body = { press, csv: base64(CSV) };
    const all = await Promise.all([bring(body), bring(body)]);
    for (const one of all) expect([one.status, one.body.notes, one.body.groups]).toEqual([201, 3, 1]);
    await server.stop();
    server = await startServer({ dataDir: folder.path });
    expect((await bring(body)).body.notes).toBe(3);
    const { notes, clusters } = await listed();
    expect(notes.map(({ text }) => text).sort()).toEqual(['En', 'To', 'Tre']);
    expect(clusters.map(({ title }) => title)).toEqual(['Praksis']);
    expect(notes.filter(({ cluster }) => cluster === clusters[0]!.id)).toHaveLength(2);
    // Rounds that have not been are no note's.
    for (const { round } of notes) expect(round).toBe(1);
    const back = () => call<Answer>(server.base, 'DELETE', path(`/${press}`), { token: host.token });
    expect([(await back()).status, (await listed()).notes]).toEqual([200, []]);
    expect((await back()).status).toBe(404);
  });

  test('is not taken back once somebody has touched one of them', async () => {
    const press = randomText(20);
    expect((await bring({ press, lines: ['- Første', 'Andre'] })).body.notes).toBe(2);
    const board = await BoardClient.joined({ base: server.base, station, token: host.token });
    editText(board.doc, board.notes[0]!.id, 'Endret');
    await board.allSaved();
    board.leave();
    const { status, body } = await call<Answer>(server.base, 'DELETE', path(`/${press}`), {
      token: host.token,
    });
    expect([status, body.error.code]).toEqual([409, 'taken']);
    expect((await listed()).notes).toHaveLength(2);
  });

  test('of a station the last thirty presses can be taken back, and older ones are forgotten', async () => {
    const presses = Array.from({ length: 31 }, () => randomText(20));
    for (const press of presses) expect((await bring({ press, lines: [`Linje ${press}`] })).status).toBe(201);
    const back = async (press: string) =>
      (await call<Answer>(server.base, 'DELETE', path(`/${press}`), { token: host.token })).status;
    expect([await back(presses[0]!), await back(presses[1]!), await back(presses[30]!)]).toEqual([
      404, 200, 200,
    ]);
    // It hangs, and the same press again hangs nothing more.
    const before = (await listed()).notes.length;
    expect((await bring({ press: presses[0]!, lines: [`Linje ${presses[0]}`] })).status).toBe(201);
    expect((await listed()).notes).toHaveLength(before);
  });

  test('takes a file as it is, too', async () => {
    const response = await fetch(`${server.base}${path(`?preview=1&press=${randomText(20)}`)}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${host.token}`, 'content-type': 'text/csv' },
      body: Buffer.from('tekst\nÆrlig', 'latin1'),
    });
    expect(await response.json()).toMatchObject({ notes: 1, shown: [{ text: 'Ærlig' }] });
  });

  test('is the organiser’s and the station’s host’s', async () => {
    const body = { press: randomText(20), lines: ['En'] };
    const person = await sessionOf(server.base, made, 'participant');
    const other = await sessionOf(server.base, made, 'host', made.hall.stations[1]!.id);
    for (const { token } of [person, other]) expect((await bring(body, '', token)).status).toBe(403);
  });

  test('is refused whole where it does not fit, and says why', async () => {
    const before = (await listed()).notes.length;
    const bodies: [unknown, number, string][] = [
      [{ press: randomText(20), lines: [] }, 400, 'empty'],
      [{ press: 'x', lines: ['a'] }, 400, 'malformed'],
      [{ press: randomText(20), csv: '!!' }, 400, 'malformed'],
      [
        { press: randomText(20), lines: Array.from({ length: 5_000 }, (_, n) => `Lapp ${n}`) },
        409,
        'station_full',
      ],
      [{ press: randomText(20), csv: base64('x'.repeat(3_500_000)) }, 413, 'too_long'],
    ];
    for (const [body, status, code] of bodies) {
      const answer = await bring(body);
      expect([answer.status, answer.body.error.code]).toEqual([status, code]);
    }
    expect((await listed()).notes).toHaveLength(before);
  });
});

describe('the export thread', () => {
  const faults: string[] = [];
  const log = { info: () => {}, warn: () => {}, error: (event: string) => void faults.push(event) };
  const hall = believableHall();
  const job = { kind: 'file', format: 'md', of: 'notes', hall } as const;
  const thread = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);

  test.each([
    ['that throws', 'throw new Error("x")', 20_000],
    ['that ends', 'process.exit(3)', 20_000],
    ['that eats all memory', 'const all = []; for (;;) all.push(new Array(1e6).fill(all.length));', 30_000],
    ['that never answers', 'setInterval(() => {}, 1000)', 1_000],
  ])('%s is an error answer, and the next job is done', async (_, code, limitMs) => {
    const bad = new Exporter({ clock: systemClock, log, limitMs, worker: thread(code) });
    await expect(bad.run(job)).rejects.toMatchObject({ code: 'internal' });
    bad.close();
    const good = new Exporter({ clock: systemClock, log });
    expect(new TextDecoder().decode(await good.run(job))).toContain(hall.hall.title);
    good.close();
    expect(faults.at(-1)).toBe('export.failed');
  });

  test('makes a hall of its file, ready but for code and keys; what is at fault is told as such', async () => {
    const exporter = new Exporter({ clock: systemClock, log });
    const bytesOf = (file: unknown) => new TextEncoder().encode(JSON.stringify(file));
    const file = hallFileOf(hall);
    const read = (bytes: Uint8Array) => exporter.run({ kind: 'import', bytes, now: 5 });
    const made = await read(bytesOf(file));
    expect(made.hall).toMatchObject({ title: file.title, code: '', createdAt: 5 });
    expect(made.boards).toHaveLength(hall.hall.stations.length + 1);
    const notes = hall.hall.stations.map(({ id }) => hall.boards[id]!.notes.length);
    expect(made.boards.map(({ commit }) => commit.notes)).toEqual([...notes, 0]);
    const before = faults.length;
    await expect(read(bytesOf({ ...file, round: 0 }))).rejects.toMatchObject({
      code: 'malformed',
      field: 'round',
    });
    await expect(read(new TextEncoder().encode('{"format"'))).rejects.toMatchObject({ code: 'malformed' });
    expect(faults).toHaveLength(before);
    exporter.close();
  });

  test('is ended when the server stops, and who waits in line is told', async () => {
    const exporter = new Exporter({ clock: systemClock, log, worker: thread('setInterval(() => {}, 1000)') });
    const all = [exporter.run(job), exporter.run(job), exporter.run(job)].map((one) =>
      one.catch((error) => error),
    );
    exporter.close();
    for (const error of await Promise.all(all)) expect(error).toMatchObject({ code: 'unavailable' });
    await expect(exporter.run(job)).rejects.toMatchObject({ code: 'unavailable' });
  });
});
