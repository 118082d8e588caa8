/** What the demo's people with phones do: walk, write, and think better of something they wrote. */

import type { NoteId } from '../../shared/domain/ids.ts';
import type { Padder } from '../crowd/Padder.ts';
import type { Random } from '../crowd/random.ts';
import type { Floor } from './Floor.ts';
import type { NotePile } from './NotePile.ts';
import type { DemoNote, DemoStation } from './notes.ts';

/** How often somebody walks on before the next note. */
const WALK = 0.15;
/** How long somebody thinks between taking a note back and writing it anew, in seconds. */
const THINK = [3, 7] as const;
/** How often somebody who has nothing new to say does that. */
const SECOND_THOUGHT = 0.3;

export interface PadPersonParts {
  pad: Padder;
  stations: readonly Floor[];
  pile: NotePile;
  random: Random;
  /** Waits; rejects when the demo is over. */
  wait: (seconds: number) => Promise<void>;
}

export class PadPerson {
  readonly #parts: PadPersonParts;
  readonly #written = new Map<NoteId, DemoNote>();
  #at: DemoStation | null = null;

  constructor(parts: PadPersonParts) {
    this.#parts = parts;
  }

  async walkTo(slug: DemoStation): Promise<void> {
    if (this.#at === slug) return;
    await this.#parts.pad.enter(this.#floor(slug).id);
    this.#at = slug;
  }

  /** Writes the next note. When there is none and time for it (`calm`), may take an own one back and write it anew. */
  async writeNext(calm: boolean): Promise<void> {
    const { pile, random } = this.#parts;
    if (random.chance(WALK)) await this.walkTo(random.pick(this.#parts.stations)!.slug);
    const next = (this.#at && pile.take(this.#at)) ?? pile.take();
    if (next) await this.#write(next);
    else if (calm && random.chance(SECOND_THOUGHT)) await this.#writeAgain();
  }

  async #write(note: DemoNote): Promise<void> {
    const { station, text, round, level, slot } = note;
    await this.walkTo(station);
    const stationId = this.#floor(station).id;
    // The round is named, as a phone does that was without network: a late note keeps the colour it was written in.
    const sent = slot && ([...slot] as [string, number, number]);
    const { id } = await this.#parts.pad.write({ stationId, text, round, level, slot: sent });
    this.#written.set(id, note);
  }

  async #writeAgain(): Promise<void> {
    const { pad, random, wait } = this.#parts;
    const own = random.pick([...this.#written]);
    if (!own) return;
    const [id, note] = own;
    await this.walkTo(note.station);
    await pad.withdraw(this.#floor(note.station).id, id);
    this.#written.delete(id);
    await wait(random.between(...THINK));
    await this.#write(note);
  }

  #floor(slug: DemoStation): Floor {
    return this.#parts.stations.find((floor) => floor.slug === slug)!;
  }
}
