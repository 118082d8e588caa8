/**
 * The whole hall in one process: engine, disk, network and people under one clock. It is born anew when it dies, and
 * whatever it does that it must not is written down the moment it happens.
 */

import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import type { Furniture } from '../../server/board/BoardRoom.ts';
import type { Log } from '../../server/ports.ts';
import { FREEZE_GRACE_MS, type Role } from '../../shared/domain/hall.ts';
import { newId } from '../../shared/domain/ids.ts';
import type { Actor } from '../../shared/domain/permission.ts';
import { CLOSE, FRAME, readRefused, SYNC } from '../../shared/protocol/boardFrames.ts';
import { Random } from '../crowd/random.ts';
import { borrowTime } from './borrowedTime.ts';
import { Chronicle, type Deed, holds, type Who } from './Chronicle.ts';
import { Disk } from './Disk.ts';
import { Engine, type Step } from './Engine.ts';
import { firstStep, openFurniture, SERVER_CLIENT, STATION } from './hall.ts';
import { type Direction, type Link, Network } from './Network.ts';
import { FAIR, type Weather } from './Pipe.ts';
import type { Boarder, Place } from './people/Boarder.ts';
import { ModelClient } from './people/ModelClient.ts';
import { Pad } from './people/Pad.ts';
import { StockClient } from './people/StockClient.ts';
import { type Device, TrueClient } from './people/TrueClient.ts';
import { SimClock } from './SimClock.ts';

/** Lines kept of what happened last. */
const LINES = 80;

export interface Entry {
  role?: Role;
  weather?: Weather;
  who?: Who;
  /** Tabs of one browser share a device, or a channel. */
  device?: Device;
  channel?: string;
  /** A model client that asks again for what it does not know to miss. */
  mends?: boolean;
}

export class World {
  readonly seed: number;
  readonly clock = new SimClock();
  readonly random: Random;
  readonly network: Network;
  readonly disk: Disk;
  readonly chronicle: Chronicle;
  readonly boarders: Boarder[] = [];
  readonly pads: Pad[] = [];
  readonly weathers: Weather[] = [];
  /** What must not have happened. */
  readonly violations: string[] = [];
  readonly refusals: { who: Who; code: string }[] = [];
  readonly frames = { step1: 0, step2: 0, update: 0, asked: 0 };
  furniture: Furniture = openFurniture();
  engine!: Engine;
  deaths = 0;
  restarts = 0;
  /** Whether the engine dies at this step. */
  doom: (step: Step) => boolean = () => false;
  /** Milliseconds from death to birth, at least and at most. */
  downtime: readonly [number, number] = [50, 1_500];
  /** Told of all that is written down. */
  onLine: (line: string) => void = () => {};
  readonly #lines: string[] = [];
  readonly #giveBack: () => void;
  readonly #checked = new WeakSet<Uint8Array>();
  #names = 0;
  #closed = false;

  constructor(seed: number) {
    this.seed = seed;
    this.random = new Random(seed);
    this.#giveBack = borrowTime(this.clock, this.random.fork());
    this.network = new Network(this.clock, this.random.fork());
    this.network.onFrame = (link, direction, bytes) => this.#count(link, direction, bytes);
    this.disk = new Disk(this.clock, this.random.fork());
    this.disk.create(firstStep(), SERVER_CLIENT);
    this.chronicle = new Chronicle(
      () => this.clock.monotonic(),
      (line) => this.tell(line),
    );
    this.bear();
  }

  /** Ends all that lives, and gives time back to the process. */
  close(): void {
    this.#closed = true;
    for (const boarder of this.boarders) boarder.close();
    this.engine.die();
    this.#giveBack();
  }

  // ── people ───────────────────────────────────────────────────────────────────────────────────────────────────

  person(role: Role = 'participant', honest = true): Who {
    return { name: `${honest ? role : 'rogue'}${this.#names++}`, participant: newId('p'), role, honest };
  }

  enter(kind: Boarder['kind'], entry: Entry = {}): Boarder {
    const { role = 'participant', who = this.person(role), device, channel, mends } = entry;
    const place = this.#place(who, kind !== 'stock', entry.weather ?? { ...FAIR });
    const boarder =
      kind === 'true'
        ? new TrueClient(place, device)
        : kind === 'model'
          ? new ModelClient(place, mends)
          : new StockClient(place, channel);
    this.boarders.push(boarder);
    return boarder;
  }

  takePad(who: Who = this.person(), weather: Weather = { ...FAIR }): Pad {
    const { clock, chronicle } = this;
    const actor = actorOf(who);
    this.weathers.push(weather);
    const pad = new Pad({
      clock,
      chronicle,
      weather,
      who,
      actor,
      random: this.random.fork(),
      ask: (request) =>
        this.engine.dead ? new Promise(() => {}) : this.engine.pad(who, actor, STATION, request),
      onDone: (deed) => {
        this.tell(`${who.name} pad ${deed.do} ${deed.note.slice(0, 8)} is done`);
        if (deed.do === 'withdraw') return;
        if (this.disk.ownerOf(STATION.id, deed.note) !== who.participant)
          this.wrong(`a pad's note was acknowledged and is not on disk`);
      },
      onFault: (deed, code) => {
        this.tell(`${who.name} pad ${deed.do} ${deed.note.slice(0, 8)}: ${code}`);
        const passed = code === 'gone' || code === 'not_found';
        if (!passed) this.wrong(`a pad was told ${code}`);
      },
    });
    this.pads.push(pad);
    return pad;
  }

