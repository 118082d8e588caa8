/** What the gate is known to let through, or to refuse, and should not: each the least example, failing until it is mended. */

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

describe('a letter whose left neighbour does not stand left of its right one', () => {
  // Both neighbours come with the update itself; where they are on the board already, the gate looks. Yjs puts such a
  // letter here or there by what else came in the same update, so that the server and a joiner show two texts.
  it.fails('does not get in, or is the same for all', () => {
    const gate = new GateBench(serverBoard());
    const bytes = updateBytes({
      blocks: [
        {
          client: ME,
          clock: 0,
          // The text's letters are 2 (a) and 3 (b); the new one says that it stands between b and b.
          structs: [
            ...noteStructs(ME, KEY, 'ab'),
            item({ origin: [ME, 3], rightOrigin: [ME, 3] }, string('x')),
          ],
        },
      ],
    });
    if (gate.take(asker(), bytes).verdict !== 'apply') return;
    const joiner = loaded(Y.encodeStateAsUpdate(gate.doc));
    expect(textOf(joiner, KEY)!.toString()).toBe(textOf(gate.doc, KEY)!.toString());
  });
});

describe('an honest person with Y.UndoManager', () => {
  // Yjs brings the letter back between what has become of its old neighbours, and those may stand the other way round.
  // Where they come in the same update the gate does not look; where they are on the board already it refuses.
  it.fails('clears a text, undoes it, takes out a letter and then the note, undoes both, and is not refused', () => {
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
