/** The small pure parts of the board: type that fits, room that is made, arrows, edges, frames. */

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { freePlace, makeRoom } from '../../../../client/board/deeds/freePlace.ts';
import { mergeText } from '../../../../client/board/deeds/mergeText.ts';
import { EdgePan } from '../../../../client/board/hand/edgePan.ts';
import { nearestInDirection } from '../../../../client/board/hand/nearest.ts';
import { BoardModel } from '../../../../client/board/model/BoardModel.ts';
import { fitText, shownText } from '../../../../client/board/paint/fitText.ts';
import { FrameLoop } from '../../../../client/board/surface/frameLoop.ts';
import { addNote } from '../../../../shared/board/boardOps.ts';
import { clusterBox, NOTE_SIZE, overlaps } from '../../../../shared/board/boardView.ts';
import { newId } from '../../../../shared/domain/ids.ts';
import { cleanText } from '../../../../shared/domain/note.ts';

/** A board with notes at these places. */
function boardWith(places: readonly (readonly [number, number])[], text = 'Et punkt') {
  const doc = new Y.Doc();
  const ids = places.map((pos) => {
    const id = newId('n');
    addNote(doc, { id, text, pos, round: 1, at: 1 });
    return id;
  });
  const model = new BoardModel(() => {});
  model.bind(doc);
  model.flush();
  return { doc, model, ids };
}

describe('type on a note', () => {
  it('is the smaller, the longer the text', () => {
    const sizes = ['Ja', 'Flere plasser', 'ord '.repeat(15), 'ord '.repeat(40), 'ord '.repeat(70)].map(
      fitText,
    );
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    expect(sizes[0]).toBeGreaterThan(30);
    expect(sizes.at(-1)).toBeGreaterThanOrEqual(12);
  });

  it('is small enough for the longest word, and no smaller than a word is worth', () => {
    expect(fitText('praksisveiledning')).toBeLessThan(fitText('praksis vei led'));
    expect(fitText('a'.repeat(60))).toBeGreaterThanOrEqual(13);
  });

  it('counts line ends', () => {
    expect(fitText('a\nb\nc\nd\ne\nf\ng')).toBeLessThan(fitText('a b c d e f g'));
  });

  it('cuts what does not fit even at its smallest, and says so with dots', () => {
    expect(shownText('kort')).toBe('kort');
    const cut = shownText('ord '.repeat(400));
    expect(cut.length).toBeLessThan(600);
    expect(cut.endsWith('…')).toBe(true);
    // Never half of a letter.
    const thumbs = shownText('👍'.repeat(900));
    expect(cleanText(thumbs)).toBe(thumbs);
  });
});

describe('open wall', () => {
  it('is found where one wishes, or right beside', () => {
    const { model } = boardWith([[0, 0]]);
    expect(freePlace(model.spatial, { x: 900, y: 0 })).toEqual([900, 0]);
    const [x, y] = freePlace(model.spatial, { x: 10, y: 10 });
    expect(overlaps({ x, y, w: NOTE_SIZE, h: NOTE_SIZE }, { x: 0, y: 0, w: NOTE_SIZE, h: NOTE_SIZE })).toBe(
      false,
    );
    expect(Math.hypot(x - 10, y - 10)).toBeLessThan(300);
  });

  it('is made for a group: what it would cover goes aside, and nothing lies on anything', () => {
    const raster = [0, 1, 2, 3, 4].flatMap((row) =>
      [0, 1, 2, 3, 4].map((column) => [column * 224, row * 224] as const),
    );
    const { model, ids } = boardWith(raster);
    const own = new Set<string>([ids[12]!, ids[13]!]);
    const group = clusterBox([2 * 224 - 20, 2 * 224 - 64], 2);
    const aside = makeRoom(model, group, (id) => own.has(id));
    expect(aside.length).toBeGreaterThan(0);
    const boxes = [group];
    for (const [id, { x, y }] of model.view.notes) {
      if (own.has(id)) continue;
      const moved = aside.find((place) => place.id === id);
      const [left, top] = moved ? moved.pos : [x, y];
      boxes.push({ x: left, y: top, w: NOTE_SIZE, h: NOTE_SIZE });
    }
    for (const [index, a] of boxes.entries()) {
      for (const b of boxes.slice(index + 1)) {
        const inner = { x: b.x + 10, y: b.y + 10, w: b.w - 20, h: b.h - 20 };
        expect(overlaps(a, inner)).toBe(false);
      }
    }
  });

  it('is not made by moving what somebody holds, nor a whole crowd', () => {
    const { model, ids } = boardWith([[0, 0]]);
    expect(makeRoom(model, clusterBox([0, 0], 2), (id) => id === ids[0])).toEqual([]);
    const crowd = boardWith(Array.from({ length: 30 }, (_, index) => [index * 10, 0] as const));
    expect(makeRoom(crowd.model, clusterBox([0, 0], 4), () => false)).toEqual([]);
  });
});

