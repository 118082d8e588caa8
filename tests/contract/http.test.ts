/** The HTTP contract: every resource with every role, what is asked for and what is answered, and where from. */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROLES, type Role } from '../../shared/domain/hall.ts';
import { newId, type StationId } from '../../shared/domain/ids.ts';
import type {
  CreatedHall,
  CreatedKey,
  CreatedSession,
  HallOverview,
  RestError,
} from '../../shared/protocol/rest.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { type Answer, call, makeHall, sessionOf } from '../harness/hall.ts';
import { HallClient } from '../harness/hallClient.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { WebPage } from '../harness/webPage.ts';

let server: ServerProcess;
let made: CreatedHall;
let station: StationId;
const sessions = {} as Record<Role, CreatedSession>;
const folder = tempFolder();

beforeAll(async () => {
  server = await startServer({ dataDir: folder.path });
  made = await makeHall(server.base);
  station = made.hall.stations[0]!.id;
  for (const role of ROLES) sessions[role] = await sessionOf(server.base, made, role);
});
afterAll(async () => {
  expect(server.alive()).toBe(true);
  await server.stop();
  folder.remove();
});

const hallPath = () => `/api/halls/${made.hall.id}`;
const notesPath = (at: string = station) => `${hallPath()}/stations/${at}/notes`;

interface NoteAnswer {
  note: { id: string; text: string; round: number; level?: string };
}

const post = <T = NoteAnswer & RestError>(body: unknown, role: Role = 'participant', path = notesPath()) =>
  call<T>(server.base, 'POST', path, { body, token: sessions[role].token });

describe('who may do what', () => {
  type Who = Role | 'nobody' | 'a stranger';
  const yes = (status: number, ...who: Role[]) =>
    Object.fromEntries(ROLES.map((role) => [role, who.includes(role) ? status : 403])) as Record<
      Role,
      number
    >;
  const anybody = (status: number) => ({ ...yes(status, ...ROLES), nobody: status, 'a stranger': status });
  const members = (allowed: Record<Role, number>) => ({ ...allowed, nobody: 401, 'a stranger': 403 });

  const table: [name: string, method: string, path: () => string, body: unknown, Record<Who, number>][] = [
    ['the hall', 'GET', hallPath, undefined, members(yes(200, ...ROLES))],
    ['a station’s notes', 'GET', () => notesPath(), undefined, members(yes(200, ...ROLES))],
    [
      'a note written',
      'POST',
      () => notesPath(),
      { text: 'Hei' },
      members(yes(201, 'organiser', 'host', 'participant')),
    ],
    ['the keys', 'GET', () => `${hallPath()}/keys`, undefined, members(yes(200, 'organiser'))],
    ['a key made', 'POST', () => `${hallPath()}/keys`, { role: 'wall' }, members(yes(201, 'organiser'))],
    [
      'a key withdrawn (of no such name)',
      'DELETE',
      () => `${hallPath()}/keys/k_nokey`,
      undefined,
      members(yes(404, 'organiser')),
    ],
    [
      'the export',
      'GET',
      () => `${hallPath()}/export?format=json`,
      undefined,
      members(yes(200, 'organiser', 'host')),
    ],
    [
      'a hall made',
      'POST',
      () => '/api/halls',
      { template: 'blank', title: 'Ny', locale: 'nb' },
      anybody(201),
    ],
    ['a code tried', 'POST', () => '/api/session', { key: 'ingen' }, anybody(404)],
    ['an import', 'POST', () => '/api/halls/import', {}, anybody(400)],
    ['the process', 'GET', () => '/healthz', undefined, anybody(200)],
    ['the store', 'GET', () => '/readyz', undefined, anybody(200)],
    ['the figures', 'GET', () => '/metrics', undefined, anybody(200)],
    ['a resource that is none', 'GET', () => '/api/nothing', undefined, anybody(404)],
  ];

  for (const [name, method, path, body, expected] of table) {
    test(`${name}: ${method}`, async () => {
      const stranger = await sessionOf(server.base, await makeHall(server.base, 'blank'), 'organiser');
      const tokens: Record<Who, string | undefined> = {
        organiser: sessions.organiser.token,
        host: sessions.host.token,
        participant: sessions.participant.token,
        wall: sessions.wall.token,
        nobody: undefined,
        'a stranger': stranger.token,
      };
      const statuses: Record<string, number> = {};
      for (const [who, token] of Object.entries(tokens)) {
        statuses[who] = (await call(server.base, method, path(), { body, token })).status;
      }
      expect(statuses).toEqual(expected);
    });
  }

  test('a key is for a station where it is a host’s, and only there', async () => {
    const path = `${hallPath()}/keys`;
    const statuses = [];
    for (const body of [
      { role: 'host' },
      { role: 'wall', stationId: station },
      { role: 'host', stationId: newId('s') },
      { role: 'king' },
      {},
    ]) {
      statuses.push((await post(body, 'organiser', path)).status);
    }
    expect(statuses).toEqual([400, 400, 404, 400, 400]);
    const host = await post<CreatedKey>({ role: 'host', stationId: station }, 'organiser', path);
    expect(host.status).toBe(201);
    expect(host.body.key).toMatchObject({ role: 'host', stationId: station, sessions: 0 });
    expect(host.body.link).toContain(`#${host.body.secret}`);
  });

  test('no station but the hall’s own is found under it', async () => {
    const other = await makeHall(server.base, 'blank');
    for (const at of [
      newId('s'),
      other.hall.stations[0]!.id,
      '__proto__',
      'constructor',
      '%00',
      made.hall.id,
    ]) {
      const read = await call<RestError>(server.base, 'GET', notesPath(at), { token: sessions.host.token });
      const write = await post({ text: 'Hei' }, 'host', notesPath(at));
      expect([read.status, write.status], at).toEqual([404, 404]);
      expect(read.body.error.code).toBe('not_found');
    }
  });

  test('an unknown hall is closed to all, known or not', async () => {
    for (const id of [newId('h'), '__proto__', 'x']) {
      const path = `/api/halls/${id}`;
      expect((await call(server.base, 'GET', path)).status).toBe(401);
      expect((await call(server.base, 'GET', path, { token: sessions.organiser.token })).status).toBe(403);
    }
  });
});

