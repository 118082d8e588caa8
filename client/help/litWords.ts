/** Lights the shared words up in the notes on the board, where the browser can without touching them. */

import type { NoteId } from '../../shared/domain/ids.ts';
import { piecesOf } from './standing.ts';
import './litWords.css';

const NAME = 'help-why';

/** Lights these words in these notes as they stand on the board now; elsewhere nothing is lit. */
export function lightWords(
  board: HTMLElement,
  shown: readonly { notes: readonly NoteId[]; why: readonly string[] }[],
) {
  if (typeof Highlight === 'undefined') return;
  const ranges = shown.flatMap(({ notes, why }) =>
    notes.flatMap((id) => {
      const note = board.querySelector(`[data-note-id="${id}"]`);
      return note ? rangesIn(note, why) : [];
    }),
  );
  CSS.highlights.set(NAME, new Highlight(...ranges));
}

export function putOutWords(): void {
  if (typeof Highlight !== 'undefined') CSS.highlights.delete(NAME);
}

function rangesIn(note: Element, why: readonly string[]): Range[] {
  const ranges: Range[] = [];
  const texts = document.createTreeWalker(note, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    let at = 0;
    for (const { text, shared } of piecesOf(node.textContent ?? '', why)) {
      if (shared) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + text.length);
        ranges.push(range);
      }
      at += text.length;
    }
  }
  return ranges;
}
