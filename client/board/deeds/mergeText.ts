/** Two people's changes of one text, put together where they don't meet. */

interface Splice {
  at: number;
  gone: number;
  come: string;
}

/**
 * `base` as it became through both changes.
 * @returns the text, and whether theirs had to give way to mine
 */
export function mergeText(base: string, mine: string, theirs: string): { text: string; overruled: boolean } {
  if (theirs === base || mine === theirs) return { text: mine, overruled: false };
  if (mine === base) return { text: theirs, overruled: false };
  const own = spliceOf(base, mine);
  const other = spliceOf(base, theirs);
  const [first, last] = own.at <= other.at ? [own, other] : [other, own];
  if (first.at + first.gone > last.at || first.at === last.at) return { text: mine, overruled: true };
  const text =
    base.slice(0, first.at) +
    first.come +
    base.slice(first.at + first.gone, last.at) +
    last.come +
    base.slice(last.at + last.gone);
  return { text, overruled: false };
}

function spliceOf(from: string, to: string): Splice {
  const shorter = Math.min(from.length, to.length);
  let head = 0;
  while (head < shorter && from[head] === to[head]) head++;
  let tail = 0;
  while (tail < shorter - head && from.at(-1 - tail) === to.at(-1 - tail)) tail++;
  return { at: head, gone: from.length - head - tail, come: to.slice(head, to.length - tail) };
}
