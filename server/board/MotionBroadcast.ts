/**
 * Hands motion out: to each viewer what its board shows, as seldom as the crowd makes it cost. Who sees everything
 * shares one frame with all others who do; who shows a part gets a frame of that part. A viewer that says nothing of
 * its view gets everything; one that wants none gets none.
 */

import type * as decoding from 'lib0/decoding';
import { MOTION, type Move } from '../../shared/protocol/boardFrames.ts';
import { HandReader, type Hold, MotionWriter, type ViewedArea } from '../../shared/protocol/motionFrames.ts';
import type { Clock, Frame } from '../ports.ts';
import type { BoardSession } from './BoardSession.ts';
import { type Held, Motion } from './motion.ts';

/** World units². A view of more than a few screens at rest sees everything: one frame for all, and little to leave out. */
const PART_MAX = 5_000 * 5_000;
/** With so much waiting a viewer misses frames, and is brought up to date when it has read. */
const BACKLOG_MAX = 128_000;
const FASTEST_MS = 33;
const SLOWEST_MS = 150;
/** Deliveries a second that motion may cost one core, all viewers together. */
const DELIVERIES_A_SECOND = 37_000;
/** Viewers of a lane, until there are as many lanes as may be. */
const LANE_VIEWERS = 300;
const LANES_MAX = 6;

type Area = Exclude<ViewedArea, string>;

/**
 * A large crowd is in lanes, which are told one after the other: to write to a thousand sockets takes so long that
 * what comes meanwhile would wait, and the last would hear old news.
 */
interface Lane {
  /** The flush up to which it has been told. */
  told: number;
  viewers: Map<BoardSession, Viewer>;
  /** Some of its viewers have missed a frame, and are waited for. */
  behind: boolean;
  /** What those who see everything have been told. */
  everything: MotionWriter;
}

/** `part`: what its board shows, and what it has been told of that; null where it sees everything. */
interface Viewer {
  lane: Lane;
  part: { area: Area; told: MotionWriter } | null;
  /** It has missed a frame. */
  stale: boolean;
}

export interface MotionBroadcastParts {
  clock: Clock;
  deliver: (session: BoardSession, frame: Frame, backlog?: number) => void;
}

export class MotionBroadcast {
  readonly #parts: MotionBroadcastParts;
  readonly #motion = new Motion();
  readonly #hands = new Map<BoardSession, HandReader>();
  readonly #viewers = new Map<BoardSession, Viewer>();
  /** In the order in which they are told: the one that has waited longest is the first. */
  readonly #lanes: Lane[] = [];
  /** Flushes that brought something; and by number the newest of each hold, and the flush that brought it. */
  #flushes = 0;
  readonly #newest: Held[] = [];
  readonly #changedAt: number[] = [];
  #cancel: (() => void) | null = null;
  #lastStep = Number.NEGATIVE_INFINITY;
  #closed = false;

  constructor(parts: MotionBroadcastParts) {
    this.#parts = parts;
  }

  /** A viewer comes, or its board shows something else. */
  view(session: BoardSession, view: ViewedArea): void {
    const before = this.#viewers.get(session);
    if (view === 'none') {
      // It is told that nothing is held: what it was shown must not hang in the air.
      if (before) this.#parts.deliver(session, { bytes: new MotionWriter().keyframe() });
      this.#forget(session);
      return;
    }
    const area = view === 'all' || view.w * view.h > PART_MAX ? null : view;
    const lane = before?.lane ?? this.#laneForOneMore();
    if (before?.part && area) {
      before.part.area = area;
      if (!before.stale) this.#lookAround(session, before.part);
      return;
    }
    if (before && !before.part && !area) return;
    const viewer: Viewer = { lane, part: area && { area, told: new MotionWriter() }, stale: false };
    this.#viewers.set(session, viewer);
    lane.viewers.set(session, viewer);
    const told = this.#tellAnew(viewer);
    if (before || !told.empty) this.#parts.deliver(session, { bytes: told.keyframe() });
  }

  /** What a connection's hand does. @throws on malformed bytes */
  read(session: BoardSession, decoder: decoding.Decoder, allowed: boolean): void {
    let hand = this.#hands.get(session);
    if (!hand) {
      hand = new HandReader();
      this.#hands.set(session, hand);
    }
    const moves: Move[] = hand.read(decoder);
    // Read all the same: the reader must know what is held when it is allowed again.
    if (allowed && this.#motion.take(session.holder, moves)) this.#stepSoon();
  }

  leave(session: BoardSession): void {
    this.#hands.delete(session);
    this.#forget(session);
    if (this.#motion.drop(session.holder)) this.#stepSoon();
  }

  close(): void {
    this.#closed = true;
    this.#cancel?.();
  }

  // ── when ─────────────────────────────────────────────────────────────────────────────────────────────────────

  #stepSoon(): void {
    if (this.#cancel || this.#closed) return;
    const { clock } = this.#parts;
    const between = this.#interval() / Math.max(1, this.#lanes.length);
    this.#cancel = clock.after(Math.max(0, this.#lastStep + between - clock.monotonic()), () => {
      this.#cancel = null;
      this.#lastStep = clock.monotonic();
      this.#step();
    });
  }

