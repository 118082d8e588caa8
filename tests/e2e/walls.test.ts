/**
 * The walls in real browsers: a station's wall goes by how much hangs there and by what its host asks; the foyer's
 * screen shows all stations; on the touch wall several hands drag at once.
 */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCluster } from '../../shared/board/boardOps.ts';
import { type ClusterId, type NoteId, newId, type StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import type { RequestName, RequestOf } from '../../shared/protocol/hallEvents.ts';
import type { CreatedHall, CreatedSession } from '../../shared/protocol/rest.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { HOST, openBrowser, openScreen, type Screen, shoot } from '../harness/browser.ts';
import { makeHall, sessionOf } from '../harness/hall.ts';
import { HallClient } from '../harness/hallClient.ts';
import { type ServerProcess, startServer } from '../harness/serverProcess.ts';
import { until } from '../harness/until.ts';

let server: ServerProcess;
let browser: Browser;
let made: CreatedHall;
let base: string;
let station: StationId;
let host: HallClient;
let organiser: CreatedSession;
let someone: BoardClient;
let screen: Screen;
let page: Page;

/** Asks as the host, and insists on being obeyed. */
async function ask<Name extends RequestName>(name: Name, request: RequestOf<Name>): Promise<void> {
  const result = await host.ask(name, request);
  if (!result.ok) throw new Error(`${name}: ${result.error.code} ${result.error.message}`);
}
const press = () => newId('n');
const stands = (name: string) => page.locator(`[data-screen="${name}"]`).waitFor();
const mode = (name: string) => page.locator(`[data-mode="${name}"]`).waitFor();
const write = (count: number, text: (index: number) => string): NoteId[] =>
  Array.from({ length: count }, (_, index) => someone.add({ text: text(index), pos: [index * 230, 0] }));

beforeAll(async () => {
  server = await startServer();
  base = `http://${HOST}:${server.port}`;
  browser = await openBrowser();
  made = await makeHall(server.base);
  station = made.hall.stations[0]!.id;
  host = await HallClient.joined(server.base, await sessionOf(server.base, made, 'host'));
  organiser = await sessionOf(server.base, made, 'organiser');
  someone = await BoardClient.joined({ base: server.base, station, token: organiser.token });
  screen = await openScreen(browser, 'wall');
  page = screen.page;
}, 60_000);

afterAll(async () => {
  someone?.leave();
  host?.leave();
  await browser?.close();
  await server?.kill();
}, 30_000);

/** How large the type of all that hangs is, in parts of the screen's height. */
const types = () =>
  page.evaluate(() =>
    [...document.querySelectorAll('main article p, main h2')].map(
      (text) => Number.parseFloat(getComputedStyle(text).fontSize) / innerHeight,
    ),
  );

describe('a station’s wall', () => {
  it('begins with the way in, a code of at least 45 per cent of the height', async () => {
    await page.goto(base + paths.wall(made.hall.id, station, made.keys.wall));
    await stands('start');
    const code = page.getByRole('img', { name: /QR/ });
    await code.waitFor();
    const box = (await code.boundingBox())!;
    expect(box.height / 1_080).toBeGreaterThanOrEqual(0.44);
  });

  it('shows few notes all at once, large, with the way in beside them', async () => {
    write(5, (index) => `En tanke nummer ${index}`);
    await expect.poll(() => page.locator('article[data-note-id]').count()).toBe(5);
    await mode('newest');
    for (const type of await types()) expect(type).toBeGreaterThanOrEqual(0.045);
    await page.getByRole('img', { name: /QR/ }).waitFor();
    await shoot(page, '30-wall-few');
  });

  it('moves nobody for a newcomer', async () => {
    const places = () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('article[data-note-id]')].map(
          ({ dataset, style }) => [dataset.noteId!, `${style.left} ${style.top}`] as const,
        ),
      );
    const before = new Map(await places());
    const [id] = write(1, () => 'Nykommer');
    await page.locator(`article[data-note-id="${id}"]`).waitFor();
    const after = new Map(await places());
    for (const [note, place] of before) expect(after.get(note)).toBe(place);
  });

  it('shows in less than 300 ms what the host lifts out, and lets it go', async () => {
    const id = (await page.locator('article[data-note-id]').first().getAttribute('data-note-id')) as NoteId;
    const seen = page.locator(`[data-spotlight] [data-note-id="${id}"]`);
    const took: number[] = [];
    for (let turn = 0; turn < 5; turn++) {
      const shown = page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const watching = new MutationObserver(() => {
              if (!document.querySelector('[data-spotlight]')) return;
              watching.disconnect();
              resolve(performance.timeOrigin + performance.now());
            });
            watching.observe(document.body, { childList: true, subtree: true });
          }),
      );
      const began = performance.timeOrigin + performance.now();
      await ask('wall:order', { stationId: station, spotlight: id });
      took.push((await shown) - began);
      await seen.waitFor();
      await ask('wall:order', { stationId: station, spotlight: null });
      await seen.waitFor({ state: 'detached' });
    }
    console.log(`thumb to wall: ${took.map((ms) => Math.round(ms)).join(', ')} ms`);
    await ask('wall:order', { stationId: station, spotlight: id });
    await seen.waitFor();
    await shoot(page, '31-wall-spotlight');
    await ask('wall:order', { stationId: station, spotlight: null });
  });

  it('shows the code over the whole screen, nothing at all, or one round, as the host asks', async () => {
    await ask('wall:order', { stationId: station, show: 'qr' });
    await stands('qr');
    await shoot(page, '32-wall-qr');
    await ask('wall:order', { stationId: station, show: 'blank' });
    await stands('blank');
    expect(await page.locator('[data-note-id]').count()).toBe(0);
    await ask('wall:order', { stationId: station, show: 'auto', round: 2 });
    await page.getByText('Ingen lapper fra denne runden ennå').waitFor();
    await ask('wall:order', { stationId: station, round: null });
    await page.locator('article[data-note-id]').first().waitFor();
  });

  it('rests in a break, and says when it goes on', async () => {
    await ask('timer:start', { kind: 'break', ms: 15 * 60_000, press: press() });
    await stands('break');
    await page.getByText(/Vi fortsetter kl\. \d\d:\d\d/).waitFor();
    await shoot(page, '33-wall-break');
    await ask('timer:stop', {});
    await page.locator('article[data-note-id]').first().waitFor();
    await ask('timer:start', { kind: 'work', ms: 10 * 60_000, press: press() });
    await page.getByRole('timer').waitFor();
    await ask('timer:stop', {});
  });

  it('turns pages when there are many, never below the floor, and makes tiles of groups', async () => {
    const ids = write(55, (index) => `Punkt ${index}: vi trenger flere som vil bli her lenge`);
    await expect.poll(() => page.getByText(/\d \/ \d/).count()).toBe(1);
    for (const type of await types()) expect(type).toBeGreaterThanOrEqual(0.03 - 0.0001);
    await shoot(page, '34-wall-pages');
    for (let group = 0; group < 5; group++) {
      const members = ids.slice(group * 10, group * 10 + 10);
      makeCluster(
        someone.doc,
        { id: newId('c') as ClusterId, title: `Gruppe ${group}`, pos: [0, 900 * (group + 1)] },
        members,
      );
    }
    await mode('groups');
    await expect.poll(() => page.locator('[data-tile]').count()).toBe(6);
    for (const type of await types()) expect(type).toBeGreaterThanOrEqual(0.03 - 0.0001);
    await shoot(page, '35-wall-groups');
  });

  it('draws the board small and reads it part by part, when asked or when there is a swarm', async () => {
    await ask('wall:order', { stationId: station, show: 'overview' });
    await mode('overview');
    await page.getByRole('img', { name: 'Hele tavla' }).waitFor();
    await page.locator('section > div > article[data-note-id]').first().waitFor();
    await shoot(page, '36-wall-overview');
    const cluster = [...someone.doc.getMap('clusters').keys()][0] as ClusterId;
    await ask('wall:order', { stationId: station, show: 'auto', spotlight: cluster });
    await page.locator('[data-spotlight] article').first().waitFor();
    await shoot(page, '37-wall-spotlight-group');
    await ask('wall:order', { stationId: station, spotlight: null });
  });

  it('shows what came of a vote once it is shown, and goes back to the notes when the host asks', async () => {
    await ask('vote:begin', { stationId: station, kind: 'dots', budget: 5, press: press() });
    await page.getByText('Stem på telefonen').waitFor();
    const poll = await until(() => host.state?.stations[0]?.poll?.id, { what: 'the vote' });
    const on = [...someone.doc.getMap('clusters').keys()] as ClusterId[];
    await ask('vote:dots', { stationId: station, poll, on: on[0]!, dots: 3 });
    await ask('vote:dots', { stationId: station, poll, on: on[1]!, dots: 1 });
    await ask('vote:set', { stationId: station, poll, open: false, shown: true });
    await page.locator('[data-results="dots"] li').nth(1).waitFor();
    await shoot(page, '38-wall-votes');
    await ask('wall:order', { stationId: station, show: 'groups' });
    await mode('groups');
    await ask('wall:order', { stationId: station, show: 'auto' });
  });
});

