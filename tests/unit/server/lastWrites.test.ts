/** B22: of two who write one field without having seen each other's, the one that the server took last counts. */

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  clustersOf,
  fieldsIn,
  notesOf,
  type Pos,
  readNote,
  readNotes,
} from '../../../shared/board/boardDoc.ts';
import {
  addNote,
  findCluster,
  joinCluster,
  makeCluster,
  move,
  nameCluster,
  pullOut,
  removeNotes,
  revert,
} from '../../../shared/board/boardOps.ts';
import { type ClusterId, type NoteId, newId } from '../../../shared/domain/ids.ts';
import { BenchClient, boardBench, SERVER_CLIENT } from '../../harness/boardBench.ts';

const TICK = 20;
const [LOW, HIGH] = [100, 4_000_000_000];

/** Two at a board with one note, who from now on do not see what the other does. */
async function apart(firstClient: number, secondClient: number) {
  const bench = await boardBench();
  const { room, clock, journal } = bench;
  const [first, second] = [new BenchClient(room), new BenchClient(room)];
  first.doc.clientID = firstClient;
  second.doc.clientID = secondClient;
  for (const client of [first, second]) client.sync();
  await clock.pass(TICK);
  const note = newId('n');
  const [one, other] = [newId('c'), newId('c')];
  first.doc.transact(() => {
    addNote(first.doc, { id: note, text: 'Delt', pos: [0, 0], round: 1, at: 1 });
    for (const id of [one, other]) makeCluster(first.doc, { id, title: '', pos: [9, 9] }, []);
  });
  await clock.pass(TICK);
  const sent: Uint8Array[] = [];
  second.doc.on('update', (bytes: Uint8Array, origin: unknown) => {
    if (origin !== second && second.cut) sent.push(bytes);
  });
  /** The second does this without having seen the first's, and it comes after it. */
  const race = async (early: (doc: Y.Doc) => void, late: (doc: Y.Doc) => void) => {
    second.cut = true;
    late(second.doc);
    second.cut = false;
    early(first.doc);
    await clock.pass(TICK);
    for (const bytes of sent.splice(0)) room.change(second.session, bytes, false);
    await clock.pass(TICK);
  };
  return { ...bench, first, second, note, one, other, race, sent, journal };
}

const noteIn = ({ doc }: { doc: Y.Doc }, id: NoteId) => readNote(id, notesOf(doc).get(id));
const put =
  (id: NoteId | ClusterId, ...pos: [number, number]) =>
  (doc: Y.Doc) =>
    move(doc, [{ id, pos }]);

