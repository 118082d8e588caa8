/**
 * An organiser runs a hall from the page: rewrites, adds, reorders and takes away stations while a participant's board is
 * open, sets rounds and lists, prints posters, saves a template and starts from it, ends the hall and opens it again.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HallId, StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import type { CreatedHall, Template } from '../../shared/protocol/rest.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { HOST, openBrowser, openScreen, type Screen, SIZES, shoot } from '../harness/browser.ts';
import { makeHall, sessionOf } from '../harness/hall.ts';
import { HallClient } from '../harness/hallClient.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { until } from '../harness/until.ts';

const folder = tempFolder();
const NOTES = ['Vi hører aldri hva det ble til', 'For få praksisplasser', 'Reisen er lang'];
let server: ServerProcess;
let browser: Browser;
let base: string;
let made: CreatedHall;
let hall: HallId;
let idea: StationId;
let complaint: StationId;
let organiser: Screen;
let participant: Screen;
let watcher: HallClient;
let writer: BoardClient;
let host: HallClient;

// Each step stands on the one before: after the first that fails the rest says nothing.
let fallen = '';
beforeEach((context) => {
  if (fallen) context.skip(`after: ${fallen}`);
  context.onTestFailed(({ task }) => {
    fallen = task.name;
  });
});

beforeAll(async () => {
  server = await startServer({ dataDir: folder.path });
  base = `http://${HOST}:${server.port}`;
  made = await makeHall(server.base);
  hall = made.hall.id;
  [idea, complaint] = made.hall.stations.map(({ id }) => id) as [StationId, StationId];
  const session = await sessionOf(server.base, made, 'participant');
  watcher = await HallClient.joined(server.base, session);
  host = await HallClient.joined(server.base, await sessionOf(server.base, made, 'host', idea));
  writer = await BoardClient.joined({ base: server.base, station: complaint, token: session.token });
  for (const [index, text] of NOTES.entries()) writer.add({ text, pos: [index * 260, 0], at: index + 1 });
  await writer.allSaved();

  browser = await openBrowser();
  organiser = await openScreen(browser, 'laptop');
  participant = await openScreen(browser, 'laptop');
  await participant.page.goto(base + paths.joinByKey(made.keys.join));
  await participant.page.locator('main button[type=submit]').click();
  await participant.page.waitForURL(/hall\/h_/);
  await participant.page.goto(base + paths.board(hall, complaint));
  for (const text of NOTES) await hangs(participant.page, text);
  await organiser.page.goto(base + paths.organise(hall, made.keys.organiser));
  await organiser.page.getByRole('heading', { name: 'Stasjonene' }).waitFor();
});

afterAll(async () => {
  writer?.leave();
  watcher?.leave();
  host?.leave();
  await browser?.close();
  await server?.kill();
  folder.remove();
});

/** A part of the page. */
const part = (name: string) => organiser.page.locator(`[data-part=${name}]`);
/** A station in the organiser's list. */
const row = (title: string) =>
  part('stations')
    .locator('[data-station]')
    .filter({ has: organiser.page.getByRole('heading', { name: title }) });
const button = (name: string | RegExp) => organiser.page.getByRole('button', { name, exact: true });
const titles = () => watcher.state!.stations.map(({ title }) => title);

async function hangs(page: Page, text: string): Promise<void> {
  await page.locator('[data-note-id]').filter({ hasText: text }).first().waitFor();
}

