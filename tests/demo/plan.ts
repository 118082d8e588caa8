/** What somebody at a board of the demo would do next: looks at the board and decides. Pure. */

import { type BoardView, type Box, NOTE_SIZE, overlaps } from '../../shared/board/boardView.ts';
import type { ClusterId, NoteId } from '../../shared/domain/ids.ts';
import type { Random } from '../crowd/random.ts';
import type { ThingId } from './places.ts';

export type Plan =
  | { do: 'name'; cluster: ClusterId; group: string }
  | { do: 'merge'; from: ClusterId; into: ClusterId }
  | { do: 'join'; note: NoteId; cluster: ClusterId }
  | { do: 'pair'; note: NoteId; with: NoteId }
  /** Two things cover one another (a pad's note came where a group was growing): one goes to the nearest free place. */
  | { do: 'uncover'; thing: ThingId }
  /** Nothing is left to group: move a lone note a bit, or take one out of a group to look at it again. */
  | { do: 'nudge'; note: NoteId }
  | { do: 'pullOut'; note: NoteId; cluster: ClusterId };

export interface Eyes {
  view: BoardView;
  groupOf: (id: ThingId) => string | undefined;
  isHeld: (id: ThingId) => boolean;
}

/** The next plan, or null on a board where there is nothing to do. */
export function nextPlan(eyes: Eyes, random: Random): Plan | null {
  const { view, groupOf, isHeld } = eyes;
  const clusters = [...view.clusters.values()].filter(({ id }) => !isHeld(id));
  const free = [...view.notes.values()].flatMap(({ note, cluster }) =>
    cluster || isHeld(note.id) ? [] : [note.id],
  );

  const covered = findCovered(view, isHeld);
  if (covered) return { do: 'uncover', thing: covered };

  const unnamed = clusters.find(({ title }) => title === '');
  const group = unnamed && groupOf(unnamed.id);
  if (unnamed && group && random.chance(0.5)) return { do: 'name', cluster: unnamed.id, group };

  for (const from of clusters) {
    const into = clusters.find(
      ({ id, members }) =>
        id !== from.id && members.length >= from.members.length && groupOf(id) === groupOf(from.id),
    );
    if (into && random.chance(0.6)) return { do: 'merge', from: from.id, into: into.id };
  }

  for (const note of random.shuffled(free)) {
    const wanted = groupOf(note);
    if (!wanted) continue;
    const cluster = clusters.find(({ id }) => groupOf(id) === wanted);
    const other = free.find((id) => id !== note && groupOf(id) === wanted);
    // Now and then somebody doesn't see the group that is there and starts another, which will be merged.
    if (cluster && !(other && random.chance(0.12))) return { do: 'join', note, cluster: cluster.id };
    // Somebody may hold the group just now; a second one beside it would be rash.
    const busy = [...view.clusters.keys()].some((id) => isHeld(id) && groupOf(id) === wanted);
    if (other && (cluster || !busy)) return { do: 'pair', note, with: other };
  }

  const large = random.pick(clusters.filter(({ members }) => members.length >= 4));
  const last = large?.members.at(-1);
  if (large && last && random.chance(0.4)) return { do: 'pullOut', note: last, cluster: large.id };
  const note = random.pick(free);
  return note ? { do: 'nudge', note } : null;
}

/** Something that covers or is covered; rather a free note than a group. */
function findCovered(view: BoardView, isHeld: (id: ThingId) => boolean): ThingId | undefined {
  const things: { id: ThingId; box: Box }[] = [];
  for (const [id, { x, y, cluster }] of view.notes) {
    if (!cluster && !isHeld(id)) things.push({ id, box: { x, y, w: NOTE_SIZE, h: NOTE_SIZE } });
  }
  for (const [id, box] of view.clusters) if (!isHeld(id)) things.push({ id, box });
  return things.find(({ id, box }) => things.some((other) => other.id !== id && overlaps(box, other.box)))
    ?.id;
}
