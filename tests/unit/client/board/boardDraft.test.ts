/** What is being written is never overwritten by what is given back, nor what is given back by what is written. */

import { beforeEach, describe, expect, it } from 'vitest';
import {
  draftKey,
  giveAsDraft,
  keepDraft,
  onDraftGiven,
  openDraft,
  readDraft,
} from '../../../../client/state/boardDraft.ts';
import { type DeviceStorage, lasting, ownOnly } from '../../../../client/state/deviceStorage.ts';
import { newId, type StationId } from '../../../../shared/domain/ids.ts';
import { Device } from '../device.ts';

let device: Device;
let storage: DeviceStorage;
let station: StationId;
let key: string;

beforeEach(() => {
  device = new Device();
  storage = device.storageOf();
  station = newId('s') as StationId;
  key = draftKey(station, 'new');
});

describe('a text that is given back', () => {
  it('outlives what somebody goes on to write, and to hang, in an editor that is open', () => {
    keepDraft(storage, key, 'Halvskrev');
    giveAsDraft(storage, station, 'Mistet sin lapp');
    keepDraft(storage, key, 'Halvskrevet');
    expect(readDraft(storage, key)).toBe('Halvskrevet');
    keepDraft(storage, key, null);
    expect(openDraft(storage, key)).toBe('Mistet sin lapp');
    expect(openDraft(storage, key)).toBe('Mistet sin lapp');
  });

  it('stands after what lay there, each only once', () => {
    keepDraft(storage, key, 'Begynt');
    for (const text of ['jada', 'ja', 'jada']) giveAsDraft(storage, station, text);
    expect(openDraft(storage, key)).toBe('Begynt\njada\nja');
  });

  it('is told to the field that it belongs to', () => {
    let told = 0;
    const stop = onDraftGiven(key, () => told++);
    giveAsDraft(storage, station, 'Her');
    giveAsDraft(storage, newId('s') as StationId, 'Et annet sted');
    stop();
    giveAsDraft(storage, station, 'Etterpå');
    expect(told).toBe(1);
  });
});

describe('a draft', () => {
  it('that another tab has written since is not taken away with one’s own', () => {
    const [mine, theirs] = [ownOnly(storage), ownOnly(device.storageOf())];
    keepDraft(mine, key, 'Mitt');
    keepDraft(theirs, key, 'Ditt');
    keepDraft(mine, key, null);
    expect(openDraft(theirs, key)).toBe('Ditt');
    keepDraft(theirs, key, null);
    expect(openDraft(mine, key)).toBeNull();
  });

  it('lasts as long as the page where the device has no room for it, and is told not to be kept', () => {
    device.full = true;
    storage = lasting(storage);
    expect(keepDraft(storage, key, 'Ingen plass')).toBe(false);
    giveAsDraft(storage, station, 'Heller ikke');
    expect(openDraft(storage, key)).toBe('Ingen plass\nHeller ikke');
    expect(keepDraft(storage, key, null)).toBe(true);
    expect(openDraft(storage, key)).toBeNull();
  });
});
