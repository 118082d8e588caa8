/** The part of the store contract on halls, keys, sessions and people: ST20 to ST36, ST44 to ST51. */

import { expect, test } from 'vitest';
import { CodeTaken, type HallLogLine, StaleCommit, type Store } from '../../server/ports.ts';
import type { HallMore } from '../../shared/domain/hall.ts';
import { newCode, newId, planOf } from '../../shared/domain/ids.ts';
import { aStore } from './storeAtHand.ts';
import { aHall, aKey, aPerson, aSession, StationPen } from './storeFixtures.ts';

export function hallContract(open: () => Promise<Store>): void {
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

  test('ST23 saving a hall saves title, rounds, round, version, stations and more, and nothing else', async () => {
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
    const [late, safe, gone] = [aPerson(hall.id), aPerson(hall.id), aPerson(hall.id)];
    await at().withdrawKey(join.id, 500);
    const lateSession = aSession(late, [join]);
    const safeSession = aSession(safe, [join, spare]);
    const goneSession = { ...aSession(gone, [join]), endedAt: 400 };
    await expect(at().saveSession(lateSession, late)).rejects.toThrow('withdrawn');
    await at().saveSession(safeSession, safe);
    await at().saveSession(goneSession, gone);
    expect(await at().sessionByToken(lateSession.tokenHash)).toBeNull();
    expect(await at().person(late.id)).toBeNull();
    expect(await at().sessions(hall.id)).toEqual([{ ...safeSession, keys: [spare.id] }]);
    expect(await at().sessionByToken(goneSession.tokenHash)).toEqual({ ...goneSession, keys: [] });
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
    await at().savePerson({ ...person, name: '', organisation: 'Udir', personRole: '' });
    expect(await at().person(person.id)).toEqual({
      ...person,
      name: '',
      organisation: 'Udir',
      personRole: '',
    });
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

  test('ST44 what a hall’s record holds besides is saved with it, and comes back', async () => {
    const { hall } = await made();
    const [station] = hall.stations;
    const more: Partial<HallMore> = {
      timer: { kind: 'break', total: 60_000, endsAt: 1_000, left: 0 },
      furthest: 3,
      endedAt: 77,
      removed: [{ ...station!, id: newId('s') }],
      shutOut: [newId('p')],
    };
    await at().saveHall({ ...hall, version: 2, more });
    expect((await at().hall(hall.id))?.hall.more).toEqual(more);
    await at().saveHall({ ...hall, version: 3, more: { ...more, endedAt: null } });
    expect((await at().hall(hall.id))?.hall.more).toEqual({ ...more, endedAt: null });
  });

  test('ST45 a further station is there with its record, key and board, or not at all', async () => {
    const { hall, pens } = await made();
    const pen = new StationPen();
    const board = pen.birth();
    const host = aKey(hall.id, { role: 'host', stationId: pen.stationId });
    const station = { ...hall.stations[0]!, id: pen.stationId, slug: 'ny' };
    const wanted = { ...hall, version: 2, stations: [...hall.stations, station] };
    const strange = aKey(hall.id, { role: 'host', stationId: newId('s') });
    const there = { ...board, commit: { ...board.commit, stationId: pens[0]!.stationId } };
    await expect(at().addStation({ ...wanted, version: 1 }, [host], board)).rejects.toThrow(StaleCommit);
    await expect(at().addStation(wanted, [strange], board)).rejects.toThrow();
    await expect(at().addStation(wanted, [host], there)).rejects.toThrow();
    expect((await at().hall(hall.id))?.hall).toMatchObject({ version: 1, stations: hall.stations });
    expect(await at().load(pen.stationId)).toBeNull();
    expect(await at().keyByHash(host.hash)).toBeNull();

    await at().addStation(wanted, [host], board);
    expect((await at().hall(hall.id))?.hall).toMatchObject({ version: 2, stations: wanted.stations });
    expect((await at().hall(hall.id))?.counts.get(pen.stationId)).toEqual({ notes: 0, written: 0 });
    expect(await at().hallOfStation(pen.stationId)).toBe(hall.id);
    expect(await at().keyByHash(host.hash)).toEqual(host);
    await at().append(pen.note());
    expect((await at().load(pen.stationId))?.head).toBe(2);
  });

  test('ST50 a board is added to a hall whose record stays as it is (a plan), once, or not at all', async () => {
    const { hall } = await made();
    const pen = new StationPen(planOf(hall.id));
    const board = pen.birth();
    await expect(at().addBoard(newId('h'), board)).rejects.toThrow();
    const late = { ...board, commit: { ...board.commit, seq: 2 } };
    await expect(at().addBoard(hall.id, late)).rejects.toBeInstanceOf(StaleCommit);
    expect(await at().load(pen.stationId)).toBeNull();
    expect(await at().hallOfStation(pen.stationId)).toBeNull();

    await at().addBoard(hall.id, board);
    await expect(at().addBoard(hall.id, board)).rejects.toThrow();
    expect((await at().hall(hall.id))?.hall).toEqual(hall);
    expect((await at().hall(hall.id))?.counts.get(pen.stationId)).toEqual({ notes: 0, written: 0 });
    expect(await at().hallOfStation(pen.stationId)).toBe(hall.id);
    await at().append(pen.note());
    expect((await at().load(pen.stationId))?.head).toBe(2);
    await at().compact(pen.stationId, 2);
    expect((await at().load(pen.stationId))?.snapshots).toHaveLength(1);
  });

  test('ST46 small things of a hall: the newest value of each kind and key, null taking it away', async () => {
    const { hall } = await made();
    const { hall: other } = await made();
    expect(await at().items(hall.id)).toEqual([]);
    await at().saveItems(hall.id, [
      { kind: 'hand', key: 'a', value: { hand: 'done' } },
      { kind: 'vote', key: 'a', value: [1, 'æ'] },
      { kind: 'held', key: 'b', value: 'borte' },
    ]);
    await at().saveItems(hall.id, [
      { kind: 'vote', key: 'a', value: [2] },
      { kind: 'hand', key: 'a', value: null },
      { kind: 'hand', key: 'never there', value: null },
    ]);
    const items = await at().items(hall.id);
    expect(items.sort((a, b) => (a.kind < b.kind ? -1 : 1))).toEqual([
      { kind: 'held', key: 'b', value: 'borte' },
      { kind: 'vote', key: 'a', value: [2] },
    ]);
    expect(await at().items(other.id)).toEqual([]);
    await expect(at().saveItems(newId('h'), [{ kind: 'hand', key: 'a', value: 1 }])).rejects.toThrow();
  });

  test('ST47 the log gives the newest lines first, as many as asked for, of that hall', async () => {
    const { hall } = await made();
    const { hall: other } = await made();
    const by = newId('p');
    const line = (n: number): HallLogLine => ({
      at: 100,
      by,
      role: 'host',
      deed: 'round:start',
      about: `${n}`,
    });
    for (const n of [1, 2, 3]) await at().addLogLine(hall.id, line(n));
    await at().addLogLine(other.id, { ...line(9), stationId: newId('s') });
    expect(await at().logLines(hall.id, 2)).toEqual([line(3), line(2)]);
    expect(await at().logLines(hall.id, 500)).toHaveLength(3);
    await expect(at().addLogLine(newId('h'), line(1))).rejects.toThrow();
  });

  test('ST48 all people of a hall, whether or not they have a session', async () => {
    const { hall } = await made();
    const { hall: other } = await made();
    const people = [aPerson(hall.id, 'Kari'), aPerson(hall.id, 'Ola')];
    for (const person of [...people, aPerson(other.id)]) await at().savePerson(person);
    await at().savePerson({ ...people[1]!, name: 'Ola N.' });
    const found = await at().people(hall.id);
    expect(found.map(({ name }) => name).sort()).toEqual(['Kari', 'Ola N.']);
  });

  test('ST49 a station as it stood at a time holds nothing that came later', async () => {
    const { pen } = await made();
    const steps = [pen.note('først'), pen.note('så'), pen.note('sist')];
    for (const step of steps) await at().append(step);
    const then = await at().loadAt(pen.stationId, steps[1]!.at);
    expect(then?.head).toBe(3);
    expect(then?.rows.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect((await at().loadAt(pen.stationId, steps[2]!.at))?.rows).toHaveLength(4);
    expect(await at().loadAt(newId('s'), 1)).toBeNull();
  });

  test('ST51 the journal is read from its first row on, in pages, whatever snapshots there are', async () => {
    const { pen } = await made();
    for (const text of ['en', 'to', 'tre']) await at().append(pen.note(text));
    await at().compact(pen.stationId, 3);
    const first = await at().rowsAfter(pen.stationId, 0, 3);
    expect(first.map(({ seq, intact }) => [seq, intact])).toEqual([
      [1, true],
      [2, true],
      [3, true],
    ]);
    expect((await at().rowsAfter(pen.stationId, 3, 3)).map(({ seq }) => seq)).toEqual([4]);
    expect(await at().rowsAfter(pen.stationId, 4, 3)).toEqual([]);
    expect(await at().rowsAfter(newId('s'), 0, 3)).toEqual([]);
  });
}
