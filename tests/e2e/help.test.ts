/** Grouping help: on the board, in the outline, on the desk of a phone; the wall's arrangement; and what a writer is told of. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readClusters, readNotes } from '../../shared/board/boardDoc.ts';
import { viewBoard } from '../../shared/board/boardView.ts';
import { newId, type StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { axeFinds } from '../harness/axe.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { HOST, openBrowser, openScreen, type Screen, shoot } from '../harness/browser.ts';
import { makeHall, sessionOf } from '../harness/hall.ts';
import { HallClient } from '../harness/hallClient.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { stepByStep } from '../harness/steps.ts';
import { until } from '../harness/until.ts';

stepByStep();

const NOTES = [
  'Bussen går for sjelden på kvelden',
  'Bussen går altfor sjelden om kvelden',
  'Bussen går sjelden om kveldene',
  'Lærerne mangler tid til samarbeid med bedriftene',
  'Lærerne har for lite tid til samarbeid med bedrifter',
  'For lite tid for lærerne til å samarbeide med bedriftene',
  'Verkstedet trenger nytt verktøy',
  'Nytt verktøy til verkstedet',
  'Kantina bør ha varm mat',
  'Foreldre vet lite om yrkesfag',
];

const folder = tempFolder();
let server: ServerProcess;
let browser: Browser;
let laptop: Screen;
let phone: Screen;
let pad: Screen;
let page: Page;
let made: CreatedHall;
let station: StationId;
let witness: BoardClient;
let writer: HallClient;

beforeAll(async () => {
  server = await startServer({ dataDir: folder.path });
  made = await makeHall(server.base);
  station = made.hall.stations[0]!.id;
  const session = await sessionOf(server.base, made, 'participant');
  writer = await HallClient.joined(server.base, session);
  witness = await BoardClient.joined({ base: server.base, station, token: session.token });
  const others = await Promise.all(
    [0, 1].map(async () => {
      return HallClient.joined(server.base, await sessionOf(server.base, made, 'participant'));
    }),
  );
  for (const [index, text] of NOTES.entries()) {
    const by = [writer, ...others][index % 3]!;
    expect(await by.ask('note:write', { stationId: station, id: newId('n'), text })).toMatchObject({
      ok: true,
    });
  }
  for (const other of others) other.leave();
  browser = await openBrowser();
  laptop = await openScreen(browser, 'laptop');
  phone = await openScreen(browser, 'phone');
  pad = await openScreen(browser, 'phone');
  page = laptop.page;
});

afterAll(async () => {
  witness?.leave();
  writer?.leave();
  await browser?.close();
  await server?.kill();
  folder.remove();
});

const at = (path: string) => `http://${HOST}:${server.port}${path}`;
const groups = () => viewBoard(readNotes(witness.doc), readClusters(witness.doc)).clusters;
const titles = () => [...groups().values()].map(({ title }) => title).sort();
const card = (where: Page, n: number) => where.locator(`[data-suggestion="${n}"]`);
const rings = () => page.locator('[data-number]').count();
const press = (where: Page, name: string | RegExp, exact = false) =>
  where.getByRole('button', { name, exact }).first().click();

/** The way back in the panel itself, not the board's own. */
const takeBack = (where: Page) =>
  where
    .getByRole('region', { name: 'Forslag til grupper' })
    .getByRole('button', { name: 'Angre', exact: true })
    .click();

