/** How a day is told in a minute, and where its moments are (LB10 of docs/SPEC.md). */

import { describe, expect, test } from 'vitest';
import { momentsOf } from '../../../client/past/moments.ts';
import { clockAt, frameAt, playTime } from '../../../client/past/playTime.ts';
import { hungAt, SceneReader } from '../../../client/past/replayScene.ts';
import { newId } from '../../../shared/domain/ids.ts';
import type { Replay, ReplayFrame } from '../../../shared/protocol/past.ts';

const MINUTE = 60_000;
const at = (minute: number, notes: ReplayFrame['notes'] = []): ReplayFrame => ({
  at: 1_000_000 + minute * MINUTE,
  notes,
  groups: [],
});
const dayOf = (minutes: readonly number[]) => minutes.map((minute) => at(minute));
const steadyDay = dayOf(Array.from({ length: 400 }, (_, minute) => minute));

describe('playing time', () => {
  test('LB10 a day takes a minute, and its seconds are in order', () => {
    const time = playTime({ frames: steadyDay, rounds: [] });
    expect(time.length).toBe(60);
    expect(time.seconds[0]).toBe(0);
    expect(time.seconds.at(-1)).toBeCloseTo(59);
    expect([...time.seconds].sort((a, b) => a - b)).toEqual(time.seconds);
  });

  test('LB10 a night takes no longer than a breath', () => {
    const frames = dayOf([0, 1, 2, 3, 4, 900, 901, 902, 903, 904]);
    const { seconds, pauses } = playTime({ frames, rounds: [] });
    expect(pauses).toEqual([{ from: seconds[4], to: seconds[5] }]);
    expect(seconds[5]! - seconds[4]!).toBeLessThan(seconds[1]! - seconds[0]!);
  });

  test('LB10 the frame and the clock of a second', () => {
    const frames = dayOf([0, 2, 4]);
    const time = playTime({ frames, rounds: [] });
    expect(frameAt(time, -1)).toBe(-1);
    time.seconds.forEach((second, index) => {
      expect(frameAt(time, second)).toBe(index);
      expect(clockAt(time, frames, second)).toBe(frames[index]!.at);
    });
    const between = (time.seconds[0]! + time.seconds[1]!) / 2;
    expect(clockAt(time, frames, between)).toBeCloseTo(frames[0]!.at + MINUTE);
    expect(frameAt(time, time.length)).toBe(2);
  });

  test('LB10 rounds that began before the first note, between, and after the last one', () => {
    const frames = dayOf([0, 1, 2, 3]);
    const start = frames[0]!.at;
    const rounds = [
      { n: 2, at: start - 5 },
      { n: 3, at: start + 1.5 * MINUTE },
      { n: 4, at: start + 90 * MINUTE },
    ];
    const time = playTime({ frames, rounds });
    expect(time.rounds).toEqual([
      { n: 2, from: 0, to: time.seconds[2] },
      { n: 3, from: time.seconds[2], to: time.length },
    ]);
  });

  test('LB10 one frame, and none', () => {
    expect(playTime({ frames: dayOf([0]), rounds: [] }).seconds).toEqual([0]);
    expect(playTime({ frames: [], rounds: [] }).rounds).toEqual([]);
  });
});

describe('moments', () => {
  test('LB10 rounds, ends of pauses and crowds are told, in order, and not too many', () => {
    const many = Array.from({ length: 12 }, (_, note) => ({ note, pos: [0, 0] as const }));
    const frames = [at(0), at(1, many), at(2), at(100), at(101)];
    const rounds = [{ n: 2, at: frames[2]!.at }];
    const moments = momentsOf({ frames }, playTime({ frames, rounds }));
    expect(moments.map(({ kind, n }) => [kind, n])).toEqual([
      ['first', 0],
      ['many', 12],
      ['round', 2],
      ['afterPause', 0],
      ['last', 0],
    ]);
    const busy = Array.from({ length: 300 }, (_, minute) => at(minute, many));
    expect(momentsOf({ frames: busy }, playTime({ frames: busy, rounds: [] })).length).toBeLessThanOrEqual(
      24,
    );
  });
});

