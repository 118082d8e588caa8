/** Deeds on a board never lose what was written, whatever has become of the note or the document. */

import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { BoardActions } from '../../../../client/board/deeds/BoardActions.ts';
import { createHandStore, type HandStore } from '../../../../client/board/hand/handStore.ts';
import { BoardModel } from '../../../../client/board/model/BoardModel.ts';
import { board as words } from '../../../../client/text/board.nb.ts';
import { readNotes } from '../../../../shared/board/boardDoc.ts';
import { addNote, editText, removeNotes } from '../../../../shared/board/boardOps.ts';
import { newId } from '../../../../shared/domain/ids.ts';

const note = newId('n');
let doc: Y.Doc;
let whole: boolean;
let model: BoardModel;
let store: HandStore;
let drafts: string[];
let actions: BoardActions;

const textNow = () => readNotes(doc).find(({ id }) => id === note)?.text;
const said = () => store.getState().notice?.text;

beforeEach(() => {
  doc = new Y.Doc();
  addNote(doc, { id: note, text: 'Før', pos: [0, 0], round: 1, at: 1 });
  whole = true;
  model = new BoardModel(() => {});
  model.bind(doc);
  model.flush();
  store = createHandStore();
  drafts = [];
  actions = new BoardActions({
    doc: () => doc,
    model,
    store,
    words: () => words,
    round: () => 1,
    isHeld: () => false,
    isMine: () => true,
    rules: () => ({ moveOwn: false, groupingClosed: false }),
    isUnsaved: () => false,
    isWhole: () => whole,
    keepDraft: (text) => drafts.push(text),
    pen: () => null,
  });
});

describe('an edit', () => {
  it('is left with its writer while a fresh document is fetched, and can be made afterwards', () => {
    const full = doc;
    doc = new Y.Doc();
    whole = false;
    expect(actions.edit(note, 'Før', 'Etter')).toBe(false);
    expect(said()).toBe(words.notices.fetching);
    doc = full;
    whole = true;
    expect(actions.edit(note, 'Før', 'Etter')).toBe(true);
    expect(textNow()).toBe('Etter');
  });

  it('is given back where the note is gone, then or a moment later', () => {
    actions.edit(note, 'Før', 'Nesten ferdig');
    removeNotes(doc, [note]);
    model.flush();
    actions.gone([note]);
    expect(actions.edit(note, 'Før', 'Ferdig')).toBe(true);
    expect(drafts).toEqual(['Nesten ferdig', 'Ferdig']);
  });

  it('that was refused with its note is not called taken down', () => {
    actions.edit(note, 'Før', 'Etter');
    doc = new Y.Doc();
    model.bind(doc);
    actions.resynced();
    model.flush();
    actions.gone([note]);
    expect(drafts).toEqual([]);
    expect(said()).toBeUndefined();
  });

  it('keeps what another wrote elsewhere in the text meanwhile', () => {
    editText(doc, note, 'Lenge før');
    model.flush();
    actions.edit(note, 'Før', 'Før jul');
    expect(textNow()).toBe('Lenge før jul');
    actions.undo();
    expect(textNow()).toBe('Lenge før');
  });

  it('says so where it had to overrule another, whose text undo brings back', () => {
    editText(doc, note, 'Deres');
    model.flush();
    actions.edit(note, 'Før', 'Mitt');
    expect([textNow(), said()]).toEqual(['Mitt', words.notices.bothEdited]);
    actions.undo();
    expect(textNow()).toBe('Deres');
  });
});
