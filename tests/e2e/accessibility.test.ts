/**
 * Every view, on a phone and on a laptop, light and dark, in every language, by axe: WCAG 2.2 A and AA, and what it
 * counts as best practice. And that nothing but the free board scrolls sideways at 320 px, or enlarged to 200 %. Each
 * view is opened once on each device, and spoken to in the other languages where it stands; contrast is one thing in all
 * of them.
 */

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCluster, move, setLevel } from '../../shared/board/boardOps.ts';
import { LOCALES, type Locale } from '../../shared/domain/hall.ts';
import type { HallId, StationId } from '../../shared/domain/ids.ts';
import { newId, planOf, randomText } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import { PAGE_PARTS, type PublishState } from '../../shared/domain/results.ts';
import { addMeasure, addPoint } from '../../shared/plan/planOps.ts';
import type { RequestName, RequestOf } from '../../shared/protocol/hallEvents.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { axeFinds } from '../harness/axe.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { HOST, openBrowser, SIZES, shoot } from '../harness/browser.ts';
import { call, makeHall, sessionOf } from '../harness/hall.ts';
import { HallClient } from '../harness/hallClient.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';

const folder = tempFolder();
let server: ServerProcess;
let browser: Browser;
let base: string;
let made: CreatedHall;
let hall: HallId;
let wall: StationId;
let empty: StationId;
let timeline: StationId;
let results: string;
let someone: BoardClient;
let organiser: HallClient;

beforeAll(async () => {
  server = await startServer({ dataDir: folder.path });
  base = `http://${HOST}:${server.port}`;
  made = await makeHall(server.base);
  hall = made.hall.id;
  [empty, wall] = made.hall.stations.map(({ id }) => id) as [StationId, StationId];
  timeline = made.hall.stations.find(({ kind }) => kind === 'timeline')!.id;
  const { token } = await sessionOf(server.base, made, 'participant');
  someone = await BoardClient.joined({ base: server.base, station: wall, token });
  const notes = Array.from({ length: 14 }, (_, n) =>
    someone.add({ text: `Lapp nummer ${n + 1}`, pos: [(n % 5) * 240, Math.floor(n / 5) * 240], at: n + 1 }),
  );
  makeCluster(someone.doc, { id: newId('c'), title: 'Med navn', pos: [0, 900] }, notes.slice(0, 3));
  makeCluster(someone.doc, { id: newId('c'), title: '', pos: [900, 900] }, notes.slice(3, 5));
  setLevel(someone.doc, notes[5]!, 'local');
  await someone.allSaved();
  move(someone.doc, [{ id: notes[6]!, pos: [1500, 300] }]);
  await someone.allSaved();
  await writePlan(notes.slice(0, 3));
  browser = await openBrowser();
});

/** Main points that are signed and one that came since, measures, a page of results, a vote and time that runs. */
async function writePlan(notes: string[]): Promise<void> {
  const session = await sessionOf(server.base, made, 'organiser');
  const { token } = session;
  organiser = await HallClient.joined(server.base, session);
  const plan = await BoardClient.joined({ base: server.base, station: planOf(hall), token });
  const point = addPoint(plan.doc, {
    of: wall,
    title: 'For lite tid',
    line: 'Det er for lite tid til alt som skal gjøres.',
    sources: notes.map((note) => `${wall}/${note}` as never),
    check: true,
  })!;
  addPoint(plan.doc, { of: 'hall', title: 'Tid er det alle mangler', sources: [point] });
  const more = { why: 'De kjenner ikke hverandre.', firstStep: 'Finn et lokale', owner: 'Kommunen' };
  addMeasure(plan.doc, { title: 'Felles møteplass', ...more, period: 'w2', place: [80, 90], at: 1 });
  addMeasure(plan.doc, { title: 'Praksisbørs', period: 'm2', at: 2, sources: [point] });
  const { lanes } = organiser.state!.stations.find(({ id }) => id === timeline)!;
  addMeasure(plan.doc, { title: 'Opplæring for nye', at: 3, slot: [lanes![0]!.id, 2, 5] });
  await plan.allSaved();
  await does('timer:start', { kind: 'work', ms: 60 * 60_000, press: randomText(12) });
  await does('vote:begin', { stationId: wall, kind: 'dots', budget: 3, press: randomText(12) });
  await does('summary:sign', { of: wall, signed: true });
  addPoint(plan.doc, { of: wall, title: 'Ingen vikarer', sources: [], single: true });
  await plan.allSaved();
  plan.leave();
  const parts = PAGE_PARTS.filter((part) => part !== 'files');
  const { body } = await call<PublishState>(server.base, 'POST', `/api/halls/${hall}/results`, {
    token,
    body: { parts, foreword: 'Takk til alle.', address: { kind: 'public', slug: 'prove' } },
  });
  results = body.published!.address;
}

