/** Takes the pictures of one hall: each viewer in a browser of their own, by size and look. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openScreen, type Screen, type Size } from '../harness/browser.ts';
import type { Stage } from './stage.ts';
import { nameOf, type Shot, type Theme, type Viewer } from './views.ts';

/** As many times as a picture must come out the same before it is believed, and how long is waited in between. */
const SAME_TIMES = 3;
const BETWEEN_MS = 250;
/** What never stands still is taken as it is. */
const PATIENCE_MS = 8_000;

export interface Studio {
  browser: Browser;
  base: string;
  stage: Stage;
  folder: string;
  /** Told of each picture that is taken. */
  tell(name: string): void;
}

/** @returns what the pages said went wrong */
export async function takeAll(studio: Studio, shots: readonly Shot[]): Promise<string[]> {
  const faults: string[] = [];
  const seats = new Map<string, Shot[]>();
  for (const shot of shots) {
    const seat = `${shot.view.viewer} ${shot.size} ${shot.theme}`;
    seats.set(seat, [...(seats.get(seat) ?? []), shot]);
  }
  for (const some of seats.values()) {
    const { view, size, theme } = some[0]!;
    const screen = await seat(studio, view.viewer, size, theme);
    for (const shot of some) {
      const name = nameOf(shot);
      try {
        await take(studio, screen.page, shot);
      } catch (error) {
        faults.push(`${name}: ${String(error).split('\n', 1)[0]}`);
      }
      faults.push(...screen.errors.splice(0).map((error) => `${name}: ${error}`));
      studio.tell(name);
    }
    await screen.context.close();
  }
  return faults;
}

/** A browser as that person would have it. */
async function seat(
  { browser, base, stage }: Studio,
  viewer: Viewer,
  size: Size,
  theme: Theme,
): Promise<Screen> {
  const { hall, made, person, language } = stage;
  const screen = await openScreen(browser, size, { colorScheme: theme });
  const kept: Record<string, unknown> = { 'vh.settings': { locale: language, theme: 'system' } };
  // Whoever made the hall has all its keys in their browser.
  if (viewer === 'organiser') kept[`vh.keys.${hall}`] = made.keys;
  await screen.context.addInitScript((kept: Record<string, unknown>) => {
    for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, JSON.stringify(value));
  }, kept);
  if (viewer === 'person') {
    await screen.context.addCookies([{ name: `vh_participant_${hall}`, value: person.token, url: base }]);
  }
  return screen;
}

async function take({ base, stage, folder }: Studio, page: Page, shot: Shot): Promise<void> {
  await page.goto(base + shot.view.url(stage));
  await page.locator(shot.view.stands).first().waitFor({ state: 'attached' });
  await page.evaluate(() => document.fonts.ready.then(() => {}));
  if (shot.view.toEnd) {
    for (const part of await page.locator(shot.view.toEnd).all()) {
      await part.press('End');
      await part.blur();
    }
    await page.evaluate(() => window.scrollTo(0, 0));
  }
  // What a wall shows to whoever stands at it goes away by itself.
  await page.locator('[data-stirred]').waitFor({ state: 'detached' });
  writeFileSync(join(folder, `${nameOf(shot)}.png`), await stillPicture(page, shot.view.whole ?? false));
}

/** A picture of the page once it stands still. */
async function stillPicture(page: Page, fullPage: boolean): Promise<Buffer> {
  const end = performance.now() + PATIENCE_MS;
  let last = await page.screenshot({ fullPage });
  for (let same = 1; same < SAME_TIMES && performance.now() < end; ) {
    await page.waitForTimeout(BETWEEN_MS);
    const next = await page.screenshot({ fullPage });
    same = next.equals(last) ? same + 1 : 1;
    last = next;
  }
  return last;
}
