/** Takes the camera to some notes, so that all of them are in view. */

import { type Box, NOTE_SIZE } from '../../../shared/board/boardView.ts';
import type { NoteId } from '../../../shared/domain/ids.ts';
import type { BoardSurface } from './BoardSurface.ts';
import { fitBox } from './camera.ts';

/** @param around air round them, in world units */
export function lookAt({ viewport, model }: BoardSurface, notes: readonly NoteId[], around: number): void {
  const placed = notes.flatMap((id) => model.view.notes.get(id) ?? []);
  if (placed.length === 0 || viewport.size.w === 0) return;
  const [left, top] = [Math.min(...placed.map(({ x }) => x)), Math.min(...placed.map(({ y }) => y))];
  const box: Box = {
    x: left - around,
    y: top - around,
    w: Math.max(...placed.map(({ x }) => x)) + NOTE_SIZE + around * 2 - left,
    h: Math.max(...placed.map(({ y }) => y)) + NOTE_SIZE + around * 2 - top,
  };
  viewport.stopFraming();
  viewport.travel(fitBox(box, viewport.size, viewport.insets));
}
