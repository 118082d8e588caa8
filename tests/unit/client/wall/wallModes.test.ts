/** What a wall shows, which page comes next, when it loads itself anew, where there is room, and what came of a vote. */

import { describe, expect, it } from 'vitest';
import { roomiest } from '../../../../client/wall/crowding.ts';
import { mustReload, scriptIn } from '../../../../client/wall/newVersion.ts';
import { nextPage } from '../../../../client/wall/pageTurner.ts';
import { pinchStep } from '../../../../client/wall/pinch.ts';
import { dotBars, ratedPoints } from '../../../../client/wall/voteResults.ts';
import { modeFor, screenFor, type WallAmount, type WallMode } from '../../../../client/wall/wallModes.ts';
import { OPEN_RULES, SELF_RUN_WALL } from '../../../../shared/domain/hall.ts';
import { type ClusterId, type NoteId, newId, type StationId } from '../../../../shared/domain/ids.ts';

const amount = (notes: number, grouped = 0, groups = 0): WallAmount => ({
  kind: 'wall',
  notes,
  grouped,
  groups,
});

describe('the mode of a wall', () => {
  it('goes by how much hangs there', () => {
    expect(modeFor(amount(5), null)).toBe('newest');
    expect(modeFor(amount(30, 30, 6), null)).toBe('newest');
    expect(modeFor(amount(60), null)).toBe('newest');
    expect(modeFor(amount(60, 50, 6), null)).toBe('groups');
    expect(modeFor(amount(200, 20, 4), null)).toBe('overview');
    expect(modeFor(amount(200, 180, 40), null)).toBe('overview');
    expect(modeFor({ ...amount(3), kind: 'timeline' }, null)).toBe('overview');
  });

  it.each([
    ['notes', [31, 40, 6], [30, 39, 6]],
    ['share in groups', [60, 36, 6], [60, 35, 6]],
    ['a swarm', [121, 10, 2], [120, 10, 2]],
    ['groups', [80, 80, 25], [80, 80, 24]],
  ] as const)('does not flap when %s go to and fro over a bound', (_, over, under) => {
    let mode: WallMode | null = null;
    let changes = 0;
    for (let turn = 0; turn < 20; turn++) {
      for (const [notes, grouped, groups] of [over, under]) {
        const next = modeFor(amount(notes, Math.min(notes, grouped), groups), mode);
        if (mode && next !== mode) changes++;
        mode = next;
      }
    }
    expect(changes).toBeLessThanOrEqual(1);
  });
});

describe('the screen of a wall', () => {
  const hall = { endedAt: null, timer: null };
  const pause = { kind: 'break' as const, total: 1, left: 1, running: true, until: 1 };
  const station = { poll: null, results: null };
  const voted = {
    poll: { id: 'p', kind: 'dots' as const, budget: 3, open: false, shown: true },
    results: { dots: {}, ratings: {} },
  };
  it('shows the strongest: the end, what the host asked, a break, the way in, a vote, the notes', () => {
    const order = (show: 'auto' | 'qr' | 'blank' | 'newest') => ({ ...SELF_RUN_WALL, show });
    expect(screenFor({ ...hall, endedAt: 1 }, voted, order('blank'), true).show).toBe('ended');
    expect(screenFor({ ...hall, timer: pause }, voted, order('blank'), true).show).toBe('blank');
    expect(screenFor({ ...hall, timer: pause }, voted, order('qr'), true).show).toBe('qr');
    expect(screenFor({ ...hall, timer: pause }, voted, order('auto'), true).show).toBe('break');
    expect(screenFor(hall, voted, order('auto'), true).show).toBe('start');
    expect(screenFor(hall, voted, order('auto'), false).show).toBe('results');
    expect(screenFor(hall, voted, order('newest'), false)).toEqual({ show: 'board', mode: 'newest' });
    const lifted = { ...SELF_RUN_WALL, spotlight: newId('n') as NoteId };
    expect(screenFor(hall, voted, lifted, false).show).toBe('board');
    const lit = { ...SELF_RUN_WALL, lit: [newId('n')] };
    expect(screenFor(hall, voted, lit, false).show).toBe('board');
    expect(screenFor(hall, voted, { ...lit, lit: [] }, false).show).toBe('results');
    expect(screenFor(hall, station, SELF_RUN_WALL, false)).toEqual({ show: 'board', mode: 'auto' });
  });
});

