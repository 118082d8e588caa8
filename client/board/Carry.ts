/**
 * What this person holds, by pointer or by keyboard: drawn where it is carried, shown to the others on its way, with
 * the thing it would be grouped with lit up. Nothing is written before the drop.
 */

import { type Box, NOTE_SIZE } from '../../shared/board/boardView.ts';
import type { ClusterId, NoteId } from '../../shared/domain/ids.ts';
import type { BoardSurface } from './BoardSurface.ts';
import { type Point, toScreen } from './camera.ts';
import {
  type Drop,
  type DropTarget,
  findTarget,
  type Held,
  type HeldNote,
  NO_HOVER,
  outcome,
  sameTarget,
} from './dropTarget.ts';
import type { OwnMotion } from './motion.ts';
import { make } from './NoteLayer.ts';
import css from './surface.module.css';

/** What to lift. The first note is the one that was gripped. */
export type Load = { notes: readonly NoteId[] } | { cluster: ClusterId };

interface Carried {
  held: Held;
  /** From the place of each thing to the hand. */
  grips: Map<string, Point>;
  target: DropTarget | null;
  hover: typeof NO_HOVER;
  moved: boolean;
}

/** Less than this, in world units, is a hand that shook and no move. */
const SHAKE = 3;

export class Carry {
  #surface: BoardSurface;
  #motion: OwnMotion;
  #words: () => { group: string; join: string; merge: string };
  #carried: Carried | null = null;
  #hint = make('div', css.hint!);

  constructor(
    surface: BoardSurface,
    motion: OwnMotion,
    words: () => { group: string; join: string; merge: string },
  ) {
    this.#surface = surface;
    this.#motion = motion;
    this.#words = words;
    this.#hint.hidden = true;
    surface.viewport.over.append(this.#hint);
  }

  get isActive(): boolean {
    return this.#carried !== null;
  }

  /** The box of what is held, for keeping it in view. */
  get box(): Box | null {
    const held = this.#carried?.held;
    if (!held) return null;
    return boxOf(held);
  }

  get target(): DropTarget | null {
    return this.#carried?.target ?? null;
  }

  /** Lifts things by a point of the world. @returns whether it could: what others hold stays in their hands */
  lift(load: Load, grip: Point): boolean {
    const held = this.#take(load);
    if (!held) return false;
    const grips = new Map(placesOf(held).map(({ id, x, y }) => [id, { x: grip.x - x, y: grip.y - y }]));
    this.#carried = { held, grips, target: null, hover: NO_HOVER, moved: false };
    if (held.kind === 'notes') {
      for (const { id } of held.notes) {
        this.#surface.notes.mark(id, 'lifted', true);
        this.#surface.notes.raise(id);
      }
    } else {
      this.#surface.clusters.mark(held.id, 'selected', true);
      for (const id of this.#surface.model.view.clusters.get(held.id)!.members) this.#surface.notes.raise(id);
    }
    return true;
  }

  /** Carries what is held so that its grip is at this point of the world. */
  carry(hand: Point, now: number): void {
    const carried = this.#carried;
    if (!carried) return;
    carried.held = this.#movedTo(carried, hand);
    this.#draw(carried.held);
    const { target, hover } = findTarget(
      carried.held,
      this.#surface.model.near(boxOf(carried.held)),
      hand,
      carried.hover,
      now,
    );
    carried.hover = hover;
    this.#aim(carried, target);
    this.#motion.hold(placesOf(carried.held), now);
  }

  /** Puts down what is held, here. @returns what that means; the one who writes it settles the things afterwards */
  drop(): Drop {
    const carried = this.#carried!;
    const { held, target, moved } = carried;
    const at = target?.kind === 'note' ? this.#surface.model.view.notes.get(target.id) : undefined;
    const drop: Drop = moved ? outcome(held, target, at) : { do: 'nothing' };
    if (drop.do === 'nothing') this.#motion.cancel(this.#restPlaces(held));
    else this.#motion.drop(placesOf(held));
    this.#end(carried);
    return drop;
  }

  /** Lets everything go back to where it was. */
  restore(): void {
    const carried = this.#carried;
    if (!carried) return;
    this.#motion.cancel(this.#restPlaces(carried.held));
    this.#end(carried);
  }

  #take(load: Load): Held | null {
    const { model, remote } = this.#surface;
    if ('cluster' in load) {
      const placed = model.view.clusters.get(load.cluster);
      if (!placed || remote.isHeld(load.cluster)) return null;
      const { x, y, w, h } = placed;
      return { kind: 'cluster', id: load.cluster, box: { x, y, w, h } };
    }
    const notes: HeldNote[] = [];
    for (const id of load.notes) {
      const placed = model.view.notes.get(id);
      const elsewhere = remote.isHeld(id) || (placed?.cluster && remote.isHeld(placed.cluster));
      if (placed && !elsewhere) notes.push({ id, x: placed.x, y: placed.y, cluster: placed.cluster });
    }
    return notes.length > 0 && notes[0]!.id === load.notes[0] ? { kind: 'notes', notes } : null;
  }

  #movedTo(carried: Carried, hand: Point): Held {
    const { held, grips } = carried;
    const at = (id: string) => {
      const grip = grips.get(id)!;
      return { x: hand.x - grip.x, y: hand.y - grip.y };
    };
    const first = placesOf(held)[0]!;
    const now = at(first.id);
    const rest = this.#surface.restOf(first.id);
    if (rest && Math.hypot(now.x - rest.x, now.y - rest.y) > SHAKE) carried.moved = true;
    if (held.kind === 'cluster') return { ...held, box: { ...held.box, ...at(held.id) } };
    // What somebody took off the board meanwhile is no longer in the hand.
    const left = held.notes.filter(({ id }) => this.#surface.model.view.notes.has(id));
    return {
      kind: 'notes',
      notes: (left.length > 0 ? left : held.notes).map((note) => ({ ...note, ...at(note.id) })),
    };
  }

  #draw(held: Held): void {
    if (held.kind === 'cluster') this.#surface.drawCluster(held.id, held.box);
    else for (const { id, x, y } of held.notes) this.#surface.notes.draw(id, { x, y });
  }

