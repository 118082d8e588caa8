/** Votes as data (V1–V9 of docs/SPEC.md): where they count, what they come to, and who may see it. */

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { countVotes, dotsLaid, endsOn, settled, topOf, type Vote } from '../../../server/hall/countVotes.ts';
import { HallItems } from '../../../server/hall/HallItems.ts';
import { shownResults, Votes, votedAt, votesOf } from '../../../server/hall/votes.ts';
import type { HallItem } from '../../../server/ports.ts';
import { addNote, makeCluster, mergeClusters, pullOut, removeNotes } from '../../../shared/board/boardOps.ts';
import type { Poll } from '../../../shared/domain/hall.ts';
import {
  type ClusterId,
  type HallId,
  type NoteId,
  newId,
  type ParticipantId,
} from '../../../shared/domain/ids.ts';
import { Random } from '../../crowd/random.ts';

const STATION = newId('s');

function board() {
  const doc = new Y.Doc();
  const note = (): NoteId => {
    const id = newId('n');
    addNote(doc, { id, text: 'En lapp', pos: [0, 0], round: 1, at: 1 });
    return id;
  };
  const group = (...ids: NoteId[]): ClusterId => {
    const id = newId('c');
    makeCluster(doc, { id, title: 'Gruppe', pos: [0, 0] }, ids);
    return id;
  };
  return { doc, note, group };
}

const vote = (dots: Vote['dots'], ratings: Vote['ratings'] = {}): Vote => ({
  station: STATION,
  dots,
  ratings,
});

/** Items that are saved by a store in memory. */
function itemsBench(before: HallItem[] = []) {
  const saved = new Map(before.map((item) => [item.key, item]));
  const store = {
    saveItems: async (_: HallId, items: readonly HallItem[]) => {
      for (const item of items) {
        if (item.value === null) saved.delete(item.key);
        else saved.set(item.key, item);
      }
    },
  };
  return { items: new HallItems(store, newId('h'), before), saved };
}

const everywhere = (thing: string) => thing;

describe('where votes count', () => {
  it('V3 what lies on a group that was merged counts for the one it ended in', () => {
    const { doc, note, group } = board();
    const [a, b, c] = [group(note()), group(note()), group(note())];
    mergeClusters(doc, a, b);
    mergeClusters(doc, b, c);
    const ends = endsOn(doc);
    expect(settled(vote({ [a]: 1, [b]: 2, [c]: 3 }), ends).dots).toEqual({ [c]: 6 });
    expect(settled(vote({}, { [a]: [1, 1], [c]: [5, 4] }), ends).ratings).toEqual({ [c]: [5, 4] });
    expect(settled(vote({}, { [c]: [5, 4], [a]: [1, 1] }), ends).ratings).toEqual({ [c]: [5, 4] });
  });

  it('V3 what lies on something that is gone is given back: withdrawn notes, groups without notes, ids of nothing', () => {
    const { doc, note, group } = board();
    const [here, gone, last] = [note(), note(), note()];
    const emptied = group(last);
    removeNotes(doc, [gone]);
    pullOut(doc, [{ id: last, pos: [5, 5] }]);
    const mine = vote({ [here]: 1, [gone]: 2, [emptied]: 3, [newId('c')]: 4, [newId('n')]: 5 });
    expect(settled(mine, endsOn(doc)).dots).toEqual({ [here]: 1 });
    expect(dotsLaid(settled(mine, endsOn(doc)))).toBe(1);
  });

  it('V6 a person who rated two groups that were merged counts once', () => {
    const { doc, note, group } = board();
    const [a, b] = [group(note()), group(note())];
    mergeClusters(doc, a, b);
    const votes = [vote({}, { [a]: [1, 1], [b]: [5, 5] }), vote({}, { [a]: [2, 4] })];
    expect(countVotes(votes, endsOn(doc)).ratings).toEqual({
      [b]: { effect: 3.5, feasibility: 4.5, count: 2 },
    });
  });
});