describe('the hall', () => {
  test('tells stations and counts, and no secret', async () => {
    const { body } = await call<HallOverview>(server.base, 'GET', hallPath(), { token: sessions.wall.token });
    expect(body.hall).toMatchObject({ id: made.hall.id, title: 'Prøvehall', code: made.hall.code, round: 1 });
    expect(body.stations.map(({ slug }) => slug)).toEqual(made.hall.stations.map(({ slug }) => slug));
    expect(body.stations.every(({ status }) => status === 'ok')).toBe(true);
    const text = JSON.stringify(body);
    for (const key of [made.keys.organiser, made.keys.join, made.keys.wall]) expect(text).not.toContain(key);
  });

  test('is made of a built-in template, an empty one, or one’s own', async () => {
    const own = {
      v: 1,
      rounds: [{ name: 'Raud', colour: 'pink' }],
      stations: [
        {
          slug: 'ei',
          title: '  Éin\nstasjon ',
          kind: 'timeline',
          question: 'Kva?',
          lanes: [{ id: 'a', title: 'A' }],
        },
      ],
    };
    for (const template of ['vandrehallen', 'blank', own]) {
      const { status, body } = await call<CreatedHall>(server.base, 'POST', '/api/halls', {
        body: { template, title: 'Hall', locale: 'nn' },
      });
      expect(status).toBe(201);
      expect(Object.keys(body.keys.host)).toEqual(body.hall.stations.map(({ id }) => id));
      for (const link of Object.values({ ...body.links.wall, ...body.links.host })) {
        expect(new URL(link).hash.length).toBeGreaterThan(20);
        expect(new URL(link).search).toBe('');
      }
    }
  });

  test.each<[string, unknown]>([
    ['no body', undefined],
    ['no template', { title: 'A', locale: 'nb' }],
    ['an unknown template', { template: 'other', title: 'A', locale: 'nb' }],
    ['a template named __proto__', { template: '__proto__', title: 'A', locale: 'nb' }],
    ['no stations', { template: { v: 1, stations: [] }, title: 'A', locale: 'nb' }],
    [
      'two stations of one slug',
      {
        template: {
          v: 1,
          stations: [1, 2].map(() => ({ slug: 'a', title: 'A', kind: 'wall', question: '' })),
        },
        title: 'A',
        locale: 'nb',
      },
    ],
    ['no title', { template: 'blank', title: '', locale: 'nb' }],
    ['a title of nothing to see', { template: 'blank', title: ' \u200B', locale: 'nb' }],
    ['a title too long', { template: 'blank', title: 'x'.repeat(121), locale: 'nb' }],
    ['an unknown language', { template: 'blank', title: 'A', locale: 'se' }],
    ['something more', { template: 'blank', title: 'A', locale: 'nb', round: 4 }],
  ])('is not made of %s', async (_, body) => {
    const { status } = await call(server.base, 'POST', '/api/halls', { body });
    expect(status).toBe(400);
  });
});

