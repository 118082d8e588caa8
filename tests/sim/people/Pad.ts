/** A phone's pad: one thing at a time is asked for, again and again under the same id, until there is an answer. */

import type { NoteId } from '../../../shared/domain/ids.ts';
import type { Actor } from '../../../shared/domain/permission.ts';
import type { Random } from '../../crowd/random.ts';
import type { Chronicle, PadDeed, Who } from '../Chronicle.ts';
import type { PadRequest } from '../Engine.ts';
import { Pipe, type Weather } from '../Pipe.ts';
import type { SimClock } from '../SimClock.ts';

const ANSWER_MS = 3_000;
/** Faults that pass: the request is kept, and sent again. */
const PASSING = new Set(['unavailable', 'not_saved', 'internal', 'frozen']);

export interface PadPlace {
  clock: SimClock;
  random: Random;
  chronicle: Chronicle;
  weather: Weather;
  who: Who;
  actor: Actor;
  /** Asks the engine; resolves with `ok` or a fault's code, or never. */
  ask: (request: PadRequest) => Promise<string>;
  onDone: (deed: PadDeed) => void;
  /** An answer that is final, and no. */
  onFault: (deed: PadDeed, code: string) => void;
}

export class Pad {
  /** Notes it has hung up and not taken down, as it knows. */
  readonly hung: NoteId[] = [];
  readonly #place: PadPlace;
  readonly #queue: PadDeed[] = [];
  #asking: PadDeed | null = null;
  readonly #up: Pipe;
  readonly #down: Pipe;

  constructor(place: PadPlace) {
    this.#place = place;
    this.#up = new Pipe(place.clock, place.random, place.weather);
    this.#down = new Pipe(place.clock, place.random, place.weather);
  }

  get settled(): boolean {
    return this.#queue.length === 0;
  }

  write(note: NoteId, text: string): void {
    this.#put('write', note, text);
  }

  edit(note: NoteId, text: string): void {
    this.#put('edit', note, text);
  }

  withdraw(note: NoteId): void {
    this.hung.splice(this.hung.indexOf(note), 1);
    this.#put('withdraw', note, '');
  }

  #put(what: PadDeed['do'], note: NoteId, text: string): void {
    const { who, clock, chronicle } = this.#place;
    const deed: PadDeed = { who, do: what, note, text, asked: clock.monotonic(), done: null };
    chronicle.padDeeds.push(deed);
    this.#queue.push(deed);
    this.#next();
  }

  #next(): void {
    const deed = this.#queue[0];
    if (this.#asking || !deed) return;
    this.#asking = deed;
    this.#send(deed);
  }

  #send(deed: PadDeed): void {
    if (this.#asking !== deed) return;
    const { clock, random, ask } = this.#place;
    clock.after(ANSWER_MS * random.between(0.8, 1.2), () => this.#send(deed));
    this.#travel(this.#up, () => {
      void ask(requestOf(deed)).then((answer) =>
        this.#travel(this.#down, () => this.#answered(deed, answer)),
      );
    });
  }

  /** A phone's connection comes and goes; what does arrive comes in order. */
  #travel(way: Pipe, arrive: () => void): void {
    const { random, weather } = this.#place;
    if (weather.away || random.between(0, 100) < weather.lose + 2) return;
    way.push({ run: arrive, size: 0 });
  }

  #answered(deed: PadDeed, answer: string): void {
    const { clock, onDone, onFault } = this.#place;
    if (this.#asking !== deed || PASSING.has(answer)) return;
    this.#asking = null;
    this.#queue.shift();
    if (answer === 'ok') {
      deed.done = clock.monotonic();
      if (deed.do === 'write') this.hung.push(deed.note);
      onDone(deed);
    } else {
      onFault(deed, answer);
    }
    this.#next();
  }
}

function requestOf({ do: what, note, text }: PadDeed): PadRequest {
  if (what === 'write') return { do: 'write', note: { id: note, text } };
  return { do: what, id: note, text };
}
