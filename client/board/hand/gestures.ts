/**
 * What fingers and mouse mean on the board: ONE state machine, a pure function from state and input to state and
 * effects. It knows no DOM, no camera and no notes; `pointerInput` feeds it, `BoardHand` does what it says.
 *
 * ```
 *   idle ──down──▶ pending ──move (mouse, on a thing)──▶ drag ──up──▶ idle
 *                    │ ├────hold (touch, on a thing)───▶ drag
 *                    │ ├────move (else)────────────────▶ pan
 *                    │ ├────move (choosing)────────────▶ marquee
 *                    │ └────up─────────────────────────▶ idle (tap)
 *   pending, drag, pan, marquee ──second finger──▶ pinch ──one finger up──▶ pan
 *   anything ──cancel, abort──▶ idle, and what was lifted goes back
 * ```
 */

import type { ClusterId, NoteId } from '../../../shared/domain/ids.ts';
import type { Point } from '../surface/camera.ts';

export type Device = 'mouse' | 'touch' | 'pen';

/** What a pointer came down on. */
export type Target =
  | { kind: 'note'; id: NoteId }
  | { kind: 'cluster'; id: ClusterId; part: 'title' | 'fold' | 'area' }
  | { kind: 'wall' };

export type Input =
  | {
      type: 'down';
      pointer: number;
      device: Device;
      point: Point;
      at: number;
      target: Target;
      /** Shift, ctrl, or several are being chosen: add to what is chosen; where nothing is lifted, draw a marquee. */
      extend: boolean;
      /** The middle or right button: pans whatever is under it. */
      panning: boolean;
      /** Whether things may be lifted at all (a wall and a reader may not). */
      mayLift: boolean;
    }
  | { type: 'move'; pointer: number; point: Point; at: number }
  | { type: 'up'; pointer: number; point: Point; at: number }
  | { type: 'cancel'; pointer: number }
  /** The time that a finger must rest to lift has passed. */
  | { type: 'hold' }
  /** Esc, the window lost its focus, the page is no longer seen, the board may no longer be written on. */
  | { type: 'abort' }
  /** A button or a key was pressed in between: the next tap is not the second of two. */
  | { type: 'elsewhere' }
  | { type: 'editBegan' }
  | { type: 'editEnded' };

interface Tap {
  point: Point;
  at: number;
}

interface Finger {
  pointer: number;
  point: Point;
}

export type State =
  | { name: 'idle'; tapped?: Tap }
  | {
      name: 'pending';
      pointer: number;
      device: Device;
      start: Point;
      target: Target;
      extend: boolean;
      mayLift: boolean;
      tapped?: Tap;
    }
  | { name: 'drag'; pointer: number; device: Device; point: Point }
  | { name: 'pan'; pointer: number; device: Device; point: Point; at: number; speed: Point }
  | { name: 'pinch'; a: Finger; b: Finger }
  | { name: 'marquee'; pointer: number; device: Device; start: Point; point: Point; extend: boolean }
  | { name: 'edit' };

export type Effect =
  | { do: 'waitForHold' }
  | { do: 'forgetHold' }
  | { do: 'tap'; target: Target; point: Point; extend: boolean }
  | { do: 'doubleTap'; target: Target; point: Point }
  | { do: 'lift'; target: Target; point: Point }
  | { do: 'carry'; point: Point }
  | { do: 'drop'; point: Point }
  /** What was lifted goes back to where it was. */
  | { do: 'restore' }
  | { do: 'pan'; dx: number; dy: number }
  /** The pan was let go at this speed, in pixels a millisecond. */
  | { do: 'fling'; speed: Point }
  | { do: 'zoom'; about: Point; factor: number; dx: number; dy: number }
  | { do: 'marquee'; from: Point; to: Point }
  | { do: 'marqueeDone'; from: Point; to: Point; extend: boolean }
  | { do: 'marqueeGone' }
  /** Somebody touched the board while a note was open for writing: keep what was written. */
  | { do: 'closeEdit' };

export const HOLD_MS = 250;
export const SLACK: Record<Device, number> = { mouse: 4, pen: 10, touch: 10 };
const DOUBLE_MS = 350;
const DOUBLE_SLACK = 24;
/** A finger that rested this long before it left did not fling. */
const FLING_MS = 60;

export const IDLE: State = { name: 'idle' };

type Step = readonly [State, Effect[]];

/** One step of the machine. */
export function step(state: State, input: Input): Step {
  switch (input.type) {
    case 'down':
      return down(state, input);
    case 'move':
      return moved(state, input);
    case 'up':
      return up(state, input);
    case 'hold':
      if (state.name !== 'pending') return [state, []];
      return lift(state, state.start);
    case 'cancel':
      return isAt(state, input.pointer) ? [IDLE, undone(state)] : [state, []];
    case 'abort':
      return state.name === 'edit' ? [state, []] : [IDLE, undone(state)];
    case 'elsewhere':
      return [state.name === 'idle' ? IDLE : state, []];
    case 'editBegan':
      return [{ name: 'edit' }, undone(state)];
    case 'editEnded':
      return [state.name === 'edit' ? IDLE : state, []];
  }
}

