/**
 * Puts the process' timers, date and chance on a simulation's for as long as one runs, so that the true client and the
 * unchanged provider live in virtual time.
 */

import { borrowChance } from '../crowd/borrowedChance.ts';
import type { Random } from '../crowd/random.ts';
import type { SimClock } from './SimClock.ts';

/** @returns what gives all of it back */
export function borrowTime(clock: SimClock, random: Random): () => void {
  const own = {
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    setInterval: globalThis.setInterval,
    clearInterval: globalThis.clearInterval,
    now: Date.now,
  };
  const cancels = new Map<number, () => void>();
  let next = 1;
  const clear = (id: unknown) => {
    cancels.get(id as number)?.();
    cancels.delete(id as number);
  };
  const setTimer = (task: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => {
    const id = next++;
    cancels.set(
      id,
      clock.after(ms, () => {
        cancels.delete(id);
        task(...args);
      }),
    );
    return id;
  };
  const setRepeating = (task: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) => {
    const id = next++;
    const again = () => {
      cancels.set(
        id,
        clock.after(ms, () => {
          again();
          task(...args);
        }),
      );
    };
    again();
    return id;
  };
  Object.assign(globalThis, {
    setTimeout: setTimer,
    clearTimeout: clear,
    setInterval: setRepeating,
    clearInterval: clear,
  });
  Date.now = () => clock.now();
  const giveBackChance = borrowChance(random);
  return () => {
    const { setTimeout, clearTimeout, setInterval, clearInterval } = own;
    Object.assign(globalThis, { setTimeout, clearTimeout, setInterval, clearInterval });
    Date.now = own.now;
    giveBackChance();
  };
}
