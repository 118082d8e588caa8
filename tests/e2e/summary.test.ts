/**
 * A station's summary in real browsers: drafted from notes and groups, written by two at once, its notes lit on board,
 * list and wall, signed, and changed after that; a participant reads along.
 *
 * Over 300 lines: one walk, in which each step stands on the one before.
 */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCluster } from '../../shared/board/boardOps.ts';
import { newId, planOf, type StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import { readPoints } from '../../shared/plan/planDoc.ts';
import { findPoint, setPointField } from '../../shared/plan/planOps.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { axeFinds } from '../harness/axe.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { HOST, openBrowser, openScreen, type Screen, type Size, shoot } from '../harness/browser.ts';
import { makeHall, sessionOf } from '../harness/hall.ts';
import { type ServerProcess, startServer } from '../harness/serverProcess.ts';
import { stepByStep } from '../harness/steps.ts';
import { until } from '../harness/until.ts';

const BUS = [
  'Bussen går for sjelden',
  'Bussen er alltid full',
  'Bussen kommer for seint',
  'For få busser om kvelden',
];
const FOOD = ['Maten i kantina er for dyr', 'Kantina stenger for tidlig', 'Mer varm mat i kantina'];
const LONE = 'Akvariet i gangen lekker';
const LATE = 'Ingen vet hvem som har nøkkelen';

let server: ServerProcess;
let browser: Browser;
let made: CreatedHall;
let station: StationId;
let board: BoardClient;
let host: Page;
let organiser: Page;
let guest: Page;
let wall: Page;
const screens: Screen[] = [];

stepByStep();

async function open(size: Size, path: string): Promise<Page> {
  const screen = await openScreen(browser, size);
  screens.push(screen);
  await screen.page.goto(`http://${HOST}:${server.port}${path}`);
  return screen.page;
}

beforeAll(async () => {
  server = await startServer();
  made = await makeHall(server.base);
  station = made.hall.stations.find(({ slug }) => slug === 'klagemuren')!.id;
  const { token } = await sessionOf(server.base, made, 'host', station);
  board = await BoardClient.joined({ base: server.base, station, token });
  const hang = (texts: string[], y: number) =>
    texts.map((text, index) => board.add({ text, pos: [index * 230, y] }));
  makeCluster(board.doc, { id: newId('c'), title: 'Skyss', pos: [0, 0] }, hang(BUS, 0));
  makeCluster(board.doc, { id: newId('c'), title: 'Mat', pos: [1200, 0] }, hang(FOOD, 0));
  hang([LONE], 900);
  await until(() => board.notes.length === 8 && board.saved === board.sent, { what: 'the notes on disk' });
  browser = await openBrowser();
  host = await open('laptop', paths.desk(made.hall.id, station, made.keys.host[station]));
}, 60_000);

afterAll(async () => {
  board?.leave();
  await browser?.close();
  await server?.kill();
});

const title = (on: Page, n: number) =>
  on.getByRole('textbox', { name: `Overskrift på punkt ${n}`, exact: true });
const line = (on: Page, n: number) =>
  on.getByRole('textbox', { name: `Én setning om punkt ${n}`, exact: true });
const point = (on: Page, text: string) => on.locator('[data-point]').filter({ hasText: text });
const titles = (on: Page) =>
  on
    .getByRole('textbox', { name: /^Overskrift på punkt/ })
    .evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value));
const saved = (on: Page) => on.getByText('Lagret', { exact: true }).waitFor();

