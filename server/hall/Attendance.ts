/** Who is in a hall and at which station: people by their connections, and for a while those whose network is gone. */

import type { ParticipantId, StationId } from '../../shared/domain/ids.ts';
import type { Clock } from '../ports.ts';

/** A phone that lost its network is still counted where it was for so long. */
const GRACE_MS = 20_000;

/** One connection of the hall channel. A person may have several. */
export interface Presence {
  readonly participant: ParticipantId;
  /** Whether it counts as a person (a wall does not). */
  readonly counts: boolean;
  /** Whether it is a host's or the organiser's. */
  readonly steers: boolean;
  station: StationId | null;
}

export class Attendance {
  readonly #clock: Clock;
  readonly #changed: () => void;
  readonly #present = new Set<Presence>();
  readonly #lost = new Map<Presence, () => void>();
  #closed = false;

  /** `changed` is called when who is where has changed. */
  constructor(clock: Clock, changed: () => void) {
    this.#clock = clock;
    this.#changed = changed;
  }

  connect(participant: ParticipantId, counts: boolean, steers: boolean): Presence {
    // A person who is back is where they were till they say otherwise; the connection that was lost counts no more.
    const lost = [...this.#present].find((one) => one.participant === participant && this.#lost.has(one));
    const presence: Presence = { participant, counts, steers, station: lost?.station ?? null };
    if (lost) this.#forget(lost);
    this.#present.add(presence);
    this.#changed();
    return presence;
  }

  /** The connection is closed. The person is counted a while longer: bad Wi-Fi is not leaving. */
  disconnect(presence: Presence): void {
    const others = [...this.#present].some(
      (one) => one !== presence && one.participant === presence.participant,
    );
    if (others || this.#closed) {
      this.#forget(presence);
      return;
    }
    this.#lost.set(
      presence,
      this.#clock.after(GRACE_MS, () => this.#forget(presence)),
    );
  }

  /** The person is there now, or between stations. */
  move(presence: Presence, station: StationId | null): void {
    presence.station = station;
    this.#changed();
  }

  /** Hosts and organisers who are here now. */
  steering(): Set<ParticipantId> {
    const steering = new Set<ParticipantId>();
    for (const { participant, steers } of this.#present) if (steers) steering.add(participant);
    return steering;
  }

  /** Connections that are open. */
  get connections(): number {
    return this.#present.size - this.#lost.size;
  }

  /** People in the hall, or at a station; walls not counted. */
  people(stationId?: StationId): number {
    const people = new Set<ParticipantId>();
    for (const { participant, counts, station } of this.#present) {
      if (counts && (stationId === undefined || station === stationId)) people.add(participant);
    }
    return people.size;
  }

  /** Who is here now, walls not counted, and at which station (null: between stations). */
  places(): Map<ParticipantId, StationId | null> {
    const here = new Map<ParticipantId, StationId | null>();
    for (const { participant, counts, station } of this.#present) {
      if (counts && !here.get(participant)) here.set(participant, station);
    }
    return here;
  }

  /** All connections, lost ones too, that stand at a station which is not among these. */
  elsewhere(stations: ReadonlySet<StationId>): Presence[] {
    return [...this.#present].filter(({ station }) => station !== null && !stations.has(station));
  }

  close(): void {
    this.#closed = true;
    for (const cancel of this.#lost.values()) cancel();
    this.#lost.clear();
  }

  #forget(presence: Presence): void {
    this.#lost.get(presence)?.();
    this.#lost.delete(presence);
    this.#present.delete(presence);
    this.#changed();
  }
}
