/** Drags notes on the timeline, with as many hands as there are: into a slot, into the tray, or longer by an edge. */

import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Slot } from '../../shared/board/boardDoc.ts';
import { slotIn } from '../../shared/domain/year.ts';
import { type Aim, aimAt, type GridPlaces, monthAt, stretched } from './dropAt.ts';
import { sameSlot } from './timelineModel.ts';
import type { TimelineShow } from './timelineShow.ts';
import type { ThingId } from './useTimeline.ts';

/** Where each note that is dragged would lie. */
export type Aims = ReadonlyMap<string, Aim>;

/** How far a press may slip before it is a drag, in pixels. */
const SLIP_MOUSE = 4;
const SLIP_TOUCH = 10;
/** On a page that scrolls, a finger drags only what it has held so long. */
const HOLD_MS = 280;
/** So near an edge, what is under it scrolls. */
const EDGE = 56;

interface Hold {
  id: ThingId;
  element: HTMLElement;
  begun: { x: number; y: number };
  edge: 'from' | 'to' | null;
  slot: Slot | null;
  /** Months into the note at which it is held. */
  into: number;
  waiting: ReturnType<typeof setTimeout> | null;
  ready: boolean;
  ghost: HTMLElement | null;
  aim: Aim;
  last: { x: number; y: number };
}

