/**
 * What people can write, all of them read alike (T54): pad, board, wall and export show the same letters; nothing is
 * half a character, nothing runs out of its note, nothing turns the page around.
 */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { paths } from '../../shared/domain/links.ts';
import { cleanText, isBlank } from '../../shared/domain/note.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { HOST, openBrowser, openScreen, type Screen } from '../harness/browser.ts';
import { call, makeHall, sessionOf } from '../harness/hall.ts';
import { type ServerProcess, startServer } from '../harness/serverProcess.ts';
import { until } from '../harness/until.ts';

/** Each with a word of its own, to find it by. */
const CORPUS: readonly (readonly [word: string, text: string])[] = [
  ['familie', 'familie 👨‍👩‍👧‍👦 og 🧑🏽‍🤝‍🧑🏻'],
  ['flagg', 'flagg 🇳🇴🇸🇪🏴󠁧󠁢󠁳󠁣󠁴󠁿🏳️‍🌈'],
  ['hudtoner', 'hudtoner 👍🏻👍🏽👍🏿'],
  ['hebraisk', 'hebraisk שלום 123 עולם (45)'],
  ['arabisk', 'arabisk مرحبا ١٢٣ بالعالم'],
  ['overstyrt', 'overstyrt \u202Etxt.exe\u202C ferdig \u2066isolert\u2069'],
  ['stablet', `stablet Z${'\u0301'.repeat(1_000)} slutt`],
  ['nullbredde', 'nullbredde a\u200Bb\u200Dc\uFEFFd'],
  ['kontroll', 'kontroll a\u0000b\u0007c\u009Fd'],
  ['sammensatt', 'sammensatt e\u0301 a\u030A og é å'],
  ['firebyte', 'firebyte 𝒳 𠜎 𐍈 🜂'],
  ['halv', 'halv \uD83D og \uDE00 slutt'],
  ['norsk', 'norsk æøåÆØÅ «sitat» – strek …'],
  ['html', 'html <b>fet</b> & <script>alert(1)</script>'],
  ['tegn', 'tegn ="1+1"; \\n % ~ ` | * _ # [a](b)'],
  ['langt', `langt ${'ubrutt'.repeat(40)}`],
  ['linjer', 'linjer\nto\n\ntre'],
];
const BLANK = ['\u200B\u200D\uFEFF', '\u2800\u3164', '  \n\t '];

let server: ServerProcess;
let browser: Browser;
let made: CreatedHall;
let token: string;
let base: string;
const screens: Record<string, Screen> = {};

const on = (name: string): Page => screens[name]!.page;
const station = () => made.hall.stations[0]!;
const notesPath = () => `/api/halls/${made.hall.id}/stations/${station().id}/notes`;
const wanted = () => CORPUS.map(([, text]) => cleanText(text)).sort();

async function hanging(): Promise<string[]> {
  const { body } = await call<{ notes: { text: string }[] }>(server.base, 'GET', notesPath(), { token });
  return body.notes.map(({ text }) => text);
}

async function exported(format: string): Promise<string> {
  const response = await fetch(`${server.base}/api/halls/${made.hall.id}/export?format=${format}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(response.status).toBe(200);
  return response.text();
}

beforeAll(async () => {
  server = await startServer();
  base = `http://${HOST}:${server.port}`;
  browser = await openBrowser();
  made = await makeHall(server.base);
  token = (await sessionOf(server.base, made, 'organiser')).token;
  for (const name of ['laptop', 'other', 'phone', 'wall']) {
    screens[name] = await openScreen(
      browser,
      name === 'phone' ? 'phone' : name === 'wall' ? 'wall' : 'laptop',
    );
  }
  for (const name of ['laptop', 'other', 'phone']) {
    const page = on(name);
    await page.goto(`${base}/j/${made.hall.code}`);
    await page.getByLabel('Navn (valgfritt)').fill('Åse Ærlig Øst 👩🏽‍🔬');
    await page.getByRole('button', { name: 'Gå inn' }).click();
    await page.getByRole('heading', { name: station().title }).waitFor();
  }
  for (const name of ['laptop', 'other']) await on(name).goto(base + paths.board(made.hall.id, station().id));
  await on('phone').goto(base + paths.pad(made.hall.id, station().id));
  await on('wall').goto(base + paths.wall(made.hall.id, station().id, made.keys.wall));
  await on('laptop').locator('[data-state="saved"]').first().waitFor({ state: 'attached' });
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.kill();
}, 30_000);

