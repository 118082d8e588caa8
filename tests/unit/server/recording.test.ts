/** What a replay, and the help with grouping, read off a journal (LB4, LB5, GH14 of docs/SPEC.md). */

import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { draggedOf } from '../../../server/hall/tornNotes.ts';
import { putsIn } from '../../../server/past/puts.ts';
import { Recording } from '../../../server/past/recording.ts';
import type { StoredBytes } from '../../../server/ports.ts';
import {
  addNote,
  editText,
  joinCluster,
  makeCluster,
  move,
  nameCluster,
  removeNotes,
} from '../../../shared/board/boardOps.ts';
import { type ClusterId, type NoteId, newId, type ParticipantId } from '../../../shared/domain/ids.ts';

/** A journal whose rows are what deeds on one document made, a second apart. */
function journal(...deeds: ((doc: Y.Doc) => unknown)[]): StoredBytes[] {
  const doc = new Y.Doc();
  const rows: StoredBytes[] = [];
  doc.on('update', (bytes: Uint8Array) => {
    const seq = rows.length + 1;
    rows.push({ seq, epoch: 1, at: seq * 1_000, bytes, intact: true });
  });
  for (const deed of deeds) deed(doc);
  return rows;
}

const hang =
  (id: NoteId, x = 0) =>
  (doc: Y.Doc) =>
    addNote(doc, { id, text: `Lapp ${id}`, pos: [x, 0], round: 1, at: 1 });

function recorded(rows: readonly StoredBytes[]): Recording {
  const recording = new Recording();
  for (const row of rows) recording.take(row);
  return recording;
}

describe('a recording', () => {
  const [a, b] = [newId('n'), newId('n')];

  test('LB4 what changes no place makes no frame', () => {
    const c = newId('c');
    const rows = journal(
      hang(a),
      (doc) => editText(doc, a, 'Noe annet'),
      (doc) => makeCluster(doc, { id: c, title: '', pos: [0, 0] }, [a]),
      (doc) => nameCluster(doc, c, 'Navn'),
      (doc) => nameCluster(doc, c, 'Et annet navn'),
    );
    const frames = recorded(rows).frames([a], [c]);
    expect(frames.map(({ at }) => at)).toEqual([1_000, 3_000, 4_000]);
    expect(JSON.stringify(frames)).not.toMatch(/Navn|Noe|Lapp/);
  });

  test('LB5 only what is asked for is told, and by its place in the list', () => {
    const rows = journal(
      hang(a),
      hang(b, 300),
      (doc) => removeNotes(doc, [a]),
      (doc) => move(doc, [{ id: b, pos: [9, 9] }]),
    );
    const frames = recorded(rows).frames([b], []);
    expect(frames).toEqual([
      { at: 2_000, notes: [{ note: 0, pos: [300, 0] }], groups: [] },
      { at: 4_000, notes: [{ note: 0, pos: [9, 9] }], groups: [] },
    ]);
  });

  test('LB4 more than may be told is told in larger steps, the last place of each', () => {
    const moves = Array.from(
      { length: 400 },
      (_, x) => (doc: Y.Doc) => move(doc, [{ id: a, pos: [x + 1, 0] }]),
    );
    const frames = recorded(journal(hang(a), ...moves)).frames([a], [], 50);
    expect(frames.length).toBeLessThanOrEqual(50);
    expect(frames.length).toBeGreaterThan(12);
    expect(frames.at(-1)).toMatchObject({ at: 401_000, notes: [{ pos: [400, 0] }] });
  });

  test('LB4 a clock that was set back puts no frame before the one that came before it', () => {
    const rows = journal(hang(a), hang(b)).map((row) => ({ ...row, at: 5_000 - row.seq }));
    const times = recorded(rows)
      .frames([a, b], [])
      .map(({ at }) => at);
    expect(times).toEqual([4_999, 4_999]);
  });

  test('LB4 a row that is missing, bad or unreadable is told of, and the rest is read', () => {
    const rows = journal(hang(a), hang(b), (doc) => move(doc, [{ id: a, pos: [5, 5] }]));
    expect(recorded(rows).whole).toBe(true);
    const without = recorded([rows[0]!, rows[2]!]);
    expect(without.frames([a, b], [])).toHaveLength(1);
    expect(without.whole).toBe(false);
    expect(recorded([{ ...rows[0]!, intact: false }]).whole).toBe(false);
    const unreadable = recorded([rows[0]!, { ...rows[1]!, bytes: Uint8Array.of(1, 2, 255, 255) }]);
    expect(unreadable.frames([a, b], [])).toHaveLength(1);
    expect(unreadable.whole).toBe(false);
  });
});

