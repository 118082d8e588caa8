/**
 * The organiser's word on the language model: what leaves and where it goes stands beside the switch, everybody sees on
 * the map that it is on, and a server without a model asks nobody.
 */

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LOCALES, type Locale } from '../../shared/domain/hall.ts';
import { paths } from '../../shared/domain/links.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { axeFinds } from '../harness/axe.ts';
import { HOST, openBrowser, openScreen, type Screen, type Size, shoot } from '../harness/browser.ts';
import { makeHall } from '../harness/hall.ts';
import { ModelServer } from '../harness/modelServer.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';

const LABELS: Record<Locale, string> = {
  nb: 'La språkmodellen lese lappene',
  nn: 'La språkmodellen lese lappane',
  en: 'Let the language model read the notes',
};
const folder = tempFolder();
let model: ModelServer;
let server: ServerProcess;
let browser: Browser;
let base: string;
let made: CreatedHall;

beforeAll(async () => {
  model = await ModelServer.start();
  const env = { LLM_BASE_URL: model.base, LLM_MODEL: 'husmodell' };
  server = await startServer({ dataDir: folder.path, env });
  base = `http://${HOST}:${server.port}`;
  made = await makeHall(server.base);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.kill();
  await model?.stop();
  folder.remove();
});

async function organiser(size: Size, locale: Locale): Promise<Screen> {
  const screen = await openScreen(browser, size);
  await screen.context.addInitScript(
    (chosen) => localStorage.setItem('vh.settings', JSON.stringify({ locale: chosen, theme: 'system' })),
    locale,
  );
  await screen.page.goto(base + paths.organise(made.hall.id, made.keys.organiser));
  const part = screen.page.locator('[data-part=model]');
  await part.waitFor();
  const fold = part.locator('h2 > button[aria-expanded=false]');
  if (await fold.isVisible()) await fold.click();
  return screen;
}

it('stands in the three languages on phone and laptop, clean by axe, and nothing is wider than the page', async () => {
  for (const locale of LOCALES) {
    const { page, context, errors } = await organiser(locale === 'nb' ? 'laptop' : 'phone', locale);
    const part = page.locator('[data-part=model]');
    await part.getByRole('switch', { name: LABELS[locale] }).waitFor();
    expect(await part.innerText()).toContain('husmodell');
    expect(await axeFinds(page, { within: '[data-part=model]' })).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await part.scrollIntoViewIfNeeded();
    await shoot(page, `model-${locale}`);
    expect(errors).toEqual([]);
    await context.close();
  }
});

it('is switched on by keyboard, and everybody in the hall sees it', async () => {
  const guest = await openScreen(browser, 'phone');
  await guest.page.goto(base + paths.joinByKey(made.keys.join));
  await guest.page.locator('main button[type=submit]').click();
  await guest.page.locator('main h3').first().waitFor();
  expect(await guest.page.locator('main').innerText()).not.toContain('husmodell');

  const { page } = await organiser('laptop', 'nb');
  const button = page.getByRole('switch', { name: LABELS.nb });
  expect(await button.isChecked()).toBe(false);
  await button.focus();
  await page.keyboard.press('Space');
  await page.getByText('På. Alle i hallen ser').first().waitFor();
  await page.locator('[data-part=model]').scrollIntoViewIfNeeded();
  await shoot(page, 'model-on');
  const line = guest.page.getByText('lar serverens språkmodell (husmodell) lese lappene');
  await line.waitFor();
  await line.scrollIntoViewIfNeeded();
  await shoot(guest.page, 'model-map');
  await button.focus();
  await page.keyboard.press('Space');
  await line.waitFor({ state: 'detached' });
  expect(model.asked).toHaveLength(0);
});
