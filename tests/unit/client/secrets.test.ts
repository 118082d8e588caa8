/** Secrets of anonymous stations: one a station, the same each time, kept in this browser as long as it keeps anything. */

import { describe, expect, it } from 'vitest';
import { lasting } from '../../../client/state/deviceStorage.ts';
import { knownSecrets, secretOf } from '../../../client/state/secrets.ts';
import { newId } from '../../../shared/domain/ids.ts';
import { Device } from './device.ts';

describe('secrets', () => {
  it('are another for each station, and the same after a reload', () => {
    const device = new Device();
    const [here, there] = [newId('s'), newId('s')];
    const secret = secretOf(device.storageOf(), here);
    expect(secret).toHaveLength(32);
    expect(secretOf(device.storageOf(), there)).not.toBe(secret);
    expect(device.storageOf().get(`vh.secret.${here}`)).toBe(secret);
    expect(secretOf(device.storageOf(), here)).toBe(secret);
    expect(knownSecrets(device.storageOf())[here]).toBe(secret);
  });

  it('hold as long as the page is open where the device keeps nothing', () => {
    const device = new Device();
    device.full = true;
    const storage = lasting(device.storageOf());
    const here = newId('s');
    const secret = secretOf(storage, here);
    expect(secretOf(storage, here)).toBe(secret);
    expect(knownSecrets(storage)[here]).toBe(secret);
  });
});
