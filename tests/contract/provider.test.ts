/** The promise to other programs: an unchanged provider of y-websocket joins, reads, writes what it may, and sees others. */

import * as encoding from 'lib0/encoding';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { type Fields, metaOf, notesOf } from '../../shared/board/boardDoc.ts';
import { newId, type StationId } from '../../shared/domain/ids.ts';
import { awarenessFrame, CLOSE, FRAME, SYNC, syncFrame } from '../../shared/protocol/boardFrames.ts';
import type { CreatedHall, CreatedSession } from '../../shared/protocol/rest.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { boardRows } from '../harness/disk.ts';
import { call, makeHall, sessionOf } from '../harness/hall.ts';
import { withdrawKeys } from '../harness/keys.ts';
import { type ServerProcess, startServer, tempFolder } from '../harness/serverProcess.ts';
import { StockClient } from '../harness/stockClient.ts';
import { until } from '../harness/until.ts';

/** How soon whoever is withdrawn must be out. */
const SOON_MS = 1_000;

let server: ServerProcess;
let made: CreatedHall;
let station: StationId;
let person: CreatedSession;
let wall: CreatedSession;
const folder = tempFolder();
const open: { leave(): void }[] = [];

beforeAll(async () => {
  server = await startServer({ dataDir: folder.path });
  made = await makeHall(server.base);
  station = made.hall.stations[0]!.id;
  person = await sessionOf(server.base, made, 'participant');
  wall = await sessionOf(server.base, made, 'wall');
});
afterEach(() => {
  for (const client of open.splice(0)) client.leave();
  expect(server.alive()).toBe(true);
});
afterAll(async () => {
  await server.stop();
  folder.remove();
});

function stock(token = person.token, at: StationId | string = station): StockClient {
  const client = new StockClient(server.base, at, token);
  open.push(client);
  return client;
}

async function ours(token = person.token): Promise<BoardClient> {
  const client = await BoardClient.joined({ base: server.base, station, token });
  open.push(client);
  return client;
}

/** Resolves when the server has dealt with all that this client has sent. */
async function dealtWith({ provider }: StockClient): Promise<void> {
  const socket = provider.ws as unknown as WebSocket;
  let answered = false;
  socket.on('message', (data: ArrayBuffer) => {
    const [frame, kind] = new Uint8Array(data);
    answered ||= frame === FRAME.sync && kind === SYNC.step2;
  });
  socket.send(syncFrame(SYNC.step1, Uint8Array.of(0)));
  await until(() => answered, { what: 'the server to have dealt with a client' });
}

async function notesOverHttp(): Promise<{ id: string; text: string }[]> {
  const path = `/api/halls/${made.hall.id}/stations/${station}/notes`;
  const { body } = await call<{ notes: { id: string; text: string }[] }>(server.base, 'GET', path, {
    token: person.token,
  });
  return body.notes;
}

describe('a participant', () => {
  test('joins, and reads the station’s furniture', async () => {
    const client = await stock().synced();
    expect(metaOf(client.doc).get('title')).toBe(made.hall.stations[0]!.title);
  });

  test('writes a note that stock clients, our own clients and HTTP all see', async () => {
    const [writer, reader, own] = [await stock().synced(), await stock().synced(), await ours()];
    const id = writer.add({ text: 'Frå ein heilt vanleg klient' });
    expect((await reader.sees(id)).text).toBe('Frå ein heilt vanleg klient');
    await until(() => own.notes.some((note) => note.id === id), { what: 'our own client to see it' });
    expect(await notesOverHttp()).toContainEqual(
      expect.objectContaining({ id, text: 'Frå ein heilt vanleg klient' }),
    );
  });

  test('sees what others wrote before it came, and what our own clients write now', async () => {
    const own = await ours();
    const before = own.add({ text: 'Før' });
    await own.allSaved();
    const late = await stock().synced();
    expect(late.note(before)?.text).toBe('Før');
    const after = own.add({ text: 'Etter' });
    expect((await late.sees(after)).text).toBe('Etter');
  });

  test('makes a note without a transaction, in five updates, and it hangs whole', async () => {
    const [writer, reader] = [await stock().synced(), await stock().synced()];
    const id = newId('n');
    const fields: Fields = new Y.Map();
    notesOf(writer.doc).set(id, fields);
    fields.set('text', new Y.Text('Fem steg'));
    fields.set('pos', [1, 2]);
    fields.set('round', 1);
    fields.set('at', Date.now());
    expect((await reader.sees(id)).text).toBe('Fem steg');
    expect(writer.closes).toEqual([]);
  });

  test('edits and removes notes, and goes on after its connection was cut', async () => {
    const [writer, reader] = [await stock().synced(), await stock().synced()];
    const id = writer.add({ text: 'Utkast' });
    await reader.sees(id);
    (writer.provider.ws as unknown as { terminate(): void }).terminate();
    await until(() => !writer.provider.wsconnected, { what: 'the connection to be gone' });
    (notesOf(writer.doc).get(id)!.get('text') as Y.Text).insert(0, 'Ferdig, ikkje lenger ');
    await until(() => reader.note(id)?.text === 'Ferdig, ikkje lenger Utkast', {
      what: 'the edit to arrive',
    });
    notesOf(writer.doc).delete(id);
    await until(() => !reader.note(id), { what: 'the note to be gone' });
  });
});