  #place(who: Who, ours: boolean, weather: Weather): Place {
    const { clock, network, chronicle } = this;
    this.weathers.push(weather);
    return {
      clock,
      network,
      chronicle,
      random: this.random.fork(),
      caller: { who, station: STATION.id, actor: actorOf(who), ours, weather },
      onSaved: (deed, trusted) => this.#saved(deed, trusted),
      onReturned: ({ name }, missing) => {
        for (const { note } of missing) this.wrong(`${name} got no text back of ${note}`);
      },
    };
  }

  // ── the engine ───────────────────────────────────────────────────────────────────────────────────────────────

  bear(): void {
    const { clock, network, disk } = this;
    this.engine = new Engine({
      clock,
      network,
      disk,
      furniture: () => this.furniture,
      doom: (step) => this.doom(step),
      onDeath: (step) => {
        if (this.#closed) return;
        this.deaths++;
        this.tell(`the engine dies: ${step}`);
        clock.after(this.random.between(...this.downtime), () => this.bear());
      },
      log: this.#log(),
      watch: (link, sent) => this.#watch(link, sent),
    });
  }

  async restart(): Promise<void> {
    const { engine } = this;
    if (engine.dead) return;
    this.tell('the engine is stopped');
    await engine.stop();
    this.restarts++;
    this.clock.after(this.random.between(...this.downtime), () => {
      if (this.engine === engine) this.bear();
    });
  }

  furnish(furniture: Furniture): void {
    this.furniture = furniture;
    const { frozenAt, groupingClosed, moveOwn } = furniture.rules;
    this.tell(
      `furnished: round ${furniture.round}, ${JSON.stringify({ frozenAt, groupingClosed, moveOwn })}`,
    );
    this.engine.furnish();
  }

  // ── what is written down ─────────────────────────────────────────────────────────────────────────────────────

  tell(line: string): void {
    const told = `${(this.clock.monotonic() / 1_000).toFixed(3)} ${line}`;
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
    return [`seed ${this.seed}`, ...this.violations.slice(0, 12), '', ...this.#lines].join('\n');
  }

  #saved(deed: Deed, trusted: boolean): void {
    if (deed.fate === 'saved') return;
    if (!holds(this.disk.durable(STATION.id), deed)) {
      // A count of frames is worth what the connection is that bears them; WebSockets lose and repeat nothing.
      if (trusted) this.wrong(`#${deed.n} of ${deed.who.name} was acknowledged and is not on disk`);
      return;
    }
    deed.fate = 'saved';
  }

  #count(_: Link, direction: Direction, bytes: Uint8Array): void {
    if (bytes[0] !== FRAME.sync) return;
    if (direction === 'down') {
      if (bytes[1] === SYNC.step1) this.frames.asked++;
    } else if (bytes[1] === SYNC.step1) this.frames.step1++;
    else if (bytes[1] === SYNC.step2) this.frames.step2++;
    else this.frames.update++;
  }

  #watch({ caller }: Link, sent: { frame: Uint8Array } | { close: number; reason: string }): void {
    if ('close' in sent) {
      this.tell(`${caller.who.name} is closed: ${sent.close} ${sent.reason}`);
      if (sent.close === CLOSE.badFrame) this.wrong(`${caller.who.name} sent a bad frame`);
      if (sent.close === CLOSE.forbidden) this.#refused(caller.who, sent.reason, '');
      return;
    }
    const { frame } = sent;
    if (frame[0] === FRAME.refused) {
      const decoder = decoding.createDecoder(frame);
      decoding.readVarUint(decoder);
      const { code, field, text } = readRefused(decoder);
      this.#refused(caller.who, code, field, text);
    } else if (frame[0] === FRAME.sync && frame[1] !== SYNC.step1 && !this.#checked.has(frame)) {
      this.#checked.add(frame);
      const decoder = decoding.createDecoder(frame.subarray(2));
      this.#mustBeDurable(decoding.readVarUint8Array(decoder));
    }
  }

  /** B1: what goes out is on disk. */
  #mustBeDurable(update: Uint8Array): void {
    const durable = this.disk.durable(STATION.id);
    for (const [client, clock] of Y.parseUpdateMeta(update).to) {
      if (Y.getState(durable.store, client) < clock) this.wrong('sent out before it was on disk');
    }
  }

  #refused(who: Who, code: string, field: string, why = ''): void {
    this.tell(`${who.name} is refused: ${code} ${field} ${why}`);
    this.refusals.push({ who, code });
    const { rules } = this.furniture;
    const allowed =
      !who.honest ||
      (code === 'frozen' &&
        rules.frozenAt !== null &&
        this.clock.now() >= rules.frozenAt + FREEZE_GRACE_MS) ||
      (code === 'grouping_closed' && rules.groupingClosed) ||
      (code === 'denied' && rules.moveOwn && ['', 'pos', 'slot'].includes(field));
    if (!allowed) this.wrong(`${who.name} is honest and was refused: ${code} ${field} ${why}`);
  }

  #log(): Log {
    const expected = new Set([
      'board.commit_failed',
      'board.load_failed',
      'board.rebuild_failed',
      'board.snapshot_failed',
    ]);
    return {
      info: () => {},
      warn: (event, fields) => {
        this.tell(`${event} ${fields?.why ?? ''}`);
        if (event === 'board.rebuild' && fields?.why !== 'a commit failed')
          this.wrong(`a rebuild: ${fields?.why}`);
        if (event === 'board.send_failed') this.wrong('a send failed');
      },
      error: (event, fields) => {
        this.tell(`${event} ${fields?.error ?? fields?.reason ?? ''}`);
        if (!expected.has(event) || this.disk.failures === 0) this.wrong(`${event} ${fields?.error ?? ''}`);
      },
    };
  }
}

/** A host is host of this very station. */
export function actorOf({ role }: Who): Actor {
  return { role, stations: role === 'host' ? [STATION.id] : [] };
}
