/**
 * The results page in real browsers (RP1–RP15): the organiser publishes, a stranger on a phone reads, fetches and signs
 * up, the organiser accepts, the owner of a measure tells how it goes; read by axe, at 320 px, and on paper.
 */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type NoteId, planOf } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import { addMeasure, addPoint } from '../../shared/plan/planOps.ts';
import { sourceOf } from '../../shared/plan/source.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { axeFinds } from '../harness/axe.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { HOST, openBrowser, openScreen, type Screen, SIZES, type Size, shoot } from '../harness/browser.ts';
import { makeHall, sessionOf } from '../harness/hall.ts';
import { type ServerProcess, startServer } from '../harness/serverProcess.ts';
import { stepByStep } from '../harness/steps.ts';

const screens: Screen[] = [];
let server: ServerProcess;
let browser: Browser;
let made: CreatedHall;
let desk: Page;
let phone: Page;
let link: string;
let ownerLink: string;

stepByStep();

async function open(size: Size, path: string): Promise<Page> {
  const screen = await openScreen(browser, size);
  screens.push(screen);
  await screen.page.goto(path.startsWith('http') ? path : `http://${HOST}:${server.port}${path}`);
  return screen.page;
}

const isTooWide = (on: Page) =>
  on.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);

beforeAll(async () => {
  server = await startServer();
  made = await makeHall(server.base);
  const { token } = await sessionOf(server.base, made, 'organiser');
  const [, barriers] = made.hall.stations.map(({ id }) => id);
  const board = await BoardClient.joined({ base: server.base, station: barriers!, token });
  const notes: NoteId[] = [];
  for (let n = 0; n < 12; n++) notes.push(board.add({ text: `Lapp ${n}`, pos: [n * 240, 0] }));
  await board.allSaved();
  board.leave();
  const plan = await BoardClient.joined({ base: server.base, station: planOf(made.hall.id), token });
  const point = addPoint(plan.doc, {
    of: barriers!,
    title: 'For lite tid',
    line: 'Lærerne rekker ikke å følge opp praksis.',
    check: true,
    sources: notes.slice(0, 7).map((note) => sourceOf(barriers!, note)),
  });
  addPoint(plan.doc, {
    of: barriers!,
    title: 'Bussen går for sjelden',
    sources: [sourceOf(barriers!, notes[8]!)],
    single: true,
  });
  addPoint(plan.doc, {
    of: 'hall',
    title: 'Tid er det alle mangler',
    sources: [point!],
  });
  addMeasure(plan.doc, {
    title: 'Felles møteplass for lærere og bedrifter',
    why: 'De kjenner ikke hverandre.',
    firstStep: 'Finn et lokale',
    owner: 'Kommunen',
    period: 'w2',
    place: [80, 90],
    at: 1,
  });
  addMeasure(plan.doc, { title: 'Praksisbørs', period: 'm2', at: 2 });
  await plan.allSaved();
  plan.leave();
  browser = await openBrowser();
  desk = await open('laptop', paths.organise(made.hall.id, made.keys.organiser));
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await server?.kill();
});

const section = () => desk.locator('[data-part="publish"]');

