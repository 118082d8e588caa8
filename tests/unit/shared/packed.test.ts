/** The wall's own arrangement as the board's: nothing covers anything, the order is the wall's, and it comes to rest. */

import { describe, expect, it } from 'vitest';
import type { ClusterView, NoteView, Pos } from '../../../shared/board/boardDoc.ts';
import { type Box, clusterBox, NOTE_SIZE, overlaps, viewBoard } from '../../../shared/board/boardView.ts';
import { packed } from '../../../shared/board/packed.ts';
import type { ClusterId, NoteId } from '../../../shared/domain/ids.ts';
import { Random } from '../../crowd/random.ts';

const seed = Number(process.env.SEED ?? 4711);
const random = new Random(seed);
const below = (most: number) => random.whole(0, most - 1);

function board(count: number, groups: number): { notes: NoteView[]; clusters: ClusterView[] } {
  const place = (): Pos => [below(4_000) - 2_000, below(3_000) - 1_500];
  const clusters = Array.from({ length: groups }, (_, index) => ({
    id: `c_${index}` as ClusterId,
    title: '',
    pos: place(),
  }));
  const notes = Array.from({ length: count }, (_, index): NoteView => {
    const home = clusters[below(groups * 2)];
    const note = { id: `n_${index}` as NoteId, text: '', pos: place(), round: 1, at: below(1_000) };
    return home ? { ...note, cluster: home.id, order: `a${index}` } : note;
  });
  return { notes, clusters };
}

function laid({ notes, clusters }: ReturnType<typeof board>) {
  const places = new Map(packed(viewBoard(notes, clusters)).map(({ id, pos }) => [id as string, pos]));
  const there = <T extends { id: string; pos: Pos }>(thing: T): T => ({
    ...thing,
    pos: places.get(thing.id) ?? thing.pos,
  });
  return { notes: notes.map(there), clusters: clusters.map(there), moved: places.size };
}

describe('a board packed as its wall', () => {
  it(`nothing covers anything, and a second time nothing moves (seed ${seed})`, () => {
    for (const [count, groups] of [
      [1, 0],
      [12, 0],
      [30, 3],
      [120, 14],
      [300, 25],
    ] as const) {
      const after = laid(board(count, groups));
      const view = viewBoard(after.notes, after.clusters);
      const boxes: Box[] = [
        ...[...view.clusters.values()].map(({ x, y, members }) => clusterBox([x, y], members.length)),
        ...[...view.notes.values()]
          .filter(({ cluster }) => !cluster)
          .map(({ x, y }) => ({ x, y, w: NOTE_SIZE, h: NOTE_SIZE })),
      ];
      boxes.forEach((box, index) => {
        expect(boxes.slice(index + 1).some((other) => overlaps(box, other))).toBe(false);
      });
      expect(laid(after).moved).toBe(0);
    }
  });

  it('groups come before loose notes, which stand in rows in the order in which they came', () => {
    const after = laid(board(60, 5));
    const view = viewBoard(after.notes, after.clusters);
    const loose = [...view.notes.values()].filter(({ cluster }) => !cluster);
    const lowest = Math.max(...[...view.clusters.values()].map(({ y, h }) => y + h));
    for (const { y } of loose) expect(y).toBeGreaterThanOrEqual(lowest);
    const read = loose.sort((a, b) => a.y - b.y || a.x - b.x).map(({ note }) => note.at);
    expect(read).toEqual([...read].sort((a, b) => a - b));
  });

  it('a note with a place on the timeline stays where it is', () => {
    const note: NoteView = { id: 'n_1' as NoteId, text: '', pos: [7, 7], round: 1, at: 1, slot: ['a', 1, 1] };
    expect(packed(viewBoard([note, { ...note, id: 'n_2' as NoteId, pos: [9, 9] }], []))).toEqual([]);
  });
});
