/** One thing for each person, however many connections they have, as long as they are there and a while after. */

import type { ParticipantId } from '../shared/domain/ids.ts';

/** People remembered; those who are gone are forgotten beyond that. */
const PEOPLE_MAX = 20_000;

export class ByPerson<Own> {
  readonly #make: () => Own;
  readonly #people = new Map<ParticipantId, { own: Own; connections: number }>();

  constructor(make: () => Own) {
    this.#make = make;
  }

  /** This person's. */
  of(participant: ParticipantId): Own {
    return this.#personOf(participant).own;
  }

  /** A connection of this person opens. @returns what is theirs, and what ends it */
  enter(participant: ParticipantId): { own: Own; leave: () => void } {
    const person = this.#personOf(participant);
    person.connections++;
    return { own: person.own, leave: () => void person.connections-- };
  }

  #personOf(participant: ParticipantId): { own: Own; connections: number } {
    const known = this.#people.get(participant);
    if (known) return known;
    if (this.#people.size >= PEOPLE_MAX) this.#forgetTheGone();
    const person = { own: this.#make(), connections: 0 };
    this.#people.set(participant, person);
    return person;
  }

  #forgetTheGone(): void {
    for (const [participant, { connections }] of this.#people) {
      if (connections === 0) this.#people.delete(participant);
    }
  }
}
