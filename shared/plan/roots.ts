/** The roots of both kinds of document, a station's board and the hall's plan, where it does not matter which it is. */

import type * as Y from 'yjs';
import type { ROOT_NAMES } from '../board/boardDoc.ts';
import type { PlanRoot } from './planDoc.ts';

export type RootName = (typeof ROOT_NAMES)[number] | PlanRoot;

/** A root by its name, whatever its entries are. */
export const rootNamed = (doc: Y.Doc, name: RootName): Y.Map<unknown> => doc.getMap(name);
