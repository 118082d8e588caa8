/**
 * Hands motion out: by what each viewer's board shows, each channel encoded once for all its viewers, as seldom as the
 * crowd makes it cost. A viewer that says nothing of its view gets everything; one that wants none gets none.
 */

import type * as decoding from 'lib0/decoding';
import { MOTION, type Move } from '../../shared/protocol/boardFrames.ts';
import { ChannelWriter, HandReader, type Hold, type ViewedArea } from '../../shared/protocol/motionFrames.ts';
import type { Clock, Frame } from '../ports.ts';
import type { BoardSession } from './BoardSession.ts';
import { cellsIn, Motion } from './motion.ts';

/** The channel of those who see everything. */
const ALL = 'all';
/** A view of more cells than this sees everything: fewer frames, and little it would not have wanted. */
const CELLS_MAX = 9;
/** With so much waiting a viewer misses frames, and is brought up to date when it has read. */
const BACKLOG_MAX = 128_000;
const FASTEST_MS = 33;
const SLOWEST_MS = 150;
/** Deliveries a second that motion may cost one core, all viewers together. */
const DELIVERIES_A_SECOND = 55_000;

/** One channel: what its viewers have been told, and who they are. */
interface Channel {
  writer: ChannelWriter;
  viewers: Set<BoardSession>;
}

/** What a viewer gets. `stale`: channels of which it has missed a frame. */
interface Viewer {
  channels: Set<string>;
  stale: Set<string>;
}

export interface MotionBroadcastParts {
  clock: Clock;
  deliver: (session: BoardSession, frame: Frame) => void;
}

export class MotionBroadcast {
  readonly #parts: MotionBroadcastParts;
  readonly #motion = new Motion();
  readonly #hands = new Map<BoardSession, HandReader>();
  readonly #viewers = new Map<BoardSession, Viewer>();
  readonly #channels = new Map<string, Channel>();
  #nextChannel = 1;
  #cancel: (() => void) | null = null;
  #lastFlush = Number.NEGATIVE_INFINITY;
  #closed = false;

  constructor(parts: MotionBroadcastParts) {
    this.#parts = parts;
  }

  /** A viewer comes, or its board shows something else. */
  view(session: BoardSession, area: ViewedArea): void {
    const cells = typeof area === 'string' ? null : cellsIn(area, CELLS_MAX);
    const wanted = new Set(area === 'none' ? [] : (cells ?? [ALL]));
    const viewer = this.#viewers.get(session) ?? { channels: new Set<string>(), stale: new Set<string>() };
    this.#viewers.set(session, viewer);
    // The new ones first: what is seen through both must not seem to have been let go.
    for (const name of wanted) if (!viewer.channels.has(name)) this.#subscribe(session, viewer, name);
    for (const name of viewer.channels) {
      if (wanted.has(name)) continue;
      const farewell = this.#channels.get(name)?.writer.farewell();
      if (farewell) this.#parts.deliver(session, { bytes: farewell });
      this.#unsubscribe(session, name);
    }
    viewer.channels = wanted;
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
    if (allowed && this.#motion.take(session.holder, moves)) this.#flushSoon();
  }

  leave(session: BoardSession): void {
    this.#hands.delete(session);
    for (const name of this.#viewers.get(session)?.channels ?? []) this.#unsubscribe(session, name);
    this.#viewers.delete(session);
    if (this.#motion.drop(session.holder)) this.#flushSoon();
  }

  close(): void {
    this.#closed = true;
    this.#cancel?.();
  }

  #flushSoon(): void {
    if (this.#cancel || this.#closed) return;
    const { clock } = this.#parts;
    const wait = Math.max(0, this.#lastFlush + this.#interval() - clock.monotonic());
    this.#cancel = clock.after(wait, () => {
      this.#cancel = null;
      this.#lastFlush = clock.monotonic();
      this.#flush();
    });
  }

  /** The more viewers, the seldomer: what one core can write in a second is shared by all. */
  #interval(): number {
    const perSecond = DELIVERIES_A_SECOND / Math.max(1, this.#viewers.size);
    return Math.min(SLOWEST_MS, Math.max(FASTEST_MS, 1_000 / perSecond));
  }

  #flush(): void {
    const changes = this.#motion.flush();
    const byChannel = new Map<string, Hold[]>();
    const tell = (name: string, move: Hold) => {
      if (!this.#channels.has(name)) return;
      const list = byChannel.get(name);
      if (list) list.push(move);
      else byChannel.set(name, [move]);
    };
    for (const { move, cells, left } of changes) {
      tell(ALL, move);
      for (const cell of left) tell(cell, { ...move, state: MOTION.cancelled });
      for (const cell of cells) tell(cell, move);
    }
    for (const [name, moves] of byChannel) {
      const channel = this.#channels.get(name)!;
      const bytes = channel.writer.frame(moves);
      if (bytes) this.#send(name, channel, { bytes });
    }
  }

  #send(name: string, channel: Channel, frame: Frame): void {
    let keyframe: Frame | null = null;
    for (const session of channel.viewers) {
      const viewer = this.#viewers.get(session);
      if (!viewer) continue;
      if (session.socket.backlog > BACKLOG_MAX) {
        viewer.stale.add(name);
      } else if (viewer.stale.delete(name)) {
        keyframe ??= { bytes: channel.writer.keyframe() };
        this.#parts.deliver(session, keyframe);
      } else {
        this.#parts.deliver(session, frame);
      }
    }
  }

  #subscribe(session: BoardSession, viewer: Viewer, name: string): void {
    let channel = this.#channels.get(name);
    if (!channel) {
      channel = { writer: new ChannelWriter(name === ALL ? 0 : this.#nextChannel++), viewers: new Set() };
      this.#channels.set(name, channel);
      // What is in hands already was never said on this channel.
      channel.writer.frame(name === ALL ? this.#motion.all() : this.#motion.inSightOf(name));
    }
    channel.viewers.add(session);
    viewer.stale.delete(name);
    if (!channel.writer.empty) this.#parts.deliver(session, { bytes: channel.writer.keyframe() });
  }

  #unsubscribe(session: BoardSession, name: string): void {
    const channel = this.#channels.get(name);
    channel?.viewers.delete(session);
    if (channel?.viewers.size === 0) this.#channels.delete(name);
  }
}