describe.each([
  ['the earlier has the higher clientID', HIGH, LOW],
  ['the later has the higher clientID', LOW, HIGH],
])('B22 two write one field unseen, and %s', (_, early, late) => {
  it('the last place counts, for all and on disk', async () => {
    const { first, second, note, race, journal } = await apart(early, late);
    await race(put(note, 1, 1), put(note, 2, 2));
    for (const doc of [first.doc, second.doc, journal.stored()]) {
      expect(readNotes(doc).map(({ pos }) => pos)).toEqual([[2, 2]]);
    }
  });

  it('nobody is told of the earlier one once the later is on disk', async () => {
    const { room, clock, first, second, note } = await apart(early, late);
    // Both come in one tick.
    second.cut = true;
    const before = Y.encodeStateVector(second.doc);
    put(note, 2, 2)(second.doc);
    second.cut = false;
    put(note, 1, 1)(first.doc);
    room.change(second.session, Y.encodeStateAsUpdate(second.doc, before), false);
    const seen: (Pos | undefined)[] = [];
    second.doc.on('afterTransaction', () => seen.push(noteIn(second, note)?.pos));
    await clock.pass(TICK);
    expect(new Set(seen.map(String))).toEqual(new Set(['2,2']));
    expect(noteIn(first, note)?.pos).toEqual([2, 2]);
  });

  it('a group, an order and a name too', async () => {
    const { first, second, note, one, other, race } = await apart(early, late);
    await race(
      (doc) => doc.transact(() => [joinCluster(doc, one, [note]), nameCluster(doc, one, 'Først')]),
      (doc) => doc.transact(() => [joinCluster(doc, other, [note]), nameCluster(doc, one, 'Sist')]),
    );
    for (const client of [first, second]) {
      expect(noteIn(client, note)?.cluster).toBe(other);
      expect(findCluster(client.doc, one)?.title).toBe('Sist');
    }
  });

  it('pulled out of a group counts over moved to another that came before', async () => {
    const { clock, first, second, note, one, other, race } = await apart(early, late);
    joinCluster(first.doc, one, [note]);
    await clock.pass(TICK);
    await race(
      (doc) => joinCluster(doc, other, [note]),
      (doc) => pullOut(doc, [{ id: note, pos: [7, 7] }]),
    );
    for (const client of [first, second]) {
      expect(noteIn(client, note)).toMatchObject({ pos: [7, 7] });
      expect(noteIn(client, note)?.cluster).toBeUndefined();
    }
  });

  it('moved to another group counts over pulled out that came before', async () => {
    const { clock, first, second, note, one, other, race } = await apart(early, late);
    joinCluster(first.doc, one, [note]);
    await clock.pass(TICK);
    await race(
      (doc) => pullOut(doc, [{ id: note, pos: [7, 7] }]),
      (doc) => joinCluster(doc, other, [note]),
    );
    for (const client of [first, second]) expect(noteIn(client, note)?.cluster).toBe(other);
  });

  it('of several in a row the last, in one update and in many', async () => {
    for (const whole of [false, true]) {
      const { room, clock, first, second, note, sent } = await apart(early, late);
      second.cut = true;
      const before = Y.encodeStateVector(second.doc);
      for (const x of [2, 3, 4]) put(note, x, x)(second.doc);
      const bytes = whole ? [Y.encodeStateAsUpdate(second.doc, before)] : sent.splice(0);
      put(note, 1, 1)(first.doc);
      await clock.pass(TICK);
      second.cut = false;
      for (const update of bytes) {
        room.change(second.session, update, whole);
        if (!whole) await clock.pass(TICK);
      }
      await clock.pass(TICK);
      for (const client of [first, second]) expect(noteIn(client, note)?.pos).toEqual([4, 4]);
    }
  });

  it('what comes after that counts again, seen or unseen', async () => {
    const { clock, first, second, note, race } = await apart(early, late);
    await race(put(note, 1, 1), put(note, 2, 2));
    put(note, 3, 3)(first.doc);
    await clock.pass(TICK);
    expect(noteIn(second, note)?.pos).toEqual([3, 3]);
    await race(put(note, 4, 4), put(note, 5, 5));
    expect(noteIn(first, note)?.pos).toEqual([5, 5]);
  });

  it('in one tick the one that came last counts, whoever had seen what', async () => {
    const { room, clock, first, second, note, sent } = await apart(early, late);
    put(note, 1, 1)(first.doc);
    second.cut = true;
    put(note, 2, 2)(second.doc);
    for (const bytes of sent.splice(0)) room.change(second.session, bytes, false);
    put(note, 3, 3)(first.doc);
    second.cut = false;
    await clock.pass(TICK);
    for (const client of [first, second]) expect(noteIn(client, note)?.pos).toEqual([3, 3]);
  });

  it('a note that was taken down stays down', async () => {
    const { first, second, note, race } = await apart(early, late);
    await race((doc) => removeNotes(doc, [note]), put(note, 2, 2));
    for (const client of [first, second]) expect(noteIn(client, note)).toBeNull();
  });

  it('a repeated update brings nothing back', async () => {
    const { room, clock, first, second, note, sent } = await apart(early, late);
    second.cut = true;
    put(note, 2, 2)(second.doc);
    const [bytes] = sent;
    put(note, 1, 1)(first.doc);
    await clock.pass(TICK);
    second.cut = false;
    room.change(second.session, bytes!, false);
    await clock.pass(TICK);
    put(note, 3, 3)(first.doc);
    await clock.pass(TICK);
    const whole = Y.encodeStateAsUpdate(second.doc);
    for (const update of [bytes!, whole]) room.change(second.session, update, update === whole);
    await clock.pass(TICK);
    for (const client of [first, second]) expect(noteIn(client, note)?.pos).toEqual([3, 3]);
  });

  it('undo takes the later back to what its writer had before', async () => {
    const { clock, first, second, note, race } = await apart(early, late);
    let done: ReturnType<typeof move> = [];
    await race(put(note, 1, 1), (doc) => {
      done = move(doc, [{ id: note, pos: [2, 2] }]);
    });
    expect(revert(second.doc, done).outcome).toBe('done');
    await clock.pass(TICK);
    expect(noteIn(first, note)?.pos).toEqual([0, 0]);
  });

  it('a Y.UndoManager whose value lost and came back goes on, and all see the same', async () => {
    const { clock, first, second, note, race } = await apart(early, late);
    const undo = new Y.UndoManager(notesOf(second.doc), { trackedOrigins: new Set(['own']) });
    await race(put(note, 1, 1), (doc) => {
      move(doc, [{ id: note, pos: [2, 2] }], 'own');
    });
    expect(() => [undo.undo(), undo.redo(), undo.undo()]).not.toThrow();
    move(second.doc, [{ id: note, pos: [8, 8] }], 'own');
    await clock.pass(TICK);
    expect(noteIn(first, note)?.pos).toEqual([8, 8]);
    expect(noteIn(second, note)?.pos).toEqual([8, 8]);
  });

  it('whose value it was stays known, and is forgotten in the end', async () => {
    const { room, clock, first, note, race } = await apart(early, late);
    await race(put(note, 1, 1), put(note, 2, 2));
    const { id } = fieldsIn(notesOf(first.doc), note)!._map.get('pos')!;
    if (early < late) {
      expect(id.client).toBe(late);
      return;
    }
    expect(room.writtenFor(id.clock)).toBe(late);
    await clock.pass(6 * 60_000);
    await race(put(note, 3, 3), put(note, 4, 4));
    expect(room.writtenFor(id.clock)).toBeUndefined();
  });

  it('after a commit that failed nothing is lost of either, and all see the same', async () => {
    const { clock, first, second, note, journal, race } = await apart(early, late);
    journal.failNext = 1;
    await race(put(note, 1, 1), put(note, 2, 2));
    await clock.pass(10_000);
    const pos = noteIn(first, note)!.pos;
    expect(noteIn(second, note)!.pos).toEqual(pos);
    expect(readNotes(journal.stored())[0]!.pos).toEqual(pos);
  });
});

