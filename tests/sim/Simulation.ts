/**
 * A run by seed: people with their habits, a network and a disk with their troubles, an engine that dies now and then;
 * then all is healed and drained, and the oracle judges. The seed is the run's name: the same seed is the same run.
 */

import { notesOf, readNotes } from '../../shared/board/boardDoc.ts';
import { editText, removeNotes } from '../../shared/board/boardOps.ts';
import { newId } from '../../shared/domain/ids.ts';
import { MOTION } from '../../shared/protocol/boardFrames.ts';
import type { Random } from '../crowd/random.ts';
import type { Who } from './Chronicle.ts';
import { drain } from './drain.ts';
import type { Step } from './Engine.ts';
import { Hands } from './hands.ts';
import { type Judged, judgeEnd } from './oracle.ts';
import { FAIR, type Weather } from './Pipe.ts';
import type { Boarder } from './people/Boarder.ts';
import type { Pad } from './people/Pad.ts';
import { Device, TrueClient } from './people/TrueClient.ts';
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
  if (onLine) world.onLine = onLine;
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
    for (const seat of this.seats) this.#live(seat, random.fork());
    for (const seat of this.padSeats) this.#livePad(seat, random.fork());
    troubles(this, random.fork());
    await world.clock.pass(random.whole(6_000, 25_000));
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

  #live(seat: Seat, random: Random): void {
    const { world } = this;
    const { boarder, hands } = seat;
    const { who } = boarder;
    if (who.role === 'wall' && who.honest) return;
    const pause = random.whole(150, 1_500);
    const reloads = random.chance(0.5) ? 0.03 : 0;
    const next = () =>
      world.clock.after(random.between(0.2, 2) * pause, () => {
        if (this.over) return;
        next();
        if (boarder.ended || random.chance(reloads)) {
          world.tell(`${who.name} loads the page anew`);
          boarder.reload();
          return;
        }
        const { rules } = world.furniture;
        // Most know what the host has closed; some have not looked.
        const heeds = random.chance(0.85);
        if (heeds && rules.frozenAt !== null && who.role !== 'host') return;
        if (!boarder.ready && random.chance(0.7)) return;
        if (boarder instanceof TrueClient) this.#drag(boarder, random);
        for (let times = random.whole(1, 3); times > 0; times--) {
          if (!who.honest) this.#misbehave(boarder, random);
          else
            hands.act(boarder.doc, who.name, {
              grouping: !(heeds && rules.groupingClosed),
              moving: !(heeds && rules.moveOwn),
              whole: boarder.ready,
              inPieces: boarder.kind === 'stock',
            });
        }
      });
    next();
  }

  /** Holds something for a moment; never stored, never acknowledged. */
  #drag(client: TrueClient, random: Random): void {
    const note = random.chance(0.2) && random.pick(readNotes(client.doc));
    if (!note) return;
    const [x, y] = note.pos;
    client.hold([{ id: note.id, state: MOTION.held, x, y }]);
    client.hold([
      { id: note.id, state: random.pick([MOTION.held, MOTION.dropped, MOTION.cancelled])!, x: x + 9, y },
    ]);
  }

  /** Writes in others' notes, or takes them down; on a wall, writes at all. */
  #misbehave({ doc, who }: Boarder, random: Random): void {
    const note = random.pick(readNotes(doc));
    if (who.role === 'wall') {
      if (note) editText(doc, note.id, 'veggen skriver');
      return;
    }
    if (note && random.chance(0.5)) editText(doc, note.id, `${note.text} ☠`);
    else if (note) removeNotes(doc, [note.id]);
    if (random.chance(0.2)) doc.transact(() => notesOf(doc).clear());
  }

  #livePad({ pad, hands, who }: PadSeat, random: Random): void {
    const { world } = this;
    const pause = random.whole(400, 2_500);
    const next = () =>
      world.clock.after(random.between(0.2, 2) * pause, () => {
        if (this.over) return;
        next();
        const hung = random.pick(pad.hung);
        if (hung && random.chance(0.15)) {
          pad.edit(hung, hands.words(who.name));
        } else if (hung && random.chance(0.08)) {
          pad.withdraw(hung);
        } else {
          const id = newId('n');
          hands.mine.push(id);
          pad.write(id, hands.words(who.name));
        }
      });
    next();
  }
}