describe('T40 a wall', () => {
  test('receives, and nothing that it writes reaches others or the disk', async () => {
    const [screen, reader, writer] = [await stock(wall.token).synced(), await stock().synced(), await ours()];
    const before = boardRows(folder.path);
    const forbidden = screen.add({ text: 'Fra veggen' });
    metaOf(screen.doc).set('title', 'Veggen bestemmer');
    // As an update, and within a SyncStep2.
    const whole = Y.encodeStateAsUpdate(screen.doc);
    screen.provider.ws!.send(syncFrame(SYNC.step2, whole) as Uint8Array<ArrayBuffer>);
    await dealtWith(screen);
    expect(boardRows(folder.path)).toEqual(before);

    const allowed = writer.add({ text: 'Fra en deltaker' });
    await screen.sees(allowed);
    await reader.sees(allowed);
    expect(reader.note(forbidden)).toBeUndefined();
    expect(metaOf(reader.doc).get('title')).toBe(made.hall.stations[0]!.title);
    expect((await notesOverHttp()).map(({ id }) => id)).not.toContain(forbidden);
    expect(screen.closes).toEqual([]);
  });

  test('writes nothing to disk by leaving last', async () => {
    const screen = await stock(wall.token).synced();
    screen.add({ text: 'Fra veggen' });
    const before = boardRows(folder.path);
    const gone = until(async () => (await connections()) === 0, { what: 'nobody to be connected' });
    screen.leave();
    await gone;
    expect(boardRows(folder.path)).toEqual(before);
  });
});

async function connections(): Promise<number> {
  const { body } = await call<string>(server.base, 'GET', '/metrics');
  return Number(/^vandrehallen_board_connections (\d+)/m.exec(body)?.[1]);
}

