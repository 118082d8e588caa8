/** What others have done on a board, gathered for those who listen: told every few seconds, never one by one. */

import type * as Y from 'yjs';
import { clustersOf, notesOf } from '../../../shared/board/boardDoc.ts';
import type { ClusterId, NoteId } from '../../../shared/domain/ids.ts';
import type { BoardModel, Flushed } from './BoardModel.ts';

export interface NewsCount {
  notes: number;
  groups: number;
  gone: number;
}

/** From the first piece of news until it is told, with all that came meanwhile. */
export const GATHER_MS = 5_000;

export class News {
  #tell: (count: NewsCount) => void;
  #isOwn: (note: NoteId) => boolean;
  /** Notes and clusters that were changed at this screen since the last flush. */
  #own = new Set<string>();
  #came = new Set<string>();
  #gone = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unwatch: () => void = () => {};

  /** @param isOwn whether a note is this person's, though it came from the server: written on a phone, or unsigned */
  constructor(tell: (count: NewsCount) => void, isOwn: (note: NoteId) => boolean) {
    this.#tell = tell;
    this.#isOwn = isOwn;
  }

  /** Learns from this document which deeds are one's own. */
  watch(doc: Y.Doc): void {
    this.#unwatch();
    const collect = ({ keysChanged }: Y.YMapEvent<unknown>, { local }: Y.Transaction) => {
      if (local) for (const key of keysChanged) this.#own.add(key as string);
    };
    const roots = [notesOf(doc), clustersOf(doc)] as Y.Map<unknown>[];
    for (const root of roots) root.observe(collect);
    this.#unwatch = () => {
      for (const root of roots) root.unobserve(collect);
    };
  }

  /** Takes in what a flush changed. */
  flushed({ notes, clusters }: Flushed, { view }: BoardModel): void {
    for (const [id, before] of notes) {
      const after = view.notes.has(id);
      if (Boolean(before) !== after && !this.#own.has(id) && !this.#isOwn(id)) this.#note(id, after);
    }
    for (const [id, before] of clusters) {
      if (!before && view.clusters.has(id as ClusterId) && !this.#own.has(id)) this.#note(id, true);
    }
    this.#own.clear();
    if (this.#came.size + this.#gone.size === 0) return;
    this.#timer ??= setTimeout(() => this.#say(), GATHER_MS);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#unwatch();
    this.#unwatch = () => {};
  }

  #note(id: string, came: boolean): void {
    const [to, from] = came ? [this.#came, this.#gone] : [this.#gone, this.#came];
    // What came and went again meanwhile was never there for who listens.
    if (!from.delete(id)) to.add(id);
  }

  #say(): void {
    this.#timer = undefined;
    const came = [...this.#came];
    const count: NewsCount = {
      notes: came.filter((id) => id.startsWith('n_')).length,
      groups: came.filter((id) => id.startsWith('c_')).length,
      gone: [...this.#gone].filter((id) => id.startsWith('n_')).length,
    };
    this.#came.clear();
    this.#gone.clear();
    if (count.notes + count.groups + count.gone > 0) this.#tell(count);
  }
}
