/** What a browser fetches when it opens each view: bytes as sent, by the browser's own account, from the built client. */

import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { paths } from '../../../shared/domain/links.ts';
import { BadLine } from '../../harness/badLine.ts';
import { HOST, openBrowser, openScreen } from '../../harness/browser.ts';
import { until } from '../../harness/until.ts';
import { makeHall } from '../load/ourHall.ts';
import { atMost, figure, type Row } from '../row.ts';
import { builtServer, dataFolder, startServer } from '../servers.ts';

const client = join(builtServer, '..', '..', 'client');
/** A view that has asked for nothing for so long has what it wants; what it fetches ahead comes within that. */
const QUIET_MS = 2_500;
const PAD_KB = 105;
/** What browsers' tools call slow 4G: 1.6 Mbit/s down, and 150 ms there and back; on a phone a quarter as fast as this. */
const SLOW_4G = { bytes: 200_000, delayMs: 75 };
const PHONE = 4;
const PAD_MS = 3_000;
const ARRIVALS = 5;

interface Fetched {
  kind: string;
  /** Bytes of the body as sent (gzip: over plain http browsers take no brotli), and as they would be with brotli. */
  gzip: number;
  brotli: number;
  /** Fetched before the view stood. */
  first: boolean;
}

interface Route {
  name: string;
  url: string;
  /** What is there once the view stands. */
  stands: string;
}

export const bundles: Row = {
  name: 'bundles',
  title: 'What a browser fetches, by view',
  run: async ({ say }) => {
    const data = dataFolder();
    const server = await startServer('ours', { dataDir: data.path });
    const browser = await openBrowser();
    try {
      const base = server.base.replace('127.0.0.1', HOST);
      const { hall, station } = await makeHall(server.base);
      const { id, code } = hall.hall;
      const { keys } = hall;
      const routes: Route[] = [
        { name: 'start', url: paths.start(), stands: 'main form' },
        { name: 'join', url: paths.joinByCode(code), stands: 'main form' },
        { name: 'hall', url: `${paths.hall(id)}#${keys.join}`, stands: 'main a' },
        { name: 'pad', url: `${paths.pad(id, station)}#${keys.join}`, stands: 'main textarea' },
        { name: 'board', url: `${paths.board(id, station)}#${keys.join}`, stands: '[role="application"]' },
        {
          name: 'outline',
          url: `${paths.outline(id, station)}#${keys.join}`,
          stands: 'main :is(h2, p, button)',
        },
        { name: 'wall', url: paths.wall(id, station, keys.wall), stands: 'main' },
        { name: 'desk', url: paths.desk(id, station, keys.host[station]!), stands: 'main button' },
        { name: 'organise', url: paths.organise(id, keys.organiser), stands: 'main button' },
      ];
      const lines: string[][] = [];
      let pad: number | undefined;
      for (const route of routes) {
        say(route.name);
        const fetched = await open(browser, base, route);
        lines.push(lineOf(route.name, fetched));
        if (route.name === 'pad') {
          const needed = fetched.filter(({ kind, first }) => first && isCode(kind));
          pad = sum(needed, 'gzip') / 1_000;
        }
      }
      say('pad, slow 4G');
      const arrivals = await arriveSlowly(browser, server, routes.find(({ name }) => name === 'pad')!);
      return {
        tables: [{ title: 'kB as sent, with an empty cache', columns: COLUMNS, lines }],
        checks: [
          atMost('script and style until the pad can be written on', pad, PAD_KB, 'kB gzip'),
          atMost(
            'link to pad that can be written on, slow 4G, CPU 4× slower',
            arrivals[ARRIVALS >> 1],
            PAD_MS,
            'ms',
          ),
        ],
        notes: [
          'As a browser on plain http asks for it: gzip. The brotli column is what the same files take where there is TLS. “To stand” is script and style until the view is there; the rest is fetched ahead for where one may go next. Data: pages, state and whatever comes from the hall.',
          `Slow 4G: 1.6 Mbit/s each way for all connections together, 150 ms there and back (also to connect), gzip; ${ARRIVALS} phones with an empty cache, the middle one.`,
        ],
        others: 0,
      };
    } finally {
      await browser.close();
      await server.child.kill();
      data.remove();
    }
  },
};

