/**
 * One station as the demo's people see it together. They are in one room: nobody grabs what another holds, or puts
 * something where another is about to.
 */

import type { BoardView, Box } from '../../shared/board/boardView.ts';
import type { ClusterId, NoteId, StationId } from '../../shared/domain/ids.ts';
import { DEMO_NOTES, type DemoStation } from './notes.ts';
import { boxesOf, type ThingId } from './places.ts';

export class Floor {
  readonly id: StationId;
  readonly slug: DemoStation;
  readonly #groups = new Map<string, string>();
  readonly #held = new Set<ThingId>();
  readonly #reserved = new Set<Box>();

  constructor(id: StationId, slug: DemoStation) {
    this.id = id;
    this.slug = slug;
    for (const { station, text, group } of DEMO_NOTES) {
      if (station === slug && group) this.#groups.set(text, group);
    }
  }

  /** The group key of a free note or of a whole cluster (that of its first note that has one). */
  groupOf(view: BoardView, id: ThingId): string | undefined {
    const members = view.clusters.get(id as ClusterId)?.members ?? [id as NoteId];
    for (const member of members) {
      const group = this.#groups.get(view.notes.get(member)?.note.text ?? '');
      if (group) return group;
    }
    return undefined;
  }

  isHeld(id: ThingId): boolean {
    return this.#held.has(id);
  }

  /** Boxes where nothing more fits: what hangs, and what others are on the way to. Without these things. */
  taken(view: BoardView, without: readonly ThingId[] = []): Box[] {
    return [...boxesOf(view, new Set(without)), ...this.#reserved];
  }

  /** Does the work with these things in hand. False, and nothing done, where somebody else holds one of them. */
  async holding(ids: readonly ThingId[], work: () => Promise<void>): Promise<boolean> {
    if (ids.some((id) => this.#held.has(id))) return false;
    for (const id of ids) this.#held.add(id);
    try {
      await work();
    } finally {
      for (const id of ids) this.#held.delete(id);
    }
    return true;
  }

  /** Keeps a place free while the work goes on. */
  async reserving<T>(box: Box, work: () => Promise<T>): Promise<T> {
    this.#reserved.add(box);
    try {
      return await work();
    } finally {
      this.#reserved.delete(box);
    }
  }
}
