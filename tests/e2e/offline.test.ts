/**
 * Nothing is lost in the browser, and the mark that says so is truthful: lines that are cut, dead, thin or a café's
 * portal; tabs that are closed, killed and doubled; devices that keep nothing. Real browsers over plain http.
 */

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { paths } from '../../shared/domain/links.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { BadLine } from '../harness/badLine.ts';
import { HOST, openBrowser, openScreen, type Screen } from '../harness/browser.ts';
import { call, makeHall, sessionOf } from '../harness/hall.ts';
import { HallClient } from '../harness/hallClient.ts';
import { letIn } from '../harness/letIn.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { until } from '../harness/until.ts';

const folder = tempFolder();
let server: ServerProcess;
let browser: Browser;
let line: BadLine;
let base: string;
let made: CreatedHall;
let token: string;
const screens: Screen[] = [];

beforeAll(async () => {
  server = await startServer({ dataDir: folder.path });
  line = await BadLine.open(server.port);
  base = `http://${HOST}:${line.port}`;
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await line?.close();
  await server?.kill();
  folder.remove();
}, 30_000);

beforeEach(async () => {
  line.mood = 'good';
  line.thin = null;
  made = await makeHall(server.base);
  token = (await sessionOf(server.base, made, 'organiser')).token;
}, 30_000);

afterEach(async () => {
  for (const { context, errors } of screens.splice(0)) {
    await context.close();
    expect(errors).toEqual([]);
  }
}, 30_000);

const station = () => made.hall.stations[0]!;
const boardAt = (of = station()) => base + paths.board(made.hall.id, of.id);

/** A participant's browser, walked into the hall. */
async function enter(size: 'laptop' | 'phone', before?: (context: BrowserContext) => Promise<unknown>) {
  const screen = await openScreen(browser, size);
  screens.push(screen);
  await before?.(screen.context);
  const { page } = screen;
  await page.goto(`${base}/j/${made.hall.code}`);
  await page.getByRole('button', { name: 'Gå inn' }).click();
  await page.getByRole('heading', { name: station().title }).waitFor();
  return screen;
}

/** At the board: by the hall's own pages on a device that is made strange first, at once on one that was there before. */
async function enterBoard(before?: (context: BrowserContext) => Promise<unknown>): Promise<Screen> {
  const screen = before ? await enter('laptop', before) : await openScreen(browser, 'laptop');
  if (!before) {
    screens.push(screen);
    await letIn(screen.context, { base: server.base, pages: base, made });
  }
  await screen.page.goto(boardAt());
  await stands(screen.page, 'saved');
  return screen;
}

const note = (page: Page, text: string) => page.locator('[data-note-id]').filter({ hasText: text }).first();
const banner = (page: Page) => page.getByRole('alert');

async function stands(page: Page, state: string, within = 20_000): Promise<void> {
  await page.locator(`[data-state="${state}"]`).first().waitFor({ state: 'attached', timeout: within });
}

/** Hangs a note by the keyboard, as fast as one can. */
async function write(page: Page, text: string): Promise<void> {
  await page.getByRole('button', { name: 'Skriv lapp' }).first().click();
  await page.getByLabel('Ny lapp').fill(text);
  await page.keyboard.press('Control+Enter');
  await note(page, text).waitFor();
}

/** What hangs at a station, by the server's durable word. */
async function hanging(of = station()): Promise<string[]> {
  const path = `/api/halls/${made.hall.id}/stations/${of.id}/notes`;
  const { body } = await call<{ notes: { text: string }[] }>(server.base, 'GET', path, { token });
  return body.notes.map(({ text }) => text).sort();
}

const arrives = (text: string, of = station()) =>
  until(async () => (await hanging(of)).includes(text), { what: `«${text}» on the server`, within: 60_000 });

/** Within the page: a link of the hall, without loading anything anew. */
async function walk(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
}

async function killRenderer(screen: Screen): Promise<void> {
  const crashed = screen.page.waitForEvent('crash');
  await screen.page.goto('chrome://crash').catch(() => {});
  await crashed;
}

