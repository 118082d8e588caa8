/** Whether two documents show the same board. */

import { isDeepStrictEqual } from 'node:util';
import type * as Y from 'yjs';
import { readClusters, readNotes, textOf } from '../../shared/board/boardDoc.ts';

/**
 * Notes in whose text a letter's right neighbour stands left of its left one. Y.UndoManager makes such when it brings
 * back a text together with its note; where Yjs then puts them depends on what came in which update. (Our own undo
 * writes old values back, and makes none.)
 */
export function crossedBy(doc: Y.Doc): Set<string> {
  const crossed = new Set<string>();
  for (const { id } of readNotes(doc)) {
    const seen = new Map<string, number>();
    let place = 0;
    for (let item = textOf(doc, id)!._start; item; item = item.right) {
      for (let offset = 0; offset < item.length; offset++)
        seen.set(`${item.id.client} ${item.id.clock + offset}`, place++);
    }
    const at = (one: Y.ID | null) => (one ? seen.get(`${one.client} ${one.clock}`) : undefined);
    for (let item = textOf(doc, id)!._start; item; item = item.right) {
      if ((at(item.origin) ?? -1) >= (at(item.rightOrigin) ?? Number.POSITIVE_INFINITY)) crossed.add(id);
    }
  }
  return crossed;
}

/** What two boards show, those notes left out. */
export function sameBut(a: Y.Doc, b: Y.Doc, crossed: ReadonlySet<string>): boolean {
  const shown = (doc: Y.Doc) => [
    readNotes(doc)
      .filter(({ id }) => !crossed.has(id))
      .sort((one, two) => (one.id < two.id ? -1 : 1)),
    readClusters(doc).sort((one, two) => (one.id < two.id ? -1 : 1)),
  ];
  return isDeepStrictEqual(shown(a), shown(b));
}