function down(state: State, input: Extract<Input, { type: 'down' }>): Step {
  switch (state.name) {
    case 'edit': {
      const [next, effects] = down(IDLE, input);
      return [next, [{ do: 'closeEdit' }, ...effects]];
    }
    case 'idle': {
      const { pointer, device, point, at, target, extend, mayLift } = input;
      if (input.panning) return [{ name: 'pan', pointer, device, point, at, speed: STILL }, []];
      const pending: State = { name: 'pending', pointer, device, start: point, target, extend, mayLift };
      if (state.tapped) pending.tapped = state.tapped;
      const mustRest = device === 'touch' && mayLift && target.kind !== 'wall';
      return [pending, mustRest ? [{ do: 'waitForHold' }] : []];
    }
    case 'pending':
    case 'pan':
    case 'drag':
    case 'marquee': {
      if (input.device !== 'touch' || state.device !== 'touch') return [state, []];
      const first = state.name === 'pending' ? state.start : state.point;
      const a = { pointer: state.pointer, point: first };
      return [{ name: 'pinch', a, b: { pointer: input.pointer, point: input.point } }, undone(state)];
    }
    default:
      return [state, []];
  }
}

function moved(state: State, { pointer, point, at }: Extract<Input, { type: 'move' }>): Step {
  if (!isAt(state, pointer)) return [state, []];
  switch (state.name) {
    case 'pending': {
      if (distance(state.start, point) <= SLACK[state.device]) return [state, []];
      const thing = state.target.kind !== 'wall';
      if (thing && state.mayLift && state.device !== 'touch') {
        const [next, effects] = lift(state, state.start);
        return [{ ...next, point } as State, [...effects, { do: 'carry', point }]];
      }
      const { device, start } = state;
      if (state.extend && (!thing || !state.mayLift)) {
        const marquee: State = { name: 'marquee', pointer, device, start, point, extend: true };
        return [marquee, [{ do: 'marquee', from: start, to: point }]];
      }
      const pan: Effect = { do: 'pan', dx: point.x - start.x, dy: point.y - start.y };
      return [{ name: 'pan', pointer, device, point, at, speed: STILL }, [{ do: 'forgetHold' }, pan]];
    }
    case 'drag':
      return [{ ...state, point }, [{ do: 'carry', point }]];
    case 'pan': {
      const dx = point.x - state.point.x;
      const dy = point.y - state.point.y;
      const speed = speedOf(state.speed, dx, dy, at - state.at);
      return [{ ...state, point, at, speed }, [{ do: 'pan', dx, dy }]];
    }
    case 'pinch':
      return pinched(state, pointer, point);
    case 'marquee':
      return [{ ...state, point }, [{ do: 'marquee', from: state.start, to: point }]];
    default:
      return [state, []];
  }
}

function up(state: State, { pointer, point, at }: Extract<Input, { type: 'up' }>): Step {
  if (!isAt(state, pointer)) return [state, []];
  switch (state.name) {
    case 'pending': {
      const { target, extend, start, tapped } = state;
      const again = tapped && at - tapped.at <= DOUBLE_MS && distance(tapped.point, start) <= DOUBLE_SLACK;
      if (again) return [IDLE, [{ do: 'forgetHold' }, { do: 'doubleTap', target, point: start }]];
      const tap: Effect = { do: 'tap', target, point: start, extend };
      return [{ name: 'idle', tapped: { point: start, at } }, [{ do: 'forgetHold' }, tap]];
    }
    case 'drag':
      return [IDLE, [{ do: 'drop', point }]];
    case 'pan': {
      const flung = state.device === 'touch' && at - state.at < FLING_MS;
      return [IDLE, flung ? [{ do: 'fling', speed: state.speed }] : []];
    }
    case 'pinch': {
      const left = state.a.pointer === pointer ? state.b : state.a;
      return [{ name: 'pan', device: 'touch', at, speed: STILL, ...left }, []];
    }
    case 'marquee':
      return [IDLE, [{ do: 'marqueeDone', from: state.start, to: point, extend: state.extend }]];
    default:
      return [state, []];
  }
}

function lift(state: Extract<State, { name: 'pending' }>, point: Point): Step {
  const { pointer, device, target } = state;
  return [{ name: 'drag', pointer, device, point }, [{ do: 'forgetHold' }, { do: 'lift', target, point }]];
}

function pinched(state: Extract<State, { name: 'pinch' }>, pointer: number, point: Point): Step {
  const next: State =
    pointer === state.a.pointer ? { ...state, a: { pointer, point } } : { ...state, b: { pointer, point } };
  const before = middle(state.a.point, state.b.point);
  const after = middle(next.a.point, next.b.point);
  // Two fingers on the same spot would zoom by infinity.
  const spread = Math.max(20, distance(state.a.point, state.b.point));
  const factor = Math.max(20, distance(next.a.point, next.b.point)) / spread;
  return [next, [{ do: 'zoom', about: after, factor, dx: after.x - before.x, dy: after.y - before.y }]];
}

/** What must be taken back when a state is left by force. */
function undone(state: State): Effect[] {
  switch (state.name) {
    case 'pending':
      return [{ do: 'forgetHold' }];
    case 'drag':
      return [{ do: 'restore' }];
    case 'marquee':
      return [{ do: 'marqueeGone' }];
    default:
      return [];
  }
}

function isAt(state: State, pointer: number): boolean {
  if (state.name === 'pinch') return state.a.pointer === pointer || state.b.pointer === pointer;
  return 'pointer' in state && state.pointer === pointer;
}

/** Speed in pixels a millisecond, smoothed over the last few moves. */
function speedOf(before: Point, dx: number, dy: number, ms: number): Point {
  if (ms <= 0) return before;
  const weight = Math.min(1, ms / 50);
  return {
    x: before.x + (dx / ms - before.x) * weight,
    y: before.y + (dy / ms - before.y) * weight,
  };
}

const STILL: Point = { x: 0, y: 0 };
const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);
const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