describe('the connection’s mark', () => {
  it('says that contact is lost when the line is cut, since when, and how much waits; and that it is back', async () => {
    const { page } = await enterBoard();
    line.mood = 'cut';
    await stands(page, 'offline');
    await banner(page)
      .getByText(/Ingen kontakt med serveren siden kl\. \d\d:\d\d/)
      .waitFor();
    await write(page, 'Uten kontakt');
    await page.getByText('1 endring venter').waitFor();
    await banner(page).getByText('1 endring ligger lagret på denne enheten').waitFor();
    line.mood = 'good';
    await stands(page, 'saved');
    expect(await banner(page).count()).toBe(0);
    expect(await hanging()).toEqual(['Uten kontakt']);
  });

  it('never says saved on a line that is dead without a word, and finds out by itself', async () => {
    const { page } = await enterBoard();
    line.mood = 'dead';
    await write(page, 'Ut i intet');
    await stands(page, 'saving');
    await stands(page, 'offline', 40_000);
    line.mood = 'good';
    await stands(page, 'saved', 40_000);
    expect(await hanging()).toEqual(['Ut i intet']);
  });

  it('on a pad under somebody’s hands does not go on saying that there is contact when the line dies without a word', async () => {
    const { page } = await enter('phone');
    await page.getByRole('link', { name: `Skriv lapp på ${station().title}` }).click();
    const field = page.getByLabel('Skriv ett punkt');
    await field.fill('Jeg skriver ');
    await page.locator('[data-state="connected"]').first().waitFor();
    line.mood = 'dead';
    // By its pings alone the phone would know after 40 s.
    await until(
      async () => {
        await field.pressSequentially('a');
        return (await page.locator('[data-state="trying"]').count()) > 0;
      },
      { what: 'the pad to say that it is not connected', within: 30_000 },
    );
    line.mood = 'good';
    await page.locator('[data-state="connected"]').first().waitFor();
  });

  it('behind a café’s portal says that there is no contact, keeps trying, and loses nothing (T25)', async () => {
    const { page } = await enterBoard();
    const phone = await enter('phone');
    await phone.page.getByRole('link', { name: `Skriv lapp på ${station().title}` }).click();
    line.mood = 'portal';
    await stands(page, 'offline');
    await write(page, 'Bak portalen');
    await phone.page.locator('[data-state="trying"], [data-state="offline"]').first().waitFor();
    await phone.page.getByLabel('Skriv ett punkt').fill('Blokk bak portalen');
    await phone.page.getByRole('button', { name: 'Send lappen' }).click();
    await phone.page.getByText('Venter på nett').first().waitFor({ state: 'attached' });
    expect(await hanging()).toEqual([]);
    line.mood = 'good';
    await stands(page, 'saved', 40_000);
    await arrives('Blokk bak portalen');
    expect(await hanging()).toEqual(['Bak portalen', 'Blokk bak portalen']);
  });

  it('a view whose style a portal kept back is whole once there is contact, without being loaded anew', async () => {
    const { page, errors } = await enter('phone');
    line.mood = 'portal';
    await walk(page, paths.board(made.hall.id, station().id));
    await page.getByText('Denne siden lot seg ikke hente').waitFor();
    errors.length = 0;
    await walk(page, paths.hall(made.hall.id));
    line.mood = 'good';
    await walk(page, paths.board(made.hall.id, station().id));
    await stands(page, 'saved');
    const height = async () => (await page.getByRole('application').boundingBox())?.height ?? 0;
    await until(async () => (await height()) > 400, { what: 'the board in its own style' });
  });

  it('through a server that is killed and started again: says so, and all that was written is there once', async () => {
    const { page } = await enterBoard();
    await write(page, 'Før');
    await stands(page, 'saved');
    await server.kill();
    await stands(page, 'offline');
    await write(page, 'Mens den var borte');
    server = await startServer({ dataDir: folder.path, port: server.port });
    await stands(page, 'saved', 40_000);
    expect(await hanging()).toEqual(['Før', 'Mens den var borte']);
  });

  it('says that the server restarts when it is told so', async () => {
    const { page } = await enterBoard();
    await server.stop();
    await stands(page, 'restart');
    await banner(page).getByText('Serveren starter på nytt.').waitFor();
    server = await startServer({ dataDir: folder.path, port: server.port });
    await stands(page, 'saved', 40_000);
  });

  it('on a line of 50 kbit/s and 2 s there and back that loses one piece of twenty works, slowly (T25)', async () => {
    const { page } = await enterBoard();
    line.thin = { bytes: 6_250, delayMs: 1_000, losesOneOf: 20 };
    await write(page, 'Langsomt');
    await stands(page, 'saving');
    await arrives('Langsomt');
    await stands(page, 'saved', 40_000);
    // And comes back by itself over it.
    const thin = line.thin;
    line.mood = 'cut';
    await stands(page, 'offline');
    line.mood = 'good';
    line.thin = thin;
    await write(page, 'Langsomt igjen');
    await stands(page, 'saved', 60_000);
    await arrives('Langsomt igjen');
  });
});

