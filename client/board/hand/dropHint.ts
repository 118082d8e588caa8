/** What a drop here and now would do, said over its target; and the place in a group that a note would come to stand in. */

import { NOTE_SIZE, placeInCluster } from '../../../shared/board/boardView.ts';
import type { ClusterId } from '../../../shared/domain/ids.ts';
import { make } from '../paint/NoteLayer.ts';
import type { BoardSurface } from '../surface/BoardSurface.ts';
import { toScreen } from '../surface/camera.ts';
import css from '../surface/surface.module.css';
import type { DropTarget } from './dropTarget.ts';

/** Pixels above the target, and from the edges of the view. */
const ABOVE = 52;
const EDGE = 8;

export class DropHint {
  #surface: BoardSurface;
  #hint = make('div', css.hint!);
  #slot = make('div', css.slot!);

  constructor(surface: BoardSurface) {
    this.#surface = surface;
    this.hide();
    surface.viewport.over.append(this.#slot, this.#hint);
  }

  hide(): void {
    this.#hint.hidden = true;
    this.#slot.hidden = true;
  }

  /** @param order where in its group the note would stand, if that is what the drop does */
  show(target: DropTarget, text: string, order: { cluster: ClusterId; index: number } | null): void {
    this.#hint.hidden = false;
    this.#hint.textContent = text;
    this.#layHint(target);
    this.#slot.hidden = !order;
    if (order) this.#laySlot(order.cluster, order.index);
  }

  /** Over the target, and wholly in view. */
  #layHint(target: DropTarget): void {
    const { viewport, model } = this.#surface;
    const box = this.#surface.restOf(target.id)!;
    const width = target.kind === 'note' ? NOTE_SIZE : model.view.clusters.get(target.id)!.w;
    const { x, y } = toScreen(viewport.camera, { x: box.x + width / 2, y: box.y });
    const half = this.#hint.offsetWidth / 2;
    const left = Math.max(EDGE + half, Math.min(viewport.size.w - EDGE - half, x));
    const top = Math.max(viewport.insets.top + EDGE, y - ABOVE);
    this.#hint.style.transform = `translate(${Math.round(left - half)}px, ${Math.round(top)}px)`;
  }

  #laySlot(cluster: ClusterId, index: number): void {
    const { viewport, model } = this.#surface;
    const { x, y, members } = model.view.clusters.get(cluster)!;
    const [left, top] = placeInCluster([x, y], members.length, index);
    const corner = toScreen(viewport.camera, { x: left, y: top });
    const { style } = this.#slot;
    style.transform = `translate(${Math.round(corner.x)}px, ${Math.round(corner.y)}px)`;
    style.width = style.height = `${Math.round(NOTE_SIZE * viewport.camera.z)}px`;
  }
}
