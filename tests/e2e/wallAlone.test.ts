/**
 * A wall left alone for a day, by the browser's own clock put forward: notes come, the server restarts, the network is
 * cut, and at the end it shows all there is and has not grown.
 */

import type { Browser, CDPSession } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { HOST, openBrowser, openScreen, type Screen } from '../harness/browser.ts';
import { call, makeHall, sessionOf } from '../harness/hall.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { until } from '../harness/until.ts';

const NOTES = 24;
const HOURS = 12;
const folder = tempFolder();
let server: ServerProcess;
let browser: Browser;
let made: CreatedHall;
let station: StationId;
let screen: Screen;
let watch: CDPSession;

beforeAll(async () => {
  server = await startServer({ dataDir: folder.path });
  browser = await openBrowser();
  made = await makeHall(server.base);
  station = made.hall.stations[0]!.id;
  screen = await openScreen(browser, 'wall');
  watch = await screen.context.newCDPSession(screen.page);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.kill();
  folder.remove();
}, 30_000);

it('a wall left alone for twelve hours shows all in the end, and has not grown', async () => {
  const { page, context } = screen;
  const { token } = await sessionOf(server.base, made, 'organiser');
  const written: string[] = [];
  const path = `/api/halls/${made.hall.id}/stations/${station}/notes`;
  const write = async (text: string) => {
    const { status } = await call(server.base, 'POST', path, { token, body: { text } });
    expect(status).toBe(201);
    written.push(text);
  };
  const shown = () => page.locator('article[data-note-id] p').allTextContents();
  /** Puts the wall's clock forward until it shows all: its tries to reconnect wait by that clock too. */
  const catchUp = (what: string) =>
    until(
      async () => {
        await page.clock.runFor(2_000);
        const texts = (await shown()).map((text) => text.replace(/\s/g, ' '));
        return written.every((text) => texts.includes(text));
      },
      { what, within: 60_000 },
    );

  await page.clock.install();
  await page.goto(`http://${HOST}:${server.port}${paths.wall(made.hall.id, station, made.keys.wall)}`);
  await page.locator('[data-screen="start"]').waitFor();
  for (let index = 0; index < NOTES / 2; index++) await write(`Lapp ${index}`);
  await catchUp('the first notes to hang');
  const before = await figures();

  for (let hour = 1; hour <= HOURS; hour++) {
    await page.clock.fastForward('01:00:00');
    if (hour === 4) {
      const { port } = server;
      await server.kill();
      await page.clock.runFor(20_000);
      server = await startServer({ dataDir: folder.path, port });
    }
    if (hour === 8) {
      await context.setOffline(true);
      await page.clock.runFor(60_000);
      await write('Skrevet mens veggen var uten nett');
      await context.setOffline(false);
    }
    if (hour < HOURS) await write(`Lapp i time ${hour}`);
    await catchUp(`hour ${hour}`);
  }

  const after = await figures();
  console.log(`after ${HOURS} hours: ${JSON.stringify({ before, after })}`);
  // It shows twice the notes; beyond those nothing may have gathered.
  expect(after.nodes).toBeLessThan(before.nodes * 2 + 200);
  expect(after.listeners).toBeLessThan(before.listeners + 60);
  expect(after.heap).toBeLessThan(before.heap * 1.6 + 4_000_000);
  expect(screen.errors).toEqual([]);
}, 240_000);

/** What the page holds once all that can go is gone. */
async function figures(): Promise<{ nodes: number; listeners: number; heap: number }> {
  await watch.send('HeapProfiler.enable');
  for (let turn = 0; turn < 3; turn++) await watch.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await watch.send('Memory.getDOMCounters');
  const { usedSize } = await watch.send('Runtime.getHeapUsage');
  return { nodes, listeners: jsEventListeners, heap: usedSize };
}
