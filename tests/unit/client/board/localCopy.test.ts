/** A board is there without contact, as the server last had it on disk; own edits lie beside it. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { BoardCopies, BoardCopy, CopyPlace } from '../../../../client/state/boardCopies.ts';
import { BoardConnection, canWrite } from '../../../../client/sync/boardConnection.ts';
import { readNotes } from '../../../../shared/board/boardDoc.ts';
import { addNote, removeNotes } from '../../../../shared/board/boardOps.ts';
import { type HallId, newId, type StationId } from '../../../../shared/domain/ids.ts';
import { CLOSE } from '../../../../shared/protocol/boardFrames.ts';
import { until } from '../../../harness/until.ts';
import { Device } from '../device.ts';
import { BoardServer } from './boardServer.ts';

/** A device's store of boards, in memory. */
class Copies implements BoardCopies {
  readonly kept = new Map<string, BoardCopy>();
  writes = 0;
  full = false;

  async read(place: CopyPlace): Promise<BoardCopy | null> {
    return this.kept.get(keyOf(place)) ?? null;
  }

  async keep(place: CopyPlace, copy: BoardCopy): Promise<boolean> {
    if (this.full) return false;
    this.writes++;
    this.kept.set(keyOf(place), copy);
    return true;
  }

  async forget(hall: HallId, station?: StationId): Promise<void> {
    for (const key of this.kept.keys())
      if (key.startsWith(station ? `${hall} ${station}` : hall)) this.kept.delete(key);
  }
}

const keyOf = ({ hall, station, participant }: CopyPlace) => `${hall} ${station} ${participant}`;
const hall = newId('h') as HallId;
const station = newId('s') as StationId;
const other = newId('s') as StationId;
const participant = newId('p');
/** Nothing listens there. */
const NOWHERE = 'ws://127.0.0.1:9';

let server: BoardServer;
let device: Device;
let copies: Copies;
let open: BoardConnection[] = [];

function connect(base = server.base, at = station): BoardConnection {
  const connection = new BoardConnection({
    base,
    station: at,
    role: 'participant',
    writer: { participant, storage: device.storageOf() },
    copy: { hall, copies },
    socket: WebSocket as unknown as typeof globalThis.WebSocket,
  });
  open.push(connection);
  return connection;
}

const stateOf = (connection: BoardConnection) => connection.state.getState();
const textsOf = (doc: Y.Doc) =>
  readNotes(doc)
    .map(({ text }) => text)
    .sort();
const write = (connection: BoardConnection, text: string) => {
  const id = newId('n');
  addNote(connection.doc, { id, text, pos: [0, 0], round: 1, at: 1 });
  return id;
};
const live = (connection: BoardConnection) =>
  until(() => stateOf(connection).status === 'live' && stateOf(connection).mode !== null, {
    what: 'contact',
  });
const shown = (connection: BoardConnection) =>
  until(() => stateOf(connection).copyAt !== null, { what: 'the copy to be shown' });
function copyOf(at = station): string[] {
  const copy = copies.kept.get(keyOf({ hall, station: at, participant }));
  const doc = new Y.Doc();
  if (copy) Y.applyUpdate(doc, copy.bytes);
  return textsOf(doc);
}

/** A visit with contact, after which the device has a copy of the board with one note. */
async function visitOnce(): Promise<void> {
  addNote(server.doc, { id: newId('n'), text: 'Henger her', pos: [0, 0], round: 1, at: 1 });
  const connection = connect();
  await live(connection);
  connection.close();
  await until(() => copies.kept.size === 1, { what: 'the copy' });
}

beforeEach(async () => {
  server = await BoardServer.open();
  device = new Device();
  copies = new Copies();
});

afterEach(async () => {
  for (const connection of open) connection.close();
  open = [];
  await server.close();
});

