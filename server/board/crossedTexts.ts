/**
 * Texts in which a letter's right neighbour stands left of its left one. Y.UndoManager makes such when it brings a text
 * back together with its note, so they are no offence; but Yjs then puts the letters here or there by what else came in
 * the same update, and a screen that saw it happen shows another text than one that joins later. So the server writes
 * such a text anew, as it stands here, and all have the same again. (Our own client's undo writes old values back, and
 * makes none.)
 */

import type * as Y from 'yjs';

/** Whether some of its letters' neighbours stand in the wrong order. */
export function isCrossed(text: Y.Text): boolean {
  const spans = new Map<number, { clock: number; end: number; place: number }[]>();
  let place = 0;
  for (let item = text._start; item !== null; item = item.right, place++) {
    const { client, clock } = item.id;
    const span = { clock, end: clock + item.length, place };
    const of = spans.get(client);
    if (of) of.push(span);
    else spans.set(client, [span]);
  }
  /** Which piece a letter is in, and where in it. */
  const find = ({ client, clock }: Y.ID) => {
    const span = spans.get(client)?.find((one) => one.clock <= clock && clock < one.end);
    return span && { place: span.place, offset: clock - span.clock };
  };
  for (let item = text._start; item !== null; item = item.right) {
    const left = item.origin && find(item.origin);
    const right = item.rightOrigin && find(item.rightOrigin);
    if (!left || !right) continue;
    if (left.place > right.place || (left.place === right.place && left.offset >= right.offset)) return true;
  }
  return false;
}

/** Writes the text anew, in one piece. Done within a transaction of the server's own. */
export function writeAnew(text: Y.Text): void {
  const words = text.toString();
  text.delete(0, text.length);
  if (words !== '') text.insert(0, words);
}
