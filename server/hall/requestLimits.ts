/** What one person may ask on the hall channel, all their connections together: with twenty lines nobody asks more. */

import type { ParticipantId } from '../../shared/domain/ids.ts';
import type { Clock } from '../ports.ts';
import { RateLimit } from '../rateLimit.ts';

/** A pad that empties its outbox must fit, a flood must not. */
const REQUESTS = { perSecond: 40, burst: 200 };
/** People remembered; those who are gone are forgotten beyond that. */
const PEOPLE_MAX = 20_000;

export class RequestLimits {
  readonly #clock: Clock;
  readonly #people = new Map<ParticipantId, { rate: RateLimit; lines: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A connection of this person opens. @returns what says whether it may ask now, and what ends it */
  open(participant: ParticipantId): { take: () => boolean; close: () => void } {
    if (this.#people.size >= PEOPLE_MAX) this.#forgetTheGone();
    const person = this.#people.get(participant) ?? { rate: new RateLimit(REQUESTS, this.#clock), lines: 0 };
    this.#people.set(participant, person);
    person.lines++;
    return { take: () => person.rate.take(), close: () => void person.lines-- };
  }

  #forgetTheGone(): void {
    for (const [participant, { lines }] of this.#people) if (lines === 0) this.#people.delete(participant);
  }
}