it('B22 where nobody has written unseen the server writes nothing', async () => {
  const { clock, first, second, note, one } = await apart(LOW, HIGH);
  const ofTheServer = () => Y.decodeStateVector(Y.encodeStateVector(first.doc)).get(SERVER_CLIENT);
  const before = ofTheServer();
  for (const { doc } of [first, second, first]) {
    for (const x of [1, 2]) put(note, x, x)(doc);
    joinCluster(doc, one, [note]);
    pullOut(doc, [{ id: note, pos: [3, 3] }]);
    await clock.pass(TICK);
    expect(noteIn(first, note)).toEqual(noteIn(second, note));
  }
  expect(ofTheServer()).toBe(before);
});

describe('B24 what a thing is not shown without is not taken from it', () => {
  const takings: [string, (fields: Y.Map<unknown>, key: string) => void][] = [
    ['deleted', (fields, key) => fields.delete(key)],
    ['written over with nothing', (fields, key) => fields.set(key, null)],
    [
      'written over and deleted',
      (fields, key) =>
        fields.doc!.transact(() => {
          fields.set(key, 'x');
          fields.delete(key);
        }),
    ],
  ];
  it.each(takings)(
    '%s, a note’s place and a group’s name are there again, for all and on disk',
    async (_, take) => {
      const { clock, first, second, note, one, journal } = await apart(LOW, HIGH);
      nameCluster(first.doc, one, 'Navnet');
      await clock.pass(TICK);
      take(fieldsIn(notesOf(second.doc), note)!, 'pos');
      take(fieldsIn(clustersOf(second.doc), one)!, 'title');
      await clock.pass(TICK);
      for (const doc of [first.doc, second.doc, journal.stored()]) {
        expect(readNotes(doc)).toMatchObject([{ id: note, pos: [0, 0] }]);
        expect(findCluster(doc, one)?.title).toBe('Navnet');
      }
    },
  );

  it('nor by an undo of Yjs’ own that finds another’s value in its way', async () => {
    const { clock, first, second, note, race } = await apart(LOW, HIGH);
    const undo = new Y.UndoManager(notesOf(second.doc), { trackedOrigins: new Set(['own']) });
    await race(put(note, 1, 1), (doc) => {
      move(doc, [{ id: note, pos: [2, 2] }], 'own');
    });
    undo.undo();
    await clock.pass(TICK);
    expect(noteIn(first, note)?.pos).toEqual([2, 2]);
    expect(noteIn(second, note)?.pos).toEqual([2, 2]);
  });

  it('and where a later place had lost to the one taken away, it is the later that is there again', async () => {
    const { clock, room, first, second, note, sent } = await apart(HIGH, LOW);
    second.cut = true;
    put(note, 2, 2)(second.doc);
    second.cut = false;
    put(note, 1, 1)(first.doc);
    await clock.pass(TICK);
    for (const bytes of sent.splice(0)) room.change(second.session, bytes, false);
    fieldsIn(notesOf(first.doc), note)!.delete('pos');
    await clock.pass(TICK);
    expect(noteIn(first, note)?.pos).toEqual([2, 2]);
    expect(noteIn(second, note)?.pos).toEqual([2, 2]);
  });

  it('a note that is taken down goes, place and all', async () => {
    const { clock, first, second, note } = await apart(LOW, HIGH);
    first.doc.transact(() => {
      fieldsIn(notesOf(first.doc), note)!.delete('pos');
      removeNotes(first.doc, [note]);
    });
    await clock.pass(TICK);
    for (const { doc } of [first, second]) expect(notesOf(doc).has(note)).toBe(false);
  });
});
