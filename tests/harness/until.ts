/** Waiting for a condition, with a deadline: the only way tests wait. */

export interface UntilOptions {
  /** What is waited for, for the message when it does not come. */
  what: string;
  /** Milliseconds. */
  within?: number;
}

/** Looks again and again until `look` gives something, and gives that. @throws when it does not come in time */
export async function until<T>(
  look: () => T | undefined | null | false | Promise<T | undefined | null | false>,
  { what, within = 20_000 }: UntilOptions,
): Promise<T> {
  const end = performance.now() + within;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== null && found !== false) return found;
    if (performance.now() > end) throw new Error(`waited ${within} ms in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
