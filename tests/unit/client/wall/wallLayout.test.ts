/** A wall's own layout: legible, nothing on anything else, and what hangs stays where it hangs. */

import { describe, expect, it } from 'vitest';
import {
  type Card,
  layWall,
  TYPES,
  typeFor,
  type WallGroup,
  type WallLayout,
  type WallNote,
  type WallSheet,
  type WallThings,
} from '../../../../client/wall/wallLayout.ts';
import { TYPE_FLOOR } from '../../../../client/wall/wallText.ts';
import { type ClusterId, type NoteId, newId } from '../../../../shared/domain/ids.ts';
import { Random } from '../../../crowd/random.ts';

const SHEETS: Record<string, WallSheet> = {
  '720p': { w: 980, h: 620, unit: 7.2 },
  '1080p': { w: 1_520, h: 940, unit: 10.8 },
  '4K': { w: 3_040, h: 1_880, unit: 21.6 },
  upright: { w: 1_020, h: 1_400, unit: 10.8 },
};
const WORDS =
  'vi må ha bedre opplæring turnus rekruttering samhandlingsreformen lærlinger og praksisplasser i distriktene nå'.split(
    ' ',
  );

let time = 0;
function note(random: Random, words = 1 + random.whole(0, 13)): WallNote {
  const text = Array.from({ length: words }, () => random.pick(WORDS))
    .join(' ')
    .slice(0, 280);
  return { id: newId('n') as NoteId, text, round: 1, at: ++time };
}

function some(random: Random, loose: number, groups: number): WallThings {
  return {
    loose: Array.from({ length: loose }, () => note(random)),
    groups: Array.from({ length: groups }, (_, index) => ({
      id: newId('c') as ClusterId,
      title: index % 3 === 0 ? '' : 'Praksis og læring',
      notes: Array.from({ length: 2 + random.whole(0, 8) }, () => note(random)),
    })),
  };
}

/** Where a note hangs, apart from what only its group knows. */
const placeOf = ({ page, x, y, w, h }: Card) => ({ page, x, y, w, h });

function mustBeSound(layout: WallLayout, things: WallThings, sheet: WallSheet): void {
  const all = [...things.loose, ...things.groups.flatMap(({ notes }) => notes)];
  expect(layout.cards.size).toBe(all.length);
  const cards = [...layout.cards.values()];
  for (const card of cards) {
    expect(card.type).toBeGreaterThanOrEqual(TYPE_FLOOR * sheet.unit - 0.001);
    expect(card.x).toBeGreaterThanOrEqual(-0.5);
    expect(card.y).toBeGreaterThanOrEqual(-0.5);
    expect(card.x + card.w).toBeLessThanOrEqual(sheet.w + 0.5);
    expect(card.y + card.h).toBeLessThanOrEqual(sheet.h + 1);
    expect(card.page).toBeLessThan(layout.pages);
  }
  const overlap = (a: Omit<Card, 'note' | 'type' | 'lines'>, b: typeof a) =>
    a.page === b.page &&
    a.x < b.x + b.w - 0.5 &&
    b.x < a.x + a.w - 0.5 &&
    a.y < b.y + b.h - 0.5 &&
    b.y < a.y + a.h - 0.5;
  cards.forEach((card, index) => {
    for (const other of cards.slice(index + 1)) expect(overlap(card, other)).toBe(false);
  });
  const frames = [...layout.frames.values()];
  const looseIds = new Set(things.loose.map(({ id }) => id));
  frames.forEach((frame, index) => {
    for (const other of frames.slice(index + 1)) expect(overlap(frame, other)).toBe(false);
    for (const card of cards) if (looseIds.has(card.note.id)) expect(overlap(frame, card)).toBe(false);
  });
}

