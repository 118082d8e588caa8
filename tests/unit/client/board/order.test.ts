/** The order of notes in a group: changed by as little as can be, and the same on every screen. */

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type Held, outcome, standAt } from '../../../../client/board/hand/dropTarget.ts';
import { readClusters, readNotes } from '../../../../shared/board/boardDoc.ts';
import {
  addNote,
  joinCluster,
  makeCluster,
  mergeClusters,
  orderInCluster,
  revert,
} from '../../../../shared/board/boardOps.ts';
import { indexAt, placeInCluster, viewBoard } from '../../../../shared/board/boardView.ts';
import { type ClusterId, type NoteId, newId } from '../../../../shared/domain/ids.ts';
import { Random } from '../../../crowd/random.ts';

function boardWith(...sizes: number[]) {
  const doc = new Y.Doc();
  const clusters = sizes.map((size, index) => {
    const id = newId('c');
    const notes = Array.from({ length: size }, () => newId('n'));
    notes.forEach((note, at) => {
      addNote(doc, { id: note, text: 'x', pos: [0, 0], round: 1, at: index * 100 + at });
    });
    makeCluster(doc, { id, title: '', pos: [index * 3_000, 0] }, notes);
    return { id, notes };
  });
  return { doc, clusters };
}

const membersOf = (doc: Y.Doc, id: ClusterId): NoteId[] =>
  viewBoard(readNotes(doc), readClusters(doc)).clusters.get(id)!.members;

describe('order in a group', () => {
  it('moves a note before another, or last, and touches no other', () => {
    const { doc, clusters } = boardWith(4);
    const { id, notes } = clusters[0]!;
    const [a, b, c, d] = notes as [NoteId, NoteId, NoteId, NoteId];
    const changes = orderInCluster(doc, id, [d], b);
    expect(membersOf(doc, id)).toEqual([a, d, b, c]);
    expect(changes).toHaveLength(1);
    orderInCluster(doc, id, [a, b], null);
    expect(membersOf(doc, id)).toEqual([d, c, a, b]);
  });

  it('is taken back by undo', () => {
    const { doc, clusters } = boardWith(3);
    const { id, notes } = clusters[0]!;
    revert(doc, orderInCluster(doc, id, [notes[2]!], notes[0]!));
    expect(membersOf(doc, id)).toEqual(notes);
  });

  it('keeps merged groups each in its own order, one after the other', () => {
    const { doc, clusters } = boardWith(3, 3);
    const [into, from] = clusters as [(typeof clusters)[0], (typeof clusters)[0]];
    mergeClusters(doc, from.id, into.id);
    expect(membersOf(doc, into.id)).toEqual([...into.notes, ...from.notes]);
    const guest = from.notes[0]!;
    orderInCluster(doc, into.id, [guest], into.notes[1]!);
    expect(membersOf(doc, into.id)).toEqual([
      into.notes[0],
      guest,
      ...into.notes.slice(1),
      ...from.notes.slice(1),
    ]);
  });

  it('finds room in one spot again and again', () => {
    const { doc, clusters } = boardWith(5);
    const { id, notes } = clusters[0]!;
    for (let turn = 0; turn < 300; turn++) {
      orderInCluster(doc, id, [membersOf(doc, id).at(-1)!], membersOf(doc, id)[1]!);
    }
    const longest = Math.max(...readNotes(doc).map(({ order }) => order!.length));
    expect(longest).toBeLessThan(64);
    expect(new Set(membersOf(doc, id))).toEqual(new Set(notes));
  });

  it('does not stumble over keys that some client made up', () => {
    const { doc, clusters } = boardWith(3);
    const { id, notes } = clusters[0]!;
    (doc.getMap('notes').get(notes[0]!) as Y.Map<unknown>).set('order', '!! no key');
    const late = newId('n');
    addNote(doc, { id: late, text: 'x', pos: [0, 0], round: 1, at: 900 });
    joinCluster(doc, id, [late]);
    const before = membersOf(doc, id);
    orderInCluster(doc, id, [late], before[0]!);
    expect(membersOf(doc, id)[0]).toBe(late);
  });

  for (const seed of [1, 2, Math.floor(Math.random() * 1e9)]) {
    it(`comes out as asked, whatever was done before (seed ${seed})`, () => {
      const random = new Random(seed);
      const { doc, clusters } = boardWith(5, 4, 1);
      const { id } = clusters[0]!;
      for (let turn = 0; turn < 60; turn++) {
        if (turn === 20 || turn === 40) mergeClusters(doc, clusters[turn / 20]!.id, id);
        const members = membersOf(doc, id);
        const moved = [random.pick(members)!];
        const rest = members.filter((note) => !moved.includes(note));
        const at = random.whole(0, rest.length);
        orderInCluster(doc, id, moved, rest[at] ?? null);
        expect(membersOf(doc, id)).toEqual([...rest.slice(0, at), ...moved, ...rest.slice(at)]);
      }
    });
  }
});

describe('a note dropped in its own group', () => {
  const members = Array.from({ length: 5 }, () => newId('n'));
  const home = { id: newId('c'), title: '', members, x: 0, y: 0, w: 700, h: 500 };
  const heldAt = (index: number, note = members[0]!): Held => {
    const [x, y] = placeInCluster([0, 0], 5, index);
    return { kind: 'notes', notes: [{ id: note, x, y, cluster: home.id }] };
  };

  it('comes to stand where it is held', () => {
    for (let index = 0; index < 5; index++) {
      const [x, y] = placeInCluster([0, 0], 5, index);
      expect(indexAt([0, 0], 5, x + 100, y + 100)).toBe(index);
    }
    expect(outcome(heldAt(2), { kind: 'cluster', id: home.id }, home)).toEqual({
      do: 'order',
      cluster: home.id,
      notes: [members[0]],
      before: members[3],
      index: 2,
    });
  });

  it('stays where it stands, when that is where it is held', () => {
    expect(outcome(heldAt(0), { kind: 'cluster', id: home.id }, home)).toEqual({ do: 'nothing' });
  });

  it('goes no further than first and last, by the menu too', () => {
    expect(standAt(home, [members[0]!], -1)).toEqual({ do: 'nothing' });
    expect(standAt(home, [members[4]!], 9)).toEqual({ do: 'nothing' });
    expect(standAt(home, [members[0]!], 4)).toMatchObject({ before: null, index: 4 });
  });
});
