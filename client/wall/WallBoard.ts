/**
 * What a wall knows of a station's board: its groups and notes as plain data, told anew when they changed, and what
 * people hold just now. It draws nothing.
 */

import type * as Y from 'yjs';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { NOTE_SIZE } from '../../shared/board/boardView.ts';
import type { ClusterId, NoteId } from '../../shared/domain/ids.ts';
import type { HeldMove } from '../../shared/protocol/boardFrames.ts';
import { BoardModel } from '../board/model/BoardModel.ts';
import { FrameLoop } from '../board/surface/frameLoop.ts';
import { RemoteMotion } from '../board/surface/motion.ts';
import type { WallGroup, WallNote, WallThings } from './wallLayout.ts';

export interface WallContents extends WallThings {
  notes: number;
  /** Notes that are in groups. */
  grouped: number;
}

/** How far from its place a note is held, in parts of a note; null once it is let go. */
export type HeldListener = (note: NoteId, away: { x: number; y: number } | null) => void;

/** What changes is told no oftener: a room that writes all at once must not lay the wall out for each note. */
const TELL_MS = 120;
const NOTHING: WallContents = { groups: [], loose: [], notes: 0, grouped: 0 };

export class WallBoard {
  readonly contents: StoreApi<WallContents> = createStore(() => NOTHING);
  readonly onHeld = new Set<HeldListener>();
  /** Notes that came while the wall hung and have not been shown yet. */
  readonly fresh = new Set<string>();
  #model = new BoardModel(() => this.#plan());
  #remote = new RemoteMotion();
  #loop = new FrameLoop();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #told = -Infinity;
  #begun = false;

  constructor() {
    this.#loop.add((now) => this.#frame(now));
  }

  bind(doc: Y.Doc): void {
    this.letGo();
    this.#model.bind(doc);
  }

  takeMoves(moves: readonly HeldMove[]): void {
    this.#remote.take(moves, performance.now(), (id) => this.#restOf(id));
    this.#loop.request();
  }

  /** Lets go of what others held: the connection that told of it is gone. */
  letGo(): void {
    for (const id of this.#remote.clear()) this.#tellHeld(id, null);
  }

  close(): void {
    clearTimeout(this.#timer);
    clearTimeout(this.#silence);
    this.#loop.stop();
    this.#model.unbind();
  }

  #plan(): void {
    if (this.#timer !== undefined) return;
    const wait = Math.max(0, TELL_MS - (performance.now() - this.#told));
    this.#timer = setTimeout(() => this.#tell(), wait);
  }

  #tell(): void {
    this.#timer = undefined;
    this.#told = performance.now();
    const { notes } = this.#model.flush();
    for (const [id, before] of notes) {
      const after = this.#model.view.notes.get(id);
      if (!after) {
        this.#remote.forget(id);
        this.fresh.delete(id);
      } else if (!before && this.#begun) {
        this.fresh.add(id);
      } else {
        this.#remote.committed(id);
      }
    }
    // An empty document comes before the board itself: what hangs there from the start is not news.
    this.#begun ||= this.#model.view.notes.size > 0;
    this.#loop.request();
    this.contents.setState(contentsOf(this.#model), true);
  }

  #frame(now: number): boolean {
    this.#remote.snaps = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#remote.frame(
      now,
      (id, at) => {
        const rest = this.#restOf(id);
        if (rest) this.#tellHeld(id, { x: (at.x - rest.x) / NOTE_SIZE, y: (at.y - rest.y) / NOTE_SIZE });
      },
      (id) => this.#tellHeld(id, null),
    );
    clearTimeout(this.#silence);
    // Somebody who holds a thing still is silent; a later frame must see whether they are gone.
    if (this.#remote.size > 0) this.#silence = setTimeout(() => this.#loop.request(), 1_000);
    return this.#remote.isMoving(now);
  }

  #tellHeld(id: string, away: { x: number; y: number } | null): void {
    const members = this.#model.view.clusters.get(id as ClusterId)?.members ?? [id as NoteId];
    for (const listener of this.onHeld) for (const note of members) listener(note, away);
  }

  #restOf(id: string) {
    const { notes, clusters } = this.#model.view;
    return notes.get(id as NoteId) ?? clusters.get(id as ClusterId) ?? null;
  }
}

/** The contents with the notes of one round alone. */
export function ofRound(contents: WallContents, round: number | null): WallContents {
  if (round === null) return contents;
  const groups = contents.groups.flatMap((group) => {
    const notes = group.notes.filter((note) => note.round === round);
    return notes.length > 0 ? [{ ...group, notes }] : [];
  });
  const loose = contents.loose.filter((note) => note.round === round);
  const grouped = groups.reduce((sum, { notes }) => sum + notes.length, 0);
  return { groups, loose, grouped, notes: grouped + loose.length };
}

function contentsOf({ view }: BoardModel): WallContents {
  const loose: WallNote[] = [];
  for (const { note, cluster } of view.notes.values()) if (!cluster) loose.push(note);
  const groups: WallGroup[] = [...view.clusters.values()].map(({ id, title, members }) => ({
    id,
    title,
    notes: members.map((member) => view.notes.get(member)!.note),
  }));
  const begun = ({ notes }: WallGroup) => Math.min(...notes.map(({ at }) => at));
  groups.sort((a, b) => begun(a) - begun(b) || (a.id < b.id ? -1 : 1));
  loose.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return { groups, loose, notes: view.notes.size, grouped: view.notes.size - loose.length };
}
