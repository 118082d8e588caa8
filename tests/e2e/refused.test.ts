/**
 * A refusal in the middle of something (T53): while one composes a letter, drags, or is about to undo, the server turns
 * down what one did before, and the board begins anew under one's hands. And who is at work on a board (presence).
 */

import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { NoteId } from '../../shared/domain/ids.ts';
import { newId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { BadLine } from '../harness/badLine.ts';
import { HOST, openBrowser, openScreen, type Screen } from '../harness/browser.ts';
import { call, makeHall, sessionOf } from '../harness/hall.ts';
import { HallClient } from '../harness/hallClient.ts';
import { letIn } from '../harness/letIn.ts';
import { type ServerProcess, startServer } from '../harness/serverProcess.ts';
import { until } from '../harness/until.ts';

let server: ServerProcess;
let browser: Browser;
let line: BadLine;
let base: string;
let made: CreatedHall;
let token: string;
let host: HallClient;
const screens: Screen[] = [];

beforeAll(async () => {
  server = await startServer();
  line = await BadLine.open(server.port);
  base = `http://${HOST}:${line.port}`;
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await line?.close();
  await server?.kill();
}, 30_000);

beforeEach(async () => {
  line.mood = 'good';
  made = await makeHall(server.base);
  token = (await sessionOf(server.base, made, 'organiser')).token;
  host = await HallClient.joined(server.base, await sessionOf(server.base, made, 'host'));
  await hang('Olas');
}, 30_000);

afterEach(async () => {
  host.socket.disconnect();
  for (const { context, errors } of screens.splice(0)) {
    await context.close();
    expect(errors).toEqual([]);
  }
}, 30_000);

const station = () => made.hall.stations[0]!.id;
const notesPath = () => `/api/halls/${made.hall.id}/stations/${station()}/notes`;

/** A note of somebody else's. */
async function hang(text: string, id: NoteId = newId('n')): Promise<void> {
  const { status } = await call(server.base, 'POST', notesPath(), { token, body: { id, text } });
  expect(status).toBe(201);
}

async function hanging(): Promise<string[]> {
  const { body } = await call<{ notes: { text: string }[] }>(server.base, 'GET', notesPath(), { token });
  return body.notes.map(({ text }) => text).sort();
}

async function enterBoard(): Promise<Page> {
  const screen = await openScreen(browser, 'laptop');
  screens.push(screen);
  const { page } = screen;
  await letIn(screen.context, { base: server.base, pages: base, made });
  await page.goto(base + paths.board(made.hall.id, station()));
  await stands(page, 'saved');
  return page;
}

const note = (page: Page, text: string) => page.locator('[data-note-id]').filter({ hasText: text }).first();
const drawer = (page: Page) => page.getByRole('region', { name: 'Dette ble ikke hengt opp' });

async function stands(page: Page, state: string): Promise<void> {
  await page.locator(`[data-state="${state}"]`).first().waitFor({ state: 'attached', timeout: 40_000 });
}

async function centre(page: Page, text: string): Promise<{ x: number; y: number }> {
  const box = await until(() => note(page, text).boundingBox(), { what: `«${text}» on the board` });
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Skriv lapp' }).first().click();
  await page.getByLabel('Ny lapp').fill(text);
  await page.keyboard.press('Control+Enter');
  await note(page, text).waitFor();
}

async function drag(page: Page, text: string, dx: number, dy: number): Promise<void> {
  const { x, y } = await centre(page, text);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + dx / 2, y + dy / 2, { steps: 4 });
  await page.mouse.move(x + dx, y + dy, { steps: 4 });
  await page.mouse.up();
}

/**
 * Without contact one moves another's note and writes one's own, while the host allows moving one's own only: all of it
 * will be refused once there is contact.
 */
async function atOdds(): Promise<Page> {
  const page = await enterBoard();
  line.mood = 'cut';
  await stands(page, 'offline');
  await drag(page, 'Olas', 320, 60);
  await write(page, 'Blir avvist');
  const answer = await host.ask('station:rule', { stationId: station(), moveOwn: true });
  expect(answer.ok).toBe(true);
  return page;
}

async function refused(page: Page): Promise<void> {
  await drawer(page).getByText('Blir avvist').waitFor({ timeout: 40_000 });
  await stands(page, 'saved');
  expect(await note(page, 'Blir avvist').count()).toBe(0);
  expect(await hanging()).toEqual(['Olas']);
}