describe('the organiser’s page', () => {
  it('rewrites a station in its place, and everybody reads the new words', async () => {
    await button('Rett Klagemuren').click();
    const form = organiser.page.getByRole('form', { name: 'Rett stasjonen Klagemuren' });
    expect(await form.getByLabel('Navn').evaluate((field) => field === document.activeElement)).toBe(true);
    await form.getByLabel('Navn').fill('Muren');
    await form.getByLabel('Spørsmålet').fill('Hva stopper oss?');
    await form.getByLabel('Det verten leser opp').fill('Velkommen.\n\nEtt poeng på hver lapp.');
    await shoot(organiser.page, 'organise-edit');
    await form.getByRole('button', { name: 'Lagre stasjonen' }).click();
    await row('Muren').getByText('Hva stopper oss?').waitFor();
    const station = () => watcher.state!.stations.find(({ id }) => id === complaint)!;
    await until(() => station().title === 'Muren', { what: 'the new name' });
    expect(station()).toMatchObject({
      question: 'Hva stopper oss?',
      explanation: ['Velkommen.', 'Ett poeng på hver lapp.'],
      levels: true,
    });
    await participant.page.getByText('Muren').first().waitFor();
    await until(() => button('Rett Muren').evaluate((element) => element === document.activeElement), {
      what: 'the focus to be back where it was',
    });
  });

  it('keeps what was typed when it can’t be saved', async () => {
    await button('Rett Muren').click();
    const form = organiser.page.getByRole('form', { name: 'Rett stasjonen Muren' });
    await form.getByLabel('Navn').fill('   ');
    await form.getByLabel('Spørsmålet').fill('Dette må ikke bli borte');
    await form.getByRole('button', { name: 'Lagre stasjonen' }).click();
    await form.getByText('Gi stasjonen et navn.').waitFor();
    expect(await form.getByLabel('Spørsmålet').inputValue()).toBe('Dette må ikke bli borte');
    await form.getByRole('button', { name: 'Avbryt' }).click();
    await row('Muren').getByText('Hva stopper oss?').waitFor();
  });

  it('puts stations in another order by single presses, by keyboard, and the focus stays with the station', async () => {
    const before = titles();
    await button('Flytt Idébanken ned').focus();
    await organiser.page.keyboard.press('Enter');
    await organiser.page.keyboard.press('Enter');
    const wanted = [before[1], before[2], before[0], before[3]];
    await until(() => titles().join() === wanted.join(), { what: `the order ${wanted}` });
    await until(
      () => button('Flytt Idébanken ned').evaluate((element) => element === document.activeElement),
      {
        what: 'the focus to follow the station',
      },
    );
    await organiser.page.keyboard.press('Enter');
    await until(
      () => button('Flytt Idébanken opp').evaluate((element) => element === document.activeElement),
      {
        what: 'the focus to turn at the end',
      },
    );
    await until(() => titles().at(-1) === 'Idébanken', { what: 'the station to come last' });
  });

  it('adds a station, shows its host’s link once, and the link opens its desk', async () => {
    await button('Legg til en stasjon').click();
    const form = organiser.page.getByRole('form', { name: 'Legg til en stasjon' });
    await form.getByLabel('Navn').fill('Neste steg');
    await form.getByLabel('Spørsmålet').fill('Hva gjør vi på mandag?');
    await form.getByRole('button', { name: 'Legg til stasjonen' }).click();
    await organiser.page.getByRole('heading', { name: 'Vertslenken til Neste steg' }).waitFor();
    await shoot(organiser.page, 'organise-added');
    await until(() => titles().includes('Neste steg'), { what: 'the new station' });
    const added = watcher.state!.stations.find(({ title }) => title === 'Neste steg')!;
    const key = await organiser.page.evaluate(
      ([hallId, stationId]) =>
        JSON.parse(localStorage.getItem(`vh.keys.${hallId}`) ?? '{}').host?.[stationId!],
      [hall, added.id],
    );
    const desk = await openScreen(browser, 'phone');
    await desk.page.goto(base + paths.desk(hall, added.id, key));
    await desk.page.getByText('Hva gjør vi på mandag?').first().waitFor();
    await desk.context.close();
    await button('Ferdig').click();
    await row('Neste steg').waitFor();
  });

  it('takes a station away with its notes while somebody is at its board, and brings both back', async () => {
    await button('Ta bort Muren').click();
    await organiser.page.getByText('Stasjonen legges i skuffen med de 3 lappene.').waitFor();
    await shoot(organiser.page, 'organise-remove');
    await button('Legg den i skuffen').click();
    await until(() => !titles().includes('Muren'), { what: 'the station to be gone' });
    const tray = part('stations').getByRole('region', { name: 'Skuffen' });
    await tray.getByText('3 lapper').waitFor();
    await tray.getByText('Heng lappene på en annen stasjon').click();
    for (const text of NOTES) await tray.getByText(text).waitFor();
    await shoot(organiser.page, 'organise-tray');

    await button('Sett Muren tilbake').click();
    await until(() => titles().includes('Muren'), { what: 'the station to be back' });
    await tray.getByText('Skuffen er tom.').waitFor();
    // At the board that was open all the while, without loading it anew.
    for (const text of NOTES) await hangs(participant.page, text);
    await row('Muren').getByText('3 lapper').waitFor();
  });

  it('hangs one note of the tray at another station, and the others stay', async () => {
    await button('Ta bort Muren').click();
    await button('Legg den i skuffen').click();
    const tray = part('stations').getByRole('region', { name: 'Skuffen' });
    await tray.getByText('Heng lappene på en annen stasjon').click();
    await tray.getByLabel('Hvor skal de henge?').selectOption({ label: 'Neste steg' });
    await tray.getByLabel(NOTES[1]!).check();
    await tray.getByRole('button', { name: 'Heng opp den ene' }).click();
    await row('Neste steg').getByText('1 lapp', { exact: true }).waitFor();
    await tray.getByText('2 lapper').waitFor();
    const neste = watcher.state!.stations.find(({ title }) => title === 'Neste steg')!;
    await participant.page.goto(base + paths.board(hall, neste.id));
    await hangs(participant.page, NOTES[1]!);
    await button('Sett Muren tilbake').click();
    await until(() => titles().includes('Muren'), { what: 'the station to be back' });
  });

  it('renames, recolours and adds rounds, and does not offer to take a started one away', async () => {
    const rounds = part('rounds');
    await rounds.getByLabel('Navn Runde 2').fill('Lunsj');
    await rounds.getByRole('group', { name: 'Farge på runde 2' }).getByLabel('Fiolett').check();
    await rounds.getByRole('button', { name: 'Legg til en runde' }).click();
    await rounds.getByText('Ikke lagret ennå.').waitFor();
    await shoot(organiser.page, 'organise-rounds');
    await rounds.getByRole('button', { name: 'Lagre rundene' }).click();
    await until(() => watcher.state!.rounds.length === 5, { what: 'five rounds' });
    expect(watcher.state!.rounds[1]).toEqual({ n: 2, name: 'Lunsj', colour: 'violet' });
    const drop = rounds.getByRole('button', { name: /Ta bort runde/ });
    for (let n = 5; n > 1; n--) await drop.click();
    expect(await drop.count()).toBe(0);
    await rounds.getByRole('button', { name: 'Forkast endringene' }).click();
    await rounds.getByLabel('Navn Runde 5').waitFor();
  });

  it('takes two hundred pasted organisations, with duplicates merged, and roles', async () => {
    const people = part('people');
    const lines = Array.from(
      { length: 200 },
      (_, n) => `Organisasjon ${n + 1}\t${n % 2 ? 'kommune' : 'skole'}`,
    );
    await people.getByLabel('Organisasjoner').fill([...lines, 'ORGANISASJON 7'].join('\n'));
    await people.getByText('200 organisasjoner · 1 dublett er slått sammen').waitFor();
    await people.getByLabel('Roller').fill('Lærer\nElev');
    await people.getByLabel('Lapper per person').fill('40');
    await people.getByRole('button', { name: 'Lagre deltakerlistene' }).click();
    await until(() => watcher.state!.settings.organisations.length === 200, { what: 'the organisations' });
    expect(watcher.state!.settings).toMatchObject({ roles: ['Lærer', 'Elev'], notesPerPerson: 40 });
    expect(watcher.state!.settings.organisations[6]).toEqual({ name: 'Organisasjon 7', kind: 'skole' });
    await shoot(organiser.page, 'organise-people');
  });

  it('lets hosts start rounds or not, and says which', async () => {
    const steer = part('time').getByRole('switch', { name: 'Verter kan starte runder' });
    await steer.click();
    await until(() => watcher.state!.settings.hostsSteer === false, { what: 'the switch' });
    await part('time').getByText('Bare arrangøren kan starte runder, tid og pauser.').waitFor();
    await steer.click();
    await until(() => watcher.state!.settings.hostsSteer, { what: 'the switch back' });
  });

  it('shows at the top that a host calls, until somebody comes', async () => {
    expect(await host.ask('organiser:call', { stationId: idea, calling: true })).toMatchObject({ ok: true });
    const calls = organiser.page.getByRole('region', { name: 'Verter ringer' });
    await calls.getByText('Verten på Idébanken vil snakke med deg.').waitFor();
    await row('Idébanken').getByText('Verten på Idébanken vil snakke med deg.').waitFor();
    await shoot(organiser.page, 'organise-calling');
    await button('Jeg kommer til Idébanken').click();
    await calls.waitFor({ state: 'detached' });
    await until(() => watcher.state!.stations.every(({ calling }) => !calling), {
      what: 'the call to be over',
    });
  });

  it('tells in plain words how the hall fares, and what was done, without any note’s text', async () => {
    await part('health').getByText('Alt i orden.').or(part('health').getByText('Mye å gjøre')).waitFor();
    await part('health')
      .getByText(/Holder til omtrent/)
      .waitFor();
    // The table is asked for anew every ten seconds: a station made just now comes with the next answer.
    await until(async () => (await part('health').getByRole('row').count()) === titles().length + 1, {
      what: 'a row for each station',
    });
    await part('log').getByRole('button', { name: 'Hent på nytt' }).click();
    await part('log').getByText('ringte arrangøren', { exact: false }).first().waitFor();
    await part('log').getByText('hengte opp lapper fra skuffen', { exact: false }).first().waitFor();
    const said = await part('log').innerText();
    for (const text of NOTES) expect(said).not.toContain(text);
    expect(said).not.toMatch(/[a-z]+:[a-z]+/);
    await part('health').scrollIntoViewIfNeeded();
    await shoot(organiser.page, 'organise-health');
  });

  it('prints an A4 poster for the hall and for each station', async () => {
    const { page } = organiser;
    await page.getByRole('link', { name: 'Plakater til utskrift' }).click();
    const posters = page.getByRole('article');
    await posters.first().waitFor();
    expect(await posters.count()).toBe(titles().length + 1);
    for (const poster of await posters.all()) {
      await poster.getByText(made.hall.code).waitFor();
      await poster.getByRole('img', { name: 'QR-kode for å bli med' }).waitFor();
    }
    await shoot(page, 'posters-laptop');
    const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(titles().length + 1);
    for (const [, width, height] of pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)) {
      expect(Number(width)).toBeCloseTo(595, -0.5);
      expect(Number(height)).toBeCloseTo(842, -0.5);
    }
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 703, height: 1_032 });
    await shoot(page, 'poster-print');
    await page.emulateMedia({ media: null });
    await page.setViewportSize(SIZES.laptop);
    await page.getByRole('link', { name: 'Til arrangørsiden' }).click();
    await part('take').waitFor();
  });

  it('saves the hall as a template, from which another begins; a bad file is told and loses nothing', async () => {
    const { page } = organiser;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      part('take').getByRole('link', { name: 'Lagre som mal' }).click(),
    ]);
    const path = join(folder.path, 'mal.json');
    await download.saveAs(path);
    const template = JSON.parse(readFileSync(path, 'utf8')) as Template;
    expect(template.stations.map(({ title }) => title)).toEqual(titles());
    expect(readFileSync(path, 'utf8')).not.toContain(NOTES[0]);

    const bad = join(folder.path, 'feil.json');
    const [first, ...rest] = template.stations;
    writeFileSync(bad, JSON.stringify({ ...template, stations: [{ ...first, kind: 'tak' }, ...rest] }));
    const other = await openScreen(browser, 'phone');
    await other.page.goto(base);
    await other.page.getByLabel('Hva heter hallen?').fill('Neste år');
    await other.page.getByLabel(/^Fra en fil/).check();
    await other.page.getByLabel('Velg fil').setInputFiles(bad);
    await other.page.getByText(`feil.json er en mal med ${titles().length} stasjoner.`).waitFor();
    await other.page.getByRole('button', { name: 'Lag hallen' }).click();
    await other.page.getByText('Serveren godtok ikke malfilen.').waitFor();
    await other.page.getByText('Feilen er ved: stations › 1 › kind.').waitFor();
    await shoot(other.page, 'template-refused');
    expect(await other.page.getByLabel('Hva heter hallen?').inputValue()).toBe('Neste år');

    await other.page.getByLabel('Velg fil').setInputFiles(path);
    await other.page.getByRole('button', { name: 'Lag hallen' }).click();
    await other.page.getByRole('heading', { level: 1, name: 'Neste år' }).waitFor();
    await other.page.getByRole('button', { name: 'Stasjonene' }).click();
    for (const title of titles()) await other.page.getByRole('heading', { name: title }).first().waitFor();
    await shoot(other.page, 'organise-phone-stations');
    await other.page.getByRole('button', { name: 'Runder', exact: true }).click();
    expect(await other.page.getByLabel('Navn Runde 2').inputValue()).toBe('Lunsj');
    await shoot(other.page, 'organise-phone-rounds');
    expect(other.errors.filter((error) => !error.includes('400'))).toEqual([]);
    await other.context.close();
  });

  it('ends the hall, after which it is read and not written, and opens it again', async () => {
    await button('Avslutt hallen').last().click();
    await organiser.page.getByText('Alle kan lese alt som henger', { exact: false }).waitFor();
    await button('Avslutt for alle').click();
    await organiser.page.getByRole('heading', { name: 'Hallen er avsluttet' }).waitFor();
    await organiser.page.getByText('Ta med lappene først.').waitFor();
    await shoot(organiser.page, 'organise-ended');
    await until(() => watcher.state!.endedAt !== null, { what: 'the end' });
    const refused = await watcher.ask('note:write', {
      stationId: idea,
      id: 'n_abcdefghijklmnopqrst' as never,
      text: 'For sent',
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'ended' } });

    await button('Åpne hallen igjen').click();
    await button('Åpne for alle').click();
    await part('stations').waitFor();
    await until(() => watcher.state!.endedAt === null, { what: 'the hall to be open again' });
    expect(organiser.errors).toEqual([]);
    expect([...organiser.hosts]).toEqual([new URL(base).host]);
  });
});
