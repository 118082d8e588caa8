/** The mark that says how a board stands is never better than it is, and says what to do. */

import { describe, expect, it } from 'vitest';
import { bannerOf, type Standing, standingOf } from '../../../../client/board/model/standing.ts';
import type { BoardConnectionState } from '../../../../client/sync/boardConnection.ts';
import { board as en } from '../../../../client/text/board.en.ts';
import { board as nb } from '../../../../client/text/board.nb.ts';
import { CLOSE } from '../../../../shared/protocol/boardFrames.ts';

const NOON = new Date(2026, 10, 21, 12, 0).getTime();
const LIVE: BoardConnectionState = {
  status: 'live',
  closeCode: null,
  lull: null,
  heardAt: null,
  copyAt: null,
  mode: 'write',
  synced: true,
  unsaved: 0,
  kept: true,
  refused: null,
  returned: [],
  unsent: [],
};
const AWAY: Partial<BoardConnectionState> = { status: 'offline', heardAt: NOON - 5 * 60_000 };

type Row = [what: string, state: Partial<BoardConnectionState>, standing: Standing, banner: string | null];

const TABLE: Row[] = [
  ['in contact, all on disk', {}, 'saved', null],
  ['in contact, something under way', { unsaved: 2 }, 'saving', null],
  ['in contact, something under way and not kept', { unsaved: 1, kept: false }, 'saving', nb.banner.notKept],
  ['in contact, may only read', { mode: 'read' }, 'reading', null],
  ['in contact, may only read now, something still under way', { mode: 'read', unsaved: 1 }, 'saving', null],
  ['in contact, damaged', { mode: 'damaged' }, 'reading', nb.banner.damaged],
  ['not yet in contact', { status: 'connecting', synced: false, mode: null }, 'connecting', null],
  [
    'not yet in contact, with a copy, for a moment',
    { status: 'connecting', synced: false, copyAt: NOON },
    'connecting',
    null,
  ],
  [
    'not in contact, with a copy of the day before',
    { status: 'offline', synced: false, copyAt: NOON - 24 * 3_600_000 },
    'offline',
    'Ikke tilkoblet. Dette er slik tavla var 20. november kl. 12:00. Du kan fortsette; alt sendes når det er kontakt igjen.',
  ],
  [
    'no contact, with a copy that may only be read',
    { ...AWAY, mode: 'read', copyAt: NOON - 60_000 },
    'offline',
    'Ikke tilkoblet. Dette er slik tavla var kl. 11:59.',
  ],
  [
    'never in contact, no copy',
    { status: 'offline', synced: false, mode: null },
    'offline',
    'Ingen kontakt med serveren.',
  ],
  [
    'contact lost',
    AWAY,
    'offline',
    'Ingen kontakt med serveren siden kl. 11:55. Du kan fortsette; alt sendes når det er kontakt igjen.',
  ],
  [
    'contact lost, something unsaved',
    { ...AWAY, unsaved: 2 },
    'offline',
    'Ingen kontakt med serveren siden kl. 11:55. Du kan fortsette; alt sendes når det er kontakt igjen. 2 endringer ligger lagret på denne enheten.',
  ],
  [
    'contact lost, something unsaved that the device has no room for',
    { ...AWAY, unsaved: 2, kept: false },
    'offline',
    nb.banner.notKept,
  ],
  [
    'contact lost, may only read',
    { ...AWAY, mode: 'read' },
    'offline',
    'Ingen kontakt med serveren siden kl. 11:55. Tavla vises slik den sist var.',
  ],
  [
    'the server restarts',
    { ...AWAY, lull: 'restart' },
    'restart',
    'Serveren starter på nytt. Du kan fortsette; alt sendes når det er kontakt igjen.',
  ],
  [
    'the station can’t be opened',
    { ...AWAY, lull: 'station', mode: null },
    'station',
    'Serveren får ikke åpnet stasjonen akkurat nå. Den prøver igjen av seg selv.',
  ],
  ['withdrawn', { status: 'closed', closeCode: CLOSE.forbidden }, 'closed', nb.banner.forbidden],
  ['not in any more', { status: 'closed', closeCode: CLOSE.noSession }, 'closed', nb.banner.noSession],
  ['the station is gone', { status: 'closed', closeCode: CLOSE.noStation }, 'closed', nb.banner.noStation],
  ['refused again and again', { status: 'closed', closeCode: null }, 'closed', nb.banner.tooMany],
  [
    'closed with something unsaved that is not kept',
    { status: 'closed', closeCode: CLOSE.forbidden, unsaved: 1, kept: false },
    'closed',
    nb.banner.forbidden,
  ],
];

describe('how a board stands', () => {
  it.each(TABLE)('%s', (_, state, standing, banner) => {
    const whole = { ...LIVE, ...state };
    expect(standingOf(whole)).toBe(standing);
    expect(bannerOf(whole, nb.banner, 'nb', NOON)).toBe(banner);
  });

  it('has a word for each standing in each language', () => {
    for (const [, , standing] of TABLE)
      expect([nb.state[standing], en.state[standing]]).not.toContain(undefined);
  });

  it('says the time as the language does', () => {
    const away = { ...LIVE, ...AWAY };
    expect(bannerOf(away, en.banner, 'en', NOON)).toContain('it was last heard at 11:55');
  });

  it('says nothing is saved that is not, whatever else is so', () => {
    for (const status of ['connecting', 'live', 'offline', 'closed'] as const) {
      for (const unsaved of [0, 1]) {
        const standing = standingOf({ ...LIVE, status, unsaved });
        expect(standing === 'saved').toBe(status === 'live' && unsaved === 0);
      }
    }
  });
});