describe('a refusal (T53, F-27)', () => {
  it('gives the text back in a drawer, from where it can be hung again; and the server is asked no more', async () => {
    const page = await atOdds();
    line.mood = 'good';
    await refused(page);
    await drawer(page).getByRole('button', { name: 'Prøv igjen' }).click();
    await note(page, 'Blir avvist').waitFor();
    await drawer(page).waitFor({ state: 'detached' });
    await stands(page, 'saved');
    expect(await hanging()).toEqual(['Blir avvist', 'Olas']);
  });

  it('survives a reload in the drawer, and does not come back on the board', async () => {
    const page = await atOdds();
    line.mood = 'good';
    await refused(page);
    await page.reload();
    await refused(page);
    await drawer(page).getByRole('button', { name: 'Kast' }).press('Enter');
    // The drawer is gone, and with it the button: whoever pressed it by key stands on the board, and not nowhere.
    await expect.poll(() => page.evaluate(() => document.activeElement?.role)).toBe('application');
    await page.reload();
    await stands(page, 'saved');
    expect(await drawer(page).count()).toBe(0);
  });

  it('in the middle of a composition leaves the field, its letters and the composition alone', async () => {
    const page = await atOdds();
    await page.getByRole('button', { name: 'Skriv lapp' }).first().click();
    await page.getByLabel('Ny lapp').waitFor();
    await page.keyboard.insertText('Skrives: ');
    const keyboard: CDPSession = await page.context().newCDPSession(page);
    await keyboard.send('Input.imeSetComposition', { text: 'こん', selectionStart: 2, selectionEnd: 2 });
    const field = page.getByLabel('Ny lapp');
    expect(await field.inputValue()).toBe('Skrives: こん');
    line.mood = 'good';
    await drawer(page).getByText('Blir avvist').waitFor({ timeout: 40_000 });
    expect(await field.inputValue()).toBe('Skrives: こん');
    await keyboard.send('Input.imeSetComposition', {
      text: 'こんにちは',
      selectionStart: 5,
      selectionEnd: 5,
    });
    await keyboard.send('Input.insertText', { text: 'こんにちは' });
    expect(await field.inputValue()).toBe('Skrives: こんにちは');
    await stands(page, 'saved');
    await page.keyboard.press('Control+Enter');
    await note(page, 'Skrives').waitFor();
    await until(async () => (await hanging()).includes('Skrives: こんにちは'), { what: 'it on the server' });
  });

  it('in the middle of a drag ends it without harm', async () => {
    const page = await atOdds();
    const { x, y } = await centre(page, 'Blir avvist');
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 40, y + 40, { steps: 4 });
    line.mood = 'good';
    await drawer(page).getByText('Blir avvist').waitFor({ timeout: 40_000 });
    await page.mouse.move(x + 120, y + 60, { steps: 4 });
    await page.mouse.up();
    await refused(page);
    expect(await page.locator('[data-lifted]').count()).toBe(0);
    await write(page, 'Går videre');
    await until(async () => (await hanging()).includes('Går videre'), { what: 'the next note' });
  });

  it('leaves an undo that does what can be done and no harm', async () => {
    const page = await atOdds();
    line.mood = 'good';
    await refused(page);
    for (const _ of [1, 2, 3]) {
      const undo = page.getByRole('button', { name: 'Angre' });
      if (await undo.isEnabled()) await undo.click();
    }
    await stands(page, 'saved');
    expect(await hanging()).toEqual(['Olas']);
    await write(page, 'Etterpå');
    await page.getByRole('button', { name: 'Angre' }).click();
    await note(page, 'Etterpå').waitFor({ state: 'detached' });
    await until(async () => (await hanging()).length === 1, { what: 'it to be gone' });
  });
});

describe('presence without noise', () => {
  it('a note that somebody edits bears a pen for the others, until they are done or gone', async () => {
    const [kari, ola] = [await enterBoard(), await enterBoard()];
    await write(kari, 'Under arbeid');
    await note(ola, 'Under arbeid').waitFor();
    await note(kari, 'Under arbeid').dblclick();
    await kari.getByLabel('Lappens tekst').waitFor();
    await ola.locator('[data-written]').filter({ hasText: 'Under arbeid' }).waitFor();
    expect(await kari.locator('[data-written]').count()).toBe(0);
    await kari.keyboard.press('Escape');
    await ola.locator('[data-written]').waitFor({ state: 'detached' });
    await note(kari, 'Under arbeid').dblclick();
    await ola.locator('[data-written]').waitFor();
    await screens[0]!.context.close();
    await ola.locator('[data-written]').waitFor({ state: 'detached' });
  });

  it('few see one another’s pointers; phones have none, and they go with their owner', async () => {
    const [kari, ola] = [await enterBoard(), await enterBoard()];
    const moves = async () => {
      await kari.mouse.move(400 + Math.random() * 100, 400);
      return (await ola.locator('[data-pointer]').count()) === 1;
    };
    await until(moves, { what: 'the pointer' });
    expect(await kari.locator('[data-pointer]').count()).toBe(0);
    await screens[0]!.context.close();
    await ola.locator('[data-pointer]').waitFor({ state: 'detached' });
  });

  it('what came since the last visit glows once, and is counted', async () => {
    const page = await enterBoard();
    await page.getByRole('link', { name: 'Til hallen' }).click();
    await page.getByRole('heading', { name: made.hall.stations[0]!.title }).waitFor();
    await hang('Kom imens');
    const board = base + paths.board(made.hall.id, station());
    await page.goto(board);
    await page.locator('[data-fresh]').filter({ hasText: 'Kom imens' }).waitFor();
    await page.getByText('1 ny siden sist').first().waitFor();
    expect(await page.locator('[data-fresh]').count()).toBe(1);
    await page.locator('[data-fresh]').waitFor({ state: 'detached' });
    await page.goto(board);
    await stands(page, 'saved');
    await note(page, 'Kom imens').waitFor();
    expect(await page.locator('[data-fresh]').count()).toBe(0);
  });
});
