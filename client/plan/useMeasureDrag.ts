/**
 * Drags measures by mouse, touch and pen: in the picture, and between the columns of the 90 days. A ghost follows the
 * hand; where it is let go, the view decides what that means. Esc, and a second finger, put it back.
 */

import { type PointerEvent as ReactPointer, useEffect, useRef, useState } from 'react';
import type { MeasureId } from '../../shared/domain/ids.ts';

export interface Held {
  id: MeasureId;
  /** Where the hand is on the screen. */
  x: number;
  y: number;
}

export interface MeasureDrag {
  held: Held | null;
  /** For what can be dragged. */
  handle(id: MeasureId): { onPointerDown(event: ReactPointer<HTMLElement>): void };
}

/** How far a press may slip before it is a drag, in pixels. */
const SLIP_MOUSE = 4;
const SLIP_TOUCH = 10;
const EDGE = 56;
const SCROLL = 12;

export function useMeasureDrag(onDrop: (held: Held) => void): MeasureDrag {
  const [held, setHeld] = useState<Held | null>(null);
  const drop = useRef(onDrop);
  drop.current = onDrop;
  const stop = useRef<() => void>(() => {});
  useEffect(() => () => stop.current(), []);

  const begin = (id: MeasureId, event: ReactPointer<HTMLElement>) => {
    if (event.button !== 0 || !event.isPrimary) return;
    const { pointerId, pointerType, clientX, clientY } = event;
    stop.current();
    const gone = new AbortController();
    const { signal } = gone;
    const far = pointerType === 'mouse' ? SLIP_MOUSE : SLIP_TOUCH;
    let now: Held | null = null;
    const end = () => {
      gone.abort();
      setHeld(null);
    };
    stop.current = end;
    const on = (name: string, heard: (event: PointerEvent) => void) =>
      window.addEventListener(name, heard as EventListener, { signal });
    on('pointermove', (moved) => {
      if (moved.pointerId !== pointerId) return;
      const { clientX: x, clientY: y } = moved;
      if (!now && Math.hypot(x - clientX, y - clientY) < far) return;
      now = { id, x, y };
      setHeld(now);
      if (y < EDGE) window.scrollBy(0, -SCROLL);
      else if (y > window.innerHeight - EDGE) window.scrollBy(0, SCROLL);
    });
    on('pointerup', (up) => {
      if (up.pointerId !== pointerId) return;
      if (now) {
        swallowClick();
        drop.current({ ...now, x: up.clientX, y: up.clientY });
      }
      end();
    });
    on('pointercancel', (cancelled) => cancelled.pointerId === pointerId && end());
    on('pointerdown', (other) => other.pointerId !== pointerId && end());
    window.addEventListener('blur', end, { signal });
    window.addEventListener(
      'keydown',
      (key) => {
        if (key.key !== 'Escape' || !now) return;
        key.preventDefault();
        key.stopPropagation();
        end();
      },
      { signal, capture: true },
    );
  };
  return { held, handle: (id) => ({ onPointerDown: (event) => begin(id, event) }) };
}

/** The press that ended a drag opens nothing. */
function swallowClick(): void {
  const gone = new AbortController();
  window.addEventListener(
    'click',
    (event) => {
      event.stopPropagation();
      event.preventDefault();
    },
    { capture: true, once: true, signal: gone.signal },
  );
  // Let go over another element than it was taken at, there is no click at all.
  setTimeout(() => gone.abort(), 0);
}
