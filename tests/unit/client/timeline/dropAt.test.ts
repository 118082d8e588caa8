/** What a drop at a point means, and where the arrow keys lead (TL3, TL5). */

import { describe, expect, it } from 'vitest';
import { aimAt, type GridPlaces, stretched } from '../../../../client/timeline/dropAt.ts';
import { walk } from '../../../../client/timeline/gridWalk.ts';
import { layTimeline } from '../../../../client/timeline/timelineModel.ts';

/** Months of 100 pixels from 200 on, two lanes of 150, a tray under them. */
const places: GridPlaces = {
  edges: Array.from({ length: 13 }, (_, index) => 200 + index * 100),
  lanes: [
    { id: 'a', top: 50, bottom: 200 },
    { id: 'b', top: 200, bottom: 350 },
  ],
  tray: { left: 0, top: 340, right: 1_400, bottom: 400 },
  left: 200,
};

describe('a drop', () => {
  it('is in the lane and month under the point', () => {
    expect(aimAt(places, { x: 450, y: 100 })).toEqual({ to: 'slot', slot: ['a', 2, 2] });
    expect(aimAt(places, { x: 1_399, y: 210 })).toEqual({ to: 'slot', slot: ['b', 11, 11] });
  });

  it('counts from where the note is held, and stays within the year with its length', () => {
    expect(aimAt(places, { x: 650, y: 100 }, 2, 1)).toEqual({ to: 'slot', slot: ['a', 3, 5] });
    expect(aimAt(places, { x: 1_350, y: 100 }, 2, 0)).toEqual({ to: 'slot', slot: ['a', 9, 11] });
    expect(aimAt(places, { x: 210, y: 100 }, 2, 2)).toEqual({ to: 'slot', slot: ['a', 0, 2] });
  });

  it('is in the tray where that lies over a lane, and nowhere beside the year', () => {
    expect(aimAt(places, { x: 450, y: 345 })).toEqual({ to: 'tray' });
    expect(aimAt(places, { x: 100, y: 100 })).toBeNull();
    expect(aimAt(places, { x: 450, y: 20 })).toBeNull();
    // Scrolled: the month lies under the lanes' titles.
    expect(aimAt({ ...places, left: 500 }, { x: 450, y: 100 })).toBeNull();
  });

  it('of an edge leaves the other edge, and a month at least', () => {
    expect(stretched(places, ['a', 2, 3], 'to', 860)).toEqual(['a', 2, 6]);
    expect(stretched(places, ['a', 2, 3], 'to', 0)).toEqual(['a', 2, 2]);
    expect(stretched(places, ['a', 2, 3], 'from', 190)).toEqual(['a', 0, 3]);
    expect(stretched(places, ['a', 2, 3], 'from', 2_000)).toEqual(['a', 3, 3]);
    expect(stretched(places, ['a', 2, 3], 'to', 2_000)).toEqual(['a', 2, 11]);
  });
});

describe('the arrow keys', () => {
  const lanes = [
    { id: 'a', title: 'A' },
    { id: 'b', title: 'B' },
  ];
  const laid = layTimeline(lanes, [
    { id: 'long', at: 0, slot: ['a', 1, 3] },
    { id: 'short', at: 1, slot: ['a', 2, 2] },
    { id: 'loose', at: 2 },
  ]);
  const all = () => Number.POSITIVE_INFINITY;

  it('go down through a month: its cell, its notes, the next lane, and at last the tray', () => {
    const path = ['a 2'];
    for (let at = { stop: 'a 2', month: 2 }; ; ) {
      const next = walk(laid, all, at, 'ArrowDown');
      if (!next) break;
      path.push(next.stop);
      at = next;
    }
    expect(path).toEqual(['a 2', 'long', 'short', 'b 2', 'loose']);
    expect(walk(laid, all, { stop: 'loose', month: 2 }, 'ArrowUp')).toEqual({ stop: 'b 2', month: 2 });
  });

  it('go past a note that spans months, and pass over rows that are folded', () => {
    expect(walk(laid, all, { stop: 'long', month: 2 }, 'ArrowRight')).toEqual({ stop: 'a 4', month: 4 });
    expect(walk(laid, all, { stop: 'long', month: 2 }, 'ArrowLeft')).toEqual({ stop: 'a 0', month: 0 });
    expect(walk(laid, () => 1, { stop: 'long', month: 2 }, 'ArrowDown')).toEqual({ stop: 'b 2', month: 2 });
    expect(walk(laid, all, { stop: 'a 0', month: 0 }, 'ArrowLeft')).toBeNull();
    expect(walk(laid, all, { stop: 'a 5', month: 5 }, 'End')).toEqual({ stop: 'a 11', month: 11 });
  });
});
