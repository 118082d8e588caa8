/**
 * The board as plain data, kept in step with its document. Document events only collect ids (a listener that throws
 * would silence the document for good); the reading is done once a frame, and only of what changed.
 */

import type * as Y from 'yjs';
import {
  type BoardMeta,
  type ClusterView,
  clustersOf,
  metaOf,
  type NoteView,
  notesOf,
  readCluster,
  readMeta,
  readNote,
} from '../../../shared/board/boardDoc.ts';
import {
  type BoardView,
  type Box,
  boundsOf,
  clusterBox,
  followMerges,
  type PlacedCluster,
  type PlacedNote,
  viewBoard,
} from '../../../shared/board/boardView.ts';
import type { ClusterId, NoteId } from '../../../shared/domain/ids.ts';
import { noteBox, Spatial } from '../surface/spatial.ts';

/** What a flush changed: notes and clusters that are new, gone or different, each with how it hung before. */
export interface Flushed {
  notes: Map<NoteId, PlacedNote | undefined>;
  clusters: Map<ClusterId, PlacedCluster | undefined>;
  meta: boolean;
}

type YEvents = { path: (string | number)[]; changes: { keys: Map<string, unknown> } }[];

export class BoardModel {
  readonly notes = new Map<NoteId, NoteView>();
  readonly clusters = new Map<ClusterId, ClusterView>();
  /** Everything as it hangs; the same maps for good, changed by `flush`. */
  readonly view: BoardView = { notes: new Map(), clusters: new Map() };
  readonly spatial = new Spatial();
  meta: BoardMeta | null = null;

  #folded: ReadonlySet<ClusterId> = new Set();
  #onDirty: () => void;
  #dirtyNotes = new Set<NoteId>();
  #dirtyClusters = new Set<ClusterId>();
  #dirtyMeta = false;
  #unbind: () => void = () => {};
  #bounds: Box | null | undefined;

  constructor(onDirty: () => void) {
    this.#onDirty = onDirty;
  }

