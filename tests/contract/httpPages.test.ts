/** The page and its files as the server gives them out: for every route of the client's, and with nothing let in from elsewhere. */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type InProcess, startInProcess } from '../harness/inProcess.ts';
import { tempFolder } from '../harness/serverProcess.ts';

const PAGE =
  '<!doctype html><title>Vandrehallen</title><script type="module" src="/assets/main-abc123.js"></script>';
const BOARD_PAGE = PAGE.replace('<script', '<link rel="modulepreload" href="/assets/main-abc123.js"><script');
const SCRIPT = `export const words = ${JSON.stringify('lapp '.repeat(400))};`;

let server: InProcess;
const client = tempFolder();
/** Beside the client's folder, not in it. */
const outside = `${client.path}-secret`;

beforeAll(async () => {
  mkdirSync(join(client.path, 'assets'));
  writeFileSync(join(client.path, 'index.html'), PAGE);
  writeFileSync(join(client.path, 'board.html'), BOARD_PAGE);
  writeFileSync(join(client.path, 'assets', 'main-abc123.js'), SCRIPT);
  writeFileSync(join(client.path, 'assets', 'main-abc123.js.gz'), gzipSync(SCRIPT));
  writeFileSync(outside, 'ikke herfra');
  server = await startInProcess({ clientDir: client.path });
});
afterAll(async () => {
  await server.stop();
  client.remove();
  rmSync(outside, { force: true });
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(server.base + path, { headers });

/** `fetch` would tidy the path up before it goes. */
async function getAsItStands(path: string): Promise<string> {
  const { port } = new URL(server.base);
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path }, async (response) => {
      let text = '';
      for await (const chunk of response) text += String(chunk);
      resolve(text);
    })
      .on('error', reject)
      .end();
  });
}

test('every route of the client’s is the page', async () => {
  for (const path of [
    '/',
    '/join',
    '/j/ABCDEF',
    '/hall/h_x',
    '/hall/h_x/pad/s_y',
    '/hall/h_x/wall/s_y',
    '/tilgjengelighet',
  ]) {
    const response = await get(path);
    expect([response.status, await response.text()], path).toEqual([200, PAGE]);
    expect(response.headers.get('content-type'), path).toMatch(/^text\/html/);
  }
});

test('a view with a page of its own is that page, asked for anew as the other is', async () => {
  const response = await get('/hall/h_x/board/s_y?fra=plakat');
  expect([response.status, await response.text()]).toEqual([200, BOARD_PAGE]);
  expect(response.headers.get('cache-control')).toBe('no-cache');
  for (const path of ['/hall/h_x/board', '/hall/h_x/board/s_y/mer']) {
    expect(await (await get(path)).text(), path).toBe(PAGE);
  }
});

test('the API’s paths are never the page', async () => {
  for (const path of ['/api', '/api/nothing', '/api/halls/x/y/z']) {
    const response = await get(path);
    expect(response.status, path).toBe(404);
    expect(response.headers.get('content-type'), path).toMatch(/^application\/json/);
  }
});

test('page and files bear the headers that keep a page to itself', async () => {
  for (const path of ['/', '/hall/h_x', '/assets/main-abc123.js', '/api/nothing']) {
    const { headers } = await get(path);
    const policy = headers.get('content-security-policy') ?? '';
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "connect-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
    ]) {
      expect(policy.split('; '), path).toContain(part);
    }
    expect(policy, path).not.toMatch(/unsafe|https?:|\*/);
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    expect(headers.get('referrer-policy'), path).toBe('no-referrer');
    expect(headers.get('permissions-policy'), path).toContain('microphone=()');
  }
});

test('files with a fingerprint are kept for ever, the page is asked for anew', async () => {
  expect((await get('/assets/main-abc123.js')).headers.get('cache-control')).toMatch(/immutable/);
  expect((await get('/')).headers.get('cache-control')).toBe('no-cache');
  const etag = (await get('/')).headers.get('etag');
  expect(etag).toBeTruthy();
  expect((await get('/', { 'if-none-match': etag! })).status).toBe(304);
});

test('files are sent compressed to who can read that, and mean the same', async () => {
  const response = await get('/assets/main-abc123.js', { 'accept-encoding': 'gzip' });
  expect(response.headers.get('content-encoding')).toBe('gzip');
  expect(await response.text()).toBe(SCRIPT);
});

test('nothing outside the client’s folder is given out', async () => {
  const name = client.path.split('/').at(-1)!;
  for (const path of [
    `/../${name}-secret`,
    `/..%2f${name}-secret`,
    `/%2e%2e/${name}-secret`,
    `/assets/..%5c..%5c${name}-secret`,
    `/assets/../../${name}-secret`,
    '/..%2f..%2f..%2fetc%2fpasswd',
    '/%00',
  ]) {
    const text = await getAsItStands(path);
    expect(text, path).not.toContain('ikke herfra');
    expect(text, path).not.toContain('root:');
  }
});
