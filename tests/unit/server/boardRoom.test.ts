/** The tick pipeline, rule by rule (B1–B12 of docs/SPEC.md), with a hand-moved clock and a journal that waits. */

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { BoardRoom } from '../../../server/board/BoardRoom.ts';
import { StateAnswers } from '../../../server/board/StateAnswers.ts';
import { notesOf, readNotes } from '../../../shared/board/boardDoc.ts';
import { addNote, editText, move } from '../../../shared/board/boardOps.ts';
import { type NoteId, newId } from '../../../shared/domain/ids.ts';
import { CLOSE, MOTION } from '../../../shared/protocol/boardFrames.ts';
import { BenchClient, BenchJournal, boardBench, silent } from '../../harness/boardBench.ts';
import { HandClock } from '../../harness/handClock.ts';
import { item, noteStructs, string, updateBytes } from '../../harness/updateBytes.ts';

const TICK = 20;

function write(doc: Y.Doc, text: string, id: NoteId = newId('n')): NoteId {
  addNote(doc, { id, text, pos: [0, 0], round: 1, at: 1 });
  return id;
}

const texts = (doc: Y.Doc) =>
  readNotes(doc)
    .map(({ text }) => text)
    .sort();

async function twoAtOneBoard() {
  const bench = await boardBench();
  const kari = new BenchClient(bench.room);
  const ola = new BenchClient(bench.room);
  kari.sync();
  ola.sync();
  await bench.clock.pass(TICK);
  return { ...bench, kari, ola };
}

describe('StateAnswers', () => {
  it('keep what many ask for, and of what nobody asks twice no more than some megabytes', () => {
    const doc = new Y.Doc();
    for (let n = 0; n < 1_000; n++) write(doc, 'x'.repeat(2_000));
    const answers = new StateAnswers();
    const strange = (client: number) => Y.encodeStateVector(new Map([[client, 1]]));
    const all = Array.from({ length: 60 }, (_, n) => answers.answer(doc, strange(n + 1)));
    const kept = all.filter((frame, n) => answers.answer(doc, strange(n + 1)) === frame);
    expect(kept.length).toBeGreaterThan(5);
    expect(kept.reduce((sum, { bytes }) => sum + bytes.length, 0)).toBeLessThan(33_000_000);
    const whole = answers.answer(doc, Uint8Array.of(0));
    expect(answers.answer(doc, Uint8Array.of(0))).toBe(whole);
    answers.changed();
    expect(answers.answer(doc, strange(60))).toBe(answers.answer(doc, strange(60)));
  });
});

