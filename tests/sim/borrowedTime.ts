/**
 * Puts the process' timers, date and chance on a simulation's for as long as one runs, so that the true client and the
 * unchanged provider live in virtual time.
 */

import * as Y from 'yjs';
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
    chance: Math.random,
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
  const getRandomValues = <T extends ArrayBufferView>(array: T): T => {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    for (let index = 0; index < bytes.length; index++) bytes[index] = random.whole(0, 255);
    return array;
  };
  Object.assign(globalThis, {
    setTimeout: setTimer,
    clearTimeout: clear,
    setInterval: setRepeating,
    clearInterval: clear,
  });
  Date.now = () => clock.now();
  Math.random = () => random.next();
  Object.defineProperty(crypto, 'getRandomValues', { value: getRandomValues, configurable: true });
  // Yjs draws clientIDs from a generator that it took hold of when it was loaded; their order decides who wins.
  Object.defineProperty(Y.Doc.prototype, 'clientID', {
    configurable: true,
    set(this: Y.Doc) {
      const value = random.whole(1_000, 2 ** 32 - 1);
      Object.defineProperty(this, 'clientID', {
        value,
        writable: true,
        enumerable: true,
        configurable: true,
      });
    },
  });
  return () => {
    const { setTimeout, clearTimeout, setInterval, clearInterval } = own;
    Object.assign(globalThis, { setTimeout, clearTimeout, setInterval, clearInterval });
    Date.now = own.now;
    Math.random = own.chance;
    // The own one stands on the prototype.
    Reflect.deleteProperty(crypto, 'getRandomValues');
    Reflect.deleteProperty(Y.Doc.prototype, 'clientID');
  };
}
