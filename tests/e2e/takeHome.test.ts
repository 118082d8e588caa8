/** An organiser brings notes in from a paste, sees them first, takes them down again, and takes the hall home with one press. */

import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId, planOf } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import { addMeasure } from '../../shared/plan/planOps.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { axeFinds } from '../harness/axe.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { HOST, openBrowser, openScreen, type Screen, SIZES, shoot } from '../harness/browser.ts';
import { makeHall, sessionOf } from '../harness/hall.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { stepByStep } from '../harness/steps.ts';

const folder = tempFolder();
let server: ServerProcess;
let browser: Browser;
let made: CreatedHall;
let organiser: Screen;

stepByStep();

beforeAll(async () => {
  server = await startServer({ dataDir: folder.path });
  made = await makeHall(server.base);
  browser = await openBrowser();
  organiser = await openScreen(browser, 'laptop');
  await organiser.page.goto(
    `http://${HOST}:${server.port}${paths.organise(made.hall.id, made.keys.organiser)}`,
  );
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  folder.remove();
});

it('pasted lines are looked at, hung, and taken down by one press', async () => {
  const { page } = organiser;
  const { title } = made.hall.stations[0]!;
  await page.getByRole('button', { name: `Hent inn lapper til ${title}` }).click();
  const form = page.getByRole('region', { name: `Hent inn lapper til ${title}` });
  await form.getByLabel('Eller lim inn').fill(`- Mer praksis\n- Flere verter\n\n${'x'.repeat(300)}`);
  await shoot(page, 'bring-paste');
  await form.getByRole('button', { name: 'Se først' }).click();
  await form.getByText('2 lapper.').waitFor();
  await form.getByText('1 tekst er lengre enn 280 tegn og hoppes over: linje 4.').waitFor();
  await form.getByRole('button', { name: 'Heng opp 2 lapper' }).click();
  await page.getByText(`2 lapper henger nå på ${title}.`, { exact: true }).last().waitFor();
  await page.getByRole('button', { name: 'Ta dem ned igjen' }).click();
  await page.getByRole('button', { name: 'Ta dem ned igjen' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: `Hent inn lapper til ${title}` }).waitFor();
});

it('a file of semicolons is read, and hangs in groups', async () => {
  const { page } = organiser;
  const { title } = made.hall.stations[0]!;
  await page.getByRole('button', { name: `Hent inn lapper til ${title}` }).click();
  const form = page.getByRole('region', { name: `Hent inn lapper til ${title}` });
  const buffer = Buffer.from('tekst;gruppe\nÆrlig svar;Tillit\nÅpen dør;Tillit\n', 'latin1');
  await form.getByLabel('Velg fil').setInputFiles({ name: 'lapper.csv', mimeType: 'text/csv', buffer });
  await form.getByText('2 lapper i 1 gruppe.').waitFor();
  expect(await axeFinds(page)).toEqual([]);
  // Nor does it need to be scrolled sideways on the smallest of screens.
  await page.setViewportSize({ width: 320, height: 700 });
  const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
  expect(wide).toBeLessThanOrEqual(0);
  await page.setViewportSize(SIZES.laptop);
  await form.getByRole('button', { name: 'Heng opp 2 lapper' }).click();
  await form.waitFor({ state: 'detached' });
});

it.each([
  ['PDF', '%PDF'],
  ['PowerPoint', 'PK'],
  ['Lapper som regneark (CSV)', '\uFEFF"stasjon";'],
])('%s comes with one press', async (name, start) => {
  const { page } = organiser;
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name, exact: true }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8').startsWith(start)).toBe(true);
  await page.getByRole('link', { name: `Last ned på nytt: ${name}` }).waitFor();
  await shoot(page, 'take');
});

it('a wall comes as PNG, drawn in the browser', async () => {
  const { page } = organiser;
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'PNG', exact: true }).click(),
  ]);
  const png = readFileSync(await download.path());
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBeGreaterThan(1_000);
});

it('the host brings notes in from the desk', async () => {
  const { id, title } = made.hall.stations[1]!;
  const { page } = await openScreen(browser, 'phone');
  await page.goto(`http://${HOST}:${server.port}${paths.desk(made.hall.id, id, made.keys.host[id]!)}`);
  await page.getByRole('button', { name: 'Lapper' }).click();
  await page.getByRole('button', { name: `Hent inn lapper til ${title}` }).click();
  const form = page.getByRole('region', { name: `Hent inn lapper til ${title}` });
  await form.getByLabel('Eller lim inn').fill('Fra pulten');
  await form.getByRole('button', { name: 'Se først' }).click();
  await shoot(page, 'bring-desk');
  await form.getByRole('button', { name: 'Heng opp lappen' }).click();
  await page.getByText(`1 lapp henger nå på ${title}.`, { exact: true }).last().waitFor();
});

it('the hall’s own file makes an equal hall from the start page', async () => {
  const { token } = await sessionOf(server.base, made, 'organiser');
  const plan = await BoardClient.joined({ base: server.base, station: planOf(made.hall.id), token });
  addMeasure(plan.doc, { id: newId('m'), title: 'Felles opplæring', at: 1, slot: ['national', 3, 5] });
  await plan.allSaved();
  plan.leave();
  const [download] = await Promise.all([
    organiser.page.waitForEvent('download'),
    organiser.page.getByRole('button', { name: 'Hele hallen (JSON)', exact: true }).click(),
  ]);
  const file = readFileSync(await download.path());
  const { page } = await openScreen(browser, 'phone');
  await page.goto(`http://${HOST}:${server.port}/`);
  await page.getByLabel(/^Fra en fil/).check();
  const choose = (name: string, buffer: Buffer) =>
    page.getByLabel('Velg fil').setInputFiles({ name, mimeType: 'application/json', buffer });
  await choose('nyere.json', Buffer.from('{"format":"vandrehallen","v":9}'));
  await page
    .getByText('nyere.json er laget av en nyere utgave av Vandrehallen enn denne serveren.')
    .waitFor();
  await choose('hall.json', file);
  await page.getByText('hall.json er en hel hall: 4 stasjoner, 3 lapper og 1 tiltak.').waitFor();
  expect(await page.getByLabel('Hva heter hallen?').inputValue()).toBe('Prøvehall');
  expect(await axeFinds(page)).toEqual([]);
  await shoot(page, 'start-import');
  await page.getByRole('button', { name: 'Lag hallen' }).click();
  await page.getByRole('heading', { name: 'Prøvehall' }).waitFor();
  const again = await page.evaluate(async () => {
    const [, id] = /(h_[A-Za-z0-9_-]+)/.exec(location.pathname)!;
    return (await fetch(`/api/halls/${id}/export?as=organiser`)).json();
  });
  expect(again).toEqual(JSON.parse(file.toString()));
});