async function does<Name extends RequestName>(name: Name, payload: RequestOf<Name>): Promise<void> {
  const answer = await organiser.ask(name, payload);
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
}

afterAll(async () => {
  someone?.leave();
  organiser?.leave();
  await browser?.close();
  await server?.kill();
  folder.remove();
});

/** A view: how one comes there, and what shows that it stands. */
interface View {
  name: string;
  path: () => string;
  stands: string;
  next?: (page: Page) => Promise<void>;
  /** It has no foot with a choice of language. */
  bare?: true;
}

const heading = 'main h1';
/** In this order: each opens the door that the next ones need. */
const VIEWS: View[] = [
  { name: 'start', path: paths.start, stands: heading },
  { name: 'join', path: paths.join, stands: heading },
  { name: 'unknown', path: () => '/nothing', stands: 'h1' },
  { name: 'accessibility', path: paths.accessibility, stands: heading },
  { name: 'broken link', path: () => paths.desk(hall, wall, 'wrong'), stands: 'h1' },
  { name: 'join by code', path: () => paths.joinByCode(made.hall.code), stands: heading },
  { name: 'results', path: () => paths.results(results), stands: 'main h2' },
  { name: 'results, signing up', path: () => paths.results(results), stands: 'main h2', next: signUp },
  { name: 'hall map', path: () => paths.joinByKey(made.keys.join), stands: 'main h3', next: joined },
  { name: 'no right', path: () => paths.organise(hall), stands: 'h1' },
  { name: 'pad, time and a vote', path: () => paths.pad(hall, wall), stands: '[role=timer]' },
  { name: 'own notes', path: () => paths.pad(hall, empty), stands: 'main textarea', next: writeOne },
  { name: 'vote sheet', path: () => paths.pad(hall, wall), stands: '[data-open]', next: openVote },
  { name: 'summary to read', path: () => paths.summary(hall, wall), stands: '[data-point]' },
  { name: 'board', path: () => paths.board(hall, wall), stands: '[data-note-id]', bare: true },
  {
    name: 'note chosen',
    path: () => paths.board(hall, wall),
    stands: '[data-note-id]',
    next: chooseOne,
    bare: true,
  },
  {
    name: 'writing on the board',
    path: () => paths.board(hall, wall),
    stands: '[data-note-id]',
    next: writeTooMuch,
    bare: true,
  },
  {
    name: 'hands of the board',
    path: () => paths.board(hall, wall),
    stands: '[data-note-id]',
    next: openHands,
    bare: true,
  },
  {
    name: 'keys of the board',
    path: () => paths.board(hall, wall),
    stands: '[data-note-id]',
    next: askForKeys,
    bare: true,
  },
  { name: 'outline', path: () => paths.outline(hall, wall), stands: '[data-row]', bare: true },
  {
    name: 'outline, menus open',
    path: () => paths.outline(hall, wall),
    stands: '[data-row]',
    next: openMenu,
    bare: true,
  },
  {
    name: 'outline, partner',
    path: () => paths.outline(hall, wall),
    stands: '[data-row]',
    next: askPartner,
    bare: true,
  },
  {
    name: 'timeline',
    path: () => paths.board(hall, timeline),
    stands: '[data-month], button[data-stop]',
    bare: true,
  },
  { name: 'desk', path: () => paths.desk(hall, wall, made.keys.host[wall]), stands: heading },
  {
    name: 'organise, keys',
    path: () => paths.organise(hall, made.keys.organiser),
    stands: 'main h2',
    next: unfoldAll,
  },
  { name: 'posters', path: () => paths.posters(hall), stands: 'main article svg[role]' },
  { name: 'summary', path: () => paths.summary(hall, wall), stands: '[data-since]' },
  { name: 'summary of the hall', path: () => paths.hallSummary(hall), stands: '[data-point]' },
  { name: 'plan', path: () => paths.plan(hall), stands: '[data-list]' },
  { name: 'plan, a measure', path: () => paths.plan(hall), stands: '[data-list]', next: openMeasure },
  { name: 'plan, 90 days', path: () => paths.plan(hall), stands: '[data-list]', next: showDays },
  { name: 'replay', path: () => paths.replay(hall, wall), stands: 'canvas[role=img]', next: chooseInReplay },
  { name: 'wall', path: () => paths.wall(hall, wall, made.keys.wall), stands: '[data-note-id]', bare: true },
];

