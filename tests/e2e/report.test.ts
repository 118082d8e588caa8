/**
 * The whole of what is left when people go home: 230 raw notes are grouped with the help, drafted, signed, made into
 * measures, put in a plan, taken home as a file and published; and what one person alone said is there to the end.
 *
 * Over 200 lines: one walk, in which each step stands on the one before.
 */

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readClusters, readNotes } from '../../shared/board/boardDoc.ts';
import { viewBoard } from '../../shared/board/boardView.ts';
import { newId, planOf, type StationId } from '../../shared/domain/ids.ts';
import { paths } from '../../shared/domain/links.ts';
import { coverage } from '../../shared/plan/coverage.ts';
import { readMeasures, readPoints } from '../../shared/plan/planDoc.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { HOST, openBrowser, openScreen, type Screen, type Size, shoot } from '../harness/browser.ts';
import { call, makeHall, sessionOf } from '../harness/hall.ts';
import { HALL_NOTES, LONE_NOTES } from '../harness/hallNotes.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { stepByStep } from '../harness/steps.ts';
import { until } from '../harness/until.ts';

/** Suggestions that the host says yes to at each station. */
const ACCEPTED = 4;
const WALLS = ['idebanken', 'klagemuren', 'suksessterta'] as const;

const folder = tempFolder();
const screens: Screen[] = [];
const boards = new Map<string, BoardClient>();
let server: ServerProcess;
let browser: Browser;
let made: CreatedHall;
let plan: BoardClient;
let desk: Page;
let address: string;

stepByStep();

const stationOf = (slug: string) => made.hall.stations.find((station) => station.slug === slug)!;

async function open(size: Size, path: string): Promise<Page> {
  const screen = await openScreen(browser, size);
  screens.push(screen);
  await screen.page.goto(`http://${HOST}:${server.port}${path}`);
  return screen.page;
}

beforeAll(async () => {
  server = await startServer({ dataDir: folder.path });
  made = await makeHall(server.base);
  const { token } = await sessionOf(server.base, made, 'organiser');
  for (const { id, slug } of made.hall.stations) {
    boards.set(slug, await BoardClient.joined({ base: server.base, station: id, token }));
  }
  plan = await BoardClient.joined({ base: server.base, station: planOf(made.hall.id), token });
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  for (const board of boards.values()) board.leave();
  plan?.leave();
  await browser?.close();
  await server?.kill();
  folder.remove();
});

const inView = (slug: string) => {
  const { doc } = boards.get(slug)!;
  return viewBoard(readNotes(doc), readClusters(doc));
};

it('230 notes are written by many hands', async () => {
  const writers = await Promise.all(
    Array.from({ length: 12 }, () => sessionOf(server.base, made, 'participant')),
  );
  await Promise.all(
    writers.map(async ({ token }, hand) => {
      for (const [index, { station, text }] of HALL_NOTES.entries()) {
        if (index % writers.length !== hand) continue;
        const path = `/api/halls/${made.hall.id}/stations/${stationOf(station).id}/notes`;
        const slot = station === 'tidslinja' && { slot: ['institutions', index % 12, index % 12] };
        const body = { id: newId('n'), text, ...(index % 3 === 0 ? slot : {}) };
        expect((await call(server.base, 'POST', path, { token, body })).status).toBe(201);
      }
    }),
  );
  await until(
    () => [...boards.values()].reduce((sum, { notes }) => sum + notes.length, 0) === HALL_NOTES.length,
    { what: 'all notes to hang' },
  );
});

it('hosts say yes to the surest suggestions, and each is a group', async () => {
  desk = await open('laptop', paths.organise(made.hall.id, made.keys.organiser));
  await desk.getByRole('heading', { level: 1 }).waitFor();
  for (const slug of WALLS) {
    await desk.goto(`http://${HOST}:${server.port}${paths.board(made.hall.id, stationOf(slug).id)}`);
    await desk.getByRole('button', { name: 'Forslag', exact: true }).click();
    for (let n = 1; n <= ACCEPTED; n++) {
      await desk.locator('[data-suggestion="1"]').waitFor();
      await desk
        .locator('[data-suggestion="1"]')
        .getByRole('button', { name: /^Grupper|^Legg til/ })
        .click();
      await until(
        () =>
          [...inView(slug).clusters.values()].reduce((sum, { members }) => sum + members.length, 0) >= 2 * n,
        { what: `suggestion ${n} of ${slug} to be a group` },
      );
    }
    await shoot(desk, `110-report-${slug}`);
  }
});