  /** Lights up the target, and says what a drop there does; not for the cluster that the note comes from. */
  #aim(carried: Carried, target: DropTarget | null): void {
    const { held } = carried;
    const home =
      held.kind === 'notes' && held.notes.every(({ cluster }) => cluster && cluster === target?.id);
    if (!sameTarget(carried.target, target)) {
      this.#light(carried.target, false);
      if (!home) this.#light(target, true);
      carried.target = target;
    }
    this.#hint.hidden = !target || home;
    if (!target || home) return;
    const words = this.#words();
    this.#hint.textContent =
      held.kind === 'cluster' ? words.merge : target.kind === 'cluster' ? words.join : words.group;
    const box = this.#surface.restOf(target.id)!;
    const width = target.kind === 'note' ? NOTE_SIZE : this.#surface.model.view.clusters.get(target.id)!.w;
    const { x, y } = toScreen(this.#surface.viewport.camera, { x: box.x + width / 2, y: box.y });
    const { w } = this.#surface.viewport.size;
    const half = this.#hint.offsetWidth / 2;
    const left = Math.max(8 + half, Math.min(w - 8 - half, x));
    const top = Math.max(this.#surface.viewport.insets.top + 8, y - 52);
    this.#hint.style.transform = `translate(${Math.round(left - half)}px, ${Math.round(top)}px)`;
  }

  #light(target: DropTarget | null, on: boolean): void {
    if (target?.kind === 'note') this.#surface.notes.mark(target.id, 'target', on);
    else if (target) this.#surface.clusters.mark(target.id, 'target', on);
  }

  #restPlaces(held: Held) {
    return placesOf(held).map(({ id, x, y }) => ({ id, ...(this.#surface.restOf(id) ?? { x, y }) }));
  }

  #end({ held, target }: Carried): void {
    this.#carried = null;
    this.#hint.hidden = true;
    this.#light(target, false);
    if (held.kind === 'notes') {
      for (const { id } of held.notes) this.#surface.notes.mark(id, 'lifted', false);
      this.#surface.settle(held.notes.map(({ id }) => id));
    } else {
      this.#surface.clusters.mark(held.id, 'selected', false);
      this.#surface.settle([held.id]);
    }
  }
}

function placesOf(held: Held): { id: string; x: number; y: number }[] {
  if (held.kind === 'cluster') return [{ id: held.id, x: held.box.x, y: held.box.y }];
  return held.notes.map(({ id, x, y }) => ({ id, x, y }));
}

/** Of a handful of notes, the box of the one that was gripped. */
function boxOf(held: Held): Box {
  if (held.kind === 'cluster') return held.box;
  const { x, y } = held.notes[0]!;
  return { x, y, w: NOTE_SIZE, h: NOTE_SIZE };
}
