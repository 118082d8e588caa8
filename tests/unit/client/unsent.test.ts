// @vitest-environment happy-dom
/** When a session is over, all that its person wrote and that is not with the server can be taken along. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deviceStorage, pageStorage } from '../../../client/state/deviceStorage.ts';
import { rememberHall } from '../../../client/state/knownHalls.ts';
import { keepDraft, readDraft } from '../../../client/state/padDraft.ts';
import { openOutbox } from '../../../client/sync/outbox.ts';
import { unsentTexts } from '../../../client/sync/unsent.ts';
import { type HallId, newId, type StationId } from '../../../shared/domain/ids.ts';
import type { HallState } from '../../../shared/protocol/hallEvents.ts';

const hall = newId('h') as HallId;
const station = newId('s') as StationId;
const person = newId('p');

beforeEach(() => {
  localStorage.clear();
  rememberHall({
    id: hall,
    title: '',
    code: '',
    locale: 'nb',
    stations: [{ id: station }],
  } as unknown as HallState);
});

function keep(key: string, value: unknown): void {
  localStorage.setItem(key, typeof value === 'string' ? value : JSON.stringify(value));
}

describe('what was not sent', () => {
  it('is found wherever on the device it lies, each text once and only as it last was', () => {
    const [first, second] = [newId('n'), newId('n')];
    const unsaved = `vh.unsaved.${station}.${person}`;
    keep(`${unsaved}.1.000000.a`, { update: '', texts: [{ note: first, text: 'Begynt' }] });
    keep(`${unsaved}.2.000001.a`, { update: '', texts: [{ note: first, text: 'Skrevet på tavla' }] });
    keep(`vh.returned.${station}.${person}`, [{ note: second, text: 'Avvist' }]);
    keep(`vh.board.${station}.new`, 'Halvskrevet på tavla');
    keep(`vh.draft.${hall}.${station}`, { text: 'Halvskrevet på blokka', round: 1 });
    expect(unsentTexts(deviceStorage, hall).sort()).toEqual([
      'Avvist',
      'Halvskrevet på blokka',
      'Halvskrevet på tavla',
      'Skrevet på tavla',
    ]);
  });

  it('is of that hall alone', () => {
    keep(`vh.unsaved.${newId('s')}.${person}.1.000000.a`, {
      update: '',
      texts: [{ note: newId('n'), text: 'Annet' }],
    });
    expect(unsentTexts(deviceStorage, hall)).toEqual([]);
  });

  it('is found beside records that are spoilt', () => {
    keep(`vh.unsaved.${station}.${person}.1.000000.a`, '{"update":');
    keep(`vh.returned.${station}.${person}`, '7');
    keep(`vh.board.${station}.new`, 'Hel');
    expect(unsentTexts(deviceStorage, hall)).toEqual(['Hel']);
  });
});

describe('what a full device has no room for', () => {
  afterEach(() => vi.unstubAllGlobals());

  /** The outbox of somebody who comes to the hall's pages, and what it tells of itself. */
  function comeIn() {
    const seen = { texts: [] as string[], kept: true };
    const outbox = openOutbox({
      hallId: hall,
      storage: pageStorage,
      now: Date.now,
      secret: () => undefined,
      after: () => () => {},
      send: async () => ({ ok: false, error: { code: 'offline', message: '' } }),
      saved: () => {},
      withdrawn: () => {},
      broughtHome: () => {},
      changed: (entries, kept) => Object.assign(seen, { texts: entries.map(({ text }) => text), kept }),
    });
    return { outbox, seen };
  }

  it('lasts as long as the page, however one walks in it, is told of as not kept, and is offered back', () => {
    vi.stubGlobal('localStorage', {
      getItem: () => null,
      removeItem: () => {},
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    keepDraft(hall, station, { text: 'Halv tanke', round: 1 });
    const before = comeIn();
    const id = before.outbox.write({ stationId: station, text: 'Venter', round: 1 });
    before.outbox.close();
    expect(readDraft(hall, station)?.text).toBe('Halv tanke');
    const after = comeIn();
    expect(after.seen).toEqual({ texts: ['Venter'], kept: false });
    expect(unsentTexts(pageStorage, hall)).toEqual(['Venter', 'Halv tanke']);
    after.outbox.close();
    vi.unstubAllGlobals();
    const later = comeIn();
    expect(later.seen).toEqual({ texts: ['Venter'], kept: true });
    expect(localStorage.getItem(`vh.outbox.${hall}.${id}`)).toContain('Venter');
    later.outbox.discard(id);
    keepDraft(hall, station, { text: '', round: 1 });
    expect(unsentTexts(pageStorage, hall)).toEqual([]);
  });
});
