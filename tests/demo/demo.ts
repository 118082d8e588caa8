/**
 * A hall that lives: makes one, fills it with the demo's notes in about 40 s, and keeps twenty people at it until it
 * is stopped. Everything they do by chance follows from one printed seed.
 */

import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { Boarder } from '../crowd/Boarder.ts';
import { Padder, PadFault } from '../crowd/Padder.ts';
import { Random } from '../crowd/random.ts';
import { createHall, joinByCode, sessionByKey } from '../crowd/rest.ts';
import { type Hands, hangUp, tidySomething } from './boardPerson.ts';
import { Floor } from './Floor.ts';
import { NotePile } from './NotePile.ts';
import { DEMO_NOTES, DEMO_STATIONS, DEMO_TITLE, type DemoStation } from './notes.ts';
import { PadPerson } from './PadPerson.ts';

export interface DemoOptions {
  /** The same seed makes the same choices; without one, one is drawn and printed. */
  seed?: number;
  /** Where the server limits who may make halls. */
  createKey?: string;
  /** The address to print links with, where people reach the server by another one than the crowd does. */
  shownAt?: string;
  print?: (line: string) => void;
}

const PADS = 12;
const BOARDS = 8;
const ORGANISATIONS = [
  'Videregående skole',
  'Kommune',
  'Fagskole',
  'Universitet',
  'Elevorganisasjon',
  'Studentorganisasjon',
  'Fagforening',
  'Sykehus',
];

type Span = readonly [low: number, high: number];

/** How long people wait between two things that they do, in seconds. */
interface Pace {
  pad: Span;
  board: Span;
}
const RUSH: Pace = { pad: [0.3, 0.55], board: [0.8, 1.6] };
const BRISK: Pace = { pad: [2, 4], board: [0.6, 1.8] };
const STEADY: Pace = { pad: [4, 8], board: [0.6, 1.8] };
const CALM: Pace = { pad: [30, 75], board: [5, 14] };

/** When rounds start, in seconds from the first note, and how fast people are from then on. The last start is drawn. */
const FILL = [
  { at: 0, round: 1, pace: RUSH },
  { at: 11, round: 2, pace: BRISK },
  { at: 24, round: 3, pace: STEADY },
] as const;
const CALM_FROM = 40;
const LAST_ROUND = { round: 4, between: [130, 190] } as const;

/** Makes the hall and sets its people to work. @returns what sends them home; resolves when all have left */
export async function runDemo(baseUrl: string, options: DemoOptions = {}): Promise<() => Promise<void>> {
  const { seed = Math.floor(Math.random() * 1e6), print = console.log } = options;
  const { createKey = process.env.CREATE_KEY } = options;
  const random = new Random(seed);
  const lastRoundAt = Math.round(random.between(...LAST_ROUND.between));
  const made = await createHall(baseUrl, {
    template: 'vandrehallen',
    title: DEMO_TITLE,
    locale: 'nb',
    createKey,
  });
  for (const line of [...tellLinks(made, options.shownAt), ...tellPlan(seed, lastRoundAt)]) print(line);

  const crowd = new Crowd(baseUrl, made, random, print);
  const done = crowd.live(lastRoundAt);
  return async () => {
    crowd.stop();
    await done;
  };
}

class Crowd {
  readonly #baseUrl: string;
  readonly #made: CreatedHall;
  readonly #random: Random;
  readonly #print: (line: string) => void;
  readonly #pile: NotePile;
  readonly #floors: Floor[];
  readonly #leaving = new AbortController();
  readonly #pads: Padder[] = [];
  readonly #boarders: Boarder[] = [];
  #pace: Pace = RUSH;

