/**
 * What this person holds, by pointer or by keyboard: drawn where it is carried, shown to the others on its way, with
 * the thing it would be grouped with lit up. Nothing is written before the drop.
 */

import { type Box, NOTE_SIZE } from '../../../shared/board/boardView.ts';
import type { ClusterId, NoteId } from '../../../shared/domain/ids.ts';
import type { BoardSurface } from '../surface/BoardSurface.ts';
import type { Point } from '../surface/camera.ts';
import type { OwnMotion } from '../surface/motion.ts';
import { targetOn } from './answerPick.ts';
import { DropHint } from './dropHint.ts';
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

export interface CarryContext {
  words(): {
    group: string;
    join: string;
    merge: string;
    order: string;
    heldByOther: string;
    moveOwn: string;
    groupingClosed: string;
  };
  /** Whether the station's rules let this person move the note. */
  mayMove(note: NoteId): boolean;
  /** Whether they let this person group, and move groups. */
  mayGroup(): boolean;
}

export class Carry {
  #surface: BoardSurface;
  #motion: OwnMotion;
  #context: CarryContext;
  #carried: Carried | null = null;
  #hint: DropHint;

  constructor(surface: BoardSurface, motion: OwnMotion, context: CarryContext) {
    this.#surface = surface;
    this.#motion = motion;
    this.#context = context;
    this.#hint = new DropHint(surface);
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

  /** Whether what is held has been taken off the board by somebody else. */
  get isGone(): boolean {
    const held = this.#carried?.held;
    if (!held) return false;
    const { view } = this.#surface.model;
    if (held.kind === 'cluster') return !view.clusters.has(held.id);
    return held.notes.every(({ id }) => !view.notes.has(id));
  }

  /** Why these can't be lifted, in words; null where they can. */
  whyNot(load: Load): string | null {
    const { model, remote } = this.#surface;
    const { words, mayMove, mayGroup } = this.#context;
    if ('cluster' in load) {
      if (!mayGroup()) return words().groupingClosed;
      return remote.isHeld(load.cluster) ? words().heldByOther : null;
    }
    const id = load.notes[0]!;
    const cluster = model.view.notes.get(id)?.cluster;
    if (cluster && !mayGroup()) return words().groupingClosed;
    if (!mayMove(id)) return words().moveOwn;
    return remote.isHeld(id) || (cluster && remote.isHeld(cluster)) ? words().heldByOther : null;
  }

  /** Lifts things by a point of the world. @returns whether it could: what others hold stays in their hands */
  lift(load: Load, grip: Point): boolean {
    const held = this.#take(load);
    if (!held) return false;
    // One hand holds one thing: what it held before, by key or by another pointer, goes back.
    this.restore();
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
    if (this.#context.mayGroup()) {
      const near = this.#surface.model.near(boxOf(carried.held));
      const { target, hover } = findTarget(carried.held, near, hand, carried.hover, now);
      carried.hover = hover;
      this.#aim(carried, target);
    }
    this.#motion.hold(placesOf(carried.held), now);
  }

  /** Tells the others where it is held, if two presses of a key came too fast for that. @returns whether that waits still */
  tell(now: number): boolean {
    return this.#carried !== null && this.#motion.hold(placesOf(this.#carried.held), now);
  }

  /** Puts down what is held, here. @returns what that means; the one who writes it settles the things afterwards */
  drop(): Drop {
    const carried = this.#carried!;
    const { held, target, moved } = carried;
    // The target may have been taken away since it was lit up.
    const on = this.#on(target);
    const drop: Drop = moved ? outcome(held, on ? target : null, on) : { do: 'nothing' };
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
    const { model } = this.#surface;
    if (this.whyNot(load) !== null) return null;
    if ('cluster' in load) {
      const placed = model.view.clusters.get(load.cluster);
      if (!placed) return null;
      const { x, y, w, h } = placed;
      return { kind: 'cluster', id: load.cluster, box: { x, y, w, h } };
    }
    const notes: HeldNote[] = [];
    for (const id of load.notes) {
      const placed = model.view.notes.get(id);
      if (placed && this.whyNot({ notes: [id] }) === null)
        notes.push({ id, x: placed.x, y: placed.y, cluster: placed.cluster });
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
    const { notes: there } = this.#surface.model.view;
    const left = held.notes.filter(({ id }) => there.has(id));
    return {
      kind: 'notes',
      // And what somebody grouped meanwhile hangs in that group now.
      notes: (left.length > 0 ? left : held.notes).map((note) => ({
        ...note,
        ...at(note.id),
        cluster: there.get(note.id)?.cluster,
      })),
    };
  }

  #draw(held: Held): void {
    if (held.kind === 'cluster') this.#surface.drawCluster(held.id, held.box);
    else for (const { id, x, y } of held.notes) this.#surface.notes.draw(id, { x, y });
  }

  /** Lights up the target, and says what a drop there does; not for the cluster that the note comes from. */
  #aim(carried: Carried, target: DropTarget | null): void {
    const { held } = carried;
    const home: boolean =
      held.kind === 'notes' &&
      held.notes.every(({ cluster }) => cluster !== undefined && cluster === target?.id);
    if (!sameTarget(carried.target, target)) {
      this.#light(carried.target, false);
      if (!home) this.#light(target, true);
      carried.target = target;
    }
    const drop = target ? outcome(held, target, this.#on(target)) : null;
    const order = drop?.do === 'order' ? drop : null;
    if (!target || (home && !order)) {
      this.#hint.hide();
      return;
    }
    const words = this.#context.words();
    const joins = target.kind === 'cluster' ? words.join : words.group;
    this.#hint.show(target, order ? words.order : held.kind === 'cluster' ? words.merge : joins, order);
  }

  /** A target as it hangs. */
  #on(target: DropTarget | null) {
    return target ? targetOn(this.#surface.model, target) : undefined;
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
    this.#hint.hide();
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
