/** Puts the process' chance, ids and clientIDs on a seeded generator, so that a seed says all that happens. */

import * as Y from 'yjs';
import type { Random } from './random.ts';

/** @returns what gives them back */
export function borrowChance(random: Random): () => void {
  const own = Math.random;
  const getRandomValues = <T extends ArrayBufferView>(array: T): T => {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    for (let index = 0; index < bytes.length; index++) bytes[index] = random.whole(0, 255);
    return array;
  };
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
    Math.random = own;
    // The own one stands on the prototype.
    Reflect.deleteProperty(crypto, 'getRandomValues');
    Reflect.deleteProperty(Y.Doc.prototype, 'clientID');
  };
}
