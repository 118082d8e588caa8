/** A hall taken home as a file, and made anew from one: nothing is lost, and no file bites. */

import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { clustersOf, type Fields, notesOf } from '../../shared/board/boardDoc.ts';
import { editText, joinCluster, makeCluster, mergeClusters, setLevel } from '../../shared/board/boardOps.ts';
import { newId, type StationId } from '../../shared/domain/ids.ts';
import type { CreatedHall, CreatedSession, MakingFile, RestError } from '../../shared/protocol/rest.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { call, makeHall, sessionOf } from '../harness/hall.ts';
import { HallClient } from '../harness/hallClient.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { until } from '../harness/until.ts';

const TRICKY = [
  'Helt vanlig',
  '=1+1',
  '+47 22 22 22 22',
  '-2+3',
  '@SUM(A1:A9)',
  '＝1+1',
  '＋1',
  '－1',
  '＠A1',
  "=cmd|'/c calc'!A1",
  '=HYPERLINK("https://evil.example","Klikk")',
  'Han sa "nei", så gikk han; slutt',
  'To\nlinjer, "sitat" og komma',
  "'allerede en apostrof",
  '"',
  ',',
  ';',
  '𝒰𝓃𝒾𝒸ℴ𝒹ℯ 👩‍👩‍👧 🇳🇴 é',
  'שלום עולם',
  '<script>alert(1)</script> & <img src=x onerror=alert(1)>',
  '[lenke](javascript:alert(1)) **fet** `kode` # tittel | tabell',
  '{{template}} %s',
  '__proto__',
  'x'.repeat(280),
];

interface HallJson {
  format: string;
  title: string;
  round: number;
  template: { stations: { slug: string; title: string }[]; rounds: unknown[] };
  boards: Record<string, { notes: Record<string, unknown>[]; clusters: Record<string, unknown>[] }>;
  plan: { points: unknown[]; measures: unknown[]; signatures: unknown[] };
}

const POINT = {
  id: newId('q'),
  of: 'hall',
  title: 'Et punkt',
  line: '',
  order: 'a0',
  sources: [] as string[],
};

let server: ServerProcess;
/** A hall in which all has been done that a hall's people do. */
let made: CreatedHall;
let host: CreatedSession;
let station: StationId;
const folder = tempFolder();

beforeAll(async () => {
  server = await startServer({ dataDir: folder.path });
  await liveTheHall();
});
afterAll(async () => {
  expect(server.alive()).toBe(true);
  await server.stop();
  folder.remove();
});