it('the organiser adds a file and news, looks at the page, and publishes it', async () => {
  const part = section();
  await part.getByText('Ikke publisert.').waitFor();
  await part.getByText(/Ett hovedpunkt er merket/).waitFor();
  await part.getByLabel('Velg filer').setInputFiles([
    {
      name: 'rapport.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(`%PDF-1.7 ${'x'.repeat(300_000)}`),
    },
    { name: 'lur.png', mimeType: 'image/png', buffer: Buffer.from('ikke et bilde') },
  ]);
  await part.getByText('300 kB').waitFor();
  await part.getByText(/lur\.png ble ikke tatt imot/).waitFor();
  await part.getByLabel('Kort melding').fill('Vi møtes igjen i mars.');
  await part.getByRole('button', { name: 'Legg ut' }).click();
  await part.getByText('Vi møtes igjen i mars.').waitFor();
  await part.getByLabel('Innledning').fill('Takk til alle som gikk rundt.');
  await part.getByRole('button', { name: 'Se hvordan den blir' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByText('Praksisbørs').first().waitFor();
  expect(await dialog.getByRole('button', { name: /Vi blir med/ }).count()).toBe(0);
  await shoot(desk, '90-publish-preview');
  await dialog.getByRole('button', { name: 'Lukk forhåndsvisningen' }).click();
  await part.getByRole('button', { name: 'Publiser' }).click();
  link = (await part.getByText(/\/r\/[A-Za-z0-9_-]{22}$/).textContent())!;
  await part.scrollIntoViewIfNeeded();
  await shoot(desk, '91-publish-laptop');
  expect(await axeFinds(desk)).toEqual([]);
});

it('a stranger on a phone reads it, without a cookie, fetches the file, and signs up', async () => {
  phone = await open('phone', new URL(link).pathname);
  await phone.getByRole('heading', { level: 1, name: 'Prøvehall' }).waitFor();
  await phone.getByText('Takk til alle som gikk rundt.').waitFor();
  await phone.getByText('færre enn 5').waitFor();
  expect(await phone.getByText('Lapp 3').count()).toBe(0);
  expect(await phone.context().cookies()).toEqual([]);
  expect(await axeFinds(phone)).toEqual([]);
  expect(await isTooWide(phone)).toBe(false);
  await shoot(phone, '92-results-phone');

  const [download] = await Promise.all([
    phone.waitForEvent('download'),
    phone.getByRole('link', { name: 'Last ned rapport.pdf, 300 kB' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('rapport.pdf');

  await phone.getByRole('button', { name: 'Vi blir med på «Praksisbørs»' }).click();
  const dialog = phone.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Send påmeldingen' }).click();
  await dialog.getByText('Skriv hvilken organisasjon det gjelder.').waitFor();
  await dialog.getByLabel('Organisasjon', { exact: true }).fill('Elevorganisasjonen');
  await dialog.getByLabel(/Hvem kan vi kontakte/).fill('kari@example.org');
  await shoot(phone, '93-results-signup');
  expect(await axeFinds(phone)).toEqual([]);
  await dialog.getByRole('button', { name: 'Send påmeldingen' }).click();
  await phone.getByText(/Takk! Påmeldingen er sendt/).waitFor();
  await phone.reload();
  await phone.getByText('Praksisbørs').first().waitFor();
  expect(await phone.getByText('Elevorganisasjonen').count()).toBe(0);
});

it('the organiser accepts it, and makes a link for an owner', async () => {
  const part = section();
  await desk.reload();
  await part.getByRole('button', { name: 'Vis Elevorganisasjonen på siden' }).click();
  await part.getByText('Vises på siden').waitFor();
  await part.getByRole('button', { name: /Lag lenke for «Felles møteplass/ }).click();
  ownerLink = (await part.getByText(/\/measure#/).textContent())!;
  await shoot(desk, '94-publish-signups');
  await phone.reload();
  await phone.getByText('1 organisasjon blir med').waitFor();
  await phone.getByText('Elevorganisasjonen').waitFor();
  expect(await phone.getByText('kari@example.org').count()).toBe(0);
});

it('the owner tells how it goes, takes the days along, and the page shows it', async () => {
  const { pathname, hash } = new URL(ownerLink);
  const owner = await open('phone', pathname + hash);
  await owner.getByRole('heading', { level: 1, name: 'Felles møteplass for lærere og bedrifter' }).waitFor();
  const first = owner.locator('form').first();
  await first.getByLabel('I gang').check();
  await first.getByLabel(/Hva har skjedd/).fill('Lokalet er funnet.');
  await first.getByRole('button', { name: 'Lagre status etter 30 dager' }).click();
  await first.getByText(/Sist lagret/).waitFor();
  expect(await axeFinds(owner)).toEqual([]);
  await shoot(owner, '95-owner-phone');
  const [calendar] = await Promise.all([
    owner.waitForEvent('download'),
    owner.getByRole('button', { name: 'Legg datoene i kalenderen' }).click(),
  ]);
  expect(calendar.suggestedFilename()).toBe('tiltak.ics');
  await owner.reload();
  expect(await owner.locator('form').first().getByLabel('I gang').isChecked()).toBe(true);
  await phone.reload();
  await phone.getByText('Lokalet er funnet.').waitFor();
});

it('reads in nynorsk and English, at 320 px, wide, and on paper', async () => {
  await phone.setViewportSize({ width: 320, height: 640 });
  expect(await isTooWide(phone)).toBe(false);
  await phone.emulateMedia({ colorScheme: 'dark' });
  expect(await axeFinds(phone)).toEqual([]);
  for (const [language, heading] of [
    ['nn', 'Hovudpunkt'],
    ['en', 'Main points'],
    ['nb', 'Hovedpunkter'],
  ] as const) {
    await phone.getByRole('combobox').first().selectOption(language);
    await phone.getByRole('heading', { name: heading, exact: true }).waitFor();
  }
  await desk.setViewportSize(SIZES.phone);
  await desk.getByRole('button', { name: 'Resultatside', exact: true }).click();
  await section().getByRole('button', { name: 'Kopier lenken' }).waitFor();
  expect(await isTooWide(desk)).toBe(false);
  await section().getByRole('button', { name: 'Resultatside' }).scrollIntoViewIfNeeded();
  await shoot(desk, '98-publish-phone');
  await desk.setViewportSize(SIZES.laptop);
  const wide = await open('laptop', new URL(link).pathname);
  await wide.getByRole('heading', { level: 1 }).waitFor();
  await wide.getByRole('heading', { name: 'Tiltak', exact: true }).scrollIntoViewIfNeeded();
  await shoot(wide, '96-results-laptop');
  await wide.emulateMedia({ media: 'print' });
  expect(await wide.getByRole('button', { name: 'Skriv ut' }).isVisible()).toBe(false);
  expect(
    await wide
      .getByRole('button', { name: /Vi blir med/ })
      .first()
      .isVisible(),
  ).toBe(false);
  await wide.setViewportSize({ width: 794, height: 1123 });
  await shoot(wide, '97-results-print');
  const paper = await wide.pdf({ format: 'A4', printBackground: false });
  expect(paper.byteLength).toBeGreaterThan(10_000);
});

it('withdrawn with one press and a yes, it is gone', async () => {
  const part = section();
  await part.getByRole('button', { name: 'Trekk tilbake', exact: true }).click();
  await part.getByRole('button', { name: 'Trekk siden tilbake' }).click();
  await part.getByText('Ikke publisert.').waitFor();
  await phone.reload();
  await phone.getByRole('heading', { name: 'Siden finnes ikke' }).waitFor();
  // The answer that there is no such page is what the last step is about.
  const unmeant = screens
    .flatMap(({ errors }) => errors)
    .filter((error) => !/status of 4(00|04)/.test(error));
  expect(unmeant).toEqual([]);
  const hosts = new Set(screens.flatMap((screen) => [...screen.hosts]));
  expect([...hosts].every((host) => host.startsWith(`${HOST}:`))).toBe(true);
});