async function joined(page: Page): Promise<void> {
  const enter = page.locator('main button[type=submit]');
  await page.locator('main h3, main button[type=submit]').first().waitFor();
  if (await enter.isVisible()) await enter.click();
  await page.waitForURL(/hall\/h_/);
  await page.locator('main h3').first().waitFor();
}

async function writeOne(page: Page): Promise<void> {
  await page.locator('main textarea').fill('En lapp av meg');
  await page.locator('main form button[type=submit], main button.primary').first().click();
  await page.getByRole('listitem').filter({ hasText: 'En lapp av meg' }).first().waitFor();
}

async function chooseOne(page: Page): Promise<void> {
  await page.getByRole('application').focus();
  await page.keyboard.press('ArrowRight');
  await page.locator('[data-focused]').first().waitFor();
}

async function writeTooMuch(page: Page): Promise<void> {
  await page.getByRole('application').press('n');
  await page.getByRole('textbox').fill('langt '.repeat(60));
}

/** Opens what one says to the host, and sees that none of it is cut off by the edge of the screen. */
async function openHands(page: Page): Promise<void> {
  await page.locator('header summary').click();
  const { x, width } = (await page.locator('header details > div').boundingBox())!;
  if (x < 0 || x + width > page.viewportSize()!.width) throw new Error('the hands are cut off');
}

async function askForKeys(page: Page): Promise<void> {
  await page.getByRole('application').focus();
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
}

async function openMenu(page: Page): Promise<void> {
  await page.locator('[data-focus^=n_][data-focus$=" menu"]').first().click();
  await page.locator('[data-focus$=" group"]').waitFor();
}

async function signUp(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /Vi blir med/ })
    .first()
    .click();
  await page.locator('form input').first().waitFor();
}

async function openVote(page: Page): Promise<void> {
  await page.locator('button[data-open]').click();
  await page.getByRole('dialog').getByRole('button').nth(1).waitFor();
}

async function openMeasure(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Felles møteplass' }).first().click();
  await page.getByRole('dialog').waitFor();
}

async function showDays(page: Page): Promise<void> {
  await page.getByText('90 dager', { exact: true }).first().click();
  await page.locator('[data-period]').first().waitFor();
}

async function chooseInReplay(page: Page): Promise<void> {
  await page.locator('summary').click();
  await page.locator('details button').first().click();
  await page.locator('section[aria-labelledby$=title] h2').waitFor();
}

/** On a phone the parts of the page are folded. */
async function unfoldAll(page: Page): Promise<void> {
  const folded = page.locator('[data-part] > h2 > button[aria-expanded=false]');
  while ((await folded.count()) > 0) await folded.first().click();
  const edit = page.locator('[data-station] button').nth(2);
  await edit.click();
  await page.locator('[data-station] form').waitFor();
}

async function askPartner(page: Page): Promise<void> {
  await openMenu(page);
  await page.locator('[data-focus$=" group"]').click();
  await page.getByRole('dialog').waitFor();
}

async function open(size: 'phone' | 'laptop'): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: SIZES[size],
    ...(size === 'phone' ? { hasTouch: true, isMobile: true, deviceScaleFactor: 2 } : {}),
    // What fades in is not yet what one reads.
    reducedMotion: 'reduce',
    // The languages of the views here are those that were asked for, not the hall's.
    storageState: {
      cookies: [],
      origins: [{ origin: base, localStorage: [{ name: 'vh.settings', value: settings('nb') }] }],
    },
  });
  context.setDefaultTimeout(15_000);
  return context;
}

