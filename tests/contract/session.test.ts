/** Keys, codes, sessions and cookies: who one is, where that is kept, and how it ends. */

import * as encoding from 'lib0/encoding';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { editText } from '../../shared/board/boardOps.ts';
import type { Role } from '../../shared/domain/hall.ts';
import { newId, type StationId } from '../../shared/domain/ids.ts';
import { awarenessFrame, CLOSE } from '../../shared/protocol/boardFrames.ts';
import type {
  CreatedHall,
  CreatedKey,
  CreatedSession,
  KeyInfo,
  Sessions,
} from '../../shared/protocol/rest.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { filesHolding } from '../harness/disk.ts';
import { call, makeHall, sessionOf } from '../harness/hall.ts';
import { HallClient } from '../harness/hallClient.ts';
import { withdrawKeys } from '../harness/keys.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { until } from '../harness/until.ts';
import { bytesOf, uint } from '../harness/updateBytes.ts';
import { WebPage } from '../harness/webPage.ts';

const SOON_MS = 1_000;

let server: ServerProcess;
let made: CreatedHall;
const folder = tempFolder();
const open: { leave(): void }[] = [];

beforeAll(async () => {
  server = await startServer({ dataDir: folder.path });
  made = await makeHall(server.base);
});
afterEach(() => {
  for (const client of open.splice(0)) client.leave();
});
afterAll(async () => {
  await server.stop();
  folder.remove();
});

const join = (browser: WebPage, body: unknown) =>
  browser.call<CreatedSession & { error: { code: string; field?: string } }>('POST', '/api/session', body);
const whoAmI = (token: string) => call<Sessions>(server.base, 'GET', '/api/session', { token });

async function both(session: CreatedSession, station = made.hall.stations[0]!.id) {
  const board = await BoardClient.joined({ base: server.base, station, token: session.token });
  const hall = await HallClient.joined(server.base, session);
  open.push(board, hall);
  return { board, hall };
}

describe('cookies', () => {
  test('are HttpOnly, same-site, for the whole site, and not Secure on plain http', async () => {
    const browser = new WebPage(server.base);
    await join(browser, { code: made.hall.code });
    const [line, ...more] = browser.setCookies;
    expect(more).toEqual([]);
    const [pair, ...attributes] = line!.split('; ');
    expect(pair!.split('=')[0]).toBe(`vh_participant_${made.hall.id}`);
    expect(attributes).toContain('HttpOnly');
    expect(attributes).toContain('SameSite=Lax');
    expect(attributes).toContain('Path=/');
    expect(attributes.some((attribute) => /^Max-Age=\d+$/.test(attribute))).toBe(true);
    expect(attributes.join()).not.toMatch(/secure|domain/i);
  });

  test('one for each hall and role: a host’s laptop shows the wall and is the host’s still', async () => {
    const other = await makeHall(server.base, 'blank');
    const browser = new WebPage(server.base);
    const station = made.hall.stations[0]!.id;
    for (const key of [made.keys.host[station], made.keys.wall, made.keys.join, other.keys.join]) {
      expect((await join(browser, { key })).status).toBe(200);
    }
    expect([...browser.cookies.keys()].sort()).toEqual(
      [
        `vh_host_${made.hall.id}`,
        `vh_wall_${made.hall.id}`,
        `vh_participant_${made.hall.id}`,
        `vh_participant_${other.hall.id}`,
      ].sort(),
    );
    const { body } = await browser.call<Sessions>('GET', '/api/session');
    expect(body.sessions.map(({ role, hallId }) => [role, hallId])).toEqual([
      ['host', made.hall.id],
      ['wall', made.hall.id],
      ['participant', made.hall.id],
      ['participant', other.hall.id],
    ]);
    // Unasked, the strongest counts; asked, the one that is named.
    const keys = `/api/halls/${made.hall.id}`;
    expect((await browser.call('GET', `${keys}/export?format=md`)).status).toBe(200);
    expect((await browser.call('GET', `${keys}/export?format=md&as=wall`)).status).toBe(403);
    expect((await browser.call('GET', `${keys}/keys`)).status).toBe(403);
  });

  test('let a browser on both channels, when it says where it comes from', async () => {
    const browser = new WebPage(server.base);
    await join(browser, { code: made.hall.code });
    const headers = { cookie: browser.cookieHeader, origin: server.base };
    const board = await BoardClient.joined({
      base: server.base,
      station: made.hall.stations[0]!.id,
      headers,
      params: { role: 'participant' },
    });
    open.push(board);
    expect(board.welcome?.mode).toBe('write');
    const hall = new HallClient(server.base, {
      auth: { hallId: made.hall.id, role: 'participant' },
      headers,
    });
    open.push(hall);
    await hall.settled();
    expect(hall.you?.role).toBe('participant');
  });
});