  constructor(baseUrl: string, made: CreatedHall, random: Random, print: (line: string) => void) {
    this.#baseUrl = baseUrl;
    this.#made = made;
    this.#random = random;
    this.#print = print;
    this.#pile = new NotePile(random.shuffled(DEMO_NOTES));
    this.#floors = made.hall.stations.map(({ id, slug }) => new Floor(id, slug as DemoStation));
    setMaxListeners(0, this.#leaving.signal);
  }

  /** Resolves when all have left. */
  async live(lastRoundAt: number): Promise<void> {
    const lives: Promise<void>[] = [];
    this.#pile.open(1);
    // Forked in order, so that who comes first over the network changes nothing.
    for (let n = 0; n < PADS; n++)
      lives.push(this.#life(`pad ${n + 1}`, this.#padLife(n, this.#random.fork())));
    for (let n = 0; n < BOARDS; n++) {
      lives.push(this.#life(`board ${n + 1}`, this.#boardLife(n, this.#random.fork())));
    }
    lives.push(this.#life('organiser', this.#organise(lastRoundAt)));
    await Promise.all(lives);
  }

  stop(): void {
    this.#leaving.abort();
    for (const one of [...this.#pads, ...this.#boarders]) one.close();
  }

  async #organise(lastRoundAt: number): Promise<void> {
    const session = await sessionByKey(this.#baseUrl, this.#made.keys.organiser);
    const organiser = this.#enterHall(session);
    const started = performance.now();
    const until = (seconds: number) => this.#wait(seconds - (performance.now() - started) / 1_000);
    for (const { at, round, pace } of FILL) {
      await until(at);
      await this.#startRound(organiser, round);
      this.#pace = pace;
    }
    await until(CALM_FROM);
    this.#pace = CALM;
    await until(lastRoundAt);
    await this.#startRound(organiser, LAST_ROUND.round);
  }

  async #startRound(organiser: Padder, round: number): Promise<void> {
    await organiser.startRound(round);
    this.#pile.open(round);
    this.#print(`round ${round}`);
  }

  async #padLife(n: number, random: Random): Promise<void> {
    const session = await joinByCode(this.#baseUrl, this.#made.hall.code, this.#organisation(random));
    const person = new PadPerson({
      pad: this.#enterHall(session),
      stations: this.#floors,
      pile: this.#pile,
      random,
      wait: (seconds) => this.#wait(seconds),
    });
    await person.walkTo(this.#floors[n % this.#floors.length]!.slug);
    for (;;) {
      await person.writeNext(this.#pace === CALM);
      await this.#wait(random.between(...this.#pace.pad));
    }
  }

  async #boardLife(n: number, random: Random): Promise<void> {
    const floor = this.#floors[n % this.#floors.length]!;
    const session = await joinByCode(this.#baseUrl, this.#made.hall.code, this.#organisation(random));
    await this.#enterHall(session).enter(floor.id);
    const boarder = new Boarder({
      baseUrl: this.#baseUrl,
      stationId: floor.id,
      token: session.token,
      random: random.fork(),
    });
    this.#boarders.push(boarder);
    if (this.#leaving.signal.aborted) boarder.close();
    await boarder.joined();
    const hands: Hands = { boarder, floor, random };
    for (;;) {
      await this.#wait(random.between(...this.#pace.board));
      // Phones write the first round alone: the hall shall be full at the first look.
      const note = this.#pace !== RUSH && random.chance(0.1) ? this.#pile.take(floor.slug) : undefined;
      if (note) hangUp(hands, note);
      else await tidySomething(hands);
      if (boarder.ended) return;
    }
  }

  #enterHall(session: ConstructorParameters<typeof Padder>[1]): Padder {
    const pad = new Padder(this.#baseUrl, session);
    this.#pads.push(pad);
    if (this.#leaving.signal.aborted) pad.close();
    return pad;
  }

  #organisation(random: Random): { organisation: string } {
    return { organisation: random.pick(ORGANISATIONS)! };
  }

  /** Lives a life to its end. One that ends before the demo does is told of: the others go on. */
  async #life(who: string, life: Promise<void>): Promise<void> {
    try {
      await life;
    } catch (error) {
      if (this.#leaving.signal.aborted) return;
      const why = error instanceof PadFault ? error.code : String(error);
      this.#print(`${who} went home: ${why}`);
    }
  }

  async #wait(seconds: number): Promise<void> {
    await pause(Math.max(0, seconds * 1_000), undefined, { signal: this.#leaving.signal });
  }
}

function tellLinks({ hall, links }: CreatedHall, shownAt: string | undefined): string[] {
  const full = (link: string) => {
    const { origin, pathname, hash } = new URL(link);
    return new URL(pathname + hash, shownAt ?? origin).href;
  };
  return [
    `${hall.title}`,
    `  organiser  ${full(links.organiser)}`,
    `  join       ${full(links.join)}   code ${hall.code}`,
    ...hall.stations.flatMap(({ id, title }) => [
      `  ${title}`,
      `    wall     ${full(links.wall[id]!)}`,
      `    host     ${full(links.host[id]!)}`,
    ]),
  ];
}

function tellPlan(seed: number, lastRoundAt: number): string[] {
  const span = ([low, high]: Span) => `${low}–${high} s`;
  const told = ({ pad, board }: Pace) => `a pad writes every ${span(pad)}, a board acts every ${span(board)}`;
  return [
    `seed ${seed}: ${PADS} pads, ${BOARDS} boards, ${DEMO_NOTES.length} notes at ${DEMO_STATIONS.length} stations`,
    ...FILL.map(({ at, round, pace }) => `  ${at} s: round ${round}, ${told(pace)}`),
    `  ${CALM_FROM} s: ${told(CALM)}`,
    `  ${lastRoundAt} s: round ${LAST_ROUND.round}, and on until stopped`,
  ];
}
