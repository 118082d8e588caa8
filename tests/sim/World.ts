/**
 * The whole hall in one process: engine, disk, network and people under one clock. It is born anew when it dies, and
 * whatever it does that it must not is written down the moment it happens.
 */

import { type EventEmitter, setMaxListeners } from 'node:events';
import type { Furniture } from '../../server/board/BoardRights.ts';
import type { Role } from '../../shared/domain/hall.ts';
import { newId } from '../../shared/domain/ids.ts';
import type { Actor } from '../../shared/domain/permission.ts';
import { Random } from '../crowd/random.ts';
import { borrowTime } from './borrowedTime.ts';
import { Chronicle, type Who } from './Chronicle.ts';
import { Disk } from './Disk.ts';
import { Engine, type Step } from './Engine.ts';
import { firstStep, openFurniture, SERVER_CLIENT, STATION } from './hall.ts';
import { Network } from './Network.ts';
import { FAIR, type Weather } from './Pipe.ts';
import type { Boarder, Place } from './people/Boarder.ts';
import { ModelClient } from './people/ModelClient.ts';
import { Pad } from './people/Pad.ts';
import { StockClient } from './people/StockClient.ts';
import { type Device, TrueClient } from './people/TrueClient.ts';
import { SimClock } from './SimClock.ts';
import { Witness } from './Witness.ts';

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
  readonly witness: Witness;
  furniture: Furniture = openFurniture();
  engine!: Engine;
  deaths = 0;
  restarts = 0;
  /** Whether the engine dies at this step. */
  doom: (step: Step) => boolean = () => false;
  /** Milliseconds from death to birth, at least and at most. */
  downtime: readonly [number, number] = [50, 1_500];
  readonly #giveBack: () => void;
  #names = 0;
  #closed = false;

  constructor(seed: number) {
    this.seed = seed;
    this.random = new Random(seed);
    // Each provider listens for the process's end; a hall's worth of them is no leak.
    setMaxListeners(0, process as unknown as EventEmitter);
    this.#giveBack = borrowTime(this.clock, this.random.fork());
    this.network = new Network(this.clock, this.random.fork());
    this.disk = new Disk(this.clock, this.random.fork());
    const { clock, disk } = this;
    this.witness = new Witness({ seed, clock, disk, rules: () => this.furniture.rules });
    this.network.onFrame = (_, direction, bytes) => this.witness.count(direction, bytes);
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
      onSaved: (deed, trusted) => this.witness.saved(deed, trusted),
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
      log: this.witness.log(),
      watch: (link, sent) => this.witness.watch(link, sent),
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

  get violations(): string[] {
    return this.witness.violations;
  }

  get refusals(): { who: Who; code: string }[] {
    return this.witness.refusals;
  }

  get frames(): Witness['frames'] {
    return this.witness.frames;
  }

  tell(line: string): void {
    this.witness.tell(line);
  }

  wrong(what: string): void {
    this.witness.wrong(what);
  }

  /** What went wrong, and what happened before it. */
  story(): string {
    return this.witness.story();
  }
}

/** A host is host of this very station. */
export function actorOf({ role }: Who): Actor {
  return { role, stations: role === 'host' ? [STATION.id] : [] };
}
