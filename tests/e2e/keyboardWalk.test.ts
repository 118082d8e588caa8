/**
 * A workshop by keyboard alone: join, write, move, group, name, undo on the board. Only keys are pressed here, and only
 * what has the focus, or is told, is looked at; the document shows what came of it.
 */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NoteView } from '../../shared/board/boardDoc.ts';
import { readClusters } from '../../shared/board/boardDoc.ts';
import type { StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { HOST, openBrowser, openScreen, type Screen, shoot } from '../harness/browser.ts';
import { makeHall, sessionOf } from '../harness/hall.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { stepByStep } from '../harness/steps.ts';
import { until } from '../harness/until.ts';

const folder = tempFolder();
let server: ServerProcess;
let browser: Browser;
let screen: Screen;
let page: Page;
let made: CreatedHall;
let station: StationId;
let witness: BoardClient;

stepByStep();

beforeAll(async () => {
  server = await startServer({ dataDir: folder.path });
  made = await makeHall(server.base);
  station = made.hall.stations[0]!.id;
  const { token } = await sessionOf(server.base, made, 'participant');
  witness = await BoardClient.joined({ base: server.base, station, token });
  browser = await openBrowser();
  screen = await openScreen(browser, 'laptop');
  page = screen.page;
});

afterAll(async () => {
  witness?.leave();
  await browser?.close();
  await server?.kill();
  folder.remove();
});

const press = (...keys: string[]) =>
  keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());

/** The name of what has the focus, as it is told. */
const focused = () =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    const label =
      element?.getAttribute('aria-label') ?? (element as HTMLInputElement | null)?.labels?.[0]?.textContent;
    return (label ?? element?.textContent ?? '').trim();
  });

/** Presses Tab until what has the focus is called so. */
async function tabTo(name: RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await press('Tab');
    if (name.test(await focused())) return;
  }
  throw new Error(`Tab never came to ${name}`);
}

/** Waits until this is told. */
const told = (what: RegExp) =>
  page.getByRole('status').filter({ hasText: what }).first().waitFor({ state: 'attached' });
const note = (text: string) => witness.notes.find((one) => one.text === text);
const seen = (look: (text: NoteView[]) => boolean, what: string) =>
  until(() => look(witness.notes), { what });

