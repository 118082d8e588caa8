/** Things in flight: others' drawn a little in the past, one's own sent no oftener than needed. */

import { describe, expect, it } from 'vitest';
import {
  COMMIT_MS,
  DELAY_MS,
  Glides,
  OwnMotion,
  positionAt,
  RemoteMotion,
  SILENCE_MS,
} from '../../../../client/board/surface/motion.ts';
import { newId } from '../../../../shared/domain/ids.ts';
import {
  type HeldMove,
  MOTION,
  type MotionState,
  type Move,
} from '../../../../shared/protocol/boardFrames.ts';

const id = newId('n');
const rest = () => ({ x: 0, y: 0 });

function move(x: number, state: MotionState = MOTION.held, holder = 7): HeldMove {
  return { id, holder, state, x, y: 0 };
}

/** What a frame draws and releases. */
function frame(motion: RemoteMotion, now: number) {
  const drawn: { x: number; held: boolean }[] = [];
  const released: string[] = [];
  motion.frame(
    now,
    (_, at, held) => drawn.push({ x: at.x, held }),
    (gone) => released.push(gone),
  );
  return { drawn, released };
}

describe('the way between samples', () => {
  it('is a straight line, and stands still before the first and after the last', () => {
    const samples = [
      { t: 100, x: 0, y: 0 },
      { t: 200, x: 10, y: 20 },
    ];
    expect(positionAt(samples, 150)).toEqual({ x: 5, y: 10 });
    expect(positionAt(samples, 50)).toMatchObject({ x: 0, y: 0 });
    expect(positionAt(samples, 900)).toMatchObject({ x: 10, y: 20 });
  });
});

describe('what somebody else holds', () => {
  it('is drawn a little in the past, between what is known', () => {
    const motion = new RemoteMotion();
    motion.take([move(100)], 1_000, rest);
    motion.take([move(200)], 1_040, rest);
    expect(frame(motion, 1_020 + DELAY_MS).drawn).toEqual([{ x: 150, held: true }]);
  });

  it('sets out from where it hung', () => {
    const motion = new RemoteMotion();
    motion.take([move(33)], 1_000, rest);
    expect(frame(motion, 1_000 + DELAY_MS - 33).drawn[0]!.x).toBeCloseTo(0);
  });

  it('jumps after a gap instead of creeping through it', () => {
    const motion = new RemoteMotion();
    motion.take([move(100)], 1_000, rest);
    motion.take([move(900)], 3_000, rest);
    expect(frame(motion, 2_900 + DELAY_MS).drawn[0]!.x).toBe(100);
    expect(frame(motion, 3_000 + DELAY_MS).drawn[0]!.x).toBe(900);
  });

  it('waits at its last place for the commit, and not for ever', () => {
    const motion = new RemoteMotion();
    motion.take([move(100)], 1_000, rest);
    motion.take([move(120, MOTION.dropped)], 1_040, rest);
    expect(frame(motion, 1_500)).toEqual({ drawn: [{ x: 120, held: false }], released: [] });
    motion.committed(id);
    expect(frame(motion, 1_510).released).toEqual([id]);

    const forgotten = new RemoteMotion();
    forgotten.take([move(100)], 1_000, rest);
    forgotten.take([move(120, MOTION.dropped)], 1_040, rest);
    expect(frame(forgotten, 1_040 + COMMIT_MS - 1).released).toEqual([]);
    expect(frame(forgotten, 1_040 + COMMIT_MS + 1).released).toEqual([id]);
  });

  it('finishes its way though the commit came first', () => {
    const motion = new RemoteMotion();
    motion.take([move(100)], 1_000, rest);
    motion.committed(id);
    motion.take([move(200, MOTION.dropped)], 1_040, rest);
    expect(frame(motion, 1_020 + DELAY_MS).drawn[0]!.x).toBe(150);
    expect(frame(motion, 1_041 + DELAY_MS).released).toEqual([id]);
  });

  it('goes back when it is cancelled, and when nothing is heard of it any more', () => {
    const cancelled = new RemoteMotion();
    cancelled.take([move(100)], 1_000, rest);
    cancelled.take([move(100, MOTION.cancelled)], 1_040, rest);
    expect(frame(cancelled, 1_041 + DELAY_MS).released).toEqual([id]);
    const silent = new RemoteMotion();
    silent.take([move(100)], 1_000, rest);
    expect(frame(silent, 1_000 + SILENCE_MS).released).toEqual([]);
    expect(frame(silent, 1_001 + SILENCE_MS).released).toEqual([id]);
  });

  it('is in the hand that took it last; what the other says then is passed over', () => {
    const motion = new RemoteMotion();
    motion.take([move(100, MOTION.held, 7)], 1_000, rest);
    motion.take([move(500, MOTION.held, 8)], 1_100, rest);
    motion.take([move(110, MOTION.dropped, 7)], 1_120, rest);
    expect(motion.holderOf(id)).toBe(8);
    expect(motion.isHeld(id)).toBe(true);
  });

  it('snaps for those who want no motion', () => {
    const motion = new RemoteMotion();
    motion.snaps = true;
    motion.take([move(100)], 1_000, rest);
    motion.take([move(200)], 1_040, rest);
    expect(frame(motion, 1_040).drawn[0]!.x).toBe(200);
  });

  it('that ends without having begun is nothing', () => {
    const motion = new RemoteMotion();
    motion.take([move(100, MOTION.dropped)], 1_000, rest);
    expect(motion.size).toBe(0);
  });

  it('asks for no frames while it is held still', () => {
    const motion = new RemoteMotion();
    motion.take([move(100)], 1_000, rest);
    expect(motion.isMoving(1_000 + DELAY_MS)).toBe(true);
    expect(motion.isMoving(1_001 + DELAY_MS)).toBe(false);
  });
});

