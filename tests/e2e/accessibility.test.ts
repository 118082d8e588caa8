/**
 * Every view, in every language, light and dark, on a phone and on a laptop, by axe: WCAG 2.2 A and AA, and what it
 * counts as best practice. And that nothing but the free board scrolls sideways at 320 px, or enlarged to 200 %.
 */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCluster, setLevel } from '../../shared/board/boardOps.ts';
import { LOCALES, type Locale } from '../../shared/domain/hall.ts';
import type { HallId, StationId } from '../../shared/domain/ids.ts';
import { newId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { HOST, openBrowser, SIZES, shoot } from '../harness/browser.ts';
import { makeHall, sessionOf } from '../harness/hall.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const folder = tempFolder();
let server: ServerProcess;
let browser: Browser;
let base: string;
let made: CreatedHall;
let hall: HallId;
let wall: StationId;
let empty: StationId;
let someone: BoardClient;

beforeAll(async () => {
  server = await startServer({ dataDir: folder.path });
  base = `http://${HOST}:${server.port}`;
  made = await makeHall(server.base);
  hall = made.hall.id;
  [empty, wall] = made.hall.stations.map(({ id }) => id) as [StationId, StationId];
  const { token } = await sessionOf(server.base, made, 'participant');
  someone = await BoardClient.joined({ base: server.base, station: wall, token });
  const notes = Array.from({ length: 14 }, (_, n) =>
    someone.add({ text: `Lapp nummer ${n + 1}`, pos: [(n % 5) * 240, Math.floor(n / 5) * 240], at: n + 1 }),
  );
  makeCluster(someone.doc, { id: newId('c'), title: 'Med navn', pos: [0, 900] }, notes.slice(0, 3));
  makeCluster(someone.doc, { id: newId('c'), title: '', pos: [900, 900] }, notes.slice(3, 5));
  setLevel(someone.doc, notes[5]!, 'local');
  await someone.allSaved();
  browser = await openBrowser();
});

afterAll(async () => {
  someone?.leave();
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
  { name: 'hall map', path: () => paths.joinByKey(made.keys.join), stands: 'main h3', next: joined },
  { name: 'no right', path: () => paths.organise(hall), stands: 'h1' },
  { name: 'pad', path: () => paths.pad(hall, wall), stands: 'main textarea' },
  { name: 'own notes', path: () => paths.pad(hall, empty), stands: 'main textarea', next: writeOne },
  { name: 'board', path: () => paths.board(hall, wall), stands: '[data-note-id]' },
  { name: 'note chosen', path: () => paths.board(hall, wall), stands: '[data-note-id]', next: chooseOne },
  {
    name: 'keys of the board',
    path: () => paths.board(hall, wall),
    stands: '[data-note-id]',
    next: askForKeys,
  },
  { name: 'outline', path: () => paths.outline(hall, wall), stands: '[data-row]' },
  {
    name: 'outline, menus open',
    path: () => paths.outline(hall, wall),
    stands: '[data-row]',
    next: openMenu,
  },
  { name: 'outline, partner', path: () => paths.outline(hall, wall), stands: '[data-row]', next: askPartner },
  { name: 'desk', path: () => paths.desk(hall, wall, made.keys.host[wall]), stands: heading },
  {
    name: 'organise, keys',
    path: () => paths.organise(hall, made.keys.organiser),
    stands: 'main h2',
    next: unfoldAll,
  },
  { name: 'posters', path: () => paths.posters(hall), stands: 'main article svg[role]' },
  { name: 'wall', path: () => paths.wall(hall, wall, made.keys.wall), stands: '[data-note-id]' },
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

async function askForKeys(page: Page): Promise<void> {
  await page.getByRole('application').focus();
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
}

async function openMenu(page: Page): Promise<void> {
  await page.locator('[data-focus^=n_][data-focus$=" menu"]').first().click();
  await page.locator('[data-focus$=" group"]').waitFor();
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

async function open(size: 'phone' | 'laptop', locale: Locale): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: SIZES[size],
    ...(size === 'phone' ? { hasTouch: true, isMobile: true, deviceScaleFactor: 2 } : {}),
    // What fades in is not yet what one reads.
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  await context.addInitScript(
    (chosen) => localStorage.setItem('vh.settings', JSON.stringify({ locale: chosen, theme: 'system' })),
    locale,
  );
  return context;
}

/** Goes to the view and waits for it. */
async function goTo(page: Page, { path, stands, next }: View): Promise<void> {
  // The outline is remembered; each view here is meant as its address says.
  await page.evaluate(() => localStorage.removeItem('vh.boards')).catch(() => {});
  await page.goto('about:blank');
  await page.goto(base + path());
  if (next === joined) await joined(page);
  await page.locator(stands).first().waitFor();
  if (next && next !== joined) await next(page);
}

/** What axe finds, a line each. */
async function faults(page: Page): Promise<string[]> {
  // By the debugger: the page's own policy lets no foreign script in.
  await page.evaluate(axe);
  return page.evaluate(async (tags) => {
    const { violations } = await (window as never as { axe: typeof import('axe-core') }).axe.run(document, {
      runOnly: tags,
      rules: { 'target-size': { enabled: true } },
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 4)
        .map(
          ({ target, failureSummary }) => `${id}: ${target.join(' ')} – ${failureSummary?.split('\n')[1]}`,
        ),
    );
  }, TAGS);
}

describe.each(LOCALES)('axe finds nothing in %s', (locale) => {
  it.each(['phone', 'laptop'] as const)('on a %s, in any view, light or dark', async (size) => {
    const context = await open(size, locale);
    const page = await context.newPage();
    const found: string[] = [];
    for (const view of VIEWS) {
      await goTo(page, view).catch((error: unknown) =>
        found.push(`${view.name}: ${String(error).split('\n')[0]}`),
      );
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        for (const fault of await faults(page)) found.push(`${view.name} (${colorScheme}): ${fault}`);
        if (locale === 'nb')
          await shoot(page, `a11y-${size}-${colorScheme}-${view.name.replaceAll(/\W+/g, '-')}`);
      }
      if ((await page.locator('html').getAttribute('lang')) !== locale) found.push(`${view.name}: lang`);
    }
    await context.close();
    expect(found).toEqual([]);
  });
});

describe('nothing scrolls sideways', () => {
  it.each([
    ['at 320 px', { viewport: { width: 320, height: 640 } }],
    ['enlarged to 200 %', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
  ])('%s', async (name, options) => {
    const context = await browser.newContext(options);
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const wide: string[] = [];
    for (const view of VIEWS) {
      await goTo(page, view);
      const over = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      if (over > 0) wide.push(`${view.name}: ${over} px`);
      await shoot(page, `a11y-${name.replaceAll(/\W+/g, '')}-${view.name.replaceAll(/\W+/g, '-')}`);
    }
    await context.close();
    expect(wide).toEqual([]);
  });
});

describe('colours that the device forces', () => {
  it('leave the notes, the group and each control to be seen', async () => {
    const context = await open('laptop', 'nb');
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