describe('the device’s copy of a board', () => {
  it('is shown without contact, with its hour, and one can write on it', async () => {
    await visitOnce();
    const connection = connect(NOWHERE);
    await shown(connection);
    expect(textsOf(connection.doc)).toEqual(['Henger her']);
    expect(stateOf(connection)).toMatchObject({ synced: false, mode: 'write' });
    expect(Date.now() - stateOf(connection).copyAt!).toBeLessThan(60_000);
    expect(canWrite(stateOf(connection))).toBe(true);
    write(connection, 'Uten nett');
    expect(stateOf(connection).unsaved).toBe(1);
  });

  it('brings what was written on it to the server once there is contact', async () => {
    await visitOnce();
    const away = connect(NOWHERE);
    await shown(away);
    write(away, 'Uten nett');
    away.close();
    const back = connect();
    await live(back);
    await until(() => textsOf(server.doc).length === 2, { what: 'the note to arrive' });
    expect(textsOf(server.doc)).toEqual(['Henger her', 'Uten nett']);
    expect(stateOf(back).copyAt).toBeNull();
  });

  it('gives way to the board itself, without a trace of what was taken down meanwhile', async () => {
    await visitOnce();
    removeNotes(server.doc, [readNotes(server.doc)[0]!.id]);
    const connection = connect();
    await live(connection);
    await until(() => stateOf(connection).synced, { what: 'the board' });
    expect(textsOf(connection.doc)).toEqual([]);
  });

  it('never holds what the server has not confirmed', async () => {
    await visitOnce();
    const connection = connect();
    await live(connection);
    write(connection, 'Ikke bekreftet');
    connection.close();
    expect(copyOf()).toEqual(['Henger her']);
    // Confirmed, it does.
    const next = connect();
    await live(next);
    await until(() => server.visit!.documents.length > 0, { what: 'the answer' });
    server.save();
    await until(() => stateOf(next).unsaved === 0, { what: 'it to be saved' });
    next.close();
    expect(copyOf()).toEqual(['Henger her', 'Ikke bekreftet']);
  });

  it('never brings back what was refused', async () => {
    await visitOnce();
    const connection = connect();
    await live(connection);
    server.takes = false;
    write(connection, 'Ikke lov');
    server.refuse();
    await until(() => stateOf(connection).returned.length === 1, { what: 'the text to come back' });
    await live(connection);
    connection.close();
    expect(copyOf()).toEqual(['Henger her']);
    const away = connect(NOWHERE);
    await shown(away);
    expect(textsOf(away.doc)).toEqual(['Henger her']);
    expect(stateOf(away).returned.map(({ text }) => text)).toEqual(['Ikke lov']);
  });

  it('created and taken down again without contact, a note is gone for good (F-23)', async () => {
    await visitOnce();
    const away = connect(NOWHERE);
    await shown(away);
    const id = write(away, 'Ombestemt');
    removeNotes(away.doc, [id]);
    const [hanging] = readNotes(away.doc);
    removeNotes(away.doc, [hanging!.id]);
    addNote(away.doc, { ...hanging!, id: newId('n'), text: 'Hengt opp på nytt' });
    away.close();
    const again = connect(NOWHERE);
    await shown(again);
    expect(textsOf(again.doc)).toEqual(['Hengt opp på nytt']);
    again.close();
    const back = connect();
    await live(back);
    await until(() => textsOf(server.doc)[0] === 'Hengt opp på nytt', { what: 'it to arrive' });
    expect(textsOf(server.doc)).toEqual(['Hengt opp på nytt']);
    expect(textsOf(back.doc)).toEqual(['Hengt opp på nytt']);
  });

  it('of one station is never another’s (F-35)', async () => {
    await visitOnce();
    const away = connect(NOWHERE);
    await shown(away);
    write(away, 'På den første');
    away.close();
    const elsewhere = connect(server.base, other);
    await live(elsewhere);
    expect(stateOf(elsewhere).unsaved).toBe(0);
    const before = textsOf(server.doc);
    elsewhere.close();
    expect(copyOf(other)).toEqual(before);
    expect(before).not.toContain('På den første');
  });

  it('that can’t be read is put away, and blocks nothing (F-14)', async () => {
    await visitOnce();
    const key = keyOf({ hall, station, participant });
    const whole = copies.kept.get(key)!;
    copies.kept.set(key, { ...whole, bytes: whole.bytes.slice(0, whole.bytes.length >> 1) });
    const away = connect(NOWHERE);
    await until(() => copies.kept.size === 0, { what: 'it to be put away' });
    expect(stateOf(away).copyAt).toBeNull();
    const back = connect();
    await live(back);
    expect(textsOf(back.doc)).toEqual(['Henger her']);
  });

  it.each([CLOSE.noSession, CLOSE.forbidden, CLOSE.noStation])(
    'is gone once the server has closed the board for good (%i), and what was not sent is told',
    async (code) => {
      await visitOnce();
      const connection = connect();
      await live(connection);
      write(connection, 'Ikke sendt');
      server.visit!.socket.close(code, '');
      await until(() => stateOf(connection).status === 'closed', { what: 'it to stop' });
      expect(copies.kept.size).toBe(0);
      expect(stateOf(connection).unsent.map(({ text }) => text)).toEqual(['Ikke sendt']);
      expect(canWrite(stateOf(connection))).toBe(false);
    },
  );

  it('of another epoch is not trusted: only what was written here and not saved goes on', async () => {
    await visitOnce();
    const away = connect(NOWHERE);
    await shown(away);
    write(away, 'Nytt');
    away.close();
    // The server was restored from before the note that hangs in the copy.
    server.restore();
    const back = connect();
    await live(back);
    await until(() => textsOf(server.doc).length === 1, { what: 'the note to arrive' });
    expect(textsOf(server.doc)).toEqual(['Nytt']);
    expect(textsOf(back.doc)).toEqual(['Nytt']);
  });

  it('a board that is open when its epoch ends begins anew', async () => {
    await visitOnce();
    const connection = connect();
    await live(connection);
    const lost = server.visit!;
    server.restore();
    lost.socket.terminate();
    await until(
      () => server.visits.length >= 3 && textsOf(connection.doc).length === 0 && stateOf(connection).synced,
      {
        what: 'the empty board',
      },
    );
    expect(textsOf(server.doc)).toEqual([]);
  });

  it('is not needed: a device without room for it has boards all the same', async () => {
    copies.full = true;
    addNote(server.doc, { id: newId('n'), text: 'Henger her', pos: [0, 0], round: 1, at: 1 });
    const connection = connect();
    await live(connection);
    connection.close();
    const again = connect();
    await live(again);
    expect(textsOf(again.doc)).toEqual(['Henger her']);
  });

  it('is written seldom, however much happens', async () => {
    const connection = connect();
    await live(connection);
    for (let n = 0; n < 200; n++)
      addNote(server.doc, { id: newId('n'), text: `${n}`, pos: [n, 0], round: 1, at: 1 });
    await until(() => textsOf(connection.doc).length === 200, { what: 'the notes' });
    expect(copies.writes).toBeLessThan(2);
  });
});
