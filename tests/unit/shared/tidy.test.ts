/** Tidying a board: nothing on anything, everything near where it was, and the same each time. */

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { ClusterView, NoteView } from '../../../shared/board/boardDoc.ts';
import { addNotes, move } from '../../../shared/board/boardOps.ts';
import {
  type BoardView,
  type Box,
  clusterBox,
  NOTE_SIZE,
  overlaps,
  viewBoard,
} from '../../../shared/board/boardView.ts';
import { TIDY_STEP, type TidyPlace, type TidyWish, tidy } from '../../../shared/board/tidy.ts';
import { type ClusterId, type NoteId, newId } from '../../../shared/domain/ids.ts';
import { Random } from '../../crowd/random.ts';

const note = (x: number, y: number, more: Partial<NoteView> = {}): NoteView => ({
  id: newId('n'),
  text: 'x',
  pos: [x, y],
  round: 1,
  at: 1,
  ...more,
});
const cluster = (x: number, y: number): ClusterView => ({ id: newId('c'), title: '', pos: [x, y] });

/** The board as it hangs when everything has gone where it should. */
function asLaid(notes: NoteView[], clusters: ClusterView[], places: readonly TidyPlace[]): BoardView {
  const at = new Map<string, TidyPlace>(places.map((place) => [place.id, place]));
  const moved = <Thing extends NoteView | ClusterView>(thing: Thing): Thing => ({
    ...thing,
    pos: at.get(thing.id)?.pos ?? thing.pos,
  });
  return viewBoard(notes.map(moved), clusters.map(moved));
}

/** All that hangs by itself: clusters, and loose notes. */
function boxes(view: BoardView): (Box & { id: string })[] {
  const all: (Box & { id: string })[] = [...view.clusters.values()].map(({ id, x, y, w, h }) => ({
    id,
    x,
    y,
    w,
    h,
  }));
  for (const {
    note: { id },
    x,
    y,
    cluster: of,
  } of view.notes.values()) {
    if (!of) all.push({ id, x, y, w: NOTE_SIZE, h: NOTE_SIZE });
  }
  return all;
}

function overlapping(view: BoardView): string[] {
  const all = boxes(view).sort((a, b) => a.x - b.x);
  const found: string[] = [];
  for (const [index, a] of all.entries()) {
    for (const b of all.slice(index + 1)) {
      if (b.x >= a.x + a.w) break;
      if (overlaps(a, b)) found.push(`${a.id} ${b.id}`);
    }
  }
  return found;
}

/** As a board comes to look by many hands: heaps, rows, and groups laid over notes. */
function untidy(random: Random, count: number) {
  const clusters = Array.from({ length: random.whole(0, 12) }, () =>
    cluster(random.whole(-1_500, 1_500), random.whole(-1_500, 1_500)),
  );
  const heaps = Array.from(
    { length: 6 },
    () => [random.whole(-2_000, 2_000), random.whole(-2_000, 2_000)] as const,
  );
  const notes = Array.from({ length: count }, (_, at) => {
    const kind = random.whole(0, 3);
    const [x, y] = random.pick(heaps)!;
    const home = random.pick(clusters);
    if (kind === 0 && home) return note(0, 0, { at, cluster: home.id, order: `a${at % 10}` });
    if (kind === 1) return note(x, y, { at });
    if (kind === 2) return note(x + random.whole(-150, 150), y + random.whole(-150, 150), { at });
    return note(random.whole(-2_500, 2_500), random.whole(-2_500, 2_500), { at });
  });
  return { notes, clusters };
}

