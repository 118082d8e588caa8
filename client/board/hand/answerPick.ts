/** What a tap means while something is being picked: the way by single taps to all that a drag does. */

import { NOTE_SIZE, type PlacedCluster, type PlacedNote } from '../../../shared/board/boardView.ts';
import type { ClusterId } from '../../../shared/domain/ids.ts';
import type { BoardActions } from '../deeds/BoardActions.ts';
import type { BoardModel } from '../model/BoardModel.ts';
import type { Point } from '../surface/camera.ts';
import { type Drop, type DropTarget, findTarget, type Held, NO_HOVER, outcome } from './dropTarget.ts';
import type { Target } from './gestures.ts';
import type { Pick } from './handStore.ts';

/** `again`: the tap was no answer, go on picking. `made`: the cluster that came of it, if one did. */
export type Answered = { again: true } | { again: false; made: ClusterId | null };

const MISSED: Answered = { again: true };
/** Where a cluster is gripped: the middle of its head. */
const GRIP_Y = 32;

/** Answers with the thing under the tap, or the place of it. */
export function answerPick(
  pick: Pick,
  target: Target,
  at: Point,
  { model, actions }: { model: BoardModel; actions: BoardActions },
): Answered {
  switch (pick.kind) {
    case 'partner':
      // A tap beside everything is a miss, not a wish to stop.
      if (target.kind === 'wall') return MISSED;
      return { again: false, made: actions.groupWith(pick.notes, target.id) };
    case 'merge': {
      const into = target.kind === 'note' ? model.view.notes.get(target.id)?.cluster : clusterOf(target);
      if (!into || into === pick.cluster) return MISSED;
      return { again: false, made: actions.lay({ do: 'merge', from: pick.cluster, into }) };
    }
    case 'more':
      return MISSED;
    case 'placeNotes':
    case 'placeCluster':
      return { again: false, made: actions.lay(dropAt(pick, at, model)) };
  }
}

/** The target as it hangs. */
export function targetOn({ view }: BoardModel, target: DropTarget): PlacedNote | PlacedCluster | undefined {
  return target.kind === 'note' ? view.notes.get(target.id) : view.clusters.get(target.id);
}

const clusterOf = (target: Target) => (target.kind === 'cluster' ? target.id : undefined);

/** What dropping the picked things with their grip at a place does. */
function dropAt(
  pick: Extract<Pick, { kind: 'placeNotes' | 'placeCluster' }>,
  at: Point,
  model: BoardModel,
): Drop {
  const held = heldAt(pick, at, model);
  if (!held) return { do: 'nothing' };
  if (held.kind === 'cluster') return outcome(held, null);
  const { x, y } = held.notes[0]!;
  const { target } = findTarget(held, model.near({ x, y, w: NOTE_SIZE, h: NOTE_SIZE }), at, NO_HOVER, 0);
  return outcome(held, target, target ? targetOn(model, target) : undefined);
}

function heldAt(
  pick: Extract<Pick, { kind: 'placeNotes' | 'placeCluster' }>,
  at: Point,
  { view }: BoardModel,
): Held | null {
  if (pick.kind === 'placeCluster') {
    const placed = view.clusters.get(pick.cluster);
    if (!placed) return null;
    const { w, h } = placed;
    return { kind: 'cluster', id: pick.cluster, box: { x: at.x - w / 2, y: at.y - GRIP_Y, w, h } };
  }
  const first = view.notes.get(pick.notes[0]!);
  if (!first) return null;
  const notes = pick.notes.flatMap((id) => {
    const placed = view.notes.get(id);
    if (!placed) return [];
    const x = at.x - NOTE_SIZE / 2 + placed.x - first.x;
    const y = at.y - NOTE_SIZE / 2 + placed.y - first.y;
    return [{ id, x, y, cluster: placed.cluster }];
  });
  return { kind: 'notes', notes };
}
