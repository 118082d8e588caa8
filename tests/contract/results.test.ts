/**
 * The results page over real HTTP (RP1–RP15): published, read by strangers, withdrawn; files, sign-ups, owners' links.
 * Over 300 lines: all of it begins with the same hall, plan and page.
 */

import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '../../server/store/memory.ts';
import type { MeasureStatus } from '../../shared/domain/hall.ts';
import { type MeasureId, newId, planOf } from '../../shared/domain/ids.ts';
import {
  FILE_BYTES_MAX,
  HALL_FILES_MAX,
  type MeasureStatuses,
  type OwnedMeasure,
  type PageFile,
  type PublishState,
  type ResultsPage,
  SIGNUPS_WAITING_MAX,
} from '../../shared/domain/results.ts';
import { addMeasure, addPoint } from '../../shared/plan/planOps.ts';
import { sourceOf } from '../../shared/plan/source.ts';
import type { CreatedHall, CreatedSession } from '../../shared/protocol/rest.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { type Answer, call, makeHall, sessionOf } from '../harness/hall.ts';
import { type InProcess, startInProcess } from '../harness/inProcess.ts';
import { until } from '../harness/until.ts';

const ALL = ['figures', 'summaries', 'plan', 'signup', 'news', 'files'];
const SECRET = { kind: 'secret' };
let server: InProcess;
let made: CreatedHall;
let organiser: CreatedSession;
let measure: MeasureId;

beforeAll(async () => {
  server = await startInProcess();
});
afterAll(() => server.stop());

beforeEach(async () => {
  made = await makeHall(server.base);
  organiser = await sessionOf(server.base, made, 'organiser');
  const station = made.hall.stations[0]!.id;
  const board = await BoardClient.joined({ base: server.base, station, token: organiser.token });
  const note = board.add({ text: 'En lapp som ingen skal se', pos: [0, 0] });
  await board.allSaved();
  board.socket.terminate();
  measure = await plan((doc) => {
    addPoint(doc, {
      of: station,
      title: 'Tid',
      line: 'Det mangler tid.',
      sources: [sourceOf(station, note)],
    });
    const fields = {
      title: 'Felles møteplass',
      owner: 'Kommunen',
      at: 1,
      place: [80, 90] as [number, number],
    };
    return addMeasure(doc, fields)!;
  });
});

/** Writes in the hall's plan as the organiser's page does. */
async function plan<T>(write: (doc: BoardClient['doc']) => T): Promise<T> {
  const client = await BoardClient.joined({
    base: server.base,
    station: planOf(made.hall.id),
    token: organiser.token,
  });
  const done = write(client.doc);
  await client.allSaved();
  client.socket.terminate();
  return done;
}

const ours = <T>(method: string, path: string, body?: unknown, token = organiser.token): Promise<Answer<T>> =>
  call<T>(server.base, method, `/api/halls/${made.hall.id}${path}`, { body, token });
const strange = <T>(method: string, path: string, body?: unknown): Promise<Answer<T>> =>
  call<T>(server.base, method, `/api${path}`, { body });

async function publish(address: unknown = SECRET, parts = ALL): Promise<string> {
  const { status, body } = await ours<PublishState>('POST', '/results', {
    parts,
    foreword: 'Takk.',
    address,
  });
  expect(status, JSON.stringify(body)).toBe(200);
  return body.published!.address;
}

async function upload(name: string, bytes: Uint8Array | string, token = organiser.token) {
  const path = `/api/halls/${made.hall.id}/files?name=${encodeURIComponent(name)}`;
  const response = await fetch(server.base + path, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body: bytes as BodyInit,
  });
  return { status: response.status, body: (await response.json()) as PageFile };
}

