/** The participant's side of a hosted hall, in real browsers: time, hidden notes, allowance, hands, votes, and the end. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type NoteId, newId, type StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import type { Answers, DeskPerson, RequestName, RequestOf } from '../../shared/protocol/hallEvents.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { HOST, openBrowser, openScreen, type Screen, shoot } from '../harness/browser.ts';
import { makeHall, sessionOf } from '../harness/hall.ts';
import { HallClient } from '../harness/hallClient.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { until } from '../harness/until.ts';

const TEMPLATE = {
  v: 1,
  stations: [
    { slug: 'ide', title: 'Idébanken', kind: 'wall', question: 'Hva kan vi prøve?' },
    { slug: 'klage', title: 'Klagemuren', kind: 'wall', question: 'Hva står i veien?' },
  ],
};
const TEN_YEARS_MS = 10 * 365 * 24 * 60 * 60_000;

const folder = tempFolder();
let server: ServerProcess;
let browser: Browser;
let base: string;
let made: CreatedHall;
let station: StationId;
let host: HallClient;
let organiser: HallClient;
const screens: Record<string, Screen> = {};

beforeAll(async () => {
  server = await startServer({ dataDir: folder.path });
  base = `http://${HOST}:${server.port}`;
  made = await makeHall(server.base, TEMPLATE);
  station = made.hall.stations[0]!.id;
  host = await HallClient.joined(server.base, await sessionOf(server.base, made, 'host', station));
  organiser = await HallClient.joined(server.base, await sessionOf(server.base, made, 'organiser'));
  await does(organiser, 'hall:set', {
    organisations: [{ name: 'Elevorganisasjonen', kind: 'Elever' }],
    roles: ['Elev', 'Lærer'],
  });
  browser = await openBrowser();
  screens.anne = await openScreen(browser, 'phone');
  screens.bo = await openScreen(browser, 'phone');
  screens.laptop = await openScreen(browser, 'laptop');
  // A device whose clock is ten years off, as some are.
  await screens.bo.context.addInitScript((off) => {
    const now = Date.now;
    const Real = Date;
    Date.now = () => now() + off;
    globalThis.Date = new Proxy(Real, {
      construct: (target, given) =>
        Reflect.construct(target, given.length === 0 ? [Real.now()] : given) as object,
    });
  }, TEN_YEARS_MS);
});

afterAll(async () => {
  host?.leave();
  organiser?.leave();
  anneClient?.leave();
  await browser?.close();
  await server?.kill();
  folder.remove();
});

const on = (name: string): Page => screens[name]!.page;
const own = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text });
const onWall = (page: Page, text: string) => page.locator('[data-note-id]').filter({ hasText: text }).first();
const press = () => newId('n');

/** Somebody does this, and it is done. */
async function does<Name extends RequestName>(
  who: HallClient,
  name: Name,
  request: RequestOf<Name>,
): Promise<Answers[Name]> {
  const result = await who.ask(name, request);
  if (!result.ok) throw new Error(`${name}: ${result.error.code} ${result.error.message}`);
  return result.data;
}

const desk = async () => (await does(host, 'desk:look', { stationId: station })).desk;

async function send(page: Page, text: string): Promise<void> {
  await page.getByLabel('Skriv ett punkt').fill(text);
  await page.getByRole('button', { name: 'Send lappen' }).click();
}

async function openPad(name: string): Promise<void> {
  await on(name).goto(base + paths.pad(made.hall.id, station));
  await on(name).getByRole('button', { name: 'Trenger hjelp' }).waitFor();
}

describe('coming in', () => {
  it('offers the organisations that the organiser has listed, and asks for none', async () => {
    const anne = on('anne');
    await anne.goto(base + paths.joinByCode(made.hall.code));
    await anne.getByLabel('Organisasjon').selectOption('Elevorganisasjonen');
    await anne.getByLabel('Rolle').selectOption('Elev');
    await anne.getByLabel('Navn').fill('Anne');
    await shoot(anne, '40-join-organisation');
    await anne.getByRole('button', { name: 'Gå inn' }).click();
    await anne.getByRole('heading', { name: 'Idébanken' }).waitFor();
    for (const name of ['bo', 'laptop']) {
      await on(name).goto(base + paths.joinByCode(made.hall.code));
      await on(name).getByRole('button', { name: 'Gå inn' }).click();
      await on(name).getByRole('heading', { name: 'Idébanken' }).waitFor();
    }
    await openPad('anne');
    const isHers = (one: DeskPerson) =>
      one.organisation === 'Elevorganisasjonen' && one.personRole === 'Elev';
    await until(async () => (await desk()).people.some(isHers), {
      what: 'the host to see where Anne comes from',
    });
  });
});

