/** What remains when somebody goes, or the board does: nothing of those who are gone, no question without an answer. */

import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { describe, expect, it } from 'vitest';
import { Awareness, applyAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { readNotes } from '../../../shared/board/boardDoc.ts';
import { addNote } from '../../../shared/board/boardOps.ts';
import { OPEN_RULES } from '../../../shared/domain/hall.ts';
import { newId } from '../../../shared/domain/ids.ts';
import { CLOSE, FRAME, MOTION } from '../../../shared/protocol/boardFrames.ts';
import { BenchClient, boardBench } from '../../harness/boardBench.ts';
import { settle } from '../../harness/handClock.ts';

const TICK = 20;

function awareness(client: number, state: object): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarString(encoder, JSON.stringify(state));
  return encoding.toUint8Array(encoder);
}

/** The awareness update in an awareness frame. */
function readFrame(bytes: Uint8Array): Uint8Array {
  const decoder = decoding.createDecoder(bytes);
  expect(decoding.readVarUint(decoder)).toBe(FRAME.awareness);
  return decoding.readVarUint8Array(decoder);
}

describe('who is gone', () => {
  it('B15 holds nothing by what still comes from a connection that the room has left', async () => {
    const { room, clock } = await boardBench();
    const [kari, ola] = [new BenchClient(room), new BenchClient(room)];
    kari.sync();
    ola.sync();
    await clock.pass(100);
    room.leave(kari.session);
    kari.hold([{ id: newId('n'), state: MOTION.held, x: 1, y: 1 }]);
    await clock.pass(100);
    expect(ola.seen).toEqual([]);
  });

  it('has on disk what they had sent before they went, also where a commit was under way (F-24)', async () => {
    const { room, clock, journal } = await boardBench();
    const [kari, ola] = [new BenchClient(room, { ours: false }), new BenchClient(room)];
    kari.sync();
    ola.sync();
    await clock.pass(100);
    const write = (text: string) => addNote(kari.doc, { id: newId('n'), text, pos: [0, 0], round: 1, at: 1 });
    journal.hold = true;
    write('én');
    await clock.pass(TICK);
    write('to');
    room.leave(kari.session);
    journal.hold = false;
    await journal.letThrough();
    await clock.pass(TICK * 10);
    expect(readNotes(journal.stored()).map(({ text }) => text)).toEqual(['én', 'to']);
    expect(readNotes(ola.doc)).toHaveLength(2);
  });

  it('has nothing more done for them where they were sent away, though their socket stays open (T38)', async () => {
    const { room, clock, journal } = await boardBench();
    const kari = new BenchClient(room);
    kari.sync();
    await clock.pass(100);
    const write = (text: string) => addNote(kari.doc, { id: newId('n'), text, pos: [0, 0], round: 1, at: 1 });
    write('før');
    room.sendAway(kari.session, CLOSE.forbidden, 'withdrawn');
    write('etter');
    await clock.pass(TICK * 10);
    expect(kari.closed).toBe(CLOSE.forbidden);
    expect(readNotes(journal.stored())).toEqual([]);
  });

  it('is nobody’s neighbour by an awareness that comes after', async () => {
    const { room, clock } = await boardBench();
    const kari = new BenchClient(room, { ours: false });
    kari.sync();
    await clock.pass(100);
    room.leave(kari.session);
    room.awareness(kari.session, awareness(5, { name: 'Kari' }));
    await clock.pass(100);
    const late = new BenchClient(room, { ours: false });
    late.sync();
    await clock.pass(100);
    const before = late.frames;
    room.askedForAwareness(late.session);
    await settle();
    expect(late.frames).toBe(before);
  });

  it('is shown nothing, and looks at nothing, where the first answer found the socket broken', async () => {
    const { room, clock } = await boardBench();
    const kari = new BenchClient(room);
    await clock.pass(100);
    kari.throws = true;
    kari.sync();
    await clock.pass(100);
    expect(kari.session.gone).toBe(true);
    expect(kari.session.live).toBe(false);
  });
});

describe('at an anonymous station', () => {
  it.each([
    [false, 'Kari'],
    [true, undefined],
  ])('%s: others hear that somebody is there, and who only where it is not one', async (anonymous, name) => {
    const { room, clock } = await boardBench();
    room.furnish({ rules: OPEN_RULES, round: 1, anonymous });
    const [kari, ola] = [new BenchClient(room, { ours: false }), new BenchClient(room, { ours: false })];
    const heard: Uint8Array[] = [];
    ola.socket.send = ({ bytes }) => void heard.push(bytes);
    kari.sync();
    ola.sync();
    await clock.pass(100);
    room.awareness(kari.session, awareness(5, { user: { name: 'Kari' } }));
    await clock.pass(100);
    const others = new Awareness(new Y.Doc());
    applyAwarenessUpdate(others, readFrame(heard.at(-1)!), 'server');
    expect(others.getStates().has(5)).toBe(true);
    expect(others.getStates().get(5)?.user?.name).toBe(name);
    room.leave(kari.session);
    await clock.pass(100);
    applyAwarenessUpdate(others, readFrame(heard.at(-1)!), 'server');
    expect(others.getStates().has(5)).toBe(false);
    others.destroy();
  });
});

describe('a board that is closed', () => {
  it('tells those whose writes it will not do, and answers those who read', async () => {
    const { room, clock, journal } = await boardBench();
    const kari = new BenchClient(room);
    kari.sync();
    await clock.pass(100);
    journal.hold = true;
    addNote(kari.doc, { id: newId('n'), text: 'underveis', pos: [0, 0], round: 1, at: 1 });
    const closing = room.close(CLOSE.restart, 'restart');
    await clock.pass(TICK);
    // What was there when it was told to close is on its way to the disk; these come after.
    expect(journal.waiting).toBe(1);
    const write = room.write(() => 'written').then(String, (error) => error.code);
    const read = room.read(() => 'read').then(String, (error) => error.code);
    await journal.letThrough();
    await clock.pass(1_000);
    await journal.letThrough();
    await clock.pass(1_000);
    await closing;
    const answers = await Promise.race([Promise.all([write, read]), settle().then(() => 'no answer')]);
    expect(answers).toEqual(['unavailable', 'read']);
  });

  it('tells those whose writes wait for a disk that fails', async () => {
    const { room, clock, journal } = await boardBench();
    journal.hold = true;
    journal.failNext = 1;
    const first = room.write(({ doc }) =>
      addNote(doc, { id: newId('n'), text: 'a', pos: [0, 0], round: 1, at: 1 }),
    );
    const told = first.then(String, (error) => error.code);
    await clock.pass(TICK);
    const waits = room.write(() => 'written').then(String, (error) => error.code);
    const closing = room.close(CLOSE.restart, 'restart');
    journal.hold = false;
    await journal.letThrough();
    await clock.pass(10_000);
    await closing;
    expect(await told).toBe('not_saved');
    expect(await Promise.race([waits, settle().then(() => 'no answer')])).toBe('unavailable');
  });
});
