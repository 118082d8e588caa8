/**
 * The hall's timer, counted down here. It goes by what was left when the hall was last told and by how long ago that
 * is, so that no clock of this device counts: it may be wrong, and may be set while the timer runs.
 */

import { useEffect, useReducer } from 'react';
import type { ShownTimer } from '../../shared/protocol/hallEvents.ts';
import { lookAgain } from '../sync/hallConnection.ts';
import { useHallStore } from './hallStore.ts';

export interface Countdown {
  /** In ms; 0 once it is over. */
  left: number;
  over: boolean;
}

/** What is left, `now` and `heardAt` being of a clock that only grows. */
export function leftAt({ left, running }: ShownTimer, heardAt: number, now: number): number {
  return Math.max(0, running ? left - Math.max(0, now - heardAt) : left);
}

/** Whole seconds as people read them: the last one is "0:01", and "0:00" is over. */
export function secondsOf(left: number): number {
  return Math.ceil(left / 1_000);
}

/** How long the seconds that are shown stay true. */
export function untilNextSecond(left: number): number {
  return left - (secondsOf(left) - 1) * 1_000;
}

/** As `4:05`; minutes go on past the hour. */
export function minutesAndSeconds(left: number): string {
  const seconds = secondsOf(left);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What the clock on the wall shows at this moment, to the nearest minute. */
export function clockAt(moment: number): string {
  const end = new Date(Math.round(moment / 60_000) * 60_000);
  return `${String(end.getHours()).padStart(2, '0')}:${String(end.getMinutes()).padStart(2, '0')}`;
}

/** The two clocks have parted by so much: the device slept (one of them stood), or its time was set. */
const PARTED_MS = 1_500;
const parting = () => Date.now() - performance.now();

/** The hall's timer as it is now, live by the second; null where there is none, or it is not known how it stands. */
export function useCountdown(timer: ShownTimer | null): Countdown | null {
  const heardAt = useHallStore((store) => store.heardAt);
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const running = timer?.running === true;

  useEffect(() => {
    if (!timer?.running || heardAt === null) return;
    let ticking: ReturnType<typeof setTimeout>;
    let apart = parting();
    const wait = () => {
      const left = leftAt(timer, heardAt, performance.now());
      if (left > 0) ticking = setTimeout(tick, untilNextSecond(left) + 5);
    };
    const tick = () => {
      redraw();
      wait();
      // In some browsers the clock that only grows stands while the device sleeps: only the server knows what is left.
      if (Math.abs(parting() - apart) > PARTED_MS) void lookAgain();
      apart = parting();
    };
    wait();
    return () => clearTimeout(ticking);
  }, [timer, heardAt]);

  useEffect(() => {
    if (!running) return;
    const wake = () => {
      if (document.visibilityState !== 'hidden') void lookAgain();
    };
    document.addEventListener('visibilitychange', wake);
    window.addEventListener('pageshow', wake);
    return () => {
      document.removeEventListener('visibilitychange', wake);
      window.removeEventListener('pageshow', wake);
    };
  }, [running]);

  if (!timer || heardAt === null) return null;
  const left = leftAt(timer, heardAt, performance.now());
  return { left, over: left <= 0 };
}
