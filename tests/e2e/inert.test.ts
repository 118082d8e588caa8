/**
 * T56: whatever people write as notes, titles, questions, names and groups, nothing of it ever runs, loads or becomes
 * markup, in any view or file, and the page's own rules are never called upon.
 */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeCluster } from '../../shared/board/boardOps.ts';
import { newId, planOf, type StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import type { PublishState } from '../../shared/domain/results.ts';
import { addMeasure, addPoint } from '../../shared/plan/planOps.ts';
import { sourceOf } from '../../shared/plan/source.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { HOST, openBrowser, openScreen } from '../harness/browser.ts';
import { call, sessionOf } from '../harness/hall.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';

/** Each sets `window.ran` where it runs. */
const CORPUS = [
  '<script>window.ran=1</script>',
  '<img src=x onerror="window.ran=1">',
  '<svg onload=window.ran=1><foreignObject>',
  '"><iframe srcdoc="<script>parent.ran=1</script>">',
  "javascript:window.ran=1//';window.ran=1;//",
  '</title></style></textarea><script>window.ran=1</script>',
  `{{constructor.constructor("window.ran=1")()}}\${window.ran=1}`,
  '<a href="javascript:window.ran=1" autofocus onfocus="window.ran=1">her</a>',
  '<base href="https://example.invalid/"><link rel=stylesheet href=//example.invalid/x.css>',
  '&lt;script&gt;window.ran=1&lt;/script&gt; <!-- --!> ]]>',
];
const [SCRIPT, IMAGE, SVG] = CORPUS as [string, string, string];
const TEMPLATE = {
  v: 1,
  stations: [
    { slug: 'en', title: SCRIPT.slice(0, 60), kind: 'wall', question: IMAGE, explanation: CORPUS },
    {
      slug: 'to',
      title: IMAGE.slice(0, 60),
      kind: 'timeline',
      question: SVG,
      lanes: [{ id: 'a', title: SVG }],
    },
  ],
};

interface Told {
  ran?: unknown;
  violations: string[];
}

const folder = tempFolder();
let server: ServerProcess;
let browser: Browser;
let made: CreatedHall;
let one: StationId;
let two: StationId;
let address: string;

beforeAll(async () => {
  server = await startServer({ dataDir: folder.path });
  browser = await openBrowser();
  const { status, body } = await call<CreatedHall>(server.base, 'POST', '/api/halls', {
    body: { template: TEMPLATE, title: SCRIPT, locale: 'nb' },
  });
  expect(status, JSON.stringify(body)).toBe(201);
  made = body;
  [one, two] = made.hall.stations.map(({ id }) => id) as [StationId, StationId];
  const { token } = await sessionOf(server.base, made, 'host', one);
  const board = await BoardClient.joined({ base: server.base, station: one, token });
  const notes = CORPUS.map((text, n) =>
    board.add({ text, pos: [(n % 5) * 240, Math.floor(n / 5) * 240], at: n + 1 }),
  );
  makeCluster(board.doc, { id: newId('c'), title: IMAGE, pos: [0, 900] }, notes.slice(0, 3));
  await board.allSaved();
  board.leave();
  const organiser = await sessionOf(server.base, made, 'organiser');
  const plan = await BoardClient.joined({
    base: server.base,
    station: planOf(made.hall.id),
    token: organiser.token,
  });
  for (const text of CORPUS) {
    addPoint(plan.doc, {
      id: newId('q'),
      of: one,
      title: text,
      line: text,
      sources: [sourceOf(one, notes[0]!)],
    });
    addMeasure(plan.doc, { id: newId('m'), title: text, at: 1, sources: [sourceOf(one, notes[0]!)] });
  }
  await plan.allSaved();
  plan.leave();
  const published = await call<PublishState>(server.base, 'POST', `/api/halls/${made.hall.id}/results`, {
    token: organiser.token,
    body: {
      parts: ['figures', 'summaries', 'plan', 'signup', 'news', 'files'],
      foreword: CORPUS.join('\n'),
      address: { kind: 'secret' },
    },
  });
  expect(published.status, JSON.stringify(published.body)).toBe(200);
  address = published.body.published!.address;
});

afterAll(async () => {
  await browser?.close();
  await server?.kill();
  folder.remove();
});

const told = (page: Page) =>
  page.evaluate(() => {
    const { ran, violations } = window as unknown as Told;
    return { ran, violations };
  });

it('is only text in every view', async () => {
  const { page, context } = await openScreen(browser, 'laptop');
  const foreign: string[] = [];
  page.on('dialog', (dialog) => {
    foreign.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== HOST) foreign.push(request.url());
  });
  await page.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(window, { violations });
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      violations.push(`${violatedDirective} ${blockedURI}`);
    });
  });
  const { hall, keys } = made;
  const views: [path: string, stands: string][] = [
    [paths.joinByKey(keys.join), 'main button[type=submit]'],
    [paths.organise(hall.id, keys.organiser), 'main h2'],
    [paths.hall(hall.id), 'main h3'],
    [paths.pad(hall.id, one), 'main textarea'],
    [paths.board(hall.id, one), '[data-note-id]'],
    [paths.board(hall.id, two), 'main'],
    [paths.outline(hall.id, one), '[data-row]'],
    [paths.desk(hall.id, one, keys.host[one]), 'main h1'],
    [paths.summary(hall.id, one), 'main h1'],
    [paths.hallSummary(hall.id), 'main h1'],
    [paths.plan(hall.id), 'main h1'],
    [paths.replay(hall.id, one), 'main h1'],
    [paths.posters(hall.id), 'main article svg[role]'],
    [paths.wall(hall.id, one, keys.wall), '[data-note-id]'],
    [paths.hallWall(hall.id), 'h1'],
    [paths.results(address), 'main h1'],
  ];
  for (const [path, stands] of views) {
    await page.goto(`http://${HOST}:${server.port}${path}`);
    await page.locator(stands).first().waitFor();
    expect(await told(page), path).toEqual({ ran: undefined, violations: [] });
    const markup = await page
      .locator('iframe, base, img[src="x"], svg foreignObject, a[href^="javascript"]')
      .count();
    expect(markup, `markup of a text in ${path}`).toBe(0);
  }
  expect(foreign).toEqual([]);
  await context.close();
});

it('is only text in files that a browser or a reader could take for markup', async () => {
  const { token } = await sessionOf(server.base, made, 'organiser');
  const file = async (path: string) => (await call<string>(server.base, 'GET', path, { token })).body;
  const markdown = await file(`/api/halls/${made.hall.id}/export?format=md`);
  expect(markdown).not.toMatch(/(?<!\\)<(?:script|img|svg|iframe|a|base)/i);
  const svg = await file(`/api/halls/${made.hall.id}/stations/${one}/wall.svg`);
  expect(svg).toContain('<svg');
  expect(svg).not.toMatch(/<(?:script|img|iframe|foreignObject|a)[\s>]|\son\w+=/i);
});
