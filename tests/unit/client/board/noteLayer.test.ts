// @vitest-environment happy-dom
/** Notes as elements: they lie on one another in one order, whatever came while one of them was in the hand. */

import { expect, it } from 'vitest';
import type { LaidTexts } from '../../../../client/board/paint/fitText.ts';
import { NoteLayer } from '../../../../client/board/paint/NoteLayer.ts';
import type { PlacedNote } from '../../../../shared/board/boardView.ts';
import type { NoteId } from '../../../../shared/domain/ids.ts';

const [A, B, C, D, E] = ['n_a', 'n_b', 'n_c', 'n_d', 'n_e'] as NoteId[];
const all = [A!, B!, C!, D!, E!];

function layerOfNotes() {
  const layer = new NoteLayer({
    note: (id): PlacedNote => ({
      note: { id, text: 'Ja', pos: [0, 0], round: 1, at: all.indexOf(id) },
      x: 0,
      y: 0,
    }),
    rounds: () => [],
    levelName: () => '',
    holder: () => null,
    laid: { of: () => ({ size: 20, lines: ['Ja'] }) } as unknown as LaidTexts,
    restyled: () => {},
  });
  const drawn = () =>
    [...layer.element.querySelectorAll<HTMLElement>('[data-note-id]')].map(({ dataset }) => dataset.noteId);
  return { layer, drawn };
}

it('draws what comes while a note is in the hand where it lies among the others, once that is laid down', () => {
  const { layer, drawn } = layerOfNotes();
  layer.show(new Set([A!, B!, C!]), 9);
  // E was moved here before it left the view.
  layer.raise(A!);
  layer.mark(A!, 'lifted', true);
  layer.raise(E!);
  layer.show(new Set(all), 9);
  layer.mark(A!, 'lifted', false);
  layer.show(new Set(all), 9);
  expect(drawn()).toEqual([...all].sort(layer.above));
  expect(drawn()).toEqual([B, C, D, A, E]);
});
