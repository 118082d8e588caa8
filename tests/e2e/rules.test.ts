/** What a host's rules and an anonymous station are to people, in real browsers over plain http. */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, type StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { HOST, openBrowser, openScreen, type Screen, shoot } from '../harness/browser.ts';
import { makeHall, sessionOf } from '../harness/hall.ts';
import { HallClient } from '../harness/hallClient.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { until } from '../harness/until.ts';

const TEMPLATE = {
  v: 1,
  stations: [
    { slug: 'apen', title: 'Åpen', kind: 'wall', question: 'Hva mener du?' },
    { slug: 'skjult', title: 'Skjult', kind: 'wall', question: 'Hva tør du ikke si?', anonymous: true },
  ],
};
const PAUSED = /Verten har satt skrivingen på pause/;
const ANONYMOUS = /Anonym stasjon: ingen kan se hvem som skrev hva/;

const folder = tempFolder();
let server: ServerProcess;
let browser: Browser;
let base: string;
let made: CreatedHall;
let open: StationId;
let hidden: StationId;
const screens: Record<string, Screen> = {};

beforeAll(async () => {
  server = await startServer({ dataDir: folder.path });
  base = `http://${HOST}:${server.port}`;
  made = await makeHall(server.base, TEMPLATE);
  [open, hidden] = made.hall.stations.map(({ id }) => id) as [StationId, StationId];
  browser = await openBrowser();
  screens.phone = await openScreen(browser, 'phone');
  screens.host = await openScreen(browser, 'phone');
  screens.laptop = await openScreen(browser, 'laptop');
  for (const name of ['phone', 'laptop']) {
    await on(name).goto(base + paths.joinByCode(made.hall.code));
    await on(name).getByRole('button', { name: 'Gå inn' }).click();
    await on(name).getByRole('heading', { name: 'Åpen' }).waitFor();
  }
});

afterAll(async () => {
  await browser?.close();
  await server?.kill();
  folder.remove();
});

const on = (name: string): Page => screens[name]!.page;
const note = (page: Page, text: string) => page.locator('[data-note-id]').filter({ hasText: text }).first();
const own = (page: Page, text: string) => page.getByRole('listitem').filter({ hasText: text });
const onBoard = (page: Page, text: string) =>
  own(page, text).getByText('På tavla').first().waitFor({ state: 'attached' });

async function send(page: Page, text: string): Promise<void> {
  await page.getByLabel('Skriv ett punkt').fill(text);
  await page.getByRole('button', { name: 'Send lappen' }).click();
}

async function edit(page: Page, from: string, to: string): Promise<void> {
  await own(page, from).getByRole('button', { name: from }).click();
  await own(page, from).getByRole('button', { name: 'Rediger' }).click();
  await page.getByLabel('Rett teksten').fill(to);
  await page.getByRole('button', { name: 'Lagre' }).click();
}

/** Waits until the server takes nothing more: what people have begun is taken for some seconds after the switch. */
async function pauseInForce(): Promise<void> {
  const someone = await HallClient.joined(server.base, await sessionOf(server.base, made, 'participant'));
  const nothing = { stationId: open, id: newId('n'), text: 'x' };
  await until(
    async () => {
      const answer = await someone.socket.timeout(5_000).emitWithAck('note:edit', nothing);
      return !answer.ok && answer.error.code === 'frozen';
    },
    { what: 'the pause' },
  );
  someone.socket.disconnect();
}

/** What this browser keeps for an anonymous station. */
const secret = (page: Page) =>
  page.evaluate((station) => localStorage.getItem(`vh.secret.${station}`), hidden);