describe('the same person', () => {
  test('in the same browser: joining again is going on', async () => {
    const browser = new WebPage(server.base);
    const first = await join(browser, { code: made.hall.code, name: 'Åse' });
    const again = await join(browser, { key: made.keys.join });
    expect(again.body.participantId).toBe(first.body.participantId);
    expect(again.body.token).toBe(first.body.token);
    // What is not given anew stays.
    const { body } = await browser.call<Sessions>('GET', '/api/session');
    expect(body.sessions).toHaveLength(1);
    expect(body.sessions[0]!.name).toBe('Åse');
    const stranger = await join(new WebPage(server.base), { code: made.hall.code });
    expect(stranger.body.participantId).not.toBe(first.body.participantId);
  });

  test('by a bearer too', async () => {
    const first = await sessionOf(server.base, made, 'participant');
    const again = await call<CreatedSession>(server.base, 'POST', '/api/session', {
      body: { code: made.hall.code },
      token: first.token,
    });
    expect(again.body.participantId).toBe(first.participantId);
  });

  test('but in another role they are another', async () => {
    const browser = new WebPage(server.base);
    const person = await join(browser, { code: made.hall.code });
    const host = await join(browser, { key: made.keys.host[made.hall.stations[0]!.id] });
    expect(host.body.participantId).not.toBe(person.body.participantId);
    expect(host.body.role).toBe('host');
  });

  test('a session of another hall makes nobody known here', async () => {
    const other = await makeHall(server.base, 'blank');
    const browser = new WebPage(server.base);
    const there = await join(browser, { code: other.hall.code });
    const here = await join(browser, { code: made.hall.code });
    expect(here.body.participantId).not.toBe(there.body.participantId);
    expect(here.body.hallId).toBe(made.hall.id);
  });

  test('is still known after the server was started again', async () => {
    const first = await sessionOf(server.base, made, 'participant');
    expect(await server.stop()).toBe(0);
    server = await startServer({ dataDir: folder.path });
    const { status, body } = await whoAmI(first.token);
    expect(status).toBe(200);
    expect(body.sessions[0]!.participantId).toBe(first.participantId);
  });

  test('T39: a host of two stations holds both keys in one session, and loses one with its key', async () => {
    const hall = await makeHall(server.base);
    const [one, two] = hall.hall.stations.map(({ id }) => id) as [StationId, StationId];
    const browser = new WebPage(server.base);
    const first = await join(browser, { key: hall.keys.host[one] });
    const second = await join(browser, { key: hall.keys.host[two] });
    expect(second.body.participantId).toBe(first.body.participantId);
    expect([...second.body.stations].sort()).toEqual([one, two].sort());

    const { board, hall: channel } = await both(second.body, one);
    await withdrawKeys(server.base, hall, ({ role, stationId }) => role === 'host' && stationId === one);
    // What hung on both comes anew and is judged by what is left.
    await Promise.all([
      board.whenClosed(SOON_MS),
      until(() => channel.disconnected, { what: 'the hall channel to close', within: SOON_MS }),
    ]);
    const { body } = await whoAmI(second.body.token);
    expect(body.sessions[0]).toMatchObject({ role: 'host', stations: [two] });
    await withdrawKeys(server.base, hall, ({ role, stationId }) => role === 'host' && stationId === two);
    expect((await whoAmI(second.body.token)).status).toBe(401);
  });
});

