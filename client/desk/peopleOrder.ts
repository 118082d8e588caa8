/** Who is shown first on the desk, and how many are done. Pure, on plain data. */

import type { DeskPerson, RaisedHand } from '../../shared/protocol/hallEvents.ts';

export interface Hands {
  /** Those who wait the longest first. */
  help: RaisedHand[];
  done: RaisedHand[];
}

/** The station's hands by what they ask. */
export function handsOf(hands: readonly RaisedHand[]): Hands {
  const inTurn = [...hands].sort((a, b) => a.at - b.at);
  return {
    help: inTurn.filter(({ hand }) => hand === 'help'),
    done: inTurn.filter(({ hand }) => hand === 'done'),
  };
}

/** Those who are here, then those who have been; each by name, the nameless last. */
export function peopleInOrder(people: readonly DeskPerson[]): DeskPerson[] {
  return [...people].sort(
    (a, b) =>
      Number(b.here) - Number(a.here) ||
      Number(a.name === '') - Number(b.name === '') ||
      a.name.localeCompare(b.name) ||
      (a.participantId < b.participantId ? -1 : 1),
  );
}