describe('a station’s summary', () => {
  it('is drafted at once for who may write it, says what by, and keeps the lone note', async () => {
    await host.getByRole('link', { name: 'Oppsummering', exact: true }).click();
    await host
      .getByText(/laget med faste regler, uten språkmodell/)
      .first()
      .waitFor();
    await expect.poll(() => titles(host)).toHaveLength(2);
    await host.getByRole('heading', { name: 'Enkeltstemmer' }).waitFor();
    await expect
      .poll(() => host.getByRole('textbox', { name: 'Enkeltstemme 1', exact: true }).inputValue())
      .toBe(LONE);
    await host.getByText('Alle 8 lapper er med.').waitFor();
    await point(host, 'Skyss').or(host.locator('[data-point]').first()).getByText('4 lapper').waitFor();
    await shoot(host, '90-summary-laptop');
    expect(await axeFinds(host)).toEqual([]);
  });

  it('tells which notes are not in it, and puts one into a point with two taps', async () => {
    board.add({ text: LATE, pos: [600, 900] });
    await host.getByText('8 av 9 lapper er med.').waitFor();
    await host.getByText('Her er den som ikke er med').click();
    await host.getByRole('button', { name: `Legg i et punkt: ${LATE}` }).click();
    await shoot(host, '91-summary-ask');
    await host.getByRole('dialog').getByRole('button', { name: 'Nytt punkt' }).click();
    await host.getByText('Alle 9 lapper er med.').waitFor();
    await expect.poll(() => titles(host)).toContain(LATE);
    await host.getByRole('button', { name: 'Angre' }).click();
    await host.getByText('8 av 9 lapper er med.').waitFor();
  });

  it('is written by two at once, each with their own caret', async () => {
    organiser = await open('laptop', paths.organise(made.hall.id, made.keys.organiser));
    await organiser.getByRole('link', { name: 'Hallens oppsummering' }).first().click();
    await organiser.getByRole('link', { name: 'Åpne oppsummeringen fra Klagemuren' }).click();
    await title(organiser, 1).waitFor();
    const before = await title(host, 1).inputValue();
    await title(host, 1).press('End');
    await title(organiser, 1).press('Home');
    await Promise.all([
      title(host, 1).pressSequentially(' for mange', { delay: 15 }),
      title(organiser, 1).pressSequentially('Nå: ', { delay: 30 }),
    ]);
    const both = `Nå: ${before} for mange`;
    await expect.poll(() => title(host, 1).inputValue()).toBe(both);
    await expect.poll(() => title(organiser, 1).inputValue()).toBe(both);
    await line(organiser, 1).fill('Skyss og tider');
    await expect.poll(() => line(host, 1).inputValue()).toBe('Skyss og tider');
    // One's own letters alone are taken back.
    await title(host, 1).press('Control+z');
    await expect.poll(() => title(organiser, 1).inputValue()).toBe(`Nå: ${before}`);
    await saved(host);
  });

  it('orders points by the keyboard, by dragging and by taps, merges and takes back', async () => {
    const [first, second] = await titles(host);
    await host
      .getByRole('button', { name: /Flytt punktet/ })
      .first()
      .press('ArrowDown');
    await expect.poll(() => titles(host)).toEqual([second, first]);
    const grips = host.getByRole('button', { name: /Flytt punktet/ });
    await host.locator('[data-point]').first().scrollIntoViewIfNeeded();
    await grips.nth(1).scrollIntoViewIfNeeded();
    const from = (await grips.nth(1).boundingBox())!;
    const to = (await host.locator('[data-point]').first().boundingBox())!;
    await host.mouse.move(from.x + 15, from.y + 20);
    await host.mouse.down();
    await host.mouse.move(to.x + 20, to.y + 60, { steps: 3 });
    await host.mouse.move(to.x + 20, to.y + 8, { steps: 3 });
    await host.mouse.up();
    await expect.poll(() => titles(host)).toEqual([first, second]);
    await host
      .getByRole('button', { name: /^Flere valg/ })
      .first()
      .click();
    await host.getByRole('button', { name: 'Slå sammen med …' }).click();
    await host.getByRole('dialog').getByRole('button', { name: second! }).click();
    await expect.poll(() => titles(host)).toEqual([first]);
    await host.getByText('7 lapper', { exact: true }).waitFor();
    await host.getByRole('button', { name: 'Angre' }).click();
    await expect.poll(() => titles(host)).toEqual([first, second]);
  });

  it('says what must be checked until somebody has, and lets a point be a single voice and back', async () => {
    const { token } = await sessionOf(server.base, made, 'host', station);
    const plan = await BoardClient.joined({ base: server.base, station: planOf(made.hall.id), token });
    const [first] = readPoints(plan.doc, station);
    setPointField(plan.doc, first!.id, 'check', true);
    await host.getByText('Må kontrolleres.').waitFor();
    await host.getByRole('button', { name: /^Kontrollert: / }).click();
    await host.getByText('Må kontrolleres.').waitFor({ state: 'detached' });
    await until(() => !findPoint(plan.doc, first!.id)?.check, { what: 'the mark to be gone for others' });
    plan.leave();
    for (const [deed, count] of [
      ['Gjør til enkeltstemme', 1],
      ['Gjør til hovedpunkt', 2],
    ] as const) {
      await host.getByRole('button', { name: `Flere valg: ${first!.title}` }).click();
      await host.getByRole('button', { name: deed }).click();
      await expect.poll(() => titles(host)).toHaveLength(count);
    }
  });

  it('is read by a participant, live, who can change nothing', async () => {
    guest = await open('phone', paths.joinByCode(made.hall.code));
    await guest.getByRole('button', { name: 'Gå inn' }).click();
    await guest.getByRole('link', { name: 'Hallens oppsummering' }).click();
    await guest.getByRole('link', { name: 'Åpne oppsummeringen fra Klagemuren' }).click();
    await guest.getByText('Skyss og tider').waitFor();
    expect(await guest.getByRole('textbox').count()).toBe(0);
    expect(
      await guest.getByRole('button', { name: /Signer|Lag tiltak|Flere valg|veggen|utkast/ }).count(),
    ).toBe(0);
    await line(host, 1).fill('Skyssen går for sjelden og er full');
    await guest.getByText('Skyssen går for sjelden og er full').waitFor();
    await guest.getByRole('button', { name: 'Vis de 4 lappene' }).click();
    await guest.getByText(BUS[3]!).waitFor();
    await shoot(guest, '92-summary-phone-read');
    expect(await axeFinds(guest)).toEqual([]);
  });
});

