// @vitest-environment happy-dom
/** What is not on the server's disk yet is counted truly, and survives a reload. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deviceStorage } from '../../../../client/state/deviceStorage.ts';
import { openUnsaved } from '../../../../client/sync/unsaved.ts';
import { newId, type StationId } from '../../../../shared/domain/ids.ts';

const place = { station: newId('s') as StationId, participant: newId('p') };
const bytes = (...values: number[]) => Uint8Array.from(values);
const text = (words: string) => [{ note: newId('n'), text: words }];
const open = (at = place, changed = () => {}) => openUnsaved(deviceStorage, at, changed);

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

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
    const after = open();
    expect(after.leftover.map((update) => [...update])).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(after.count).toBe(2);
    after.answered(1);
    after.saved(1);
    expect(open().leftover).toEqual([]);
  });

  it('are of one person at one station', () => {
    open().wrote(bytes(1), [], null);
    expect(open({ ...place, participant: newId('p') }).leftover).toEqual([]);
    expect(open({ ...place, station: newId('s') as StationId }).leftover).toEqual([]);
  });

  it('survive a spoilt record between them', () => {
    const before = open();
    before.wrote(bytes(1), [], null);
    localStorage.setItem(`vh.unsaved.${place.station}.${place.participant}.0`, '{"update":7');
    expect(open().leftover).toHaveLength(1);
    expect(open().leftover).toHaveLength(1);
  });

  it('say so when the device can’t keep them', () => {
    const unsaved = open();
    unsaved.wrote(bytes(1), [], 1);
    expect(unsaved.kept).toBe(true);
    const { localStorage: device } = globalThis;
    vi.stubGlobal('localStorage', {
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
    const unsaved = open(place, changed);
    unsaved.wrote(bytes(1), [], 1);
    unsaved.saved(0);
    unsaved.saved(1);
    expect(changed).toHaveBeenCalledTimes(2);
  });
});
