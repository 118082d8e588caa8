/** Motion to a crowd: whoever looks at what, comes, goes, looks elsewhere or stops reading, ends up seeing what is held. */

import * as decoding from 'lib0/decoding';
import { describe, expect, it } from 'vitest';
import { type BoardSession, openSession } from '../../../server/board/BoardSession.ts';
import { MotionBroadcast } from '../../../server/board/MotionBroadcast.ts';
import { newId } from '../../../shared/domain/ids.ts';
import { FRAME, type HeldMove, MOTION, type Move } from '../../../shared/protocol/boardFrames.ts';
import { HandWriter, MotionReader, type ViewedArea } from '../../../shared/protocol/motionFrames.ts';
import { Random } from '../../crowd/random.ts';
import { HandClock } from '../../harness/handClock.ts';

interface Point {
  x: number;
  y: number;
}

/** A connection that looks, and may hold things. */
class Person {
  readonly session: BoardSession;
  readonly sees = new Map<string, HeldMove>();
  backlog = 0;
  view: ViewedArea = 'all';
  frames = 0;
  readonly hand = new HandWriter();
  readonly #reader = new MotionReader();

  constructor(holder: number) {
    const socket = { send: () => {}, close: () => {}, backlog: 0 };
    const actor = { role: 'participant', stations: 'all' } as never;
    this.session = openSession(holder, socket, { participant: newId('p'), actor, ours: true });
    Object.defineProperty(socket, 'backlog', { get: () => this.backlog });
  }

  read(bytes: Uint8Array): void {
    this.frames++;
    const decoder = decoding.createDecoder(bytes);
    expect(decoding.readVarUint(decoder)).toBe(FRAME.motion);
    for (const move of this.#reader.read(decoder)) {
      const key = `${move.holder} ${move.id}`;
      if (move.state === MOTION.held) this.sees.set(key, move);
      else this.sees.delete(key);
    }
  }
}

class Crowd {
  readonly clock = new HandClock();
  readonly people = new Map<BoardSession, Person>();
  readonly held = new Map<string, HeldMove & { home: Point }>();
  readonly motion = new MotionBroadcast({
    clock: this.clock,
    deliver: (session, { bytes }) => this.people.get(session)?.read(bytes),
  });
  #next = 1;

