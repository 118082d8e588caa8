/** Lists that an organiser types or pastes: read line by line, duplicates merged, what is too much told. */

import { describe, expect, it } from 'vitest';
import { readOrganisations, readRoles, writeOrganisations } from '../../../../client/organise/choiceLists.ts';

describe('organisations', () => {
  it('are a line each, name and kind parted by a semicolon, the kind not needed', () => {
    expect(
      readOrganisations('Elevorganisasjonen; interesse\n\n  NTNU  \nOslo kommune, Frogner;kommune').items,
    ).toEqual([
      { name: 'Elevorganisasjonen', kind: 'interesse' },
      { name: 'NTNU', kind: '' },
      { name: 'Oslo kommune, Frogner', kind: 'kommune' },
    ]);
  });

  it('are pasted from a spreadsheet as they are, with its tabs and line ends', () => {
    expect(readOrganisations('NSO\tstudenter\tekstra\r\nFagforbundet\tfagforening\r\n').items).toEqual([
      { name: 'NSO', kind: 'studenter ekstra' },
      { name: 'Fagforbundet', kind: 'fagforening' },
    ]);
  });

  it('of the same name are one, whatever the case, which takes the kind that one of them has', () => {
    const { items, merged } = readOrganisations('NTNU\nntnu; universitet\nUiO; universitet\nNTNU; skole');
    expect(items).toEqual([
      { name: 'NTNU', kind: 'universitet' },
      { name: 'UiO', kind: 'universitet' },
    ]);
    expect(merged).toBe(2);
  });

  it('two hundred pasted ones come back as they were', () => {
    const many = Array.from({ length: 200 }, (_, n) => ({
      name: `Organisasjon ${n}`,
      kind: n % 3 ? 'type' : '',
    }));
    const read = readOrganisations(writeOrganisations(many));
    expect(read.items).toEqual(many);
    expect(read).toMatchObject({ merged: 0, tooLong: [], over: 0 });
  });

  it('that are too many or too long are told, and not cut', () => {
    const lines = Array.from({ length: 303 }, (_, n) => `Organisasjon ${n}`);
    expect(readOrganisations(lines.join('\n'))).toMatchObject({ over: 3 });
    const long = 'x'.repeat(81);
    expect(readOrganisations(`A; ${long}\n${long}`).tooLong).toEqual([long, long]);
  });

  it('without a name are no organisations', () => {
    expect(readOrganisations('; kommune\n;\n').items).toEqual([]);
  });
});

describe('roles', () => {
  it('are a line each, the same ones merged', () => {
    expect(readRoles('Lærer\nlærer\n\nElev')).toEqual({
      items: ['Lærer', 'Elev'],
      merged: 1,
      tooLong: [],
      over: 0,
    });
  });
});
