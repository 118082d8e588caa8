/** The order of a list by single steps: the list as it will be, and which way something can still go. */

/** `ids` with this one a step up or down; the same list where it can't go further. */
export function stepped<Id>(ids: readonly Id[], id: Id, by: -1 | 1): readonly Id[] {
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length) return ids;
  const moved = [...ids];
  moved.splice(from, 1);
  moved.splice(to, 0, id);
  return moved;
}

/** Things in the order wanted; those that the wish does not name come last, as they stood. */
export function arranged<T extends { id: string }>(things: readonly T[], wanted: readonly string[]): T[] {
  const place = new Map(wanted.map((id, index) => [id, index]));
  const at = ({ id }: T) => place.get(id) ?? wanted.length;
  return things
    .map((thing, index) => ({ thing, index }))
    .sort((a, b) => at(a.thing) - at(b.thing) || a.index - b.index)
    .map(({ thing }) => thing);
}