describe('BoardRoom', () => {
  it('B1 broadcasts and acknowledges nothing before it is on disk', async () => {
    const { clock, journal, kari, ola } = await twoAtOneBoard();
    journal.hold = true;
    const before = kari.saved.at(-1) ?? 0;
    write(kari.doc, 'et punkt');
    await clock.pass(TICK);
    expect(journal.waiting).toBe(1);
    expect(texts(ola.doc)).toEqual([]);
    expect(kari.saved.at(-1) ?? 0).toBe(before);
    await journal.letThrough();
    expect(texts(ola.doc)).toEqual(['et punkt']);
    expect(kari.saved.at(-1)).toBeGreaterThan(before);
  });

  it('B2 answers one who joins in the middle of a commit from what is on disk', async () => {
    const { room, clock, journal, kari } = await twoAtOneBoard();
    journal.hold = true;
    write(kari.doc, 'underveis');
    await clock.pass(TICK);
    const late = new BenchClient(room);
    late.sync();
    await clock.pass(TICK);
    expect(texts(late.doc)).toEqual([]);
    await journal.letThrough();
    await clock.pass(TICK);
    expect(texts(late.doc)).toEqual(['underveis']);
  });

  it('B3 has one commit in flight; what comes meanwhile is one more', async () => {
    const { clock, journal, kari, ola } = await twoAtOneBoard();
    const before = journal.commits;
    journal.hold = true;
    for (let n = 0; n < 20; n++) write(n % 2 ? kari.doc : ola.doc, `a${n}`);
    await clock.pass(TICK);
    for (let n = 0; n < 20; n++) write(n % 2 ? kari.doc : ola.doc, `b${n}`);
    await clock.pass(TICK * 5);
    expect(journal.commits - before).toBe(1);
    journal.hold = false;
    await journal.letThrough();
    await clock.pass(TICK);
    expect(journal.commits - before).toBe(2);
    expect(texts(kari.doc)).toEqual(texts(ola.doc));
    expect(texts(kari.doc)).toHaveLength(40);
  });

  it('B26 does in one tick what it has time for; the rest is the next one’s, in the same order', async () => {
    const { clock, journal, kari, ola } = await twoAtOneBoard();
    const own = clock.monotonic.bind(clock);
    let spent = 0;
    // Each change takes its time.
    clock.monotonic = () => {
      spent += 10;
      return own() + spent;
    };
    const before = journal.commits;
    const id = write(kari.doc, '0');
    for (let n = 1; n < 40; n++) editText(kari.doc, id, `${n}`);
    await clock.pass(3_000);
    expect(journal.commits - before).toBeGreaterThan(5);
    expect(texts(ola.doc)).toEqual(['39']);
    expect(texts(journal.stored())).toEqual(['39']);
    expect(kari.saved.at(-1)).toBe(kari.session.received);
    expect([...kari.refused, ...ola.refused]).toEqual([]);
  });

  it('B4 after a failed commit throws the document away and gets everything back from the clients', async () => {
    const { clock, journal, kari, ola } = await twoAtOneBoard();
    journal.failNext = 2;
    const before = kari.saved.at(-1) ?? 0;
    const id = write(kari.doc, 'mistet og funnet');
    await clock.pass(TICK);
    editText(kari.doc, id, 'mistet og funnet igjen');
    await clock.pass(2_000);
    expect(texts(ola.doc)).toEqual(['mistet og funnet igjen']);
    expect(texts(journal.stored())).toEqual(['mistet og funnet igjen']);
    expect(kari.saved.at(-1)).toBe(kari.session.received);
    expect(kari.saved.at(-1)).toBeGreaterThan(before);
    expect(kari.refused).toEqual([]);
  });

  it('B4 keeps trying while the disk can’t even be read', async () => {
    const { clock, journal, kari, ola } = await twoAtOneBoard();
    journal.failNext = 1;
    journal.failLoads = 3;
    write(kari.doc, 'tålmodig');
    await clock.pass(10_000);
    expect(texts(ola.doc)).toEqual(['tålmodig']);
  });

  it('B5 tells a server’s own write that it was not saved, and loses nothing else', async () => {
    const { room, clock, journal, ola } = await twoAtOneBoard();
    journal.failNext = 1;
    const failed = room.write(({ doc }) => write(doc, 'fra blokka'));
    failed.catch(() => {});
    await clock.pass(500);
    await expect(failed).rejects.toMatchObject({ code: 'not_saved' });
    const again = room.write(({ doc }) => write(doc, 'fra blokka'));
    await clock.pass(TICK);
    await again;
    expect(texts(ola.doc)).toEqual(['fra blokka']);
  });

  it('B6 a viewer’s writes are passed over, and it still sees', async () => {
    const { room, clock, journal, kari } = await twoAtOneBoard();
    const wall = new BenchClient(room, { role: 'wall' });
    wall.sync();
    await clock.pass(TICK);
    const before = journal.commits;
    write(wall.doc, 'veggen skriver');
    wall.hold([{ id: newId('n'), state: MOTION.held, x: 1, y: 1 }]);
    await clock.pass(100);
    expect(journal.commits).toBe(before);
    expect(texts(kari.doc)).toEqual([]);
    write(kari.doc, 'synlig');
    await clock.pass(TICK);
    expect(texts(wall.doc)).toEqual(['synlig', 'veggen skriver']);
    expect(wall.closed).toBeNull();
  });

  it('B7 refuses bytes that are no update: ours is told, a stock client is closed for good, the board is unchanged', async () => {
    const { room, clock, journal, kari } = await twoAtOneBoard();
    const stock = new BenchClient(room, { ours: false });
    stock.sync();
    await clock.pass(TICK);
    const before = Y.encodeStateAsUpdate(journal.stored());
    room.change(kari.session, Uint8Array.of(1, 2, 3), false);
    room.change(stock.session, Uint8Array.of(1, 2, 3), false);
    await clock.pass(TICK);
    expect(kari.refused).toEqual(['malformed']);
    expect(kari.closed).toBeNull();
    expect(stock.closed).toBe(CLOSE.forbidden);
    expect(Y.encodeStateAsUpdate(journal.stored())).toEqual(before);
  });

  it('B7 after a refusal the rest of what was sent is passed over in silence, till the client begins anew (T42)', async () => {
    const { room, clock, kari, ola } = await twoAtOneBoard();
    room.change(kari.session, Uint8Array.of(9, 9, 9), false);
    for (let n = 0; n < 1_000; n++) write(kari.doc, `nr. ${n}`);
    await clock.pass(500);
    expect(kari.refused).toEqual(['malformed']);
    expect(texts(ola.doc)).toEqual([]);
    kari.sync();
    write(kari.doc, 'fra nå av');
    await clock.pass(500);
    expect(kari.refused).toEqual(['malformed']);
    expect(texts(ola.doc)).toContain('fra nå av');
  });

  it('B8 an update that builds on what is not here asks for a resync, and the answer heals it', async () => {
    const { clock, kari, ola, journal } = await twoAtOneBoard();
    kari.cut = true;
    const id = write(kari.doc, 'den som ble borte');
    kari.cut = false;
    editText(kari.doc, id, 'den som kom tilbake');
    await clock.pass(TICK * 4);
    expect(kari.refused).toEqual([]);
    expect(texts(ola.doc)).toEqual(['den som kom tilbake']);
    expect(journal.stored().store.pendingStructs).toBeNull();
  });

  it('B9 a broken socket does not end the tick for others', async () => {
    const { clock, room, kari, ola } = await twoAtOneBoard();
    const broken = new BenchClient(room);
    broken.sync();
    await clock.pass(TICK);
    broken.throws = true;
    write(kari.doc, 'videre');
    await clock.pass(TICK);
    expect(texts(ola.doc)).toEqual(['videre']);
    expect(room.connections).toBe(2);
  });

  it('B10 (T26) skips a reader that does not read, brings it up to date when it has, and gives up in the end', async () => {
    const { clock, room, kari, ola } = await twoAtOneBoard();
    ola.socket.backlog = 1_500_000;
    for (let n = 0; n < 30; n++) {
      write(kari.doc, `nr. ${n}`);
      await clock.pass(TICK);
    }
    expect(texts(ola.doc)).toEqual([]);
    ola.socket.backlog = 0;
    await clock.pass(500);
    expect(texts(ola.doc)).toEqual(texts(kari.doc));
    expect(ola.doc.store.pendingStructs).toBeNull();
    write(kari.doc, 'etterpå');
    await clock.pass(TICK);
    expect(texts(ola.doc)).toContain('etterpå');
    ola.socket.backlog = 1_500_000;
    write(kari.doc, 'for mye');
    await clock.pass(60_000);
    expect(ola.closed).toBe(CLOSE.slow);
    expect(room.connections).toBe(1);
  });

  it('B10 has patience with one that reads slowly, as long as it reads, but not for ever', async () => {
    const { clock, kari, ola } = await twoAtOneBoard();
    ola.socket.backlog = 1_500_000;
    write(kari.doc, 'mens en stor vegg er på vei');
    for (let seconds = 0; seconds < 120; seconds += 20) {
      ola.socket.taken = seconds * 1_000;
      await clock.pass(20_000);
    }
    expect(ola.closed).toBeNull();
    ola.socket.backlog = 0;
    await clock.pass(500);
    expect(texts(ola.doc)).toEqual(texts(kari.doc));
    ola.socket.backlog = 1_500_000;
    write(kari.doc, 'enda en');
    for (let seconds = 120; seconds < 400; seconds += 20) {
      ola.socket.taken = seconds * 1_000;
      await clock.pass(20_000);
    }
    expect(ola.closed).toBe(CLOSE.slow);
  });

  it('B10 closes at once one with far too much waiting', async () => {
    const { clock, ola } = await twoAtOneBoard();
    ola.socket.backlog = 5_000_000;
    write(ola.doc, 'leser ikke, men skriver');
    await clock.pass(100);
    expect(ola.closed).toBe(CLOSE.slow);
  });

  it('B11 a write that makes Yjs stumble is found and refused alone', async () => {
    const { clock, room, kari, ola, journal } = await twoAtOneBoard();
    const bad = room.write(({ doc }) => {
      // As a listener of ours that throws would: the document never emits again.
      doc.once('afterTransaction', () => {
        throw new Error('a listener stumbled');
      });
      write(doc, 'den dårlige');
    });
    bad.catch(() => {});
    write(kari.doc, 'den gode');
    await clock.pass(2_000);
    await expect(bad).rejects.toMatchObject({ code: 'internal' });
    expect(texts(ola.doc)).toEqual(['den gode']);
    expect(texts(journal.stored())).toEqual(['den gode']);
  });

  it('B12 reads what one has just written', async () => {
    const { clock, room } = await twoAtOneBoard();
    void room.write(({ doc }) => write(doc, 'skrevet'));
    const read = room.read(texts);
    await clock.pass(TICK);
    expect(await read).toEqual(['skrevet']);
  });

  it('B13 a damaged record opens read-only, says so, and keeps its rows', async () => {
    const stationId = newId('s');
    const journal = new BenchJournal(stationId);
    const clock = new HandClock();
    const first = new BoardRoom({ stationId, record: await journal.load(), journal, clock, log: silent });
    for (const text of ['en', 'to', 'tre']) {
      const done = first.write(({ doc }) => write(doc, text));
      await clock.pass(TICK);
      await done;
    }
    await first.close(1001, 'idle');
    journal.record.rows[2]!.intact = false;
    const room = new BoardRoom({ stationId, record: await journal.load(), journal, clock, log: silent });
    const kari = new BenchClient(room);
    kari.sync();
    await clock.pass(TICK);
    expect(room.damaged).toBe(true);
    expect(kari.mode).toBe('damaged');
    expect(texts(kari.doc)).toContain('en');
    expect(journal.quarantined).toContain('row 3');
    const rows = journal.record.rows.length;
    write(kari.doc, 'nei');
    const refused = room.write(({ doc }) => write(doc, 'heller ikke'));
    refused.catch(() => {});
    await clock.pass(TICK);
    expect(kari.refused).toEqual(['read_only']);
    await expect(refused).rejects.toMatchObject({ code: 'read_only' });
    expect(journal.record.rows).toHaveLength(rows);
  });

  it('B14 never changes its own clientID, whatever is mixed in a tick', async () => {
    const { clock, room, kari, journal } = await twoAtOneBoard();
    for (let n = 0; n < 5; n++) {
      write(kari.doc, `klient ${n}`);
      void room.write(({ doc }) => write(doc, `server ${n}`));
      await clock.pass(TICK);
    }
    expect([...Y.decodeStateVector(Y.encodeStateVector(journal.stored())).keys()].sort()).toEqual(
      [journal.record.serverClient, kari.doc.clientID].sort(),
    );
  });

  it('B15 motion reaches viewers, coalesced, and is let go when the holder’s connection dies', async () => {
    const { clock, room, kari, ola } = await twoAtOneBoard();
    const id = write(kari.doc, 'i hånden');
    await clock.pass(TICK * 3);
    const before = ola.frames;
    for (let x = 0; x < 50; x++) kari.hold([{ id, state: MOTION.held, x, y: 0 }]);
    await clock.pass(100);
    expect(ola.frames - before).toBe(1);
    expect(ola.seen).toMatchObject([{ id, state: MOTION.held, x: 49 }]);
    const late = new BenchClient(room);
    late.sync();
    await clock.pass(TICK);
    expect(late.seen).toMatchObject([{ id, x: 49 }]);
    room.leave(kari.session);
    await clock.pass(100);
    expect(ola.seen.at(-1)).toMatchObject({ id, state: MOTION.cancelled });
  });

  it('B18 viewers get the motion that their board shows, and what was taken up there wherever it goes', async () => {
    const { clock, room, kari, ola } = await twoAtOneBoard();
    const [near, far] = [newId('n'), newId('n')];
    room.view(ola.session, { x: 0, y: 0, w: 1_000, h: 800 });
    kari.hold([
      { id: near, state: MOTION.held, x: 100, y: 100 },
      { id: far, state: MOTION.held, x: 20_000, y: 20_000 },
    ]);
    await clock.pass(100);
    expect(ola.seen.map(({ id }) => id)).toEqual([near]);
    kari.hold([{ id: near, state: MOTION.held, x: 9_000, y: 100 }]);
    await clock.pass(100);
    expect(ola.seen.at(-1)).toMatchObject({ id: near, x: 9_000 });
    kari.hold([{ id: far, state: MOTION.held, x: 50, y: 50 }]);
    await clock.pass(100);
    expect(ola.seen.at(-1)).toMatchObject({ id: far, x: 50 });
    kari.hold([{ id: far, state: MOTION.held, x: 30_000, y: 50 }]);
    await clock.pass(100);
    expect(ola.seen.at(-1)).toMatchObject({ id: far, state: MOTION.cancelled });
    room.view(ola.session, 'none');
    const { length } = ola.seen;
    kari.hold([{ id: near, state: MOTION.held, x: 10, y: 10 }]);
    await clock.pass(100);
    expect(ola.seen.slice(length).every(({ state }) => state === MOTION.cancelled)).toBe(true);
    room.view(ola.session, { x: 0, y: 0, w: 1_000, h: 800 });
    await clock.pass(100);
    expect(ola.seen.at(-1)).toMatchObject({ id: near, state: MOTION.held, x: 10 });
  });

  it('B21 a text whose letters’ neighbours stand in the wrong order is written anew, the same for all', async () => {
    const { clock, room, kari, ola } = await twoAtOneBoard();
    const client = 4_000_000_001;
    const key = newId('n');
    // The letters are 2 (a) and 3 (b); the new one says that it stands between b and b.
    const crossed = item({ origin: [client, 3], rightOrigin: [client, 3] }, string('x'));
    const structs = [...noteStructs(client, key, 'ab'), crossed];
    room.change(kari.session, updateBytes({ blocks: [{ client, clock: 0, structs }] }), false);
    await clock.pass(TICK * 4);
    const late = new BenchClient(room);
    late.sync();
    await clock.pass(TICK * 4);
    expect(kari.refused).toEqual([]);
    const [one] = await room.read(texts);
    expect([...one!].sort()).toEqual(['a', 'b', 'x']);
    for (const { doc } of [ola, kari, late]) expect(texts(doc)).toEqual([one]);
  });

  it('B19 a viewer with much waiting misses motion, and is brought up to date after', async () => {
    const { clock, kari, ola } = await twoAtOneBoard();
    const [one, two] = [newId('n'), newId('n')];
    kari.hold([{ id: one, state: MOTION.held, x: 1, y: 1 }]);
    await clock.pass(100);
    ola.socket.backlog = 500_000;
    kari.hold([{ id: one, state: MOTION.dropped, x: 5, y: 5 }]);
    kari.hold([{ id: two, state: MOTION.held, x: 7, y: 7 }]);
    await clock.pass(100);
    expect(ola.seen).toHaveLength(1);
    ola.socket.backlog = 0;
    kari.hold([{ id: two, state: MOTION.held, x: 8, y: 8 }]);
    await clock.pass(100);
    expect(ola.seen.slice(1)).toMatchObject([
      { id: two, state: MOTION.held, x: 8 },
      { id: one, state: MOTION.cancelled },
    ]);
  });

  it('B23 a busy board makes a snapshot every 200 rows, and none for fifty times as long as the last one took', async () => {
    const { clock, journal, kari } = await twoAtOneBoard();
    const made: { seq: number; at: number }[] = [];
    journal.compact = () => {
      made.push({ seq: journal.record.head, at: clock.monotonic() });
      return new Promise<void>((resolve) => void clock.after(200, resolve));
    };
    const id = write(kari.doc, 'x');
    for (let x = 0; made.length < 2; x++) {
      move(kari.doc, [{ id, pos: [x, 0] }]);
      await clock.pass(TICK);
    }
    const [first, second] = made as [(typeof made)[0], (typeof made)[0]];
    expect(first.seq).toBe(200);
    expect(second.at - first.at).toBeGreaterThanOrEqual(200 + 50 * 200);
    expect(second.seq - first.seq).toBeGreaterThan(200);
  });

  it('B16 leaves no timer behind when it is closed', async () => {
    const { clock, room, kari } = await twoAtOneBoard();
    new BenchClient(room, { ours: false }).sync();
    const id = write(kari.doc, 'x');
    kari.hold([{ id, state: MOTION.held, x: 1, y: 1 }]);
    const closing = room.close(CLOSE.restart, 'restart');
    await clock.pass(TICK);
    await closing;
    expect(clock.waiting).toBe(0);
    expect(kari.closed).toBe(CLOSE.restart);
  });

  it('B17 records who made a note, in the same commit', async () => {
    const { clock, room, kari, journal } = await twoAtOneBoard();
    const id = write(kari.doc, 'min');
    move(kari.doc, [{ id, pos: [5, 5] }]);
    await clock.pass(TICK);
    expect(room.ownerOf(id)).toBe(kari.session.participant);
    expect(journal.record.owners).toEqual([[id, kari.session.participant]]);
    expect(journal.record.leases).toEqual([[kari.doc.clientID, kari.session.participant]]);
    expect(notesOf(journal.stored()).size).toBe(1);
  });
});
