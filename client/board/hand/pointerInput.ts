/** Feeds pointer, wheel and focus events of an element to the gesture machine, and its effects to a receiver. */

import type { Point } from '../surface/camera.ts';
import {
  type Device,
  type Effect,
  HOLD_MS,
  IDLE,
  type Input,
  type State,
  step,
  type Target,
} from './gestures.ts';

export interface Receiver {
  /** What is under the pointer. */
  targetAt(event: PointerEvent, point: Point): Target;
  mayLift(): boolean;
  /** Whether several things are being chosen, so that a drag draws a marquee without shift. */
  isChoosing(): boolean;
  run(effect: Effect): void;
  /** The machine does something else now; not every turn has an effect. */
  turned(): void;
  wheel(point: Point, dx: number, dy: number, zoom: boolean): void;
}

export interface PointerInput {
  /** Tells the machine what no pointer tells: that a note was opened or closed for writing, or Esc. */
  tell(input: Extract<Input, { type: 'abort' | 'editBegan' | 'editEnded' }>): void;
  /** What the machine is doing just now. */
  readonly state: State['name'];
  stop(): void;
}

const LINE_PIXELS = 32;

/** Listens on the element. Events from controls that lie in it (marked `data-control`) are theirs. */
export function listenToPointers(element: HTMLElement, receiver: Receiver): PointerInput {
  let state: State = IDLE;
  let holdTimer: ReturnType<typeof setTimeout> | undefined;
  const gone = new AbortController();
  const options = { signal: gone.signal };

  const feed = (input: Input) => {
    const [next, effects] = step(state, input);
    const turns = next.name !== state.name;
    state = next;
    for (const effect of effects) {
      if (effect.do === 'waitForHold') holdTimer = setTimeout(() => feed({ type: 'hold' }), HOLD_MS);
      else if (effect.do === 'forgetHold') clearTimeout(holdTimer);
      else receiver.run(effect);
    }
    if (turns) receiver.turned();
  };
  // Asked for anew where it may have changed, and not in each event: asking makes the browser lay out the page at once.
  let corner = { left: 0, top: 0, at: -Infinity };
  const pointOf = (event: MouseEvent): Point => {
    if (event.type === 'pointerdown' || event.timeStamp - corner.at > 1_000) {
      const { left, top } = element.getBoundingClientRect();
      corner = { left, top, at: event.timeStamp };
    }
    return { x: event.clientX - corner.left, y: event.clientY - corner.top };
  };

  element.addEventListener(
    'pointerdown',
    (event) => {
      if (isControl(event)) return;
      const point = pointOf(event);
      // Captured by the board, not by the note: a note may be unmounted while it is carried.
      element.setPointerCapture(event.pointerId);
      // Keeps the browser from selecting text and from dragging; focus is then given by hand.
      event.preventDefault();
      element.focus({ preventScroll: true });
      // Who points sees where they are: the ring round the board is for those who came by the keyboard.
      element.dataset.pointed = '';
      feed({
        type: 'down',
        pointer: event.pointerId,
        device: event.pointerType as Device,
        point,
        at: event.timeStamp,
        target: receiver.targetAt(event, point),
        extend: event.shiftKey || event.ctrlKey || event.metaKey || receiver.isChoosing(),
        panning: event.button > 0,
        mayLift: receiver.mayLift(),
      });
    },
    options,
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      if (state.name !== 'idle') {
        feed({ type: 'move', pointer: event.pointerId, point: pointOf(event), at: event.timeStamp });
      }
    },
    options,
  );
  element.addEventListener(
    'pointerup',
    (event) => feed({ type: 'up', pointer: event.pointerId, point: pointOf(event), at: event.timeStamp }),
    options,
  );
  const cancelled = (event: PointerEvent) => feed({ type: 'cancel', pointer: event.pointerId });
  element.addEventListener('pointercancel', cancelled, options);
  // Comes after each `up` too, where it finds nothing left to cancel.
  element.addEventListener('lostpointercapture', cancelled, options);
  window.addEventListener('blur', () => feed({ type: 'abort' }), options);
  // A phone that is put in a pocket sends no `up`, and not always a `cancel`.
  document.addEventListener('visibilitychange', () => document.hidden && feed({ type: 'abort' }), options);
  element.addEventListener(
    'wheel',
    (event) => {
      if (isControl(event)) return;
      event.preventDefault();
      const unit = event.deltaMode === 0 ? 1 : event.deltaMode === 1 ? LINE_PIXELS : element.clientHeight;
      // Shift turns a plain wheel sideways; browsers that do so themselves send deltaX already.
      const sideways = event.shiftKey && event.deltaX === 0;
      const dx = (sideways ? event.deltaY : event.deltaX) * unit;
      const dy = (sideways ? 0 : event.deltaY) * unit;
      receiver.wheel(pointOf(event), dx, dy, event.ctrlKey || event.metaKey);
    },
    { ...options, passive: false },
  );
  element.addEventListener('keydown', () => delete element.dataset.pointed, options);
  // Two quick taps on a note with a button or a key between them are two taps, not a double one.
  const elsewhere = (event: Event) => {
    const within = event.target instanceof Node && element.contains(event.target) && !isControl(event);
    if (event.type === 'keydown' || !within) feed({ type: 'elsewhere' });
  };
  document.addEventListener('pointerdown', elsewhere, { ...options, capture: true });
  document.addEventListener('keydown', elsewhere, { ...options, capture: true });
  // Safari's own pinch would zoom the page; a long press would open a menu over the lifted note.
  for (const name of ['gesturestart', 'gesturechange', 'contextmenu']) {
    element.addEventListener(name, (event) => !isControl(event) && event.preventDefault(), options);
  }

  return {
    tell: feed,
    get state() {
      return state.name;
    },
    stop() {
      clearTimeout(holdTimer);
      gone.abort();
    },
  };
}

function isControl(event: Event): boolean {
  return event.target instanceof Element && event.target.closest('[data-control]') !== null;
}
