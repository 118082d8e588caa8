/** People in the demo cover nothing with what they put down. */
import { expect, test } from 'vitest';
import type { NoteView } from '../../../shared/board/boardDoc.ts';
import { type Box, clusterBox, NOTE_SIZE, overlaps, viewBoard } from '../../../shared/board/boardView.ts';
import { type ClusterId, newId } from '../../../shared/domain/ids.ts';
import { Random } from '../../crowd/random.ts';
import { boxesOf, cornerFor, freeClusterPlace, freePlace, isFree } from '../../demo/places.ts';

const SQUARE = { w: NOTE_SIZE, h: NOTE_SIZE };
const noteAt = (x: number, y: number, cluster?: ClusterId): NoteView => ({
  id: newId('n'),
  text: 'en lapp',
  pos: [x, y],
  round: 1,
  at: 0,
  ...(cluster ? { cluster } : {}),
});

test('the place itself is taken when it is free, and the nearest free one when it is not', () => {
  expect(freePlace([], SQUARE, [0, 0])).toEqual([0, 0]);
  const [x, y] = freePlace([{ x: 0, y: 0, ...SQUARE }], SQUARE, [0, 0]);
  expect(Math.abs(x) + Math.abs(y)).toBe(NOTE_SIZE + 24);
});

test('however full the board gets, nothing covers anything, and it stays together', () => {
  const seed = 20_261_121;
  const random = new Random(seed);
  const taken: Box[] = [];
  for (let turn = 0; turn < 120; turn++) {
    const size = random.chance(0.2) ? { w: 654, h: 500 } : SQUARE;
    const [x, y] = freePlace(taken, size, [random.between(-600, 600), random.between(-400, 400)]);
    const box = { x, y, ...size };
    expect(
      taken.some((other) => overlaps(box, other)),
      `seed ${seed}, turn ${turn}`,
    ).toBe(false);
    taken.push(box);
  }
  expect(Math.max(...taken.map(({ x, y }) => Math.hypot(x, y)))).toBeLessThan(6_000);
});

test('a group finds room beside what hangs there, not far away', () => {
  const taken = [-1, 0, 1].map((column) => ({ x: column * 224, y: 0, ...SQUARE }));
  const pos = freeClusterPlace(taken, 5, [0, 0]);
  expect(isFree(taken, clusterBox(pos, 5))).toBe(true);
  expect(Math.hypot(...pos)).toBeLessThan(1_200);
});

test('a cluster counts as one box, its notes not apart, and what is left out not at all', () => {
  const cluster = newId('c');
  const [first, second, free] = [noteAt(0, 0, cluster), noteAt(9_000, 0, cluster), noteAt(2_000, 0)];
  const view = viewBoard([first, second, free], [{ id: cluster, title: 'Gruppe', pos: [0, 0] }]);
  expect(boxesOf(view)).toHaveLength(2);
  expect(boxesOf(view, new Set([cluster]))).toEqual([{ x: 2_000, y: 0, ...SQUARE }]);
  expect(boxesOf(view, new Set([free.id]))).toHaveLength(1);
  expect(isFree(boxesOf(view), { x: 9_000, y: 0, ...SQUARE })).toBe(true);
});

test('a cluster made around a note leaves that note where it hangs', () => {
  const cluster = newId('c');
  const [first, second] = [
    { ...noteAt(0, 0, cluster), order: 'a0' },
    { ...noteAt(0, 0, cluster), order: 'a1' },
  ];
  const view = viewBoard([first, second], [{ id: cluster, title: '', pos: cornerFor([448, 224], 2) }]);
  expect(view.notes.get(first.id)).toMatchObject({ x: 448, y: 224 });
});
