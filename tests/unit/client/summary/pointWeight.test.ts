/** What weighs behind a main point. */

import { describe, expect, it } from 'vitest';
import { countNotes, stationsOf, weighPoint } from '../../../../client/summary/pointWeight.ts';
import { membersIn, readStation } from '../../../../client/summary/stationBoard.ts';
import type { NoteView } from '../../../../shared/board/boardDoc.ts';
import { newId } from '../../../../shared/domain/ids.ts';
import type { PointView } from '../../../../shared/plan/planDoc.ts';
import { type Source, sourceOf } from '../../../../shared/plan/source.ts';

const station = newId('s');
const [merged, group, other] = [newId('c'), newId('c'), newId('c')];
const note = (at: number, round: number, cluster?: typeof group): NoteView => ({
  id: newId('n'),
  text: `Lapp ${at}`,
  pos: [0, 0],
  round,
  at,
  ...(cluster && { cluster }),
});
const [a, b, c, d] = [note(3, 2, group), note(1, 1, merged), note(2, 1, other), note(4, 3)];
const cluster = (id: typeof group, into?: typeof group) => ({
  id,
  title: '',
  pos: [0, 0] as const,
  ...(into && { into }),
});
const board = readStation([a, b, c, d], [cluster(group), cluster(merged, group), cluster(other)]);
const point = (sources: Source[]): PointView => ({
  id: newId('q'),
  of: station,
  title: '',
  line: '',
  order: 'a0',
  sources,
});
const figures = {
  notes: 4,
  writers: 3,
  clusters: { [group]: { notes: 2, writers: 2, rounds: [1, 2], votes: 3 } },
};
const results = { dots: { [group]: 2, [b.id]: 1, [d.id]: 5 }, ratings: {} };

describe('the weight of a point', () => {
  it('counts a group’s notes through merges, with their rounds, writers and votes', () => {
    const weight = weighPoint(point([sourceOf(station, merged)]), station, board, figures, results);
    expect(weight.notes.map(({ id }) => id)).toEqual([b.id, a.id]);
    expect(weight).toMatchObject({ rounds: [1, 2], writers: 2 });
    expect(weighPoint(point([sourceOf(station, group)]), station, board, figures, results).votes).toBe(3);
  });

  it('tells no writers where they can’t be added up', () => {
    const two = point([sourceOf(station, group), sourceOf(station, d.id)]);
    expect(weighPoint(two, station, board, figures, null).writers).toBeNull();
    const half = point([sourceOf(station, a.id)]);
    expect(weighPoint(half, station, board, figures, null).writers).toBeNull();
    expect(weighPoint(point([sourceOf(station, group)]), station, board, null, null).writers).toBeNull();
    const unknown = { ...figures, clusters: { [group]: { ...figures.clusters[group]!, writers: 0 } } };
    expect(weighPoint(point([sourceOf(station, group)]), station, board, unknown, null).writers).toBeNull();
  });

  it('of the hall is counted through the points that it grew from', () => {
    const [one, two] = [point([sourceOf(station, group)]), point([sourceOf(station, d.id)])];
    const hall: PointView = { ...point([one.id, two.id]), of: 'hall' };
    expect(countNotes(hall, [one, two, hall], figures)).toBe(3);
    expect(stationsOf(hall, [one, two, hall])).toEqual([station]);
  });

  it('knows a group’s notes by the name that it had before a merge', () => {
    expect(membersIn(board)(merged).sort()).toEqual([a.id, b.id].sort());
  });
});
