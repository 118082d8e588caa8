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
  /** The station that they were last heard to walk to. */
  going: StationId | null;
}

export class Attendance {
  readonly #clock: Clock;
  readonly #changed: () => void;
  /** By person: nobody who comes or goes shall be looked for among all the others. */
  readonly #present = new Map<ParticipantId, Presence[]>();
  readonly #lost = new Map<Presence, () => void>();
  /** People at each station, and (null) in the hall; counted anew when somebody asks after a change. */
  #tally: ReadonlyMap<StationId | null, number> | null = null;
  #connections = 0;
  #closed = false;

  /** `changed` is called when who is where has changed. */
  constructor(clock: Clock, changed: () => void) {
    this.#clock = clock;
    this.#changed = changed;
  }

  connect(participant: ParticipantId, counts: boolean, steers: boolean): Presence {
    // A person who is back is where they were till they say otherwise; the connection that was lost counts no more.
    const lost = this.#of(participant).find((one) => this.#lost.has(one));
    const presence: Presence = { participant, counts, steers, station: lost?.station ?? null, going: null };
    if (lost) this.#forget(lost);
    this.#present.set(participant, [...this.#of(participant), presence]);
    this.#connections++;
    this.#tell();
    return presence;
  }

  /** The connection is closed. The person is counted a while longer: bad Wi-Fi is not leaving. */
  disconnect(presence: Presence): void {
    const others = this.#of(presence.participant).some((one) => one !== presence);
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
    this.#tell();
  }

  /** Hosts and organisers who are here now. */
  steering(): Set<ParticipantId> {
    const steering = new Set<ParticipantId>();
    for (const { participant, steers } of this.#all()) if (steers) steering.add(participant);
    return steering;
  }

  /** Connections that are open. */
  get connections(): number {
    return this.#connections - this.#lost.size;
  }

  /** People in the hall, or at a station; walls not counted. */
  people(stationId: StationId | null = null): number {
    this.#tally ??= this.#count();
    return this.#tally.get(stationId) ?? 0;
  }

  /** Who is here now, walls not counted, and at which station (null: between stations). */
  places(): Map<ParticipantId, StationId | null> {
    const here = new Map<ParticipantId, StationId | null>();
    for (const { participant, counts, station } of this.#all()) {
      if (counts && !here.get(participant)) here.set(participant, station);
    }
    return here;
  }

  /** All connections, lost ones too, that stand at a station which is not among these. */
  elsewhere(stations: ReadonlySet<StationId>): Presence[] {
    return [...this.#all()].filter(({ station }) => station !== null && !stations.has(station));
  }

  close(): void {
    this.#closed = true;
    for (const cancel of this.#lost.values()) cancel();
    this.#lost.clear();
  }

  #of(participant: ParticipantId): readonly Presence[] {
    return this.#present.get(participant) ?? [];
  }

  *#all(): Generator<Presence> {
    for (const ofOne of this.#present.values()) yield* ofOne;
  }

  #count(): Map<StationId | null, number> {
    const tally = new Map<StationId | null, number>();
    const add = (place: StationId | null) => void tally.set(place, (tally.get(place) ?? 0) + 1);
    for (const ofOne of this.#present.values()) {
      const counted = ofOne.filter(({ counts }) => counts);
      if (counted.length > 0) add(null);
      // Two connections of a person at a station are one person there.
      for (const one of counted) {
        if (one.station && one === counted.find(({ station }) => station === one.station)) add(one.station);
      }
    }
    return tally;
  }

  #forget(presence: Presence): void {
    this.#lost.get(presence)?.();
    this.#lost.delete(presence);
    const { participant } = presence;
    const before = this.#of(participant);
    const left = before.filter((one) => one !== presence);
    this.#connections -= before.length - left.length;
    if (left.length > 0) this.#present.set(participant, left);
    else this.#present.delete(participant);
    this.#tell();
  }

  #tell(): void {
    this.#tally = null;
    this.#changed();
  }
}
