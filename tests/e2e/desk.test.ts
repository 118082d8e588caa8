/** A host runs a station with one thumb: the desk on a phone against the real server, with people who write and ask. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NoteId, newId, type StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { axeFinds } from '../harness/axe.ts';
import { HOST, openBrowser, openScreen, type Screen, shoot } from '../harness/browser.ts';
import { call, makeHall } from '../harness/hall.ts';
import { HallClient } from '../harness/hallClient.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { stepByStep } from '../harness/steps.ts';
import { until } from '../harness/until.ts';

stepByStep();

const folder = tempFolder();
let server: ServerProcess;
let browser: Browser;
let made: CreatedHall;
let station: StationId;
let host: Screen;
let laptop: Screen;
let kari: HallClient;
let ola: HallClient;

beforeAll(async () => {
  server = await startServer({ dataDir: folder.path });
  made = await makeHall(server.base);
  station = made.hall.stations[0]!.id;
  browser = await openBrowser();
  host = await openScreen(browser, 'phone');
  laptop = await openScreen(browser, 'laptop');
  kari = await participant('Kari');
  ola = await participant('Ola');
});

afterAll(async () => {
  kari?.leave();
  ola?.leave();
  await browser?.close();
  await server?.kill();
  folder.remove();
});

async function participant(name: string): Promise<HallClient> {
  const { body } = await call<never>(server.base, 'POST', '/api/session', {
    body: { key: made.keys.join, name },
  });
  const client = await HallClient.joined(server.base, body);
  await client.ask('station:enter', { stationId: station });
  return client;
}

async function write(client: HallClient, text: string): Promise<NoteId> {
  const id = newId('n');
  const answer = await client.ask('note:write', { stationId: station, id, text });
  expect(answer).toMatchObject({ ok: true });
  return id;
}

const here = (client: HallClient) => client.state!.stations.find(({ id }) => id === station)!;
const page = (): Page => host.page;
/** On the desk itself, not in what is said to screen readers. */
const shown = (text: string | RegExp) => page().locator('main').getByText(text).first();
const part = (name: string) =>
  page().getByRole('navigation', { name: 'Pultens deler' }).getByRole('button', { name });
const press = (name: string | RegExp, exact = false) => page().getByRole('button', { name, exact }).click();
const card = (text: string) => page().getByRole('listitem').filter({ hasText: text });

