/** Things of a list put in another order by dragging them at their grips. What is under the finger shows where it lands. */

import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import type { PointId } from '../../shared/domain/ids.ts';

export interface Dragging<Id extends string = PointId> {
  id: Id;
  /** Before which one it would land; null: last. */
  before: Id | null;
}

export interface DragOrder<Id extends string = PointId> {
  dragging: Dragging<Id> | null;
  /** For each grip. */
  grip(id: Id): {
    onPointerDown(event: PointerEvent<HTMLElement>): void;
    onPointerMove(event: PointerEvent<HTMLElement>): void;
    onPointerUp(event: PointerEvent<HTMLElement>): void;
    onPointerCancel(): void;
  };
}

const EDGE = 72;
const SCROLL = 14;

export function useDragOrder<Id extends string = PointId>(
  list: RefObject<HTMLElement | null>,
  onDrop: (id: Id, before: Id | null) => void,
): DragOrder<Id> {
  const [dragging, setDragging] = useState<Dragging<Id> | null>(null);
  const now = useRef<Dragging<Id> | null>(null);
  const set = (next: Dragging<Id> | null) => {
    now.current = next;
    setDragging(next);
  };
  useEffect(() => {
    if (!dragging) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      now.current = null;
      setDragging(null);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [dragging]);

  return {
    dragging,
    grip: (id) => ({
      onPointerDown(event) {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        set({ id, before: id });
      },
      onPointerMove({ clientY }) {
        if (!now.current || !list.current) return;
        if (clientY < EDGE) window.scrollBy(0, -SCROLL);
        else if (clientY > window.innerHeight - EDGE) window.scrollBy(0, SCROLL);
        const before = beforeAt<Id>(list.current, clientY);
        if (before !== now.current.before) set({ id, before });
      },
      onPointerUp() {
        const drop = now.current;
        set(null);
        if (drop && drop.before !== drop.id) onDrop(drop.id, drop.before);
      },
      onPointerCancel() {
        set(null);
      },
    }),
  };
}

/** The first one whose middle lies below. */
function beforeAt<Id extends string>(list: HTMLElement, y: number): Id | null {
  for (const item of list.querySelectorAll<HTMLElement>('[data-point]')) {
    const { top, height } = item.getBoundingClientRect();
    if (y < top + height / 2) return item.dataset.point as Id;
  }
  return null;
}
