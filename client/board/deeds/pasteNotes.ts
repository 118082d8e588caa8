/** Text that is pasted on the board itself becomes notes: a line or bullet each. */

import { cleanText, isBlank, NOTE_MAX } from '../../../shared/domain/note.ts';
import { announce } from '../../state/announcer.ts';
import type { Text } from '../../text/index.ts';
import type { HandStore } from '../hand/handStore.ts';
import type { BoardSurface } from '../surface/BoardSurface.ts';
import { type Point, toWorld } from '../surface/camera.ts';
import { noteBox } from '../surface/spatial.ts';
import type { BoardActions } from './BoardActions.ts';

/** More than so many are asked about first: a whole page may have been pasted by mistake. */
export const PASTE_ASKS = 8;
/** More than this at once is refused, and said so. */
export const PASTE_MAX = 200;

export interface PasteContext {
  surface: BoardSurface;
  actions: BoardActions;
  store: HandStore;
  mayWrite(): boolean;
  words(): Text['board'];
}

/**
 * The notes that a pasted text makes: one a line, without its bullet. None of it is lost, and none is longer than a note
 * may be. Within a line nothing is split: whoever pastes is not asked, and «10. trinn» is no list.
 */
export function pastedNotes(text: string): string[] {
  const lines = cleanText(text)
    .split(/\n+/)
    .map((line) => line.replace(BULLET, '').trim())
    .filter((line) => !isBlank(line));
  const listed = lines.length > 1 && lines.every((line, at) => NUMBER.exec(line)?.[1] === String(at + 1));
  return lines.map((line) => (listed ? line.replace(NUMBER, '') : line)).flatMap(fitted);
}

const BULLET = /^\s*(?:[-–—•·▪◦*]\s+)+/u;
const NUMBER = /^(\d{1,3})[.)]\s+/u;

/** A point that is too long for a note, broken at the end of a sentence, else between words. */
function fitted(point: string): string[] {
  const parts: string[] = [];
  let rest = point;
  while (rest.length > NOTE_MAX) {
    const room = rest.slice(0, NOTE_MAX + 1);
    const sentence = /^[\s\S]*[.!?;](?=\s)/u.exec(room)?.[0].length ?? 0;
    const word = /^[\s\S]*(?=\s)/u.exec(room)?.[0].length ?? 0;
    const at = sentence > NOTE_MAX / 3 ? sentence : word || wholeLetters(rest, NOTE_MAX);
    parts.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  return [...parts, rest].filter((part) => !isBlank(part));
}

/** Not within a letter: between the halves of one, before its accents, or among the people of a family. */
function wholeLetters(text: string, at: number): number {
  // Older browsers have none.
  const start =
    typeof Intl.Segmenter === 'function' && new Intl.Segmenter().segment(text).containing(at)?.index;
  if (start) return start;
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xd800 && unit <= 0xdbff ? at - 1 : at;
}

/** Listens for text pasted while the board, and no field, has the focus. @returns what stops it */
export function listenToPaste(context: PasteContext): () => void {
  const { surface, actions, store, mayWrite, words } = context;
  const gone = new AbortController();
  const options = { signal: gone.signal };
  let pointer: Point | null = null;
  const forget = () => {
    pointer = null;
  };
  surface.element.addEventListener(
    'pointermove',
    (event) => {
      const { left, top } = surface.element.getBoundingClientRect();
      // A finger that was lifted points at nothing.
      pointer = event.pointerType === 'mouse' ? { x: event.clientX - left, y: event.clientY - top } : null;
    },
    options,
  );
  surface.element.addEventListener('pointerleave', forget, options);
  document.addEventListener(
    'paste',
    (event) => {
      const { target } = event;
      const ours = target === document.body || (target instanceof Node && surface.element.contains(target));
      const { size, insets, camera } = surface.viewport;
      // The board is not there to paste on while its list is shown.
      const hidden = getComputedStyle(surface.element).visibility === 'hidden';
      if (!ours || hidden || !mayWrite() || store.getState().editing) return;
      const texts = pastedNotes(event.clipboardData?.getData('text/plain') ?? '');
      if (texts.length === 0) return;
      event.preventDefault();
      const middle = {
        x: (insets.left + size.w - insets.right) / 2,
        y: (insets.top + size.h - insets.bottom) / 2,
      };
      const at = toWorld(camera, pointer ?? middle);
      if (texts.length > PASTE_MAX) {
        actions.warn(words().paste.tooMany(texts.length, PASTE_MAX));
      } else if (texts.length > PASTE_ASKS) {
        store.setState({ pasting: { texts, at }, chosen: null });
        announce(words().paste.ask(texts.length));
      } else {
        hangPasted(context, texts, at);
      }
    },
    options,
  );
  return () => gone.abort();
}

/** Hangs them about a point, and shows them. */
export function hangPasted(
  { surface, actions }: Pick<PasteContext, 'surface' | 'actions'>,
  texts: readonly string[],
  at: Point,
): void {
  const boxes = actions.writeMany(texts, at).map(([x, y]) => noteBox({ x, y }));
  const [first] = boxes;
  const last = boxes.at(-1);
  if (!first || !last) return;
  const right = Math.max(...boxes.map(({ x, w }) => x + w));
  surface.viewport.reveal({ x: first.x, y: first.y, w: right - first.x, h: last.y + last.h - first.y });
}