describe('the notes of a point', () => {
  it('are lit on the board and in the list, with the others dimmed, until they are all shown again', async () => {
    await guest.getByRole('link', { name: 'Vis på tavla' }).first().click();
    const bar = guest.locator('[data-lit-bar="4"]');
    await bar.waitFor();
    await expect.poll(() => guest.locator('[data-note-id][data-lit]').count()).toBe(4);
    await expect.poll(() => guest.locator('[data-note-id][data-dimmed]').count()).toBeGreaterThan(0);
    await expect
      .poll(() =>
        guest.locator('[data-note-id][data-lit]').evaluateAll((notes) =>
          notes.every((note) => {
            const { left, right, top, bottom } = note.getBoundingClientRect();
            return left >= 0 && right <= innerWidth && top >= 100 && bottom <= innerHeight - 60;
          }),
        ),
      )
      .toBe(true);
    await shoot(guest, '93-summary-board-lit');
    await guest.getByRole('link', { name: 'Vis som liste' }).click();
    await expect.poll(() => guest.locator('[data-row][data-lit="true"]').count()).toBe(4);
    await shoot(guest, '94-summary-list-lit');
    expect(await axeFinds(guest)).toEqual([]);
    await guest.getByRole('button', { name: 'Vis alle' }).click();
    await expect.poll(() => guest.locator('[data-lit]').count()).toBe(0);
    expect(await guest.evaluate(() => document.activeElement?.id)).toBe('main');
  });

  it('are lit on the wall by the host, under the point’s own words, and put out again', async () => {
    wall = await open('wall', paths.wall(made.hall.id, station, made.keys.wall));
    await wall.getByText(LONE).first().waitFor();
    await point(host, BUS[0]!)
      .or(host.locator('[data-point]').first())
      .getByRole('button', { name: 'Lys opp på veggen' })
      .first()
      .click();
    const lit = wall.locator('section[data-lit="4"]');
    await lit.waitFor();
    await lit.getByRole('heading', { name: /^Nå: / }).waitFor();
    await lit.getByText('Bussen er alltid full').waitFor();
    await wall.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
    await shoot(wall, '95-summary-wall-lit');
    await host.getByRole('button', { name: 'Slukk på veggen' }).click();
    await lit.waitFor({ state: 'detached' });
  });
});