describe('time', () => {
  it('is the server’s on a device whose clock is ten years off, and a break says so', async () => {
    await openPad('bo');
    await does(host, 'timer:start', { kind: 'work', ms: 10 * 60_000, press: press() });
    for (const name of ['anne', 'bo']) {
      await on(name)
        .getByRole('timer')
        .filter({ hasText: /^(10:00|9:\d\d)$/ })
        .waitFor();
    }
    await shoot(on('bo'), '41-pad-timer');
    await does(host, 'timer:start', { kind: 'break', ms: 5 * 60_000, press: press() });
    await on('anne').getByText(/Pause/).first().waitFor();
    await on('anne').goto(base + paths.hall(made.hall.id));
    await on('anne').getByText('Det er pause.').waitFor();
    await shoot(on('anne'), '42-map-break');
    await does(host, 'timer:stop', {});
    await on('bo').getByRole('timer').waitFor({ state: 'detached' });
  });
});

describe('writing first', () => {
  it('shows notes to nobody else until the host opens them: one tick, then two', async () => {
    await does(host, 'station:rule', { stationId: station, hiding: true });
    await openPad('anne');
    const [anne, bo, laptop] = [on('anne'), on('bo'), on('laptop')];
    await laptop.goto(base + paths.board(made.hall.id, station));
    await anne.getByText('Lappene vises når verten åpner dem').waitFor();
    await laptop.getByText('Lappene vises når verten åpner dem').waitFor();
    await send(anne, 'Annes hemmelige lapp');
    await send(bo, 'Bos hemmelige lapp');
    for (const [page, text] of [
      [anne, 'Annes hemmelige lapp'],
      [bo, 'Bos hemmelige lapp'],
    ] as const) {
      await own(page, text).getByText('Venter på å bli vist').waitFor();
    }
    await shoot(anne, '43-pad-hiding');
    expect((await desk()).waiting).toHaveLength(2);
    expect(await laptop.locator('[data-note-id]').count()).toBe(0);
    await does(host, 'station:reveal', { stationId: station });
    await own(anne, 'Annes hemmelige lapp').getByText('På tavla').waitFor();
    await own(bo, 'Bos hemmelige lapp').getByText('På tavla').waitFor();
    await onWall(laptop, 'Annes hemmelige lapp').waitFor();
    await anne.getByText('Lappene vises når verten åpner dem').waitFor({ state: 'detached' });
  });
});

describe('an allowance', () => {
  it('is told, and keeps the text when it is used up', async () => {
    const anne = on('anne');
    await does(host, 'station:rule', { stationId: station, allowance: 2 });
    await anne.getByText('1 av 2 lapper igjen her').waitFor();
    await send(anne, 'Annes andre lapp');
    await anne.getByText('Du har brukt alle 2 lappene dine her.').waitFor();
    await send(anne, 'En for mye');
    await anne.getByText('Du har brukt opp lappene dine her. Teksten er tatt vare på.').waitFor();
    expect(await anne.getByLabel('Skriv ett punkt').inputValue()).toBe('En for mye');
    await shoot(anne, '44-pad-allowance');
    await anne.getByLabel('Skriv ett punkt').fill('');
    await does(host, 'station:rule', { stationId: station, allowance: null });
  });
});

describe('hands', () => {
  it('go up to the host by one tap, are shown, and come down by another or by the host', async () => {
    const anne = on('anne');
    await anne.getByRole('button', { name: 'Trenger hjelp' }).click();
    await anne.getByRole('button', { name: 'Trenger hjelp', pressed: true }).waitFor();
    const [hand] = (await desk()).hands;
    expect([hand?.name, hand?.hand]).toEqual(['Anne', 'help']);
    await shoot(anne, '45-pad-hand');
    await does(host, 'hand:lower', { stationId: station });
    await anne.getByRole('button', { name: 'Trenger hjelp', pressed: false }).waitFor();
    const laptop = on('laptop');
    await laptop.locator('summary').click();
    await laptop.getByRole('button', { name: 'Ferdig' }).click();
    await laptop.getByText('Verten ser at du er ferdig her.').first().waitFor();
    expect((await desk()).hands.map((one) => one.hand)).toEqual(['done']);
    await shoot(laptop, '46-board-hand');
    await laptop.getByRole('button', { name: 'Ferdig' }).click();
    await until(async () => (await desk()).hands.length === 0, { what: 'the hand to come down' });
    await laptop.keyboard.press('Escape');
  });
});

