/** What an update does to a document, as the gate finds it, for a judge who knows the document's rules. */

import type { NoteId } from '../../../shared/domain/ids.ts';
import type { RootName } from '../../../shared/plan/roots.ts';
import type { PartName } from './place.ts';
import type { Struct } from './readUpdate.ts';

/** Judges one update's deeds, in the order in which they are found; each throws a `Refusal` where it may not be. */
export interface Deeds {
  /** Ids that this update uses first, to be recorded as its sender's. */
  readonly created: ReadonlySet<NoteId>;
  /** Letters of a text are written or deleted. */
  edit(part: PartName, id: string, field: string): void;
  /** A field is written by this struct. */
  write(part: PartName, id: string, field: string, struct: Struct): void;
  /** What stands in a field is deleted, and its entry not. */
  empty(part: PartName, id: string, field: string): void;
  /** Something is put at a root's key; what lives there goes. */
  put(root: RootName, key: string, struct: Struct): void;
  /** What lives at a root's key is deleted. */
  remove(root: RootName, key: string): void;
  /** All has been found: what only shows now, and amounts. */
  settle(): void;
  /** Whether a field may be emptied; throws nothing. */
  mayEmpty(part: PartName, id: string, field: string): boolean;
}