describe('a note', () => {
  test('is 201 when it hangs, 200 when the same person sends it again, 409 from another', async () => {
    const id = newId('n');
    const first = await post({ id, text: 'Først' });
    expect([first.status, first.body.note.text]).toEqual([201, 'Først']);
    const again = await post({ id, text: 'Noe annet' });
    expect([again.status, again.body.note.text]).toEqual([200, 'Først']);
    const other = await post({ id, text: 'Min' }, 'host');
    expect([other.status, other.body.error.code]).toEqual([409, 'taken']);
    const { body } = await call<{ notes: { id: string; text: string }[] }>(server.base, 'GET', notesPath(), {
      token: sessions.wall.token,
    });
    expect(body.notes.filter((note) => note.id === id)).toEqual([expect.objectContaining({ text: 'Først' })]);
  });

  test('sent twenty times at once is one note', async () => {
    const id = newId('n');
    const answers = await Promise.all(Array.from({ length: 20 }, () => post({ id, text: 'Utålmodig' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(19).fill(200), 201]);
  });

  test('without an id gets one', async () => {
    const { body } = await post({ text: 'Uten navn' });
    expect(body.note.id).toMatch(/^n_[A-Za-z0-9_-]{16,32}$/);
  });

  test('that was withdrawn stays so: its id is 410 for its writer', async () => {
    const id = newId('n');
    await post({ id, text: 'Angrer' });
    const channel = await HallClient.joined(server.base, sessions.participant);
    expect(await channel.ask('note:withdraw', { stationId: station, id })).toMatchObject({ ok: true });
    channel.leave();
    const again = await post({ id, text: 'Likevel' });
    expect([again.status, again.body.error.code]).toEqual([410, 'gone']);
  });

  test('hangs cleaned: no controls, no direction overrides, no half letters, no outer space', async () => {
    const typed = '  a\u0000b\u202Ec\r\nd\te\uD83D\n ';
    const { body } = await post({ text: typed });
    expect(body.note.text).toBe('abc\nd e');
  });

  test('may be as long as a note, and no longer; and never empty', async () => {
    expect((await post({ text: 'x'.repeat(280) })).status).toBe(201);
    const long = await post({ text: 'x'.repeat(281) });
    expect([long.status, long.body.error.code, long.body.error.field]).toEqual([413, 'too_long', 'text']);
    for (const text of ['', '   ', '\n', '\u200B\u200D', '\u3164']) {
      const empty = await post({ text });
      expect([empty.status, empty.body.error.code], JSON.stringify(text)).toEqual([400, 'empty']);
    }
  });

  test('is marked local or national where the station offers it, and not elsewhere', async () => {
    const offers = made.hall.stations.find(({ slug }) => slug.startsWith('klagemur'))!.id;
    expect(
      (await post({ text: 'Her', level: 'local' }, 'participant', notesPath(offers))).body.note.level,
    ).toBe('local');
    expect((await post({ text: 'Her', level: 'local' })).body.note.level).toBeUndefined();
  });

  test.each<[string, unknown, string | undefined]>([
    ['no text', {}, 'text'],
    ['a text that is a number', { text: 5 }, 'text'],
    ['a text that is a list', { text: ['hei'] }, 'text'],
    ['a text that is null', { text: null }, 'text'],
    ['an id that is none', { text: 'Hei', id: 'n_1' }, 'id'],
    ['an id with a line end', { text: 'Hei', id: `${newId('n')}\n` }, 'id'],
    ['an id of a cluster', { text: 'Hei', id: newId('c') }, 'id'],
    ['a level that is none', { text: 'Hei', level: 'global' }, 'level'],
    ['a slot that is none', { text: 'Hei', slot: ['a', -1, 99] }, 'slot.1'],
    ['a round of one’s own', { text: 'Hei', round: 4 }, undefined],
    ['an owner', { text: 'Hei', owner: 'p_somebody' }, undefined],
    ['a prototype', JSON.parse('{"text":"Hei","__proto__":{"isHost":true}}'), undefined],
    ['a list', [], undefined],
    ['a text 20 kB long', { text: 'x'.repeat(20_001) }, 'text'],
  ])('with %s: 400', async (_, body, field) => {
    const answer = await post(body);
    expect([answer.status, answer.body.error.code]).toEqual([400, 'malformed']);
    if (field) expect(answer.body.error.field).toBe(field);
  });
});

describe('bodies', () => {
  const send = async (body: BodyInit, headers: Record<string, string>): Promise<Answer<RestError>> => {
    const response = await fetch(server.base + notesPath(), {
      method: 'POST',
      headers: { authorization: `Bearer ${sessions.participant.token}`, ...headers },
      body,
    });
    return { status: response.status, body: (await response.json()) as RestError };
  };
  const JSON_TYPE = { 'content-type': 'application/json' };

  test.each(['{"text":', 'hei', '{"text":"a"}}', '\u0000', '{"text":"\\ud83d"', ''])(
    '%j is no JSON: 400',
    async (body) => {
      const answer = await send(body, JSON_TYPE);
      expect([answer.status, answer.body.error.code]).toEqual([400, 'malformed']);
    },
  );

  test('a megabyte is too much: 413, and the server goes on', async () => {
    const answer = await send(JSON.stringify({ text: 'x'.repeat(1_000_000) }), JSON_TYPE);
    expect([answer.status, answer.body.error.code]).toEqual([413, 'too_long']);
    expect((await post({ text: 'Videre' })).status).toBe(201);
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
  ])('as %s they are refused: a form on a foreign page could send that', async (type) => {
    const answer = await send('{"text":"Fra et skjema"}', { 'content-type': type });
    expect([answer.status, answer.body.error.code]).toEqual([400, 'malformed']);
  });

  test('bytes that are no UTF-8, an unknown charset and an unknown compression are refused', async () => {
    const statuses = [
      await send(Uint8Array.of(0x7b, 0x22, 0xff, 0xfe), JSON_TYPE),
      await send('{"text":"Hei"}', { 'content-type': 'application/json; charset=klingon' }),
      await send('{"text":"Hei"}', { ...JSON_TYPE, 'content-encoding': 'sdch' }),
    ].map(({ status, body }) => [status, body.error.code]);
    expect(statuses).toEqual(Array(3).fill([400, 'malformed']));
  });

  test('a value 10,000 deep is refused and hurts nobody', async () => {
    const answer = await send(`{"text":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, JSON_TYPE);
    expect([answer.status, answer.body.error.code]).toEqual([400, 'malformed']);
  });

  test('a path that is no UTF-8 is refused', async () => {
    const { status } = await call(server.base, 'GET', `${hallPath()}/stations/%ff%fe/notes`, {
      token: sessions.host.token,
    });
    expect(status).toBe(400);
  });
});

describe('where a write comes from', () => {
  const FOREIGN = ['https://evil.example', 'null', 'http://127.0.0.1:1', 'not an origin', 'file://'];

  async function cookiePage(origin: string | undefined): Promise<WebPage> {
    const page = new WebPage(server.base);
    await page.call('POST', '/api/session', { code: made.hall.code });
    expect(page.cookies.size).toBe(1);
    page.origin = origin;
    return page;
  }

  test('our own page, by its cookie: let in', async () => {
    const page = await cookiePage(server.base);
    expect((await page.call('POST', notesPath(), { text: 'Fra vår side' })).status).toBe(201);
  });

  test.each(FOREIGN)('a page of %s, by a cookie: 403, and nothing is written', async (origin) => {
    const page = await cookiePage(origin);
    const id = newId('n');
    const { status, body } = await page.call<RestError>('POST', notesPath(), { id, text: 'Lurt' });
    expect([status, body.error.code]).toEqual([403, 'forbidden']);
    page.origin = server.base;
    expect((await page.call('POST', notesPath(), { id, text: 'Frivillig' })).status).toBe(201);
  });

  test('no Origin at all, by a cookie alone: 403; by a token: let in', async () => {
    const page = await cookiePage(undefined);
    expect((await page.call('POST', notesPath(), { text: 'Uten opphav' })).status).toBe(403);
    expect((await page.call('DELETE', `${hallPath()}/keys/k_x`)).status).toBe(403);
    const authorization = `Bearer ${sessions.participant.token}`;
    expect((await page.call('POST', notesPath(), { text: 'Med bevis' }, { authorization })).status).toBe(201);
    expect((await post({ text: 'Fra et program' })).status).toBe(201);
  });

  test.each(FOREIGN)('a page of %s: no session, no hall and no import either', async (origin) => {
    const page = new WebPage(server.base, origin);
    const hall = { template: 'blank', title: 'Lurt', locale: 'nb' };
    const statuses = [
      await page.call('POST', '/api/session', { code: made.hall.code }),
      await page.call('POST', '/api/halls', hall),
      await page.call('POST', '/api/halls/import', {}),
    ].map(({ status }) => status);
    expect(statuses).toEqual([403, 403, 403]);
    expect(page.cookies.size).toBe(0);
  });

  test('no answer invites other pages to read it', async () => {
    const page = await cookiePage('https://evil.example');
    const { headers } = await page.call('GET', hallPath(), undefined, { origin: 'https://evil.example' });
    expect(headers.get('access-control-allow-origin')).toBe(null);
    expect(headers.get('access-control-allow-credentials')).toBe(null);
  });
});

describe('answers', () => {
  test('of every kind bear the headers that keep a page to itself', async () => {
    for (const path of ['/healthz', hallPath(), '/api/nothing', '/nothing.js', '/metrics', '/%ff']) {
      const { headers } = await fetch(server.base + path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).toContain("frame-ancestors 'none'");
      expect(policy, path).not.toMatch(/unsafe|https?:|\*/);
      expect(headers.get('x-content-type-options'), path).toBe('nosniff');
      expect(headers.get('referrer-policy'), path).toBe('no-referrer');
      expect(headers.get('permissions-policy'), path).toContain('camera=()');
      expect(headers.get('x-powered-by'), path).toBe(null);
      // On plain http this would lock people out of the very address they use.
      expect(headers.get('strict-transport-security'), path).toBe(null);
    }
  });

  test('that hold what is personal are kept in no cache', async () => {
    const page = new WebPage(server.base);
    const joined = await page.call('POST', '/api/session', { code: made.hall.code });
    const mine = await page.call('GET', '/api/session');
    for (const { headers } of [joined, mine]) expect(headers.get('cache-control')).toBe('no-store');
  });

  test('the figures hold no name, text or key', async () => {
    await BoardClient.joined({ base: server.base, station, token: sessions.wall.token }).then((client) =>
      client.leave(),
    );
    const { body } = await call<string>(server.base, 'GET', '/metrics');
    expect(body).toMatch(/^vandrehallen_board_connections \d+$/m);
    for (const word of [made.hall.code, made.hall.id, 'Prøvehall', sessions.wall.token]) {
      expect(body).not.toContain(word);
    }
  });
});
