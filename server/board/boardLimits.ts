/**
 * What one person may send on board channels, all their tabs together. Who sends more is not refused: the server
 * reads no further from that socket until it is paid for, and the network holds the sender back.
 */

import type { ParticipantId } from '../../shared/domain/ids.ts';
import { FRAME, SYNC } from '../../shared/protocol/boardFrames.ts';
import { ByPerson } from '../ByPerson.ts';
import type { Clock } from '../ports.ts';
import { type Rate, RateLimit } from '../rateLimit.ts';

/** Documents: what a person changes. States: a SyncStep1 may cost an encoding of the whole board. */
const RATES = {
  documents: { perSecond: 40, burst: 160 },
  states: { perSecond: 0.5, burst: 20 },
  others: { perSecond: 90, burst: 300 },
  bytes: { perSecond: 200_000, burst: 2_000_000 },
  /** Connections opened; further ones wait at the door, as many as `DOOR_MS` lets in. */
  joins: { perSecond: 0.5, burst: 60 },
} satisfies Record<string, Rate>;

/** Nobody stands at the door longer: each who does is held in memory, and one person could bring thousands. */
const DOOR_MS = 20_000;

type Buckets = Record<keyof typeof RATES, RateLimit>;

export class BoardLimits {
  readonly #people: ByPerson<Buckets>;

  constructor(clock: Clock) {
    this.#people = new ByPerson(() => bucketsOf(clock));
  }

  /** This person comes to the door. @returns how long they wait there; null: too many of theirs stand there already */
  waitToJoin(participant: ParticipantId): number | null {
    const { joins } = this.#people.of(participant);
    return joins.owed >= DOOR_MS ? null : joins.debit(1);
  }

  /** A connection of this person opens. @returns what says how long to wait after a frame, and what ends it */
  open(participant: ParticipantId): { waitAfter: (frame: Uint8Array) => number; close: () => void } {
    const { own: buckets, leave } = this.#people.enter(participant);
    return {
      waitAfter: (frame) => Math.max(buckets[kindOf(frame)].debit(1), buckets.bytes.debit(frame.length)),
      close: leave,
    };
  }
}

function bucketsOf(clock: Clock): Buckets {
  const of = (rate: Rate) => new RateLimit(rate, clock);
  return {
    documents: of(RATES.documents),
    states: of(RATES.states),
    others: of(RATES.others),
    bytes: of(RATES.bytes),
    joins: of(RATES.joins),
  };
}

function kindOf(frame: Uint8Array): 'documents' | 'states' | 'others' {
  if (frame[0] !== FRAME.sync) return 'others';
  if (frame[1] !== SYNC.step1) return 'documents';
  // Who has nothing gets what everybody with nothing gets: that answer is kept ready.
  return frame.length <= EMPTY_STATE_LENGTH ? 'others' : 'states';
}

/** A SyncStep1 whose state vector names nobody: 0, 0, a length, and a count of 0. */
const EMPTY_STATE_LENGTH = 4;