describe('what was put into groups', () => {
  const [a, b] = [newId('n'), newId('n')];
  const [c, d] = [newId('c'), newId('c')];

  test('GH14 each row names the structs that put something into a group, and a bad row is passed over', () => {
    const rows = journal(
      hang(a),
      (doc) => makeCluster(doc, { id: c, title: 'c_ikke-en-gruppe', pos: [0, 0] }, [a]),
      (doc) => joinCluster(doc, d, [a]),
      (doc) => move(doc, [{ id: a, pos: [5, 5] }]),
      (doc) => joinCluster(doc, c, [a]),
    );
    expect(putsIn(rows).map(({ cluster, at }) => [cluster, at])).toEqual([
      [c, 2_000],
      [d, 3_000],
      [c, 5_000],
    ]);
    const broken = rows.map((row, index) =>
      index === 1 ? { ...row, bytes: Uint8Array.of(1, 2, 255, 255) } : { ...row, intact: index !== 2 },
    );
    expect(putsIn(broken).map(({ at }) => at)).toEqual([5_000]);
  });

  test('GH14 only there and back again by two people, lately, between groups that hang, is torn', () => {
    const [anna, ben] = ['p_anna', 'p_ben'] as ParticipantId[];
    const clusters = [
      { id: c, title: 'En', notes: [a] },
      { id: d, title: 'To', notes: [b] },
    ];
    const torn = (
      moves: [ClusterId, ParticipantId | null | undefined][],
      { now = 10, hanging = clusters, endOf = (id: ClusterId) => id } = {},
    ) => {
      const all = moves.map(([cluster, by = null], at) => ({ cluster, by, at }));
      return draggedOf(new Map([[a, all]]), hanging, endOf, now).map(({ between }) => between);
    };
    const tugged: Parameters<typeof torn>[0] = [
      [c, null],
      [d, anna],
      [c, ben],
    ];
    expect(torn(tugged)).toEqual([[c, d]]);
    expect(torn(tugged.slice(1))).toEqual([]);
    expect(
      torn([
        [c, ben],
        [d, anna],
        [c, anna],
      ]),
    ).toEqual([]);
    expect(
      torn([
        [c, anna],
        [d, anna],
        [c, null],
      ]),
    ).toEqual([]);
    expect(
      torn([
        [c, anna],
        [d, anna],
        [newId('c'), ben],
      ]),
    ).toEqual([]);
    expect(torn(tugged, { now: 3 * 3_600_000 })).toEqual([]);
    // Nothing hangs in the other group any more; both have become one; it hangs in a third.
    expect(torn(tugged, { hanging: clusters.slice(0, 1) })).toEqual([]);
    expect(torn(tugged, { endOf: () => c })).toEqual([]);
    const third = { id: newId('c'), title: 'Tre', notes: [a] };
    const elsewhere = [third, { ...clusters[0]!, notes: [] }, clusters[1]!];
    expect(torn(tugged, { hanging: elsewhere })).toEqual([]);
    // Pulled out it is torn still.
    expect(torn(tugged, { hanging: elsewhere.slice(1) })).toEqual([[c, d]]);
  });
});