describe('scenes', () => {
  const [a, b, c] = [newId('n'), newId('n'), newId('c')];
  const replay: Replay = {
    whole: true,
    notes: [
      { id: a, text: 'a', round: 1 },
      { id: b, text: 'b', round: 1 },
    ],
    groups: [{ id: c, title: 'Gruppa' }],
    rounds: [],
    frames: [
      at(0, [{ note: 0, pos: [0, 0] }]),
      at(1, [{ note: 1, pos: [900, 0] }]),
      {
        ...at(2, [
          { note: 0, pos: [0, 0], group: 0, order: 'a0' },
          { note: 1, pos: [900, 0], group: 0, order: 'a1' },
        ]),
        groups: [{ group: 0, pos: [0, 1000], named: false }],
      },
      { ...at(3), groups: [{ group: 0, pos: [0, 1000], named: true }] },
      at(4, [{ note: 1 }]),
    ],
  };

  test('LB10 each frame is the same, come to from before or from after', () => {
    const forward = new SceneReader(replay, null);
    const there = replay.frames.map((_, frame) => forward.at(frame));
    const back = new SceneReader(replay, null);
    for (let frame = replay.frames.length - 1; frame >= 0; frame--) {
      expect(back.at(frame)).toEqual(there[frame]);
    }
    expect(forward.at(-1).notes.size).toBe(0);
    expect(there.map(({ notes }) => notes.size)).toEqual([1, 2, 2, 2, 1]);
    expect(there.map(({ groups }) => groups.map(({ title }) => title))).toEqual([
      [],
      [],
      [''],
      ['Gruppa'],
      ['Gruppa'],
    ]);
  });

  test('LB10 on a timeline notes stand in their lane and month, and the others in the tray', () => {
    const lanes = [
      { id: 'skole', title: 'Skole' },
      { id: 'by', title: 'By' },
    ];
    const frames = [
      at(0, [
        { note: 0, pos: [5, 5], slot: ['by', 3, 4] },
        { note: 1, pos: [5, 5], slot: ['borte', 3, 4] },
      ]),
    ];
    const { notes, lanes: rows } = new SceneReader({ ...replay, frames }, lanes).at(0);
    const inside = (index: number, row: number) => {
      const { x, y } = notes.get(index)!;
      const box = rows[row]!;
      return y >= box.y && y < box.y + box.h && x >= box.x + (index === 0 ? box.w / 4 : 0);
    };
    expect(rows.map(({ title }) => title)).toEqual(['Skole', 'By', '']);
    expect(inside(0, 1)).toBe(true);
    expect(inside(1, 2)).toBe(true);
  });
});

test('LB7 a note that is chosen is told of by itself, in its group, or not at all', () => {
  const group = { id: newId('c'), title: 'Reisevei' };
  const frames: ReplayFrame[] = [
    at(0, [{ note: 0, pos: [10, 20] }]),
    { ...at(1, [{ note: 0, pos: [10, 20], group: 0 }]), groups: [{ group: 0, pos: [0, 500], named: false }] },
    { ...at(2), groups: [{ group: 0, pos: [0, 500], named: true }] },
    at(3, [{ note: 0 }]),
    at(4, [{ note: 0, pos: [30, 40], slot: ['lane', 2, 3] }]),
  ];
  const replay: Replay = {
    whole: true,
    notes: [{ id: newId('n'), text: 'A', round: 1 }],
    groups: [group],
    rounds: [],
    frames,
  };
  const told = [-1, 0, 1, 2, 3, 4].map((frame) => hungAt(replay, frame, 0));
  expect(told).toEqual([
    null,
    { pos: [10, 20] },
    { pos: [10, 20], group: '' },
    { pos: [10, 20], group: 'Reisevei' },
    null,
    { pos: [30, 40], slot: ['lane', 2, 3] },
  ]);
});
