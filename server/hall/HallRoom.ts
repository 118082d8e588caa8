/**
 * One hall while it is open: its record, who is at which station, and the state that everybody sees. The core of the
 * hall channel: it decides and does no I/O of its own. Changes of a moment go out as one state. Rules H1–H9 in
 * docs/SPEC.md.
 */

import type { BoardMeta } from '../../shared/board/boardDoc.ts';
import { type Hall, moreOf, rulesOf, SELF_RUN_WALL, type Station } from '../../shared/domain/hall.ts';
import type { ParticipantId, StationId } from '../../shared/domain/ids.ts';
import type {
  HallCounts,
  HallState,
  ShownRules,
  StationState,
  StationStatus,
} from '../../shared/protocol/hallEvents.ts';
import type { Furniture } from '../board/BoardRoom.ts';
import { FaultError } from '../fault.ts';
import type { Clock, HallRecord, HallStore, Log } from '../ports.ts';
import type { HallItems } from './HallItems.ts';
import { Presses } from './Presses.ts';
import { shownResults } from './votes.ts';

/** Changes within this long go out as one state: what hosts do at once, counts when they have settled a little. */
const PUBLISH_MS = 100;
const PUBLISH_COUNTS_MS = 1_000;
/** A phone that lost its network is still counted where it was for so long. */
const GRACE_MS = 20_000;

/** One connection of the hall channel. A person may have several. */
export interface Presence {
  readonly participant: ParticipantId;
  /** Whether it counts as a person (a wall does not). */
  readonly counts: boolean;
  station: StationId | null;
}

/** What the room needs to know of boards, loaded or not. */
export interface BoardCounts {
  status(stationId: StationId): StationStatus;
  /** Counts of a loaded board; undefined where it is not loaded. */
  counts(stationId: StationId): { notes: number; written: number } | undefined;
}

export interface HallRoomParts {
  record: HallRecord;
  store: HallStore;
  items: HallItems;
  boards: BoardCounts;
  clock: Clock;
  log: Log;
  /** Tells everybody in the hall: the state, and where no more than counts has changed, also these alone. */
  publish: (state: HallState, counts: HallCounts | null) => void;
  /** The hall's furniture changed: boards that are loaded shall mirror it. */
  mirror: (hall: Hall) => void;
}

export class HallRoom {
  /** Notes that are hidden, votes, hands. */
  readonly items: HallItems;
  readonly presses = new Presses();
  readonly #parts: HallRoomParts;
  readonly #present = new Set<Presence>();
  readonly #lastCounts: HallRecord['counts'];
  #hall: Hall;
  #version: number;
  /** The version at which more than counts last changed, and the one of these that has been published. */
  #structure: number;
  #publishedStructure: number;
  /** The counts that everybody has; null where some have seen others. */
  #told: string | null = null;
  #cancelPublish: (() => void) | null = null;
  #publishAt = 0;
  /** Changes of the record, one after another. */
  #saving: Promise<unknown> = Promise.resolve();

  constructor(parts: HallRoomParts) {
    this.#parts = parts;
    this.items = parts.items;
    this.#hall = parts.record.hall;
    this.#lastCounts = parts.record.counts;
    this.#version = parts.clock.now();
    this.#structure = this.#version;
    this.#publishedStructure = this.#version;
  }

  get hall(): Hall {
    return this.#hall;
  }

  /** The station, if it is one of this hall. @throws {FaultError} not_found */
  station(id: StationId): Station {
    const station = this.#hall.stations.find((one) => one.id === id);
    if (!station) throw new FaultError('not_found', 'no such station in this hall', 'stationId');
    return station;
  }

  // ── people ───────────────────────────────────────────────────────────────────────────────────────────────────

