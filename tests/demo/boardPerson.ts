/** What the demo's people at boards do with their hands: each plan as drags and one commit at the drop. */

import type { Pos } from '../../shared/board/boardDoc.ts';
import {
  joinCluster,
  makeCluster,
  mergeClusters,
  nameCluster,
  pullOut,
} from '../../shared/board/boardOps.ts';
import { clusterBox, NOTE_SIZE, placeInCluster } from '../../shared/board/boardView.ts';
import { type ClusterId, type NoteId, newId } from '../../shared/domain/ids.ts';
import type { Boarder } from '../crowd/Boarder.ts';
import type { Random } from '../crowd/random.ts';
import type { Floor } from './Floor.ts';
import { type DemoNote, GROUP_TITLES } from './notes.ts';
import { cornerFor, freeClusterPlace, freePlace, isFree, type ThingId } from './places.ts';
import { nextPlan } from './plan.ts';

const SQUARE = { w: NOTE_SIZE, h: NOTE_SIZE };
/** Notes for which a group that has to move looks for room, so that it doesn't move again for the next one. */
const ROOM_AHEAD = 3;

/** A pair of hands at a board. */
export interface Hands {
  boarder: Boarder;
  floor: Floor;
  random: Random;
}

/** Does the next thing that there is to do at this board. */
export async function tidySomething(hands: Hands): Promise<void> {
  const { boarder, floor, random } = hands;
  const { view } = boarder;
  const plan = nextPlan(
    { view, groupOf: (id) => floor.groupOf(view, id), isHeld: (id) => floor.isHeld(id) },
    random,
  );
  switch (plan?.do) {
    case 'name':
      boarder.edit((doc) => nameCluster(doc, plan.cluster, GROUP_TITLES[plan.group] ?? ''));
      return;
    case 'join':
      await floor.holding([plan.note, plan.cluster], () => join(hands, plan.note, plan.cluster));
      return;
    case 'pair':
      await floor.holding([plan.note, plan.with], () => pair(hands, plan.with, plan.note));
      return;
    case 'merge':
      await floor.holding([plan.from, plan.into], () => merge(hands, plan.from, plan.into));
      return;
    case 'uncover':
      await floor.holding([plan.thing], () => uncover(hands, plan.thing));
      return;
    case 'pullOut':
      await floor.holding([plan.note, plan.cluster], () => takeOut(hands, plan.note));
      return;
    case 'nudge':
      await floor.holding([plan.note], () => nudge(hands, plan.note));
  }
}

/** Hangs a note up beside one that it belongs with, or else beside any. */
export function hangUp({ boarder, floor, random }: Hands, { text, level, slot, group }: DemoNote): void {
  const { view } = boarder;
  const notes = [...view.notes.values()];
  const kin = notes.filter(({ note }) => group && floor.groupOf(view, note.id) === group);
  const near = random.pick(kin.length > 0 ? kin : notes);
  const pos = freePlace(floor.taken(view), SQUARE, near ? [near.x, near.y] : [0, 0]);
  boarder.add({ text, level, slot, pos });
}

/** Drags a note to the last place of a group; where the group would grow over something, it is moved first. */
async function join(hands: Hands, note: NoteId, cluster: ClusterId): Promise<void> {
  const { boarder, floor } = hands;
  const count = (boarder.view.clusters.get(cluster)?.members.length ?? 0) + 1;
  const corner = await makeRoom(hands, cluster, count, [note]);
  if (!corner) return;
  await floor.reserving(clusterBox(corner, count), () =>
    boarder.drag(note, placeInCluster(corner, count, count - 1), {
      ms: time(hands),
      drop: (doc) => joinCluster(doc, cluster, [note]),
    }),
  );
}

