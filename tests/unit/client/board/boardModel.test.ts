/** The model laid out bit by bit is the same as one laid out from scratch, whatever came in which order. */

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { BoardModel } from '../../../../client/board/model/BoardModel.ts';
import { clustersOf, notesOf, readClusters, readNotes } from '../../../../shared/board/boardDoc.ts';
import {
  addNote,
  editText,
  joinCluster,
  makeCluster,
  mergeClusters,
  move,
  nameCluster,
  pullOut,
  removeNotes,
} from '../../../../shared/board/boardOps.ts';
import { viewBoard } from '../../../../shared/board/boardView.ts';
import { type ClusterId, type NoteId, newId } from '../../../../shared/domain/ids.ts';
import { Random } from '../../../crowd/random.ts';

const STEPS = 400;

/** Does something to the document, as some person would. */
function act(doc: Y.Doc, random: Random): void {
  const notes = [...notesOf(doc).keys()] as NoteId[];
  const clusters = [...clustersOf(doc).keys()] as ClusterId[];
  const place = () => [random.whole(-2_000, 2_000), random.whole(-2_000, 2_000)] as const;
  const note = random.pick(notes);
  const cluster = random.pick(clusters);
  const kind = random.whole(0, 9);
  if (kind <= 1 || !note)
    addNote(doc, { id: newId('n'), text: 'x', pos: place(), round: 1, at: random.whole(1, 99) });
  else if (kind === 2) move(doc, [{ id: note, pos: place() }]);
  else if (kind === 3) makeCluster(doc, { id: newId('c'), title: '', pos: place() }, [note]);
  else if (kind === 4) editText(doc, note, String(random.whole(0, 99)));
  else if (kind === 5) removeNotes(doc, [note]);
  else if (!cluster) move(doc, [{ id: note, pos: place() }]);
  else if (kind === 6) joinCluster(doc, cluster, [note]);
  else if (kind === 7) mergeClusters(doc, cluster, random.pick(clusters)!);
  else if (kind === 8) pullOut(doc, [{ id: note, pos: place() }]);
  else if (random.chance(0.5)) nameCluster(doc, cluster, String(random.whole(0, 99)));
  else move(doc, [{ id: cluster, pos: place() }]);
}

function expectSame(model: BoardModel, doc: Y.Doc, why: string): void {
  const whole = viewBoard(readNotes(doc), readClusters(doc));
  const plain = (map: ReadonlyMap<string, object>) =>
    Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
  expect(plain(model.view.notes), why).toEqual(plain(whole.notes));
  expect(plain(model.view.clusters), why).toEqual(plain(whole.clusters));
  expect(model.spatial.notes.size, why).toBe(whole.notes.size);
  expect(model.spatial.clusters.size, why).toBe(whole.clusters.size);
}

describe('the board model', () => {
  for (const seed of [1, 2, 3, Math.floor(Math.random() * 1e9)]) {
    it(`follows the document through random work (seed ${seed})`, () => {
      const random = new Random(seed);
      const doc = new Y.Doc();
      const model = new BoardModel(() => {});
      model.bind(doc);
      for (let index = 0; index < STEPS; index++) {
        act(doc, random);
        if (random.chance(0.4)) continue;
        model.flush();
        if (index % 20 === 0) expectSame(model, doc, `seed ${seed}, step ${index}`);
      }
      model.flush();
      expectSame(model, doc, `seed ${seed}, at the end`);
      expect(model.view.notes.size).toBeGreaterThan(5);
    });
  }

  it('lets go of everything that a new document does not have', () => {
    const model = new BoardModel(() => {});
    const old = new Y.Doc();
    const id = newId('n');
    addNote(old, { id, text: 'Gammel', pos: [0, 0], round: 1, at: 1 });
    model.bind(old);
    model.flush();
    const fresh = new Y.Doc();
    addNote(fresh, { id: newId('n'), text: 'Ny', pos: [0, 0], round: 1, at: 1 });
    model.bind(fresh);
    const { notes } = model.flush();
    expect(notes.get(id)?.note.text).toBe('Gammel');
    expectSame(model, fresh, 'after the change');
    addNote(old, { id: newId('n'), text: 'For sent', pos: [0, 0], round: 1, at: 1 });
    expect(model.isDirty).toBe(false);
  });

  it('tells of what changed, and only of that', () => {
    const doc = new Y.Doc();
    const ids = [newId('n'), newId('n'), newId('n')] as const;
    for (const id of ids) addNote(doc, { id, text: 'x', pos: [0, 0], round: 1, at: 1 });
    const model = new BoardModel(() => {});
    model.bind(doc);
    expect(model.flush().notes.size).toBe(3);
    move(doc, [{ id: ids[1], pos: [50, 50] }]);
    const { notes } = model.flush();
    expect([...notes.keys()]).toEqual([ids[1]]);
    expect(notes.get(ids[1])).toMatchObject({ x: 0, y: 0 });
    expect(model.flush().notes.size).toBe(0);
  });
});
