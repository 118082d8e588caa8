/**
 * Looking back: a host plays the station's day, sets the station back and takes that back; the organiser links a thread
 * across stations and makes next year's hall, where last year's points stand beside the board.
 */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeCluster, move } from '../../shared/board/boardOps.ts';
import { type NoteId, newId, planOf, type StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import { addMeasure, addPoint } from '../../shared/plan/planOps.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { axeFinds } from '../harness/axe.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { HOST, openBrowser, openScreen, type Screen, SIZES, shoot } from '../harness/browser.ts';
import { makeHall, sessionOf } from '../harness/hall.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { until } from '../harness/until.ts';

const folder = tempFolder();
const TEXTS = [
  'Bussen går for sjelden til skolen',
  'For få praksisplasser',
  'Vi hører aldri hva det ble til',
  'Bussen kommer for sent til skolen',
];
let server: ServerProcess;
let browser: Browser;
let base: string;
let made: CreatedHall;
let station: StationId;
let other: StationId;
let screen: Screen;
let page: Page;
let board: BoardClient;
let elsewhere: BoardClient;
let notes: NoteId[];

// Each step stands on the one before: after the first that fails the rest says nothing.
let fallen = '';
beforeEach((context) => {
  if (fallen) context.skip(`after: ${fallen}`);
  context.onTestFailed(({ task }) => {
    fallen = task.name;
  });
});

beforeAll(async () => {
  server = await startServer({ dataDir: folder.path });
  base = `http://${HOST}:${server.port}`;
  made = await makeHall(server.base);
  [station, other] = made.hall.stations.map(({ id }) => id) as [StationId, StationId];
  const { token } = await sessionOf(server.base, made, 'organiser');
  const open = (at: StationId) => BoardClient.joined({ base: server.base, station: at, token });
  [board, elsewhere] = await Promise.all([open(station), open(other)]);
  notes = [];
  for (const [index, text] of TEXTS.entries()) {
    notes.push(board.add({ text, pos: [index * 260, 0] }));
    await board.allSaved();
  }
  elsewhere.add({ text: 'Bussen går for sjelden til skolen vår' });
  await elsewhere.allSaved();
  const cluster = newId('c');
  makeCluster(board.doc, { id: cluster, title: 'Reisevei', pos: [0, 500] }, [notes[0]!, notes[3]!]);
  await board.allSaved();
  move(board.doc, [{ id: notes[1]!, pos: [1400, 900] }]);
  await board.allSaved();
  const plan = await open(planOf(made.hall.id));
  addPoint(plan.doc, {
    of: station,
    title: 'Reisen er lang',
    line: 'Bussen går for sjelden.',
    sources: [`${station}/${cluster}`],
  });
  addMeasure(plan.doc, { title: 'Flere bussavganger', owner: 'Fylket', at: 1, sources: [] });
  await plan.allSaved();
  plan.leave();

  browser = await openBrowser();
  screen = await openScreen(browser, 'laptop');
  page = screen.page;
  await page.goto(base + paths.organise(made.hall.id, made.keys.organiser));
  await page.getByRole('heading', { name: 'Stasjonene' }).waitFor();
});

afterAll(async () => {
  board?.leave();
  elsewhere?.leave();
  await browser?.close();
  await server?.kill();
  folder.remove();
});

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const frame = () => page.locator('[data-frame]').getAttribute('data-frame').then(Number);
const where = async (id: NoteId) => {
  await board.ask();
  return board.notes.find((note) => note.id === id)?.pos;
};

/** Nothing reaches over the side of a narrow phone. */
async function fits(): Promise<void> {
  await page.setViewportSize({ width: 320, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
}

describe('the day again', () => {
  it('plays to the end, and the clock and the list go with it', async () => {
    await page
      .getByRole('link', { name: /Se dagen igjen på/ })
      .first()
      .click();
    await page.locator('canvas[role=img]').waitFor();
    expect(await frame()).toBe(0);
    await shoot(page, 'past-replay-first');
    await button('Spill av').click();
    await until(async () => (await frame()) === 5, { what: 'the last frame' });
    await until(() => button('Spill av').isVisible(), { what: 'the end' });
    await page.locator('summary').click();
    await page.getByRole('heading', { name: 'Reisevei' }).waitFor();
    await shoot(page, 'past-replay-last');
    expect(await axeFinds(page)).toEqual([]);
  });

  it('is gone through by keyboard, a step or a stretch at a time', async () => {
    await page.getByRole('slider', { name: 'Tidspunkt' }).focus();
    await page.keyboard.press('Home');
    await until(async () => (await frame()) === 0, { what: 'the first frame' });
    await button('Neste hendelse').focus();
    await page.keyboard.press('Enter');
    expect(await frame()).toBe(1);
    const said = await page.getByRole('slider').getAttribute('aria-valuetext');
    expect(said).toContain('2 lapper');
  });

  it('stands on a wall and on a narrow phone', async () => {
    await page.getByRole('button', { name: /Slik det henger nå/ }).click();
    await page.setViewportSize(SIZES.wall);
    await shoot(page, 'past-replay-wall');
    await page.setViewportSize(SIZES.phone);
    await shoot(page, 'past-replay-phone');
    await fits();
    await page.setViewportSize(SIZES.laptop);
  });

  it('sets the station back to a moment, and takes it back with one press', async () => {
    await button('Forrige hendelse').click();
    await button('Sett stasjonen tilbake hit').click();
    await page.getByText('det som er trukket tilbake').waitFor();
    await shoot(page, 'past-restore');
    await button('Sett tilbake').click();
    await button('Angre').waitFor();
    expect(await where(notes[1]!)).toEqual([260, 0]);
    await button('Angre').click();
    await page.getByText('Angret. Stasjonen henger som før.').first().waitFor();
    expect(await where(notes[1]!)).toEqual([1400, 900]);
  });

  it('puts one note alone back, chosen in the picture or by keyboard in the list, and takes it back', async () => {
    move(board.doc, [{ id: notes[2]!, pos: [1400, 1200] }]);
    await board.allSaved();
    const canvas = page.locator('canvas[role=img]');
    const { width, height } = (await canvas.boundingBox())!;
    // The wall is 1600 by 1100, with 60 of air on each side, and the picture is as high as it; the note is 200 wide.
    const on = (x: number, y: number) => ({
      x: width / 2 + ((x - 800) * height) / 1220,
      y: height / 2 + ((y - 550) * height) / 1220,
    });
    await canvas.click({ position: on(360, 100) });
    const chosen = page.getByRole('region', { name: 'Lappen du har valgt' });
    await chosen.getByText(TEXTS[1]!).waitFor();
    await chosen.getByText('for seg selv, et annet sted').waitFor();
    await shoot(page, 'past-note');
    expect(await axeFinds(page)).toEqual([]);
    await canvas.click({ position: on(1200, 300) });
    await chosen.waitFor({ state: 'detached' });

    const listed = page.locator('details').getByRole('button', { name: TEXTS[1]! });
    await listed.focus();
    await page.keyboard.press('Enter');
    await chosen.waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Lappen du har valgt');
    await chosen.getByRole('button', { name: 'Sett denne lappen tilbake hit' }).click();
    await button('Angre').waitFor();
    expect(await where(notes[1]!)).toEqual([260, 0]);
    expect(await where(notes[2]!)).toEqual([1400, 1200]);
    await chosen.getByText('Lappen henger alt slik').waitFor();
    await button('Angre').click();
    await page.getByText('Angret. Lappen henger som før.').first().waitFor();
    expect(await where(notes[1]!)).toEqual([1400, 900]);
    await chosen.getByRole('button', { name: 'Lukk' }).click();
  });
});

describe('threads', () => {
  it('are linked by the organiser, and lead from a note to the other station', async () => {
    await page.goto(base + paths.hall(made.hall.id));
    await page.getByRole('heading', { name: 'Tråder' }).waitFor();
    await page
      .getByRole('button', { name: /^Bind sammen: / })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Bundet sammen' }).waitFor();
    await shoot(page, 'past-threads');
    expect(await axeFinds(page)).toEqual([]);
    await page.goto(base + paths.outline(made.hall.id, station));
    await page.getByRole('button', { name: /Bussen går for sjelden til skolen/ }).click();
    await page.getByRole('link', { name: `Tråd: også på ${made.hall.stations[1]!.title}` }).click();
    await page.waitForURL(new RegExp(other));
    await page.locator('[data-lit-bar="1"]').waitFor();
  });
});

describe('again next year', () => {
  it('the organiser makes the new hall from the page, and is given its links', async () => {
    await page.goto(base + paths.organise(made.hall.id));
    const part = page.locator('[data-part=again]');
    await part.getByLabel('Navn på den nye hallen').fill('Neste års hall');
    await part.getByRole('button', { name: 'Lag årets hall' }).click();
    await part.getByText('Neste års hall er laget.').waitFor();
    await shoot(page, 'past-again');
    await part.getByRole('button', { name: 'Gå til den nye hallen' }).click();
    await page.getByRole('heading', { name: 'Neste års hall' }).waitFor();
  });

  it('last year’s points stand beside the board, the list, the pad and the desk', async () => {
    const hall = new URL(page.url()).pathname.split('/')[2]!;
    const first = await page.evaluate(
      async (id) => (await (await fetch(`/api/halls/${id}?as=organiser`)).json()).stations[0].id,
      hall,
    );
    for (const view of ['board', 'outline', 'desk', 'pad']) {
      await page.goto(`${base}/hall/${hall}/${view}/${first}`);
      await button('I fjor').click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Reisen er lang').waitFor();
      await dialog.getByText('Flere bussavganger').waitFor();
      if (view === 'board') {
        await shoot(page, 'past-last-year');
        expect(await axeFinds(page)).toEqual([]);
      }
      await dialog.getByRole('button', { name: 'Lukk' }).click();
    }
    await page.setViewportSize(SIZES.phone);
    await button('I fjor').click();
    await shoot(page, 'past-last-year-phone');
    await fits();
  });

  it('nothing went wrong on the way', () => {
    expect(screen.errors).toEqual([]);
    expect([...screen.hosts]).toEqual([new URL(base).host]);
  });
});
