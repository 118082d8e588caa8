/**
 * A network with a seed between people's sockets and the engine's door: it delays, cuts, leaves connections half open,
 * holds slow readers; and, where told to do what no TCP does, loses, repeats and reorders single messages.
 */

import type { BoardSocket } from '../../server/ports.ts';
import type { StationId } from '../../shared/domain/ids.ts';
import type { Actor } from '../../shared/domain/permission.ts';
import type { Random } from '../crowd/random.ts';
import type { Who } from './Chronicle.ts';
import { type Fate, Pipe, type Weather } from './Pipe.ts';
import type { SimClock } from './SimClock.ts';

/** Who calls, from where. */
export interface Caller {
  who: Who;
  station: StationId;
  actor: Actor;
  ours: boolean;
  weather: Weather;
}

export type Direction = 'up' | 'down';

/** What the network does with a message: the n-th of its direction, of all connections. */
export type Judge = (message: { link: Link; direction: Direction; n: number; bytes: Uint8Array }) => Fate;

/** What the other side hears of a connection. */
interface Ears {
  frame: (bytes: Uint8Array) => void;
  gone: () => void;
}

/** A slow reader's bytes weigh so much more, that a room's patience ends within a run. */
const SLOW_WEIGHT = 400;

export class Network {
  readonly clock: SimClock;
  readonly random: Random;
  readonly links = new Set<Link>();
  /** Broken connections of which somebody has not learnt yet. */
  readonly halfOpen = new Set<Link>();
  /** The engine's door; null while no engine is up. */
  door: ((link: Link) => void) | null = null;
  judge!: Judge;
  /** Told of each frame that is handed to the network. */
  onFrame: (link: Link, direction: Direction, bytes: Uint8Array) => void = () => {};
  readonly counts = { up: 0, down: 0 };

  constructor(clock: SimClock, random: Random) {
    this.clock = clock;
    this.random = random;
    this.fair();
  }

  /** Messages fare as their senders' weather is, no worse. */
  fair(): void {
    this.judge = ({ link: { caller } }) => this.#chance(caller.weather);
  }

  dial(socket: SimSocket, caller: Caller): Link {
    const link = new Link(this, socket, caller);
    this.links.add(link);
    return link;
  }

  /** The engine's process is gone, and all its connections with it. */
  dropAll(): void {
    for (const link of [...this.links]) if (link.admitted) link.cut(0, this.random.between(0, 300));
  }

  #chance({ lose, duplicate, late }: Weather): Fate {
    if (lose + duplicate + late === 0) return 'arrives';
    const drawn = this.random.between(0, 100);
    if (drawn < lose) return 'lost';
    if (drawn < lose + duplicate) return 'twice';
    return drawn < lose + duplicate + late ? 'late' : 'arrives';
  }
}

/** One connection, from both ends. */
export class Link {
  readonly caller: Caller;
  /** The door has it. */
  admitted = false;
  /** A message from the client has been lost, repeated or reordered: from here on its count of frames is wrong. */
  spoilt = false;
  /** Not lost: the server may have counted more than it has dealt with, and the client think all is saved. */
  miscounted = false;
  readonly #network: Network;
  readonly #socket: SimSocket;
  readonly #up: Pipe;
  readonly #down: Pipe;
  #ears: Ears | null = null;
  #early: Uint8Array[] = [];
  #gone = false;

  constructor(network: Network, socket: SimSocket, caller: Caller) {
    this.#network = network;
    this.#socket = socket;
    this.caller = caller;
    this.#up = new Pipe(network.clock, network.random, caller.weather);
    this.#down = new Pipe(network.clock, network.random, caller.weather);
    this.#up.push({ run: () => this.#knock(), size: 0 });
    if (caller.weather.away) this.cut(0, network.random.between(50, 2_000));
  }

  /** The engine's end. */
  readonly socket: BoardSocket = (() => {
    const link = this;
    return {
      get backlog() {
        return link.#down.backlog * SLOW_WEIGHT;
      },
      send: ({ bytes }) => link.#send('down', bytes),
      close: (code) => {
        link.#down.release();
        link.#down.push({ run: () => link.#end(code), size: 0 });
        link.#goneFromServer();
      },
    };
  })();

