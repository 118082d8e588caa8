/** Undo is a person's own, and leaves alone what others have done since. */

import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { UndoStack } from '../../../../client/board/deeds/undo.ts';
import { readNotes } from '../../../../shared/board/boardDoc.ts';
import {
  addNote,
  editText,
  joinCluster,
  makeCluster,
  mergeClusters,
  move,
  nameCluster,
  orderInCluster,
  pullOut,
  removeNotes,
  revert,
} from '../../../../shared/board/boardOps.ts';
import { newId } from '../../../../shared/domain/ids.ts';

const [first, second] = [newId('n'), newId('n')];
let doc: Y.Doc;
let stack: UndoStack;
const noteOf = (id: string) => readNotes(doc).find((note) => note.id === id);

beforeEach(() => {
  doc = new Y.Doc();
  stack = new UndoStack();
  for (const id of [first, second]) addNote(doc, { id, text: 'Før', pos: [0, 0], round: 1, at: 1 });
});

describe('the undo stack', () => {
  it('takes back one step at a time, and gives it again', () => {
    stack.did(move(doc, [{ id: first, pos: [10, 10] }]));
    stack.did(move(doc, [{ id: first, pos: [20, 20] }]));
    expect(stack.undo(doc)).toBe('done');
    expect(noteOf(first)!.pos).toEqual([10, 10]);
    expect(stack.redo(doc)).toBe('done');
    expect(noteOf(first)!.pos).toEqual([20, 20]);
  });

  it('takes a grouping back as one step', () => {
    stack.did(makeCluster(doc, { id: newId('c'), title: '', pos: [0, 0] }, [first, second]));
    expect(noteOf(second)!.cluster).toBeDefined();
    stack.undo(doc);
    expect(noteOf(first)!.cluster).toBeUndefined();
    expect(noteOf(second)!.cluster).toBeUndefined();
    expect(stack.canUndo).toBe(false);
  });

  it('tells when somebody else has changed it since, and leaves theirs', () => {
    stack.did(move(doc, [{ id: first, pos: [10, 10] }]));
    move(doc, [{ id: first, pos: [99, 99] }]);
    expect(stack.undo(doc)).toBe('changed');
    expect(noteOf(first)!.pos).toEqual([99, 99]);
  });

  it('brings back a note that was taken down', () => {
    stack.did(removeNotes(doc, [first]));
    expect(noteOf(first)).toBeUndefined();
    stack.undo(doc);
    expect(noteOf(first)!.text).toBe('Før');
  });

  it('works in a fresh document, after the old one had to be thrown away', () => {
    stack.did(editText(doc, first, 'Etter'));
    const fresh = new Y.Doc();
    Y.applyUpdate(fresh, Y.encodeStateAsUpdate(doc));
    doc = fresh;
    expect(stack.undo(doc)).toBe('done');
    expect(noteOf(first)!.text).toBe('Før');
  });

  it('forgets the newest steps that a fresh document never had: the server would not have them', () => {
    stack.did(move(doc, [{ id: first, pos: [10, 10] }]));
    const saved = Y.encodeStateAsUpdate(doc);
    stack.did(move(doc, [{ id: first, pos: [20, 20] }]));
    stack.did(makeCluster(doc, { id: newId('c'), title: '', pos: [0, 0] }, [first, second]));
    doc = new Y.Doc();
    Y.applyUpdate(doc, saved);
    stack.dropLost(doc);
    expect(stack.canUndo).toBe(true);
    expect(stack.undo(doc)).toBe('done');
    expect(noteOf(first)!.pos).toEqual([0, 0]);
    expect(stack.canUndo).toBe(false);
  });

  it('does not take down a note that somebody else has grouped since, and says so', () => {
    const id = newId('n');
    stack.did(addNote(doc, { id, text: 'Ny', pos: [0, 0], round: 1, at: 2 }));
    makeCluster(doc, { id: newId('c'), title: '', pos: [0, 0] }, [id, second]);
    expect(stack.undo(doc)).toBe('changed');
    expect(noteOf(id)).toBeDefined();
  });

  it('takes down a note of one’s own that somebody else has only moved', () => {
    const id = newId('n');
    stack.did(addNote(doc, { id, text: 'Ny', pos: [0, 0], round: 1, at: 2 }));
    move(doc, [{ id, pos: [300, 300] }]);
    expect(stack.undo(doc)).toBe('done');
    expect(noteOf(id)).toBeUndefined();
  });

  it('does not pull a note from where somebody else has put it since, out of a group or in another', () => {
    const [one, other] = [newId('c'), newId('c')];
    makeCluster(doc, { id: one, title: '', pos: [0, 0] }, [first]);
    makeCluster(doc, { id: other, title: '', pos: [900, 0] }, [second]);
    stack.did(pullOut(doc, [{ id: first, pos: [400, 400] }]));
    move(doc, [{ id: first, pos: [700, 700] }]);
    expect(stack.undo(doc)).toBe('changed');
    expect(noteOf(first)).toMatchObject({ pos: [700, 700] });
    expect(noteOf(first)!.cluster).toBeUndefined();
    // In the other group it has the key that it had in the first.
    stack.did(joinCluster(doc, one, [first]));
    joinCluster(doc, other, [first]);
    orderInCluster(doc, other, [first], second);
    const there = noteOf(first);
    expect(stack.undo(doc)).toBe('changed');
    expect(noteOf(first)).toEqual(there);
  });

  it('of a move that nobody would see, since somebody else has grouped or merged it, says so', () => {
    const [one, other] = [newId('c'), newId('c')];
    stack.did(move(doc, [{ id: first, pos: [10, 10] }]));
    makeCluster(doc, { id: one, title: 'Ein', pos: [0, 0] }, [first]);
    expect(stack.undo(doc)).toBe('changed');
    makeCluster(doc, { id: other, title: '', pos: [900, 0] }, [second]);
    stack.did(nameCluster(doc, one, 'Mitt'));
    mergeClusters(doc, one, other);
    expect(stack.undo(doc)).toBe('changed');
  });

  it('takes back the order within a group', () => {
    makeCluster(doc, { id: newId('c'), title: '', pos: [0, 0] }, [first, second]);
    const before = noteOf(first)!.order;
    stack.did(orderInCluster(doc, noteOf(first)!.cluster!, [first], null));
    expect(noteOf(first)!.order).not.toBe(before);
    expect(stack.undo(doc)).toBe('done');
    expect(noteOf(first)!.order).toBe(before);
  });

  it('leaves a group that somebody else has named or added to since, undone and done again too', () => {
    const [id, third] = [newId('c'), newId('n')];
    addNote(doc, { id: third, text: 'Tredje', pos: [0, 0], round: 1, at: 3 });
    stack.did(makeCluster(doc, { id, title: '', pos: [0, 0] }, [first, second]));
    const added = joinCluster(doc, id, [third]);
    expect(stack.undo(doc)).toBe('changed');
    expect(noteOf(first)!.cluster).toBe(id);
    revert(doc, added);
    stack.did(makeCluster(doc, { id: newId('c'), title: '', pos: [0, 0] }, [third]));
    const made = noteOf(third)!.cluster!;
    expect(stack.undo(doc)).toBe('done');
    expect(stack.redo(doc)).toBe('done');
    expect(noteOf(third)!.cluster).toBe(made);
    nameCluster(doc, made, 'Deres');
    expect(stack.undo(doc)).toBe('changed');
    expect(noteOf(third)!.cluster).toBe(made);
  });

  it('forgets what could be done again when something new is done', () => {
    stack.did(move(doc, [{ id: first, pos: [10, 10] }]));
    stack.undo(doc);
    stack.did(move(doc, [{ id: second, pos: [5, 5] }]));
    expect(stack.canRedo).toBe(false);
    expect(stack.redo(doc)).toBe('nothing');
  });

  it('keeps no step that changed nothing, and says when there is none', () => {
    stack.did([]);
    expect(stack.canUndo).toBe(false);
    expect(stack.undo(doc)).toBe('nothing');
  });
});