describe('two people’s edits of one text', () => {
  it('are put together where they don’t meet', () => {
    const merged = mergeText(
      'Flere plasser i kommunen',
      'Mange flere plasser i kommunen',
      'Flere plasser i kommunene',
    );
    expect(merged.overruled).toBe(false);
    expect(merged.text).toBe('Mange flere plasser i kommunene');
  });

  it('let mine stand where they meet, and say so', () => {
    expect(mergeText('Ja', 'Jo', 'Je')).toEqual({ text: 'Jo', overruled: true });
  });

  it('are one person’s, where only one has changed anything', () => {
    expect(mergeText('Ja', 'Ja', 'Nei').text).toBe('Nei');
    expect(mergeText('Ja', 'Nei', 'Ja').text).toBe('Nei');
    expect(mergeText('Ja', 'Nei', 'Nei')).toEqual({ text: 'Nei', overruled: false });
  });
});

describe('an arrow', () => {
  const things = [
    ['right', { x: 100, y: 10 }],
    ['far right', { x: 500, y: 0 }],
    ['below', { x: 10, y: 120 }],
    ['left', { x: -90, y: 0 }],
  ] as const;

  it('goes to the nearest in its direction', () => {
    expect(nearestInDirection({ x: 0, y: 0 }, 'right', things)).toBe('right');
    expect(nearestInDirection({ x: 0, y: 0 }, 'down', things)).toBe('below');
    expect(nearestInDirection({ x: 0, y: 0 }, 'left', things)).toBe('left');
    expect(nearestInDirection({ x: 0, y: 0 }, 'up', things)).toBeNull();
  });
});

describe('the edge of the view', () => {
  const size = { w: 1_000, h: 600 };
  const insets = { top: 0, right: 0, bottom: 0, left: 0 };

  it('takes the view along when one comes to it, and not when one lifts there', () => {
    const edges = new EdgePan();
    edges.begin();
    expect(edges.push({ x: 990, y: 300 }, size, insets, 16)).toEqual({ x: 0, y: 0 });
    edges.push({ x: 500, y: 300 }, size, insets, 16);
    const { x } = edges.push({ x: 990, y: 300 }, size, insets, 16);
    expect(x).toBeLessThan(0);
  });
});

describe('the frame loop', () => {
  it('runs while somebody wants it, and then stops', () => {
    const waiting: ((now: number) => void)[] = [];
    const loop = new FrameLoop({ request: (callback) => waiting.push(callback), cancel: () => {} });
    let left = 3;
    loop.add(() => --left > 0);
    for (let turn = 0; turn < 10; turn++) waiting.shift()?.(turn);
    expect(left).toBe(0);
    expect(loop.busy).toBe(false);
    loop.request();
    loop.request();
    expect(waiting).toHaveLength(1);
    loop.stop();
    loop.request();
    expect(waiting).toHaveLength(1);
  });
});
