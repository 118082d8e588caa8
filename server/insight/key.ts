/** A short name for a set of ids that is the same whoever computes it, in whatever order. */

/** The kind, and 53 bits of a hash over the sorted ids (multiply and mix, no secret in it). */
export function keyOf(kind: string, ids: readonly string[]): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (const character of [...ids].sort().join('\n')) {
    const code = character.codePointAt(0)!;
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return `${kind}_${(4294967296 * (2097151 & low) + (high >>> 0)).toString(36)}`;
}
