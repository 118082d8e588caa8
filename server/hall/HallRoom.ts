/**
 * One hall while it is open: its record, who is at which station, and the state that everybody sees. The core of the
 * hall channel: it decides and does no I/O of its own. Changes of a moment go out as one state. Rules H1–H9 in
 * docs/SPEC.md.
 *
 * Over 300 lines: what is saved, counted and told must stay in one order, and it is easiest to see in one place.
 */

import type { BoardMeta } from '../../shared/board/boardDoc.ts';
import {
  type Hall,
  moreOf,
  OPEN_RULES,
  rulesOf,
  SELF_RUN_WALL,
  type Station,
  type Timer,
} from '../../shared/domain/hall.ts';
import { type ParticipantId, planOf, type StationId } from '../../shared/domain/ids.ts';
import type {
  HallCounts,
  HallState,
  ShownRules,
  ShownTimer,
  StationState,
  StationStatus,
} from '../../shared/protocol/hallEvents.ts';
import type { Furniture } from '../board/BoardRights.ts';
import { FaultError } from '../fault.ts';
import type { Clock, HallRecord, HallStore, KeyRecord, Log, NewBoard } from '../ports.ts';
import { Attendance, type Presence } from './Attendance.ts';
import type { HallItems } from './HallItems.ts';
import { callingAt } from './hands.ts';
import { HeldNotes } from './heldNotes.ts';
import { Presses } from './Presses.ts';
import { mustLive, withChanged, withMore, withStation } from './stationEdits.ts';
import { TimerCount } from './timer.ts';
import { shownResults } from './votes.ts';

/** Changes within this long go out as one state: what hosts do at once, counts when they have settled a little. */
const PUBLISH_MS = 100;
const PUBLISH_COUNTS_MS = 1_000;

export type { Presence };

/** What the room needs to know of boards, loaded or not. */
export interface BoardCounts {
  status(stationId: StationId): StationStatus;
  /** Counts of a loaded board; undefined where it is not loaded. */
  counts(stationId: StationId): { notes: number; written: number } | undefined;
  /** How many of a person's notes hang on a loaded board; undefined where it is not loaded. */
  notesBy?(stationId: StationId, participant: ParticipantId): number | undefined;
}

/** See `HallRoom.capOf`. */
export interface PersonCap {
  perPerson: number;
  elsewhere: { known: number; most: number; unknown: StationId[] };
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
  /** The language model that this server has, as people are told of it. */
  model?: HallState['model'];
  /** The hall's furniture changed: boards that are loaded shall mirror it. */
  mirror: (hall: Hall) => void;
}

export class HallRoom {
  /** Notes that are hidden, votes, hands. */
  readonly items: HallItems;
  /** Notes that are kept outside the documents. */
  readonly held: HeldNotes;
  readonly presses = new Presses();
  readonly #parts: HallRoomParts;
  readonly #attendance: Attendance;
  readonly #timers: TimerCount;
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
  #cancelAlarm: (() => void) | null = null;
  #closed = false;
  /** Changes of the record, one after another. */
  #saving: Promise<unknown> = Promise.resolve();
  #tray: Promise<unknown> = Promise.resolve();