/** Opens the view with an empty cache, and waits until it asks for nothing more. */
async function open(browser: Browser, base: string, { name, url, stands }: Route): Promise<Fetched[]> {
  const { page, context } = await openScreen(browser, name === 'wall' ? 'wall' : 'phone');
  try {
    let standing = false;
    let newest = performance.now();
    const all: Promise<Fetched>[] = [];
    page.on('requestfinished', (request) => {
      newest = performance.now();
      const first = !standing;
      all.push(
        request.sizes().then(({ responseBodySize }) => {
          const kind = request.resourceType();
          return { kind, first, gzip: responseBodySize, brotli: brotliOf(request.url(), responseBodySize) };
        }),
      );
    });
    await page.goto(base + url);
    await standsIn(page, stands);
    standing = true;
    await until(() => performance.now() - newest > QUIET_MS, { what: `${name} to be at rest` });
    return await Promise.all(all);
  } finally {
    await context.close();
  }
}

/** Opens it with an empty cache over a slow line on a slow phone. @returns ms from the link to the field, the shortest first */
async function arriveSlowly(browser: Browser, { base }: { base: string }, pad: Route): Promise<number[]> {
  const line = await BadLine.open(Number(new URL(base).port));
  line.thin = SLOW_4G;
  const times: number[] = [];
  try {
    for (let time = 0; time < ARRIVALS; time++) {
      const { page, context } = await openScreen(browser, 'phone');
      try {
        const cdp = await context.newCDPSession(page);
        await cdp.send('Emulation.setCPUThrottlingRate', { rate: PHONE });
        await page.goto(`http://${HOST}:${line.port}${pad.url}`, { waitUntil: 'commit' });
        await page.waitForSelector(`${pad.stands}:enabled:read-write`);
        times.push(await page.evaluate(() => performance.now()));
      } finally {
        await context.close();
      }
    }
  } finally {
    await line.close();
  }
  return times.sort((a, b) => a - b);
}

/** Seen within the frame in which it comes, so that what is fetched ahead is not counted with what was needed. */
async function standsIn(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((wanted) => document.querySelector(wanted) !== null, selector);
}

/** What the file takes with brotli, where the build made that. */
function brotliOf(url: string, asSent: number): number {
  const file = `${join(client, new URL(url).pathname.replace(/^\/$/, '/index.html'))}.br`;
  return existsSync(file) ? statSync(file).size : asSent;
}

const isCode = (kind: string) => kind === 'script' || kind === 'stylesheet';
const sum = (all: readonly Fetched[], by: 'gzip' | 'brotli') =>
  all.reduce((total, one) => total + one[by], 0);

const COLUMNS = [
  '',
  'to stand, gzip',
  'brotli',
  'script, gzip',
  'brotli',
  'style, gzip',
  'fonts',
  'data',
  'all, gzip',
  'brotli',
  'files',
];

function lineOf(name: string, all: readonly Fetched[]): string[] {
  const of = (wanted: (one: Fetched) => boolean, by: 'gzip' | 'brotli' = 'gzip') =>
    figure(sum(all.filter(wanted), by) / 1_000);
  const stands = ({ kind, first }: Fetched) => first && isCode(kind);
  const script = ({ kind }: Fetched) => kind === 'script';
  const style = ({ kind }: Fetched) => kind === 'stylesheet';
  const font = ({ kind }: Fetched) => kind === 'font';
  const other = (one: Fetched) => !script(one) && !style(one) && !font(one);
  return [
    name,
    of(stands),
    of(stands, 'brotli'),
    of(script),
    of(script, 'brotli'),
    of(style),
    of(font),
    of(other),
    of(() => true),
    of(() => true, 'brotli'),
    String(all.length),
  ];
}
