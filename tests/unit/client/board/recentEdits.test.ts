/** What was written into a note that is taken down at that very moment goes back to its writer. */

import { describe, expect, it } from 'vitest';
import { JUST_NOW_MS, RecentEdits } from '../../../../client/board/deeds/recentEdits.ts';
import { newId } from '../../../../shared/domain/ids.ts';

const note = newId('n');

describe('a text just written', () => {
  it('is given back once when its note is taken down, and not when that is long after', () => {
    const recent = new RecentEdits();
    recent.wrote(note, 'Nytt', 1_000);
    expect(recent.gone([newId('n'), note], false, 2_000)).toEqual(['Nytt']);
    expect(recent.gone([note], false, 2_000)).toEqual([]);
    recent.wrote(note, 'Nytt', 1_000);
    expect(recent.gone([note], false, 1_000 + JUST_NOW_MS)).toEqual([]);
  });

  it('is given back however long it lay here without contact', () => {
    const recent = new RecentEdits();
    recent.wrote(note, 'Skrevet uten nett', 0);
    expect(recent.gone([note], true, 3_600_000)).toEqual(['Skrevet uten nett']);
  });

  it('is not given back to who took it down themselves', () => {
    const recent = new RecentEdits();
    recent.wrote(note, 'Nytt', 1_000);
    recent.forget([note]);
    expect(recent.gone([note], false, 1_001)).toEqual([]);
  });
});