describe('a pause', () => {
  it('is set by the host with a switch, and the phone and the board say so calmly', async () => {
    const host = on('host');
    await host.goto(base + paths.desk(made.hall.id, open, made.keys.host[open]));
    await on('phone').getByRole('link', { name: 'Skriv lapp på Åpen' }).click();
    await on('laptop').getByRole('link', { name: 'Åpne tavla til Åpen' }).click();
    await on('laptop').getByRole('button', { name: 'Skriv lapp' }).waitFor();
    await host.getByRole('switch', { name: 'Skrivingen på pause' }).click();
    await host.getByText('På pause: bare vert og arrangør kan skrive og flytte.').waitFor();
    await host.getByRole('switch', { name: 'Skrivingen på pause', checked: true }).waitFor();
    await on('phone').getByText(PAUSED).first().waitFor();
    await on('laptop').getByText(PAUSED).first().waitFor();
    await on('laptop').getByRole('button', { name: 'Skriv lapp' }).waitFor({ state: 'detached' });
    await shoot(host, '20-desk-rules');
    await shoot(on('laptop'), '21-board-paused');
  });

  it('lets a note wait with its text, and sends it by itself when the host resumes', async () => {
    const phone = on('phone');
    await pauseInForce();
    await send(phone, 'Denne venter');
    await own(phone, 'Denne venter').getByText('Venter på verten').waitFor({ state: 'attached' });
    await phone.getByLabel('Skriv ett punkt').fill('En kladd');
    await shoot(phone, '22-pad-paused');
    await phone.reload();
    await own(phone, 'Denne venter').getByText('Venter på verten').waitFor({ state: 'attached' });
    expect(await phone.getByLabel('Skriv ett punkt').inputValue()).toBe('En kladd');
    expect(await note(on('laptop'), 'Denne venter').count()).toBe(0);
    await on('host').getByRole('switch', { name: 'Skrivingen på pause' }).click();
    await onBoard(phone, 'Denne venter');
    await note(on('laptop'), 'Denne venter').waitFor();
    await phone.getByText(PAUSED).waitFor({ state: 'detached' });
  });
});

describe('an anonymous station', () => {
  it('says what it is; a phone writes, edits, reloads and edits again', async () => {
    const phone = on('phone');
    await phone.goto(base + paths.pad(made.hall.id, hidden));
    await phone.getByText(ANONYMOUS).waitFor();
    expect(await secret(phone)).toBeNull();
    await send(phone, 'Jeg tør ikke');
    await onBoard(phone, 'Jeg tør ikke');
    expect(await secret(phone)).toHaveLength(32);
    await shoot(phone, '23-pad-anonymous');
    await edit(phone, 'Jeg tør ikke', 'Jeg tør litt');
    await onBoard(phone, 'Jeg tør litt');
    await phone.reload();
    await onBoard(phone, 'Jeg tør litt');
    await edit(phone, 'Jeg tør litt', 'Jeg tør mye');
    await onBoard(phone, 'Jeg tør mye');
  });

  it('takes what a laptop writes, edits and withdraws on its board, and shows it to all', async () => {
    const laptop = on('laptop');
    await laptop.goto(base + paths.board(made.hall.id, hidden));
    await laptop.getByText(ANONYMOUS).waitFor();
    await note(laptop, 'Jeg tør mye').waitFor();
    await laptop.mouse.dblclick(1_000, 640);
    await laptop.keyboard.type('Skrevet på tavla');
    await laptop.keyboard.press('Control+Enter');
    await note(laptop, 'Skrevet på tavla').waitFor();
    expect(await secret(laptop)).toHaveLength(32);
    expect(await secret(laptop)).not.toBe(await secret(on('phone')));
    await shoot(laptop, '24-board-anonymous');
    await note(laptop, 'Skrevet på tavla').click();
    await laptop.getByRole('button', { name: 'Rediger' }).click();
    await laptop.keyboard.press('Control+A');
    await laptop.keyboard.type('Rettet på tavla');
    await laptop.keyboard.press('Control+Enter');
    await note(laptop, 'Rettet på tavla').waitFor();
    await on('phone').goto(base + paths.board(made.hall.id, hidden));
    await note(on('phone'), 'Rettet på tavla').waitFor();
    await note(laptop, 'Rettet på tavla').click();
    await laptop.getByRole('button', { name: 'Trekk tilbake' }).click();
    await note(on('phone'), 'Rettet på tavla').waitFor({ state: 'detached' });
    await note(on('phone'), 'Jeg tør mye').waitFor();
  });

  it('no page stumbled', () => {
    for (const [name, { errors }] of Object.entries(screens)) expect(errors, name).toEqual([]);
  });
});
