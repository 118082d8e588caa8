/** A snapshot is made of sound steps only, and believed only when it reads back the same. */

import * as encoding from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { makeSnapshot } from '../../../server/board/snapshots.ts';
import type { BoardCommit, BoardRecord, StoredBytes } from '../../../server/ports.ts';
import { readClusters, readMeta, readNotes } from '../../../shared/board/boardDoc.ts';
import { editText, makeCluster, move, removeNotes } from '../../../shared/board/boardOps.ts';
import { newId } from '../../../shared/domain/ids.ts';
import { StationPen } from '../../contract/storeFixtures.ts';

const stored = ({ seq, epoch, at, bytes }: BoardCommit): StoredBytes => ({
  seq,
  epoch,
  at,
  bytes,
  intact: true,
});

/** A board that has lived: notes written, moved, edited, grouped and withdrawn. Each step is a row. */
function aLivedBoard(): { pen: StationPen; record: BoardRecord } {
  const pen = new StationPen();
  const commits = [pen.birth().commit, ...Array.from({ length: 6 }, (_, n) => pen.note(`poeng ${n} 🎈`))];
  const { doc } = pen;
  const [a, b, c] = readNotes(doc).map(({ id }) => id);
  const deeds = [
    () => move(doc, [{ id: a!, pos: [300, 40] }]),
    () => editText(doc, b!, 'poenget er endret 🎉'),
    () => makeCluster(doc, { id: newId('c'), title: 'Lønn', pos: [0, 0] }, [a!, b!]),
    () => removeNotes(doc, [c!]),
  ];
  for (const deed of deeds) {
    deed();
    commits.push(pen.commit());
  }
  return { pen, record: aRecord(commits.map(stored)) };
}

function aRecord(rows: StoredBytes[], snapshots: StoredBytes[] = []): BoardRecord {
  const head = Math.max(...rows.map(({ seq }) => seq));
  return { epoch: 1, head, serverClient: 1, snapshots, rows, owners: [], leases: [], notes: 0, written: 0 };
}

const snapshotAt = (record: BoardRecord, seq: number): StoredBytes => ({
  seq,
  epoch: 1,
  at: 0,
  bytes: makeSnapshot(record, seq),
  intact: true,
});

function loaded(bytes: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, bytes);
  return doc;
}

function expectSame(doc: Y.Doc, other: Y.Doc): void {
  expect(Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(other))).toBe(true);
  expect(new Set(readNotes(doc))).toEqual(new Set(readNotes(other)));
  expect(readClusters(doc)).toEqual(readClusters(other));
  expect(readMeta(doc)).toEqual(readMeta(other));
}

/** The record with one of its rows made otherwise. */
function withRow(record: BoardRecord, seq: number, change: Partial<StoredBytes>): BoardRecord {
  return { ...record, rows: record.rows.map((row) => (row.seq === seq ? { ...row, ...change } : row)) };
}

type Struct = (encoder: encoding.Encoder) => void;

const gc =
  (length: number): Struct =>
  (encoder) => {
    encoding.writeUint8(encoder, 0);
    encoding.writeVarUint(encoder, length);
  };
const noValue: Struct = (encoder) => rootItem(encoder, 8);
const noDeleted: Struct = (encoder) => rootItem(encoder, 1);

/** An item of this content and no length under a key of the root `notes`. */
function rootItem(encoder: encoding.Encoder, content: number): void {
  encoding.writeUint8(encoder, content | 32);
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarString(encoder, 'notes');
  encoding.writeVarString(encoder, 'key');
  encoding.writeVarUint(encoder, 0);
}

/** An update of one struct, at clock 0 of a client of its own. */
function aStep(struct: Struct): BoardCommit {
  const bytes = encoding.encode((encoder) => {
    for (const number of [1, 1, 777, 0]) encoding.writeVarUint(encoder, number);
    struct(encoder);
    encoding.writeVarUint(encoder, 0);
  });
  const pen = new StationPen();
  return { ...pen.birth().commit, bytes };
}

