/** Stations' notes as the thread keeps them between questions, told by `SentLists` what has changed since. */

import type { NoteId, StationId } from '../../shared/domain/ids.ts';
import { AlikeIndex } from './duplicates.ts';
import type { ListChange } from './SentLists.ts';

interface Kept {
  version: number;
  texts: Map<NoteId, string>;
  /** Made when it is asked for; a writer asks many times while a station hardly changes. */
  index: AlikeIndex | null;
}

/** Of so many stations the notes are kept ready for comparing, which takes many times their own room. */
const INDEXES_MOST = 4;

export class KeptLists {
  readonly #lists = new Map<StationId, Kept>();

  /** Takes a change in. @returns the station's notes, ready to be compared @throws where it builds on another version */
  index(change: ListChange): AlikeIndex {
    const list = this.#changed(change);
    list.index ??= new AlikeIndex([...list.texts].map(([id, text]) => ({ id, text })));
    // Last asked about, last in line to be let go.
    this.#lists.delete(change.station);
    this.#lists.set(change.station, list);
    const made = [...this.#lists.values()].filter(({ index }) => index !== null);
    for (const old of made.slice(0, -INDEXES_MOST)) old.index = null;
    return list.index;
  }

  #changed({ station, since, version, set, gone, forget }: ListChange): Kept {
    if (forget) this.#lists.delete(forget);
    const before = since === null ? undefined : this.#lists.get(station);
    if (since !== null && before?.version !== since) throw new Error('the list is of another version');
    const list = before ?? { version, texts: new Map(), index: null };
    if (version === since) return list;
    for (const id of gone) list.texts.delete(id);
    for (const { id, text } of set) list.texts.set(id, text);
    list.version = version;
    list.index = null;
    this.#lists.set(station, list);
    return list;
  }
}