describe('a signature', () => {
  it('says who and when, and that the summary has changed since; kept over a reload', async () => {
    await saved(host);
    await host.getByRole('button', { name: 'Signer', exact: true }).click();
    await host.getByText(/^Signert /).waitFor();
    await guest.goBack();
    await guest.goBack();
    await guest.getByText(/^Signert /).waitFor();
    await line(organiser, 2).fill('Maten er dyr');
    await guest.getByText('Endret etter signering.').waitFor();
    // The one point, and no other.
    expect(await guest.locator('[data-since]').count()).toBe(1);
    await point(guest, 'Maten er dyr').locator('[data-since=changed]').waitFor();
    await host.getByRole('button', { name: 'Signer på nytt' }).waitFor();
    await saved(organiser);
    await shoot(host, '96-summary-changed');
    await host.reload();
    await expect.poll(() => line(host, 2).inputValue()).toBe('Maten er dyr');
    await host.getByText('Endret etter signering.').waitFor();
    await host.getByRole('button', { name: 'Signer på nytt' }).click();
    await host.getByText('Endret etter signering.').waitFor({ state: 'detached' });
    await host.locator('[data-since]').waitFor({ state: 'detached' });
  });

  it('and a point becomes a measure with one press, linked to the plan', async () => {
    await host.getByRole('button', { name: 'Lag tiltak' }).first().click();
    await host.getByRole('link', { name: '1 tiltak i planen' }).waitFor();
  });
});

describe('the hall’s own summary', () => {
  it('gathers all stations’ points, with points of its own on top', async () => {
    await organiser.getByRole('link', { name: 'Hallens oppsummering' }).click();
    await organiser
      .getByText(/laget med faste regler/)
      .first()
      .waitFor();
    await organiser
      .getByRole('button', { name: /^Vis (de \d+ lappene|lappen)$/ })
      .first()
      .click();
    await organiser
      .getByText(/Fra Klagemuren/)
      .first()
      .waitFor();
    await organiser.locator('[data-note]').first().waitFor();
    await shoot(organiser, '97-summary-hall');
    expect(await axeFinds(organiser)).toEqual([]);
  });

  it('reflows at 320 pixels without sideways scroll', async () => {
    for (const page of [host, organiser]) {
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
    await shoot(host, '98-summary-320');
  });

  it('is as good in the dark, and in the other languages', async () => {
    await host.setViewportSize({ width: 1280, height: 800 });
    await host.emulateMedia({ colorScheme: 'dark' });
    for (const [locale, heading] of [
      ['nn', 'Enkeltrøyster'],
      ['en', 'Single voices'],
    ] as const) {
      await host.getByRole('combobox').first().selectOption(locale);
      await host.getByRole('heading', { name: heading }).waitFor();
      await shoot(host, `99-summary-${locale}`);
    }
    expect(await axeFinds(host)).toEqual([]);
    await host.emulateMedia({ media: 'print' });
    expect(await host.getByRole('button', { name: 'Make a measure' }).first().isVisible()).toBe(false);
    await shoot(host, '99-summary-print');
    expect(screens.flatMap(({ errors }) => errors)).toEqual([]);
  });
});