describe('the board without contact', () => {
  it('is there as last seen, says of when, and takes what one writes (F-23, T51)', async () => {
    const { page } = await enterBoard();
    await write(page, 'Henger');
    await stands(page, 'saved');
    // To another station and back, as one walks.
    await walk(page, paths.hall(made.hall.id));
    await page.getByRole('heading', { name: made.hall.stations[1]!.title }).waitFor();
    line.mood = 'cut';
    await walk(page, paths.board(made.hall.id, station().id));
    await banner(page)
      .getByText(/Dette er slik tavla var kl\. \d\d:\d\d/)
      .waitFor();
    await note(page, 'Henger').waitFor();
    await write(page, 'Blir');
    await write(page, 'Angres');
    await page.getByRole('button', { name: 'Angre' }).click();
    await note(page, 'Angres').waitFor({ state: 'detached' });
    // Away and back once more: what was done is still done.
    await walk(page, paths.hall(made.hall.id));
    await page.getByRole('heading', { name: made.hall.stations[1]!.title }).waitFor();
    await walk(page, paths.board(made.hall.id, station().id));
    await note(page, 'Blir').waitFor();
    expect(await note(page, 'Angres').count()).toBe(0);
    line.mood = 'good';
    await stands(page, 'saved', 40_000);
    expect(await hanging()).toEqual(['Blir', 'Henger']);
  });

  it('of one station is never shown or sent as another’s (F-35)', async () => {
    const { page } = await enterBoard();
    await write(page, 'På den første');
    await stands(page, 'saved');
    line.mood = 'cut';
    const second = made.hall.stations[1]!;
    await stands(page, 'offline');
    await write(page, 'Usendt på den første');
    await walk(page, paths.board(made.hall.id, second.id));
    await stands(page, 'offline');
    expect(await page.locator('[data-note-id]').count()).toBe(0);
    line.mood = 'good';
    await stands(page, 'saved', 40_000);
    expect(await hanging(second)).toEqual([]);
    await walk(page, paths.board(made.hall.id, station().id));
    await arrives('Usendt på den første');
  });

  it('is gone from the device when the key is withdrawn; texts that were not sent are not (T23)', async () => {
    const { page } = await enterBoard();
    await write(page, 'Henger');
    await stands(page, 'saved');
    line.mood = 'cut';
    await stands(page, 'offline');
    await write(page, 'Usendt');
    const keys = await call<{ keys: { id: string; role: string }[] }>(
      server.base,
      'GET',
      `/api/halls/${made.hall.id}/keys`,
      { token },
    );
    const join = keys.body.keys.find(({ role }) => role === 'participant')!;
    await call(server.base, 'DELETE', `/api/halls/${made.hall.id}/keys/${join.id}`, { token });
    line.mood = 'good';
    await page.getByText('Usendt').first().waitFor();
    await page.getByRole('button', { name: 'Kopier' }).first().waitFor();
    await until(async () => (await copiesOn(page)) === 0, { what: 'the copies to be gone' });
  });

  it('is gone from the device when the hall is over, wherever one is, and is not kept again', async () => {
    const { page } = await enterBoard();
    await write(page, 'Henger');
    await stands(page, 'saved');
    await walk(page, paths.hall(made.hall.id));
    await until(async () => (await copiesOn(page)) === 1, { what: 'the copy' });
    const organiser = await HallClient.joined(server.base, await sessionOf(server.base, made, 'organiser'));
    expect(await organiser.ask('hall:end', { ended: true })).toMatchObject({ ok: true });
    organiser.leave();
    await until(async () => (await copiesOn(page)) === 0, { what: 'the copies to be gone' });
    await walk(page, paths.board(made.hall.id, station().id));
    await note(page, 'Henger').waitFor();
    await walk(page, paths.hall(made.hall.id));
    await page.getByRole('heading', { name: made.hall.stations[1]!.title }).waitFor();
    expect(await copiesOn(page)).toBe(0);
  });

  it('a page that slept for twelve hours, with a clock that was moved, sends what was written (T23)', async () => {
    const { page } = await enterBoard();
    await page.clock.install();
    line.mood = 'dead';
    await write(page, 'Før søvnen');
    await page.clock.fastForward(12 * 3_600_000);
    line.mood = 'good';
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.clock.resume();
    await arrives('Før søvnen');
    await stands(page, 'saved', 40_000);
    expect(await hanging()).toEqual(['Før søvnen']);
  });
});