  connect(participant: ParticipantId, counts: boolean): Presence {
    // A person who is back is where they were till they say otherwise; the connection that was lost counts no more.
    const lost = [...this.#present].find((one) => one.participant === participant && this.#lost.has(one));
    const presence: Presence = { participant, counts, station: lost?.station ?? null };
    if (lost) this.#forget(lost);
    this.#present.add(presence);
    this.changed();
    return presence;
  }

  /** The person is at this station now. @returns what they had seen of it when they last left */
  async enter(presence: Presence, stationId: StationId): Promise<number> {
    this.station(stationId);
    const seen = (await this.#parts.store.visits(presence.participant)).get(stationId) ?? 0;
    await this.leave(presence);
    presence.station = stationId;
    this.changed();
    return seen;
  }

  /** The person is between stations: what they saw is kept, so that what comes is new to them. */
  async leave(presence: Presence): Promise<void> {
    const { station, participant } = presence;
    if (!station) return;
    presence.station = null;
    this.changed();
    await this.#parts.store.saveVisit(participant, station, this.#countsOf(station).written);
  }

  /** The connection is closed. The person is counted a while longer: bad Wi-Fi is not leaving. */
  disconnect(presence: Presence): void {
    const { station, participant } = presence;
    if (station) {
      this.#parts.store.saveVisit(participant, station, this.#countsOf(station).written).catch((error) => {
        this.#parts.log.warn('hall.visit_not_saved', { hall: this.#hall.id, error: String(error) });
      });
    }
    const others = [...this.#present].some((one) => one !== presence && one.participant === participant);
    if (others || this.#closed) {
      this.#forget(presence);
      return;
    }
    this.#lost.set(
      presence,
      this.#parts.clock.after(GRACE_MS, () => this.#forget(presence)),
    );
  }

  readonly #lost = new Map<Presence, () => void>();
  #closed = false;