const settings = (locale: Locale) => JSON.stringify({ locale, theme: 'system' });

/** Goes to the view and waits for it. */
async function goTo(page: Page, { path, stands, next }: View, locale: Locale = 'nb'): Promise<void> {
  if (page.url().startsWith(base)) {
    // The outline is remembered; each view here is meant as its address says.
    await page.evaluate((kept) => {
      localStorage.removeItem('vh.boards');
      localStorage.setItem('vh.settings', kept);
    }, settings(locale));
  }
  await page.goto('about:blank');
  await page.goto(base + path());
  if (next === joined) await joined(page);
  await page.locator(stands).first().waitFor();
  if (next && next !== joined) await next(page);
}

/** The same view in another language: where it stands if it offers that, else opened anew. */
async function speak(page: Page, view: View, locale: Locale): Promise<void> {
  if (view.bare) await goTo(page, view, locale);
  else await page.locator('footer select').first().selectOption(locale);
  await page.locator(`html[lang=${locale}]`).waitFor({ state: 'attached' });
}

/** By how much the page is wider than the screen, in this size. */
async function widerAt(page: Page, width: number, height: number): Promise<number> {
  await page.setViewportSize({ width, height });
  return page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

/** What has to be opened anew for each language is so for one on each device. */
const BARE_IN = { phone: 'nn', laptop: 'en' } as const;

describe.each(['phone', 'laptop'] as const)('on a %s', (size) => {
  it('axe finds nothing in any view, in any language, light or dark, and nothing scrolls sideways', async () => {
    const context = await open(size);
    const page = await context.newPage();
    const found: string[] = [];
    const look = async (what: string, only?: 'contrast' | 'structure') => {
      for (const fault of await axeFinds(page, only ? { only } : {})) found.push(`${what}: ${fault}`);
    };
    for (const view of VIEWS) {
      const { name } = view;
      const file = name.replaceAll(/\W+/g, '-');
      try {
        await goTo(page, view);
        await look(`${name} (light)`);
        await shoot(page, `a11y-${size}-light-${file}`);
        await page.emulateMedia({ colorScheme: 'dark' });
        await look(`${name} (dark)`, 'contrast');
        await shoot(page, `a11y-${size}-dark-${file}`);
        await page.emulateMedia({ colorScheme: 'light' });
        // The second is 1280 by 800 enlarged to 200 %.
        for (const [width, height] of size === 'phone'
          ? ([
              [320, 640],
              [640, 400],
            ] as const)
          : []) {
          const over = await widerAt(page, width, height);
          if (over > 0) found.push(`${name}: ${over} px too wide at ${width}`);
          await shoot(page, `a11y-${width}-${file}`);
        }
        await page.setViewportSize(SIZES[size]);
        for (const locale of view.bare ? [BARE_IN[size]] : LOCALES.filter((one) => one !== 'nb')) {
          await speak(page, view, locale);
          await look(`${name} (${locale})`, 'structure');
          // The device here is American, and none of the hall's languages writes as it does.
          const clock = /\d [AP]M\b/.exec(await page.locator('body').innerText());
          if (clock) found.push(`${name} (${locale}): ${clock[0]}`);
          await shoot(page, `a11y-${size}-${locale}-${file}`);
        }
      } catch (error) {
        found.push(`${name}: ${String(error).split('\n')[0]}`);
      }
    }
    await context.close();
    expect(found).toEqual([]);
  });
});

describe('colours that the device forces', () => {
  it('leave the notes, the group and each control to be seen', async () => {
    const context = await open('laptop');
    const page = await context.newPage();
    await goTo(page, VIEWS.find(({ next }) => next === joined)!);
    await page.emulateMedia({ forcedColors: 'active' });
    for (const view of VIEWS.filter(({ name }) =>
      ['board', 'note chosen', 'outline, menus open'].includes(name),
    )) {
      await goTo(page, view);
      await shoot(page, `a11y-forced-${view.name.replaceAll(/\W+/g, '-')}`);
    }
    const edges = await page
      .locator('[data-focus$=" group"]')
      .evaluate((button) => getComputedStyle(button).borderTopColor);
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(edges).not.toBe(ground);
    await context.close();
  });
});
