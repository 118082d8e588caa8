/**
 * The shape of a document as the gate needs it: which roots it has, what stands under their keys, and which of that
 * is text. There are two, each with its rules (`rules.ts`): a station's board (`boardShape`), the hall's plan (`planShape`).
 */

import type * as Y from 'yjs';
import type { Action } from '../../../shared/domain/permission.ts';
import type { RootName } from '../../../shared/plan/roots.ts';

/** Whether a plain value may stand in a field. */
export type Check = (value: unknown) => boolean;

/** What one part's entries may be. */
export interface PartShape {
  id: RegExp;
  /** Fields that hold plain values. */
  values: ReadonlyMap<string, Check>;
  /** Fields that hold a Y.Text, and how long it may become. */
  texts: ReadonlyMap<string, number>;
  /** Plain fields that people write in: what is wrong with a string there is its length. */
  lines: ReadonlySet<string>;
  /** Fields that people empty. */
  mayLack: ReadonlySet<string>;
}

export interface DocShape {
  name: 'board' | 'plan';
  roots: readonly RootName[];
  parts: Readonly<Partial<Record<RootName, PartShape>>>;
  /** Roots whose entries are taken away whole: what is deleted within them goes with them, and is not judged by itself. */
  wholes: ReadonlySet<RootName>;
  /** What its entries are called where one is refused. */
  things: string;
  /** Who may write in it at all. */
  write: Action;
  /** A text's name, by which it is found again. */
  nameText(id: string, field: string): string;
  textNamed(doc: Y.Doc, name: string): Y.Text | null;
}