describe('a vote', () => {
  it('is a chip on the pad, keeps to its budget, is changed freely, and shown when the host shows it', async () => {
    const anne = on('anne');
    const { poll } = await does(host, 'vote:begin', {
      stationId: station,
      kind: 'dots',
      budget: 3,
      press: press(),
    });
    await anne.getByRole('button', { name: 'Stem: 3 prikker igjen' }).click();
    const sheet = anne.getByRole('dialog');
    const add = sheet.getByRole('button', { name: 'Legg en prikk på Bos hemmelige lapp' });
    for (let n = 1; n <= 3; n++) await add.click();
    // It says that it does nothing more, and says why when it is pressed.
    await add.click({ force: true });
    await sheet.getByText('Du har brukt opp prikkene dine.').waitFor();
    await sheet.getByText('0 prikker igjen', { exact: true }).first().waitFor();
    await sheet.getByRole('button', { name: 'Ta bort en prikk fra Bos hemmelige lapp' }).click();
    await sheet.getByRole('button', { name: 'Legg en prikk på Annes andre lapp' }).click();
    await shoot(anne, '47-vote-dots');
    const mine = async () => Object.values((await voteOfAnne()).mine.dots).sort();
    await until(async () => (await mine()).join() === '1,2', { what: 'the dots to be laid' });
    expect((await voteOfAnne()).results).toBeNull();
    await does(host, 'vote:set', { stationId: station, poll: poll.id, open: false });
    await sheet.getByText('Avstemningen er lukket.').waitFor();
    expect(await sheet.getByRole('button', { name: /Legg en prikk/ }).count()).toBe(0);
    await does(host, 'vote:set', { stationId: station, poll: poll.id, shown: true });
    await sheet.getByText('2 prikker (du: 2)').waitFor();
    await shoot(anne, '48-vote-results');
    await sheet.getByRole('button', { name: 'Lukk' }).click();
    await anne.getByRole('button', { name: 'Se resultatet av avstemningen' }).waitFor();
  });

  it('rates on two axes by keyboard on the board, and shows a picture with a table', async () => {
    const laptop = on('laptop');
    const { poll } = await does(host, 'vote:begin', {
      stationId: station,
      kind: 'rating',
      budget: 1,
      press: press(),
    });
    await laptop.getByRole('button', { name: 'Vurder: effekt og gjennomføring' }).click();
    const sheet = laptop.getByRole('dialog');
    const line = (axis: string) => sheet.getByRole('group', { name: `${axis}: Bos hemmelige lapp` });
    await line('Effekt').getByRole('radio', { name: '1, Liten' }).focus();
    await laptop.keyboard.press('ArrowLeft');
    await line('Effekt').getByRole('radio', { name: '5, Stor', checked: true }).waitFor();
    await sheet.getByText('Velg på begge linjene').waitFor();
    await line('Gjennomføring').getByRole('radio', { name: '3' }).focus();
    await laptop.keyboard.press('Space');
    await sheet.getByRole('button', { name: 'Ta bort vurderingen' }).waitFor();
    await shoot(laptop, '49-vote-rating');
    await until(async () => (await desk()).voted === 1, { what: 'the rating to be counted' });
    await does(host, 'vote:set', { stationId: station, poll: poll.id, open: false, shown: true });
    await sheet.getByRole('img', { name: /Bilde av vurderingene/ }).waitFor();
    await sheet.getByRole('row', { name: /Bos hemmelige lapp.* 5 3 1/ }).waitFor();
    await shoot(laptop, '50-vote-rated');
    await laptop.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
  });
});