describe('the host on a phone', () => {
  it('opens the desk by its link, and finds the round, the clock and what to say', async () => {
    const base = `http://${HOST}:${server.port}`;
    await page().goto(base + paths.desk(made.hall.id, station, made.keys.host[station]));
    await page().getByRole('heading', { name: 'Idébanken' }).waitFor();
    await page().getByRole('button', { name: 'Start runde 2' }).waitFor();
    await shoot(page(), '60-desk-now');
  });

  it('starts the clock with one tap, lengthens it, holds it and takes it away', async () => {
    await press('Start 5 min');
    await until(() => kari.state?.timer?.running, { what: 'the clock to run for others' });
    const face = page().getByRole('timer').first();
    await expect.poll(() => face.innerText()).toMatch(/^4:5\d$/);
    await press('+5 minutter');
    await expect.poll(() => face.innerText()).toMatch(/^9:[45]\d$/);
    await press('−1 minutt');
    await expect.poll(() => face.innerText()).toMatch(/^8:[45]\d$/);
    await shoot(page(), '61-desk-clock');
    await press('Stopp litt');
    await until(() => kari.state?.timer?.running === false, { what: 'the clock to stand' });
    await press('Fortsett');
    await press('Ta bort klokka');
    await press('Ta den bort');
    await until(() => kari.state?.timer === null, { what: 'the clock to be gone' });
  });

  it('sends the hall on a break of other minutes', async () => {
    await page().getByText('Pause', { exact: true }).click();
    await page().getByLabel('Andre minutter').fill('25');
    await shoot(page(), '62-desk-break');
    await press('Start', true);
    await until(() => kari.state?.timer?.kind === 'break', { what: 'the break' });
    expect(kari.state!.timer!.total).toBe(25 * 60_000);
    await shown(/Pause til \d\d:\d\d/).waitFor();
  });

  it('sees new notes from any part of the desk, and reads them newest first', async () => {
    await write(kari, 'Den første ideen');
    await write(ola, 'Den andre ideen');
    await part('Lapper 2 nye lapper').waitFor();
    await part('Lapper').click();
    await expect
      .poll(() =>
        page()
          .getByRole('button', { name: /^Skjul: / })
          .count(),
      )
      .toBe(2);
    const texts = await page()
      .getByRole('button', { name: /^Skjul: / })
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')));
    expect(texts).toEqual(['Skjul: Den andre ideen', 'Skjul: Den første ideen']);
    await shoot(page(), '63-desk-notes');
  });

  it('hides a note kindly, its writer reads why, and it is brought back by one tap', async () => {
    await press('Skjul: Den første ideen');
    await page().getByRole('dialog').waitFor();
    await shoot(page(), '64-desk-hide');
    await press(/uten navn på enkeltpersoner/);
    await shown('Lappen er skjult.').waitFor();
    await card('Den første ideen').waitFor({ state: 'detached' });
    const { data } = (await kari.ask('notes:mine', {})) as {
      data: { notes: { hidden?: { message: string } }[] };
    };
    expect(data.notes[0]!.hidden?.message).toMatch(/uten navn/);
    await shoot(page(), '65-desk-hidden');
    await press('Angre', true);
    await card('Den første ideen').waitFor();
  });

  it('finds a hidden note again after the toast is gone', async () => {
    await press('Skjul: Den andre ideen');
    await page().getByText('Skriv egne ord').click();
    await page().getByLabel('Melding til skriveren').fill('Kan du si det med færre ord?');
    await press('Skjul med disse ordene');
    await page().getByText('Skjult (1)').click();
    await shown('Skriveren fikk lese: «Kan du si det med færre ord?»').waitFor();
    await shoot(page(), '66-desk-hidden-list');
    await press('Heng opp igjen: Den andre ideen');
    await shown('Ingen lapper er skjult.').waitFor();
    await until(() => here(kari).notes === 2, { what: 'both to hang' });
  });

  it('lets people write first and shows it later, all at once', async () => {
    await part('Nå').click();
    await page().getByRole('switch', { name: 'Skriv først, vis etterpå' }).click();
    await until(() => here(kari).rules.hiding, { what: 'the rule' });
    await write(kari, 'Skrevet i det skjulte');
    await write(ola, 'Også skrevet i det skjulte');
    await shown('2 lapper venter på å bli vist').waitFor();
    await shoot(page(), '67-desk-waiting');
    await part('Lapper').click();
    await page().getByText('Venter (2)').click();
    await shown('Skrevet av Kari').waitFor();
    await shoot(page(), '68-desk-waiting-list');
    await press('Vis denne: Skrevet i det skjulte');
    await until(() => here(kari).notes === 3, { what: 'the one to hang' });
    await part('Nå').click();
    await press('Vis lappen');
    await press('Vis dem nå');
    await until(() => here(kari).notes === 4 && !here(kari).rules.hiding, { what: 'all to hang' });
    expect(await page().getByRole('switch', { name: 'Skriv først, vis etterpå' }).isChecked()).toBe(false);
  });

  it('hands out so many notes each', async () => {
    await page().getByRole('group', { name: 'Lapper til hver' }).getByText('5', { exact: true }).click();
    await until(() => here(kari).rules.allowance === 5, { what: 'the allowance' });
    await shown('Hver deltaker har 5 lapper her.').waitFor();
  });

  it('sees at once who wants help, from any part, and how many are done', async () => {
    await kari.ask('hand:raise', { stationId: station, hand: 'help' });
    await ola.ask('hand:raise', { stationId: station, hand: 'done' });
    await press('1 vil ha hjelp', true);
    await shown('Kari vil ha hjelp').waitFor();
    await shown('1 av 2 ferdige').waitFor();
    await shoot(page(), '69-desk-people');
    await press('Ta ned hånden til Kari');
    await until(() => kari.you?.hand === null, { what: 'the hand to be down' });
    await shown('Kari vil ha hjelp').waitFor({ state: 'detached' });
  });

  it('takes a person’s last minute back, and lets them only look, and write again', async () => {
    await page().locator('summary').filter({ hasText: 'Ola' }).click();
    await press('Angre siste minutt for Ola');
    await shoot(page(), '70-desk-undo');
    await press('Ta det tilbake');
    await shown('Tatt tilbake: 2 lapper skjult.').waitFor();
    await press('La Ola bare se på');
    await press('La dem bare se på');
    await until(() => ola.you?.shutOut, { what: 'Ola to be shut out' });
    await press('La Ola skrive igjen');
    await until(() => ola.you?.shutOut === false, { what: 'Ola to be let in' });
  });

  it('calls the organiser, and hands the desk on by its own link', async () => {
    await press('Kall på arrangøren');
    await until(() => here(kari).calling, { what: 'the call' });
    await press('Arrangøren er kalt på');
    await until(() => !here(kari).calling, { what: 'the call to be over' });
    await page().getByText('Gi pulten videre').click();
    await page().getByRole('img', { name: 'QR-kode: vertslenke' }).waitFor();
    await shoot(page(), '71-desk-hand-over');
  });

  it('steers the wall, and lifts out a note that it searches for', async () => {
    await part('Vegg').click();
    await press('Blank');
    await until(() => here(kari).wall.show === 'blank', { what: 'the wall to be blank' });
    await press('Av seg selv');
    await page().getByText('Velg lapp eller gruppe').click();
    await page().getByLabel('Søk i lapper og grupper').fill('første');
    await shown('1 treff').waitFor();
    await press('Den første ideen', true);
    await shown('Dette står stort på veggen nå:').waitFor();
    await shoot(page(), '72-desk-wall');
    await press('Ta det ned fra veggen');
    await until(() => here(kari).wall.spotlight === null, { what: 'the spotlight to be off' });
  });

  it('holds a vote in secret, and shows what came of it', async () => {
    await press('Start avstemningen');
    const poll = await until(() => here(kari).poll, { what: 'the vote' });
    const note = await write(kari, 'Denne får prikker');
    await kari.ask('vote:dots', { stationId: station, poll: poll.id, on: note, dots: 2 });
    await shown('1 har stemt').waitFor();
    expect(here(kari).results).toBeNull();
    await press('Vis resultatet');
    await press('Vis det for alle');
    await page().getByText('2 prikker', { exact: true }).waitFor();
    await shoot(page(), '73-desk-vote');
    expect(await until(() => here(kari).results, { what: 'the result' })).toMatchObject({
      dots: { [note]: 2 },
    });
    await press('Lukk avstemningen');
    await until(() => here(kari).poll?.open === false, { what: 'the vote to be closed' });
  });

  it('has nothing that axe finds fault with, in any part, light or dark', async () => {
    await page().emulateMedia({ reducedMotion: 'reduce' });
    const found: string[] = [];
    for (const name of ['Nå', 'Lapper', 'Folk', 'Vegg']) {
      await part(name).click();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page().emulateMedia({ colorScheme });
        for (const fault of await axeFinds(page())) found.push(`${name} (${colorScheme}) ${fault}`);
        await shoot(page(), `75-desk-${colorScheme}-${name}`);
      }
    }
    await page().emulateMedia({ colorScheme: 'light' });
    expect(found).toEqual([]);
  });

  it('never scrolls sideways, at 320 px either', async () => {
    await page().setViewportSize({ width: 320, height: 640 });
    for (const name of ['Nå', 'Lapper', 'Folk', 'Vegg']) {
      await part(name).click();
      const over = await page().evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, name).toBe(0);
    }
  });
});

describe('the same desk on a laptop', () => {
  it('has all parts side by side', async () => {
    const base = `http://${HOST}:${server.port}`;
    await laptop.page.goto(base + paths.desk(made.hall.id, station, made.keys.host[station]));
    for (const name of ['Nå', 'Lapper', 'Folk', 'Vegg']) {
      await laptop.page.getByRole('heading', { name, exact: true, level: 2 }).waitFor();
    }
    await laptop.page.getByRole('button', { name: 'Skjul: Den første ideen' }).waitFor();
    await shoot(laptop.page, '74-desk-laptop');
    expect(await laptop.page.getByRole('navigation', { name: 'Pultens deler' }).count()).toBe(0);
  });

  it('no page stumbled', () => {
    expect(host.errors).toEqual([]);
    expect(laptop.errors).toEqual([]);
  });
});