describe('T38 withdrawal', () => {
  test.each(['participant', 'host', 'wall', 'organiser'] as const)(
    'of a %s’s key ends its sessions and closes both channels within a second',
    async (role) => {
      const hall = await makeHall(server.base);
      const station = hall.hall.stations[0]!.id;
      const organiser = await sessionOf(server.base, hall, 'organiser');
      const keysPath = `/api/halls/${hall.hall.id}/keys`;
      let session = await sessionOf(server.base, hall, role);
      let fits = (key: KeyInfo) => key.role === role && (role !== 'host' || key.stationId === station);
      if (role === 'organiser') {
        // The first key is what the test itself goes on with: a second one is withdrawn.
        const second = await call<CreatedKey>(server.base, 'POST', keysPath, {
          body: { role },
          token: organiser.token,
        });
        fits = (key) => key.id === second.body.key.id;
        const opened = await call<CreatedSession>(server.base, 'POST', '/api/session', {
          body: { key: second.body.secret },
        });
        session = opened.body;
      }
      const { board, hall: channel } = await both(session, station);
      const bystander = await both(
        await sessionOf(server.base, hall, role === 'wall' ? 'host' : 'wall'),
        station,
      );

      expect(await withdrawKeys(server.base, hall, fits)).toBe(1);
      const closed = await board.whenClosed(SOON_MS);
      await until(() => channel.disconnected, { what: 'the hall channel to close', within: SOON_MS });
      expect(closed.code).toBe(CLOSE.forbidden);
      expect(channel.ended?.code).toBe('session_ended');

      expect((await whoAmI(session.token)).status).toBe(401);
      expect(
        (await call(server.base, 'GET', `/api/halls/${hall.hall.id}`, { token: session.token })).status,
      ).toBe(401);
      expect(bystander.board.closed).toBe(null);
      expect(bystander.hall.disconnected).toBe(null);
      const again = new HallClient(server.base, { auth: { hallId: hall.hall.id, token: session.token } });
      open.push(again);
      expect((await again.settled()).refused).toBe('session_ended');
    },
  );

  test('of the join key ends the code; a new one has a new code, and the old stays dead', async () => {
    const hall = await makeHall(server.base, 'blank');
    const { token } = await sessionOf(server.base, hall, 'organiser');
    await withdrawKeys(server.base, hall, ({ role }) => role === 'participant');
    expect((await join(new WebPage(server.base), { code: hall.hall.code })).status).toBe(404);
    expect((await join(new WebPage(server.base), { key: hall.keys.join })).status).toBe(404);
    const made = await call<CreatedKey>(server.base, 'POST', `/api/halls/${hall.hall.id}/keys`, {
      body: { role: 'participant' },
      token,
    });
    expect(made.status).toBe(201);
    expect(made.body.code).toMatch(/^[A-Z2-9]{6}$/);
    expect(made.body.code).not.toBe(hall.hall.code);
    expect((await join(new WebPage(server.base), { code: made.body.code })).status).toBe(200);
    expect((await join(new WebPage(server.base), { code: hall.hall.code })).status).toBe(404);
    const { body } = await call<{ hall: { code: string } }>(
      server.base,
      'GET',
      `/api/halls/${hall.hall.id}`,
      {
        token,
      },
    );
    expect(body.hall.code).toBe(made.body.code);
  });

  test('a withdrawn key stays so when the server is started again', async () => {
    const hall = await makeHall(server.base, 'blank');
    const session = await sessionOf(server.base, hall, 'wall');
    await withdrawKeys(server.base, hall, ({ role }) => role === 'wall');
    await server.stop();
    server = await startServer({ dataDir: folder.path });
    expect((await whoAmI(session.token)).status).toBe(401);
    expect((await join(new WebPage(server.base), { key: hall.keys.wall })).status).toBe(404);
  });

  test('the last organiser key can’t be withdrawn; one of two can', async () => {
    const hall = await makeHall(server.base, 'blank');
    const { token } = await sessionOf(server.base, hall, 'organiser');
    const path = `/api/halls/${hall.hall.id}/keys`;
    const list = async () =>
      (await call<{ keys: KeyInfo[] }>(server.base, 'GET', path, { token })).body.keys.filter(
        ({ role, withdrawnAt }) => role === 'organiser' && withdrawnAt === undefined,
      );
    const [first] = await list();
    const refused = await call<{ error: { code: string } }>(server.base, 'DELETE', `${path}/${first!.id}`, {
      token,
    });
    expect([refused.status, refused.body.error.code]).toEqual([403, 'forbidden']);
    const second = await call<CreatedKey>(server.base, 'POST', path, { body: { role: 'organiser' }, token });
    expect((await call(server.base, 'DELETE', `${path}/${second.body.key.id}`, { token })).status).toBe(200);
    expect((await call(server.base, 'DELETE', `${path}/${first!.id}`, { token })).status).toBe(403);
    expect(await list()).toHaveLength(1);
  });

  test('two organisers who withdraw each other’s key at once leave one', async () => {
    const hall = await makeHall(server.base, 'blank');
    const { token } = await sessionOf(server.base, hall, 'organiser');
    const path = `/api/halls/${hall.hall.id}/keys`;
    const made = await call<CreatedKey>(server.base, 'POST', path, { body: { role: 'organiser' }, token });
    const other = await call<CreatedSession>(server.base, 'POST', '/api/session', {
      body: { key: made.body.secret },
    });
    const { body } = await call<{ keys: KeyInfo[] }>(server.base, 'GET', path, { token });
    const ids = body.keys.filter(({ role }) => role === 'organiser').map(({ id }) => id);
    expect(ids).toHaveLength(2);
    await Promise.all(
      ids.map((id, index) =>
        call(server.base, 'DELETE', `${path}/${id}`, { token: index === 0 ? other.body.token : token }),
      ),
    );
    const left = await Promise.all([whoAmI(token), whoAmI(other.body.token)]);
    expect(left.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
  });
});

describe('rights that change under an open line', () => {
  test('who opens a second station’s key may moderate on the line that is open there', async () => {
    const [first, second] = made.hall.stations.map(({ id }) => id) as [StationId, StationId];
    const writer = (await both(await sessionOf(server.base, made, 'participant'), second)).board;
    const id = writer.add({ text: 'Skrevet av en annen' });
    await writer.allSaved();
    const host = await sessionOf(server.base, made, 'host', first);
    const { board, hall } = await both(host, second);
    const body = { key: made.keys.host[second] };
    await call(server.base, 'POST', '/api/session', { body, token: host.token });
    expect(editText(board.doc, id, 'Rettet av verten')).not.toEqual([]);
    await board.allSaved();
    expect(board.refusals).toEqual([]);
    await until(() => hall.you?.stations.length === 2, { what: 'the other tab to hear of it' });
  });

  test('whose key is withdrawn writes nothing more, though they never answer the closing', async () => {
    const station = made.hall.stations[0]!.id;
    const joining = { body: { role: 'participant' } };
    const { token } = await sessionOf(server.base, made, 'organiser');
    const path = `/api/halls/${made.hall.id}/keys`;
    const key = (await call<CreatedKey>(server.base, 'POST', path, { ...joining, token })).body;
    const session = await call<CreatedSession>(server.base, 'POST', '/api/session', {
      body: { key: key.secret },
    });
    const { board } = await both(session.body);
    // It reads nothing from now on: not the farewell either.
    board.socket.pause();
    await call(server.base, 'DELETE', `${path}/${key.key.id}`, { token });
    const id = board.add({ text: 'For sent' });
    const witness = (await both(await sessionOf(server.base, made, 'participant'))).board;
    witness.add({ text: 'Etter den' });
    await witness.allSaved();
    const notes = `/api/halls/${made.hall.id}/stations/${station}/notes`;
    const { body } = await call<{ notes: { id: string }[] }>(server.base, 'GET', notes, { token });
    expect(body.notes.map((note) => note.id)).not.toContain(id);
  });
});

describe('codes', () => {
  test('are read as people type them', async () => {
    const { code } = made.hall;
    for (const typed of [code.toLowerCase(), ` ${code} `, `${code.slice(0, 3)}-${code.slice(3)}`]) {
      expect((await join(new WebPage(server.base), { code: typed })).status).toBe(200);
    }
  });

  test('wrong ones are all the same, and after many of them a right one still gets in', async () => {
    const wrong = await Promise.all(
      Array.from({ length: 62 }, (_, index) =>
        join(new WebPage(server.base), {
          code: `ZZZZ${String(index).padStart(2, '2').replace(/[01]/g, '3')}`,
        }),
      ),
    );
    expect(new Set(wrong.map(({ status }) => status))).toEqual(new Set([404]));
    expect(new Set(wrong.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    // All from one address, as in a hall; and a key is not a code and waits for nobody.
    const right = await join(new WebPage(server.base), { code: made.hall.code });
    expect(right.status).toBe(200);
    expect((await join(new WebPage(server.base), { key: made.keys.join })).status).toBe(200);
  });
});

describe('what is asked for', () => {
  test.each([
    ['nothing', {}],
    ['both', { key: 'x', code: 'y' }],
    ['an empty key', { key: '' }],
    ['a key that is a list', { key: ['a'] }],
    ['a code that is a number', { code: 123456 }],
    ['a key of a megabyte’s beginning', { key: 'x'.repeat(201) }],
    ['more than is known', { code: 'ABCDEF', role: 'organiser' }],
    ['a list', []],
    ['a prototype', JSON.parse('{"__proto__":{"role":"organiser"},"code":"ABCDEF"}')],
    ['a name that is an object', { code: 'ABCDEF', name: {} }],
  ])('%s: 400', async (_, body) => {
    const { status, body: answer } = await join(new WebPage(server.base), body);
    expect([status, answer.error.code]).toEqual([400, 'malformed']);
  });

  test('an unknown key and an unknown code: 404, with the field at fault', async () => {
    const key = await join(new WebPage(server.base), { key: 'aldri-sett-før' });
    expect([key.status, key.body.error.field]).toEqual([404, 'key']);
    const code = await join(new WebPage(server.base), { code: 'ABCDEF' });
    expect([code.status, code.body.error.field]).toEqual([404, 'code']);
  });

  test('a name is cleaned; one that is too long is refused', async () => {
    const browser = new WebPage(server.base);
    await join(browser, { code: made.hall.code, name: '  Kari\u202Enordmann\u0000\n ' });
    const { body } = await browser.call<Sessions>('GET', '/api/session');
    expect(body.sessions[0]!.name).toBe('Karinordmann');
    const long = await join(new WebPage(server.base), { code: made.hall.code, name: 'x'.repeat(61) });
    expect([long.status, long.body.error.code]).toEqual([413, 'too_long']);
  });

  test('no session: 401, with cookies of nobody too', async () => {
    const browser = new WebPage(server.base);
    expect((await browser.call('GET', '/api/session')).status).toBe(401);
    browser.cookies.set(`vh_organiser_${made.hall.id}`, 'x');
    browser.cookies.set(`vh_organiser_${newId('h')}`, '');
    expect((await browser.call('GET', '/api/session')).status).toBe(401);
    expect((await browser.call('GET', `/api/halls/${made.hall.id}`)).status).toBe(401);
  });
});

describe('secrets', () => {
  /** An awareness update of one client, whose state is this text and no JSON. */
  const noJson = (text: string) =>
    bytesOf((to) => {
      for (const one of [1, 5, 1]) uint(to, one);
      encoding.writeVarString(to, text);
    });

  test('are on disk as hashes only, and in no log; nor is a note’s text', async () => {
    const data = tempFolder();
    const own = await startServer({ dataDir: data.path });
    const hall = await makeHall(own.base);
    const station = hall.hall.stations[0]!.id;
    const text = 'Ein tekst som ingen skal finna i loggen';
    const secrets: string[] = [
      hall.keys.organiser,
      hall.keys.join,
      hall.keys.wall,
      ...Object.values(hall.keys.host),
    ];
    const texts: string[] = [text];
    for (const role of ['organiser', 'host', 'participant', 'wall'] satisfies Role[]) {
      const session = await sessionOf(own.base, hall, role);
      secrets.push(session.token);
      const notes = `/api/halls/${hall.hall.id}/stations/${station}/notes`;
      await call(own.base, 'POST', notes, { body: { text: `${text} ${role}` }, token: session.token });
      await call(own.base, 'POST', notes, { body: { text, wrong: session.token }, token: session.token });
      const board = await BoardClient.joined({ base: own.base, station, token: session.token });
      if (role !== 'wall') board.add({ text: `${text} på tavla` });
      board.doc.getMap(text).set(session.token, text);
      await board.ask();
      board.send(`${text} ${session.token}`);
      await board.whenClosed();
      // A stock client's awareness that is no JSON: the message of whoever reads it would quote it.
      const stock = await BoardClient.joined({ base: own.base, station, token: session.token, ours: false });
      stock.send(awarenessFrame(noJson(text)));
      if (role !== 'wall') await stock.whenClosed();
      stock.leave();
      const channel = await HallClient.joined(own.base, session);
      await channel.askAnything('note:write', { stationId: station, text, token: session.token });
      channel.leave();
      board.leave();
    }
    const { token } = await sessionOf(own.base, hall, 'organiser');
    const added = await call<CreatedKey>(own.base, 'POST', `/api/halls/${hall.hall.id}/keys`, {
      body: { role: 'participant' },
      token,
    });
    secrets.push(token, added.body.secret);
    await call(own.base, 'POST', '/api/session', { body: { key: `feil ${hall.keys.organiser}` } });
    await call(own.base, 'GET', `/api/halls/${hall.hall.id}?token=${token}`);
    await withdrawKeys(own.base, hall, ({ role }) => role !== 'organiser');

    // While it runs, with all still in the write-ahead log, and after it has tidied up.
    expect(filesHolding(data.path, secrets)).toEqual([]);
    expect(await own.stop()).toBe(0);
    expect(filesHolding(data.path, secrets)).toEqual([]);
    expect(filesHolding(data.path, [hall.hall.id])).not.toEqual([]);
    for (const secret of secrets) expect(own.log()).not.toContain(secret);
    // Not even its beginning.
    for (const one of texts) expect(own.log()).not.toContain(one.slice(0, 8));
    data.remove();
  });
});

describe('on the open internet (PUBLIC_URL by TLS, CREATE_KEY)', () => {
  const createKey = 'ein lang nok nøkkel';
  const publicUrl = 'https://hall.example.no';
  let tls: ServerProcess;
  let hall: CreatedHall;
  const data = tempFolder();

  beforeAll(async () => {
    tls = await startServer({ dataDir: data.path, env: { PUBLIC_URL: publicUrl, CREATE_KEY: createKey } });
    const { status, body } = await call<CreatedHall>(tls.base, 'POST', '/api/halls', {
      body: { template: 'blank', title: 'Nett', locale: 'nn', createKey },
    });
    expect(status).toBe(201);
    hall = body;
  });
  afterAll(async () => {
    await tls.stop();
    data.remove();
  });

  test('halls are made only by who holds the key', async () => {
    const wanted = { template: 'blank', title: 'Nett', locale: 'nn' };
    for (const given of [
      {},
      { createKey: '' },
      { createKey: `${createKey}x` },
      { createKey: 'x'.repeat(200) },
    ]) {
      const answer = await call<{ error: { code: string } }>(tls.base, 'POST', '/api/halls', {
        body: { ...wanted, ...given },
      });
      expect([answer.status, answer.body.error.code]).toEqual([403, 'create_key_required']);
    }
    const imported = await call<{ error: { code: string } }>(tls.base, 'POST', '/api/halls/import', {
      body: {},
    });
    expect([imported.status, imported.body.error.code]).toEqual([403, 'create_key_required']);
  });

  test('cookies are Secure and bound to the host', async () => {
    const browser = new WebPage(tls.base, publicUrl);
    expect((await join(browser, { key: hall.keys.organiser })).status).toBe(200);
    const [line] = browser.setCookies;
    expect(line).toMatch(new RegExp(`^__Host-vh_organiser_${hall.hall.id}=`));
    expect(line).toMatch(/; Secure/);
    expect(line).toMatch(/; HttpOnly/);
    expect(line).toMatch(/; Path=\//);
    expect(line).not.toMatch(/domain/i);
    expect((await browser.call('GET', `/api/halls/${hall.hall.id}`)).status).toBe(200);
    // A cookie that plain http could have planted is none of ours.
    const planted = new WebPage(tls.base, publicUrl);
    planted.cookies.set(`vh_organiser_${hall.hall.id}`, browser.cookieHeader.split('=')[1]!);
    expect((await planted.call('GET', `/api/halls/${hall.hall.id}`)).status).toBe(401);
  });

  test('links lead to the public address, and pages come from it alone', async () => {
    expect(hall.links.organiser).toMatch(new RegExp(`^${publicUrl}/hall/.*#`));
    expect(hall.links.join).toMatch(new RegExp(`^${publicUrl}/join#`));
    const inside = new WebPage(tls.base, tls.base);
    expect((await join(inside, { code: hall.hall.code })).status).toBe(403);
    const outside = new WebPage(tls.base, publicUrl);
    const joined = await join(outside, { code: hall.hall.code });
    expect(joined.status).toBe(200);
    expect(joined.headers.get('strict-transport-security')).toMatch(/max-age=\d{6,}/);
  });
});
