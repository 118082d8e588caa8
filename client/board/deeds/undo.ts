/** A person's own way back. Steps are lists of changes, so they outlive a document that had to be thrown away. */

import type * as Y from 'yjs';
import { type Change, revert, stillStands } from '../../../shared/board/boardOps.ts';
import { notOvertaken } from '../../../shared/board/overtaken.ts';

/** What an undo or redo came to. `changed`: somebody else has since changed some of it, and that was left as it is. */
export type UndoOutcome = 'done' | 'changed' | 'nothing';

const DEEPEST = 200;

export class UndoStack {
  #done: Change[][] = [];
  #undone: Change[][] = [];
  #tell: () => void;

  constructor(tell: () => void = () => {}) {
    this.#tell = tell;
  }

  get canUndo(): boolean {
    return this.#done.length > 0;
  }

  get canRedo(): boolean {
    return this.#undone.length > 0;
  }

  /** The newest step, for telling whether another has come after it. */
  get last(): unknown {
    return this.#done.at(-1);
  }

  /** Notes a step. One that changed nothing is none. */
  did(changes: Change[]): void {
    if (changes.length === 0) return;
    this.#done.push(changes);
    if (this.#done.length > DEEPEST) this.#done.shift();
    this.#undone = [];
    this.#tell();
  }

  undo(doc: Y.Doc): UndoOutcome {
    return this.#step(doc, this.#done, this.#undone);
  }

  redo(doc: Y.Doc): UndoOutcome {
    return this.#step(doc, this.#undone, this.#done);
  }

  /**
   * A fresh document has taken the old one's place: forgets the newest steps of which nothing stands in it, since the
   * server would not have them. To undo those later would look as if somebody else had changed them.
   */
  dropLost(doc: Y.Doc): void {
    for (const steps of [this.#done, this.#undone]) {
      while (steps.length > 0 && !steps.at(-1)!.some((change) => stillStands(doc, change))) steps.pop();
    }
    this.#tell();
  }

  #step(doc: Y.Doc, from: Change[][], to: Change[][]): UndoOutcome {
    const changes = from.pop();
    if (!changes) return 'nothing';
    const standing = notOvertaken(doc, changes);
    const reverted = revert(doc, standing);
    // The groups that were made go along: undone anew, they are looked at anew.
    const made = standing.filter(({ kind }) => kind === 'clustered');
    if (reverted.changes.length > 0) to.push([...made, ...reverted.changes]);
    this.#tell();
    return standing.length < changes.length ? 'changed' : reverted.outcome;
  }
}