async function exported(made: CreatedHall, format: string): Promise<{ response: Response; text: string }> {
  const { token } = await sessionOf(server.base, made, 'organiser');
  const response = await fetch(`${server.base}/api/halls/${made.hall.id}/export?format=${format}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  // `text()` would take the byte order mark away.
  const bytes = await response.arrayBuffer();
  return { response, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
}

async function exportedJson(made: CreatedHall): Promise<HallJson> {
  const { response, text } = await exported(made, 'json');
  expect(response.status, text).toBe(200);
  return JSON.parse(text) as HallJson;
}

async function imported(body: unknown): Promise<{ status: number; body: CreatedHall & RestError }> {
  return call(server.base, 'POST', '/api/halls/import', { body });
}

async function listed(made: CreatedHall, slug: string): Promise<Record<string, unknown>[]> {
  const { token } = await sessionOf(server.base, made, 'wall');
  const station = made.hall.stations.find((one) => one.slug === slug)!.id;
  const path = `/api/halls/${made.hall.id}/stations/${station}/notes`;
  const { body } = await call<{ notes: Record<string, unknown>[] }>(server.base, 'GET', path, { token });
  return body.notes;
}

const byId = (a: Record<string, unknown>, b: Record<string, unknown>) =>
  String(a.id) < String(b.id) ? -1 : 1;

async function liveTheHall(): Promise<void> {
  made = await makeHall(server.base);
  host = await sessionOf(server.base, made, 'host');
  const person = await sessionOf(server.base, made, 'participant');
  const all = made.hall.stations.flatMap(({ id }) => TRICKY.map((text) => ({ id, text })));
  await Promise.all(
    all.map(({ id, text }) =>
      call(server.base, 'POST', `/api/halls/${made.hall.id}/stations/${id}/notes`, {
        body: { text, level: 'national', slot: ['nasjonalt', 1, 3] },
        token: person.token,
      }),
    ),
  );
  station = made.hall.stations[0]!.id;
  const board = await BoardClient.joined({ base: server.base, station, token: host.token });
  const ids = board.notes.map(({ id }) => id);
  const [first, second] = [newId('c'), newId('c')];
  makeCluster(board.doc, { id: first, title: '=Gruppe("1")', pos: [100, 200] }, ids.slice(0, 4));
  makeCluster(board.doc, { id: second, title: 'Gruppe, nr. 2', pos: [900, 200] }, ids.slice(4, 7));
  makeCluster(board.doc, { id: newId('c'), title: '', pos: [0, 0] }, []);
  joinCluster(board.doc, second, [ids[8]!]);
  mergeClusters(board.doc, second, first);
  setLevel(board.doc, ids[9]!, 'local');
  editText(board.doc, ids[10]!, 'Endret på tavla 😀');
  await board.allSaved();
  board.leave();
  const channel = await HallClient.joined(server.base, host);
  expect(await channel.ask('round:start', { round: 3 })).toMatchObject({ ok: true });
  channel.leave();
  await call(server.base, 'POST', `/api/halls/${made.hall.id}/stations/${station}/notes`, {
    body: { text: 'I tredje runde' },
    token: person.token,
  });
}

describe('JSON', () => {
  test('exported, imported, exported: the same hall', async () => {
    const file = await exportedJson(made);
    const again = await imported(file);
    expect(again.status).toBe(201);
    expect(again.body.hall.id).not.toBe(made.hall.id);
    expect(again.body.hall.code).not.toBe(made.hall.code);
    expect(await exportedJson(again.body)).toEqual(file);
    for (const { slug } of made.hall.stations) {
      const [was, is] = [await listed(made, slug), await listed(again.body, slug)];
      expect(is.sort(byId)).toEqual(was.sort(byId));
      expect(is.length).toBeGreaterThanOrEqual(TRICKY.length);
    }
    // A file holds no key, and nobody of the old hall is anybody in the new one.
    expect(JSON.stringify(file)).not.toContain(made.keys.organiser);
    const old = await sessionOf(server.base, made, 'organiser');
    expect(
      (await call(server.base, 'GET', `/api/halls/${again.body.hall.id}`, { token: old.token })).status,
    ).toBe(403);
  });

  test('a note of an imported hall is nobody’s: its id is taken', async () => {
    const file = await exportedJson(made);
    const again = (await imported(file)).body;
    const [slug, board] = Object.entries(file.boards)[0]!;
    const station = again.hall.stations.find((one) => one.slug === slug)!.id;
    const { token } = await sessionOf(server.base, again, 'participant');
    const { status } = await call(
      server.base,
      'POST',
      `/api/halls/${again.hall.id}/stations/${station}/notes`,
      {
        body: { id: board.notes[0]!.id, text: 'Overtatt' },
        token,
      },
    );
    expect(status).toBe(409);
  });

  test('is exported after a host has narrowed a station', async () => {
    const channel = await HallClient.joined(server.base, host);
    const ruled = await channel.askAnything('station:rule', {
      stationId: station,
      frozen: true,
      moveOwn: true,
    });
    channel.leave();
    expect(ruled).toMatchObject({ ok: true });
    const file = await exportedJson(made);
    expect((await imported(file)).status).toBe(201);
  });

  test('is an attachment with a plain name, kept in no cache', async () => {
    const made = await makeHall(server.base, 'blank');
    for (const format of ['json', 'csv', 'md']) {
      const { response } = await exported(made, format);
      expect(response.headers.get('content-disposition')).toBe(
        `attachment; filename="vandrehall-${made.hall.code}.${format}"`,
      );
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  test('is taken in one at a time: nobody else’s is read meanwhile, and whoever hangs up keeps nobody out', async () => {
    const file = await exportedJson(await makeHall(server.base, 'blank'));
    const slow = request(`${server.base}/api/halls/import`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': 5_000_000, expect: '100-continue' },
    });
    slow.on('error', () => {});
    slow.flushHeaders();
    // The server has begun to take it in.
    await once(slow, 'continue');
    slow.write('{"format":');
    const send = async () => {
      const init = {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(file),
      };
      const answer = await fetch(`${server.base}/api/halls/import`, init);
      await answer.arrayBuffer();
      return answer;
    };
    const refused = await send();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
    slow.destroy();
    await until(async () => (await send()).status === 201, { what: 'the next to be taken in' });
  });

  test('that is not ours is refused, and no hall is made', async () => {
    const good = await exportedJson(made);
    const slug = good.template.stations[0]!.slug;
    const [note] = good.boards[slug]!.notes;
    const withNote = (changes: object) => ({
      ...good,
      boards: { ...good.boards, [slug]: { notes: [{ ...note, ...changes }], clusters: [] } },
    });
    const files: Record<string, unknown> = {
      nothing: {},
      'another format': { ...good, format: 'miro' },
      'a later version': { ...good, v: 3 },
      'a plan of nothing': { ...good, plan: { points: [{}], measures: [], signatures: [] } },
      'a source that is none': {
        ...good,
        plan: { ...good.plan, points: [{ ...POINT, sources: ['../../etc'] }] },
      },
      'a rule that is none': { ...good, stations: { [slug]: { rules: { moveOwn: 'ja' } } } },
      'no stations': { ...good, template: { v: 1, stations: [] } },
      'a round of nothing': { ...good, round: 0 },
      'a note far out': withNote({ pos: [1e9, 0] }),
      'a note nowhere': withNote({ pos: [null, 0] }),
      'a note named __proto__': withNote({ id: '__proto__' }),
      'a note with more in it': withNote({ isHost: true }),
      'a text of 3 MB': withNote({ text: 'x'.repeat(3_000_000) }),
      'a board of 6,000': {
        ...good,
        boards: {
          [slug]: {
            notes: Array.from({ length: 6_000 }, () => ({ ...note, id: newId('n') })),
            clusters: [],
          },
        },
      },
    };
    for (const [name, file] of Object.entries(files)) {
      const { status, body } = await imported(file);
      expect([status, body.error.code], name).toEqual([400, 'malformed']);
    }
  });
});

describe('what a program may have hung up over the board channel', () => {
  let odd: CreatedHall;
  beforeAll(async () => {
    odd = await makeHall(server.base, 'blank');
    const ordinary = await hang((doc) => notesOf(doc).set(newId('n'), note('Vanlig lapp', {})));
    expect(ordinary).toBe('taken in');
    const fields: Record<string, unknown>[] = [
      { pos: [1e12, -1e12] },
      { round: 0 },
      { round: 4_000 },
      { at: 1e300 },
      { at: -1 },
      { cluster: 'ingen gruppe' },
      { order: 'a'.repeat(1_500) },
      { slot: ['x'.repeat(100), 400, 3] },
      { level: 'galaktisk' },
      { cluster: newId('c') },
    ];
    for (const one of fields) await hang((doc) => notesOf(doc).set(newId('n'), note('Rar lapp', one)));
    for (const text of ['', '\u0000\u0001\u202E', 'y'.repeat(1_900)]) {
      await hang((doc) => notesOf(doc).set(newId('n'), note(text, {})));
    }
    for (const one of [
      { title: 'T'.repeat(1_000), pos: [0, 0] },
      { title: 'Rar', pos: [1e15, 0], into: 'ingen' },
    ]) {
      await hang((doc) => clustersOf(doc).set(newId('c'), filled(one)));
    }
  });

  /** Each from a person of their own: what the gate refuses is not there to be exported, and so much the better. */
  async function hang(write: (doc: Y.Doc) => void): Promise<'taken in' | 'refused'> {
    const station = odd.hall.stations[0]!.id;
    const { token } = await sessionOf(server.base, odd, 'participant');
    const board = await BoardClient.joined({ base: server.base, station, token });
    board.doc.transact(() => write(board.doc));
    await until(() => board.refusals.length > 0 || board.saved >= board.sent, {
      what: 'an answer to a write',
    });
    board.leave();
    return board.refusals.length > 0 ? 'refused' : 'taken in';
  }

  function note(text: string, odd: Record<string, unknown>): Fields {
    const whole = { pos: [0, 0], round: 1, at: 1_800_000_000_000, ...odd };
    return filled({ text: new Y.Text(text), ...whole });
  }

  function filled(all: Record<string, unknown>): Fields {
    const fields: Fields = new Y.Map();
    for (const [key, value] of Object.entries(all)) fields.set(key, value);
    return fields;
  }

  test.each(['json', 'csv', 'md'])('keeps no hall from being exported as %s', async (format) => {
    const { response, text } = await exported(odd, format);
    expect(response.status, text.slice(0, 300)).toBe(200);
    expect(text).toContain('Vanlig lapp');
  });

  test('and what is exported can be imported', async () => {
    const file = await exportedJson(odd);
    const again = await imported(file);
    expect(again.status, JSON.stringify(again.body)).toBe(201);
    expect(await exportedJson(again.body)).toEqual(file);
  });
});

describe('CSV', () => {
  test('reads back as it was, with no cell that a spreadsheet would run', async () => {
    const { response, text } = await exported(made, 'csv');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    const [head, ...lines] = readCsv(text.slice(1));
    expect(head).toEqual([
      'stasjon',
      'gruppe',
      'tekst',
      'runde',
      'nivå',
      'ansvarsområde',
      'fra måned',
      'til måned',
      'skrevet',
      'id',
    ]);
    const column = (name: string) => lines.map((cells) => cells[head!.indexOf(name)]!);
    expect(lines.length).toBe(made.hall.stations.length * TRICKY.length + 1);
    for (const cell of lines.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\0＝＋－＠]/);
    const texts = new Set(column('tekst'));
    for (const tricky of TRICKY) {
      const safe = /^[=+\-@＝＋－＠]/.test(tricky) ? `'${tricky}` : tricky;
      expect(texts).toContain(safe);
    }
    expect(column('gruppe')).toContain(`'=Gruppe("1")`);
    // What was merged into another group is told under that one's name.
    expect(column('gruppe')).not.toContain('Gruppe, nr. 2');
    for (const at of column('skrevet')) expect(new Date(at).toISOString()).toBe(at);
  });

  test('of the measures is a file of its own', async () => {
    const { response, text } = await exported(made, 'csv&of=measures');
    expect(response.headers.get('content-disposition')).toContain('-measures.csv"');
    expect(text.startsWith('\uFEFF"Nr.";"Tiltak";')).toBe(true);
  });

  /** All cells quoted, semicolons between: any other byte where one of these or a line end belongs is an error. */
  function readCsv(text: string): string[][] {
    const rows: string[][] = [];
    const cell = /"((?:[^"]|"")*)"(;|\r\n)/y;
    for (let row: string[] = []; cell.lastIndex < text.length; ) {
      const at = cell.lastIndex;
      const found = cell.exec(text);
      if (!found) throw new Error(`no CSV at ${at}: ${text.slice(at, at + 80)}`);
      row.push(found[1]!.replaceAll('""', '"'));
      if (found[2] === '\r\n') {
        rows.push(row);
        row = [];
      }
    }
    return rows;
  }
});