/** Boards that the device keeps. */
function copiesOn(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const request = indexedDB.open('vandrehallen');
        request.onerror = () => resolve(0);
        request.onsuccess = () => {
          const database = request.result;
          const count = database.transaction('boards').objectStore('boards').count();
          count.onsuccess = () => {
            database.close();
            resolve(count.result);
          };
        };
      }),
  );
}

describe('a tab that goes (T50, F-24)', () => {
  it('closed within 50 ms of typing: the draft is there, and what was hung arrives', async () => {
    const { page, context } = await enterBoard();
    line.mood = 'cut';
    await stands(page, 'offline');
    await write(page, 'Hengt opp');
    await page.getByRole('button', { name: 'Skriv lapp' }).first().click();
    await page.getByLabel('Ny lapp').waitFor();
    await page.keyboard.insertText('Halvskrevet');
    await page.close({ runBeforeUnload: false });
    line.mood = 'good';
    const again = await context.newPage();
    await again.goto(boardAt());
    await arrives('Hengt opp');
    await again.getByRole('button', { name: 'Skriv lapp' }).first().click();
    await until(async () => (await again.getByLabel('Ny lapp').inputValue()) === 'Halvskrevet', {
      what: 'the draft',
    });
  });

  it('sent and closed in the same moment arrives', async () => {
    const { page, context } = await enterBoard();
    await page.getByRole('button', { name: 'Skriv lapp' }).first().click();
    await page.getByLabel('Ny lapp').waitFor();
    await page.keyboard.insertText('I siste liten');
    await page.keyboard.press('Control+Enter');
    await page.close({ runBeforeUnload: false });
    const again = await context.newPage();
    await again.goto(boardAt());
    await arrives('I siste liten');
    expect(await hanging()).toEqual(['I siste liten']);
  });

  it('killed with its process: the next that opens sends what it had', async () => {
    const screen = await enterBoard();
    line.mood = 'cut';
    await stands(screen.page, 'offline');
    await write(screen.page, 'Før krasjet');
    await killRenderer(screen);
    line.mood = 'good';
    const again = await screen.context.newPage();
    await again.goto(boardAt());
    await note(again, 'Før krasjet').waitFor();
    await arrives('Før krasjet');
    expect(await hanging()).toEqual(['Før krasjet']);
  });

  it('loaded anew without contact has lost nothing once there is contact', async () => {
    const { page } = await enterBoard();
    line.mood = 'cut';
    await stands(page, 'offline');
    await write(page, 'Før omlastingen');
    await page.reload().catch(() => {});
    line.mood = 'good';
    // The browser may still be on its way to its own page of regret.
    const back = () => page.goto(boardAt()).then(Boolean, () => false);
    await until(back, { what: 'the page' });
    await arrives('Før omlastingen');
    expect(await hanging()).toEqual(['Før omlastingen']);
  });
});

describe('a note of one’s own that is mended on the pad (T50)', () => {
  it('is kept as far as it was typed, through a reload, until it is saved or given up', async () => {
    const { page } = await enter('phone');
    await page.getByRole('link', { name: `Skriv lapp på ${station().title}` }).click();
    await page.getByLabel('Skriv ett punkt').fill('Som den var');
    await page.getByRole('button', { name: 'Send lappen' }).click();
    const field = page.getByRole('article').getByRole('textbox');
    const edit = page.getByRole('button', { name: 'Rediger' });
    await page.getByRole('button', { name: 'Som den var' }).click();
    await edit.click();
    await field.fill('Som den skal bli');
    await page.reload();
    await page.getByRole('button', { name: 'Som den var' }).click();
    await edit.click();
    expect(await field.inputValue()).toBe('Som den skal bli');
    await field.press('Escape');
    await edit.click();
    expect(await field.inputValue()).toBe('Som den var');
  });
});

