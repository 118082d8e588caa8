/** What every store must do, whatever it is made of. Over 300 lines: it is the one list of the rules ST01 to ST43. */

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { CodeTaken, StaleCommit, type Store } from '../../server/ports.ts';
import { readMeta, readNotes } from '../../shared/board/boardDoc.ts';
import { newCode, newId } from '../../shared/domain/ids.ts';
import { aHall, aKey, aPerson, aSession, StationPen, stepWith } from './storeFixtures.ts';

/** Runs the suite on stores that `open` gives: fresh and empty, a new one at each call. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`${name}: the journal`, () => journalContract(open));
  describe(`${name}: halls, keys, sessions, people`, () => hallContract(open));
  describe(`${name}: the store as a whole`, () => wholeContract(open));
}

function journalContract(open: () => Promise<Store>): void {
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

function hallContract(open: () => Promise<Store>): void {
  const { made, at } = aStore(open);

  test('ST20 a hall comes back as it was made, with what is known of its boards', async () => {
    const { hall, pens, keys } = await made(2);
    await at().append(pens[1]!.note());
    const { stationId: quiet } = pens[0]!;
    const { stationId: busy } = pens[1]!;
    expect(await at().hall(hall.id)).toEqual({
      hall,
      counts: new Map([
        [quiet, { notes: 0, written: 0 }],
        [busy, { notes: 1, written: 1 }],
      ]),
    });
    expect(await at().keys(hall.id)).toEqual(keys);
    expect(await at().hallOfStation(busy)).toBe(hall.id);
    expect(await at().hallOfStation(newId('s'))).toBeNull();
    expect(await at().hall(newId('h'))).toBeNull();
    expect(await at().keys(newId('h'))).toEqual([]);
  });

  test('ST21 a hall whose code is another’s is refused with CodeTaken, and nothing of it is there', async () => {
    const { hall: first } = await made();
    const second = aHall(2);
    const key = aKey(second.hall.id, { code: first.code });
    const calls = [
      at().createHall({ ...second.hall, code: first.code }, [], second.boards),
      at().createHall(second.hall, [...second.keys, key], second.boards),
    ];
    for (const call of calls) await expect(call).rejects.toBeInstanceOf(CodeTaken);
    expect(await at().hall(second.hall.id)).toBeNull();
    expect(await at().load(second.pen.stationId)).toBeNull();
    expect(await at().keyByHash(second.join.hash)).toBeNull();
    await at().createHall(second.hall, second.keys, second.boards);
    expect((await at().keyByCode(first.code))?.hallId).toBe(first.id);
  });

  test('ST22 a hall with a board or key that can’t be made is not made at all', async () => {
    const { pen: taken } = await made();
    const { hall, keys, boards, pens } = aHall(2);
    const late = { ...boards[1]!, commit: { ...boards[1]!.commit, seq: 2 } };
    const again = { ...boards[1]!, commit: { ...boards[1]!.commit, stationId: taken.stationId } };
    const strange = aKey(hall.id, { role: 'host', stationId: newId('s') });
    await expect(at().createHall(hall, keys, [boards[0]!, late])).rejects.toBeInstanceOf(StaleCommit);
    await expect(at().createHall(hall, keys, [boards[0]!, again])).rejects.toThrow();
    await expect(at().createHall(hall, [...keys, strange], boards)).rejects.toThrow();
    expect(await at().hall(hall.id)).toBeNull();
    expect(await at().load(pens[0]!.stationId)).toBeNull();
    expect(await at().keyByCode(hall.code)).toBeNull();
    await at().createHall(hall, keys, boards);
    await expect(at().createHall({ ...hall, code: newCode() }, [], [])).rejects.toThrow();
  });

  test('ST23 saving a hall saves title, rounds, round, version and stations, and nothing else', async () => {
    const { hall } = await made();
    const changed = {
      ...hall,
      title: 'Nytt navn',
      rounds: [{ n: 1, name: 'Lilla', colour: 'lilac' }],
      round: 2,
      version: 4,
      stations: hall.stations.map((station) => ({ ...station, title: 'Klagemuren' })),
    };
    await at().saveHall({ ...changed, code: newCode(), locale: 'en', createdAt: 1 });
    expect((await at().hall(hall.id))?.hall).toEqual(changed);
  });

  test('ST24 a hall is not saved over a version that is not lower', async () => {
    const { hall } = await made();
    await at().saveHall({ ...hall, version: 3 });
    for (const version of [1, 3]) {
      const late = at().saveHall({ ...hall, title: 'for sent', version });
      await expect(late).rejects.toBeInstanceOf(StaleCommit);
    }
    await expect(at().saveHall(aHall().hall)).rejects.toThrow('no hall');
    expect((await at().hall(hall.id))?.hall.title).toBe(hall.title);
  });

  test('ST25 a key is found by its hash always, by its code until it is withdrawn', async () => {
    const { hall, join, pen } = await made();
    const host = aKey(hall.id, { role: 'host', stationId: pen.stationId });
    await at().addKey(host);
    expect(await at().keyByHash(host.hash)).toEqual(host);
    expect(await at().keyByCode(hall.code)).toEqual(join);
    await at().withdrawKey(join.id, 77);
    const withdrawn = { ...join, withdrawnAt: 77 };
    expect(await at().keyByCode(hall.code)).toBeNull();
    expect(await at().keyByHash(join.hash)).toEqual(withdrawn);
    expect(await at().keys(hall.id)).toEqual([withdrawn, host]);
    expect(await at().keyByHash('no such hash')).toBeNull();
    expect(await at().keyByCode('ZZZZZZ')).toBeNull();
  });

  test('ST26 a new join key’s code becomes the hall’s', async () => {
    const { hall, join } = await made();
    await at().addKey(aKey(hall.id, { role: 'wall' }));
    expect((await at().hall(hall.id))?.hall.code).toBe(hall.code);
    const next = aKey(hall.id, { code: newCode() });
    await at().addKey(next);
    expect((await at().hall(hall.id))?.hall.code).toBe(next.code);
    expect(await at().keyByCode(next.code!)).toEqual(next);
    expect(await at().keyByCode(hall.code)).toEqual(join);
  });

  test('ST27 a code is never given twice, even when its key is withdrawn', async () => {
    const { hall, join } = await made();
    const other = await made();
    await at().withdrawKey(join.id, 5);
    for (const hallId of [other.hall.id, hall.id]) {
      const again = at().addKey(aKey(hallId, { code: hall.code }));
      await expect(again).rejects.toBeInstanceOf(CodeTaken);
    }
    expect((await at().hall(other.hall.id))?.hall.code).toBe(other.hall.code);
    expect(await at().keys(other.hall.id)).toEqual(other.keys);
  });

  test('ST28 withdrawing a key ends each session that has no other good key, in the same step', async () => {
    const { hall, join } = await made();
    const spare = aKey(hall.id);
    await at().addKey(spare);
    const people = [0, 1, 2].map(() => aPerson(hall.id));
    const byJoin = aSession(people[0]!, [join]);
    const byBoth = aSession(people[1]!, [spare, join]);
    const bySpare = aSession(people[2]!, [spare]);
    await at().saveSession(byJoin, people[0]!);
    await at().saveSession(byBoth, people[1]!);
    await at().saveSession(bySpare, people[2]!);

    const touched = await at().withdrawKey(join.id, 500);
    const left = { ...byBoth, keys: [spare.id] };
    expect(touched).toEqual([{ ...byJoin, keys: [], endedAt: 500 }, left]);
    expect(await at().sessions(hall.id)).toEqual([left, bySpare]);
    expect((await at().sessionByToken(byJoin.tokenHash))?.endedAt).toBe(500);

    expect(await at().withdrawKey(spare.id, 600)).toEqual([
      { ...byBoth, keys: [], endedAt: 600 },
      { ...bySpare, keys: [], endedAt: 600 },
    ]);
    expect(await at().sessions(hall.id)).toEqual([]);
  });

  test('ST29 a key withdrawn again keeps its first hour and touches nobody', async () => {
    const { join } = await made();
    await at().withdrawKey(join.id, 500);
    expect(await at().withdrawKey(join.id, 900)).toEqual([]);
    expect((await at().keyByHash(join.hash))?.withdrawnAt).toBe(500);
    await expect(at().withdrawKey(newId('k'), 1)).rejects.toThrow('no key');
  });

  test('ST30 a session and its person are saved together, and replaced together', async () => {
    const { hall, join } = await made();
    const host = aKey(hall.id, { role: 'host' });
    await at().addKey(host);
    const person = aPerson(hall.id);
    const session = aSession(person, [join]);
    await at().saveSession(session, person);
    expect(await at().sessionByToken(session.tokenHash)).toEqual(session);
    expect(await at().person(person.id)).toEqual(person);

    const renamed = { ...person, name: 'Åse-Marie' };
    const promoted = { ...session, role: 'host' as const, keys: [host.id, join.id], tokenHash: 'new' };
    await at().saveSession(promoted, renamed);
    expect(await at().sessionByToken(session.tokenHash)).toBeNull();
    expect(await at().sessionByToken('new')).toEqual(promoted);
    expect(await at().person(person.id)).toEqual(renamed);
    expect(await at().sessions(hall.id)).toEqual([promoted]);
  });

  test('ST31 no session is good by a withdrawn key, even if it is saved after the withdrawal', async () => {
    const { hall, join } = await made();
    const spare = aKey(hall.id);
    await at().addKey(spare);
    const [late, safe] = [aPerson(hall.id), aPerson(hall.id)];
    await at().withdrawKey(join.id, 500);
    const lateSession = aSession(late, [join]);
    const safeSession = aSession(safe, [join, spare]);
    await at().saveSession(lateSession, late);
    await at().saveSession(safeSession, safe);
    expect(await at().sessionByToken(lateSession.tokenHash)).toMatchObject({ keys: [], endedAt: 500 });
    expect(await at().sessions(hall.id)).toEqual([{ ...safeSession, keys: [spare.id] }]);
  });

  test('ST32 one token is one session’s; a refused session leaves its person as it was', async () => {
    const { hall, join } = await made();
    const [åse, bo] = [aPerson(hall.id, 'Åse'), aPerson(hall.id, 'Bo')];
    const session = aSession(åse, [join]);
    await at().saveSession(session, åse);
    const stolen = { ...aSession(bo, [join]), tokenHash: session.tokenHash };
    await expect(at().saveSession(stolen, bo)).rejects.toThrow();
    expect(await at().person(bo.id)).toBeNull();
    expect(await at().sessionByToken(session.tokenHash)).toEqual(session);
    expect(await at().sessionByToken('no such token')).toBeNull();
  });

  test('ST33 a session that is saved as ended is no longer among the good ones', async () => {
    const { hall, join } = await made();
    const person = aPerson(hall.id);
    const session = aSession(person, [join]);
    await at().saveSession(session, person);
    await at().saveSession({ ...session, endedAt: 900 }, person);
    expect(await at().sessions(hall.id)).toEqual([]);
    expect(await at().sessionByToken(session.tokenHash)).toEqual({ ...session, endedAt: 900 });
  });

  test('ST34 a person is saved, and saved over', async () => {
    const { hall } = await made();
    const person = aPerson(hall.id);
    expect(await at().person(person.id)).toBeNull();
    await at().savePerson(person);
    await at().savePerson({ ...person, name: '', organisation: 'Udir' });
    expect(await at().person(person.id)).toEqual({ ...person, name: '', organisation: 'Udir' });
  });

  test('ST35 what a person has seen is kept for each station, the newest word standing', async () => {
    const { hall, pens } = await made(2);
    const [here, there] = [pens[0]!.stationId, pens[1]!.stationId];
    const person = aPerson(hall.id);
    await at().savePerson(person);
    expect(await at().visits(person.id)).toEqual(new Map());
    await at().saveVisit(person.id, here, 3);
    await at().saveVisit(person.id, there, 1);
    await at().saveVisit(person.id, here, 8);
    expect(await at().visits(person.id)).toEqual(
      new Map([
        [here, 8],
        [there, 1],
      ]),
    );
  });

  test('ST36 what points to nothing is refused', async () => {
    const { hall, pen, join } = await made();
    const nowhere = newId('h');
    const person = aPerson(hall.id);
    await expect(at().addKey(aKey(nowhere))).rejects.toThrow();
    await expect(at().addKey(aKey(hall.id, { stationId: newId('s') }))).rejects.toThrow();
    await expect(at().addKey({ ...aKey(hall.id), hash: join.hash })).rejects.toThrow();
    await expect(at().savePerson(aPerson(nowhere))).rejects.toThrow();
    await expect(at().saveSession(aSession(person, [aKey(hall.id)]), person)).rejects.toThrow();
    await expect(at().saveSession(aSession(aPerson(hall.id), [join]), person)).rejects.toThrow();
    await expect(at().saveVisit(person.id, pen.stationId, 1)).rejects.toThrow();
    await at().savePerson(person);
    await expect(at().saveVisit(person.id, newId('s'), 1)).rejects.toThrow();
    expect(await at().keys(hall.id)).toEqual([join]);
    expect(await at().visits(person.id)).toEqual(new Map());
  });
}

function wholeContract(open: () => Promise<Store>): void {
  const { made, at } = aStoreEach(open);

  test('ST40 a probe of a sound store succeeds, beside other probes too', async () => {
    await at().probe();
    await Promise.all([at().probe(), at().probe(), at().probe()]);
  });

  test('ST41 closing waits for what is under way', async () => {
    const { pen } = await made();
    const done: string[] = [];
    void at()
      .append(pen.note())
      .then(() => done.push('append'));
    void at()
      .compact(pen.stationId, 1)
      .then(() => done.push('compact'));
    void at()
      .load(pen.stationId)
      .then(() => done.push('load'));
    await at().close();
    expect(done.toSorted()).toEqual(['append', 'compact', 'load']);
  });

  test('ST42 closing twice is closing once', async () => {
    await Promise.all([at().close(), at().close()]);
    await at().close();
  });

  test('ST43 a closed store refuses every call', async () => {
    const { pen, hall } = await made();
    const closing = at().close();
    await expect(at().append(pen.note())).rejects.toThrow('closed');
    await closing;
    await expect(at().load(pen.stationId)).rejects.toThrow('closed');
    await expect(at().hall(hall.id)).rejects.toThrow('closed');
    await expect(at().probe()).rejects.toThrow('closed');
  });
}

/** One store for all tests of the block, each of which makes its own halls in it. */
function aStore(open: () => Promise<Store>) {
  let store: Store;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());
  return parts(() => store);
}

/** A fresh store for each test, for those that close it. */
function aStoreEach(open: () => Promise<Store>) {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());
  return parts(() => store);
}

function parts(at: () => Store) {
  /** A hall with so many stations, in the store. */
  async function made(stationCount = 1) {
    const hall = aHall(stationCount);
    await at().createHall(hall.hall, hall.keys, hall.boards);
    return hall;
  }
  return { at, made };
}