export function useDragging(show: TimelineShow): { root: RefObject<HTMLDivElement | null>; aims: Aims } {
  const root = useRef<HTMLDivElement>(null);
  const [aims, setAims] = useState<Aims>(NO_AIMS);
  const live = useRef(show);
  live.current = show;

  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const holds = new Map<number, Hold>();
    const gone = new AbortController();
    const { signal } = gone;
    let pressed = false;
    let scrolling: number | null = null;

    const tell = () =>
      setAims(
        new Map([...holds.values()].filter(({ ghost, edge }) => ghost || edge).map((h) => [h.id, h.aim])),
      );

    const end = (pointer: number, drop: boolean) => {
      const hold = holds.get(pointer);
      if (!hold) return;
      holds.delete(pointer);
      if (hold.waiting) clearTimeout(hold.waiting);
      const dragged = hold.ghost !== null || (hold.edge !== null && hold.ready && hold.aim !== null);
      hold.ghost?.remove();
      tell();
      if (!dragged) return;
      pressed = true;
      const { deeds, rights } = live.current;
      if (!drop || !hold.aim || !rights.mayMove(hold.id)) return;
      deeds.put(hold.id, hold.aim.to === 'slot' ? hold.aim.slot : undefined);
    };

    const follow = (hold: Hold) => {
      const places = measure(element);
      const { x, y } = hold.last;
      if (hold.edge && hold.slot) {
        const slot = stretched(places, hold.slot, hold.edge, x);
        hold.aim = sameSlot(slot, hold.slot) ? null : { to: 'slot', slot };
      } else {
        hold.aim = aimAt(places, hold.last, hold.slot ? hold.slot[2] - hold.slot[1] : 0, hold.into);
        hold.ghost!.style.transform = `translate(${x - hold.begun.x}px, ${y - hold.begun.y}px)`;
      }
      tell();
    };

    const lift = (hold: Hold) => {
      hold.ready = true;
      if (hold.edge || hold.ghost) return;
      const { left, top, width, height } = hold.element.getBoundingClientRect();
      const ghost = hold.element.cloneNode(true) as HTMLElement;
      for (const name of ['data-stop', 'data-note', 'aria-label']) ghost.removeAttribute(name);
      ghost.dataset.ghost = '';
      ghost.setAttribute('aria-hidden', 'true');
      ghost.tabIndex = -1;
      Object.assign(ghost.style, {
        left: `${left}px`,
        top: `${top}px`,
        width: `${width}px`,
        height: `${height}px`,
      });
      element.append(ghost);
      hold.ghost = ghost;
    };

    /** While something is held near an edge, what lies beyond it comes into view. */
    const scroll = () => {
      scrolling = null;
      const area = element.querySelector<HTMLElement>('[data-scroll]');
      if (!area || holds.size === 0) return;
      const box = area.getBoundingClientRect();
      let on = false;
      for (const hold of holds.values()) {
        if (!hold.ghost) continue;
        const { x, y } = hold.last;
        const across = x < box.left + EDGE ? -1 : x > box.right - EDGE ? 1 : 0;
        const down = y < box.top + EDGE ? -1 : y > box.bottom - EDGE / 2 && y < box.bottom ? 1 : 0;
        if (!across && !down) continue;
        on = true;
        area.scrollBy(across * 9, down * 9);
        follow(hold);
      }
      if (on) scrolling = requestAnimationFrame(scroll);
    };

    element.addEventListener(
      'pointerdown',
      (event) => {
        pressed = false;
        const card = (event.target as Element).closest<HTMLElement>('[data-note][data-movable]');
        if (!card || event.button !== 0 || live.current.now.what === 'pick') return;
        const id = card.dataset.note as ThingId;
        if ([...holds.values()].some((hold) => hold.id === id)) return;
        const { year, deeds, hands } = live.current;
        const slot = slotIn(deeds.slotOf(id), year.lanes);
        const edge = (event.target as HTMLElement).dataset.edge as 'from' | 'to' | undefined;
        const at = { x: event.clientX, y: event.clientY };
        const month = slot ? monthAt(measure(element), at.x) : null;
        const waits = event.pointerType !== 'mouse' && !hands;
        const hold: Hold = {
          id,
          element: card,
          begun: at,
          edge: (slot && edge) || null,
          slot,
          into: slot && month !== null ? Math.max(0, Math.min(slot[2] - slot[1], month - slot[1])) : 0,
          waiting: null,
          ready: !waits,
          ghost: null,
          aim: null,
          last: at,
        };
        if (waits) {
          hold.waiting = setTimeout(() => {
            hold.waiting = null;
            lift(hold);
            if (!hold.edge) follow(hold);
          }, HOLD_MS);
        }
        holds.set(event.pointerId, hold);
      },
      { signal },
    );
    window.addEventListener(
      'pointermove',
      (event) => {
        const hold = holds.get(event.pointerId);
        if (!hold) return;
        hold.last = { x: event.clientX, y: event.clientY };
        const slip = Math.hypot(hold.last.x - hold.begun.x, hold.last.y - hold.begun.y);
        const far = slip > (event.pointerType === 'mouse' ? SLIP_MOUSE : SLIP_TOUCH);
        // A finger that moves before it has held is scrolling.
        if (!hold.ready) return far ? end(event.pointerId, false) : undefined;
        if (!hold.ghost && !hold.edge && !far) return;
        if (hold.edge && !far && !hold.aim) return;
        lift(hold);
        follow(hold);
        scrolling ??= requestAnimationFrame(scroll);
      },
      { signal },
    );
    window.addEventListener('pointerup', (event) => end(event.pointerId, true), { signal });
    window.addEventListener('pointercancel', (event) => end(event.pointerId, false), { signal });
    const abort = () => {
      for (const pointer of [...holds.keys()]) end(pointer, false);
    };
    window.addEventListener('blur', abort, { signal });
    window.addEventListener('keydown', (event) => event.key === 'Escape' && abort(), {
      signal,
      capture: true,
    });
    // What is held under a finger must not scroll away with it.
    element.addEventListener(
      'touchmove',
      (event) => {
        const held = [...holds.values()].some(({ ready }) => ready);
        if (held && event.cancelable) event.preventDefault();
      },
      { signal, passive: false },
    );
    element.addEventListener('contextmenu', (event) => holds.size > 0 && event.preventDefault(), { signal });
    // The press that ended a drag chooses nothing.
    element.addEventListener(
      'click',
      (event) => {
        if (!pressed) return;
        pressed = false;
        event.stopPropagation();
        event.preventDefault();
      },
      { signal, capture: true },
    );
    return () => {
      abort();
      if (scrolling !== null) cancelAnimationFrame(scrolling);
      gone.abort();
    };
  }, []);
  return { root, aims };
}

const NO_AIMS: Aims = new Map();

/** Where the grid is on the screen just now. */
function measure(root: HTMLElement): GridPlaces {
  const area = root.querySelector('[data-scroll]')?.getBoundingClientRect() ?? root.getBoundingClientRect();
  const heads = [...root.querySelectorAll('[data-month]')].map((head) => head.getBoundingClientRect());
  const lanes = [...root.querySelectorAll<HTMLElement>('[data-lane]')].map((lane) => {
    const { top, bottom } = lane.getBoundingClientRect();
    // What has scrolled out of sight is not under the hand.
    return { id: lane.dataset.lane!, top: Math.max(top, area.top), bottom: Math.min(bottom, area.bottom) };
  });
  return {
    edges: [...heads.map(({ left }) => left), heads.at(-1)?.right ?? 0],
    lanes,
    tray: root.querySelector('[data-tray]')?.getBoundingClientRect() ?? null,
    left: root.querySelector('[data-lane] > :first-child')?.getBoundingClientRect().right ?? 0,
  };
}