describe('whoever may not come in is told so once, and for good', () => {
  /** Turned away with this code, and not to be seen again: its provider's next try would come after 200 ms. */
  async function turnedAway(client: StockClient, code: number): Promise<void> {
    expect(await client.stopped()).toBe(code);
    expect(client.attempts).toBe(1);
    expect(client.closes).toEqual([code]);
    expect(client.provider.shouldConnect).toBe(false);
    const quiet = performance.now() + 450;
    await until(() => performance.now() > quiet, { what: 'the time of a second try to pass' });
    expect(client.attempts).toBe(1);
    expect(client.provider.ws).toBe(null);
  }

  test('a wrong token: 4401', async () => {
    await turnedAway(stock('feil-nøkkel'), CLOSE.noSession);
  });

  test('no token: 4401', async () => {
    await turnedAway(stock(''), CLOSE.noSession);
  });

  test('a key in the place of a token: 4401', async () => {
    await turnedAway(stock(made.keys.join), CLOSE.noSession);
  });

  test('a token of another hall: 4403', async () => {
    const other = await makeHall(server.base, 'blank');
    const stranger = await sessionOf(server.base, other, 'organiser');
    await turnedAway(stock(stranger.token), CLOSE.forbidden);
  });

  test.each([
    ['of a good form', () => newId('s')],
    ['of no form', () => 'lobby'],
    ['of a prototype', () => '__proto__'],
    ['of a bad escape', () => '%zz'],
    ['of a path', () => 's_aaaaaaaaaaaaaaaaaaaa/more'],
    ['of a hall', () => made.hall.id],
  ])('a station %s that does not exist: 4404', async (_, name) => {
    await turnedAway(stock(person.token, name()), CLOSE.noStation);
  });

  test('a token withdrawn before: 4403', async () => {
    const hall = await makeHall(server.base, 'blank');
    const withdrawn = await sessionOf(server.base, hall, 'participant');
    expect(await withdrawKeys(server.base, hall, ({ role }) => role === 'participant')).toBe(1);
    await turnedAway(stock(withdrawn.token, hall.hall.stations[0]!.id), CLOSE.forbidden);
  });

  test('T38: a token withdrawn meanwhile: 4403 within a second, and what is written at that moment is not on disk', async () => {
    const hall = await makeHall(server.base, 'blank');
    const here = hall.hall.stations[0]!.id;
    const guest = await sessionOf(server.base, hall, 'participant');
    const client = await stock(guest.token, here).synced();
    const host = await stock((await sessionOf(server.base, hall, 'host')).token, here).synced();
    await withdrawKeys(server.base, hall, ({ role }) => role === 'participant');
    expect(await client.stopped(SOON_MS)).toBe(CLOSE.forbidden);
    const late = client.add({ text: 'For sent' });
    const allowed = host.add({ text: 'Fortsatt her' });
    const reader = await stock((await sessionOf(server.base, hall, 'wall')).token, here).synced();
    await reader.sees(allowed);
    expect(reader.note(late)).toBeUndefined();
    await turnedAway(client, CLOSE.forbidden);
  });

  test('a write that no board takes closes a stock client with 4403, and leaves all else as it was', async () => {
    const [writer, reader] = [await stock().synced(), await stock().synced()];
    const before = boardRows(folder.path);
    writer.doc.getMap('votes').set('mine', 7);
    await turnedAway(writer, CLOSE.forbidden);
    expect(boardRows(folder.path)).toEqual(before);
    expect(reader.closes).toEqual([]);
  });

  test('bytes that are no update do too', async () => {
    const writer = await stock().synced();
    const bytes = syncFrame(SYNC.update, Uint8Array.of(1, 2, 3));
    writer.provider.ws!.send(bytes as Uint8Array<ArrayBuffer>);
    await turnedAway(writer, CLOSE.forbidden);
  });

  test('a client of ours is told why instead, and stays', async () => {
    const client = await ours();
    client.doc.getMap('votes').set('mine', 7);
    const refusal = await until(() => client.refusals[0], { what: 'the refusal' });
    expect(refusal).toMatchObject({ code: 'malformed', text: expect.any(String) });
    await client.ask();
    expect(client.closed).toBe(null);
    // It starts afresh with the server's document, on the same connection.
    const again = new Y.Doc();
    Y.applyUpdate(again, await client.ask());
    again.once('update', (bytes: Uint8Array) => client.change(bytes, 'step2'));
    const fields: Fields = new Y.Map();
    const id = newId('n');
    again.transact(() => notesOf(again).set(id, fields));
    await client.allSaved();
    const reader = await stock().synced();
    expect(notesOf(reader.doc).has(id)).toBe(true);
  });
});

