/** Where a caret stands after somebody else has written in the same text. Pure. */

/** A change of a text, as Yjs tells it. */
export type Delta = readonly { retain?: number; insert?: unknown; delete?: number }[];

/** A caret at the very place of an insertion stays before it: one writes on where one was. */
export function caretAfter(caret: number, delta: Delta): number {
  let at = 0;
  let moved = caret;
  for (const { retain, insert, delete: gone } of delta) {
    if (retain !== undefined) at += retain;
    else if (typeof insert === 'string') {
      if (at < moved) moved += insert.length;
      at += insert.length;
    } else if (gone !== undefined && at < moved) moved -= Math.min(gone, moved - at);
    if (at >= moved) break;
  }
  return moved;
}

/** The change from one text to another as a delta of one place. */
export function deltaOf(before: string, after: string): Delta {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return [
    { retain: head },
    { delete: before.length - head - tail },
    { insert: after.slice(head, after.length - tail) },
  ];
}
