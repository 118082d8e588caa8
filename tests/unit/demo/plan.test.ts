/** People at the demo's boards do the next sensible thing. */
import { expect, test } from 'vitest';
import type { ClusterView, NoteView } from '../../../shared/board/boardDoc.ts';
import { viewBoard } from '../../../shared/board/boardView.ts';
import { type ClusterId, newId } from '../../../shared/domain/ids.ts';
import { Random } from '../../crowd/random.ts';
import type { ThingId } from '../../demo/places.ts';
import { nextPlan } from '../../demo/plan.ts';

let column = 0;
/** A note whose text is its group key; far from the others. */
function note(group: string, cluster?: ClusterId): NoteView {
  column++;
  return {
    id: newId('n'),
    text: group,
    pos: [column * 1_000, 0],
    round: 1,
    at: 0,
    ...(cluster ? { cluster } : {}),
  };
}
const cluster = (title: string): ClusterView => ({ id: newId('c'), title, pos: [column++ * 1_000, 5_000] });

function eyes(notes: NoteView[], clusters: ClusterView[] = [], held: ThingId[] = []) {
  const view = viewBoard(notes, clusters);
  return {
    view,
    groupOf: (id: ThingId) => {
      const member = view.clusters.get(id as ClusterId)?.members[0] ?? id;
      return notes.find((one) => one.id === member)?.text || undefined;
    },
    isHeld: (id: ThingId) => held.includes(id),
  };
}
/** All that somebody might do next there. */
const plans = (sight: ReturnType<typeof eyes>) =>
  Array.from({ length: 60 }, (_, seed) => nextPlan(sight, new Random(seed)));

test('on an empty board there is nothing to do', () => {
  expect(nextPlan(eyes([]), new Random(1))).toBeNull();
});

test('two notes that say the same are put together, a lone voice is not grouped with anything', () => {
  const [one, two, lone] = [note('hybel'), note('hybel'), note('')];
  for (const plan of plans(eyes([one, two, lone]))) {
    expect(plan?.do).toBe('pair');
    expect([one.id, two.id]).toContain(plan?.do === 'pair' && plan.note);
  }
});

test('a note joins the group that is there', () => {
  const group = cluster('Hybel');
  const notes = [note('hybel', group.id), note('hybel', group.id), note('hybel')];
  for (const plan of plans(eyes(notes, [group]))) {
    expect(plan).toEqual({ do: 'join', note: notes[2]!.id, cluster: group.id });
  }
});

test('what somebody else holds is left alone', () => {
  const group = cluster('Hybel');
  const notes = [note('hybel', group.id), note('hybel', group.id), note('hybel')];
  for (const plan of plans(eyes(notes, [group], [group.id]))) expect(plan?.do).toBe('nudge');
  expect(nextPlan(eyes([notes[2]!], [], [notes[2]!.id]), new Random(1))).toBeNull();
});

test('the smaller of two like groups goes into the larger, never the other way', () => {
  const [small, large] = [cluster('Hybel'), cluster('Bolig')];
  const notes = [
    ...[1, 2].map(() => note('hybel', small.id)),
    ...[1, 2, 3].map(() => note('hybel', large.id)),
  ];
  const merges = plans(eyes(notes, [small, large])).filter((plan) => plan?.do === 'merge');
  expect(merges.length).toBeGreaterThan(10);
  for (const plan of merges) expect(plan).toEqual({ do: 'merge', from: small.id, into: large.id });
});

test('a group without a name gets one, and what is covered is uncovered before all else', () => {
  const group = cluster('');
  const notes = [note('hybel', group.id), note('hybel', group.id)];
  expect(plans(eyes(notes, [group]))).toContainEqual({ do: 'name', cluster: group.id, group: 'hybel' });
  const [under, over] = [note('hybel'), note('film')];
  const piled = { ...over, pos: under.pos };
  for (const plan of plans(eyes([under, piled]))) expect(plan?.do).toBe('uncover');
});
