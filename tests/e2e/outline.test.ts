/**
 * The station as a list, by what a screen reader is given: roles and names alone, and keys. Write, move, group, name,
 * merge, order, undo; and that others' deeds never move the focus or the page.
 */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readClusters } from '../../shared/board/boardDoc.ts';
import { joinCluster, makeCluster, pullOut, removeNotes } from '../../shared/board/boardOps.ts';
import { viewBoard } from '../../shared/board/boardView.ts';
import { newId, type StationId } from '../../shared/domain/ids.ts';
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
  screen = await openScreen(browser, 'phone');
  page = screen.page;
  await page.goto(`http://${HOST}:${server.port}${paths.joinByCode(made.hall.code)}`);
  await page.getByRole('button', { name: 'Gå inn' }).click();
  await page.getByRole('heading', { name: 'Idébanken' }).waitFor();
});

afterAll(async () => {
  witness?.leave();
  await browser?.close();
  await server?.kill();
  folder.remove();
});

const group = (name: string | RegExp) => page.getByRole('region', { name });
const choices = (text: string) => page.getByRole('button', { name: `Valg for lappen: ${text}` });
const told = (what: RegExp) =>
  page.getByRole('status').filter({ hasText: what }).first().waitFor({ state: 'attached' });
const hasFocus = (name: RegExp) =>
  until(
    () =>
      page.evaluate(
        (source) =>
          new RegExp(source).test(
            document.activeElement?.getAttribute('aria-label') ??
              (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent ??
              '',
          ),
        name.source,
      ),
    { what: `the focus on ${name}` },
  );
/** Groups by title, each with its notes' texts in order. */
function groups(): Record<string, string[]> {
  const view = viewBoard(witness.notes, readClusters(witness.doc));
  return Object.fromEntries(
    [...view.clusters.values()].map(({ title, members }) => [
      title,
      members.map((id) => view.notes.get(id)!.note.text),
    ]),
  );
}
const groupsBecome = (wanted: Record<string, string[]>) =>
  until(() => JSON.stringify(groups()) === JSON.stringify(wanted), { what: JSON.stringify(wanted) });

describe('in the list one', () => {
  it('arrives from the board, by its own address, on the same connection', async () => {
    let sockets = 0;
    page.on('websocket', (socket) => {
      if (socket.url().includes('/board/')) sockets++;
    });
    await page.getByRole('link', { name: 'Åpne tavla til Idébanken' }).click();
    await page.getByRole('application').waitFor();
    await page.getByRole('link', { name: 'Vis som liste' }).click();
    await page.getByRole('textbox', { name: 'Ny lapp' }).waitFor();
    expect(new URL(page.url()).pathname).toBe(paths.outline(made.hall.id, station));
    expect(await page.getByRole('application').count()).toBe(0);
    expect(sockets).toBe(1);
  });

  it('writes, and stays in the field', async () => {
    for (const text of ['Alfa', 'Beta', 'Gamma', 'Delta', 'Epsilon']) {
      await page.getByRole('textbox', { name: 'Ny lapp' }).fill(text);
      await page.keyboard.press('Control+Enter');
      await told(/Lappen er hengt opp/);
      await page.getByRole('listitem').filter({ hasText: text }).waitFor();
    }
    await hasFocus(/Ny lapp/);
    await until(() => witness.notes.length === 5, { what: 'five notes on the server' });
    expect(
      await page
        .getByRole('listitem')
        .allInnerTexts()
        .then((all) => all.map((text) => text.split('\n')[0])),
    ).toEqual(['Alfa', 'Beta', 'Gamma', 'Delta', 'Epsilon']);
  });

  it('groups a note with another, and names the group', async () => {
    await choices('Alfa').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Grupper med …' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Hva hører den sammen med?' });
    await shoot(page, 'outline-partner');
    await dialog.getByRole('button', { name: /Gamma/ }).press('Enter');
    await told(/Ny gruppe med 2 lapper/);
    await hasFocus(/Gruppens navn/);
    await page.keyboard.type('Greske');
    await page.keyboard.press('Enter');
    await groupsBecome({ Greske: ['Gamma', 'Alfa'] });
    await group(/Greske/)
      .getByRole('heading', { level: 2 })
      .waitFor();
    await hasFocus(/Valg for gruppen Greske/);
  });

  it('puts a note into a group, and keeps the focus on it', async () => {
    await choices('Delta').press('Enter');
    await page.getByRole('button', { name: 'Grupper med …' }).press('Enter');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Greske/ })
      .press('Enter');
    await groupsBecome({ Greske: ['Gamma', 'Alfa', 'Delta'] });
    await group(/Greske/)
      .getByRole('listitem')
      .filter({ hasText: 'Delta' })
      .waitFor();
    await hasFocus(/Valg for lappen: Delta/);
  });

  it('orders within the group', async () => {
    if (!(await page.getByRole('button', { name: 'Flytt opp' }).isVisible()))
      await choices('Delta').press('Enter');
    await page.getByRole('button', { name: 'Flytt opp' }).press('Enter');
    await groupsBecome({ Greske: ['Gamma', 'Delta', 'Alfa'] });
    await page.getByRole('button', { name: 'Flytt opp' }).waitFor();
    await shoot(page, 'outline-menu');
  });

  it('takes a note out, and undoes it', async () => {
    await page.getByRole('button', { name: 'Ta ut' }).press('Enter');
    await groupsBecome({ Greske: ['Gamma', 'Alfa'] });
    await group(/Lapper for seg selv/)
      .getByRole('listitem')
      .filter({ hasText: 'Delta' })
      .waitFor();
    await hasFocus(/Valg for lappen: Delta/);
    await page.getByRole('button', { name: 'Angre' }).press('Enter');
    await groupsBecome({ Greske: ['Gamma', 'Delta', 'Alfa'] });
  });

  it('mends a note of one’s own, and cannot mend another’s', async () => {
    witness.add({ text: 'En annens', pos: [2_000, 0] });
    await choices('En annens').press('Enter');
    await page.getByRole('button', { name: 'Grupper med …' }).waitFor();
    expect(await page.getByRole('button', { name: 'Rediger' }).count()).toBe(0);
    await choices('Beta').press('Enter');
    await page.getByRole('button', { name: 'Rediger' }).press('Enter');
    await hasFocus(/Lappens tekst/);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Beta, rettet');
    await page.keyboard.press('Control+Enter');
    await until(() => witness.notes.some(({ text }) => text === 'Beta, rettet'), { what: 'the mended text' });
    await hasFocus(/Valg for lappen: Beta/);
  });

  it('merges two groups, and withdraws a note', async () => {
    const two = [witness.add({ text: 'Ein', pos: [3_000, 0] }), witness.add({ text: 'To', pos: [3_300, 0] })];
    makeCluster(witness.doc, { id: newId('c'), title: 'Tall', pos: [3_000, 900] }, two);
    await page.getByRole('button', { name: 'Valg for gruppen Tall' }).press('Enter');
    await page.getByRole('button', { name: 'Slå sammen …' }).press('Enter');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Greske/ })
      .press('Enter');
    await groupsBecome({ Greske: ['Gamma', 'Delta', 'Alfa', 'Ein', 'To'] });
    await hasFocus(/Valg for gruppen Greske/);
    await choices('Epsilon').press('Enter');
    await page.getByRole('button', { name: 'Trekk tilbake' }).press('Enter');
    await choices('Epsilon').waitFor({ state: 'detached' });
    await until(() => page.evaluate(() => document.activeElement !== document.body), {
      what: 'the focus to be somewhere',
    });
  });
});

