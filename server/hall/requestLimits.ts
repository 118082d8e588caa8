/** What one person may ask on the hall channel, all their connections together: with twenty lines nobody asks more. */

import type { ParticipantId } from '../../shared/domain/ids.ts';
import { ByPerson } from '../ByPerson.ts';
import type { Clock } from '../ports.ts';
import { RateLimit } from '../rateLimit.ts';

/** A pad that empties its outbox must fit, a flood must not. */
const REQUESTS = { perSecond: 40, burst: 200 };

export class RequestLimits {
  readonly #people: ByPerson<RateLimit>;

  constructor(clock: Clock) {
    this.#people = new ByPerson(() => new RateLimit(REQUESTS, clock));
  }

  /** A connection of this person opens. @returns what says whether it may ask now, and what ends it */
  open(participant: ParticipantId): { take: () => boolean; close: () => void } {
    const { own: rate, leave } = this.#people.enter(participant);
    return { take: () => rate.take(), close: leave };
  }
}