describe('the foyer’s screen', () => {
  it('shows all stations, with people and the newest notes, and loads no board', async () => {
    const foyer = await openScreen(browser, 'wall');
    const sockets: string[] = [];
    foyer.page.on('websocket', (socket) => sockets.push(new URL(socket.url()).pathname));
    await foyer.page.goto(base + paths.hallWall(made.hall.id, made.keys.wall));
    await expect.poll(() => foyer.page.locator('[data-station]').count()).toBe(made.hall.stations.length);
    write(1, () => 'Det siste som ble sagt');
    await foyer.page.getByText('Det siste som ble sagt').waitFor();
    expect(sockets.filter((path) => path.startsWith('/board/'))).toEqual([]);
    expect(foyer.page.url()).not.toContain('#');
    await shoot(foyer.page, '39-hall-wall');
    expect(foyer.errors).toEqual([]);
    await foyer.context.close();
  });
});

describe('the touch wall', () => {
  it('lets two people drag two notes at once, as a participant, without asking for a name', async () => {
    const touchStation = made.hall.stations[1]!.id;
    const other = await BoardClient.joined({
      base: server.base,
      station: touchStation,
      token: organiser.token,
    });
    const ids = [0, 1].map((index) => other.add({ text: `Dra meg ${index}`, pos: [index * 900, 0] }));
    await other.allSaved();
    const touch = await openScreen(browser, 'wall', { hasTouch: true } as never);
    await touch.page.goto(base + paths.touch(made.hall.id, touchStation, made.hall.code));
    for (const id of ids) await touch.page.locator(`[data-note-id="${id}"]`).waitFor();
    const middle = async (id: NoteId) => {
      const { x, y, width, height } = (await touch.page.locator(`[data-note-id="${id}"]`).boundingBox())!;
      return { x: x + width / 2, y: y + height / 2 };
    };
    await until(
      () =>
        touch.page
          .locator('[data-state]')
          .count()
          .then(() => true),
      { what: 'the board' },
    );
    const from = await Promise.all(ids.map(middle));
    const line = await touch.context.newCDPSession(touch.page);
    const fingers = (dy: number) => from.map(({ x, y }, id) => ({ x, y: y + dy, id }));
    const places = () =>
      ids.map((id) =>
        (other.doc.getMap('notes').get(id) as { get(key: string): [number, number] }).get('pos'),
      );
    await line.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(0) });
    for (let step = 1; step <= 8; step++) {
      await line.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(step * 20) });
    }
    await expect.poll(() => touch.page.locator('[data-lifted]').count()).toBe(2);
    await shoot(touch.page, '40-touch-wall');
    await line.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await until(() => places().every(([, y]) => y > 40), { what: 'both notes to hang lower' });
    expect(touch.errors).toEqual([]);
    other.leave();
    await touch.context.close();
  });
});

it('thanks, and says what was made, when the hall is over; and no page stumbled', async () => {
  const chief = await HallClient.joined(server.base, organiser);
  const ended = await chief.ask('hall:end', { ended: true });
  expect(ended.ok).toBe(true);
  await stands('ended');
  await page.getByText('Takk for i dag!').waitFor();
  await shoot(page, '41-wall-ended');
  chief.leave();
  expect(screen.errors).toEqual([]);
});