describe('two tabs of one person (T52)', () => {
  it('without contact both write; one is closed and the other loaded anew, and all of it arrives once', async () => {
    const { page, context } = await enterBoard();
    const other = await context.newPage();
    await other.goto(boardAt());
    await stands(other, 'saved');
    line.mood = 'cut';
    await stands(page, 'offline');
    await stands(other, 'offline');
    await write(page, 'Fra den ene');
    await write(other, 'Fra den andre');
    await other.close();
    line.mood = 'good';
    await page.goto(boardAt());
    await arrives('Fra den ene');
    await arrives('Fra den andre');
    await stands(page, 'saved');
    expect(await hanging()).toEqual(['Fra den andre', 'Fra den ene']);
  });

  it('a doubled tab, with the first one’s session storage, writes under an id of its own', async () => {
    const { page } = await enterBoard();
    const [copy] = await Promise.all([
      page.waitForEvent('popup'),
      // A page opened so begins with a copy of its opener's session storage, as a doubled tab does.
      page.evaluate(() => void open(location.href)),
    ]);
    await stands(copy, 'saved');
    await Promise.all([write(page, 'Fra den første'), write(copy, 'Fra kopien')]);
    await stands(page, 'saved');
    await stands(copy, 'saved');
    await note(page, 'Fra kopien').waitFor();
    await note(copy, 'Fra den første').waitFor();
    expect(await hanging()).toEqual(['Fra den første', 'Fra kopien']);
  });
});

describe('a device that keeps nothing (T50)', () => {
  it('with its storage full: the board works, and says what can’t be kept only while there is something', async () => {
    const { page } = await enterBoard((context) =>
      context.addInitScript(() => {
        const set = Storage.prototype.setItem;
        Storage.prototype.setItem = function (key, value) {
          if (key.startsWith('vh.unsaved.')) throw new DOMException('full', 'QuotaExceededError');
          set.call(this, key, value);
        };
      }),
    );
    expect(await banner(page).count()).toBe(0);
    line.mood = 'cut';
    await stands(page, 'offline');
    await write(page, 'Ingen plass');
    await banner(page).getByText('kan ikke lagres på denne enheten').waitFor();
    line.mood = 'good';
    await stands(page, 'saved', 40_000);
    expect(await banner(page).count()).toBe(0);
    expect(await hanging()).toEqual(['Ingen plass']);
  });

  it.each([
    ['blocked', () => Object.defineProperty(window, 'indexedDB', { get: () => undefined })],
    [
      'refusing to open',
      () => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('no', 'SecurityError');
        };
      },
    ],
    [
      'without an answer',
      () => {
        IDBFactory.prototype.open = () => ({}) as IDBOpenDBRequest;
      },
    ],
  ])('with IndexedDB %s: the board is as good while there is contact, and after', async (_, spoil) => {
    const { page } = await enterBoard((context) => context.addInitScript(spoil));
    await write(page, 'Uten lager');
    await stands(page, 'saved');
    line.mood = 'cut';
    await stands(page, 'offline');
    await write(page, 'Uten lager og nett');
    line.mood = 'good';
    await stands(page, 'saved', 40_000);
    expect(await hanging()).toEqual(['Uten lager', 'Uten lager og nett']);
  });

  it('in a private window without any storage: joins, writes and sends', async () => {
    const { page } = await enterBoard((context) =>
      context.addInitScript(() => {
        const forbidden = () => {
          throw new DOMException('denied', 'SecurityError');
        };
        Object.defineProperty(window, 'localStorage', { get: forbidden });
        Object.defineProperty(window, 'indexedDB', { get: forbidden });
      }),
    );
    await write(page, 'Privat');
    await stands(page, 'saved');
    expect(await hanging()).toEqual(['Privat']);
  });
});
