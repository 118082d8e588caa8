/** Drags in flight: N people at one board, K of them dragging; how old is the newest place that a viewer has? */

import type { Pos } from '../../../shared/board/boardDoc.ts';
import { handPath } from '../../crowd/path.ts';
import { Random } from '../../crowd/random.ts';
import type { Who } from '../servers.ts';
import { type Cost, lost, Meter } from './Meter.ts';
import { type Dragged, openSide, type Person, type Side } from './motionSides.ts';
import { extentOf, placeOf } from './ourHall.ts';
import { keepPace, many, type Pace, sleep } from './pace.ts';
import { Sample, type Summary } from './Sample.ts';

export interface MotionJob {
  who: Who;
  base: string;
  pid: number;
  people: number;
  movers: number;
  notes: number;
  seconds: number;
}

export interface MotionResult {
  /** Age in ms of the newest place of each mover, as viewers have it. */
  staleness: Summary;
  cost: Cost;
  /** Places sent a second. */
  sent: number;
  /** Connections that were lost, and places that came which nobody had sent: both must be none. */
  lost: number;
  strange: number;
}

const HZ = 20;
const WARM_MS = 2_000;
const LOOKERS = 8;

export async function measureMotion(job: MotionJob): Promise<MotionResult> {
  const side = await openSide(job.who, job);
  const room = await fillRoom(side, job);
  return measureRoom(job, side, room);
}

/** People at the board, and what the lookers among them have seen. */
interface Room {
  people: Person[];
  /** For each looker, the time at which the newest place it has of each mover was made. */
  seen: Float64Array[];
}

/** Takes everybody in: first those who drag, then those who look on, some of whom are asked what they see. */
async function fillRoom(side: Side, { people, movers }: Pick<MotionJob, 'people' | 'movers'>): Promise<Room> {
  const seen: Float64Array[] = [];
  const every = Math.max(1, Math.floor((people - movers) / LOOKERS));
  const all = await many(people, 50, (index) => {
    const mover = index < movers ? index : null;
    const looks = mover === null && (index - movers) % every === 0 && seen.length < LOOKERS;
    if (!looks) return side.join({ mover, sees: null });
    const newest = new Float64Array(movers);
    seen.push(newest);
    const sees = (from: number, madeAt: number) => {
      if (madeAt > newest[from]!) newest[from] = madeAt;
    };
    return side.join({ mover, sees });
  });
  return { people: all, seen };
}

async function measureRoom(
  { pid, movers, notes, seconds }: Pick<MotionJob, 'pid' | 'movers' | 'notes' | 'seconds'>,
  side: Side,
  { people, seen }: Room,
): Promise<MotionResult> {
  const pace = dragOn(people.slice(0, movers), notes);
  const began = performance.now();
  await sleep(WARM_MS);
  const meter = new Meter(
    pid,
    people.map(({ socket }) => socket),
  );
  const ages = new Sample();
  const random = new Random(1);
  const sentBefore = pace.acts;
  for (const end = performance.now() + seconds * 1_000; performance.now() < end; ) {
    await sleep(random.between(10, 50));
    const now = performance.now();
    // One whose places have not come at all is as old as the run.
    for (const newest of seen) for (const madeAt of newest) ages.add(now - Math.max(madeAt, began));
  }
  const cost = meter.read();
  const sent = (pace.acts - sentBefore) / cost.seconds;
  pace.stop();
  const result = {
    staleness: ages.summary,
    cost,
    sent,
    lost: lost(people.map(({ socket }) => socket)),
    strange: side.strange,
  };
  for (const { socket } of people) socket.terminate();
  return result;
}

/** These people drag from now on, each the note of their number. */
export function dragOn(people: readonly Person[], notes: number): Pace {
  const hands = people.map((_, index) => new Hand(index, notes));
  return keepPace(people.length, 1_000 / HZ, 'pass over', (mover) => {
    const person = people[mover]!;
    if (person.socket.isOpen) person.moveTo(hands[mover]!.next());
  });
}

/** How far one drags at most: a drag is a second or two, and mostly to somewhere near. */
const REACH: Pos = [1_200, 900];

/** A hand that drags its note from place to place. */
class Hand {
  readonly #random: Random;
  readonly #extent: Pos;
  #at: Pos;
  #path: Pos[] = [];

  constructor(note: number, notes: number) {
    this.#random = new Random(note + 1);
    this.#extent = extentOf(notes);
    this.#at = placeOf(note);
  }

  next(): Dragged {
    if (this.#path.length === 0) {
      this.#path = handPath(this.#at, this.#somewhere(), this.#random.whole(20, 40), this.#random);
    }
    const [x, y] = this.#path.shift()!;
    this.#at = [Math.round(x), Math.round(y)];
    return { pos: this.#at, last: this.#path.length === 0 };
  }

  #somewhere(): Pos {
    const [x, y] = this.#at.map((here, axis) => {
      const to = here + this.#random.between(-REACH[axis]!, REACH[axis]!);
      return Math.round(Math.max(0, Math.min(this.#extent[axis]!, to)));
    });
    return [x!, y!];
  }
}