describe('on the board', () => {
  it('suggestions are outlined, with why; nothing is grouped before somebody says yes', async () => {
    await page.goto(at(paths.desk(made.hall.id, station, made.keys.host[station])));
    await page.getByRole('heading', { name: 'Idébanken' }).waitFor();
    await page.goto(at(paths.board(made.hall.id, station)));
    await press(page, 'Forslag', true);
    await card(page, 1).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Forslag til grupper');
    await until(async () => (await rings()) >= 4, { what: 'dotted outlines' });
    expect(await card(page, 1).locator('mark').count()).toBeGreaterThan(0);
    expect(groups().size).toBe(0);
    await shoot(page, '80-help-board');
    expect(await axeFinds(page)).toEqual([]);
  });

  it('one is adjusted and accepted as the person’s own deed, and taken back by one press', async () => {
    const first = card(page, 1);
    const notes = await first.getByRole('checkbox').count();
    await first.getByRole('textbox').fill('Mitt navn på den');
    if (notes > 2) await first.getByRole('checkbox').last().uncheck();
    await first.getByRole('button', { name: /^Grupper/ }).click();
    await until(() => titles().includes('Mitt navn på den'), { what: 'the group' });
    expect([...groups().values()][0]!.members).toHaveLength(Math.max(2, notes - (notes > 2 ? 1 : 0)));
    await page
      .getByText(/er gruppert/)
      .first()
      .waitFor();
    await takeBack(page);
    await until(() => groups().size === 0, { what: 'the group to be taken back' });
    await page.getByText('Angret.').first().waitFor();
  });

  it('one is refused, comes back by one press, and stays away when it is refused again', async () => {
    const said = () => card(page, 1).innerText();
    const before = await said();
    await press(page, /^Nei takk, forslag 1/);
    await until(async () => (await said()) !== before, { what: 'another suggestion' });
    await takeBack(page);
    await until(async () => (await said()) === before, { what: 'the suggestion to come back' });
    await press(page, /^Nei takk, forslag 1/);
    await until(async () => (await said()) !== before, { what: 'another suggestion' });
    await page.keyboard.press('Escape');
    expect(await rings()).toBe(0);
    await until(async () => (await page.evaluate(() => document.activeElement?.textContent)) === 'Forslag', {
      what: 'the focus where it came from',
    });
    await press(page, 'Forslag', true);
    await card(page, 1).waitFor();
    expect(await said()).not.toBe(before);
    await page.getByRole('button', { name: 'Lukk forslagene' }).click();
  });

  it('in the outline they are the same, by names alone', async () => {
    await page.goto(at(paths.outline(made.hall.id, station)));
    await press(page, 'Forslag til grupper');
    await page.getByRole('button', { name: /^Grupper, forslag 1/ }).click();
    await until(() => groups().size === 1, { what: 'the group' });
    await shoot(page, '81-help-outline');
    expect(await axeFinds(page)).toEqual([]);
    await takeBack(page);
    await until(() => groups().size === 0, { what: 'the group to be taken back' });
  });
});

describe('on the desk of a phone', () => {
  it('suggestions are accepted and taken back with one thumb', async () => {
    const desk = phone.page;
    await desk.goto(at(paths.desk(made.hall.id, station, made.keys.host[station])));
    const tab = (name: string) =>
      desk.getByRole('navigation', { name: 'Pultens deler' }).getByRole('button', { name });
    await tab('Forslag').click();
    await card(desk, 1).waitFor();
    await shoot(desk, '82-help-desk');
    expect(await axeFinds(desk)).toEqual([]);
    await desk.setViewportSize({ width: 320, height: 640 });
    expect(await desk.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await desk.setViewportSize({ width: 360, height: 740 });
    await press(desk, /^Grupper, forslag 1/);
    await until(() => groups().size === 1, { what: 'the group' });
    await press(desk, 'Angre', true);
    await until(() => groups().size === 0, { what: 'the group to be taken back' });
    await desk.getByText('Angret.').first().waitFor();
  });

  it('the wall’s arrangement becomes the board’s by one press, and is taken back by one', async () => {
    const desk = phone.page;
    await desk
      .getByRole('navigation', { name: 'Pultens deler' })
      .getByRole('button', { name: 'Vegg' })
      .click();
    const places = () =>
      JSON.stringify(
        readNotes(witness.doc)
          .map(({ id, pos }) => [id, pos])
          .sort(),
      );
    const before = places();
    await press(desk, 'Bruk denne ordningen på tavla');
    await until(() => places() !== before, { what: 'the arrangement' });
    await shoot(desk, '83-help-adopt');
    await press(desk, 'Angre', true);
    await until(() => places() === before, { what: 'the board as it was' });
  });
});

describe('on a phone’s board', () => {
  it('the panel lies under the thumb, and the notes it tells of over it', async () => {
    const small = phone.page;
    await small.goto(at(paths.board(made.hall.id, station)));
    await press(small, 'Forslag', true);
    await card(small, 1).waitFor();
    await press(small, /^Vis på tavla, forslag 1/);
    await shoot(small, '85-help-board-phone');
    expect(await axeFinds(small)).toEqual([]);
    await small.setViewportSize({ width: 320, height: 640 });
    expect(await small.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

describe('on a pad', () => {
  it('a writer is told softly that others wrote something alike, and sends all the same', async () => {
    const own = pad.page;
    await own.goto(at(paths.joinByCode(made.hall.code)));
    await own.getByRole('button', { name: 'Gå inn' }).click();
    await own.getByRole('heading', { name: 'Idébanken' }).waitFor();
    await own.goto(at(paths.pad(made.hall.id, station)));
    await own.getByRole('textbox').first().fill('Bussen går sjelden på kvelden');
    await own.getByText('3 har skrevet noe lignende').last().click();
    await own.getByRole('list', { name: 'Lignende lapper' }).getByText(NOTES[0]!).waitFor();
    await shoot(own, '84-help-pad');
    expect(await axeFinds(own)).toEqual([]);
    await own.getByRole('button', { name: 'Send' }).click();
    await until(() => readNotes(witness.doc).length === NOTES.length + 1, { what: 'the note' });
    // What was just sent counts not itself.
    await own.getByText('3 har skrevet noe lignende').last().waitFor();
    expect([...laptop.errors, ...phone.errors, ...pad.errors]).toEqual([]);
  });
});