  /** The engine listens from now on; what came before is told at once. */
  listen(ears: Ears): void {
    this.#ears = ears;
    if (this.#gone) {
      ears.gone();
      return;
    }
    for (const bytes of this.#early.splice(0)) ears.frame(bytes);
  }

  get goneAtServer(): boolean {
    return this.#gone;
  }

  /** A client's message. */
  sendUp(bytes: Uint8Array): void {
    this.#send('up', bytes);
  }

  /** The client closes it properly. */
  closeByClient(): void {
    this.#up.push({ run: () => this.#goneFromServer(), size: 0 });
    this.#down.shut();
    this.#forget();
  }

  /** The connection breaks; each side learns of it in its own time. */
  cut(serverLearns: number, clientLearns: number): void {
    const { clock, halfOpen } = this.#network;
    this.#up.break();
    this.#down.break();
    this.#forget();
    halfOpen.add(this);
    clock.after(serverLearns, () => this.#goneFromServer());
    clock.after(clientLearns, () => this.#end(1006));
    clock.after(Math.max(serverLearns, clientLearns), () => halfOpen.delete(this));
  }

  /** Both sides learn that it is broken. */
  learn(): void {
    this.#network.halfOpen.delete(this);
    this.#goneFromServer();
    this.#end(1006);
  }

  /** Its reader takes nothing for so long. */
  hold(ms: number): void {
    this.#down.hold();
    this.#network.clock.after(ms, () => this.#down.release());
  }

  /** Its reader takes everything again. */
  release(): void {
    this.#down.release();
  }

  /** The engine reads nothing of it for so long. */
  readLater(ms: number): void {
    this.#up.hold();
    this.#network.clock.after(ms, () => this.#up.release());
  }

  #send(direction: Direction, bytes: Uint8Array): void {
    const network = this.#network;
    const pipe = direction === 'up' ? this.#up : this.#down;
    const n = network.counts[direction]++;
    network.onFrame(this, direction, bytes);
    const copy = bytes.slice();
    const fate = network.judge({ link: this, direction, n, bytes });
    if (fate !== 'arrives' && direction === 'up') {
      this.spoilt = true;
      if (fate !== 'lost') this.miscounted = true;
    }
    const run = direction === 'up' ? () => this.#arrived(copy) : () => this.#socket.received(copy);
    pipe.push({ run, size: copy.length }, fate);
  }

  #knock(): void {
    const { door } = this.#network;
    if (door) {
      this.admitted = true;
      this.#down.push({ run: () => this.#socket.opened(), size: 0 });
      door(this);
    } else {
      this.cut(0, this.#network.random.between(1, 100));
    }
  }

  #arrived(bytes: Uint8Array): void {
    if (this.#gone) return;
    if (this.#ears) this.#ears.frame(bytes);
    else this.#early.push(bytes);
  }

  #goneFromServer(): void {
    if (this.#gone) return;
    this.#gone = true;
    this.#ears?.gone();
  }

  #end(code: number): void {
    this.#forget();
    this.#socket.ended(code);
  }

  #forget(): void {
    this.#network.links.delete(this);
  }
}

/** A WebSocket as a client has it. */
export class SimSocket {
  static readonly OPEN = 1;
  readonly OPEN = 1;
  binaryType = 'arraybuffer';
  readyState = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: ArrayBufferLike }) => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  readonly link: Link;
  readonly #hear: (bytes: Uint8Array) => void;

  constructor(network: Network, caller: Caller, hear: (bytes: Uint8Array) => void = () => {}) {
    this.#hear = hear;
    this.link = network.dial(this, caller);
  }

  send(data: Uint8Array): void {
    if (this.readyState === 1) this.link.sendUp(data);
  }

  close(): void {
    if (this.readyState >= 2) return;
    this.readyState = 2;
    this.link.closeByClient();
  }

  opened(): void {
    if (this.readyState !== 0) return;
    this.readyState = 1;
    this.onopen?.();
  }

  received(bytes: Uint8Array): void {
    if (this.readyState !== 1) return;
    this.#hear(bytes);
    this.onmessage?.({ data: bytes.buffer });
  }

  ended(code: number): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.onclose?.({ code, reason: '' });
  }
}

/** The class that a provider is given as its WebSocket. */
export function socketClass(
  network: Network,
  caller: Caller,
  hear: (bytes: Uint8Array, socket: SimSocket) => void = () => {},
): typeof WebSocket {
  return class extends SimSocket {
    constructor() {
      super(network, caller, (bytes) => hear(bytes, this));
    }
  } as unknown as typeof WebSocket;
}
