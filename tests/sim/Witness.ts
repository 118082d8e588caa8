/** Writes down what happens in a world, and at once what must not: a refusal of an honest person, news of what is not on disk. */

import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import type { Log } from '../../server/ports.ts';
import { FREEZE_GRACE_MS, type StationRules } from '../../shared/domain/hall.ts';
import { CLOSE, FRAME, readRefused, SYNC } from '../../shared/protocol/boardFrames.ts';
import { type Deed, holds, holdsDeleted, type Who } from './Chronicle.ts';
import type { Disk } from './Disk.ts';
import { STATION } from './hall.ts';
import type { Direction, Link } from './Network.ts';
import type { SimClock } from './SimClock.ts';

/** Lines kept of what happened last. */
const LINES = 80;
/** Faults of a disk in trouble; of a sound one they are wrong. */
const DISK_FAULTS = new Set([
  'board.commit_failed',
  'board.load_failed',
  'board.rebuild_failed',
  'board.snapshot_failed',
]);

export interface WitnessParts {
  seed: number;
  clock: SimClock;
  disk: Disk;
  rules: () => StationRules;
}

export class Witness {
  readonly violations: string[] = [];
  readonly refusals: { who: Who; code: string }[] = [];
  readonly frames = { step1: 0, step2: 0, update: 0, asked: 0 };
  /** Told of all that is written down. */
  onLine: (line: string) => void = () => {};
  readonly #parts: WitnessParts;
  readonly #lines: string[] = [];
  readonly #checked = new WeakSet<Uint8Array>();

  constructor(parts: WitnessParts) {
    this.#parts = parts;
  }

  tell(line: string): void {
    const told = `${(this.#parts.clock.monotonic() / 1_000).toFixed(3)} ${line}`;
    this.#lines.push(told);
    if (this.#lines.length > LINES) this.#lines.shift();
    this.onLine(told);
  }

  wrong(what: string): void {
    this.tell(`WRONG: ${what}`);
    this.violations.push(what);
  }

  /** What went wrong, and what happened before it. */
  story(): string {
    return [`seed ${this.#parts.seed}`, ...this.violations.slice(0, 12), '', ...this.#lines].join('\n');
  }

  /** Somebody was told that this is on disk. `trusted`: over a connection that lost and repeated nothing. */
  saved(deed: Deed, trusted: boolean): void {
    if (deed.fate === 'saved') return;
    if (holds(this.#durable, deed)) {
      deed.fate = 'saved';
    } else if (trusted) {
      // A count of frames is worth what the connection is that bears them; WebSockets lose and repeat nothing.
      this.wrong(`#${deed.n} of ${deed.who.name} was acknowledged and is not on disk`);
    }
  }

  /** A frame is handed to the network. */
  count(direction: Direction, bytes: Uint8Array): void {
    if (bytes[0] !== FRAME.sync) return;
    if (direction === 'down') {
      if (bytes[1] === SYNC.step1) this.frames.asked++;
    } else if (bytes[1] === SYNC.step1) this.frames.step1++;
    else if (bytes[1] === SYNC.step2) this.frames.step2++;
    else this.frames.update++;
  }

  /** The engine sends something, or closes. */
  watch({ caller: { who } }: Link, sent: { frame: Uint8Array } | { close: number; reason: string }): void {
    if ('close' in sent) {
      this.tell(`${who.name} is closed: ${sent.close} ${sent.reason}`);
      if (sent.close === CLOSE.badFrame) this.wrong(`${who.name} sent a bad frame`);
      if (sent.close === CLOSE.forbidden) this.#refused(who, sent.reason, '');
      return;
    }
    const { frame } = sent;
    if (frame[0] === FRAME.refused) {
      const decoder = decoding.createDecoder(frame.subarray(1));
      const { code, field, text } = readRefused(decoder);
      this.#refused(who, code, field, text);
    } else if (frame[0] === FRAME.sync && frame[1] !== SYNC.step1 && !this.#checked.has(frame)) {
      this.#checked.add(frame);
      this.#mustBeDurable(decoding.readVarUint8Array(decoding.createDecoder(frame.subarray(2))));
    }
  }

  /** What the engine writes in its log. */
  log(): Log {
    const { disk } = this.#parts;
    return {
      info: () => {},
      warn: (event, fields) => {
        this.tell(`${event} ${fields?.why ?? ''}`);
        const rebuilt = event === 'board.rebuild' && fields?.why !== 'a commit failed';
        if (rebuilt || event === 'board.send_failed') this.wrong(`${event} ${fields?.why ?? ''}`);
      },
      error: (event, fields) => {
        this.tell(`${event} ${fields?.error ?? fields?.reason ?? ''}`);
        if (!DISK_FAULTS.has(event) || disk.failures === 0) this.wrong(`${event} ${fields?.error ?? ''}`);
      },
    };
  }

  get #durable(): Y.Doc {
    return this.#parts.disk.durable(STATION.id);
  }

  /** B1: what goes out is on disk. */
  #mustBeDurable(update: Uint8Array): void {
    const { structs, ds } = Y.decodeUpdate(update);
    const durable = this.#durable;
    const there = structs.every(
      ({ id, length }) => Y.getState(durable.store, id.client) >= id.clock + length,
    );
    const gone = [...ds.clients].every(([client, ranges]) =>
      ranges.every(({ clock, len }) => holdsDeleted(durable, { client, clock, len })),
    );
    if (!there || !gone) this.wrong('something was sent out before it was on disk');
  }

  #refused(who: Who, code: string, field: string, why = ''): void {
    this.tell(`${who.name} is refused: ${code} ${field} ${why}`);
    this.refusals.push({ who, code });
    const { frozenAt, groupingClosed, moveOwn } = this.#parts.rules();
    const frozen = frozenAt !== null && this.#parts.clock.now() >= frozenAt + FREEZE_GRACE_MS;
    const allowed =
      !who.honest ||
      (code === 'frozen' && frozen) ||
      (code === 'grouping_closed' && groupingClosed) ||
      (code === 'denied' && moveOwn && ['', 'pos', 'slot'].includes(field));
    if (!allowed) this.wrong(`${who.name} is honest and was refused: ${code} ${field} ${why}`);
  }
}
