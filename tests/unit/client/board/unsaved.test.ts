// @vitest-environment happy-dom
/** What is not on the server's disk yet is counted truly, and survives a reload. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deviceStorage } from '../../../../client/state/deviceStorage.ts';
import { UnsavedEdits, type UnsavedEvents } from '../../../../client/sync/unsaved.ts';
import { newId, type StationId } from '../../../../shared/domain/ids.ts';
import { Device } from '../device.ts';

const place = { station: newId('s') as StationId, participant: newId('p') };
const bytes = (...values: number[]) => Uint8Array.from(values);
const text = (words: string) => [{ note: newId('n'), text: words }];
const quiet: UnsavedEvents = { changed: () => {}, found: () => {} };
const opened: UnsavedEdits[] = [];

function open(at = place, events: Partial<UnsavedEvents> = {}): UnsavedEdits {
  const unsaved = new UnsavedEdits(deviceStorage, at, { ...quiet, ...events });
  opened.push(unsaved);
  return unsaved;
}

beforeEach(() => localStorage.clear());
afterEach(() => {
  for (const unsaved of opened.splice(0)) unsaved.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('unsaved edits', () => {
  it('count until the frame that bears them is on disk', () => {
    const unsaved = open();
    unsaved.wrote(bytes(1), [], 1);
    unsaved.wrote(bytes(2), [], 2);
    expect(unsaved.count).toBe(2);
    unsaved.saved(1);
    expect(unsaved.count).toBe(1);
    unsaved.saved(2);
    expect(unsaved.count).toBe(0);
    expect(localStorage.length).toBe(0);
  });

  it('that were never sent are borne by the next answer to the server', () => {
    const unsaved = open();
    unsaved.wrote(bytes(1), [], null);
    unsaved.saved(9);
    expect(unsaved.count).toBe(1);
    unsaved.answered(1);
    unsaved.saved(1);
    expect(unsaved.count).toBe(0);
  });

  it('that a lost connection had not confirmed are not covered by the counts of the next one', () => {
    const unsaved = open();
    unsaved.wrote(bytes(1), [], 3);
    unsaved.disconnected();
    unsaved.saved(3);
    expect(unsaved.count).toBe(1);
    unsaved.answered(4);
    unsaved.saved(4);
    expect(unsaved.count).toBe(0);
  });

  it('are there after a reload, in order, and gone when saved', () => {
    const before = open();
    before.wrote(bytes(1, 2), text('Først'), 1);
    before.wrote(bytes(3, 4), text('Så'), 2);
    before.close();
    const after = open();
    expect(after.leftover.map((update) => [...update])).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(after.count).toBe(2);
    after.answered(1);
    after.saved(1);
    expect(open().leftover).toEqual([]);
    expect(localStorage.length).toBe(0);
  });

  it('are of one person at one station', () => {
    const mine = open();
    mine.wrote(bytes(1), [], null);
    mine.close();
    expect(open({ ...place, participant: newId('p') }).leftover).toEqual([]);
    expect(open({ ...place, station: newId('s') as StationId }).leftover).toEqual([]);
  });

  it('survive a spoilt record between them', () => {
    const before = open();
    before.wrote(bytes(1), [], null);
    localStorage.setItem(`vh.unsaved.${place.station}.${place.participant}.0`, '{"update":7');
    before.close();
    const after = open();
    expect(after.leftover).toHaveLength(1);
    after.close();
    expect(open().leftover).toHaveLength(1);
  });

  it('say so when the device can’t keep them', () => {
    const unsaved = open();
    unsaved.wrote(bytes(1), [], 1);
    expect(unsaved.kept).toBe(true);
    const { localStorage: device } = globalThis;
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => device.getItem(key),
      removeItem: (key: string) => device.removeItem(key),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    unsaved.wrote(bytes(2), [], 2);
    expect(unsaved.count).toBe(2);
    expect(unsaved.kept).toBe(false);
    unsaved.saved(2);
    expect(unsaved.kept).toBe(true);
  });

  it('that the device had no room for go on when the board is opened anew on the same page', () => {
    vi.stubGlobal('localStorage', {
      getItem: () => null,
      removeItem: () => {},
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    const before = open();
    before.wrote(bytes(1), text('Ingen plass'), 1);
    before.close();
    const after = open();
    expect([after.count, after.kept]).toEqual([1, false]);
    expect(after.leftover.map(([first]) => first)).toEqual([1]);
    after.saved(1);
    expect(after.count).toBe(1);
    after.answered(1);
    after.saved(1);
    after.close();
    expect(open().count).toBe(0);
  });

  it('are read back in the order they were written, though the clock was set back between them', () => {
    vi.useFakeTimers();
    const before = open();
    const [mine] = text('Først');
    before.wrote(bytes(1), [mine!], null);
    vi.setSystemTime(Date.now() - 3_600_000);
    before.wrote(bytes(2), [{ ...mine!, text: 'Sist' }], null);
    expect(before.texts).toEqual([{ note: mine!.note, text: 'Sist' }]);
    before.close();
    const after = open();
    expect(after.leftover.map(([first]) => first)).toEqual([1, 2]);
    after.wrote(bytes(3), [{ ...mine!, text: 'Aller sist' }], null);
    expect(after.texts).toEqual([{ note: mine!.note, text: 'Aller sist' }]);
  });

  it('give their texts back when they are given up, the newest of each note', () => {
    const unsaved = open();
    const [mine] = text('Første tanke');
    unsaved.wrote(bytes(1), [mine!], 1);
    unsaved.wrote(bytes(2), [{ ...mine!, text: 'Bedre tanke' }], 2);
    unsaved.wrote(bytes(3), [], 3);
    expect(unsaved.giveUp()).toEqual([{ note: mine!.note, text: 'Bedre tanke' }]);
    expect(unsaved.count).toBe(0);
    expect(localStorage.length).toBe(0);
  });

  it('tell of each change', () => {
    const changed = vi.fn();
    const unsaved = open(place, { changed });
    unsaved.wrote(bytes(1), [], 1);
    unsaved.saved(0);
    unsaved.saved(1);
    expect(changed).toHaveBeenCalledTimes(2);
  });
});

describe('tabs of one browser', () => {
  /** A tab of a browser whose tabs hear of one another's changes, as they do. */
  function browser() {
    const device = new Device();
    const tab = (events: Partial<UnsavedEvents> = {}) => {
      let hear: (key: string) => void = () => {};
      const storage = device.storageOf((key) => hear(key));
      const state = { crashed: false, asleep: false };
      const unsaved = new UnsavedEdits(
        {
          ...storage,
          set: (key, value) => !state.crashed && storage.set(key, value),
          remove: (key) => state.crashed || storage.remove(key),
        },
        place,
        { ...quiet, ...events },
        (listener) => {
          hear = (key) => state.crashed || state.asleep || listener(key);
          return () => {
            hear = () => {};
          };
        },
      );
      const crash = () => {
        state.crashed = true;
        unsaved.close();
      };
      const sleeps = (asleep: boolean) => {
        state.asleep = asleep;
      };
      opened.push(unsaved);
      return { unsaved, crash, sleeps };
    };
    return { device, tab };
  }
  beforeEach(() => void vi.useFakeTimers());

  it('leave alone what another keeps that lives', () => {
    const { tab } = browser();
    const found = vi.fn();
    const first = tab().unsaved;
    first.wrote(bytes(1), [], null);
    const second = tab({ found }).unsaved;
    vi.advanceTimersByTime(120_000);
    expect(second.leftover).toEqual([]);
    expect(second.count).toBe(0);
    expect(found).not.toHaveBeenCalled();
    second.giveUp();
    first.close();
    expect(tab().unsaved.leftover).toHaveLength(1);
  });

  it('take over, a moment after they opened, what one left that crashed', () => {
    const { tab } = browser();
    const first = tab();
    first.unsaved.wrote(bytes(1), [], null);
    first.crash();
    const found = vi.fn();
    const second = tab({ found }).unsaved;
    expect(second.leftover).toEqual([]);
    vi.advanceTimersByTime(1_000);
    expect(found).toHaveBeenCalledExactlyOnceWith([bytes(1)]);
    expect(second.count).toBe(1);
  });

  it('take over at once what one left that was closed, and only one of them does', () => {
    const { tab } = browser();
    const first = tab().unsaved;
    first.wrote(bytes(1), [], null);
    first.close();
    const second = tab().unsaved;
    const third = tab().unsaved;
    vi.advanceTimersByTime(120_000);
    expect([second.count, third.count]).toEqual([1, 0]);
  });

  it('that are open take over what another leaves for good, but not what is only loaded anew', () => {
    const { tab } = browser();
    const found = vi.fn();
    tab({ found });
    const first = tab().unsaved;
    first.wrote(bytes(1), [], null);
    first.close();
    const again = tab().unsaved;
    expect(again.leftover).toHaveLength(1);
    vi.advanceTimersByTime(60_000);
    expect(found).not.toHaveBeenCalled();
    again.close();
    vi.advanceTimersByTime(5_000);
    expect(found).toHaveBeenCalledOnce();
  });

  it('two closed without network, one opened again: it has what both wrote', () => {
    const { tab } = browser();
    const [first, second] = [tab().unsaved, tab().unsaved];
    first.wrote(bytes(1), [], null);
    vi.advanceTimersByTime(5);
    second.wrote(bytes(2), [], null);
    first.close();
    second.close();
    expect(tab().unsaved.leftover).toEqual([bytes(1), bytes(2)]);
  });

  it('that slept and were taken for gone keep anew what was given up for them', () => {
    const { tab } = browser();
    const first = tab();
    first.unsaved.wrote(bytes(1), text('Mitt'), null);
    first.sleeps(true);
    const second = tab().unsaved;
    vi.advanceTimersByTime(1_000);
    expect(second.giveUp()).toHaveLength(1);
    first.unsaved.wrote(bytes(2), [], null);
    first.crash();
    const third = tab();
    vi.advanceTimersByTime(1_000);
    expect(third.unsaved.updates).toEqual([bytes(1), bytes(2)]);
  });

  it('keep what they took over through a crash of their own', () => {
    const { tab } = browser();
    const first = tab();
    first.unsaved.wrote(bytes(1), [], null);
    first.crash();
    const second = tab();
    vi.advanceTimersByTime(1_000);
    second.crash();
    const third = tab().unsaved;
    vi.advanceTimersByTime(1_000);
    expect(third.count).toBe(1);
  });

  it('try again to keep what the device had no room for', () => {
    const { device, tab } = browser();
    const { unsaved } = tab();
    device.full = true;
    unsaved.wrote(bytes(1), [], null);
    expect(unsaved.kept).toBe(false);
    device.full = false;
    vi.advanceTimersByTime(31_000);
    expect(unsaved.kept).toBe(true);
  });

  it('that are kept late or anew stay in the order they were written', () => {
    const { device, tab } = browser();
    const first = tab();
    const [mine] = text('Først');
    first.unsaved.wrote(bytes(0), [], null);
    device.full = true;
    first.unsaved.wrote(bytes(1), [mine!], null);
    device.full = false;
    vi.advanceTimersByTime(5);
    first.unsaved.wrote(bytes(2), [{ ...mine!, text: 'Sist' }], null);
    vi.advanceTimersByTime(31_000);
    expect(first.unsaved.kept).toBe(true);
    expect(first.unsaved.texts).toEqual([{ note: mine!.note, text: 'Sist' }]);
    first.crash();
    const second = tab();
    vi.advanceTimersByTime(1_000);
    expect(second.unsaved.updates).toEqual([bytes(0), bytes(1), bytes(2)]);
  });

  it('leave nothing on the device once all is saved', () => {
    const { device, tab } = browser();
    const first = tab();
    first.unsaved.wrote(bytes(1), [], null);
    first.crash();
    const { unsaved } = tab();
    vi.advanceTimersByTime(1_000);
    unsaved.answered(1);
    unsaved.saved(1);
    expect(device.storageOf().keys('')).toEqual([]);
  });
});
