/**
 * A run by seed: people with their habits, a network and a disk with their troubles, an engine that dies now and then;
 * then all is healed and drained, and the oracle judges. The seed is the run's name: the same seed is the same run.
 */

import type { Random } from '../crowd/random.ts';
import type { Who } from './Chronicle.ts';
import type { Judged } from './Court.ts';
import { drain } from './drain.ts';
import type { Step } from './Engine.ts';
import { live, livePad } from './habits.ts';
import { Hands } from './hands.ts';
import { judgeEnd } from './oracle.ts';
import { FAIR, type Weather } from './Pipe.ts';
import type { Boarder } from './people/Boarder.ts';
import type { Pad } from './people/Pad.ts';
import { Device } from './people/TrueClient.ts';
import { troubles } from './troubles.ts';
import { World } from './World.ts';

/** What a run came to. */
export interface Outcome extends Judged {
  seed: number;
  unruly: boolean;
  people: number;
  deaths: number;
  restarts: number;
  refusals: number;
  rows: number;
  /** Document frames of clients. */
  frames: number;
  violations: string[];
  story: string;
}

/** One tab, whose it is, and whether it must see the server's board in the end. */
export interface Seat {
  boarder: Boarder;
  hands: Hands;
  weather: Weather;
  sees: boolean;
}

export interface PadSeat {
  pad: Pad;
  hands: Hands;
  who: Who;
  weather: Weather;
}

const STEPS: readonly Step[] = [
  'received',
  'applied',
  'handed',
  'durable',
  'answered',
  'broadcast',
  'acknowledged',
  'pad done',
  'snapshot',
];

/** Runs a seed. Never throws for what the engine does: that is in the outcome. */
export async function simulate(seed: number, onLine?: (line: string) => void): Promise<Outcome> {
  const world = new World(seed);
  if (onLine) world.witness.onLine = onLine;
  try {
    return await new Simulation(world).run();
  } finally {
    world.close();
  }
}

export class Simulation {
  readonly world: World;
  readonly random: Random;
  readonly seats: Seat[] = [];
  readonly padSeats: PadSeat[] = [];
  /** The network does what no TCP does. */
  readonly unruly: boolean;
  /** People have stopped. */
  over = false;

  constructor(world: World) {
    this.world = world;
    this.random = world.random.fork();
    this.unruly = this.random.chance(0.25);
  }

  async run(): Promise<Outcome> {
    const { world, random } = this;
    this.#seatPeople();
    for (const seat of this.seats) live(this, seat, random.fork());
    for (const seat of this.padSeats) livePad(this, seat, random.fork());
    troubles(this, random.fork());
    await world.clock.pass(random.whole(4_000, 16_000));
    this.over = true;
    const blind = this.seats.filter(({ sees }) => !sees).map(({ boarder }) => boarder);
    await drain(world, { blind, unruly: this.unruly });
    const judged = await judgeEnd(world, blind);
    return {
      ...judged,
      seed: world.seed,
      unruly: this.unruly,
      people: this.seats.length + this.padSeats.length,
      deaths: world.deaths,
      restarts: world.restarts,
      refusals: world.refusals.length,
      rows: world.disk.rows,
      frames: world.frames.step2 + world.frames.update,
      violations: world.violations,
      story: world.story(),
    };
  }

  /** Arms the engine's death at some step. */
  doomSoon(random: Random): void {
    const at = random.pick(STEPS)!;
    let left = random.whole(0, 8);
    this.world.doom = (step) => {
      if (step !== at || left-- > 0) return false;
      this.world.doom = () => false;
      return true;
    };
  }

  #seatPeople(): void {
    const { random, world } = this;
    for (let people = random.whole(1, 4); people > 0; people--) this.#seatOne();
    if (random.chance(0.6)) this.#seat(world.person('host'), this.#kind());
    if (random.chance(0.5)) this.#seat(world.person('wall'), this.#kind());
    if (random.chance(0.15)) this.#seat(world.person('wall', false), 'stock', { sees: false });
    if (random.chance(0.2)) this.#seat(world.person('participant', false), 'model');
    for (let pads = random.whole(0, 3); pads > 0; pads--) {
      // A phone of one who sits at a board too, or of one who does not.
      const seat = random.chance(0.3) ? this.seats.find(({ boarder }) => boarder.who.honest) : undefined;
      const mine = seat?.boarder.who.role === 'participant' ? seat : undefined;
      const who = mine?.boarder.who ?? world.person();
      const weather = this.#weather();
      const hands = mine?.hands ?? new Hands(random.fork(), false);
      this.padSeats.push({ pad: world.takePad(who, weather), hands, who, weather });
    }
  }

  #seatOne(): void {
    const { random, world } = this;
    const who = world.person();
    const kind = this.#kind();
    const hands = new Hands(random.fork(), false);
    const tabs = random.chance(0.3) ? 2 : 1;
    const device = new Device();
    const shared = tabs === 2 && random.chance(0.7);
    const channel = shared ? `browser-${world.seed}-${this.seats.length}` : undefined;
    const weather = this.#weather();
    for (let tab = 0; tab < tabs; tab++) this.#seat(who, kind, { hands, device, channel, weather });
  }

  #seat(
    who: Who,
    kind: Boarder['kind'],
    more: Partial<{
      hands: Hands;
      device: Device;
      channel: string | undefined;
      weather: Weather;
      sees: boolean;
    }> = {},
  ): void {
    const { random, world } = this;
    const { hands = new Hands(random.fork(), who.role === 'host'), weather = this.#weather() } = more;
    const { device, channel, sees = true } = more;
    const entry = {
      who,
      weather,
      mends: this.unruly,
      ...(device && { device }),
      ...(channel && { channel }),
    };
    this.seats.push({ boarder: world.enter(kind, entry), hands, weather, sees });
  }

  #kind(): Boarder['kind'] {
    // The true client leans on a transport that keeps order and loses nothing, as WebSockets do.
    if (this.unruly) return this.random.chance(0.7) ? 'model' : 'stock';
    return this.random.pick(['true', 'true', 'true', 'model', 'stock', 'stock'] as const)!;
  }

  #weather(): Weather {
    const { random, unruly } = this;
    const high = random.pick([3, 20, 80, 400])!;
    const weather: Weather = { ...FAIR, latency: [high / 10, high] };
    if (!unruly) return weather;
    // Not all at once: what is lost and what comes twice could make up for one another in a count.
    const worst = random.pick(['lose', 'duplicate', 'late'] as const)!;
    weather[worst] = random.between(1, 12);
    return weather;
  }
}
