/**
 * A whole hall in real browsers: an organiser, four hosts on phones, eight participants, four station walls and the
 * foyer's screen walk through four rounds, with notes hidden till the reveal, a pause in writing, a note taken down and
 * brought back, a host who hands over, a vote, and the end. In bokmål and in nynorsk.
 */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { host as hostNb } from '../../client/text/host.nb.ts';
import { host as hostNn } from '../../client/text/host.nn.ts';
import { rooms as roomsNb } from '../../client/text/rooms.nb.ts';
import { rooms as roomsNn } from '../../client/text/rooms.nn.ts';
import { run as runNb } from '../../client/text/run.nb.ts';
import { run as runNn } from '../../client/text/run.nn.ts';
import { walk as walkNb } from '../../client/text/walk.nb.ts';
import { walk as walkNn } from '../../client/text/walk.nn.ts';
import type { StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import { defaultRounds } from '../../shared/domain/round.ts';
import type { CreatedHall, CreatedKey } from '../../shared/protocol/rest.ts';
import { HOST, openBrowser, openScreen, type Screen, shoot } from '../harness/browser.ts';
import { call, sessionOf } from '../harness/hall.ts';
import { HallClient } from '../harness/hallClient.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { stepByStep } from '../harness/steps.ts';
import { until } from '../harness/until.ts';

const WORDS = {
  nb: { host: hostNb, rooms: roomsNb, run: runNb, walk: walkNb },
  nn: { host: hostNn, rooms: roomsNn, run: runNn, walk: walkNn },
} as const;

stepByStep();

const folder = tempFolder();
let server: ServerProcess;
let browser: Browser;

beforeAll(async () => {
  server = await startServer({ dataDir: folder.path });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.kill();
  folder.remove();
});

describe.each(['nb', 'nn'] as const)('a whole hall, %s', (locale) => {
  const { host: words, rooms, run, walk } = WORDS[locale];
  const rounds = defaultRounds(locale);
  const screens: Screen[] = [];
  let made: CreatedHall;
  let stations: StationId[];
  /** Sees what all see, without a page. */
  let witness: HallClient;
  let organiser: Page;
  let hosts: Page[];
  let people: Page[];
  let walls: Page[];
  let foyer: Page;

  async function opened(size: 'phone' | 'laptop', path: string): Promise<Page> {
    const screen = await openScreen(browser, size, { locale: `${locale}-NO` });
    screens.push(screen);
    await screen.page.goto(`http://${HOST}:${server.port}${path}`);
    return screen.page;
  }

  const picture = (page: Page, name: string) => shoot(page, `80-whole-${locale}-${name}`);
  const at = (index: number) =>
    witness.state!.stations.find(({ id }) => id === stations[index % stations.length])!;
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const part = (page: Page, name: keyof typeof words.tabs) =>
    page
      .getByRole('navigation', { name: words.tabs.label })
      .getByRole('button', { name: words.tabs[name] })
      .click();

  async function write(index: number, text: string): Promise<void> {
    const page = people[index]!;
    await page.getByLabel(walk.pad.fieldLabel).fill(text);
    await press(page, walk.pad.send);
    await page.getByRole('listitem').filter({ hasText: text }).waitFor();
  }

  /** The round that runs is started on by this station's host, on the desk. */
  async function startRound(n: number, desk: Page): Promise<void> {
    await part(desk, 'now');
    await press(desk, rooms.desk.nextRound(n, rounds[n - 1]!.name));
    await press(desk, rooms.desk.nextConfirm(n));
    await until(() => witness.state!.round === n, { what: `round ${n}` });
  }

  afterAll(async () => {
    witness?.leave();
    await Promise.all(screens.map(({ context }) => context.close()));
  });

  it('the hall is made, and everybody comes in by their own way', async () => {
    const { body } = await call<CreatedHall>(server.base, 'POST', '/api/halls', {
      body: { template: 'vandrehallen', title: 'Rekruttering', locale },
    });
    made = body;
    stations = made.hall.stations.map(({ id }) => id);
    witness = await HallClient.joined(server.base, await sessionOf(server.base, made, 'wall'));
    const { hall, keys } = made;
    // Two at a time, as there are cores: one after the other is what took the longest.
    [organiser, foyer] = await Promise.all([
      opened('laptop', paths.organise(hall.id, keys.organiser)),
      opened('laptop', paths.hallWall(hall.id, keys.wall)),
    ]);
    hosts = [];
    walls = [];
    for (const id of stations) {
      const [desk, wall] = await Promise.all([
        opened('phone', paths.desk(hall.id, id, keys.host[id])),
        opened('laptop', paths.wall(hall.id, id, keys.wall)),
      ]);
      hosts.push(desk);
      walls.push(wall);
    }
    const enter = async (index: number) => {
      const page = await opened('phone', paths.joinByCode(hall.code));
      await page.getByRole('button', { name: rooms.join.enter }).click();
      await page.getByRole('heading', { name: made.hall.stations[0]!.title }).waitFor();
      await page.goto(`http://${HOST}:${server.port}${paths.pad(hall.id, stations[index % 4]!)}`);
      await page.getByLabel(walk.pad.fieldLabel).waitFor();
      return page;
    };
    people = [];
    for (let index = 0; index < 8; index += 2) {
      people.push(...(await Promise.all([enter(index), enter(index + 1)])));
    }
    // Hosts are people too, and the organiser; walls and the witness are nobody.
    await until(() => witness.state!.people === 13, { what: 'all to be counted' });
    await picture(foyer, 'foyer-first');
    await picture(walls[0]!, 'wall-first');
  });

  it('round 1: each writes, and the wall of the station and the foyer show it', async () => {
    for (let index = 0; index < 8; index++) await write(index, `Første punkt fra ${index}`);
    for (let index = 0; index < 4; index++) {
      await walls[index]!.getByText(`Første punkt fra ${index}`).first().waitFor();
      await walls[index]!.getByText(`Første punkt fra ${index + 4}`)
        .first()
        .waitFor();
    }
    await foyer.getByText('Første punkt fra 7').first().waitFor();
    await picture(walls[0]!, 'wall-round-1');
    await picture(foyer, 'foyer-round-1');
    await picture(people[0]!, 'pad-round-1');
  });

  it('round 2: written first and shown later, on the first station', async () => {
    const [desk, wall] = [hosts[0]!, walls[0]!];
    await startRound(2, desk);
    await desk.getByRole('switch', { name: words.later.label }).click();
    await until(() => at(0).rules.hiding, { what: 'the station to hide' });
    await write(0, 'Skjult fra 0');
    await write(4, 'Skjult fra 4');
    await desk.getByText(words.later.waiting(2)).waitFor();
    expect(await wall.getByText('Skjult fra').count()).toBe(0);
    expect(at(0).notes).toBe(2);
    await picture(desk, 'desk-waiting');
    await picture(people[0]!, 'pad-waiting');
    await press(desk, words.later.show(2));
    await press(desk, words.later.confirm);
    await wall.getByText('Skjult fra 0').first().waitFor();
    await wall.getByText('Skjult fra 4').first().waitFor();
    await picture(wall, 'wall-revealed');
  });

  it('writing is paused and goes on, on the second', async () => {
    const desk = hosts[1]!;
    await part(desk, 'now');
    await desk.getByRole('switch', { name: rooms.desk.rules.frozen.label }).click();
    await until(() => at(1).rules.frozen, { what: 'the pause' });
    await people[1]!.getByText(walk.faults.frozen).first().waitFor();
    await picture(people[1]!, 'pad-paused');
    await desk.getByRole('switch', { name: rooms.desk.rules.frozen.label }).click();
    await until(() => !at(1).rules.frozen, { what: 'the pause to be over' });
    await write(1, 'Skrevet etter pausen');
    await walls[1]!.getByText('Skrevet etter pausen').first().waitFor();
  });

  it('round 3: a note is taken down kindly and brought back, on the third', async () => {
    const [desk, wall] = [hosts[2]!, walls[2]!];
    await startRound(3, desk);
    await part(desk, 'notes');
    await press(desk, words.notes.hideThis('Første punkt fra 2'));
    await press(desk, words.hide.messages[0]!);
    await wall.getByText('Første punkt fra 2').first().waitFor({ state: 'detached' });
    await people[2]!.getByText(words.hide.messages[0]!).first().waitFor();
    await picture(people[2]!, 'pad-taken-down');
    await press(desk, words.undo);
    await wall.getByText('Første punkt fra 2').first().waitFor();
    await picture(desk, 'desk-notes');
  });

  it('a host hands over: who comes after has the same desk by a link of their own', async () => {
    const station = stations[3]!;
    const { token } = await sessionOf(server.base, made, 'organiser');
    const { body } = await call<CreatedKey>(server.base, 'POST', `/api/halls/${made.hall.id}/keys`, {
      token,
      body: { role: 'host', stationId: station },
    });
    const next = await opened('phone', paths.desk(made.hall.id, station, body.secret));
    await next.getByRole('heading', { name: made.hall.stations[3]!.title }).waitFor();
    await hosts[3]!.context().close();
    hosts[3] = next;
    await startRound(4, next);
    await picture(next, 'desk-handed-over');
    for (const wall of [...walls, foyer]) await wall.getByText(rounds[3]!.name).first().waitFor();
  });

  it('round 4: a vote in secret, changed while it is open, and shown on the wall', async () => {
    const [desk, wall] = [hosts[0]!, walls[0]!];
    await part(desk, 'wall');
    await press(desk, words.vote.begin);
    const poll = await until(() => at(0).poll, { what: 'the vote' });
    const voter = await HallClient.joined(server.base, await sessionOf(server.base, made, 'participant'));
    const notes = await call<{ notes: { id: never }[] }>(
      server.base,
      'GET',
      `/api/halls/${made.hall.id}/stations/${stations[0]}/notes`,
      { token: (await sessionOf(server.base, made, 'participant')).token },
    );
    const on = notes.body.notes[0]!.id;
    const stationId = stations[0]!;
    for (const dots of [3, 2]) {
      expect(await voter.ask('vote:dots', { stationId, poll: poll.id, on, dots })).toMatchObject({
        ok: true,
      });
    }
    await desk.getByText(words.vote.voted(1)).waitFor();
    expect(at(0).results).toBeNull();
    await picture(desk, 'desk-vote');
    await press(desk, words.vote.show);
    await press(desk, words.vote.showConfirm);
    expect(await until(() => at(0).results, { what: 'the result' })).toMatchObject({ dots: { [on]: 2 } });
    await wall.locator('[data-screen="results"]').waitFor();
    await picture(wall, 'wall-vote');
    voter.leave();
  });

  it('the organiser ends the hall: all can be read, nothing is written, and walls say thanks', async () => {
    // The section's own heading has the same name: it opens what the button is in.
    await organiser.getByRole('button', { name: run.end.button, exact: true }).last().click();
    await press(organiser, run.end.confirm);
    await until(() => witness.state!.endedAt !== null, { what: 'the end' });
    for (const wall of [...walls, foyer]) await wall.locator('[data-screen="ended"]').waitFor();
    await people[0]!.getByText(walk.faults.ended).first().waitFor();
    await picture(walls[0]!, 'wall-ended');
    await picture(foyer, 'foyer-ended');
    await picture(people[0]!, 'pad-ended');
    await picture(organiser, 'organiser-ended');
    const written = await call(
      server.base,
      'POST',
      `/api/halls/${made.hall.id}/stations/${stations[0]}/notes`,
      {
        token: (await sessionOf(server.base, made, 'participant')).token,
        body: { text: 'For sent' },
      },
    );
    expect(written).toMatchObject({ status: 409, body: { error: { code: 'ended' } } });
  });

  it('no page stumbled', () => {
    expect(screens.flatMap(({ errors }) => errors)).toEqual([]);
  });
});
