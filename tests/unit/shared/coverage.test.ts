/** The coverage line: what is covered and what is left is all there is (SU7 of docs/SPEC.md). */

import { describe, expect, it } from 'vitest';
import type { ClusterView, NoteView } from '../../../shared/board/boardDoc.ts';
import type { ClusterId, NoteId, PointId, StationId } from '../../../shared/domain/ids.ts';
import { coverage, withNotes } from '../../../shared/plan/coverage.ts';
import type { PointView } from '../../../shared/plan/planDoc.ts';
import type { Source } from '../../../shared/plan/source.ts';
import { Random } from '../../crowd/random.ts';

const here = 's_0000000000000001' as StationId;
const there = 's_0000000000000002' as StationId;
const note = (n: number) => `n_${String(n).padStart(16, '0')}` as NoteId;
const group = (n: number) => `c_${String(n).padStart(16, '0')}` as ClusterId;
const point = (n: number) => `q_${String(n).padStart(16, '0')}` as PointId;
const cluster = (n: number, into?: number): ClusterView => ({
  id: group(n),
  title: '',
  pos: [0, 0],
  ...(into === undefined ? {} : { into: group(into) }),
});
type Hanging = Pick<NoteView, 'id' | 'cluster'>;

describe('the coverage line', () => {
  it('counts notes cited by themselves and by their groups, merges followed', () => {
    const notes: Hanging[] = [
      { id: note(1) },
      { id: note(2), cluster: group(1) },
      { id: note(3), cluster: group(2) },
      { id: note(4) },
    ];
    const clusters = [cluster(1, 2), cluster(2)];
    const sources: Source[] = [`${here}/${note(1)}`, `${here}/${group(1)}`, `${there}/${note(4)}`];
    expect(coverage([{ sources }], here, notes, clusters)).toEqual({ all: 4, covered: 3, left: [note(4)] });
  });

  it('passes over what no longer hangs', () => {
    const sources: Source[] = [`${here}/${note(9)}`, `${here}/${group(9)}`];
    expect(coverage([{ sources }], here, [{ id: note(1) }], [])).toEqual({
      all: 1,
      covered: 0,
      left: [note(1)],
    });
  });

  it('follows points to the notes that they grew from, circles too', () => {
    const all = [
      { id: point(1), sources: [point(2), `${here}/${note(1)}`] },
      { id: point(2), sources: [point(1), `${here}/${note(2)}`] },
    ] as unknown as PointView[];
    const [expanded] = withNotes([{ sources: [point(1)] }], all);
    expect(new Set(expanded!.sources)).toEqual(new Set([`${here}/${note(1)}`, `${here}/${note(2)}`]));
  });

  it('leaves exactly what it does not cover, for any points and notes', () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const chance = new Random(seed);
    const random = () => chance.next();
    const below = (n: number) => Math.floor(random() * n);
    for (let run = 0; run < 200; run++) {
      const clusters = Array.from({ length: below(6) }, (_, n) =>
        cluster(n, random() < 0.3 ? below(6) : undefined),
      );
      const notes = Array.from(
        { length: below(30) },
        (_, n): Hanging => (random() < 0.5 ? { id: note(n), cluster: group(below(7)) } : { id: note(n) }),
      );
      const points = Array.from({ length: below(5) }, () => ({
        sources: Array.from(
          { length: below(6) },
          (): Source =>
            random() < 0.5
              ? `${here}/${note(below(40))}`
              : `${random() < 0.8 ? here : there}/${group(below(8))}`,
        ),
      }));
      const { all, covered, left } = coverage(points, here, notes, clusters);
      const why = `seed ${seed}, run ${run}`;
      expect(all, why).toBe(notes.length);
      expect(covered + left.length, why).toBe(all);
      const cited = new Set(points.flatMap(({ sources }) => sources as string[]));
      for (const { id } of notes) {
        if (cited.has(`${here}/${id}`)) expect(left.includes(id), why).toBe(false);
      }
      // All sources together leave nothing.
      const everything = notes.map(({ id }): Source => `${here}/${id}`);
      expect(coverage([{ sources: everything }], here, notes, clusters).left, why).toEqual([]);
    }
  });
});