describe('Markdown', () => {
  test('holds every note, and none of what notes may look like', async () => {
    const { response, text } = await exported(made, 'md');
    expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    const figures = text.indexOf('\n## Handlingsplan');
    expect(text.slice(0, figures).match(/^- /gm)).toHaveLength(made.hall.stations.length * TRICKY.length + 1);
    expect(text).not.toMatch(/(?<!\\)<script|(?<!\\)\[lenke\]|(?<!\\)`kode/);
    for (const { title } of made.hall.stations) expect(text).toContain(`## ${title}`);
  });
});

describe('formats', () => {
  test.each([
    ['pdf', '%PDF-1.7'],
    ['docx', 'PK'],
    ['pptx', 'PK'],
  ])('%s is made', async (format, magic) => {
    const { response, text } = await exported(made, format);
    expect([response.status, text.slice(0, magic.length)]).toEqual([200, magic]);
  });

  test('a file that was begun is told how far it is, and is fetched by its id, in its own hall alone', async () => {
    const { token } = await sessionOf(server.base, made, 'organiser');
    const path = `/api/halls/${made.hall.id}/exports`;
    const begun = await call<MakingFile>(server.base, 'POST', path, { body: { format: 'pdf' }, token });
    expect([begun.status, begun.body.state]).toEqual([202, 'making']);
    const look = () => call<MakingFile>(server.base, 'GET', `${path}/${begun.body.id}`, { token });
    let now = (await look()).body;
    for (
      const late = Date.now() + 60_000;
      now.state === 'making' && Date.now() < late;
      now = (await look()).body
    ) {
      expect(now.done).toBeLessThan(1);
    }
    expect(now).toMatchObject({ state: 'done', done: 1 });
    const file = await fetch(`${server.base}${path}/${begun.body.id}/file`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect((await file.arrayBuffer()).byteLength).toBe(now.size);
    const strange = await makeHall(server.base, 'blank');
    const other = await sessionOf(server.base, strange, 'organiser');
    const there = `/api/halls/${strange.hall.id}/exports/${begun.body.id}`;
    expect((await call(server.base, 'GET', there, { token: other.token })).status).toBe(404);
    const person = await sessionOf(server.base, made, 'participant');
    const asked = await call(server.base, 'POST', path, { body: { format: 'pdf' }, token: person.token });
    expect(asked.status).toBe(403);
  });

  test('a wall is drawn as SVG that fetches nothing', async () => {
    const { token } = await sessionOf(server.base, made, 'host');
    const path = `/api/halls/${made.hall.id}/stations/${station}/wall.svg`;
    const response = await fetch(server.base + path, { headers: { authorization: `Bearer ${token}` } });
    const svg = await response.text();
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
    expect(svg.match(/<title>/g)).toHaveLength(TRICKY.length + 1);
    expect(svg).not.toMatch(/<script|<image|href=|url\((?!data:font)/);
  });

  test.each(['exe', '__proto__', 'constructor', 'JSON', ''])('%j is none: 400', async (format) => {
    const { response, text } = await exported(await makeHall(server.base, 'blank'), format);
    expect([response.status, JSON.parse(text).error.code]).toEqual([400, 'malformed']);
  });
});