/** Starts a group: one note to where there is room, the other onto it. */
async function pair(hands: Hands, first: NoteId, second: NoteId): Promise<void> {
  const { boarder, floor } = hands;
  const { view } = boarder;
  const lies = view.notes.get(first);
  if (!lies) return;
  const taken = floor.taken(view, [first, second]);
  const there = cornerFor([lies.x, lies.y], 2);
  const fits = isFree(taken, clusterBox(there, 2));
  const corner = fits ? there : freeClusterPlace(taken, 2 + ROOM_AHEAD, there);
  await floor.reserving(clusterBox(corner, 2), async () => {
    if (!fits) await boarder.drag(first, placeInCluster(corner, 2, 0), { ms: time(hands) });
    await boarder.drag(second, placeInCluster(corner, 2, 1), {
      ms: time(hands),
      drop: (doc) => makeCluster(doc, { id: newId('c'), title: '', pos: corner }, [first, second]),
    });
  });
}

async function merge(hands: Hands, from: ClusterId, into: ClusterId): Promise<void> {
  const { boarder, floor } = hands;
  const { clusters } = boarder.view;
  const count = (clusters.get(from)?.members.length ?? 0) + (clusters.get(into)?.members.length ?? 0);
  const corner = await makeRoom(hands, into, count, [from]);
  if (!corner) return;
  await floor.reserving(clusterBox(corner, count), () =>
    boarder.drag(from, [corner[0] + 40, corner[1] + 60], {
      ms: time(hands),
      drop: (doc) => mergeClusters(doc, from, into),
    }),
  );
}

async function takeOut(hands: Hands, note: NoteId): Promise<void> {
  const { boarder, floor } = hands;
  const { view } = boarder;
  const lies = view.notes.get(note);
  if (!lies) return;
  const pos = freePlace(floor.taken(view), SQUARE, [lies.x, lies.y]);
  await floor.reserving({ x: pos[0], y: pos[1], ...SQUARE }, () =>
    boarder.drag(note, pos, { ms: time(hands), drop: (doc) => pullOut(doc, [{ id: note, pos }]) }),
  );
}

async function uncover(hands: Hands, thing: ThingId): Promise<void> {
  const { boarder, floor } = hands;
  const { view } = boarder;
  const cluster = view.clusters.get(thing as ClusterId);
  const lies = cluster ?? view.notes.get(thing as NoteId);
  if (!lies) return;
  const size = cluster ? { w: cluster.w, h: cluster.h } : SQUARE;
  const [x, y] = freePlace(floor.taken(view, [thing]), size, [lies.x, lies.y]);
  await floor.reserving({ x, y, ...size }, () => boarder.drag(thing, [x, y], { ms: time(hands) }));
}

/** Moves a lone note next to another thing. */
async function nudge(hands: Hands, note: NoteId): Promise<void> {
  const { boarder, floor, random } = hands;
  const { view } = boarder;
  const other = random.pick([...view.notes.values()].filter((placed) => placed.note.id !== note));
  if (!other) return;
  const pos = freePlace(floor.taken(view, [note]), SQUARE, [other.x, other.y]);
  await floor.reserving({ x: pos[0], y: pos[1], ...SQUARE }, () =>
    boarder.drag(note, pos, { ms: time(hands) }),
  );
}

/** @returns the group's corner, from where it covers nothing with that many notes; null where the group is gone */
async function makeRoom(
  hands: Hands,
  cluster: ClusterId,
  count: number,
  moving: readonly ThingId[],
): Promise<Pos | null> {
  const { boarder, floor } = hands;
  const { view } = boarder;
  const box = view.clusters.get(cluster);
  if (!box) return null;
  const here: Pos = [box.x, box.y];
  const taken = floor.taken(view, [cluster, ...moving]);
  if (isFree(taken, clusterBox(here, count))) return here;
  const there = freeClusterPlace(taken, count + ROOM_AHEAD, here);
  await floor.reserving(clusterBox(there, count), () => boarder.drag(cluster, there, { ms: time(hands) }));
  const now = boarder.view.clusters.get(cluster);
  return now ? [now.x, now.y] : null;
}

const time = ({ random }: Hands) => random.between(700, 1_600);