describe('a wall’s layout', () => {
  it.each(Object.entries(SHEETS))(
    'hangs nothing on anything else and sets nothing below the floor: %s',
    (_, sheet) => {
      for (let round = 0; round < 12; round++) {
        const seed = round * 7 + 1;
        const random = new Random(seed);
        const things = some(random, random.whole(0, 39), random.whole(0, 5));
        for (const type of TYPES) mustBeSound(layWall(things, sheet, type), things, sheet);
      }
    },
  );

  it('lets everything else hang where it hangs when somebody writes, groups, names or takes down', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const random = new Random(seed);
      const sheet = SHEETS['1080p']!;
      let things = some(random, 4 + random.whole(0, 11), 1 + random.whole(0, 2));
      let layout = layWall(things, sheet, 4.5);
      let packedAnew = 0;
      for (let step = 0; step < 30; step++) {
        const { next, touched } = change(random, things);
        const after = layWall(next, sheet, 4.5, layout);
        mustBeSound(after, next, sheet);
        const anew = layWall(next, sheet, 4.5);
        const same = [...after.cards].every(([id, card]) => {
          const fresh = anew.cards.get(id)!;
          return JSON.stringify(placeOf(card)) === JSON.stringify(placeOf(fresh));
        });
        // A page that became empty is gone, and those after it are earlier: what was together, is.
        const pages = new Map<number, number>();
        const moved = [...layout.cards].filter(([id, card]) => {
          const now = after.cards.get(id);
          if (!now || touched.has(id)) return false;
          if (!pages.has(card.page)) pages.set(card.page, now.page);
          return now.x !== card.x || now.y !== card.y || pages.get(card.page) !== now.page;
        });
        if (moved.length > 0) {
          expect(same, `seed ${seed}, step ${step}: ${moved.length} moved, and not for packing anew`).toBe(
            true,
          );
          packedAnew++;
        }
        things = next;
        layout = after;
      }
      expect(packedAnew, `seed ${seed}`).toBeLessThanOrEqual(3);
    }
  });

  it('hangs a newcomer on the last page, and moves nobody for it', () => {
    const random = new Random(5);
    const sheet = SHEETS['1080p']!;
    let things = some(random, 30, 2);
    let layout = layWall(things, sheet, 4.5);
    for (let step = 0; step < 40; step++) {
      const fresh = note(random);
      const next = { ...things, loose: [...things.loose, fresh] };
      const after = layWall(next, sheet, 4.5, layout);
      for (const [id, card] of layout.cards) expect(placeOf(after.cards.get(id)!)).toEqual(placeOf(card));
      expect(after.cards.get(fresh.id)!.page).toBe(after.pages - 1);
      [things, layout] = [next, after];
    }
  });

  it('cuts a group that is larger than a page into parts that each fit, and loses none of it', () => {
    const random = new Random(9);
    const group: WallGroup = {
      id: newId('c') as ClusterId,
      title: 'Stor',
      notes: Array.from({ length: 60 }, () => note(random)),
    };
    const things = { groups: [group], loose: [] };
    const sheet = SHEETS['1080p']!;
    const layout = layWall(things, sheet, 4.5);
    mustBeSound(layout, things, sheet);
    expect(layout.pages).toBeGreaterThan(2);
    for (const frame of layout.frames.values()) expect(frame.count).toBe(60);
  });

  it('sets few notes large, many small, and from some number on in pages', () => {
    const random = new Random(3);
    const sheet = SHEETS['1080p']!;
    const notes = Array.from({ length: 80 }, () => note(random, 6));
    const typeOf = (count: number) => typeFor({ groups: [], loose: notes.slice(0, count) }, sheet, null);
    expect(typeOf(2)).toBe(TYPES[0]);
    expect(typeOf(9)!).toBeGreaterThanOrEqual(4.5);
    expect(typeOf(16)!).toBeGreaterThanOrEqual(TYPE_FLOOR);
    expect(typeOf(80)).toBeNull();
  });

  it('does not change its type to and fro when a note comes and goes', () => {
    const random = new Random(4);
    const sheet = SHEETS['1080p']!;
    const notes = Array.from({ length: 40 }, () => note(random, 7));
    let type: number | null = null;
    let changes = 0;
    for (let count = 1; count <= 24; count++) {
      for (const shown of [count, count - 1, count, count - 1, count]) {
        const next = typeFor({ groups: [], loose: notes.slice(0, shown) }, sheet, type);
        if (next !== type) changes++;
        type = next;
      }
    }
    expect(changes).toBeLessThanOrEqual(TYPES.length * 2);
  });
});

/** One thing that people do. @returns what hangs then, and notes whose own place it may change */
function change(random: Random, things: WallThings): { next: WallThings; touched: Set<NoteId> } {
  const { groups, loose } = things;
  const touched = new Set<NoteId>();
  const touchGroup = (group: WallGroup | undefined) => {
    for (const { id } of group?.notes ?? []) touched.add(id);
  };
  const deed = random.whole(0, 4);
  if (deed === 0 && loose.length > 1) {
    const gone = random.whole(0, loose.length - 1);
    return { next: { groups, loose: loose.filter((_, index) => index !== gone) }, touched };
  }
  if (deed === 1 && loose.length > 0 && groups.length > 0) {
    const [joining, ...left] = loose;
    const into = random.whole(0, groups.length - 1);
    touchGroup(groups[into]);
    touched.add(joining!.id);
    const grown = groups.map((group, index) =>
      index === into ? { ...group, notes: [...group.notes, joining!] } : group,
    );
    return { next: { groups: grown, loose: left }, touched };
  }
  if (deed === 2 && loose.length > 1) {
    const [one, other, ...left] = loose;
    touched.add(one!.id).add(other!.id);
    const group = { id: newId('c') as ClusterId, title: '', notes: [one!, other!] };
    return { next: { groups: [...groups, group], loose: left }, touched };
  }
  return { next: { groups, loose: [...loose, note(random)] }, touched };
}
