/** The gesture machine: what pointers mean, as pure steps. */

import { describe, expect, it } from 'vitest';
import {
  type Device,
  type Effect,
  IDLE,
  type Input,
  type State,
  step,
  type Target,
} from '../../../../client/board/hand/gestures.ts';
import { newId } from '../../../../shared/domain/ids.ts';

const note: Target = { kind: 'note', id: newId('n') };
const wall: Target = { kind: 'wall' };

/** A machine with a memory of what it said. */
class Machine {
  state: State = IDLE;
  said: Effect[] = [];
  #now = 1_000;

  feed(input: Input): this {
    const [state, effects] = step(this.state, input);
    this.state = state;
    this.said.push(...effects);
    return this;
  }

  down(target: Target, { device = 'mouse', x = 100, y = 100, pointer = 1, ...more }: DownOptions = {}): this {
    return this.feed({
      type: 'down',
      pointer,
      device,
      point: { x, y },
      at: this.#now,
      target,
      extend: false,
      panning: false,
      mayLift: true,
      ...more,
    });
  }

  move(x: number, y: number, pointer = 1): this {
    this.#now += 16;
    return this.feed({ type: 'move', pointer, point: { x, y }, at: this.#now });
  }

  up(x: number, y: number, pointer = 1): this {
    this.#now += 16;
    return this.feed({ type: 'up', pointer, point: { x, y }, at: this.#now });
  }

  wait(ms: number): this {
    this.#now += ms;
    return this;
  }

  /** The names of all effects so far. */
  get deeds(): string[] {
    return this.said.map((effect) => effect.do);
  }
}

interface DownOptions {
  device?: Device;
  x?: number;
  y?: number;
  pointer?: number;
  extend?: boolean;
  panning?: boolean;
  mayLift?: boolean;
}

describe('a mouse', () => {
  it('lifts a note when it has moved more than 4 px, and not before', () => {
    const machine = new Machine().down(note).move(104, 100);
    expect(machine.state.name).toBe('pending');
    machine.move(105, 100);
    expect(machine.state.name).toBe('drag');
    expect(machine.deeds).toEqual(['forgetHold', 'lift', 'carry']);
    // The grip is where the button went down, so that the note does not jump by the slack.
    expect(machine.said[1]).toMatchObject({ do: 'lift', target: note, point: { x: 100, y: 100 } });
  });

  it('drops where it is let go', () => {
    const machine = new Machine().down(note).move(150, 100).up(160, 110);
    expect(machine.state).toEqual(IDLE);
    expect(machine.said.at(-1)).toEqual({ do: 'drop', point: { x: 160, y: 110 } });
  });

  it('pans on the open wall, and draws a marquee there with shift', () => {
    expect(new Machine().down(wall).move(150, 100).state.name).toBe('pan');
    const machine = new Machine().down(wall, { extend: true }).move(150, 120).up(150, 120);
    expect(machine.deeds).toEqual(['marquee', 'marqueeDone']);
  });

  it('pans with the middle button, even on a note', () => {
    const machine = new Machine().down(note, { panning: true }).move(110, 90);
    expect(machine.said).toEqual([{ do: 'pan', dx: 10, dy: -10 }]);
  });

  it('pans on a note that may not be lifted', () => {
    expect(new Machine().down(note, { mayLift: false }).move(150, 100).state.name).toBe('pan');
  });

  it('taps when it did not move, and double-taps when it does so again soon and near', () => {
    const machine = new Machine().down(note).up(101, 101).down(note).up(100, 100);
    expect(machine.deeds.filter((deed) => deed.endsWith('ap'))).toEqual(['tap', 'doubleTap']);
    const slow = new Machine().down(note).up(100, 100).wait(400).down(note).up(100, 100);
    expect(slow.deeds.filter((deed) => deed.endsWith('ap'))).toEqual(['tap', 'tap']);
    const between = new Machine().down(note).up(100, 100).feed({ type: 'elsewhere' }).down(note).up(100, 100);
    expect(between.deeds.filter((deed) => deed.endsWith('ap'))).toEqual(['tap', 'tap']);
  });

  it('is one pointer: a second one does nothing', () => {
    const machine = new Machine().down(note).move(150, 100);
    machine.down(wall, { pointer: 2, device: 'mouse' });
    expect(machine.state.name).toBe('drag');
  });
});

describe('a finger', () => {
  it('pans when it moves more than 10 px, even from a note', () => {
    const machine = new Machine().down(note, { device: 'touch' }).move(110, 100);
    expect(machine.state.name).toBe('pending');
    machine.move(111, 100);
    expect(machine.state.name).toBe('pan');
    expect(machine.deeds).toEqual(['waitForHold', 'forgetHold', 'pan']);
    expect(machine.said.at(-1)).toEqual({ do: 'pan', dx: 11, dy: 0 });
  });

  it('lifts a note after it has rested on it', () => {
    const machine = new Machine().down(note, { device: 'touch' }).feed({ type: 'hold' }).move(130, 130);
    expect(machine.deeds).toEqual(['waitForHold', 'forgetHold', 'lift', 'carry']);
    expect(machine.state.name).toBe('drag');
  });

  it('never waits to lift on the open wall, nor where nothing may be lifted', () => {
    expect(new Machine().down(wall, { device: 'touch' }).deeds).toEqual([]);
    expect(new Machine().down(note, { device: 'touch', mayLift: false }).deeds).toEqual([]);
  });

  it('flings when it leaves in motion, and not when it has rested', () => {
    const moving = new Machine().down(wall, { device: 'touch' }).move(120, 100).move(140, 100).move(160, 100);
    expect(moving.up(160, 100).said.at(-1)).toMatchObject({ do: 'fling' });
    const rested = new Machine().down(wall, { device: 'touch' }).move(120, 100).move(160, 100).wait(100);
    expect(rested.up(160, 100).said.at(-1)).toMatchObject({ do: 'pan' });
  });

  it('together with a second one takes a drag back, and zooms', () => {
    const machine = new Machine().down(note, { device: 'touch' }).feed({ type: 'hold' }).move(130, 130);
    machine.down(wall, { device: 'touch', pointer: 2, x: 230, y: 130 });
    expect(machine.deeds.at(-1)).toBe('restore');
    expect(machine.state.name).toBe('pinch');
    machine.move(330, 130, 2);
    expect(machine.said.at(-1)).toEqual({ do: 'zoom', about: { x: 230, y: 130 }, factor: 2, dx: 50, dy: 0 });
  });

  it('that stays after a pinch pans on', () => {
    const machine = new Machine().down(wall, { device: 'touch' });
    machine.down(wall, { device: 'touch', pointer: 2, x: 200 }).up(200, 100, 2).move(110, 100, 1);
    expect(machine.state.name).toBe('pan');
    expect(machine.said.at(-1)).toEqual({ do: 'pan', dx: 10, dy: 0 });
    expect(machine.up(110, 100, 1).state.name).toBe('idle');
  });

  it('draws a marquee while several are being chosen, also from a note, and a second one takes that back', () => {
    const choosing = { device: 'touch', extend: true, mayLift: false } as const;
    for (const target of [wall, note]) {
      const machine = new Machine().down(target, choosing).move(150, 150);
      expect(machine.state.name).toBe('marquee');
      machine.down(wall, { device: 'touch', pointer: 2, x: 300 });
      expect(machine.state.name).toBe('pinch');
      expect(machine.deeds).toEqual(['marquee', 'marqueeGone']);
    }
  });

  it('that is the third is passed over', () => {
    const machine = new Machine().down(wall, { device: 'touch' }).down(wall, { device: 'touch', pointer: 2 });
    const before = machine.state;
    expect(machine.down(wall, { device: 'touch', pointer: 3 }).state).toBe(before);
  });
});

describe('what goes wrong', () => {
  it('gives back what was lifted when the pointer is cancelled, or Esc is pressed', () => {
    const cancelled = new Machine().down(note).move(150, 100).feed({ type: 'cancel', pointer: 1 });
    expect(cancelled.deeds.at(-1)).toBe('restore');
    expect(cancelled.state).toEqual(IDLE);
    const aborted = new Machine().down(note).move(150, 100).feed({ type: 'abort' });
    expect(aborted.deeds.at(-1)).toBe('restore');
    // The pointer that is then let go is nobody's.
    expect(aborted.up(150, 100).deeds.at(-1)).toBe('restore');
  });

  it('takes the marquee away, and forgets the hold', () => {
    const marquee = new Machine().down(wall, { extend: true }).move(150, 120).feed({ type: 'abort' });
    expect(marquee.deeds.at(-1)).toBe('marqueeGone');
    const pending = new Machine().down(note, { device: 'touch' }).feed({ type: 'cancel', pointer: 1 });
    expect(pending.deeds.at(-1)).toBe('forgetHold');
  });

  it('leaves nothing under way, from whatever state, however it is interrupted', () => {
    const touch = { device: 'touch' } as const;
    const begun: Record<string, () => Machine> = {
      pending: () => new Machine().down(note, touch),
      drag: () => new Machine().down(note, touch).feed({ type: 'hold' }).move(130, 130),
      pan: () => new Machine().down(wall, touch).move(150, 100),
      pinch: () => new Machine().down(wall, touch).down(wall, { ...touch, pointer: 2, x: 300 }),
      marquee: () => new Machine().down(wall, { extend: true }).move(150, 120),
    };
    const interruptions: Input[] = [{ type: 'cancel', pointer: 1 }, { type: 'abort' }, { type: 'editBegan' }];
    for (const [name, begin] of Object.entries(begun)) {
      for (const interruption of interruptions) {
        const machine = begin();
        expect(machine.state.name).toBe(name);
        machine.feed(interruption);
        const why = `${name}, ${interruption.type}`;
        expect(machine.state.name, why).toBe(interruption.type === 'editBegan' ? 'edit' : 'idle');
        const count = (deed: string) => machine.deeds.filter((one) => one === deed).length;
        expect(count('restore'), why).toBe(count('lift'));
        expect(count('marqueeGone'), why).toBe(count('marquee') > 0 ? 1 : 0);
        expect(count('drop'), why).toBe(0);
        // What the pointers do afterwards is nobody's.
        const said = machine.said.length;
        machine.move(400, 400).up(400, 400).up(300, 100, 2).feed({ type: 'hold' });
        expect(machine.said.length, why).toBe(said);
      }
    }
  });

  it('hears no hold that comes too late', () => {
    const machine = new Machine().down(note, { device: 'touch' }).move(150, 100).feed({ type: 'hold' });
    expect(machine.state.name).toBe('pan');
  });
});

describe('while a note is open for writing', () => {
  it('a touch of the board closes it first, and then counts', () => {
    const machine = new Machine().feed({ type: 'editBegan' }).down(note).move(150, 100);
    expect(machine.deeds).toEqual(['closeEdit', 'forgetHold', 'lift', 'carry']);
  });

  it('opening it takes back what was under way, and closing it ends only that', () => {
    const machine = new Machine().down(note).move(150, 100).feed({ type: 'editBegan' });
    expect(machine.deeds.at(-1)).toBe('restore');
    expect(machine.feed({ type: 'editEnded' }).state).toEqual(IDLE);
    const dragging = new Machine().down(note).move(150, 100).feed({ type: 'editEnded' });
    expect(dragging.state.name).toBe('drag');
  });
});