describe('under one’s hands', () => {
  it('what others write and group moves neither the focus nor the page', async () => {
    for (let n = 0; n < 30; n++)
      witness.add({ text: `Fyll ${n}`, pos: [n * 230, 3_000], at: Date.now() + n });
    await choices('Fyll 20').focus();
    const top = () => choices('Fyll 20').evaluate((button) => button.getBoundingClientRect().top);
    await until(async () => (await top()) > 100 && (await top()) < 640, { what: 'the note in view' });
    const before = await top();
    const cluster = readClusters(witness.doc).find(({ title }) => title === 'Greske')!;
    const come = Array.from({ length: 6 }, (_, n) =>
      witness.add({ text: `Over ${n}`, pos: [0, 4_000 + n * 230] }),
    );
    joinCluster(witness.doc, cluster.id, come);
    await group(/Greske/)
      .getByRole('listitem')
      .filter({ hasText: 'Over 5' })
      .waitFor();
    await hasFocus(/Valg for lappen: Fyll 20$/);
    expect(Math.abs((await top()) - before)).toBeLessThan(2);
  });

  it('a note that somebody else moves keeps the focus, its open field, its text and its caret', async () => {
    const mine = witness.notes.find(({ text }) => text === 'Beta, rettet')!;
    await choices('Beta, rettet').press('Enter');
    await page.getByRole('button', { name: 'Rediger' }).press('Enter');
    await hasFocus(/Lappens tekst/);
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('Ny ');
    const cluster = readClusters(witness.doc).find(({ title }) => title === 'Greske')!;
    joinCluster(witness.doc, cluster.id, [mine.id]);
    await group(/Greske/)
      .getByRole('textbox', { name: 'Lappens tekst' })
      .waitFor();
    await hasFocus(/Lappens tekst/);
    await page.keyboard.type('og ');
    expect(await page.getByRole('textbox', { name: 'Lappens tekst' }).inputValue()).toBe(
      'Ny og Beta, rettet',
    );
    await page.keyboard.press('Escape');
    pullOut(witness.doc, [{ id: mine.id, pos: [0, 5_000] }]);
    await group(/Lapper for seg selv/)
      .getByRole('listitem')
      .filter({ hasText: 'Beta, rettet' })
      .waitFor();
    await hasFocus(/Valg for lappen: Beta, rettet/);
  });

  it('when the note with the focus is taken down, the next has it, and that is told', async () => {
    const gone = witness.add({ text: 'Snart borte', pos: [0, 6_000], at: Date.now() + 100 });
    witness.add({ text: 'Etterpå', pos: [300, 6_000], at: Date.now() + 101 });
    await choices('Etterpå').waitFor();
    await choices('Snart borte').focus();
    removeNotes(witness.doc, [gone]);
    await choices('Snart borte').waitFor({ state: 'detached' });
    await hasFocus(/Valg for lappen: Etterpå/);
    await told(/tatt ned av noen andre/);
  });
});

