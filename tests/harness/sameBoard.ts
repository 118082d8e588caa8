/** Whether two documents show the same board. */

import { isDeepStrictEqual } from 'node:util';
import type * as Y from 'yjs';
import { readClusters, readNotes } from '../../shared/board/boardDoc.ts';

export function sameBoard(a: Y.Doc, b: Y.Doc): boolean {
  const shown = (doc: Y.Doc) =>
    [readNotes(doc), readClusters(doc)].map((all) => all.sort((one, two) => (one.id < two.id ? -1 : 1)));
  return isDeepStrictEqual(shown(a), shown(b));
}
