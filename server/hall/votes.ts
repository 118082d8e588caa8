/**
 * The votes of a hall while it is open. Each person's vote is one item on disk; here they lie by poll, counted once
 * for all who look, and again only when a vote or the board has changed. Rules V1–V9 in docs/SPEC.md.
 */

import type { Poll, Station } from '../../shared/domain/hall.ts';
import type { ParticipantId } from '../../shared/domain/ids.ts';
import type { VoteResults } from '../../shared/protocol/hallEvents.ts';
import { countVotes, type Ends, isEmpty, topOf, type Vote } from './countVotes.ts';
import type { HallItems } from './HallItems.ts';

/** Of each, in the state that everybody is sent again and again; `vote:look` tells of all. */
const RESULTS_IN_STATE = 100;

interface Box {
  votes: Map<ParticipantId, Vote>;
  results: VoteResults;
  inState: VoteResults;
  /** Whether it was counted by the board as it is, merges followed. */
  onBoard: boolean;
}

export class Votes {
  readonly #items: HallItems;
  readonly #boxes = new Map<string, Box>();
  /** Each person's requests, one after another: each builds on the vote that the one before it left. */
  readonly #turns = new Map<ParticipantId, Promise<unknown>>();

  constructor(items: HallItems) {
    this.#items = items;
  }

  /** People who have voted. */
  voted(poll: string): number {
    return this.#box(poll).votes.size;
  }

  voteOf(poll: string, participant: ParticipantId): Vote | undefined {
    return this.#box(poll).votes.get(participant);
  }

  /** Does this when what the person asked for before is done. */
  inTurn<T>(participant: ParticipantId, deed: () => Promise<T>): Promise<T> {
    const turn = (this.#turns.get(participant) ?? Promise.resolve()).then(deed);
    const over = turn.then(ignore, ignore).then(() => {
      if (this.#turns.get(participant) === over) this.#turns.delete(participant);
    });
    this.#turns.set(participant, over);
    return turn;
  }

  /** The person's vote is this one from now on; on disk when it resolves. */
  async cast(poll: string, participant: ParticipantId, vote: Vote): Promise<void> {
    const value = isEmpty(vote) ? null : vote;
    await this.#items.save([{ kind: 'vote', key: `${poll} ${participant}`, value }]);
    const { votes } = this.#box(poll);
    if (value) votes.set(participant, value);
    else votes.delete(participant);
  }

  /** What it comes to on this board; nobody is told. */
  tally(poll: string, ends: Ends): VoteResults {
    return countVotes(this.#box(poll).votes.values(), ends);
  }

  /** Counts again. @returns whether what everybody sees has changed by it */
  count(poll: string, ends: Ends): boolean {
    const box = this.#box(poll);
    const before = JSON.stringify(box.inState);
    box.results = this.tally(poll, ends);
    box.inState = topOf(box.results, RESULTS_IN_STATE);
    box.onBoard = true;
    return JSON.stringify(box.inState) !== before;
  }

  /** Whether it was ever counted by the board as it is. */
  isCounted(poll: string): boolean {
    return this.#box(poll).onBoard;
  }

  /** What it came to when it was last counted. */
  results(poll: string): VoteResults {
    return this.#box(poll).results;
  }

  /** What everybody sees of it, once it is shown. */
  inState(poll: string): VoteResults {
    return this.#box(poll).inState;
  }

  /** A vote that is over for good; its items stay on disk. */
  forget(poll: string): void {
    this.#boxes.delete(poll);
  }

  #box(poll: string): Box {
    let box = this.#boxes.get(poll);
    if (!box) {
      const votes = new Map<ParticipantId, Vote>();
      for (const [key, vote] of this.#items.all<Vote>('vote')) {
        const [of, participant] = key.split(' ');
        if (of === poll) votes.set(participant as ParticipantId, vote);
      }
      // The board may not be loaded yet: until it is, everything counts where it was laid.
      const results = countVotes(votes.values(), (thing) => thing);
      box = { votes, results, inState: topOf(results, RESULTS_IN_STATE), onBoard: false };
      this.#boxes.set(poll, box);
    }
    return box;
  }
}

const ofItems = new WeakMap<HallItems, Votes>();

/** The votes among these items. */
export function votesOf(items: HallItems): Votes {
  let votes = ofItems.get(items);
  if (!votes) {
    votes = new Votes(items);
    ofItems.set(items, votes);
  }
  return votes;
}

/** What everybody may see of a station's vote: its results once they are shown, else nothing. */
export function shownResults({ poll }: Pick<Station, 'poll'>, items: HallItems): VoteResults | null {
  return poll?.shown ? votesOf(items).inState(poll.id) : null;
}

/** How many have voted in the station's vote: for its hosts alone until it is shown. */
export function votedAt({ poll }: { poll?: Poll | null | undefined }, items: HallItems): number {
  return poll ? votesOf(items).voted(poll.id) : 0;
}

const ignore = () => {};