describe('tidying', () => {
  for (const seed of [1, 2, 3, 4, Math.floor(Math.random() * 1e9)]) {
    it(`lets nothing lie on anything, whatever lay where (seed ${seed})`, () => {
      const random = new Random(seed);
      const { notes, clusters } = untidy(random, random.whole(1, 300));
      const view = viewBoard(notes, clusters);
      const places = tidy(view);
      const tidied = asLaid(notes, clusters, places);
      expect(overlapping(tidied)).toEqual([]);
      expect(tidied.notes.size).toBe(notes.length);
    });

    it(`is the same on every screen, and changes nothing the second time (seed ${seed})`, () => {
      const random = new Random(seed);
      const { notes, clusters } = untidy(random, 150);
      const places = tidy(viewBoard(notes, clusters));
      const shuffled = tidy(viewBoard([...notes].reverse(), [...clusters].reverse()));
      const sorted = (all: TidyPlace[]) => [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(sorted(shuffled)).toEqual(sorted(places));
      expect(tidy(asLaid(notes, clusters, places))).toEqual([]);
    });

    it(`moves nothing further than its heap is large (seed ${seed})`, () => {
      const random = new Random(seed);
      const { notes, clusters } = untidy(random, 200);
      const view = viewBoard(notes, clusters);
      const before = new Map(boxes(view).map((box) => [box.id, box]));
      // All that hangs, laid as one square, with room for the raster: nobody need go further than across it.
      const wall = [...before.values()].reduce((sum, { w, h }) => sum + (w + TIDY_STEP) * (h + TIDY_STEP), 0);
      const bound = Math.sqrt(wall) * Math.SQRT2 + TIDY_STEP;
      for (const { id, pos } of tidy(view)) {
        const was = before.get(id)!;
        expect(Math.hypot(pos[0] - was.x, pos[1] - was.y)).toBeLessThan(bound);
      }
    });

    it(`moves nothing that somebody holds, nor what is not asked for, and lays nothing on it (seed ${seed})`, () => {
      const random = new Random(seed);
      const { notes, clusters } = untidy(random, 120);
      const view = viewBoard(notes, clusters);
      const all = boxes(view).map(({ id }) => id as NoteId | ClusterId);
      const held = new Set(all.filter(() => random.chance(0.15)));
      const only = new Set(all.filter(() => random.chance(0.5)));
      const blocked = [{ x: -300, y: -300, w: 600, h: 200 }];
      const wish: TidyWish = { only, stays: (id) => held.has(id), blocked };
      const places = tidy(view, wish);
      for (const { id } of places) {
        expect(held.has(id)).toBe(false);
        expect(only.has(id)).toBe(true);
      }
      const tidied = boxes(asLaid(notes, clusters, places));
      const stayed = tidied.filter(({ id }) => held.has(id as NoteId) || !only.has(id as NoteId));
      const laid = tidied.filter(({ id }) => !held.has(id as NoteId) && only.has(id as NoteId));
      for (const a of laid) for (const b of [...stayed, ...blocked]) expect(overlaps(a, b)).toBe(false);
    });
  }

  it('leaves alone what is tidy already', () => {
    const notes = [note(0, 0), note(TIDY_STEP, 0), note(0, TIDY_STEP), note(TIDY_STEP * 7, -TIDY_STEP)];
    expect(tidy(viewBoard(notes, []))).toEqual([]);
  });

  it('straightens a crooked row, and nobody goes further than half a note', () => {
    const notes = [note(4, -20), note(240, 18), note(430, 7)];
    const places = tidy(viewBoard(notes, []));
    expect(places.map(({ pos }) => pos)).toEqual([
      [0, 0],
      [224, 0],
      [448, 0],
    ]);
  });

  it('spreads a heap in the order in which it was read', () => {
    const notes = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((n) => note(n * 6, n * 6, { at: n }));
    const { notes: placed } = asLaid(notes, [], tidy(viewBoard(notes, [])));
    const read = [...placed.values()].sort((a, b) => a.y - b.y || a.x - b.x).map(({ note: { at } }) => at);
    expect(read).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('lets a note that lies well keep its place, and the one laid on it go aside', () => {
    const [still, crooked] = [note(0, 0), note(90, 10)];
    const places = tidy(viewBoard([crooked, still], []));
    expect(places).toEqual([{ id: crooked.id, pos: [TIDY_STEP, 0] }]);
  });

  it('moves a group as one, and what lay under it goes aside', () => {
    const home = cluster(0, 0);
    const members = [1, 2, 3, 4].map((at) => note(0, 0, { at, cluster: home.id }));
    const under = note(100, 100);
    const places = tidy(viewBoard([...members, under], [home]));
    expect(places.map(({ id }) => id)).toEqual([under.id]);
    expect(overlaps({ ...clusterBox([0, 0], 4) }, { ...boxOf(places[0]!) })).toBe(false);
  });

  it('takes a group as large as it is when it is open, also where it is folded', () => {
    const home = cluster(0, 0);
    const members = [1, 2, 3, 4].map((at) => note(0, 0, { at, cluster: home.id }));
    const notes = [...members, note(300, 300)];
    expect(tidy(viewBoard(notes, [home], new Set([home.id])))).toEqual(tidy(viewBoard(notes, [home])));
  });

  it('leaves a note on the timeline in its month', () => {
    expect(tidy(viewBoard([note(13, 17, { slot: ['lane', 1, 2] })], []))).toEqual([]);
  });

  it('is not led astray by a note thrown out of the world', () => {
    const notes = [note(1e300, -1e300), note(3, 3)];
    expect(tidy(viewBoard(notes, []))).toEqual([{ id: notes[1]!.id, pos: [0, 0] }]);
  });

  it('takes a full station, all in one heap, in good time, and in one update that the server takes', () => {
    const doc = new Y.Doc();
    const notes = Array.from({ length: 5_000 }, (_, at) => note(7, 7, { at }));
    addNotes(doc, notes);
    let bytes = 0;
    doc.on('update', (update: Uint8Array) => {
      bytes += update.length;
    });
    const places = tidy(viewBoard(notes, []));
    move(doc, places);
    expect(places).toHaveLength(5_000);
    expect(bytes).toBeLessThan(256_000);
  });
});

const boxOf = ({ pos: [x, y] }: TidyPlace): Box => ({ x, y, w: NOTE_SIZE, h: NOTE_SIZE });
