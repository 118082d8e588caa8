/** Letters between neighbours that stand the wrong way round: Y.UndoManager makes such, so they are let in and looked at. */

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { notesOf, ROOT_NAMES, textOf } from '../../../shared/board/boardDoc.ts';
import { addNote, removeNotes } from '../../../shared/board/boardOps.ts';
import type { NoteId } from '../../../shared/domain/ids.ts';
import { serverBoard } from '../../harness/attackedBoard.ts';
import { asker, GateBench } from '../../harness/gateBench.ts';
import { item, noteStructs, string, updateBytes } from '../../harness/updateBytes.ts';

const ME = 4_000_000_001;
const KEY = 'n_aaaaaaaaaaaaaaaaaaaa' as NoteId;

function loaded(...updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const root of ROOT_NAMES) doc.getMap(root);
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

/** An update of a new note 'ab' (letters 2 and 3) with a letter between these neighbours. */
const between = (left: number, right: number) =>
  updateBytes({
    blocks: [
      {
        client: ME,
        clock: 0,
        structs: [
          ...noteStructs(ME, KEY, 'ab'),
          item({ origin: [ME, left], rightOrigin: [ME, right] }, string('x')),
        ],
      },
    ],
  });

describe('a letter whose left neighbour does not stand left of its right one', () => {
  it.each([
    ['one letter', 3, 3],
    ['the wrong way round', 3, 2],
  ])('gets in, and its note is named so that the server looks at it (B21): %s', (_, left, right) => {
    const verdict = new GateBench(serverBoard()).judge(asker(), between(left, right));
    expect(verdict).toMatchObject({ verdict: 'apply', doubtful: [KEY] });
  });

  it('is not seen where the letters stand in their order', () => {
    const verdict = new GateBench(serverBoard()).judge(asker(), between(2, 3));
    expect(verdict).toMatchObject({ verdict: 'apply', doubtful: [] });
  });
});

describe('letters between neighbours that stand far apart', () => {
  /** A note in 1,500 pieces, and an update of so many letters between the first and the last of them. */
  function farApart(letters: number) {
    const gate = new GateBench(serverBoard());
    const who = asker();
    addNote(gate.doc, { id: KEY, text: '', pos: [0, 0], round: 1, at: 1 });
    gate.owners.set(KEY, who.participant);
    const text = textOf(gate.doc, KEY)!;
    gate.doc.transact(() => {
      for (let piece = 0; piece < 1_500; piece++) text.insert(0, 'a');
    });
    const first = text._start!.id;
    const last = first.clock - 1_499;
    const structs = Array.from({ length: letters }, () =>
      item({ origin: [first.client, first.clock], rightOrigin: [first.client, last] }, string('x')),
    );
    return gate.judge(who, updateBytes({ blocks: [{ client: ME, clock: 0, structs }] }));
  }

  it('are in order, where that can be seen', () => {
    expect(farApart(2)).toMatchObject({ verdict: 'apply', doubtful: [] });
  });

  it('are looked at later rather than the text gone over for each of them (G8)', () => {
    expect(farApart(200)).toMatchObject({ verdict: 'apply', doubtful: [KEY] });
  });
});

describe('an honest person with Y.UndoManager', () => {
  // Yjs brings the letter back between what has become of its old neighbours, and those may stand the other way round.
  it('clears a text, undoes it, takes out a letter and then the note, undoes both, and is not refused', () => {
    const gate = new GateBench(serverBoard());
    const who = asker();
    const doc = loaded(Y.encodeStateAsUpdate(gate.doc));
    const undo = new Y.UndoManager(notesOf(doc), { trackedOrigins: new Set(['mine']), captureTimeout: 0 });
    const verdicts: string[] = [];
    doc.on('update', (bytes: Uint8Array) => void verdicts.push(gate.take(who, bytes).verdict));
    addNote(doc, { id: KEY, text: 'ab', pos: [0, 0], round: 1, at: 1 }, 'mine');
    doc.transact(() => textOf(doc, KEY)!.delete(0, 2), 'mine');
    undo.undo();
    doc.transact(() => textOf(doc, KEY)!.delete(1, 1), 'mine');
    removeNotes(doc, [KEY], 'mine');
    undo.undo();
    undo.undo();
    expect(verdicts).toEqual(Array.from({ length: 7 }, () => 'apply'));
  });
});