describe('by keyboard alone one', () => {
  it('joins, and opens a board', async () => {
    await page.goto(`http://${HOST}:${server.port}${paths.joinByCode(made.hall.code)}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await tabTo(/Navn/);
    await page.keyboard.type('Kari');
    await press('Enter');
    await page.getByRole('heading', { name: 'Idébanken' }).waitFor();
    await tabTo(/Åpne tavla til Idébanken/);
    await press('Enter');
    await page.getByRole('application').waitFor();
    await page.getByRole('button', { name: 'Skriv lapp' }).waitFor();
  });

  it('comes to the board as one stop, and sees its keys', async () => {
    await tabTo(/Lappene på tavla/);
    await press('?');
    await page.getByRole('dialog').waitFor();
    expect(await focused()).toBe('Taster på tavla');
    await shoot(page, 'keys');
    await press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused()).toMatch(/Lappene på tavla/);
  });

  it('writes two notes', async () => {
    for (const text of ['Første lapp', 'Andre lapp']) {
      await press('n');
      await until(async () => /Ny lapp/.test(await focused()), { what: 'the field of a new note' });
      await page.keyboard.type(text);
      await press('Control+Enter');
      await told(/Lappen er hengt opp/);
      await seen((notes) => notes.some((one) => one.text === text), `«${text}» on the server`);
      await until(async () => /Lappene på tavla/.test(await focused()), {
        what: 'the board to have the focus',
      });
    }
  });

  it('goes to a note, lifts it, moves it and puts it down', async () => {
    await press('Home');
    await told(/lapp\. Runde 1/);
    const which = (
      await page
        .getByRole('status')
        .filter({ hasText: /lapp\. Runde 1/ })
        .first()
        .innerText()
    ).split('.')[0]!;
    const before = note(which)!.pos;
    await press('Space');
    await told(/Løftet/);
    await press('Shift+ArrowUp', 'Shift+ArrowUp', 'ArrowUp');
    await press('Space');
    await until(() => note(which)!.pos[1] < before[1] - 300, { what: 'the note to have moved up' });
    expect(note(which)!.pos[0]).toBe(before[0]);
  });

  it('puts back what is lifted, by Escape', async () => {
    const before = witness.notes.map(({ id, pos }) => [id, ...pos].join());
    await press('Space');
    await told(/Løftet/);
    await press('ArrowLeft', 'ArrowLeft', 'Escape');
    await told(/Lagt tilbake/);
    expect(witness.notes.map(({ id, pos }) => [id, ...pos].join())).toEqual(before);
  });

  it('groups two by G, and names the group', async () => {
    await press('g');
    await told(/Trykk på lappen eller gruppen/);
    await press('ArrowDown');
    await press('Enter');
    await told(/Ny gruppe med 2 lapper/);
    await until(async () => /Gruppens navn/.test(await focused()), { what: 'the field of the name' });
    await page.keyboard.type('Vårt eget');
    await press('Enter');
    await until(() => readClusters(witness.doc).some(({ title }) => title === 'Vårt eget'), {
      what: 'the name',
    });
    await told(/Gruppen heter nå Vårt eget/);
  });

  it('opens the choices by M, and comes back by Escape', async () => {
    await press('Home', 'm');
    await until(() => page.evaluate(() => document.activeElement?.closest('[role=toolbar]') !== null), {
      what: 'the focus in the choices',
    });
    await press('Escape');
    await until(async () => /Lappene på tavla/.test(await focused()), {
      what: 'the board to have the focus',
    });
  });

  it('goes on from where the ring stands, when the choices are closed', async () => {
    await press('g');
    await told(/Trykk på lappen eller gruppen|Trykk på gruppen/);
    await press('Escape');
    await told(/Avbrutt/);
  });

  it('moves by the choices too, where no finger shows the place', async () => {
    const before = readClusters(witness.doc).map(({ pos }) => pos.join());
    await press('Home', 'm');
    await tabTo(/^Flytt$/);
    await press('Enter', 'ArrowDown');
    await told(/Løftet/);
    await press('ArrowDown', 'Enter');
    await until(() => readClusters(witness.doc).map(({ pos }) => pos.join())[0] !== before[0], {
      what: 'the group to have moved',
    });
    await press('Control+z');
    await told(/Angret/);
  });

  it('undoes the name and the group', async () => {
    await press('Control+z');
    await told(/Angret/);
    await until(() => readClusters(witness.doc).every(({ title }) => title === ''), {
      what: 'the name to be gone',
    });
    await press('Control+z');
    await seen(
      (notes) => notes.length === 2 && notes.every(({ cluster }) => !cluster),
      'the group to be undone',
    );
  });

  it('is told what others do, together and not one by one', async () => {
    for (let n = 0; n < 12; n++) witness.add({ text: `Fra andre ${n}`, pos: [n * 230, 700] });
    await told(/^12 nye lapper$/);
  });

  it('writes letters, not commands, wherever the board has not the focus', async () => {
    const before = witness.notes.length;
    await tabTo(/Til hallen|Vis som liste/);
    await press('n', 'g', 'Delete');
    expect(await page.getByRole('textbox').count()).toBe(0);
    expect(witness.notes.length).toBe(before);
  });

  it('sees the camera at rest at once where motion is reduced', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.getByRole('application').focus();
    await press('+', '+', '+');
    const places = await page.evaluate(async () => {
      const frames = (count: number) =>
        new Promise<void>((done) => {
          const step = (left: number) => (left ? requestAnimationFrame(() => step(left - 1)) : done());
          step(count);
        });
      // Those in view are many; this is one that stays in view.
      const id = document.querySelector('[data-note-id]')!.getAttribute('data-note-id');
      const place = () => document.querySelector(`[data-note-id="${id}"]`)!.getBoundingClientRect().x;
      const board = document.querySelector('[role=application]')!;
      const before = place();
      board.dispatchEvent(new KeyboardEvent('keydown', { key: '0', bubbles: true }));
      await frames(3);
      const soon = place();
      await frames(30);
      return { before, soon, late: place() };
    });
    expect(Math.abs(places.before - places.soon)).toBeGreaterThan(5);
    expect(Math.abs(places.soon - places.late)).toBeLessThan(1);
  });

  it('stumbles over nothing', () => expect(screen.errors).toEqual([]));
});