describe('what people write', () => {
  it('comes to the board from board, pad and program alike, cleaned by one rule', async () => {
    for (const [index, [word, text]] of CORPUS.entries()) {
      if (index % 3 === 0) {
        await on('laptop').getByRole('button', { name: 'Skriv lapp' }).click();
        await on('laptop').getByLabel('Ny lapp').fill(text);
        await on('laptop').keyboard.press('Control+Enter');
      } else if (index % 3 === 1) {
        await on('phone').getByLabel('Skriv ett punkt').fill(text);
        await on('phone').keyboard.press('Control+Enter');
      } else {
        // JSON can't bear half a surrogate as UTF-8, but as an escape it can.
        const { status } = await call(server.base, 'POST', notesPath(), { token, body: { text } });
        expect(status).toBe(201);
      }
      await until(async () => (await hanging()).some((one) => one.startsWith(word)), { what: word });
    }
    expect((await hanging()).sort()).toEqual(wanted());
  });

  it('is the same on all screens, before and after a reload', async () => {
    const seen = (page: Page) =>
      page.evaluate(() =>
        [...document.querySelectorAll('[data-note-id] p')].map((text) => text.textContent ?? '').sort(),
      );
    // Lines may be broken anew for showing; the letters are the same.
    const letters = (texts: string[]) =>
      texts.map((text) => text.replace(/[\s\u200B\u00AD\u2060]/g, '')).sort();
    for (const name of ['laptop', 'other']) {
      const page = on(name);
      await page
        .getByRole('button', { name: 'Vis alt' })
        .click({ timeout: 2_000 })
        .catch(() => {});
      await until(async () => (await seen(page)).length === CORPUS.length, { what: `all notes on ${name}` });
      expect(letters(await seen(page)), name).toEqual(letters(wanted()));
      await page.reload();
      await until(async () => (await seen(page)).length === CORPUS.length, {
        what: `all notes on ${name}, again`,
      });
      expect(letters(await seen(page)), name).toEqual(letters(wanted()));
      expect(JSON.stringify(await seen(page))).not.toContain('\uFFFD');
    }
    // A wall shows what its guide leads to; what it shows is no other than what was written.
    const known = new Set(letters(wanted()));
    await until(async () => (await seen(on('wall'))).length > 0, { what: 'notes on the wall' });
    expect(letters(await seen(on('wall'))).filter((text) => !known.has(text))).toEqual([]);
  });

  it('stays within its note, and turns no page around', async () => {
    for (const name of ['laptop', 'wall', 'phone']) {
      const { wide, out } = await on(name).evaluate(() => ({
        wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
        out: [...document.querySelectorAll('[data-note-id]')].filter((note) => {
          const box = note.getBoundingClientRect();
          const range = document.createRange();
          range.selectNodeContents(note.querySelector('p')!);
          const text = range.getBoundingClientRect();
          const slack = box.width * 0.02;
          return text.left < box.left - slack || text.right > box.right + slack;
        }).length,
      }));
      expect(wide, name).toBeLessThanOrEqual(0);
      expect(out, name).toBe(0);
    }
  });

  it('comes home whole in every format', async () => {
    const file = JSON.parse(await exported('json')) as unknown;
    const texts: string[] = [];
    JSON.stringify(file, (key, value: unknown) => {
      if (key === 'text' && typeof value === 'string') texts.push(value);
      return value;
    });
    expect(texts.sort()).toEqual(wanted());
    for (const format of ['csv', 'md']) {
      const whole = await exported(format);
      expect(whole).not.toContain('\uFFFD');
      for (const piece of ['👨‍👩‍👧‍👦', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', 'שלום 123 עולם', '𠜎', 'e\u0301 a\u030A og é å', 'æøåÆØÅ']) {
        expect(whole, format).toContain(piece);
      }
    }
  });

  it('that cannot be seen is no note', async () => {
    for (const text of BLANK) {
      expect(isBlank(cleanText(text))).toBe(true);
      await on('laptop').getByRole('button', { name: 'Skriv lapp' }).click();
      await on('laptop').getByLabel('Ny lapp').fill(text);
      await on('laptop').keyboard.press('Control+Enter');
      const { status } = await call(server.base, 'POST', notesPath(), { token, body: { text } });
      expect(status).toBe(400);
    }
    expect((await hanging()).sort()).toEqual(wanted());
  });

  it('made no page stumble', () => {
    for (const [name, { errors }] of Object.entries(screens)) expect(errors, name).toEqual([]);
  });
});
