/**
 * A hall as people hold it, in real browsers over plain http: an organiser, a host, two phones, two laptops, a wall.
 * Steps follow one another; each says what somebody does and what the others then see.
 */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KnownKeys } from '../../client/state/knownHalls.ts';
import type { HallId, StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import { HOST, openBrowser, openScreen, type Screen, shoot } from '../harness/browser.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { stepByStep } from '../harness/steps.ts';
import { until } from '../harness/until.ts';

const folder = tempFolder();
let server: ServerProcess;
let browser: Browser;
let base: string;
const screens: Record<string, Screen> = {};
const links = { host: '', wall: '' };
let code = '';
let hall: HallId;
let station: StationId;

stepByStep();

beforeAll(async () => {
  server = await startServer({ dataDir: folder.path });
  base = `http://${HOST}:${server.port}`;
  browser = await openBrowser();
  for (const name of ['organiser', 'laptop1', 'laptop2']) screens[name] = await openScreen(browser, 'laptop');
  for (const name of ['phone1', 'phone2', 'host']) screens[name] = await openScreen(browser, 'phone');
  screens.wall = await openScreen(browser, 'wall');
});

afterAll(async () => {
  await browser?.close();
  await server?.kill();
  folder.remove();
});

const on = (name: string): Page => screens[name]!.page;

/** The note with this text on a board, as it hangs there. */
const note = (page: Page, text: string) => page.locator('[data-note-id]').filter({ hasText: text }).first();

async function centre(page: Page, text: string): Promise<{ x: number; y: number }> {
  const box = await until(() => note(page, text).boundingBox(), { what: `«${text}» on the board` });
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function send(page: Page, text: string): Promise<void> {
  await page.getByLabel('Skriv ett punkt').fill(text);
  await page.getByRole('button', { name: 'Send lappen' }).click();
}

/** Waits until the pad shows the note with both its ticks. */
async function onBoard(page: Page, text: string): Promise<void> {
  await page
    .getByRole('listitem')
    .filter({ hasText: text })
    .getByText('På tavla')
    .first()
    .waitFor({ state: 'attached' });
}

describe('a hall', () => {
  it('an organiser makes a hall on an empty server and has its links', async () => {
    const page = on('organiser');
    await page.goto(base);
    await shoot(page, '01-start');
    await page.getByLabel('Hva heter hallen?').fill('Rekruttering i fylket');
    await page.getByRole('button', { name: 'Lag hallen' }).click();
    await page.getByRole('heading', { name: 'Nøkler som er i bruk' }).waitFor();
    await shoot(page, '02-organise');
    expect(page.url()).not.toContain('#');
    // The page copies links to the clipboard; here they are made of the keys that the browser keeps.
    const kept = await page.evaluate(() =>
      Object.entries(localStorage).find(([key]) => key.startsWith('vh.keys.')),
    );
    const keys = JSON.parse(kept?.[1] ?? 'null') as KnownKeys;
    hall = page.url().split('/').at(-2) as HallId;
    station = Object.keys(keys.host)[0] as StationId;
    links.host = base + paths.desk(hall, station, keys.host[station]);
    links.wall = base + paths.wall(hall, station, keys.wall);
    code = await page.evaluate(() => JSON.parse(localStorage.getItem('vh.recent') ?? '[]')[0]?.code ?? '');
    await page.getByText(code, { exact: true }).first().waitFor();
    expect(code).toHaveLength(6);
  });

  it('phones and laptops join by code and by link, the wall and the host by theirs', async () => {
    for (const name of ['phone1', 'laptop1']) {
      const page = on(name);
      await page.goto(base);
      await page.getByLabel('Kode').fill(code.toLowerCase());
      await page.getByRole('button', { name: 'Bli med' }).click();
      if (page.url().includes('/j')) await page.getByRole('button', { name: 'Gå inn' }).click();
      await page.getByRole('heading', { name: 'Idébanken' }).waitFor();
    }
    for (const name of ['phone2', 'laptop2']) {
      const page = on(name);
      await page.goto(`${base}/j/${code}`);
      await page.getByLabel('Navn (valgfritt)').fill('Kari');
      await page.getByRole('button', { name: 'Gå inn' }).click();
      await page.getByRole('heading', { name: 'Idébanken' }).waitFor();
    }
    await on('wall').goto(links.wall);
    await on('wall').getByText(code).first().waitFor();
    expect(on('wall').url()).not.toContain('#');
    await on('host').goto(links.host);
    await on('host')
      .getByRole('button', { name: /Start runde 2/ })
      .waitFor();
    expect(on('host').url()).not.toContain('#');
    await shoot(on('phone1'), '03-hall-phone');
    await shoot(on('laptop1'), '04-hall-laptop');
    await shoot(on('host'), '05-desk');
    await shoot(on('wall'), '06-wall-empty');
  });

  it('phones write in round 1; the wall and the laptops see it', async () => {
    for (const name of ['laptop1', 'laptop2']) {
      await on(name).getByRole('link', { name: 'Åpne tavla til Idébanken' }).click();
    }
    for (const name of ['phone1', 'phone2']) {
      await on(name).getByRole('link', { name: 'Skriv lapp på Idébanken' }).click();
    }
    await send(on('phone1'), 'Besøk på videregående skoler');
    await send(on('phone2'), 'Åpen dag hos bedriftene');
    await onBoard(on('phone1'), 'Besøk på videregående skoler');
    await onBoard(on('phone2'), 'Åpen dag hos bedriftene');
    await shoot(on('phone1'), '07-pad');
    for (const name of ['laptop1', 'laptop2', 'wall']) {
      await note(on(name), 'Besøk på videregående skoler').waitFor();
      await note(on(name), 'Åpen dag hos bedriftene').waitFor();
    }
    await shoot(on('laptop1'), '08-board');
  });

  it('a laptop drags one onto another; a laptop and the wall see it move while it is dragged, and then the group', async () => {
    const page = on('laptop1');
    const from = await centre(page, 'Besøk på videregående skoler');
    const to = await centre(page, 'Åpen dag hos bedriftene');
    const watch = async (name: string) => {
      const [before] = [await centre(on(name), 'Besøk på videregående skoler')];
      return async () => {
        const now = await centre(on(name), 'Besøk på videregående skoler');
        return Math.hypot(now.x - before.x, now.y - before.y) > 15;
      };
    };
    const moved = { laptop2: await watch('laptop2'), wall: await watch('wall') };
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y + 90, { steps: 6 });
    await until(moved.laptop2, { what: 'laptop 2 to see the drag in flight' });
    await until(moved.wall, { what: 'the wall to see the drag in flight' });
    await expect.poll(() => page.locator('[data-cluster-id]').count()).toBe(0);
    await page.mouse.move(to.x + 8, to.y + 8, { steps: 8 });
    await page.getByText('Slipp for å gruppere').waitFor();
    await shoot(page, '09-drop-hint');
    await page.mouse.up();
    for (const name of ['laptop1', 'laptop2', 'wall']) {
      await on(name).locator('[data-cluster-id]').first().waitFor();
    }
    await shoot(on('wall'), '10-wall-group');
  });

  it('somebody names the group, and all see the name', async () => {
    const page = on('laptop1');
    const field = page.getByLabel('Gruppens navn');
    if (!(await field.isVisible()))
      await page.locator('[data-cluster-id]').getByText('Gi gruppen et navn').click();
    await field.fill('Møte folk der de er');
    await field.press('Control+Enter');
    for (const name of ['laptop2', 'wall']) await on(name).getByText('Møte folk der de er').first().waitFor();
  });

  it('the host starts round 2, and new notes are pink everywhere', async () => {
    const host = on('host');
    await host.getByRole('button', { name: /Start runde 2/ }).click();
    await host.getByRole('button', { name: 'Start runde 2 for alle' }).click();
    for (const name of ['phone1', 'phone2', 'laptop1', 'laptop2', 'wall']) {
      await on(name)
        .getByText(/Runde 2|Rosa/)
        .first()
        .waitFor();
    }
    await send(on('phone1'), 'Lærlinger forteller om jobben');
    await onBoard(on('phone1'), 'Lærlinger forteller om jobben');
    for (const name of ['laptop1', 'laptop2', 'wall']) {
      const pink = note(on(name), 'Lærlinger forteller om jobben');
      await pink.waitFor();
      expect(await pink.getAttribute('data-round')).toBe('2');
      const fill = await pink.evaluate((element) => getComputedStyle(element).backgroundColor);
      expect(fill).toBe('rgb(251, 199, 221)');
    }
    expect(await note(on('wall'), 'Åpen dag hos bedriftene').getAttribute('data-round')).toBe('1');
  });

  it('a laptop writes on the board by double-click, and undoes it', async () => {
    const page = on('laptop2');
    await page.mouse.dblclick(1_100, 640);
    await page.keyboard.type('Sommerjobb som prøve');
    await page.keyboard.press('Control+Enter');
    await note(on('laptop1'), 'Sommerjobb som prøve').waitFor();
    await note(on('wall'), 'Sommerjobb som prøve').waitFor();
    await page.getByRole('button', { name: 'Angre' }).click();
    await note(on('laptop1'), 'Sommerjobb som prøve').waitFor({ state: 'detached' });
  });

  it('a reload of any page returns to the same place as the same person', async () => {
    for (const name of ['phone1', 'phone2', 'laptop1', 'laptop2', 'wall', 'host', 'organiser']) {
      const page = on(name);
      const { url, cookies } = { url: page.url(), cookies: await screens[name]!.context.cookies() };
      await page.reload();
      await page.waitForLoadState('networkidle').catch(() => {});
      expect(page.url()).toBe(url);
      expect((await screens[name]!.context.cookies()).map(({ name, value }) => [name, value]).sort()).toEqual(
        cookies.map(({ name, value }) => [name, value]).sort(),
      );
    }
    await onBoard(on('phone1'), 'Lærlinger forteller om jobben');
    await onBoard(on('phone1'), 'Besøk på videregående skoler');
    for (const name of ['laptop1', 'laptop2', 'wall'])
      await note(on(name), 'Besøk på videregående skoler').waitFor();
    await on('host')
      .getByRole('button', { name: /Start runde 3/ })
      .waitFor();
  });

  it('the plug is pulled: what a phone sends meanwhile waits, says so, and arrives', async () => {
    const phone = on('phone2');
    await server.kill();
    await send(phone, 'Skrevet mens strømmen var borte');
    await phone.getByText('Venter på nett').first().waitFor({ state: 'attached' });
    await shoot(phone, '11-pad-waiting');
    server = await startServer({ dataDir: folder.path, port: server.port });
    await onBoard(phone, 'Skrevet mens strømmen var borte');
    for (const name of ['laptop1', 'laptop2', 'wall'])
      await note(on(name), 'Skrevet mens strømmen var borte').waitFor();
    for (const name of ['laptop1', 'wall']) {
      expect(
        await on(name)
          .locator('[data-note-id]')
          .filter({ hasText: 'Skrevet mens strømmen var borte' })
          .count(),
      ).toBe(1);
    }
  });

  it('a phone without network keeps its note through a reload of the page’s memory', async () => {
    const { page, context } = screens.phone1!;
    await context.setOffline(true);
    await send(page, 'Skrevet uten nett');
    await page.getByText('Venter på nett').first().waitFor({ state: 'attached' });
    const stored = await page.evaluate(
      () => Object.keys(localStorage).filter((key) => key.startsWith('vh.outbox.')).length,
    );
    expect(stored).toBe(1);
    await context.setOffline(false);
    await page.reload();
    await onBoard(page, 'Skrevet uten nett');
    await note(on('wall'), 'Skrevet uten nett').waitFor();
  });

  it('a phone opens the board with one tap and drags with a thumb', async () => {
    const page = on('phone2');
    await page
      .getByRole('link', { name: /Åpne tavla|Tavla/ })
      .first()
      .click();
    await note(page, 'Skrevet uten nett').waitFor();
    await shoot(page, '12-board-phone');
    const from = await centre(page, 'Skrevet uten nett');
    const before = await centre(on('laptop1'), 'Skrevet uten nett');
    const touch = await screens.phone2!.context.newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
    await send('touchStart', from.x, from.y);
    await page
      .locator('[data-held], [data-lifted]')
      .first()
      .waitFor({ timeout: 3_000 })
      .catch(() => page.waitForTimeout(400));
    for (let step = 1; step <= 6; step++) await send('touchMove', from.x + step * 4, from.y + step * 14);
    await send('touchEnd', 0, 0);
    await until(
      async () => {
        const now = await centre(on('laptop1'), 'Skrevet uten nett');
        return Math.hypot(now.x - before.x, now.y - before.y) > 10;
      },
      { what: 'the laptop to see the phone’s drag' },
    );
  });

  it('a withdrawn join key closes the hall to those who came by it, within a second, and says so', async () => {
    const page = on('organiser');
    await page.getByRole('button', { name: 'Trekk tilbake nøkkelen: Deltaker' }).first().click();
    await page.getByRole('button', { name: 'Trekk den tilbake' }).click();
    await on('phone1').getByText('Du er ikke med lenger').waitFor();
    await on('laptop1')
      .getByText(/ikke lenger med|trukket tilbake|ikke med lenger/i)
      .first()
      .waitFor();
  });

  it('no page stumbled, and none asked any other host for anything', () => {
    for (const [name, { errors, hosts }] of Object.entries(screens)) {
      expect(errors, name).toEqual([]);
      expect([...hosts], name).toEqual([`${HOST}:${server.port}`]);
    }
  });
});
