/**
 * Two tabs of one person, each with an unchanged provider of y-websocket, as a browser has them: they hand their edits
 * to one another past the server (BroadcastChannel), and each answers it with the other's part too. Neither is ever
 * refused. `SEED=…` runs the random one again.
 */

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { notesOf, textOf } from '../../shared/board/boardDoc.ts';
import { editText, move, removeNotes } from '../../shared/board/boardOps.ts';
import type { NoteId, StationId } from '../../shared/domain/ids.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { Random } from '../crowd/random.ts';
import { BoardWork } from '../harness/boardWork.ts';
import { makeHall, sessionOf } from '../harness/hall.ts';
import { sameBoard } from '../harness/sameBoard.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { StockClient } from '../harness/stockClient.ts';
import { until } from '../harness/until.ts';

const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 32));
const STEPS = 300;

let server: ServerProcess;
let made: CreatedHall;
let station: StationId;
let token: string;
let [one, other, reader]: StockClient[] = [];
const folder = tempFolder();
const open = new Set<StockClient>();

beforeAll(async () => {
  server = await startServer({ dataDir: folder.path });
});
beforeEach(async () => {
  made = await makeHall(server.base);
  station = made.hall.stations[0]!.id;
  token = (await sessionOf(server.base, made, 'participant')).token;
  const somebody = (await sessionOf(server.base, made, 'participant')).token;
  reader = await keep(new StockClient(server.base, station, somebody)).synced();
  [one, other] = [await tab().synced(), await tab().synced()];
});
afterEach(() => {
  for (const client of open) {
    expect(client.ended, 'a client was turned away').toBe(null);
    client.leave();
  }
  open.clear();
  expect(server.log()).not.toContain('board.refused');
  expect(server.alive()).toBe(true);
});
afterAll(async () => {
  await server.stop();
  folder.remove();
});

function keep(client: StockClient): StockClient {
  open.add(client);
  return client;
}

const tab = () => keep(new StockClient(server.base, station, token, {}, true));

/** The page is loaded anew: another document, another clientID. */
async function reload(client: StockClient): Promise<StockClient> {
  client.leave();
  open.delete(client);
  return tab().synced();
}

/** The network takes the connection away; the provider comes back by itself. */
async function cut({ provider }: StockClient): Promise<void> {
  (provider.ws as unknown as { terminate(): void } | null)?.terminate();
  await until(() => !provider.wsconnected, { what: 'the connection to be gone' });
}

/** Both tabs, somebody else, and whoever comes now, show the same. */
async function allEqual(...tabs: StockClient[]): Promise<void> {
  const [first, ...others] = [...tabs, reader!];
  await until(
    () => {
      expect([...open].map(({ ended }) => ended).filter((code) => code !== null)).toEqual([]);
      return (
        [...open].every(({ provider }) => provider.synced) &&
        others.every((client) => sameBoard(client.doc, first!.doc))
      );
    },
    { what: 'all to show the same' },
  );
  const joiner = await new StockClient(server.base, station, token).synced();
  const same = sameBoard(joiner.doc, first!.doc);
  joiner.leave();
  expect(same, 'a joiner sees the same').toBe(true);
}

test('both write, on one note too, and undo and redo; nothing is refused', async () => {
  const [a, b] = [one!, other!];
  const undos = [a, b].map(({ doc }) => new Y.UndoManager(notesOf(doc), { captureTimeout: 0 }));
  const id = a.add({ text: 'Felles 😀' });
  // Past the server: it is there before anything can have come back.
  expect(b.note(id)?.text).toBe('Felles 😀');
  for (let round = 0; round < 20; round++) {
    for (const client of [a, b]) {
      const text = textOf(client.doc, id)!;
      text.insert(round % 2 === 0 ? 0 : text.length, round % 3 === 0 ? '👍🏽' : 'æ');
      move(client.doc, [{ id, pos: [round, round] }]);
    }
  }
  const mine = b.add({ text: 'Bare et øyeblikk' });
  removeNotes(a.doc, [mine]);
  for (const undo of undos) for (let times = 0; times < 15; times++) undo.undo();
  await allEqual(a, b);
  for (const undo of undos) for (let times = 0; times < 15; times++) undo.redo();
  await allEqual(a, b);
});

test('each is loaded anew in turn, and goes on with what the other holds', async () => {
  let [a, b] = [one!, other!];
  const id = a.add({ text: 'Før' });
  for (let round = 0; round < 6; round++) {
    editText(b.doc, id, `Runde ${round} 🇳🇴`);
    a = await reload(a);
    expect(a.note(id)?.text).toBe(`Runde ${round} 🇳🇴`);
    a.add({ text: `Fra første fane, ${round}` });
    editText(a.doc, id, `Runde ${round} 🇸🇪`);
    b = await reload(b);
    b.add({ text: `Fra andre fane, ${round}` });
  }
  await allEqual(a, b);
  expect(a.notes).toHaveLength(13);
});

test('what one tab writes while it is cut off, the other builds on, and brings', async () => {
  const [a, b] = [one!, other!];
  const id = a.add({ text: 'Begge ser den' });
  await reader!.sees(id);
  a.provider.shouldConnect = false;
  await cut(a);
  const offline = a.add({ text: 'Skrevet uten nett' });
  editText(b.doc, offline, 'Skrevet uten nett, og rettet i den andre fanen');
  b.add({ text: 'Og en til' });
  expect((await reader!.sees(offline)).id).toBe(offline);
  editText(a.doc, offline, 'Igjen uten nett');
  a.provider.connect();
  await allEqual(a, b);
  expect(reader!.note(offline)?.text).toBe('Igjen uten nett');
});

test(`seed ${SEED}: whatever both do, with cuts and reloads among it, is never refused`, async () => {
  const random = new Random(SEED);
  const mine = new Set<NoteId>();
  const tabs = [one!, other!];
  const working = (client: StockClient) =>
    new BoardWork(client.doc, random.fork(), { mine, moderates: () => false });
  const works = tabs.map(working);
  for (let step = 0; step < STEPS; step++) {
    const place = random.whole(0, 1);
    works[place]!.doSomething();
    if (random.chance(0.03)) {
      works[place]!.stop();
      tabs[place] = await reload(tabs[place]!);
      works[place] = working(tabs[place]!);
    } else if (random.chance(0.05)) {
      await cut(tabs[place]!);
    } else if (random.chance(0.2)) {
      // What is under way gets a chance to arrive.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  await allEqual(...tabs);
});