describe('a note that the host takes down', () => {
  it('stands among one’s own with the host’s words, and can be mended', async () => {
    const anne = on('anne');
    const id = await anneNote('Annes andre lapp');
    await does(host, 'note:hide', { stationId: station, id, message: 'Kan du skrive det uten navn?' });
    await own(anne, 'Annes andre lapp').getByText('Tatt ned av verten').waitFor();
    await own(anne, 'Annes andre lapp').getByText('Kan du skrive det uten navn?').waitFor();
    await onWall(on('laptop'), 'Annes andre lapp').waitFor({ state: 'detached' });
    await own(anne, 'Annes andre lapp').getByRole('button', { name: 'Rediger' }).click();
    await anne.getByLabel('Rett teksten').fill('Annes mildere lapp');
    await anne.getByRole('button', { name: 'Lagre' }).click();
    await until(async () => (await desk()).hidden.some(({ text }) => text === 'Annes mildere lapp'), {
      what: 'the host to see the mended text',
    });
    await shoot(anne, '51-pad-hidden');
    await does(host, 'note:return', { stationId: station, id });
    await own(anne, 'Annes mildere lapp').getByText('På tavla').waitFor();
  });
});

describe('one’s own visit', () => {
  it('tells where one has been, with all one’s notes, and lets the name be changed', async () => {
    const anne = on('anne');
    await anne.goto(base + paths.hall(made.hall.id));
    await anne.getByRole('heading', { name: 'Mitt besøk' }).waitFor();
    await anne.getByText('2 lapper', { exact: true }).last().waitFor();
    await own(anne, 'Annes mildere lapp').first().waitFor();
    await anne.getByLabel('Navn').fill('Anne K');
    await anne.getByRole('button', { name: 'Lagre' }).click();
    await anne.getByText('Lagret.').first().waitFor();
    await shoot(anne, '52-visit');
    await until(async () => (await desk()).people.some(({ name }) => name === 'Anne K'), {
      what: 'the new name at the desk',
    });
  });
});

describe('being let out', () => {
  it('is said kindly, keeps the text, and lets one read on', async () => {
    await openPad('anne');
    const anne = on('anne');
    await anne.getByLabel('Skriv ett punkt').fill('Halvferdig');
    const { participantId } = (await desk()).people.find(({ name }) => name === 'Anne K')!;
    await does(organiser, 'person:shut', { participantId, out: true });
    await anne.getByText('Du kan se på, men ikke skrive lenger.').first().waitFor();
    await anne.getByRole('button', { name: 'Send lappen' }).waitFor({ state: 'detached' });
    expect(await anne.getByLabel('Skriv ett punkt').inputValue()).toBe('Halvferdig');
    await shoot(anne, '53-pad-shut');
    await does(organiser, 'person:shut', { participantId, out: false });
    await anne.getByRole('button', { name: 'Trenger hjelp' }).waitFor();
  });

  it('ends with thanks for all when the hall is over, and with ways to read', async () => {
    await does(organiser, 'hall:end', { ended: true });
    for (const name of ['anne', 'bo']) {
      await on(name).getByText('Takk for at du var med!').waitFor();
      await on(name).getByRole('link', { name: 'Les som liste' }).waitFor();
    }
    expect(await on('anne').getByLabel('Skriv ett punkt').inputValue()).toBe('Halvferdig');
    expect(await on('bo').getByLabel('Skriv ett punkt').count()).toBe(0);
    await on('laptop').getByText('Vandrehallen er avsluttet.').first().waitFor();
    await shoot(on('bo'), '54-pad-ended');
    await shoot(on('laptop'), '55-board-ended');
  });

  it('no page stumbled', () => {
    for (const [name, { errors }] of Object.entries(screens)) expect(errors, name).toEqual([]);
  });
});

/** The vote as Anne's own phone has it. */
async function voteOfAnne(): Promise<Answers['vote:look']> {
  const anne = await sessionOfAnne();
  return does(anne, 'vote:look', { stationId: station });
}

async function anneNote(text: string): Promise<NoteId> {
  const { notes } = await does(await sessionOfAnne(), 'notes:mine', {});
  return notes.find((note) => note.text === text)!.id;
}

let anneClient: HallClient | undefined;
/** A client of Anne's own session, which her browser bears as a cookie. */
async function sessionOfAnne(): Promise<HallClient> {
  if (anneClient) return anneClient;
  const [cookie] = await screens.anne!.context.cookies(base);
  const auth = { hallId: made.hall.id, token: decodeURIComponent(cookie!.value) };
  anneClient = await new HallClient(server.base, { auth }).settled();
  expect(anneClient.refused).toBeNull();
  return anneClient;
}
