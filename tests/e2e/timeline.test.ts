/**
 * The timeline in real browsers (TL1–TL9): dragged into a cell and longer by an edge, typed in a cell, tap and tap, by
 * the keyboard, on two screens at once, with lanes that change meanwhile; on a phone, as a list, on a wall.
 */

import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NoteView } from '../../shared/board/boardDoc.ts';
import { newId, planOf, type StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import { type MeasureView, readMeasures } from '../../shared/plan/planDoc.ts';
import { addMeasure, setMeasureField } from '../../shared/plan/planOps.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { axeFinds } from '../harness/axe.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { HOST, openBrowser, openScreen, type Screen, type Size, shoot } from '../harness/browser.ts';
import { makeHall, sessionOf } from '../harness/hall.ts';
import { type ServerProcess, startServer } from '../harness/serverProcess.ts';
import { stepByStep } from '../harness/steps.ts';
import { until } from '../harness/until.ts';

let server: ServerProcess;
let browser: Browser;
let made: CreatedHall;
let station: StationId;
let witness: BoardClient;
let plan: BoardClient;
let page: Page;
const screens: Screen[] = [];

stepByStep();

async function open(size: Size, path: string): Promise<Page> {
  const screen = await openScreen(browser, size);
  screens.push(screen);
  await screen.page.goto(`http://${HOST}:${server.port}${path}`);
  return screen.page;
}

/** A participant who has come in, at the station's board. */
async function participant(size: Size, path: string): Promise<Page> {
  const entered = await open(size, paths.joinByCode(made.hall.code));
  await entered.getByRole('button', { name: 'Gå inn' }).click();
  await entered.getByRole('heading', { name: 'Tidslinja' }).waitFor();
  await entered.goto(`http://${HOST}:${server.port}${path}`);
  return entered;
}

beforeAll(async () => {
  server = await startServer();
  made = await makeHall(server.base);
  station = made.hall.stations[3]!.id;
  const { token } = await sessionOf(server.base, made, 'organiser');
  witness = await BoardClient.joined({ base: server.base, station, token });
  plan = await BoardClient.joined({ base: server.base, station: planOf(made.hall.id), token });
  browser = await openBrowser();
  page = await participant('laptop', paths.board(made.hall.id, station));
}, 60_000);

afterAll(async () => {
  witness?.leave();
  plan?.leave();
  await browser?.close();
  await server?.kill();
});

const cell = (on: Page, lane: string, month: string) =>
  on.getByRole('button', { name: new RegExp(`(^| )${lane}, ${month}, `) });
const note = (on: Page, text: string) => on.getByRole('button', { name: new RegExp(`^${text} ?\\. Runde`) });
const hung = (text: string): NoteView | undefined => witness.notes.find((one) => one.text === text);
const lies = (text: string, slot: string) =>
  until(() => (hung(text)?.slot?.join() ?? '') === slot, { what: `${text} in ${slot || 'the tray'}` });

/** Drags from one thing's middle (or edge) to another's. */
async function drag(on: Page, from: Locator, to: Locator, grip: 'middle' | 'end' = 'middle'): Promise<void> {
  const a = (await from.boundingBox())!;
  const b = (await to.boundingBox())!;
  await on.mouse.move(
    grip === 'end' ? a.x + a.width - 3 : a.x + Math.min(a.width / 2, 30),
    a.y + a.height / 2,
  );
  await on.mouse.down();
  await on.mouse.move(a.x + a.width / 2 + 12, a.y + a.height / 2 + 6, { steps: 2 });
  await on.mouse.move(b.x + b.width * 0.7, b.y + 30, { steps: 4 });
  await on.mouse.up();
}

describe('on a laptop', () => {
  it('shows lanes and months from August on, and a note from the pad in the tray (TL1, TL2)', async () => {
    await cell(page, 'Nasjonalt prosjekt', 'august').waitFor();
    const months = await page.locator('[data-month]').allInnerTexts();
    expect(months[0]).toMatch(/august/i);
    expect(months[11]).toMatch(/juli/i);
    await witness.add({ text: 'Uten plass ennå', pos: [0, 0] });
    await page.getByRole('region', { name: /Uten plass på tidslinja, 1 lapp/ }).waitFor();
  });

  it('drags a note from the tray into a cell, and longer by its edge, each one step of undo (TL3)', async () => {
    await drag(page, note(page, 'Uten plass ennå'), cell(page, 'Utdanningsinstitusjonene', 'oktober'));
    await lies('Uten plass ennå', 'institutions,2,2');
    await drag(
      page,
      note(page, 'Uten plass ennå'),
      cell(page, 'Utdanningsinstitusjonene', 'desember'),
      'end',
    );
    await lies('Uten plass ennå', 'institutions,2,4');
    await page.getByRole('button', { name: /^Uten plass ennå .*, oktober til desember$/ }).waitFor();
    await page.getByRole('button', { name: 'Angre' }).click();
    await lies('Uten plass ennå', 'institutions,2,2');
    await page.getByRole('button', { name: 'Angre' }).click();
    await lies('Uten plass ennå', '');
  });

  it('types a note in a cell by double click and by Enter, and stays for the next one (TL4)', async () => {
    await cell(page, 'Nasjonalt prosjekt', 'september').dblclick({ position: { x: 20, y: 20 } });
    await page
      .getByRole('textbox', { name: 'Ny lapp: Nasjonalt prosjekt, september' })
      .fill('Felles kampanje');
    await page.keyboard.press('Control+Enter');
    await lies('Felles kampanje', 'national,1,1');
    await page.keyboard.press('Escape');
    await cell(page, 'Nasjonalt prosjekt', 'mars').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Åpen dag');
    await page.keyboard.press('Control+Enter');
    await lies('Åpen dag', 'national,7,7');
    await page.keyboard.press('Escape');
  });

  it('walks, lifts, lays and lengthens by the keyboard alone (TL5)', async () => {
    /** What others see may be there before this page has drawn it: keys go where the focus is. */
    const hasFocus = (place: RegExp) =>
      expect
        .poll(() => page.evaluate(() => document.activeElement?.textContent ?? ''), {
          timeout: 20_000,
        })
        .toMatch(place);
    await cell(page, 'Nasjonalt prosjekt', 'mars').focus();
    await page.keyboard.press('ArrowDown');
    await hasFocus(/Åpen dag/);
    await page.keyboard.press('Shift+ArrowRight');
    await lies('Åpen dag', 'national,7,8');
    await hasFocus(/Åpen dag.*mars til april/);
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await lies('Åpen dag', 'institutions,6,7');
    await hasFocus(/Åpen dag.*februar til mars/);
    await page.keyboard.press('Control+z');
    await lies('Åpen dag', 'national,7,8');
  });

  it('keeps many notes in a cell apart, folded until they are asked for (TL7)', async () => {
    for (let index = 0; index < 9; index++) {
      witness.add({ text: `Mange ${index}`, pos: [index * 230, 400], slot: ['institutions', 0, index % 3] });
    }
    const more = page.getByRole('button', { name: /^Vis \d lapper til i august/ });
    await more.waitFor();
    await shoot(page, 'timeline-laptop');
    await more.click();
    await expect.poll(() => note(page, 'Mange \\d').count()).toBe(9);
    expect(await axeFinds(page)).toEqual([]);
    await note(page, 'Mange 4').click();
    await shoot(page, 'timeline-laptop-open');
    await page.keyboard.press('Escape');
  });
});

const TITLE = 'Felles opplæring for alle nye';
const measure = (on: Page) => on.getByRole('button', { name: new RegExp(`^Tiltak: ${TITLE}`) });
const planned = (slot: string) =>
  until(() => readMeasures(plan.doc)[0]?.slot?.join() === slot, { what: `the measure in ${slot}` });

describe('a measure of the plan', () => {
  it('lies on the grid beside the notes, and is moved by a host by drag and by presses, and put back', async () => {
    addMeasure(plan.doc, { id: newId('m'), title: TITLE, at: 1, slot: ['institutions', 9, 10] });
    await measure(page).waitFor();
    const host = await open('laptop', paths.desk(made.hall.id, station, made.keys.host[station]!));
    await host.getByRole('heading', { name: 'Tidslinja', level: 1 }).waitFor();
    await host.goto(`http://${HOST}:${server.port}${paths.board(made.hall.id, station)}`);
    await measure(host).waitFor();
    await drag(host, measure(host), cell(host, 'Nasjonalt prosjekt', 'desember'));
    await planned('national,4,5');
    await measure(host).click();
    const panel = host.getByRole('region', { name: 'Tiltaket som er valgt' });
    await shoot(host, 'timeline-measure');
    await panel.getByRole('button', { name: 'Angre i planen' }).click();
    await planned('institutions,9,10');
    await panel.getByRole('button', { name: 'Flytt' }).click();
    await host.getByRole('button', { name: 'Legg lappen her: Nasjonalt prosjekt, februar' }).click();
    await planned('national,6,7');
    await measure(host).click();
    await panel.getByRole('button', { name: 'Angre i planen' }).click();
    await planned('institutions,9,10');
    await host.close();
  });
});

describe('on a phone', () => {
  let phone: Page;

  it('is a list without sideways scroll, where a note is written in a month (TL8)', async () => {
    phone = await participant('phone', paths.board(made.hall.id, station));
    await phone.getByRole('heading', { name: /Nasjonalt prosjekt/ }).waitFor();
    await measure(phone).waitFor();
    await cell(phone, 'Nasjonalt prosjekt', 'juni').click();
    await phone.getByRole('textbox', { name: 'Ny lapp: Nasjonalt prosjekt, juni' }).fill('Fra telefonen');
    await phone.getByRole('button', { name: 'Heng opp' }).click();
    await lies('Fra telefonen', 'national,10,10');
    await phone.keyboard.press('Escape');
    // The laptop sees it without being asked.
    await note(page, 'Fra telefonen').waitFor();
    await shoot(phone, 'timeline-phone');
    expect(await axeFinds(phone)).toEqual([]);
    await phone.setViewportSize({ width: 320, height: 640 });
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await phone.setViewportSize({ width: 360, height: 740 });
  });

  it('moves by tap and tap, and is seen on the laptop (TL6)', async () => {
    await note(phone, 'Fra telefonen').click();
    await shoot(phone, 'timeline-phone-open');
    await phone.getByRole('button', { name: 'Flytt' }).click();
    await phone.getByRole('button', { name: 'Legg lappen her: Utdanningsinstitusjonene, april' }).click();
    await lies('Fra telefonen', 'institutions,8,8');
    await page.getByRole('button', { name: /^Fra telefonen .*Utdanningsinstitusjonene, april$/ }).waitFor();
  });

  it('lets the pad say where a note belongs, and shows it with one’s own notes (TL8)', async () => {
    await phone.goto(`http://${HOST}:${server.port}${paths.pad(made.hall.id, station)}`);
    await phone.getByRole('combobox', { name: 'Område' }).selectOption('Nasjonalt prosjekt');
    await phone.getByRole('combobox', { name: 'Fra' }).selectOption('november');
    await phone.getByRole('combobox', { name: 'Til' }).selectOption('januar');
    await phone.getByRole('textbox', { name: /Skriv|lapp/i }).fill('Fra blokka');
    await phone.getByRole('button', { name: 'Send' }).click();
    await lies('Fra blokka', 'national,3,5');
    await phone.getByText('Nasjonalt prosjekt, november til januar').waitFor();
    await shoot(phone, 'timeline-pad');
    expect(await axeFinds(phone)).toEqual([]);
  });

  it('is headings and lists in the outline, where a place is chosen from lists (TL8)', async () => {
    await phone.goto(`http://${HOST}:${server.port}${paths.outline(made.hall.id, station)}`);
    await phone.getByRole('heading', { level: 2, name: /Nasjonalt prosjekt/ }).waitFor();
    await phone.getByRole('heading', { level: 3, name: 'november' }).waitFor();
    await phone.getByRole('heading', { level: 4, name: 'Tiltak' }).waitFor();
    await phone.getByRole('listitem').filter({ hasText: TITLE }).waitFor();
    await phone.getByRole('button', { name: 'Valg for lappen: Fra blokka' }).click();
    await phone.getByRole('combobox', { name: 'Område' }).selectOption({ index: 3 });
    await lies('Fra blokka', 'partners,3,5');
    await shoot(phone, 'timeline-outline');
    expect(await axeFinds(phone)).toEqual([]);
  });
});

describe('the host', () => {
  it('edits the lanes from a phone while others look, and is told what goes to the tray (TL9)', async () => {
    const desk = await open('phone', paths.desk(made.hall.id, station, made.keys.host[station]!));
    await desk.getByRole('button', { name: 'Tidslinja' }).click();
    await desk.getByRole('textbox', { name: 'Område 1' }).fill('Nasjonalt');
    await desk.getByRole('button', { name: 'Legg til et område' }).click();
    await desk.getByRole('textbox', { name: 'Område 4' }).fill('Fylkeskommunen');
    await desk.getByRole('button', { name: 'Flytt Fylkeskommunen opp' }).click();
    await desk.getByRole('button', { name: 'Ta bort Utdanningsinstitusjonene' }).click();
    await desk.getByText(/har 1\d lapper\. De blir liggende uten plass/).waitFor();
    await shoot(desk, 'timeline-desk');
    await desk.getByRole('button', { name: 'Ta bort området' }).click();
    await desk.getByText('Januar (kalenderår)').click();
    expect(await axeFinds(desk)).toEqual([]);
    await desk.getByRole('button', { name: 'Lagre tidslinja' }).click();
    await cell(page, 'Fylkeskommunen', 'januar').waitFor();
    await page.getByRole('region', { name: /Uten plass på tidslinja, 1\d lapper/ }).waitFor();
    expect(witness.notes.length).toBeGreaterThan(12);
    await shoot(page, 'timeline-tray');
  });
});

describe('on a wall', () => {
  it('shows how much each month has, large enough for the back of the room (TL8)', async () => {
    const [{ id }] = readMeasures(plan.doc) as [MeasureView];
    setMeasureField(plan.doc, id, 'slot', ['national', 4, 5]);
    const wall = await open('wall', paths.wall(made.hall.id, station, made.keys.wall));
    await wall.getByRole('table', { name: /antall lapper/ }).waitFor();
    await wall.getByRole('cell', { name: `Tiltak: ${TITLE}. Nasjonalt, mai til juni` }).waitFor();
    const small = await wall.evaluate(() =>
      [...document.querySelectorAll('table td, table th')]
        .filter((one) => one.textContent)
        .map((one) => Number.parseFloat(getComputedStyle(one).fontSize) / innerHeight)
        .filter((size) => size < 0.0299),
    );
    expect(small).toEqual([]);
    await shoot(wall, 'timeline-wall');
    expect(await axeFinds(wall)).toEqual([]);
  });

  it('is dragged by fingers on a touch wall', async () => {
    const touch = await open('wall', paths.touch(made.hall.id, station, made.keys.join));
    await note(touch, 'Fra telefonen').waitFor();
    await drag(touch, note(touch, 'Fra telefonen'), cell(touch, 'Fylkeskommunen', 'februar'));
    await until(() => hung('Fra telefonen')?.slot?.[1] === 1, { what: 'the note in February' });
    await shoot(touch, 'timeline-touch');
  });

  it('leaves no errors in any browser', () => {
    expect(screens.flatMap(({ errors }) => errors)).toEqual([]);
  });
});
