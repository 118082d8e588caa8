// @vitest-environment happy-dom
/** Notes in motion that another thread draws: what is drawn here meanwhile, and what when there is no thread. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  Flight,
  type FlightOrder,
  type FlightPiece,
  type FlightWord,
} from '../../../../client/board/paint/Flight.ts';
import type { NoteId } from '../../../../shared/domain/ids.ts';

/** A thread that draws when it is told to. */
class FakeThread {
  static last: FakeThread;
  readonly orders: FlightOrder[] = [];
  onmessage: ((event: { data: FlightWord }) => void) | null = null;
  onerror: (() => void) | null = null;
  ended = false;

  constructor() {
    FakeThread.last = this;
  }

  postMessage(order: FlightOrder): void {
    this.orders.push(order);
  }

  terminate(): void {
    this.ended = true;
  }

  /** Says that it has drawn a scene: the newest, or one before. */
  draws(back = 0): void {
    const scenes = this.orders.flatMap(({ scene }) => scene ?? []);
    this.onmessage!({ data: { drawn: scenes.at(-1 - back)!.number } });
  }
}

const size = { w: 640, h: 480 };
const idOf = (number: number) => `n_${number}` as NoteId;
const piecesOf = (...numbers: number[]): FlightPiece[] =>
  numbers.map((number) => ({ id: idOf(number), number, picture: {} as ImageBitmap, x: 10 * number, y: 5 }));

describe('notes in flight', () => {
  let changed: ReturnType<typeof vi.fn<() => void>>;
  let flight: Flight;

  beforeEach(() => {
    vi.stubGlobal('Worker', FakeThread);
    HTMLCanvasElement.prototype.transferControlToOffscreen = () => ({}) as OffscreenCanvas;
    changed = vi.fn();
    flight = Flight.start(changed)!;
  });

  afterEach(() => vi.unstubAllGlobals());

  it('are shown by the thread when it has drawn them, and not before', () => {
    flight.show(piecesOf(1, 2), size);
    expect([1, 2].map((number) => flight.shows(idOf(number)))).toEqual([false, false]);
    FakeThread.last.draws();
    expect([1, 2, 3].map((number) => flight.shows(idOf(number)))).toEqual([true, true, false]);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('come to the thread once, however often they are moved', () => {
    flight.show(piecesOf(1), size);
    flight.show(piecesOf(1, 2), size);
    const pictures = FakeThread.last.orders.flatMap((order) => order.pictures ?? []);
    expect(pictures.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('stay with the thread when they come to have another picture, and one picture may stand for several', () => {
    const [one, other] = piecesOf(1, 2);
    flight.show([one!, { ...other!, number: 1 }], size);
    FakeThread.last.draws();
    flight.show([one!, other!], size);
    expect([1, 2].map((number) => flight.shows(idOf(number)))).toEqual([true, true]);
    const scene = FakeThread.last.orders.at(-1)!.scene!;
    expect([...scene.places]).toEqual([1, 10, 5, 2, 20, 5]);
  });

  it('ask for no frame when the thread has only moved what it showed', () => {
    for (let scene = 0; scene < 3; scene++) {
      flight.show(piecesOf(1, 2), size);
      FakeThread.last.draws();
    }
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('are drawn here again from the moment in which the camera moves, also when an older scene comes late', () => {
    flight.show(piecesOf(1), size);
    FakeThread.last.draws();
    flight.show(piecesOf(1), size);
    flight.leave();
    expect(flight.shows(idOf(1))).toBe(false);
    expect(flight.element.style.visibility).toBe('hidden');
    FakeThread.last.draws();
    expect(flight.shows(idOf(1))).toBe(false);
    flight.show(piecesOf(1), size);
    FakeThread.last.draws(1);
    expect(flight.shows(idOf(1))).toBe(false);
    FakeThread.last.draws();
    expect(flight.shows(idOf(1))).toBe(true);
    expect(flight.element.style.visibility).toBe('');
  });

  it('are drawn here for good when the thread has failed', () => {
    flight.show(piecesOf(1), size);
    FakeThread.last.draws();
    FakeThread.last.onmessage!({ data: { lost: true } });
    expect(FakeThread.last.ended).toBe(true);
    expect(flight.shows(idOf(1))).toBe(false);
    flight.show(piecesOf(1), size);
    expect(flight.shows(idOf(1))).toBe(false);
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it('are no longer handed to a thread that draws nothing', () => {
    for (let scene = 0; scene < 500; scene++) flight.show(piecesOf(1), size);
    expect(FakeThread.last.ended).toBe(true);
    expect(FakeThread.last.orders.length).toBeLessThan(300);
  });

  it('are drawn here where a browser has no such threads', () => {
    vi.stubGlobal('Worker', undefined);
    expect(Flight.start(changed)).toBeNull();
  });
});
