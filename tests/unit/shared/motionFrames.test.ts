/** Motion as bytes: what one end writes the other reads, in few bytes, whatever comes and goes meanwhile. */

import * as decoding from 'lib0/decoding';
import { describe, expect, it } from 'vitest';
import { newId } from '../../../shared/domain/ids.ts';
import { FRAME, type HeldMove, MOTION, type Move } from '../../../shared/protocol/boardFrames.ts';
import {
  HandReader,
  HandWriter,
  type Hold,
  MotionReader,
  MotionWriter,
  readView,
  viewFrame,
} from '../../../shared/protocol/motionFrames.ts';
import { Random } from '../../crowd/random.ts';

function body(frame: Uint8Array, kind: number = FRAME.motion): decoding.Decoder {
  const decoder = decoding.createDecoder(frame);
  expect(decoding.readVarUint(decoder)).toBe(kind);
  return decoder;
}

const thing = (n: number) => `n_${String(n).padStart(20, 'x')}`;

describe('a hand', () => {
  it('is read as it was written, through taking, moving, dropping and cancelling', () => {
    const [writer, reader, random] = [new HandWriter(), new HandReader(), new Random(1)];
    const held = new Set<string>();
    for (let step = 0; step < 500; step++) {
      const moves: Move[] = Array.from({ length: random.whole(1, 5) }, () => {
        const id = thing(random.whole(0, 6));
        const state = random.pick([MOTION.held, MOTION.held, MOTION.held, MOTION.dropped, MOTION.cancelled])!;
        if (state === MOTION.held) held.add(id);
        return { id, state, x: random.whole(-5_000, 5_000), y: random.whole(-5_000, 5_000) };
      });
      expect(reader.read(body(writer.frame(moves)))).toEqual(moves);
    }
    expect(held.size).toBe(7);
  });

  it('takes few bytes for a move', () => {
    const writer = new HandWriter();
    writer.frame([{ id: newId('n'), state: MOTION.held, x: 4_000, y: -3_000 }]);
    expect(writer.frame([{ id: newId('n'), state: MOTION.held, x: 0, y: 0 }]).length).toBeLessThan(32);
    const again = new HandWriter();
    const id = newId('n');
    again.frame([{ id, state: MOTION.held, x: 4_000, y: -3_000 }]);
    expect(again.frame([{ id, state: MOTION.held, x: 4_040, y: -3_020 }]).length).toBeLessThanOrEqual(5);
  });

  it.each([
    ['a move of nothing', [1, 2, 0, 0]],
    ['an id that is none', [1, 1, 4, 109, 101, 116, 97, 0, 0]],
    ['more than a hand holds', [255, 255, 3]],
    ['bytes after the end', [0, 7]],
    ['an end too soon', [1, 1]],
  ])('refuses %s', (_, bytes) => {
    expect(() => new HandReader().read(decoding.createDecoder(Uint8Array.from(bytes)))).toThrow();
  });
});

describe('what viewers are told', () => {
  it('shows viewers what is held, also those who come in the middle', () => {
    const [writer, random] = [new MotionWriter(), new Random(2)];
    const truth = new Map<number, Hold>();
    const viewers = [{ reader: new MotionReader(), sees: new Map<string, HeldMove>() }];
    const show = (frame: Uint8Array | null, to: typeof viewers) => {
      for (const { reader, sees } of frame ? to : []) {
        for (const move of reader.read(body(frame!))) {
          if (move.state === MOTION.held) sees.set(`${move.holder} ${move.id}`, move);
          else sees.delete(`${move.holder} ${move.id}`);
        }
      }
    };
    for (let step = 0; step < 400; step++) {
      const changes = new Map<number, Hold>();
      for (let count = random.whole(0, 6); count > 0; count--) {
        const hold = random.whole(0, 12);
        const now = truth.get(hold);
        const place = { x: random.whole(-900, 900), y: random.whole(-900, 900) };
        if (now && random.chance(0.2)) {
          truth.delete(hold);
          changes.set(hold, { ...now, ...place, state: random.pick([MOTION.dropped, MOTION.cancelled])! });
        } else if (!changes.has(hold) || changes.get(hold)!.state === MOTION.held) {
          const next = now
            ? { ...now, ...place }
            : { hold, holder: random.whole(1, 4), id: thing(step * 20 + hold), state: MOTION.held, ...place };
          truth.set(hold, next);
          changes.set(hold, next);
        }
      }
      show(writer.frame([...changes.values()]), viewers);
      if (step % 50 === 25) {
        viewers.push({ reader: new MotionReader(), sees: new Map() });
        show(writer.keyframe(), viewers.slice(-1));
      }
      const wanted = [...truth.values()].map(({ hold: _, ...move }) => move);
      for (const { sees } of viewers) expect(sortById([...sees.values()])).toEqual(sortById(wanted));
    }
    expect(viewers.length).toBe(9);
  });

  it('takes at most five bytes a move where many move', () => {
    const writer = new MotionWriter();
    const at = (step: number): Hold[] =>
      Array.from({ length: 160 }, (_, hold) => ({
        hold,
        holder: hold,
        id: thing(hold),
        state: MOTION.held,
        x: step * 37,
        y: step * -52,
      }));
    writer.frame(at(0));
    expect(writer.frame(at(1))!.length / 160).toBeLessThanOrEqual(5);
  });

  it('a keyframe lets go of what it no longer names', () => {
    const [writer, reader] = [new MotionWriter(), new MotionReader()];
    const hold: Hold = { hold: 0, holder: 1, id: thing(1), state: MOTION.held, x: 5, y: 5 };
    reader.read(body(writer.frame([hold])!));
    writer.frame([{ ...hold, state: MOTION.dropped }]);
    expect(reader.read(body(writer.keyframe()))).toMatchObject([{ id: thing(1), state: MOTION.cancelled }]);
  });
});

describe('a view', () => {
  it.each(['all', 'none', { x: -120, y: 40, w: 1_280, h: 800 }] as const)(
    '%j is read as it was written',
    (area) => {
      expect(readView(body(viewFrame(area), FRAME.view))).toEqual(area);
    },
  );
});

function sortById<T extends { holder: number; id: string }>(moves: T[]): T[] {
  return moves.sort((a, b) => (`${a.holder} ${a.id}` < `${b.holder} ${b.id}` ? -1 : 1));
}