describe('what is held here', () => {
  const at = (x: number) => [{ id, x, y: 0.4 }];

  it('is sent at most 25 times a second, the last place always', () => {
    const sent: Move[][] = [];
    const motion = new OwnMotion((moves) => sent.push(moves));
    for (let now = 0; now <= 970; now += 16) motion.hold(at(now), now);
    expect(sent.length).toBeLessThanOrEqual(26);
    expect(sent.length).toBeGreaterThan(18);
    expect(motion.hold(at(2_000), 975)).toBe(true);
    expect(motion.hold(at(2_000), 1_005)).toBe(false);
    expect(sent.at(-1)).toEqual([{ id, state: MOTION.held, x: 2_000, y: 0 }]);
  });

  it('is not sent again while it is held still', () => {
    const sent: Move[][] = [];
    const motion = new OwnMotion((moves) => sent.push(moves));
    for (let now = 0; now < 1_000; now += 16) motion.hold(at(5), now);
    expect(sent).toHaveLength(1);
  });

  it('ends with a drop or a cancel, unless nobody was told of it', () => {
    const sent: Move[][] = [];
    const motion = new OwnMotion((moves) => sent.push(moves));
    motion.drop(at(5));
    expect(sent).toEqual([]);
    motion.hold(at(5), 0);
    motion.cancel(at(0));
    expect(sent.at(-1)).toEqual([{ id, state: MOTION.cancelled, x: 0, y: 0 }]);
  });
});

describe('a glide', () => {
  it('goes from where a thing was to where it rests, slower and slower, and ends there', () => {
    const glides = new Glides();
    glides.start(id, { x: 100, y: 0 }, 0);
    const drawn: number[] = [];
    let done = 0;
    for (let now = 0; now <= 320; now += 40) {
      glides.frame(
        now,
        rest,
        (_, point) => drawn.push(point.x),
        () => done++,
      );
    }
    expect(drawn[0]).toBe(100);
    expect(drawn).toEqual([...drawn].sort((a, b) => b - a));
    expect(done).toBe(1);
    expect(glides.size).toBe(0);
  });
});
