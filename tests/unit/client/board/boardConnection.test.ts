/** The board channel from the client's side, over real sockets: what is unsaved, refused, lost and found again. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { BoardConnection, type BoardConnectionState } from '../../../../client/sync/boardConnection.ts';
import { readNotes } from '../../../../shared/board/boardDoc.ts';
import { addNote, editText, move } from '../../../../shared/board/boardOps.ts';
import { type NoteId, newId, type StationId } from '../../../../shared/domain/ids.ts';
import { CLOSE, FRAME, type HeldMove, MOTION, SYNC } from '../../../../shared/protocol/boardFrames.ts';
import { MotionWriter } from '../../../../shared/protocol/motionFrames.ts';
import { noteOfPen, POINTER, penOn } from '../../../../shared/protocol/presence.ts';
import { until } from '../../../harness/until.ts';
import { Device } from '../device.ts';
import { BoardServer } from './boardServer.ts';

const station = newId('s') as StationId;
const participant = newId('p');
let server: BoardServer;
let device: Device;
let open: BoardConnection[] = [];

function connect(): BoardConnection {
  const connection = new BoardConnection({
    base: server.base,
    station,
    role: 'participant',
    writer: { participant, storage: device.storageOf() },
    socket: WebSocket as unknown as typeof globalThis.WebSocket,
  });
  open.push(connection);
  return connection;
}

const stateOf = (connection: BoardConnection) => connection.state.getState();

function when(connection: BoardConnection, what: string, look: (state: BoardConnectionState) => boolean) {
  return until(() => look(stateOf(connection)), { what });
}

const live = (connection: BoardConnection) =>
  when(
    connection,
    'the board to be live',
    ({ status, synced, mode }) => status === 'live' && synced && mode !== null,
  );

function write(connection: BoardConnection, text: string): NoteId {
  const id = newId('n');
  addNote(connection.doc, { id, text, pos: [0, 0], round: 1, at: 1 });
  return id;
}

const textsOf = (doc: BoardConnection['doc']) => readNotes(doc).map(({ text }) => text);

beforeEach(async () => {
  server = await BoardServer.open();
  device = new Device();
});

afterEach(async () => {
  for (const connection of open) connection.close();
  open = [];
  await server.close();
});

describe('the board connection', () => {
  it('joins by the address of its station, in its role, and speaks our frames', async () => {
    const connection = connect();
    await live(connection);
    const address = new URL(server.visit!.path, server.base);
    expect(address.pathname).toBe(`/board/${station}`);
    expect(Object.fromEntries(address.searchParams)).toEqual({ v: '1', role: 'participant' });
    expect(stateOf(connection).mode).toBe('write');
  });

  it('never tells who is there: presence is the server’s', async () => {
    const connection = connect();
    await live(connection);
    write(connection, 'Et punkt');
    await until(() => server.visit!.documents.length === 2, { what: 'the note' });
    expect(server.visit!.kinds).not.toContain(FRAME.awareness);
  });

  it('counts an edit as unsaved until the server says that it is on disk', async () => {
    const connection = connect();
    await live(connection);
    write(connection, 'Et punkt');
    write(connection, 'Et til');
    expect(stateOf(connection).unsaved).toBe(2);
    await until(() => server.visit!.documents.length === 3, { what: 'the notes' });
    server.save(2);
    await when(connection, 'the first to be saved', ({ unsaved }) => unsaved === 1);
    server.save(3);
    await when(connection, 'both to be saved', ({ unsaved }) => unsaved === 0);
  });

  it('sends what was written without contact in one piece, before any later edit', async () => {
    const connection = connect();
    await live(connection);
    const lost = server.visit!;
    server.asks = false;
    lost.socket.terminate();
    await when(connection, 'the contact to be lost', ({ status }) => status === 'offline');
    write(connection, 'Uten nett');
    await until(() => server.visit !== lost, { what: 'a new connection' });
    await live(connection);
    // Joined, but not yet asked: what is written now would leave a gap before it.
    write(connection, 'Rett etter');
    server.ask();
    await until(() => server.visit!.documents.length > 0, { what: 'the answer' });
    expect(server.visit!.documents.map(({ kind }) => kind)).toEqual([SYNC.step2]);
    expect(textsOf(server.doc).sort()).toEqual(['Rett etter', 'Uten nett']);
    server.save(1);
    await when(connection, 'all to be saved', ({ unsaved }) => unsaved === 0);
  });

  it('keeps what is unsaved through a reload', async () => {
    const before = connect();
    await live(before);
    server.visit!.socket.terminate();
    await when(before, 'the contact to be lost', ({ status }) => status === 'offline');
    write(before, 'Overlever');
    before.close();
    const after = connect();
    expect(stateOf(after).unsaved).toBe(1);
    await live(after);
    await until(() => textsOf(server.doc).includes('Overlever'), { what: 'the note to arrive' });
    server.save();
    await when(after, 'it to be saved', ({ unsaved }) => unsaved === 0);
    const third = connect();
    expect(stateOf(third).unsaved).toBe(0);
  });

  it('keeps an unsaved change of a note that the next visit has not yet seen', async () => {
    addNote(server.doc, { id: newId('n'), text: 'Andres', pos: [0, 0], round: 1, at: 1 });
    const before = connect();
    await live(before);
    const [note] = readNotes(before.doc);
    move(before.doc, [{ id: note!.id, pos: [70, 80] }]);
    before.close();
    const after = connect();
    await live(after);
    await until(() => readNotes(server.doc)[0]?.pos[0] === 70, { what: 'the move to arrive' });
    expect(readNotes(after.doc)[0]!.pos).toEqual([70, 80]);
  });

  it('begins anew after a refusal, and gives the person’s texts back', async () => {
    const connection = connect();
    await live(connection);
    const docs: unknown[] = [];
    connection.onDoc((doc) => docs.push(doc));
    const first = connection.doc;
    server.takes = false;
    write(connection, 'Ikke lov');
    server.refuse({ code: 'denied' });
    await when(connection, 'the text to come back', ({ returned }) => returned.length === 1);
    expect(stateOf(connection)).toMatchObject({ refused: { code: 'denied' }, unsaved: 0 });
    expect(stateOf(connection).returned[0]!.text).toBe('Ikke lov');
    await live(connection);
    expect(connection.doc).not.toBe(first);
    expect(docs).toEqual([first, connection.doc]);
  });

  it('does not give back what came through all the same', async () => {
    const connection = connect();
    await live(connection);
    write(connection, 'Kom frem');
    await until(() => textsOf(server.doc).includes('Kom frem'), { what: 'the note to arrive' });
    server.refuse();
    await until(() => connection.state.getState().synced && server.visits.length === 2, {
      what: 'the new visit',
    });
    await when(connection, 'the list to be empty', ({ returned }) => returned.length === 0);
    expect(textsOf(connection.doc)).toEqual(['Kom frem']);
  });

  it('keeps returned texts through a reload, until they are dismissed', async () => {
    const connection = connect();
    await live(connection);
    server.takes = false;
    const id = write(connection, 'Første');
    editText(connection.doc, id, 'Siste');
    server.refuse();
    await when(connection, 'the text to come back', ({ returned }) => returned.length === 1);
    const after = connect();
    expect(stateOf(after).returned).toEqual([{ note: id, text: 'Siste' }]);
    after.dismiss(id);
    expect(stateOf(after).returned).toEqual([]);
    expect(stateOf(connect()).returned).toEqual([]);
  });

  it('keeps what another tab was given back, whatever comes back or is dismissed here', async () => {
    const other = connect();
    await live(other);
    const connection = connect();
    await live(connection);
    server.takes = false;
    const id = write(connection, 'Avvist i den ene fanen');
    server.refuse();
    await when(connection, 'the text to come back', ({ returned }) => returned.length === 1);
    connection.close();
    const second = write(other, 'Avvist i den andre');
    server.refuse({}, server.visits[0]);
    await when(other, 'the other text to come back', ({ returned }) => returned.length === 1);
    other.dismiss(second);
    expect(stateOf(connect()).returned).toEqual([{ note: id, text: 'Avvist i den ene fanen' }]);
  });

  it('stops when it is refused again and again', async () => {
    const connection = connect();
    for (let turn = 1; turn <= 5; turn++) {
      await until(() => server.visits.length === turn, { what: `visit ${turn}` });
      await until(() => server.visit!.kinds.length > 0, { what: 'its first frame' });
      server.refuse();
    }
    await when(connection, 'it to stop', ({ status }) => status === 'closed');
    expect(stateOf(connection).closeCode).toBeNull();
  });

  it('stops for good when the server says so, until it is told to try', async () => {
    const connection = connect();
    await live(connection);
    server.visit!.socket.close(CLOSE.forbidden, 'withdrawn');
    await when(connection, 'it to stop', ({ status }) => status === 'closed');
    expect(stateOf(connection).closeCode).toBe(CLOSE.forbidden);
    connection.tryNow();
    await live(connection);
    expect(stateOf(connection).closeCode).toBeNull();
  });

  it('comes back by itself after any other close', async () => {
    const connection = connect();
    await live(connection);
    server.visit!.socket.close(CLOSE.restart, 'restart');
    await until(() => server.visits.length === 2, { what: 'the next visit' });
    await live(connection);
  });

  it('tells that a station can only be read', async () => {
    server.mode = 'damaged';
    server.asks = false;
    const connection = connect();
    await live(connection);
    expect(stateOf(connection).mode).toBe('damaged');
  });

  it('says when the device can’t keep what is unsaved', async () => {
    const connection = connect();
    await live(connection);
    device.full = true;
    write(connection, 'Ingen plass');
    expect(stateOf(connection)).toMatchObject({ unsaved: 1, kept: false });
  });

  it('writes on under the id it had, once all that was written under it is saved', async () => {
    const before = connect();
    await live(before);
    write(before, 'Et punkt');
    const { clientID } = before.doc;
    await until(() => server.visit!.documents.length === 2, { what: 'the note' });
    server.save();
    await when(before, 'it to be saved', ({ unsaved }) => unsaved === 0);
    before.close();
    const [after, other] = [connect(), connect()];
    await live(after);
    await live(other);
    const adopted = () => [after, other].filter(({ doc }) => doc.clientID === clientID);
    await until(() => adopted().length > 0, { what: 'the id to be taken' });
    expect(adopted()).toHaveLength(1);
    const [taker] = adopted();
    write(taker!, 'Et til');
    await until(() => textsOf(server.doc).includes('Et til'), { what: 'the second note' });
    expect(taker!.doc.clientID).toBe(clientID);
  });

  it('takes a new id where something written under the old one may be under way', async () => {
    const before = connect();
    await live(before);
    write(before, 'Ikke lagret');
    before.close();
    expect(device.storageOf().keys('vh.client.')).toEqual([]);
  });

  it('shows what is held here only on a connection that has been welcomed', async () => {
    const connection = connect();
    connection.sendMoves([{ id: newId('n'), state: MOTION.held, x: 1, y: 2 }]);
    await live(connection);
    expect(server.visit!.kinds).not.toContain(FRAME.motion);
    connection.sendMoves([{ id: newId('n'), state: MOTION.held, x: 1, y: 2 }]);
    await until(() => server.visit!.kinds.includes(FRAME.motion), { what: 'the move' });
  });

  it('tells others’ pens and pointers apart from what hangs on the board', async () => {
    const connection = connect();
    await live(connection);
    const [things, presence]: [HeldMove[], HeldMove[]] = [[], []];
    connection.onMotion((moves) => things.push(...moves));
    connection.onPresence((moves) => presence.push(...moves));
    const note = newId('n');
    const ids = [note, penOn(note), POINTER];
    const held = ids.map((id, hold) => ({ hold, holder: 99, id, state: MOTION.held, x: 1, y: 2 }));
    server.visit!.socket.send(new MotionWriter().frame(held)!);
    await until(() => things.length + presence.length === 3, { what: 'the moves' });
    expect(things.map(({ id }) => id)).toEqual([note]);
    expect(presence.map(({ id }) => noteOfPen(id))).toEqual([note, null]);
  });
});