describe('the page that comes next', () => {
  const pages = [{ ids: ['a', 'b'] }, { ids: ['c'] }, { ids: ['d'] }];
  it('is one with something new, else the one that was not shown for the longest, the last first', () => {
    const shown = new Map([
      ['a', 10],
      ['b', 10],
      ['c', 20],
    ]);
    expect(nextPage(pages, 2, shown, new Set())).toBe(0);
    expect(nextPage(pages, 0, new Map(), new Set())).toBe(2);
    expect(
      nextPage(
        pages,
        2,
        new Map([
          ['a', 10],
          ['c', 5],
          ['d', 30],
        ]),
        new Set(['b']),
      ),
    ).toBe(0);
    expect(nextPage([{ ids: ['a'] }], 0, shown, new Set())).toBe(0);
    expect(nextPage([], 0, shown, new Set())).toBe(0);
  });

  it('comes to every page within one round', () => {
    const shown = new Map<string, number>();
    const seen = new Set<number>();
    let page = pages.length - 1;
    for (let turn = 1; turn <= pages.length; turn++) {
      seen.add(page);
      for (const id of pages[page]!.ids) shown.set(id, turn);
      page = nextPage(pages, page, shown, new Set());
    }
    expect(seen.size).toBe(pages.length);
  });
});

describe('a new version', () => {
  const page = (name: string) => `<html><script type="module" crossorigin src="/assets/${name}.js"></script>`;
  it('is told by the page’s script, and a page of somebody else is none', () => {
    expect(scriptIn(page('index-abc'))).toBe('/assets/index-abc.js');
    expect(scriptIn('<html><script src="https://portal.example/x.js"></script>')).toBeNull();
  });

  it('is loaded once: what still is the old one afterwards is not loaded for ever', () => {
    expect(mustReload('/a', '/b', null)).toBe(true);
    expect(mustReload('/a', '/a', null)).toBe(false);
    expect(mustReload('/a', null, null)).toBe(false);
    expect(mustReload(null, '/b', null)).toBe(false);
    expect(mustReload('/a', '/b', '/b')).toBe(false);
    expect(mustReload('/a', '/c', '/b')).toBe(true);
  });
});

describe('crowding', () => {
  const at = (people: number, frozen = false) => ({
    id: newId('s') as StationId,
    people,
    rules: { ...OPEN_RULES, frozen },
  });
  it('points to the emptiest open station, and only when another is crowded', () => {
    const [full, closed, few, some] = [at(20), at(0, true), at(2), at(6)];
    expect(roomiest([full, closed, few, some])).toBe(few.id);
    expect(roomiest([at(5), at(0)])).toBeNull();
    expect(roomiest([at(12), at(10)])).toBeNull();
    expect(roomiest([])).toBeNull();
  });
});

describe('what came of a vote', () => {
  const note = (text: string) => ({ id: newId('n') as NoteId, text, round: 1, at: 1 });
  const [loose, member] = [note('Alene'), note('I gruppe')];
  const group = { id: newId('c') as ClusterId, title: 'Praksis', notes: [member] };
  const things = { groups: [group], loose: [loose] };
  it('is in order, by name, and without what was taken down', () => {
    const dots = { [loose.id]: 2, [group.id]: 5, [newId('n')]: 9, [member.id]: 0 };
    expect(dotBars({ dots, ratings: {} }, things, '?')).toEqual([
      { id: group.id, name: 'Praksis', dots: 5 },
      { id: loose.id, name: 'Alene', dots: 2 },
    ]);
    const ratings = {
      [group.id]: { effect: 2, feasibility: 2, count: 3 },
      [loose.id]: { effect: 4, feasibility: 5, count: 1 },
    };
    expect(ratedPoints({ dots: {}, ratings }, things, '?').map(({ name }) => name)).toEqual([
      'Alene',
      'Praksis',
    ]);
  });
});

it('two fingers zoom by how far they part, about their middle', () => {
  const step = pinchStep(
    { a: { x: 0, y: 0 }, b: { x: 100, y: 0 } },
    { a: { x: -50, y: 10 }, b: { x: 150, y: 10 } },
  );
  expect(step).toEqual({ about: { x: 50, y: 10 }, factor: 2, dx: 0, dy: 10 });
});