describe('awareness among stock clients', () => {
  const stateOf = (client: StockClient, of: StockClient) =>
    client.provider.awareness.getStates().get(of.doc.clientID) as { name?: string } | undefined;

  async function together(...names: string[]): Promise<StockClient[]> {
    const clients = names.map(() => stock());
    for (const [index, client] of clients.entries()) {
      client.provider.awareness.setLocalState({ name: names[index] });
      await client.synced();
    }
    for (const reader of clients) {
      for (const [index, one] of clients.entries()) {
        await until(() => stateOf(reader, one)?.name === names[index], {
          what: `${names[index]} to be seen`,
        });
      }
    }
    return clients;
  }

  /** An awareness update in the name of any clients, as y-protocols writes it. */
  function spoken(...entries: [client: number, clock: number, state: unknown][]): Uint8Array {
    const to = encoding.createEncoder();
    encoding.writeVarUint(to, entries.length);
    for (const [client, clock, state] of entries) {
      encoding.writeVarUint(to, client);
      encoding.writeVarUint(to, clock);
      encoding.writeVarString(to, JSON.stringify(state));
    }
    return awarenessFrame(encoding.toUint8Array(to));
  }
  const say = (client: StockClient, frame: Uint8Array) =>
    client.provider.ws!.send(frame as Uint8Array<ArrayBuffer>);

  test('two see each other, and one who leaves is gone', async () => {
    const [ada, bo] = (await together('Ada', 'Bo')) as [StockClient, StockClient];
    ada.provider.awareness.setLocalState({ name: 'Ada', at: 'note' });
    await until(() => (stateOf(bo, ada) as { at?: string })?.at === 'note', { what: 'news of Ada' });
    ada.leave();
    await until(() => stateOf(bo, ada) === undefined, { what: 'Ada to be gone' });
  });

  test('one whose connection breaks without farewell is gone too', async () => {
    const [ada, bo] = (await together('Ada', 'Bo')) as [StockClient, StockClient];
    ada.provider.shouldConnect = false;
    (ada.provider.ws as unknown as { terminate(): void }).terminate();
    await until(() => stateOf(bo, ada) === undefined, { what: 'Ada to be gone' });
  });

  test('T40: nobody can remove another, or speak for them', async () => {
    const [ada, bo, eve] = (await together('Ada', 'Bo', 'Eve')) as [StockClient, StockClient, StockClient];
    const victim = ada.doc.clientID;
    say(eve, spoken([victim, 1_000, null], [victim, 1_001, { name: 'Eve som Ada' }]));
    eve.provider.awareness.setLocalState({ name: 'Eve', after: true });
    await until(() => (stateOf(bo, eve) as { after?: boolean })?.after, { what: 'Eve to be heard' });
    expect(stateOf(bo, ada)).toEqual({ name: 'Ada' });
    expect(stateOf(ada, ada)).toEqual({ name: 'Ada' });
    eve.leave();
    await until(() => stateOf(bo, eve) === undefined, { what: 'Eve to be gone' });
    expect(stateOf(bo, ada)).toEqual({ name: 'Ada' });
  });

  test('one client fills nobody’s screen with people it made up', async () => {
    const [ada, eve] = (await together('Ada', 'Eve')) as [StockClient, StockClient];
    const invented = Array.from(
      { length: 500 },
      (_, index) => [index + 1, 1, { name: `Nr. ${index}` }] as [number, number, unknown],
    );
    say(eve, spoken(...invented));
    eve.provider.awareness.setLocalState({ name: 'Eve', after: true });
    await until(() => (stateOf(ada, eve) as { after?: boolean })?.after, { what: 'Eve to be heard' });
    expect(ada.provider.awareness.getStates().size).toBeLessThan(10);
  });

  test('clocks that nobody could read after the next one do no harm when their owner leaves', async () => {
    const [ada, bo, eve] = (await together('Ada', 'Bo', 'Eve')) as [StockClient, StockClient, StockClient];
    say(eve, spoken([eve.doc.clientID, Number.MAX_SAFE_INTEGER, { name: 'Eve for alltid' }]));
    eve.leave();
    ada.provider.awareness.setLocalState({ name: 'Ada', after: true });
    await until(() => (stateOf(bo, ada) as { after?: boolean })?.after, { what: 'Ada to be heard' });
    await until(() => stateOf(bo, eve) === undefined, { what: 'Eve to be gone' });
  });

  test('a wall shows nobody, and sees who is there', async () => {
    const [ada] = (await together('Ada')) as [StockClient];
    const screen = await stock(wall.token).synced();
    await until(() => stateOf(screen, ada)?.name === 'Ada', { what: 'the wall to see Ada' });
    ada.provider.awareness.setLocalState({ name: 'Ada', after: true });
    await until(() => (stateOf(screen, ada) as { after?: boolean })?.after, { what: 'news of Ada' });
    expect(stateOf(ada, screen)).toBeUndefined();
  });
});
