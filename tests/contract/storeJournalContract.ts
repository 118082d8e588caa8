/** The journal's part of the store contract: ST01 to ST15. */

import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { StaleCommit, type Store } from '../../server/ports.ts';
import { readMeta, readNotes } from '../../shared/board/boardDoc.ts';
import { newId } from '../../shared/domain/ids.ts';
import { aStore } from './storeAtHand.ts';
import { aHall, aPerson, StationPen, stepWith } from './storeFixtures.ts';

export function journalContract(open: () => Promise<Store>): void {
  const { made, at } = aStore(open);

  test('ST01 a station that was never made has no record', async () => {
    expect(await at().load(newId('s'))).toBeNull();
  });

  test('ST02 a board’s first step is there as soon as its hall is', async () => {
    const { hall, keys, boards, pen } = aHall();
    const note = newId('n');
    const person = newId('p');
    Object.assign(boards[0]!.commit, { owners: [[note, null]], leases: [[4_294_967_295, person]] });
    await at().createHall(hall, keys, boards);
    const { commit, serverClient } = boards[0]!;
    expect(await at().load(pen.stationId)).toEqual({
      epoch: 1,
      head: 1,
      serverClient,
      snapshots: [],
      rows: [{ seq: 1, epoch: 1, at: commit.at, bytes: commit.bytes, intact: true }],
      owners: [[note, null]],
      leases: [[4_294_967_295, person]],
      notes: 0,
      written: 0,
    });
  });

  test('ST03 what was appended comes back byte for byte, in order and intact, with the newest counts', async () => {
    const { pen, boards } = await made();
    const commits = [boards[0]!.commit, ...[1, 2, 3].map(() => pen.note())];
    for (const commit of commits.slice(1)) await at().append(commit);
    await at().append(
      stepWith(pen, { seq: 5, bytes: new Uint8Array(100_000).fill(7), notes: 2, written: 9 }),
    );
    const record = (await at().load(pen.stationId))!;
    expect(record.rows.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(record.rows.every(({ intact }) => intact)).toBe(true);
    commits.forEach((commit, index) => {
      expect(record.rows[index]).toEqual({
        seq: commit.seq,
        epoch: 1,
        at: commit.at,
        bytes: commit.bytes,
        intact: true,
      });
    });
    expect(record.rows[4]!.bytes).toEqual(new Uint8Array(100_000).fill(7));
    expect(record).toMatchObject({ head: 5, notes: 2, written: 9 });
  });

  test('ST04 a commit of another epoch is stale and leaves no trace', async () => {
    const { pen } = await made();
    const before = await at().load(pen.stationId);
    for (const epoch of [0, 2]) {
      const commit = stepWith(pen, { epoch, owners: [[newId('n'), null]], leases: [[5, newId('p')]] });
      await expect(at().append(commit)).rejects.toBeInstanceOf(StaleCommit);
    }
    expect(await at().load(pen.stationId)).toEqual(before);
  });

  test('ST05 a commit that repeats or misses a step is stale and leaves no trace', async () => {
    const { pen } = await made();
    await at().append(pen.note());
    const before = await at().load(pen.stationId);
    for (const seq of [0, 1, 2, 4, 100]) {
      await expect(at().append(stepWith(pen, { seq }))).rejects.toBeInstanceOf(StaleCommit);
    }
    expect(await at().load(pen.stationId)).toEqual(before);
  });

  test('ST06 nothing can be appended to a station that was never made', async () => {
    const stranger = new StationPen();
    stranger.birth();
    await expect(at().append(stranger.note())).rejects.toThrow('no station');
    expect(await at().load(stranger.stationId)).toBeNull();
  });

  test('ST07 the first writer of a note id or clientID keeps it, in the order of first use', async () => {
    const { pen } = await made();
    const [a, b, c] = [newId('n'), newId('n'), newId('n')];
    const [åse, bo] = [newId('p'), newId('p')];
    const append = (changes: Parameters<typeof stepWith>[1]) => {
      const commit = stepWith(pen, changes);
      pen.seq++;
      return at().append(commit);
    };
    await append({ owners: [[b, åse]], leases: [[9, åse]] });
    await append({
      owners: [
        [a, null],
        [b, bo],
      ],
      leases: [
        [9, bo],
        [2, bo],
      ],
    });
    await append({
      owners: [
        [c, bo],
        [a, bo],
        [c, åse],
      ],
      leases: [
        [1, åse],
        [1, bo],
      ],
    });
    const record = (await at().load(pen.stationId))!;
    expect(record.owners).toEqual([
      [b, åse],
      [a, null],
      [c, bo],
    ]);
    expect(record.leases).toEqual([
      [9, åse],
      [2, bo],
      [1, åse],
    ]);
  });

  test('ST08 appends that are sent at once are done in the order in which they were sent', async () => {
    const { pens } = await made(5);
    const commits = Array.from({ length: 200 }, (_, index) => pens[index % 5]!.note());
    await Promise.all(commits.map((commit) => at().append(commit)));
    for (const pen of pens) {
      const { rows, head } = (await at().load(pen.stationId))!;
      expect(head).toBe(41);
      expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 41 }, (_, index) => index + 1));
    }
  });

  test('ST09 a call that fails neither spoils nor stops the calls that were sent with it', async () => {
    const { pens, hall } = await made(3);
    const [ok, stale, alsoOk] = pens as [StationPen, StationPen, StationPen];
    const doomed = aHall();
    const results = await Promise.allSettled([
      at().append(ok.note()),
      at().append(stepWith(stale, { epoch: 7, owners: [[newId('n'), null]] })),
      at().createHall({ ...doomed.hall, code: hall.code }, doomed.keys, doomed.boards),
      at().savePerson(aPerson(newId('h'))),
      at().append(alsoOk.note()),
      at().append(stepWith(stale, {})),
    ]);
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    for (const pen of pens) expect((await at().load(pen.stationId))!.head).toBe(2);
    expect((await at().load(stale.stationId))!.owners).toEqual([]);
  });

  test('ST10 the store has its own copy: bytes may be a view, and be written over at once', async () => {
    const { pen } = await made();
    const pool = new Uint8Array(1000).fill(1);
    const view = pool.subarray(500, 503);
    const saved = at().append(stepWith(pen, { bytes: view }));
    pool.fill(9);
    await saved;
    expect(view).toEqual(Uint8Array.of(9, 9, 9));
    const once = (await at().load(pen.stationId))!;
    expect(once.rows[1]!.bytes).toEqual(Uint8Array.of(1, 1, 1));
    once.rows[1]!.bytes.fill(5);
    once.owners.push([newId('n'), null]);
    const twice = (await at().load(pen.stationId))!;
    expect(twice.rows[1]!.bytes).toEqual(Uint8Array.of(1, 1, 1));
    expect(twice.owners).toEqual([]);
  });

  test('ST11 a snapshot holds all up to its seq, and takes no row away', async () => {
    const { pen } = await made();
    for (let n = 0; n < 10; n++) await at().append(pen.note());
    await at().compact(pen.stationId, 8);
    const record = (await at().load(pen.stationId))!;
    expect(record.rows).toHaveLength(11);
    expect(record.snapshots).toMatchObject([{ seq: 8, epoch: 1, intact: true }]);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, record.snapshots[0]!.bytes);
    expect(readNotes(doc)).toHaveLength(7);
    for (const row of record.rows.slice(8)) Y.applyUpdate(doc, row.bytes);
    expect(Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(pen.doc))).toBe(true);
    expect(readNotes(doc)).toEqual(readNotes(pen.doc));
    expect(readMeta(doc)).toEqual(readMeta(pen.doc));
  });

  test('ST12 the two newest snapshots are kept, newest first, with the rows after the older', async () => {
    const { pen } = await made();
    for (let n = 0; n < 11; n++) await at().append(pen.note());
    const seqs = async () => {
      const { snapshots, rows } = (await at().load(pen.stationId))!;
      return { snapshots: snapshots.map(({ seq }) => seq), rows: [rows[0]!.seq, rows.at(-1)!.seq] };
    };
    await at().compact(pen.stationId, 3);
    expect(await seqs()).toEqual({ snapshots: [3], rows: [1, 12] });
    await at().compact(pen.stationId, 6);
    expect(await seqs()).toEqual({ snapshots: [6, 3], rows: [4, 12] });
    await at().compact(pen.stationId, 9);
    expect(await seqs()).toEqual({ snapshots: [9, 6], rows: [7, 12] });
    await at().compact(pen.stationId, 12);
    expect(await seqs()).toEqual({ snapshots: [12, 9], rows: [10, 12] });
  });

  test('ST13 a snapshot of what a newer or equal one holds is not made', async () => {
    const { pen } = await made();
    for (let n = 0; n < 5; n++) await at().append(pen.note());
    await at().compact(pen.stationId, 5);
    const before = await at().load(pen.stationId);
    await at().compact(pen.stationId, 5);
    await at().compact(pen.stationId, 2);
    expect(await at().load(pen.stationId)).toEqual(before);
  });

  test('ST14 a snapshot that can’t be verified is refused and not stored', async () => {
    const { pen } = await made();
    await at().append(pen.note());
    await expect(at().compact(pen.stationId, 3)).rejects.toThrow('no step 3');
    await expect(at().compact(newId('s'), 1)).rejects.toThrow('no station');
    pen.note();
    const later = pen.note();
    await at().append({ ...later, seq: 3 });
    await expect(at().compact(pen.stationId, 3)).rejects.toThrow('row 3 builds on something that is missing');
    await at().append(stepWith(pen, { seq: 4, bytes: Uint8Array.of(255, 1, 2) }));
    await expect(at().compact(pen.stationId, 4)).rejects.toThrow('row');
    const { snapshots, rows } = (await at().load(pen.stationId))!;
    expect(snapshots).toEqual([]);
    expect(rows).toHaveLength(4);
  });

  test('ST15 quarantine is a note: it changes nothing of the record, and may come again', async () => {
    const { pen } = await made();
    const before = await at().load(pen.stationId);
    await at().quarantine(pen.stationId, 'row', 1, 'its checksum is wrong');
    await at().quarantine(pen.stationId, 'row', 1, 'its checksum is wrong');
    await at().quarantine(pen.stationId, 'snapshot', 1, 'it can’t be read');
    await expect(at().quarantine(newId('s'), 'row', 1, 'gone')).rejects.toThrow('no station');
    expect(await at().load(pen.stationId)).toEqual(before);
  });
}