  come(view: ViewedArea): Person {
    const person = new Person(this.#next++);
    this.people.set(person.session, person);
    this.look(person, view);
    return person;
  }

  look(person: Person, view: ViewedArea): void {
    person.view = view;
    this.motion.view(person.session, view);
  }

  act(person: Person, move: Move): void {
    const key = `${person.session.holder} ${move.id}`;
    const before = this.held.get(key);
    if (move.state !== MOTION.held && !before) return;
    if (move.state === MOTION.held) {
      this.held.set(key, {
        ...move,
        holder: person.session.holder,
        home: before?.home ?? { x: move.x, y: move.y },
      });
    } else this.held.delete(key);
    const decoder = decoding.createDecoder(person.hand.frame([move]));
    decoding.readVarUint(decoder);
    this.motion.read(person.session, decoder, true);
  }

  leave(person: Person): void {
    this.motion.leave(person.session);
    this.people.delete(person.session);
    for (const [key, { holder }] of this.held) if (holder === person.session.holder) this.held.delete(key);
  }

  /** What this person ought to see, and what they may see besides: what has left a view stays where it was seen last. */
  expected({ view }: Person): Map<string, Point> {
    const seen = new Map<string, Point>();
    for (const [key, { x, y, home }] of this.held) {
      if (view === 'all' || (view !== 'none' && (within(view, { x, y }) || within(view, home)))) {
        seen.set(key, { x, y });
      }
    }
    return seen;
  }
}

const AROUND: ViewedArea = { x: -100, y: -100, w: 200, h: 200 };

const within = (area: { x: number; y: number; w: number; h: number }, { x, y }: Point) =>
  x >= area.x && x <= area.x + area.w && y >= area.y && y <= area.y + area.h;

describe('motion to a crowd', () => {
  it.each([1, 2, 3])('all see what is held in their view, whatever happens (seed %i)', async (seed) => {
    const [crowd, random] = [new Crowd(), new Random(seed)];
    const things = Array.from({ length: 30 }, () => newId('n'));
    const place = () => ({ x: random.whole(-4_000, 4_000), y: random.whole(-4_000, 4_000) });
    const view = (): ViewedArea =>
      random.chance(0.5)
        ? { ...place(), w: random.whole(100, 3_000), h: random.whole(100, 3_000) }
        : random.pick(['all', 'all', 'none'] as const)!;
    const one = () => random.pick([...crowd.people.values()])!;
    for (let count = 0; count < 650; count++) crowd.come(view());
    for (let step = 0; step < 500; step++) {
      const chance = random.next();
      if (chance < 0.7) {
        const state = random.pick([MOTION.held, MOTION.held, MOTION.held, MOTION.dropped, MOTION.cancelled])!;
        crowd.act(one(), { id: random.pick(things)!, state, ...place() });
      } else if (chance < 0.8) crowd.look(one(), view());
      else if (chance < 0.83) crowd.come(view());
      else if (chance < 0.86) crowd.leave(one());
      else if (chance < 0.9) one().backlog = 1_000_000;
      else for (const person of crowd.people.values()) person.backlog = 0;
      if (random.chance(0.3)) await crowd.clock.pass(random.whole(1, 40));
    }
    for (const person of crowd.people.values()) person.backlog = 0;
    await crowd.clock.pass(1_000);
    for (const person of crowd.people.values()) {
      const sees = new Map([...person.sees].map(([key, { x, y }]) => [key, { x, y }]));
      expect(new Map([...sees].sort())).toEqual(new Map([...crowd.expected(person)].sort()));
    }
    crowd.motion.close();
    expect(crowd.clock.waiting).toBe(0);
  });

  it('one that had stopped reading is brought up to date when it reads, though nobody moves any more', async () => {
    const crowd = new Crowd();
    const [mover, ...viewers] = [crowd.come('all'), crowd.come('all'), crowd.come(AROUND)];
    const id = newId('n');
    crowd.act(mover!, { id, state: MOTION.held, x: 0, y: 0 });
    await crowd.clock.pass(100);
    for (const viewer of viewers) viewer.backlog = 1_000_000;
    crowd.act(mover!, { id, state: MOTION.dropped, x: 5, y: 5 });
    await crowd.clock.pass(1_000);
    expect(viewers.map(({ sees }) => sees.size)).toEqual([1, 1]);
    for (const viewer of viewers) viewer.backlog = 0;
    await crowd.clock.pass(1_000);
    expect(viewers.map(({ sees }) => sees.size)).toEqual([0, 0]);
    expect(crowd.clock.waiting).toBe(0);
  });

  it('what is let go and taken up at once is one thing, for who comes later too', async () => {
    const crowd = new Crowd();
    const [mover, viewer] = [crowd.come('all'), crowd.come('all')];
    const id = newId('n');
    crowd.act(mover, { id, state: MOTION.held, x: 0, y: 0 });
    await crowd.clock.pass(100);
    crowd.act(mover, { id, state: MOTION.dropped, x: 1, y: 1 });
    crowd.act(mover, { id, state: MOTION.held, x: 2, y: 2 });
    await crowd.clock.pass(100);
    expect([...viewer.sees.values()]).toMatchObject([{ id, x: 2 }]);
    crowd.act(mover, { id, state: MOTION.dropped, x: 3, y: 3 });
    await crowd.clock.pass(100);
    for (const person of [viewer, crowd.come('all')]) expect(person.sees.size).toBe(0);
  });

  it('the larger the crowd, the seldomer each is told; a small one is told each 33 ms', async () => {
    const framesOf = async (people: number) => {
      const crowd = new Crowd();
      const [mover] = Array.from({ length: people }, () => crowd.come('all'));
      const id = newId('n');
      for (let ms = 0; ms < 2_000; ms += 10) {
        crowd.act(mover!, { id, state: MOTION.held, x: ms, y: 0 });
        await crowd.clock.pass(10);
      }
      crowd.motion.close();
      return [...crowd.people.values()].map(({ frames }) => frames / 2);
    };
    for (const perSecond of await framesOf(50)) expect(perSecond).toBeGreaterThan(20);
    for (const perSecond of await framesOf(3_000)) {
      expect(perSecond).toBeGreaterThan(8);
      expect(perSecond).toBeLessThan(17);
    }
  });
});
