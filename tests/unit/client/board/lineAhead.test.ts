/** A board's line that is opened before its view is there: taken over once, without losing a byte, or not at all. */

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import { BoardConnection } from '../../../../client/sync/boardConnection.ts';
import { openAhead, takesAhead } from '../../../../client/sync/lineAhead.ts';
import { readNotes } from '../../../../shared/board/boardDoc.ts';
import { addNote } from '../../../../shared/board/boardOps.ts';
import { newId, type StationId } from '../../../../shared/domain/ids.ts';
import { CLOSE } from '../../../../shared/protocol/boardFrames.ts';
import { until } from '../../../harness/until.ts';
import { Device } from '../device.ts';
import { BoardServer } from './boardServer.ts';

const Socket = NodeSocket as unknown as typeof globalThis.WebSocket;
const hall = newId('h');
const station = newId('s') as StationId;
let server: BoardServer;
let connection: BoardConnection | undefined;

beforeEach(async () => {
  server = await BoardServer.open();
  addNote(server.doc, { id: newId('n'), text: 'Henger alt', pos: [0, 0], round: 1, at: 1 });
});

afterEach(async () => {
  connection?.close();
  connection = undefined;
  vi.unstubAllGlobals();
  await server.close();
});

function open(at: { station?: StationId; hash?: string; view?: string } = {}): void {
  const { host } = new URL(server.base);
  const pathname = `/hall/${hall}/${at.view ?? 'board'}/${at.station ?? station}`;
  openAhead({ protocol: 'http:', host, pathname, hash: at.hash ?? '' }, Socket);
}

function connect(): BoardConnection {
  connection = new BoardConnection({
    base: server.base,
    station,
    role: 'participant',
    writer: { participant: newId('p'), storage: new Device().storageOf() },
    socket: takesAhead(Socket),
  });
  return connection;
}

const textsOf = ({ doc }: BoardConnection) => readNotes(doc).map(({ text }) => text);
const state = () => connection!.state.getState();
const synced = () => until(() => state().synced && state().mode !== null, { what: 'the board' });
const asked = () => until(() => (server.visit?.kinds.length ?? 0) > 0, { what: 'the line to ask' });

test('what came before the view is there is the board, and the server is asked for it once', async () => {
  open();
  await asked();
  // One round trip more: what the server has sent is here by then.
  const { socket } = server.visit!;
  await new Promise((resolve) => socket.ping(undefined, undefined, resolve));
  await new Promise((resolve) => socket.once('pong', resolve));
  const opened = connect();
  await synced();
  expect(textsOf(opened)).toEqual(['Henger alt']);
  expect(server.visits).toHaveLength(1);
  addNote(opened.doc, { id: newId('n'), text: 'Min egen', pos: [0, 0], round: 1, at: 2 });
  await until(() => readNotes(server.doc).length === 2, { what: 'the note' });
  // The answer to the server's question, and the note: by that count the server says what is on disk.
  expect(server.visit!.documents).toHaveLength(2);
  server.save();
  await until(() => state().unsaved === 0, { what: 'it to be saved' });
});

test('a line that is still on its way is taken as it is', async () => {
  open();
  connect();
  await synced();
  expect(server.visits).toHaveLength(1);
});

test('it goes in the role that this browser had last, and no other takes it', async () => {
  vi.stubGlobal('localStorage', { getItem: () => JSON.stringify({ role: 'host' }) });
  open();
  await asked();
  expect(server.visit!.path).toContain('role=host');
  connect();
  await synced();
  expect(server.visits).toHaveLength(2);
  expect(server.visit!.path).toContain('role=participant');
});

test('a line that the server has closed is not taken: the reason is heard on one’s own', async () => {
  open();
  await asked();
  server.visit!.socket.close(CLOSE.forbidden);
  await until(() => server.visit!.socket.readyState === NodeSocket.CLOSED, { what: 'it to be closed' });
  connect();
  await until(() => server.visits.length === 2, { what: 'a line of its own' });
  server.visit!.socket.close(CLOSE.forbidden);
  await until(() => state().closeCode === CLOSE.forbidden, { what: 'the reason' });
});

test('it leads to the board that the address names, and to none while a key is to be exchanged', async () => {
  open({ hash: '#key' });
  open({ view: 'pad' });
  open({ station: newId('s') as StationId });
  await asked();
  expect(server.visits).toHaveLength(1);
  connect();
  await synced();
  expect(server.visits).toHaveLength(2);
});