describe('publishing', () => {
  test('RP1 only the organiser publishes; anybody who has the address reads what was chosen, and no note', async () => {
    const asked = { parts: ['plan', 'summaries'], foreword: ' Takk\u0007 ', address: SECRET };
    for (const role of ['host', 'participant', 'wall'] as const) {
      const { token } = await sessionOf(server.base, made, role);
      expect((await ours('POST', '/results', asked, token)).status).toBe(403);
    }
    const { body: state } = await ours<PublishState>('POST', '/results', asked);
    const { address, link } = state.published!;
    expect(address).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(link).toBe(`${server.base}/r/${address}`);
    const { status, body } = await strange<ResultsPage>('GET', `/results/${address}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ title: 'Prøvehall', locale: 'nb', foreword: 'Takk' });
    expect(body.measures).toMatchObject([{ id: measure, n: 1, owner: 'Kommunen', prioritised: true }]);
    expect(body.summaries).toMatchObject([{ points: [{ title: 'Tid', count: 1 }], covered: 1, all: 1 }]);
    expect(body.figures ?? body.news ?? body.files ?? body.joined).toBeUndefined();
    expect(JSON.stringify(body)).not.toContain('En lapp som ingen skal se');
    expect(server.events).toContain('results.publish');
  });

  test('RP2 what is published stands still until it is published anew', async () => {
    const address = await publish();
    await plan((doc) => addMeasure(doc, { title: 'Kom senere', at: 2 }));
    const read = async () => (await strange<ResultsPage>('GET', `/results/${address}`)).body;
    expect((await read()).measures).toHaveLength(1);
    expect((await read()).figures?.measures).toBe(1);
    expect(await publish()).toBe(address);
    expect((await read()).measures).toHaveLength(2);
  });

  test('RP3 withdrawn: gone at once, with its files; a secret address never comes back', async () => {
    const address = await publish();
    const { body: file } = await upload('tall.csv', 'a;b\r\n1;2\r\n');
    const path = `/results/${address}/files/${file.id}`;
    expect((await strange('GET', path)).status).toBe(200);
    const { body: state } = await ours<PublishState>('DELETE', '/results');
    expect(state.published).toBeNull();
    const never = await strange('GET', '/results/aldriVaertNoenSidaHer1');
    for (const gone of [await strange('GET', `/results/${address}`), await strange('GET', path)]) {
      expect(gone).toEqual(never);
    }
    const signup = { press: 'press-123', measure, organisation: 'Rødt Kors' };
    expect((await strange('POST', `/results/${address}/signups`, signup)).status).toBe(404);
    expect(await publish()).not.toBe(address);
    expect((await strange('GET', `/results/${address}`)).status).toBe(404);
  });

  test('RP4 an address of one’s own is unique on the server for ever, and read whatever its letters', async () => {
    const slug = `hall-${Date.now().toString(36)}`;
    expect(await publish({ kind: 'public', slug })).toBe(slug);
    expect((await strange('GET', `/results/${slug.toUpperCase()}`)).status).toBe(200);
    await ours('DELETE', '/results');
    const [mine, key] = [made, organiser];
    made = await makeHall(server.base);
    organiser = await sessionOf(server.base, made, 'organiser');
    const asked = { parts: ['figures'], foreword: '', address: { kind: 'public', slug } };
    const refused = await ours<{ error: unknown }>('POST', '/results', asked);
    expect(refused.status).toBe(409);
    expect(refused.body.error).toMatchObject({ code: 'taken', field: 'address.slug' });
    for (const bad of ['Ab', '-abc', 'abc-', 'a b c', 'æøå', '../x', 'x'.repeat(41)]) {
      const { status } = await ours('POST', '/results', { ...asked, address: { kind: 'public', slug: bad } });
      expect(status, bad).toBe(400);
    }
    [made, organiser] = [mine, key];
    expect(await publish({ kind: 'public', slug })).toBe(slug);
  });

  test('RP5 few people are not told as a number, and the preview is what will be published', async () => {
    const asked = { parts: ALL, foreword: 'Hei', address: SECRET };
    const { body: preview } = await ours<ResultsPage>('POST', '/results/preview', asked);
    expect(preview.figures?.people).toBeNull();
    expect(preview.figures?.notes).toBe(1);
    for (let n = 0; n < 5; n++) await sessionOf(server.base, made, 'wall');
    expect((await ours<ResultsPage>('POST', '/results/preview', asked)).body.figures?.people).toBeNull();
    for (let n = 0; n < 5; n++) await sessionOf(server.base, made, 'participant');
    const { body: state } = await ours<PublishState>('GET', '/results');
    expect(state.published).toBeNull();
    const address = await publish();
    const { body: page } = await strange<ResultsPage>('GET', `/results/${address}`);
    expect(page.measures).toEqual(preview.measures);
    expect(page.figures).toEqual({ ...preview.figures, people: 6 });
  });

  test('RP6 news are on the page at once, the newest first, cleaned', async () => {
    const address = await publish();
    await ours('POST', '/results/news', { text: 'Først' });
    const { body: second } = await ours<{ id: string }>('POST', '/results/news', { text: ' Så\u202E ' });
    const read = async () => (await strange<ResultsPage>('GET', `/results/${address}`)).body.news;
    expect((await read())?.map(({ text }) => text)).toEqual(['Så', 'Først']);
    expect((await ours('POST', '/results/news', { text: '\u200B' })).status).toBe(400);
    await ours('DELETE', `/results/news/${second.id}`);
    expect((await read())?.map(({ text }) => text)).toEqual(['Først']);
  });
});

describe('files', () => {
  const pdf = `%PDF-1.7\n${'x'.repeat(700_000)}`;

  test('RP7 a file comes back byte for byte, as an attachment with its name', async () => {
    const address = await publish();
    const { status, body } = await upload('Årsmelding “2026” (ny).pdf', pdf);
    expect(status, JSON.stringify(body)).toBe(201);
    const response = await fetch(`${server.base}/api/results/${address}/files/${body.id}`);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const disposition = response.headers.get('content-disposition')!;
    expect(disposition).toMatch(/^attachment; filename="[ -~]+"; filename\*=UTF-8''%C3%85rsmelding/);
    expect(await response.text()).toBe(pdf);
    expect((await strange<ResultsPage>('GET', `/results/${address}`)).body.files).toEqual([body]);
    expect((await ours('DELETE', `/files/${body.id}`)).status).toBe(200);
    expect((await fetch(`${server.base}/api/results/${address}/files/${body.id}`)).status).toBe(404);
  });

  test('RP8 what is in a file must agree with its name, and macros are not taken', async () => {
    const zip = 'PK\u0003\u0004……';
    const bad: [string, string][] = [
      ['bilde.png', pdf],
      ['side.html', '<h1>hei</h1>'],
      ['side.svg', '<svg/>'],
      ['notat.docx', `${zip}ppt/presentation.xml`],
      ['notat.docx', `${zip}word/document.xml word/vbaProject.bin`],
      ['notat.txt', 'MZ\u0000\u0003'],
      ['tom.pdf', ''],
      ['uten', pdf],
      ['.pdf', pdf],
    ];
    for (const [name, bytes] of bad) expect((await upload(name, bytes)).status, name).toBe(400);
    expect((await upload('notat.docx', `${zip}word/document.xml`)).status).toBe(201);
    const { token } = await sessionOf(server.base, made, 'host');
    expect((await upload('a.pdf', pdf, token)).status).toBe(403);
    const { body } = await ours<PublishState>('GET', '/results');
    expect(body.files.map(({ name }) => name)).toEqual(['notat.docx']);
    expect(await server.store.unfinishedFiles()).toEqual([]);
  });

  test('RP9 hostile names are made harmless', async () => {
    const names = [
      '../../etc/passwd.txt',
      'a\r\nSet-Cookie: x=1.txt',
      `${'å'.repeat(400)}.txt`,
      '\u202Etxt.exe.txt',
    ];
    for (const name of names) {
      const { status, body } = await upload(name, 'hei');
      expect(status, name).toBe(201);
      expect(body.name).not.toMatch(/[/\\\r\n\u202E]|^\./);
      expect(body.name.length).toBeLessThanOrEqual(120);
      expect(body.kind).toBe('txt');
    }
  });

  test('RP10 a line that breaks leaves nothing, and is no fault', async () => {
    const { hostname, port } = new URL(server.base);
    const put = request({
      hostname,
      port,
      method: 'PUT',
      path: `/api/halls/${made.hall.id}/files?name=a.txt`,
      headers: {
        authorization: `Bearer ${organiser.token}`,
        'content-type': 'application/octet-stream',
        'content-length': 2_000_000,
      },
    });
    put.on('error', () => {});
    put.write('x'.repeat(600_000));
    const begun = async () => (await server.store.unfinishedFiles()).length > 0;
    await until(begun, { what: 'the file to be begun' });
    put.destroy();
    await until(async () => !(await begun()), { what: 'the file to be gone' });
    expect(await server.store.files(made.hall.id)).toEqual([]);
    expect(server.events).not.toContain('http.failed');
  });

  test('RP10 what an earlier process left half done is gone once the server is up', async () => {
    const store = createMemoryStore();
    const before = await startInProcess({ store });
    const hallId = (await makeHall(before.base)).hall.id;
    await before.app.close();
    await store.beginFile({ id: 'halv', hallId, name: 'halv.txt', kind: 'txt', size: 0, at: 0 });
    await store.addFilePiece('halv', 0, Buffer.from('hei'));
    const after = await startInProcess({ store });
    await until(async () => (await store.unfinishedFiles()).length === 0, {
      what: 'the half file to be gone',
    });
    await after.stop();
  });

  test('RP10 too large a file, and one too many, are refused, and nothing of them stays', async () => {
    expect((await upload('stor.txt', 'x'.repeat(FILE_BYTES_MAX + 1))).status).toBe(413);
    for (let n = 0; n < HALL_FILES_MAX; n++) expect((await upload(`${n}.txt`, 'x')).status).toBe(201);
    expect((await upload('en-for-mye.txt', 'x')).status).toBe(409);
    expect(await server.store.files(made.hall.id)).toHaveLength(HALL_FILES_MAX);
    expect(await server.store.unfinishedFiles()).toEqual([]);
  });
});

describe('sign-ups', () => {
  const aSignup = (changes = {}) => ({
    press: `press-${Math.trunc(performance.now() * 1_000)}`,
    measure,
    organisation: 'Røde Kors Ungdom',
    contact: 'kari@example.org',
    message: 'Vi har lokaler.',
    ...changes,
  });

  test('RP11 is seen by nobody but the organiser until it is shown; whom to reach never', async () => {
    const address = await publish();
    const read = async () => (await strange<ResultsPage>('GET', `/results/${address}`)).body;
    const signup = aSignup();
    for (let times = 0; times < 2; times++) {
      expect((await strange('POST', `/results/${address}/signups`, signup)).status).toBe(201);
    }
    expect((await read()).joined).toEqual({});
    const { signups } = (await ours<PublishState>('GET', '/results')).body;
    expect(signups).toMatchObject([{ organisation: 'Røde Kors Ungdom', state: 'waiting' }]);
    const one = `/results/signups/${signups[0]!.id}`;
    await ours('POST', one, { state: 'shown' });
    await strange('POST', `/results/${address}/signups`, aSignup({ organisation: 'røde kors ungdom' }));
    expect((await read()).joined).toEqual({ [measure]: ['Røde Kors Ungdom'] });
    expect(JSON.stringify(await read())).not.toMatch(/kari@|lokaler/);

    await ours('POST', one, { forget: true });
    const after = (await ours<PublishState>('GET', '/results')).body.signups;
    expect(after.find(({ id }) => one.endsWith(id))).toMatchObject({
      contact: '',
      message: '',
      state: 'shown',
    });
    await ours('DELETE', one);
    expect((await read()).joined).toEqual({});
  });

  test('RP12 programs, other measures and a page without sign-up get nowhere, and a page can’t be filled', async () => {
    const address = await publish();
    const path = `/results/${address}/signups`;
    expect((await strange('POST', path, aSignup({ website: 'http://spam' }))).status).toBe(201);
    expect((await strange('POST', path, aSignup({ measure: newId('m') }))).status).toBe(404);
    expect((await strange('POST', path, aSignup({ organisation: '\u200B' }))).status).toBe(400);
    await publish(SECRET, ['plan']);
    expect((await strange('POST', path, aSignup())).status).toBe(404);
    expect((await ours<PublishState>('GET', '/results')).body.signups).toEqual([]);
    await publish();
    let refused = 0;
    for (let n = 0; n <= SIGNUPS_WAITING_MAX && refused === 0; n++) {
      const { status } = await strange(
        'POST',
        path,
        aSignup({ organisation: `Lag ${n}`, press: `lag-nr-${n}` }),
      );
      if (status !== 201) refused = status;
    }
    expect([409, 429]).toContain(refused);
  });
});

describe('owners', () => {
  const newLink = async () => {
    const { body } = await ours<{ link: string }>('POST', `/measures/${measure}/owner`, {});
    return body.link.split('#')[1]!;
  };

  test('RP13 a link is made by whoever writes the plan, lives, and dies when it is withdrawn or made anew', async () => {
    const { token } = await sessionOf(server.base, made, 'participant');
    expect((await ours('POST', `/measures/${measure}/owner`, {}, token)).status).toBe(403);
    expect((await ours('POST', `/measures/${newId('m')}/owner`, {})).status).toBe(404);
    const key = await newLink();
    const { body } = await strange<OwnedMeasure>('POST', '/measure', { key });
    expect(body.measure).toMatchObject({ title: 'Felles møteplass', owner: 'Kommunen' });
    expect(body.checks.map(({ day }) => day)).toEqual([null, null, null]);
    const next = await newLink();
    expect((await strange('POST', '/measure', { key })).status).toBe(404);
    expect((await strange('POST', '/measure', { key: next })).status).toBe(200);
    await ours('DELETE', `/measures/${measure}/owner`);
    const wrong = await strange('POST', '/measure', { key: `${'x'.repeat(20)}.${'y'.repeat(32)}` });
    expect(await strange('POST', '/measure', { key: next })).toEqual(wrong);
    expect(wrong.status).toBe(404);
    expect(JSON.stringify(await server.store.items(made.hall.id))).not.toContain(next);
  });

  test('RP14 what an owner tells is on the page and told to the hall; the last word at a check counts', async () => {
    const address = await publish();
    const key = await newLink();
    const tell = (check: number, status: MeasureStatus | 'x', said = '') =>
      strange('POST', '/measure/status', { key, check, status, said });
    await tell(60, 'begun');
    await tell(30, 'planned', 'Møte avtalt');
    await tell(60, 'done', ' Ferdig! ');
    expect((await tell(31, 'done')).status).toBe(400);
    expect((await tell(30, 'x')).status).toBe(400);
    expect((await tell(30, 'done', 'x'.repeat(501))).status).toBe(400);
    const { statuses } = (await strange<ResultsPage>('GET', `/results/${address}`)).body;
    expect(statuses?.[measure]).toMatchObject([
      { check: 30, status: 'planned', said: 'Møte avtalt' },
      { check: 60, status: 'done', said: 'Ferdig!' },
    ]);
    const { token } = await sessionOf(server.base, made, 'participant');
    const { body } = await ours<MeasureStatuses>('GET', '/measures/status', undefined, token);
    expect(body.measures[measure]).toMatchObject({ link: true, statuses: [{ check: 30 }, { check: 60 }] });
    await ours('DELETE', `/measures/${measure}/status/30`);
    const again = (await strange<ResultsPage>('GET', `/results/${address}`)).body.statuses;
    expect(again?.[measure]).toHaveLength(1);
  });

  test('RP15 the days are counted from the publication, and go into a calendar without the link', async () => {
    await publish();
    const key = await newLink();
    const { body } = await strange<OwnedMeasure>('POST', '/measure', { key });
    const days = body.checks.map(({ day }) => Date.parse(day!) / 86_400_000);
    expect([days[1]! - days[0]!, days[2]! - days[1]!]).toEqual([30, 30]);
    const calendar = (await strange<string>('POST', '/measure/calendar', { key })).body;
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(3);
    for (const { day } of body.checks)
      expect(calendar).toContain(`DTSTART;VALUE=DATE:${day!.replaceAll('-', '')}`);
    expect(calendar).not.toContain(key.slice(-20));
  });
});