describe('what it is made of', () => {
  test('SN01 rows alone make the whole document', () => {
    const { pen, record } = aLivedBoard();
    expectSame(loaded(makeSnapshot(record, record.head)), pen.doc);
  });

  test('SN02 a snapshot ends at its seq, and later rows follow on it', () => {
    const { pen, record } = aLivedBoard();
    for (let seq = 1; seq <= record.head; seq++) {
      const doc = loaded(makeSnapshot(record, seq));
      expect(readNotes(doc)).toHaveLength(seq < 11 ? Math.min(seq - 1, 6) : 5);
      for (const row of record.rows.slice(seq)) Y.applyUpdate(doc, row.bytes);
      expectSame(doc, pen.doc);
    }
  });

  test('SN03 the newest snapshot is built upon; rows before it are not needed', () => {
    const { pen, record } = aLivedBoard();
    const snapshots = [snapshotAt(record, 7), snapshotAt(record, 4)];
    const later = aRecord(record.rows.slice(7), snapshots);
    expectSame(loaded(makeSnapshot(later, record.head)), pen.doc);
  });

  test('SN04 a bad snapshot is passed over: the one before and the rows do as well', () => {
    const { pen, record } = aLivedBoard();
    const [newer, older] = [snapshotAt(record, 7), snapshotAt(record, 4)];
    const bad: Partial<StoredBytes>[] = [
      { intact: false },
      { bytes: newer.bytes.slice(0, newer.bytes.length / 2) },
      { bytes: record.rows[6]!.bytes },
    ];
    for (const change of bad) {
      const broken = { ...newer, ...change };
      const withOlder = aRecord(record.rows.slice(4), [broken, older]);
      expectSame(loaded(makeSnapshot(withOlder, record.head)), pen.doc);
      const rowsOnly = aRecord(record.rows, [broken]);
      expectSame(loaded(makeSnapshot(rowsOnly, record.head)), pen.doc);
    }
  });

  test('SN05 a snapshot that is beyond the seq asked for is not built upon', () => {
    const { record } = aLivedBoard();
    const withBoth = { ...record, snapshots: [snapshotAt(record, 7), snapshotAt(record, 2)] };
    expect(readNotes(loaded(makeSnapshot(withBoth, 3)))).toHaveLength(2);
  });
});

describe('what it refuses', () => {
  test.each([
    ['a row that is not intact', (record: BoardRecord) => withRow(record, 5, { intact: false }), 'row 5'],
    [
      'a row that can’t be read',
      (record: BoardRecord) => withRow(record, 5, { bytes: Uint8Array.of(9) }),
      'row 5',
    ],
    [
      'a hole',
      (record: BoardRecord) => ({ ...record, rows: record.rows.filter(({ seq }) => seq !== 5) }),
      'row 5 is missing',
    ],
    [
      'a lost end',
      (record: BoardRecord) => ({ ...record, rows: record.rows.filter(({ seq }) => seq < 9) }),
      'row 9 is missing',
    ],
    [
      'a row that builds on what is not there',
      (record: BoardRecord) => withRow(record, 5, { bytes: Uint8Array.of(0, 0) }),
      'row 6 builds on something that is missing',
    ],
    [
      'a delete of what is not there',
      (record: BoardRecord) => withRow(record, 5, { bytes: Uint8Array.of(0, 1, 99, 1, 0, 1) }),
      'row 5 builds on something that is missing',
    ],
    [
      'rows in another order',
      (record: BoardRecord) => ({ ...record, rows: [...record.rows].reverse() }),
      'row 1 is missing',
    ],
  ])('SN06 %s', (_, spoil, reason) => {
    const { record } = aLivedBoard();
    const spoilt = spoil(record);
    expect(() => makeSnapshot(spoilt, record.head)).toThrow(reason);
    expect(readNotes(loaded(makeSnapshot(spoilt.rows[0]!.seq === 1 ? spoilt : record, 4)))).toHaveLength(3);
  });

  test('SN07 a seq that is not in the journal', () => {
    const { record } = aLivedBoard();
    expect(() => makeSnapshot(record, 0)).toThrow('no step 0');
    expect(() => makeSnapshot(record, record.head + 1)).toThrow(`no step ${record.head + 1}`);
  });

  test.each([
    ['a GC of length 0', [gc(0)], 'the snapshot made can’t be read'],
    ['a value of length 0, written over', [noValue, gc(2)], 'the snapshot’s notes read back different'],
    ['a deleted item of length 0', [noDeleted], 'the rows can’t be read together'],
  ])(
    'SN08 a document that Yjs reads and can’t write so that it reads the same again: %s',
    (_, hostile, reason) => {
      const { record } = aLivedBoard();
      const commits = hostile.map((struct, n) => stored({ ...aStep(struct), seq: record.head + 1 + n }));
      const spoilt = aRecord([...record.rows, ...commits]);
      expect(() => makeSnapshot(spoilt, spoilt.head)).toThrow(reason);
    },
  );

  test('SN09 the record is left as it was', () => {
    const { record } = aLivedBoard();
    const before = structuredClone(record);
    makeSnapshot(record, record.head);
    expect(record).toEqual(before);
  });
});
