/** What crossed texts (B21) may cost: whoever makes them on purpose must not keep the server looking, or writing. */

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { BoardRoom } from '../../../server/board/BoardRoom.ts';
import { isCrossed } from '../../../server/board/crossedTexts.ts';
import { readNotes, textOf } from '../../../shared/board/boardDoc.ts';
import { addNote } from '../../../shared/board/boardOps.ts';
import { newId } from '../../../shared/domain/ids.ts';
import { CLOSE } from '../../../shared/protocol/boardFrames.ts';
import { BenchClient, boardBench } from '../../harness/boardBench.ts';
import { type At, item, string, updateBytes } from '../../harness/updateBytes.ts';

const CROSSER = 4_000_000_001;
const LETTERS = 1_000;

/** A text in so many pieces that Yjs can't join. */
function textInPieces(count: number): Y.Text {
  const doc = new Y.Doc();
  const text = doc.getText('text');
  doc.transact(() => {
    for (let index = 0; index < count; index++) text.insert(0, 'a');
  });
  return text;
}

function msToLookAt(text: Y.Text): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) {
    const begun = performance.now();
    expect(isCrossed(text)).toBe(false);
    least = Math.min(least, performance.now() - begun);
  }
  return least;
}

/** An update that puts two letters in each of these texts, the second one crossed. `at`: the crosser's next clock. */
function crossing(texts: readonly Y.Text[], at: number): Uint8Array {
  const structs = texts.flatMap((text, index) => {
    let start = text._start;
    while (start?.deleted) start = start.right;
    const { client, clock } = start!.id;
    const own: At = [CROSSER, at + 2 * index];
    return [
      item({ origin: [client, clock + 5], rightOrigin: [client, clock + 6] }, string('x')),
      item({ origin: own, rightOrigin: [client, clock + 2] }, string('y')),
    ];
  });
  return updateBytes({ blocks: [{ client: CROSSER, clock: at, structs }] });
}

const textsOf = (room: BoardRoom) => room.read((doc) => readNotes(doc).map(({ id }) => textOf(doc, id)!));

describe('crossed texts', () => {
  it('are looked for in about as many steps as a text has pieces', () => {
    const few = msToLookAt(textInPieces(3_000));
    const many = msToLookAt(textInPieces(30_000));
    // Each piece with each other would be a hundred times as long.
    expect(many / few).toBeLessThan(40);
  });

  it('B21 are written anew at a measured pace, and all of them in the end', async () => {
    const { room, clock, journal } = await boardBench();
    const kari = new BenchClient(room);
    kari.sync();
    await clock.pass(100);
    kari.doc.transact(() => {
      for (let index = 0; index < 80; index++) {
        addNote(kari.doc, { id: newId('n'), text: 'a'.repeat(LETTERS), pos: [index, 0], round: 1, at: 1 });
      }
    });
    await clock.pass(100);
    const before = journal.record.head;
    const came: number[] = [];
    for (let round = 0; round < 10; round++) {
      const bytes = crossing(await textsOf(room), came.length * 160);
      came.push(bytes.length);
      room.change(kari.session, bytes, false);
      await clock.pass(100);
    }
    expect(kari.refused).toEqual([]);
    const written = journal.record.rows
      .filter(({ seq }) => seq > before)
      .reduce((sum, { bytes }) => sum + bytes.length, 0);
    const own = written - came.reduce((sum, length) => sum + length, 0);
    // A burst and a second of it; to write all anew each time would be 800 texts.
    expect(own).toBeGreaterThan(20 * LETTERS);
    expect(own).toBeLessThan(80 * LETTERS);
    await clock.pass(60_000);
    const late = new BenchClient(room);
    late.sync();
    await clock.pass(100);
    const words = (await textsOf(room)).map(String).sort();
    for (const { doc } of [kari, late])
      expect(
        readNotes(doc)
          .map(({ text }) => text)
          .sort(),
      ).toEqual(words);
    const server = await room.read((doc) => doc.clientID);
    for (const text of await textsOf(room)) {
      for (let at = text._start; at !== null; at = at.right)
        if (!at.deleted) expect(at.id.client).toBe(server);
    }
    await room.close(CLOSE.restart, 'restart');
    expect(clock.waiting).toBe(0);
  });

  it('B21 are tried again where the disk did not take what was written anew', async () => {
    const { room, clock, journal } = await boardBench();
    const kari = new BenchClient(room);
    kari.sync();
    await clock.pass(100);
    addNote(kari.doc, { id: newId('n'), text: 'abcdefghijklmn', pos: [0, 0], round: 1, at: 1 });
    await clock.pass(100);
    const [text] = await textsOf(room);
    journal.hold = true;
    room.change(kari.session, crossing([text!], 0), false);
    await clock.pass(200);
    journal.hold = false;
    // The crossed letters are on disk; what is written next is not.
    await journal.letThrough();
    journal.failNext = 1;
    await clock.pass(30_000);
    const server = await room.read((doc) => doc.clientID);
    const [after] = await textsOf(room);
    for (let at = after!._start; at !== null; at = at.right)
      if (!at.deleted) expect(at.id.client).toBe(server);
    await room.close(CLOSE.restart, 'restart');
    expect(clock.waiting).toBe(0);
  });
});