  /** How often a viewer is told. The more of them, the seldomer: what one core can write in a second is shared by all. */
  #interval(): number {
    const perSecond = DELIVERIES_A_SECOND / Math.max(1, this.#viewers.size);
    return Math.min(SLOWEST_MS, Math.max(FASTEST_MS, 1_000 / perSecond));
  }

  /** One lane is told what it has not heard. */
  #step(): void {
    const changes = this.#motion.flush();
    if (changes.length > 0) this.#flushes++;
    for (const change of changes) {
      this.#newest[change.hold] = change;
      this.#changedAt[change.hold] = this.#flushes;
    }
    const lane = this.#lanes.shift();
    if (lane) {
      this.#lanes.push(lane);
      this.#tell(lane);
    }
    if (this.#lanes.some(({ told, behind }) => told < this.#flushes || behind)) this.#stepSoon();
  }

  // ── what, to whom ────────────────────────────────────────────────────────────────────────────────────────────

  #tell(lane: Lane): void {
    const changes = this.#changesSince(lane.told);
    lane.told = this.#flushes;
    if (changes.length === 0 && !lane.behind) return;
    lane.behind = false;
    const bytes = lane.everything.frame(changes);
    const shared: Frame | null = bytes && { bytes };
    for (const [session, viewer] of lane.viewers) {
      const { backlog } = session.socket;
      if (backlog > BACKLOG_MAX) {
        viewer.stale ||= changes.length > 0;
        lane.behind ||= viewer.stale;
      } else if (viewer.stale) {
        viewer.stale = false;
        this.#parts.deliver(session, { bytes: this.#tellAnew(viewer).keyframe() }, backlog);
      } else if (!viewer.part) {
        if (shared) this.#parts.deliver(session, shared, backlog);
      } else {
        const seen = inSight(changes, viewer.part);
        const own = seen.length > 0 ? viewer.part.told.frame(seen) : null;
        if (own) this.#parts.deliver(session, { bytes: own }, backlog);
      }
    }
  }

  /** In order of number. */
  #changesSince(flush: number): Held[] {
    if (flush === this.#flushes) return [];
    return this.#newest.filter((_, hold) => this.#changedAt[hold]! > flush);
  }

  /** Its board shows another part: what has come into sight is told, and of what has gone that it has. */
  #lookAround(session: BoardSession, part: NonNullable<Viewer['part']>): void {
    const bytes = part.told.frame(inSight(this.#motion.all(), part));
    if (bytes) this.#parts.deliver(session, { bytes });
  }

  /** @returns what has been told to this viewer, once it is sent whole */
  #tellAnew({ lane, part }: Viewer): MotionWriter {
    if (!part) return lane.everything;
    part.told = new MotionWriter();
    part.told.frame(inSight(this.#motion.all(), part));
    return part.told;
  }

  // ── lanes ────────────────────────────────────────────────────────────────────────────────────────────────────

  #laneForOneMore(): Lane {
    const wanted = Math.min(LANES_MAX, Math.floor(this.#viewers.size / LANE_VIEWERS) + 1);
    if (this.#lanes.length < wanted) {
      const lane: Lane = {
        told: this.#flushes,
        viewers: new Map(),
        behind: false,
        everything: new MotionWriter(),
      };
      // What is in hands already was never said in this lane.
      lane.everything.frame([...this.#motion.all()]);
      this.#lanes.push(lane);
    }
    return this.#lanes.reduce((least, lane) => (lane.viewers.size < least.viewers.size ? lane : least));
  }

  #forget(session: BoardSession): void {
    const lane = this.#viewers.get(session)?.lane;
    if (!lane) return;
    this.#viewers.delete(session);
    lane.viewers.delete(session);
    if (lane.viewers.size === 0) this.#lanes.splice(this.#lanes.indexOf(lane), 1);
  }
}

/** Of these what the viewer must hear: what it sees, and that what it was shown has gone out of its sight. */
function inSight(changes: Iterable<Held>, { area, told }: NonNullable<Viewer['part']>): Hold[] {
  const seen: Hold[] = [];
  for (const change of changes) {
    if (holds(area, change) || holds(area, change.home)) seen.push(change);
    else if (told.tells(change)) seen.push({ ...change, state: MOTION.cancelled });
  }
  return seen;
}

function holds({ x, y, w, h }: Area, point: { x: number; y: number }): boolean {
  return point.x >= x && point.x <= x + w && point.y >= y && point.y <= y + h;
}