  #forget(presence: Presence): void {
    this.#lost.get(presence)?.();
    this.#lost.delete(presence);
    this.#present.delete(presence);
    this.changed();
  }

  get connections(): number {
    return this.#present.size - this.#lost.size;
  }

  // ── the record ───────────────────────────────────────────────────────────────────────────────────────────────

  /**
   * Starts a round for the whole hall; the one that runs already stays as it is, so that two hosts may press at once.
   * @returns the round that runs @throws {FaultError} not_found: no such round
   */
  async startRound(round: number): Promise<number> {
    await this.change((hall) => {
      if (!hall.rounds.some(({ n }) => n === round))
        throw new FaultError('not_found', 'no such round', 'round');
      return hall.round === round ? null : { ...hall, round };
    });
    return this.#hall.round;
  }

  /** Narrows or widens what participants may do at a station; what is left out stays. @returns the rules as they are */
  async rule(stationId: StationId, wanted: Partial<ShownRules>): Promise<ShownRules> {
    this.station(stationId);
    await this.change((hall) => {
      const stations = hall.stations.map((station) => {
        if (station.id !== stationId) return station;
        const { frozen, ...rest } = wanted;
        const now = rulesOf(station);
        const frozenAt =
          frozen === undefined ? now.frozenAt : frozen ? (now.frozenAt ?? this.#parts.clock.now()) : null;
        return { ...station, rules: { ...now, ...rest, frozenAt } };
      });
      return JSON.stringify(stations) === JSON.stringify(hall.stations) ? null : { ...hall, stations };
    });
    return shownRules(this.station(stationId));
  }

  /** The join key was made anew, and with it the code. */
  async takeCode(code: string): Promise<void> {
    await this.change((hall) => (hall.code === code ? null : { ...hall, code }));
  }

  /** What the gate of a station's board must know of the hall. */
  furnitureOf(stationId: StationId): Furniture {
    const station = this.station(stationId);
    return { rules: rulesOf(station), anonymous: station.anonymous === true, round: this.#hall.round };
  }

  /** What a station's board shows of the hall. */
  metaOf(station: Station): BoardMeta {
    return boardMeta(this.#hall, station);
  }

  // ── the state ────────────────────────────────────────────────────────────────────────────────────────────────

  /** The whole hall as it is now, for somebody to see. */
  state(): HallState {
    const state = this.#state();
    // One who comes between two publications may see what is over at the next: it is news to them, if to nobody else.
    if (this.#told !== countsKey(state)) this.#told = null;
    return state;
  }

  #state(): HallState {
    const { id, title, code, locale, rounds, round, stations } = this.#hall;
    return {
      version: this.#version,
      id,
      title,
      code,
      locale,
      rounds,
      round,
      people: this.#peopleAt(),
      timer: null,
      settings: moreOf(this.#hall).settings,
      endedAt: moreOf(this.#hall).endedAt,
      stations: stations.map((station) => this.#stationState(station)),
    };
  }

  /** A count changed; it goes out with all that changes within a second. */
  changed(): void {
    this.#publishWithin(PUBLISH_COUNTS_MS);
  }

  /** Something that all see changed among the hall's items (a vote was shown, a host calls): the state goes out anew. */
  itemsChanged(): void {
    this.#publishWithin(PUBLISH_MS);
    this.#structure = this.#version;
  }

  /** Who is here now, walls not counted, and at which station (null: between stations). */
  attending(): Map<ParticipantId, StationId | null> {
    const here = new Map<ParticipantId, StationId | null>();
    for (const { participant, counts, station } of this.#present) {
      if (counts && !here.get(participant)) here.set(participant, station);
    }
    return here;
  }

  #publishWithin(ms: number): void {
    this.#version++;
    const { clock } = this.#parts;
    const due = clock.monotonic() + ms;
    if (this.#closed || (this.#cancelPublish && this.#publishAt <= due)) return;
    this.#cancelPublish?.();
    this.#publishAt = due;
    this.#cancelPublish = clock.after(ms, () => {
      this.#cancelPublish = null;
      this.#publish();
    });
  }

  /** Boards tell of each commit, and most hang nothing new: what everybody has is not sent again. */
  #publish(): void {
    const state = this.#state();
    const key = countsKey(state);
    const onlyCounts = this.#structure === this.#publishedStructure;
    if (onlyCounts && key === this.#told) return;
    this.#publishedStructure = this.#structure;
    this.#told = key;
    this.#parts.publish(state, onlyCounts ? countsOf(state, this.#structure) : null);
  }

  close(): void {
    this.#closed = true;
    this.#cancelPublish?.();
    for (const cancel of this.#lost.values()) cancel();
    this.#lost.clear();
  }

  #stationState({ lanes: _, rules: __, ...station }: Station): StationState {
    return {
      ...station,
      wall: station.wall ?? SELF_RUN_WALL,
      poll: station.poll ?? null,
      results: shownResults(station, this.items),
      calling: false,
      anonymous: station.anonymous === true,
      rules: shownRules(this.station(station.id)),
      ...this.#countsOf(station.id),
      people: this.#peopleAt(station.id),
      status: this.#parts.boards.status(station.id),
    };
  }

  #countsOf(stationId: StationId): { notes: number; written: number } {
    const counts = this.#parts.boards.counts(stationId);
    if (counts) this.#lastCounts.set(stationId, counts);
    return counts ?? this.#lastCounts.get(stationId) ?? { notes: 0, written: 0 };
  }

  #peopleAt(stationId?: StationId): number {
    const people = new Set<ParticipantId>();
    for (const { participant, counts, station } of this.#present) {
      if (counts && (stationId === undefined || station === stationId)) people.add(participant);
    }
    return people.size;
  }

  /** Changes the record: decide, save, and only then show. One at a time. Null: it is as wanted already. */
  change(decide: (hall: Hall) => Hall | null): Promise<void> {
    const step = this.#saving.then(async () => {
      const wanted = decide(this.#hall);
      if (!wanted) return;
      const hall = { ...wanted, version: this.#hall.version + 1 };
      await this.#parts.store.saveHall(hall);
      this.#hall = hall;
      this.#parts.mirror(hall);
      this.#publishWithin(PUBLISH_MS);
      this.#structure = this.#version;
    });
    this.#saving = step.catch(() => {});
    return step;
  }
}

/** What a station's board shows of its hall. */
export function boardMeta({ rounds, round }: Hall, station: Station): BoardMeta {
  const { title, kind, levels, lanes } = station;
  const { frozen } = shownRules(station);
  return { v: 1, title, kind, levels, frozen, rounds, round, ...(lanes ? { lanes } : {}) };
}

/** The counts of a state; `of`: since when nothing else has changed. */
function countsOf({ version, people, stations }: HallState, of: number): HallCounts {
  return {
    version,
    of,
    people,
    stations: stations.map(({ people, notes, written, status }) =>
      status === 'ok' ? [people, notes, written] : [people, notes, written, status],
    ),
  };
}

function countsKey(state: HallState): string {
  const { people, stations } = countsOf(state, 0);
  return JSON.stringify([people, stations]);
}

/** A station's rules as people see them. */
function shownRules(station: Station): ShownRules {
  const { frozenAt, ...rules } = rulesOf(station);
  return { ...rules, frozen: frozenAt !== null };
}