  /** Follows this document from now on, in place of the one before. */
  bind(doc: Y.Doc): void {
    this.#unbind();
    const notes = notesOf(doc);
    const clusters = clustersOf(doc);
    const meta = metaOf(doc);
    const onNotes = (events: unknown) => this.#collect(events as YEvents, this.#dirtyNotes);
    const onClusters = (events: unknown) => this.#collect(events as YEvents, this.#dirtyClusters);
    const onMeta = () => {
      this.#dirtyMeta = true;
      this.#onDirty();
    };
    notes.observeDeep(onNotes);
    clusters.observeDeep(onClusters);
    meta.observeDeep(onMeta);
    this.#unbind = () => {
      notes.unobserveDeep(onNotes);
      clusters.unobserveDeep(onClusters);
      meta.unobserveDeep(onMeta);
    };
    // What the former document had and this one lacks must be seen to be gone.
    for (const id of [...this.notes.keys(), ...(notes.keys() as Iterable<NoteId>)]) this.#dirtyNotes.add(id);
    for (const id of [...this.clusters.keys(), ...(clusters.keys() as Iterable<ClusterId>)]) {
      this.#dirtyClusters.add(id);
    }
    this.#read = (id) => readNote(id, notes.get(id));
    this.#readCluster = (id) => readCluster(id, clusters.get(id));
    this.#readMeta = () => readMeta(doc);
    onMeta();
  }

  unbind(): void {
    this.#unbind();
    this.#unbind = () => {};
  }

  get isDirty(): boolean {
    return this.#dirtyMeta || this.#dirtyNotes.size > 0 || this.#dirtyClusters.size > 0;
  }

  /** The box around everything that hangs, or null on an empty board. */
  get bounds(): Box | null {
    if (this.#bounds === undefined) this.#bounds = boundsOf(this.view);
    return this.#bounds;
  }

  /** Clusters that this screen shows folded. */
  get folded(): ReadonlySet<ClusterId> {
    return this.#folded;
  }

  /** Shows these clusters folded, and all others open, from the next flush on. */
  fold(folded: ReadonlySet<ClusterId>): void {
    for (const id of new Set([...folded, ...this.#folded])) {
      if (folded.has(id) !== this.#folded.has(id)) this.#dirtyClusters.add(id);
    }
    this.#folded = new Set(folded);
    if (this.isDirty) this.#onDirty();
  }

  /** What touches a box. */
  near(box: Box): { notes: PlacedNote[]; clusters: PlacedCluster[] } {
    return {
      notes: this.spatial.notes.within(box).map((id) => this.view.notes.get(id)!),
      clusters: this.spatial.clusters.within(box).map((id) => this.view.clusters.get(id)!),
    };
  }

  /** Takes in what the document changed since the last time. */
  flush(): Flushed {
    const flushed: Flushed = { notes: new Map(), clusters: new Map(), meta: this.#dirtyMeta };
    if (this.#dirtyMeta) this.meta = this.#readMeta();
    this.#dirtyMeta = false;
    if (this.#dirtyNotes.size === 0 && this.#dirtyClusters.size === 0) return flushed;
    this.#bounds = undefined;

    const ends = new Set<ClusterId>();
    const merged = this.#readClusters(ends);
    const loose = this.#readNotes(ends);
    if (merged) this.#viewAll(flushed);
    else this.#viewSome(loose, ends, flushed);
    this.#dirtyNotes.clear();
    this.#dirtyClusters.clear();
    return flushed;
  }

  #read: (id: NoteId) => NoteView | null = () => null;
  #readCluster: (id: ClusterId) => ClusterView | null = () => null;
  #readMeta: () => BoardMeta | null = () => null;

  #collect(events: YEvents, dirty: Set<string>): void {
    for (const { path, changes } of events) {
      if (path.length > 0) dirty.add(String(path[0]));
      else for (const key of changes.keys.keys()) dirty.add(key);
    }
    this.#onDirty();
  }

  /** @returns whether merges changed, so that any note may now hang in another cluster than before */
  #readClusters(ends: Set<ClusterId>): boolean {
    let merged = false;
    for (const id of this.#dirtyClusters) {
      const before = this.clusters.get(id);
      const after = this.#readCluster(id);
      if (after) this.clusters.set(id, after);
      else this.clusters.delete(id);
      // A cluster that appears or goes may be one that notes or merges already point to.
      if (!before || !after || before.into !== after.into) merged = true;
      ends.add(id);
    }
    return merged;
  }

  /** @returns the changed notes; adds to `ends` the clusters they left or joined */
  #readNotes(ends: Set<ClusterId>): Set<NoteId> {
    const changed = new Set<NoteId>();
    for (const id of this.#dirtyNotes) {
      const note = this.#read(id);
      const left = this.view.notes.get(id)?.cluster;
      if (left) ends.add(left);
      if (note) this.notes.set(id, note);
      else this.notes.delete(id);
      const joined = note?.cluster ? followMerges(this.clusters, note.cluster) : null;
      if (joined) ends.add(joined);
      changed.add(id);
    }
    return changed;
  }

  /** Lays out anew only the changed notes and the clusters whose members or place changed. */
  #viewSome(loose: Set<NoteId>, ends: Set<ClusterId>, flushed: Flushed): void {
    const ids = new Set(loose);
    for (const end of ends) for (const id of this.view.clusters.get(end)?.members ?? []) ids.add(id);
    const some: NoteView[] = [];
    for (const id of ids) {
      const note = this.notes.get(id);
      if (note) some.push(note);
    }
    const part = viewBoard(some, this.clusters.values(), this.#folded);
    for (const id of ids) this.#putNote(id, part.notes.get(id), flushed);
    for (const end of ends) this.#putCluster(end, part.clusters.get(end), flushed);
  }

  #viewAll(flushed: Flushed): void {
    const whole = viewBoard(this.notes.values(), this.clusters.values(), this.#folded);
    const empty = this.spatial.notes.size === 0 && this.spatial.clusters.size === 0;
    if (empty) {
      const seen = [...whole.notes].filter(([, { folded }]) => !folded);
      this.spatial.notes.load(seen.map(([id, placed]) => [id, noteBox(placed)]));
      this.spatial.clusters.load(whole.clusters);
    }
    for (const id of new Set([...this.view.notes.keys(), ...whole.notes.keys()])) {
      this.#putNote(id, whole.notes.get(id), flushed);
    }
    for (const id of new Set([...this.view.clusters.keys(), ...whole.clusters.keys()])) {
      this.#putCluster(id, whole.clusters.get(id), flushed);
    }
  }

  #putNote(id: NoteId, after: PlacedNote | undefined, flushed: Flushed): void {
    const before = this.view.notes.get(id);
    if (after) this.view.notes.set(id, after);
    if (after && before && sameNote(before, after)) return;
    flushed.notes.set(id, before);
    if (!after) this.view.notes.delete(id);
    if (after && !after.folded) this.spatial.notes.put(id, noteBox(after));
    else this.spatial.notes.remove(id);
  }

  #putCluster(id: ClusterId, after: PlacedCluster | undefined, flushed: Flushed): void {
    const before = this.view.clusters.get(id);
    if (!before && !after) return;
    if (after && before && sameCluster(before, after)) return;
    flushed.clusters.set(id, before);
    if (after) {
      this.view.clusters.set(id, after);
      this.spatial.clusters.put(id, after);
      this.spatial.ground.put(id, clusterBox([after.x, after.y], after.members.length));
    } else {
      this.view.clusters.delete(id);
      this.spatial.clusters.remove(id);
      this.spatial.ground.remove(id);
    }
  }
}

function sameNote(a: PlacedNote, b: PlacedNote): boolean {
  return (
    a.x === b.x &&
    a.y === b.y &&
    a.cluster === b.cluster &&
    a.folded === b.folded &&
    a.note.text === b.note.text &&
    a.note.round === b.note.round &&
    a.note.level === b.note.level &&
    a.note.slot?.join() === b.note.slot?.join()
  );
}

function sameCluster(a: PlacedCluster, b: PlacedCluster): boolean {
  return (
    a.x === b.x &&
    a.y === b.y &&
    a.w === b.w &&
    a.h === b.h &&
    a.title === b.title &&
    a.folded === b.folded &&
    a.members.length === b.members.length &&
    a.members.every((id, index) => id === b.members[index])
  );
}