describe('the list', () => {
  it('is remembered, is left again, and opens by its address', async () => {
    await page.goto(`http://${HOST}:${server.port}${paths.board(made.hall.id, station)}`);
    await page.getByRole('textbox', { name: 'Ny lapp' }).waitFor();
    await page.getByRole('link', { name: 'Vis som tavle' }).click();
    await page.getByRole('application').waitFor();
    await page.reload();
    await page.getByRole('application').waitFor();
    await page.goto(`http://${HOST}:${server.port}${paths.outline(made.hall.id, station)}`);
    await group(/Greske/).waitFor();
  });

  it('prints as headings and notes, without tools', async () => {
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('textbox').count()).toBe(0);
    expect(await page.getByRole('button').count()).toBe(0);
    await page.getByRole('heading', { name: /Greske/ }).waitFor();
    await shoot(page, 'outline-print');
    await page.emulateMedia({ media: 'screen' });
  });

  it('bears 2,000 notes, all of which are there for a screen reader', async () => {
    witness.doc.transact(() => {
      for (let n = 0; n < 1_950; n++)
        witness.add({ text: `Mange ${n}`, pos: [(n % 50) * 230, 9_000 + n], at: n + 1 });
    });
    await until(async () => (await page.getByRole('listitem').count()) > 1_950, {
      what: 'all notes',
      within: 60_000,
    });
    const began = Date.now();
    witness.add({ text: 'Én til', pos: [0, 0] });
    await page.getByRole('listitem').filter({ hasText: 'Én til' }).waitFor();
    expect(Date.now() - began).toBeLessThan(5_000);
  });

  it('stumbles over nothing', () => expect(screen.errors).toEqual([]));
});