  constructor(parts: HallRoomParts) {
    this.#parts = parts;
    this.items = parts.items;
    this.held = new HeldNotes(parts.items, () => this.changed());
    this.#hall = parts.record.hall;
    this.#lastCounts = parts.record.counts;
    this.#version = parts.clock.now();
    this.#structure = this.#version;
    this.#publishedStructure = this.#version;
    this.#attendance = new Attendance(parts.clock, () => this.changed());
    this.#timers = new TimerCount(parts.clock);
    this.#awaitTimer();
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

  /** The station, where it hangs or lies in the tray. @throws {FaultError} not_found */
  stationOrRemoved(id: StationId): Station {
    return moreOf(this.#hall).removed.find((one) => one.id === id) ?? this.station(id);
  }

  /** Whether the station is one of the hall's, and not taken away. */
  has(id: StationId): boolean {
    return this.#hall.stations.some((one) => one.id === id);
  }

  // ── people ───────────────────────────────────────────────────────────────────────────────────────────────────

  connect(participant: ParticipantId, counts: boolean, steers = false): Presence {
    return this.#attendance.connect(participant, counts, steers);
  }

  /** The person is at this station now. @returns what they had seen of it when they last left */
  async enter(presence: Presence, stationId: StationId): Promise<number> {
    this.station(stationId);
    presence.going = stationId;
    const seen = (await this.#parts.store.visits(presence.participant)).get(stationId) ?? 0;
    // A phone that only asks whether it is still heard.
    if (presence.station === stationId) return seen;
    await this.#leave(presence);
    // It may have been taken away meanwhile.
    this.station(stationId);
    // Or they have walked on, while the disk was slow.
    if (presence.going === stationId) this.#attendance.move(presence, stationId);
    return seen;
  }

  /** The person is between stations: what they saw is kept, so that what comes is new to them. */
  leave(presence: Presence): Promise<void> {
    presence.going = null;
    return this.#leave(presence);
  }

  async #leave(presence: Presence): Promise<void> {
    const { station, participant } = presence;
    if (!station) return;
    this.#attendance.move(presence, null);
    await this.#parts.store.saveVisit(participant, station, this.#countsOf(station).written);
  }

  /** The connection is closed. The person is counted a while longer: bad Wi-Fi is not leaving. */
  disconnect(presence: Presence): void {
    this.#rememberVisit(presence);
    this.#attendance.disconnect(presence);
  }

  #rememberVisit({ station, participant }: Presence): void {
    if (!station) return;
    this.#parts.store.saveVisit(participant, station, this.#countsOf(station).written).catch((error) => {
      this.#parts.log.warn('hall.visit_not_saved', { hall: this.#hall.id, error: String(error) });
    });
  }

  get connections(): number {
    return this.#attendance.connections;
  }

  /** Who is here now, walls not counted, and at which station (null: between stations). */
  attending(): Map<ParticipantId, StationId | null> {
    return this.#attendance.places();
  }

  /** Hosts and organisers who are here now. */
  steering(): Set<ParticipantId> {
    return this.#attendance.steering();
  }

  // ── the record ───────────────────────────────────────────────────────────────────────────────────────────────

  /**
   * Starts a round for the whole hall; the one that runs already stays as it is, so that two hosts may press at once.
   * @returns whether another one ran @throws {FaultError} not_found: no such round; ended
   */
  startRound(round: number): Promise<boolean> {
    return this.change((hall) => {
      mustLive(hall);
      if (!hall.rounds.some(({ n }) => n === round))
        throw new FaultError('not_found', 'no such round', 'round');
      if (hall.round === round) return null;
      return { ...withMore(hall, { furthest: Math.max(moreOf(hall).furthest, round) }), round };
    });
  }

  /** Narrows or widens what participants may do at a station; what is left out stays. @returns the rules that changed */
  async rule(stationId: StationId, wanted: Partial<ShownRules>): Promise<(keyof ShownRules)[]> {
    this.station(stationId);
    let before: ShownRules | null = null;
    await this.change((hall) => {
      mustLive(hall);
      const ruled = withChanged(hall, stationId, (station) => {
        before = shownRules(station);
        const { frozen, ...rest } = wanted;
        const now = rulesOf(station);
        const frozenAt =
          frozen === undefined ? now.frozenAt : frozen ? (now.frozenAt ?? this.#parts.clock.now()) : null;
        return { ...station, rules: { ...now, ...rest, frozenAt } };
      });
      return JSON.stringify(ruled) === JSON.stringify(hall) ? null : ruled;
    });
    const now = shownRules(this.station(stationId));
    const names = Object.keys(now) as (keyof ShownRules)[];
    return names.filter((name) => before && before[name] !== now[name]);
  }

  /** The timer, as it is told of now. */
  get timer(): ShownTimer | null {
    return this.#timers.shown(moreOf(this.#hall).timer);
  }

  /** Makes another timer of the one that is. @returns whether it is another */
  setTimer(decide: (timer: Timer | null, count: TimerCount) => Timer | null): Promise<boolean> {
    return this.change((hall) => {
      mustLive(hall);
      const { timer } = moreOf(hall);
      const wanted = decide(timer, this.#timers);
      return wanted === timer ? null : withMore(hall, { timer: wanted });
    });
  }

  /** Ends the hall, and its timer with it, or opens it again. @returns whether it was otherwise */
  end(ended: boolean): Promise<boolean> {
    return this.change((hall) => {
      if ((moreOf(hall).endedAt !== null) === ended) return null;
      return withMore(hall, ended ? { endedAt: this.#parts.clock.now(), timer: null } : { endedAt: null });
    });
  }

  /** One station more, with its keys and its board's first step: all on disk or none. @throws {FaultError} too_many */
  async addStation(
    make: (hall: Hall) => { station: Station; keys: KeyRecord[]; board: NewBoard },
  ): Promise<void> {
    let made: ReturnType<typeof make>;
    await this.change(
      (hall) => {
        mustLive(hall);
        made = make(hall);
        return withStation(hall, made.station);
      },
      (hall) => this.#parts.store.addStation(hall, made.keys, made.board),
    );
  }

  /** Does what concerns the tray, one deed at a time: a station must not come back while its notes are carried off. */
  inTray<T>(deed: () => Promise<T>): Promise<T> {
    const done = this.#tray.then(deed);
    this.#tray = done.catch(() => {});
    return done;
  }

  /** The join key was made anew, and with it the code. */
  async takeCode(code: string): Promise<void> {
    await this.change((hall) => (hall.code === code ? null : { ...hall, code }));
  }

  /** What the gate of a station's board, or of the hall's plan, must know of the hall. */
  furnitureOf(stationId: StationId): Furniture {
    const { shutOut, endedAt, settings } = moreOf(this.#hall);
    if (stationId === planOf(this.#hall.id)) {
      const barred = { ended: endedAt !== null, shutOut: new Set(shutOut) };
      return { rules: OPEN_RULES, round: this.#hall.round, ...barred };
    }
    const station = this.stationOrRemoved(stationId);
    return {
      rules: rulesOf(station),
      anonymous: station.anonymous === true,
      round: this.#hall.round,
      ended: endedAt !== null,
      shutOut: new Set(shutOut),
      held: this.held.doorOf(stationId),
      perPerson: settings.notesPerPerson,
      elsewhere: (participant) => this.capOf(participant, stationId).elsewhere.known,
    };
  }

  /**
   * How many notes a person may have in the hall, and has at its other stations: as far as is known without opening
   * boards, and at most.
   */
  capOf(participant: ParticipantId | null, here: StationId): PersonCap {
    const elsewhere = { known: 0, most: 0, unknown: [] as StationId[] };
    for (const { id } of participant === null ? [] : this.#hall.stations) {
      if (id === here) continue;
      const hanging = this.#parts.boards.notesBy?.(id, participant!);
      const held = this.held.of(id, participant!).length;
      elsewhere.known += held + (hanging ?? 0);
      elsewhere.most += held + (hanging ?? this.#countsOf(id).written);
      if (hanging === undefined) elsewhere.unknown.push(id);
    }
    return { perPerson: moreOf(this.#hall).settings.notesPerPerson, elsewhere };
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
    const { settings, endedAt, furthest, before } = moreOf(this.#hall);
    return {
      version: this.#version,
      id,
      title,
      code,
      locale,
      rounds,
      round,
      people: this.#attendance.people(),
      timer: this.timer,
      settings,
      endedAt,
      furthest,
      model: this.#parts.model ?? null,
      before: before !== null,
      stations: stations.map((station) => this.#stationState(station)),
    };
  }

  /** A count changed; it goes out with all that changes within a second. */
  changed(): void {
    this.#publishWithin(PUBLISH_COUNTS_MS);
  }

  /** Something that all see changed among the hall's items (a vote was shown, a host calls): the state goes out anew. */
  itemsChanged(): void {
    this.#restructure(PUBLISH_MS);
  }

  /** A station's board was loaded or changed. */
  boardChanged(stationId: StationId): void {
    // Of stations in the tray too, which are shown to nobody now.
    this.#countsOf(stationId);
    this.changed();
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
    this.#cancelAlarm?.();
    this.#attendance.close();
  }

  #stationState(record: Station): StationState {
    const { rules: _, ...station } = record;
    return {
      ...station,
      wall: station.wall ?? SELF_RUN_WALL,
      poll: station.poll ?? null,
      results: shownResults(station, this.items),
      calling: callingAt(this.items, station.id),
      waiting: this.held.waitingAt(station.id),
      anonymous: station.anonymous === true,
      rules: shownRules(record),
      ...this.#countsOf(station.id),
      people: this.#attendance.people(station.id),
      status: this.#parts.boards.status(station.id),
    };
  }

  #countsOf(stationId: StationId): { notes: number; written: number } {
    const counts = this.#parts.boards.counts(stationId);
    if (counts) this.#lastCounts.set(stationId, counts);
    return counts ?? this.#lastCounts.get(stationId) ?? { notes: 0, written: 0 };
  }

  /** All are told when the timer is over. */
  #awaitTimer(): void {
    this.#cancelAlarm?.();
    this.#cancelAlarm = null;
    const { timer } = this;
    if (!timer?.running || timer.left === 0 || this.#closed) return;
    this.#cancelAlarm = this.#parts.clock.after(timer.left, () => {
      // A timer of the machine may be a moment early.
      if (this.timer?.left === 0) this.#restructure(0);
      else this.#awaitTimer();
    });
  }

  /** More than counts changed. */
  #restructure(within: number): void {
    this.#publishWithin(within);
    this.#structure = this.#version;
  }

  /**
   * Changes the record: decide, save, and only then show. One at a time. Null: it is as wanted already.
   * @returns whether it was changed
   */
  change(
    decide: (hall: Hall) => Hall | null,
    save: (hall: Hall) => Promise<void> = (hall) => this.#parts.store.saveHall(hall),
  ): Promise<boolean> {
    const step = this.#saving.then(async () => {
      const wanted = decide(this.#hall);
      if (!wanted) return false;
      const hall = { ...wanted, version: this.#hall.version + 1 };
      await save(hall);
      this.#show(hall);
      return true;
    });
    this.#saving = step.catch(() => {});
    return step;
  }

  #show(hall: Hall): void {
    this.#hall = hall;
    // Who stood at a station that was taken away is between stations.
    for (const presence of this.#attendance.elsewhere(new Set(hall.stations.map(({ id }) => id)))) {
      this.#rememberVisit(presence);
      this.#attendance.move(presence, null);
    }
    this.#awaitTimer();
    this.#parts.mirror(hall);
    this.#restructure(PUBLISH_MS);
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
    stations: stations.map(({ people, notes, written, status, waiting }) => {
      if (waiting > 0) return [people, notes, written, status, waiting];
      return status === 'ok' ? [people, notes, written] : [people, notes, written, status];
    }),
  };
}

function countsKey(state: HallState): string {
  const { people, stations } = countsOf(state, 0);
  return JSON.stringify([people, stations]);
}

/** A station's rules as people see them. */
export function shownRules(station: Station): ShownRules {
  const { frozenAt, ...rules } = rulesOf(station);
  return { ...rules, frozen: frozenAt !== null };
}
