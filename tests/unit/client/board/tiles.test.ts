/** Tiles of a zoom: which of them a box touches, and how they are laid over those of another zoom. */

import { describe, expect, test } from 'vitest';
import { drawLevel, type Level, SIDE, type Tile, tilesAt } from '../../../../client/board/paint/tileLevel.ts';

type Detail = Tile['detail'];

/** A level at zoom 1 with tiles at these columns of the first row. */
function levelOf(...details: Detail[]): Level {
  const tiles = details.map((detail, column): [string, Tile] => {
    const box = { x: column * SIDE, y: 0, w: SIDE, h: SIDE };
    const canvas = detail === 'fine' ? ({} as HTMLCanvasElement) : null;
    return [`${column} 0`, { column, row: 0, box, canvas, detail, dirty: [] }];
  });
  return { zoom: 1, ratio: 1, tiles: new Map(tiles) };
}

/** What is done to a picture of 4 tiles’ width, by the left edge of where. */
function drawn(level: Level, lowest: boolean, z = 1): string[] {
  const did: string[] = [];
  const context = {
    canvas: { width: 4 * SIDE, height: SIDE },
    clearRect: (x: number, _y: number, w: number) => did.push(`clear ${x} ${w}`),
    drawImage: (_image: unknown, x: number, _y: number, w = SIDE) => did.push(`draw ${x} ${w}`),
  };
  drawLevel(context as unknown as OffscreenCanvasRenderingContext2D, level, { x: 0, y: 0, z }, 1, lowest);
  return did;
}

describe('tiles of a zoom', () => {
  test('a box touches the tiles that it lies on, and those alone that there are', () => {
    const level = levelOf('fine', 'coarse', 'none');
    const touched = [...tilesAt(level, { x: SIDE - 1, y: -1, w: 2 * SIDE, h: 2 })];
    expect(touched.map(({ column }) => column)).toEqual([0, 1, 2]);
    expect([...tilesAt(level, { x: 3 * SIDE, y: 0, w: 9, h: 9 })]).toEqual([]);
  });

  test('the lowest are copied, and nothing is cleared for them', () => {
    expect(drawn(levelOf('fine', 'none', 'fine'), true)).toEqual([
      `draw 0 ${SIDE}`,
      `draw ${2 * SIDE} ${SIDE}`,
    ]);
  });

  test('what lies under a painted tile is gone, also where nothing hangs; it stays where none is painted', () => {
    // One that is painted and has no canvas is empty.
    const level = levelOf('fine', 'none', 'coarse');
    expect(drawn(level, false)).toEqual([`clear 0 ${SIDE}`, `draw 0 ${SIDE}`, `clear ${2 * SIDE} ${SIDE}`]);
  });

  test('stretched, their edges meet on whole pixels', () => {
    const edges = drawn(levelOf('fine', 'fine', 'fine'), true, 1.013).map((line) => line.split(' ').slice(1));
    for (const [index, [left, width]] of edges.entries()) {
      const next = edges[index + 1];
      if (next) expect(Number(left) + Number(width)).toBe(Number(next[0]));
    }
    expect(edges).toHaveLength(3);
  });
});
