/** What one says of a place in a document: which root, whose entry, which field. `places.ts` finds it. */

import type * as Y from 'yjs';
import type { RootName } from '../../../shared/plan/roots.ts';

/** Roots whose entries people make: maps of fields under ids. All other roots are the server's own. */
export type PartName = 'notes' | 'clusters' | 'points' | 'measures';

/** What holds items: a root, an entry's fields, a text in one of these. `nowhere`: it is deleted, or never was. */
export type Container =
  | { in: 'root'; root: RootName }
  | { in: 'fields'; of: PartName; id: string }
  | { in: 'text'; of: PartName; id: string; field: string }
  | { in: 'nowhere' };

export type FieldsContainer = Extract<Container, { in: 'fields' }>;
export type TextContainer = Extract<Container, { in: 'text' }>;

/** A type of the document. */
export type Holder = Y.AbstractType<unknown> | Y.Map<unknown>;

/** Where one item is: its container, and its key where that is a map. */
export interface Place {
  container: Container;
  key: string | null;
  /** The type of the document that holds it; null where the update brings that itself. */
  within: Holder | null;
}
