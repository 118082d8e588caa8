/** What a drop does, by where the held thing is. */

import { describe, expect, it } from 'vitest';
import {
  COVER,
  findTarget,
  type Held,
  HOVER_MS,
  type Hover,
  NO_HOVER,
  outcome,
} from '../../../../client/board/hand/dropTarget.ts';
import type { PlacedCluster, PlacedNote } from '../../../../shared/board/boardView.ts';
import { CLUSTER_HEAD, CLUSTER_PAD, clusterBox, NOTE_SIZE } from '../../../../shared/board/boardView.ts';
import { type ClusterId, type NoteId, newId } from '../../../../shared/domain/ids.ts';

const [mine, other] = [newId('n'), newId('n')];
const [group, another] = [newId('c'), newId('c')];

function placed(id: NoteId, x: number, y: number, cluster?: ClusterId): PlacedNote {
  const note = { id, text: '', pos: [x, y] as const, round: 1, at: 0 };
  return cluster ? { note, x, y, cluster } : { note, x, y };
}

function clusterAt(id: ClusterId, x: number, y: number, members: NoteId[]): PlacedCluster {
  return { id, title: '', members, ...clusterBox([x, y], members.length) };
}

function holding(x: number, y: number, cluster?: ClusterId): Held {
  return { kind: 'notes', notes: [{ id: mine, x, y, cluster }] };
}

/** The target with nothing hovered before, and the pointer in the held note's middle. */
function targetOf(held: Held, notes: PlacedNote[], clusters: PlacedCluster[] = []) {
  const at = held.kind === 'notes' ? held.notes[0]! : held.box;
  const pointer = { x: at.x + NOTE_SIZE / 2, y: at.y + NOTE_SIZE / 2 };
  return findTarget(held, { notes, clusters }, pointer, NO_HOVER, 0).target;
}

describe('the target', () => {
  it('is a note that is covered by two fifths, and not by less', () => {
    const need = NOTE_SIZE * (1 - COVER);
    expect(targetOf(holding(need, 0), [placed(other, 0, 0)])).toEqual({ kind: 'note', id: other });
    expect(targetOf(holding(need + 5, 0), [placed(other, 0, 0)])).toBeNull();
  });

  it('is what the pointer has rested on, though less is covered', () => {
    const held = holding(150, 150);
    const near = { notes: [placed(other, 0, 0)], clusters: [] };
    const pointer = { x: 180, y: 180 };
    const first = findTarget(held, near, pointer, NO_HOVER, 1_000);
    expect(first.target).toBeNull();
    const soon = findTarget(held, near, pointer, first.hover, 1_000 + HOVER_MS - 1);
    expect(soon.target).toBeNull();
    expect(findTarget(held, near, pointer, soon.hover, 1_000 + HOVER_MS).target?.id).toBe(other);
  });

  it('is forgotten when the pointer leaves it for a moment', () => {
    const held = holding(150, 150);
    const near = { notes: [placed(other, 0, 0)], clusters: [] };
    const inside = { x: 180, y: 180 };
    let hover: Hover = findTarget(held, near, inside, NO_HOVER, 0).hover;
    hover = findTarget(held, near, { x: 300, y: 300 }, hover, 100).hover;
    expect(findTarget(held, near, inside, hover, 200).target).toBeNull();
  });

  it('is the cluster, never a note in it', () => {
    const note = placed(other, CLUSTER_PAD, CLUSTER_HEAD, group);
    const target = targetOf(holding(CLUSTER_PAD, CLUSTER_HEAD), [note], [clusterAt(group, 0, 0, [other])]);
    expect(target).toEqual({ kind: 'cluster', id: group });
  });

  it('is the one that is covered most', () => {
    const third = newId('n');
    const target = targetOf(holding(90, 0), [placed(other, 0, 0), placed(third, 110, 0)]);
    expect(target?.id).toBe(third);
  });

  it('is never the held thing itself', () => {
    expect(targetOf(holding(0, 0), [placed(mine, 0, 0)])).toBeNull();
    const held: Held = { kind: 'cluster', id: group, box: clusterBox([0, 0], 2) };
    expect(targetOf(held, [], [clusterAt(group, 0, 0, [mine, other])])).toBeNull();
  });

  it('of a cluster is another cluster, and never a note', () => {
    const held: Held = { kind: 'cluster', id: group, box: clusterBox([0, 0], 1) };
    expect(targetOf(held, [placed(other, 20, 64)])).toBeNull();
    const target = targetOf(held, [], [clusterAt(another, 60, 60, [other])]);
    expect(target).toEqual({ kind: 'cluster', id: another });
  });
});

describe('the outcome', () => {
  it('on the open wall is a move, and out of a cluster a pull', () => {
    expect(outcome(holding(10, 20), null)).toEqual({ do: 'move', places: [{ id: mine, pos: [10, 20] }] });
    expect(outcome(holding(10, 20, group), null)).toEqual({
      do: 'pullOut',
      places: [{ id: mine, pos: [10, 20] }],
    });
  });

  it('on a note is a new cluster in which that note stays where it hangs', () => {
    const drop = outcome(holding(0, 0), { kind: 'note', id: other }, placed(other, 300, 400));
    expect(drop).toEqual({
      do: 'group',
      onto: other,
      pos: [300 - CLUSTER_PAD, 400 - CLUSTER_HEAD],
      notes: [mine],
    });
  });

  it('on a cluster is to join it; on the one it came from, nothing', () => {
    expect(outcome(holding(0, 0), { kind: 'cluster', id: group })).toEqual({
      do: 'join',
      cluster: group,
      notes: [mine],
    });
    expect(outcome(holding(0, 0, group), { kind: 'cluster', id: group })).toEqual({ do: 'nothing' });
  });

  it('of a cluster on a cluster is a merge of the first into the second', () => {
    const held: Held = { kind: 'cluster', id: group, box: clusterBox([5, 6], 2) };
    expect(outcome(held, { kind: 'cluster', id: another })).toEqual({
      do: 'merge',
      from: group,
      into: another,
    });
    expect(outcome(held, null)).toEqual({ do: 'move', places: [{ id: group, pos: [5, 6] }] });
  });

  it('of several notes takes along those that are not there already', () => {
    const notes = [
      { id: mine, x: 0, y: 0 },
      { id: other, x: 200, y: 0, cluster: group },
    ];
    expect(outcome({ kind: 'notes', notes }, { kind: 'cluster', id: group })).toMatchObject({
      notes: [mine],
    });
  });
});