it('each station has its main points at once; every note is in one, alone, or told to be missing', async () => {
  for (const slug of WALLS) {
    const { id } = stationOf(slug);
    await desk.goto(`http://${HOST}:${server.port}${paths.summary(made.hall.id, id)}`);
    await desk.locator('[data-point]').first().waitFor();
    await until(() => readPoints(plan.doc, id).length > 0, { what: `the points of ${slug}` });
    const points = readPoints(plan.doc, id);
    expect(points.every(({ sources }) => sources.length > 0)).toBe(true);
    const view = inView(slug);
    const notes = readNotes(boards.get(slug)!.doc);
    const { all, covered, left } = coverage(points, id, notes, [...readClusters(boards.get(slug)!.doc)]);
    expect(all).toBe(view.notes.size);
    expect(covered + left.length).toBe(all);
    for (const lone of LONE_NOTES.filter(({ station }) => station === slug)) {
      const { id: note } = notes.find(({ text }) => text === lone.text)!;
      const told = points.some(({ sources }) => sources.includes(`${id}/${note}`)) || left.includes(note);
      expect(told, lone.text).toBe(true);
    }
    await desk.getByRole('button', { name: 'Signer', exact: true }).click();
    await desk
      .getByText(/^Signert/)
      .first()
      .waitFor();
  }
  await shoot(desk, '113-report-summary');
});

it('what one person alone said is a voice of its own', () => {
  for (const { station, text } of LONE_NOTES) {
    const { id } = stationOf(station);
    const notes = readNotes(boards.get(station)!.doc);
    const note = notes.find((one) => one.text === text)!;
    const cited = readPoints(plan.doc, id).filter(({ sources }) => sources.includes(`${id}/${note.id}`));
    expect(
      cited.map(({ single }) => single),
      text,
    ).toEqual([true]);
  }
});

it('points become measures, with the link kept', async () => {
  const { id } = stationOf('idebanken');
  await desk.goto(`http://${HOST}:${server.port}${paths.summary(made.hall.id, id as StationId)}`);
  for (let n = 0; n < 3; n++) {
    await desk
      .getByRole('button', { name: /^Lag tiltak/ })
      .nth(n)
      .click();
    await until(() => readMeasures(plan.doc).length === n + 1, { what: `measure ${n + 1}` });
  }
  const points = new Set<string>(readPoints(plan.doc, id).map((point) => point.id));
  for (const { sources } of readMeasures(plan.doc)) expect(sources.some((one) => points.has(one))).toBe(true);
  await desk.goto(`http://${HOST}:${server.port}${paths.plan(made.hall.id)}`);
  await desk.getByText(readMeasures(plan.doc)[0]!.title).first().waitFor();
  await shoot(desk, '114-report-plan');
});

it('the report is made, and the page published: a stranger on a phone reads it', async () => {
  await desk.goto(`http://${HOST}:${server.port}${paths.organise(made.hall.id)}`);
  const [file] = await Promise.all([
    desk.waitForEvent('download'),
    desk.getByRole('button', { name: 'PDF', exact: true }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/\.pdf$/);
  const part = desk.locator('[data-part="publish"]');
  await part.getByRole('button', { name: 'Publiser' }).click();
  address = (await part.getByText(/\/r\/[A-Za-z0-9_-]{22}$/).textContent())!;
  const phone = await open('phone', new URL(address).pathname);
  await phone.getByRole('heading', { level: 1, name: 'Prøvehall' }).waitFor();
  await phone.getByText(readMeasures(plan.doc)[0]!.title).first().waitFor();
  for (const { text } of LONE_NOTES) await phone.getByText(text).first().waitFor({ state: 'attached' });
  await shoot(phone, '115-report-results');
});
