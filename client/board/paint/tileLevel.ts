/** The tiles of one zoom: where each lies in the world, and where it is seen. */

import type { Box } from '../../../shared/board/boardView.ts';
import type { Camera } from '../surface/camera.ts';

/** Device pixels: small enough that no tile takes a frame, even with 400 notes on it. */
export const SIDE = 256;

/** `coarse`: words are bars, for the moment. */
type Detail = 'none' | 'coarse' | 'fine';

export interface Tile {
  column: number;
  row: number;
  box: Box;
  /** Null while there is nothing on it. */
  canvas: HTMLCanvasElement | null;
  detail: Detail;
  /** Places in the world that no longer look as painted. */
  dirty: Box[];
}

/** All tiles that there are for one zoom. */
export interface Level {
  zoom: number;
  ratio: number;
  tiles: Map<string, Tile>;
}

/** The tiles that a box touches, of those that there are. */
export function* tilesAt({ tiles, zoom, ratio }: Level, box: Box): Iterable<Tile> {
  for (const key of keysOf(box, SIDE / (zoom * ratio))) {
    const tile = tiles.get(key);
    if (tile) yield tile;
  }
}

/** The keys of the tiles that a box touches. @param side of a tile in the world */
export function* keysOf({ x, y, w, h }: Box, side: number): Iterable<string> {
  const last = { column: Math.floor((x + w) / side), row: Math.floor((y + h) / side) };
  for (let row = Math.floor(y / side); row <= last.row; row++) {
    for (let column = Math.floor(x / side); column <= last.column; column++) yield `${column} ${row}`;
  }
}

/** Copies its tiles to where the camera sees them. @param lowest whether nothing was drawn there before */
export function drawLevel(
  context: OffscreenCanvasRenderingContext2D,
  { tiles, zoom, ratio: madeFor }: Level,
  camera: Camera,
  ratio: number,
  lowest: boolean,
): void {
  const { width, height } = context.canvas;
  const stretch = (camera.z * ratio) / (zoom * madeFor);
  const exact = stretch === 1;
  const [x, y] = exact
    ? [Math.round(camera.x * ratio), Math.round(camera.y * ratio)]
    : [camera.x * ratio, camera.y * ratio];
  const side = SIDE * stretch;
  // Only seen on the way, and three times as fast without a GPU.
  context.imageSmoothingEnabled = false;
  for (const { canvas, column, row, detail } of tiles.values()) {
    if (lowest ? !canvas : detail === 'none') continue;
    // Edges on whole pixels, or the wall would shine through between tiles.
    const left = Math.round(x + column * side);
    const top = Math.round(y + row * side);
    const right = Math.round(x + (column + 1) * side);
    const bottom = Math.round(y + (row + 1) * side);
    if (right <= 0 || bottom <= 0 || left >= width || top >= height) continue;
    // What lies under it is the same notes, and would show around them.
    if (!lowest) context.clearRect(left, top, right - left, bottom - top);
    if (!canvas) continue;
    if (exact) context.drawImage(canvas, left, top);
    else context.drawImage(canvas, left, top, right - left, bottom - top);
  }
}