describe('what they come to', () => {
  it('V6 is the same in whatever order people voted, most dots first', () => {
    const votes = [vote({ n_b: 2, n_a: 1 }), vote({ n_c: 1, n_a: 1 }), vote({ n_a: 3 })];
    const results = countVotes(votes, everywhere);
    expect(JSON.stringify(countVotes([...votes].reverse(), everywhere))).toBe(JSON.stringify(results));
    expect(Object.entries(results.dots)).toEqual([
      ['n_a', 5],
      ['n_b', 2],
      ['n_c', 1],
    ]);
    expect(topOf(results, 1).dots).toEqual({ n_a: 5 });
  });
});

describe('the votes of a hall', () => {
  const poll: Poll = { id: 'avstemning', kind: 'dots', budget: 5, open: true, shown: false };

  it('V4 are seen by nobody before they are shown', async () => {
    const { items } = itemsBench();
    const votes = votesOf(items);
    await votes.cast(poll.id, newId('p'), vote({ n_a: 3 }));
    votes.count(poll.id, everywhere);
    expect(shownResults({ poll }, items)).toBeNull();
    expect(votedAt({ poll }, items)).toBe(1);
    expect(shownResults({ poll: { ...poll, shown: true } }, items)).toEqual({
      dots: { n_a: 3 },
      ratings: {},
    });
  });

  it('V2 of one person are taken one after another, and one that fails does not stop the next', async () => {
    const { items } = itemsBench();
    const votes = new Votes(items);
    const who = newId('p');
    const add = (thing: string) =>
      votes.inTurn(who, async () => {
        const last = votes.voteOf(poll.id, who) ?? vote({});
        await Promise.resolve();
        if (thing === 'n_bad') throw new Error('no');
        await votes.cast(poll.id, who, vote({ ...last.dots, [thing]: 1 }));
      });
    const all = await Promise.allSettled(['n_a', 'n_bad', 'n_b', 'n_c'].map(add));
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(votes.voteOf(poll.id, who)?.dots).toEqual({ n_a: 1, n_b: 1, n_c: 1 });
  });

  it('V5 of an earlier vote count no more, and stay on disk', async () => {
    const { items, saved } = itemsBench();
    const votes = new Votes(items);
    await votes.cast('forrige', newId('p'), vote({ n_a: 3 }));
    votes.forget('forrige');
    expect(votes.voted('neste')).toBe(0);
    expect(votes.tally('neste', everywhere).dots).toEqual({});
    expect(saved.size).toBe(1);
  });

  it('V5 a vote of nothing is no vote', async () => {
    const { items, saved } = itemsBench();
    const votes = new Votes(items);
    const who = newId('p');
    await votes.cast(poll.id, who, vote({ n_a: 1 }));
    await votes.cast(poll.id, who, vote({}));
    expect([votes.voted(poll.id), saved.size]).toEqual([0, 0]);
  });

  it('V7 are the same after a restart, by seed', async () => {
    const random = new Random(20261122);
    const { items, saved } = itemsBench();
    const votes = new Votes(items);
    const people = Array.from({ length: 40 }, () => newId('p'));
    const things = Array.from({ length: 12 }, () => newId('n'));
    for (let step = 0; step < 500; step++) {
      const who = random.pick(people)! as ParticipantId;
      const dots: Vote['dots'] = {};
      for (let laid = random.whole(0, 4); laid > 0; laid--) dots[random.pick(things)!] = laid;
      await votes.cast(random.pick(['a', 'b'])!, who, vote(dots));
      if (random.chance(0.1)) votes.count('a', everywhere);
    }
    const restarted = new Votes(itemsBench([...saved.values()]).items);
    for (const id of ['a', 'b']) {
      votes.count(id, everywhere);
      expect(restarted.voted(id), `seed ${random.seed}`).toBe(votes.voted(id));
      expect(restarted.results(id), `seed ${random.seed}`).toEqual(votes.results(id));
    }
  });
});
