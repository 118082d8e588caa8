// @vitest-environment happy-dom
/** When a session is over, all that its person wrote and that is not with the server can be taken along. */

import { beforeEach, describe, expect, it } from 'vitest';
import { deviceStorage } from '../../../client/state/deviceStorage.ts';
import { rememberHall } from '../../../client/state/knownHalls.ts';
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
