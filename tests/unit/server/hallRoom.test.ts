/** The hall as a core: rounds, people, state (H1–H9 of docs/SPEC.md), with a hand-moved clock and a store in memory. */

import { describe, expect, it } from 'vitest';
import { withCounts } from '../../../client/state/hallStore.ts';
import { Boards } from '../../../server/board/Boards.ts';
import { HallItems } from '../../../server/hall/HallItems.ts';
import { HallRoom } from '../../../server/hall/HallRoom.ts';
import { Halls } from '../../../server/hall/Halls.ts';
import { createMemoryStore } from '../../../server/store/memory.ts';
import type { Hall } from '../../../shared/domain/hall.ts';
import { newId, type ParticipantId, type StationId } from '../../../shared/domain/ids.ts';
import { builtInTemplate } from '../../../shared/domain/templates/index.ts';
import type { HallCounts, HallState, StationStatus } from '../../../shared/protocol/hallEvents.ts';
import { silent } from '../../harness/boardBench.ts';
import { HandClock, settle } from '../../harness/handClock.ts';

async function hallBench() {
  const store = createMemoryStore();
  const clock = new HandClock();
  const boards = new Boards({ journal: store, clock, log: silent });
  const halls = new Halls({ store, boards, clock, log: silent, publish: () => {} });
  const { hall } = await halls.make(builtInTemplate('vandrehallen', 'nb'), 'Prøve', 'nb');
  await boards.stop(1001, 'only needed to make the hall');
  const published: HallState[] = [];
  /** What went out with each: null where more than counts had changed. */
  const counts: (HallCounts | null)[] = [];
  const status = new Map<StationId, StationStatus>();
  const mirrored: Hall[] = [];
  const written = new Map<StationId, number>();
  const record = (await store.hall(hall.id))!;
  const room = new HallRoom({
    record,
    store,
    items: new HallItems(store, hall.id, []),
    clock,
    log: silent,
    boards: {
      status: (id) => status.get(id) ?? 'ok',
      counts: (id) => ({ notes: written.get(id) ?? 0, written: written.get(id) ?? 0 }),
    },
    publish: (state, only) => {
      published.push(state);
      counts.push(only);
    },
    mirror: (now) => mirrored.push(now),
  });
  const [idea, wall] = hall.stations.map(({ id }) => id) as [StationId, StationId];
  const person = async (): Promise<ParticipantId> => {
    const id = newId('p');
    await store.savePerson({ id, hallId: hall.id, name: '', organisation: '', personRole: '', createdAt: 0 });
    return id;
  };
  return { room, store, clock, published, counts, mirrored, written, status, hall, idea, wall, person };
}

const at = (state: HallState | undefined, id: StationId) =>
  state?.stations.find((station) => station.id === id);

describe('HallRoom', () => {
  it('H1 changes of a moment go out as one state with a higher version', async () => {
    const { room, clock, published, idea } = await hallBench();
    const people = Array.from({ length: 10 }, () => room.connect(newId('p'), true));
    for (const person of people) await room.enter(person, idea);
    await clock.pass(1_500);
    expect(published).toHaveLength(1);
    expect(published[0]?.people).toBe(10);
    expect(at(published[0], idea)?.people).toBe(10);
    await room.startRound(2);
    await clock.pass(150);
    expect(published[1]?.round).toBe(2);
    expect(published[1]!.version).toBeGreaterThan(published[0]!.version);
  });

  it('H9 counts go out alone, at most once a second, and make of the last state the one that is', async () => {
    const { room, clock, published, counts, written, status, idea, wall } = await hallBench();
    const before = room.state();
    for (let note = 1; note <= 50; note++) {
      written.set(idea, note);
      room.changed();
      if (note === 30) status.set(wall, 'damaged');
      await clock.pass(100);
    }
    await clock.pass(1_000);
    expect(published.length).toBeLessThanOrEqual(6);
    expect(counts.every((one) => one && one.of <= before.version)).toBe(true);
    expect(counts.at(-1)?.stations.slice(0, 2)).toEqual([
      [0, 50, 50],
      [0, 0, 0, 'damaged'],
    ]);
    // Whichever of them were lost on the way.
    expect(withCounts(before, counts.at(-1)!)).toEqual(room.state());
  });

  it('H9 what a host changes goes out whole, and counts say from then on that they belong to it', async () => {
    const { room, clock, published, counts, written, idea } = await hallBench();
    const before = room.state();
    written.set(idea, 1);
    room.changed();
    await room.startRound(2);
    await clock.pass(2_000);
    expect(counts).toEqual([null]);
    written.set(idea, 2);
    room.changed();
    await clock.pass(2_000);
    expect(counts[1]!.of).toBeGreaterThan(before.version);
    expect(counts[1]!.of).toBeLessThanOrEqual(published[0]!.version);
    expect(withCounts(published[0]!, counts[1]!)).toEqual(room.state());
    // One who comes now has the round, and what follows belongs to it.
    expect(counts[1]!.of).toBeLessThanOrEqual(room.state().version);
  });

  it('H9 what changed nothing that is shown is told to nobody', async () => {
    const { room, clock, published } = await hallBench();
    room.connect(newId('p'), true);
    await clock.pass(2_000);
    for (let commits = 0; commits < 20; commits++) {
      room.changed();
      await clock.pass(300);
    }
    expect(published).toHaveLength(1);
  });

  it('H9 one who came between is told, though to all others nothing has changed', async () => {
    const { room, clock, counts, written, idea } = await hallBench();
    written.set(idea, 1);
    room.changed();
    await clock.pass(2_000);
    written.set(idea, 2);
    room.changed();
    expect(at(room.state(), idea)?.notes).toBe(2);
    written.set(idea, 1);
    room.changed();
    await clock.pass(2_000);
    expect(counts.map((one) => one?.stations[0])).toEqual([
      [0, 1, 1],
      [0, 1, 1],
    ]);
  });

  it('H2 (T44) a round is saved before it is shown, and starting the one that runs changes nothing', async () => {
    const { room, store, mirrored, hall } = await hallBench();
    expect(await room.startRound(2)).toBe(true);
    expect(room.hall.round).toBe(2);
    expect((await store.hall(hall.id))?.hall.round).toBe(2);
    expect(mirrored.map(({ round }) => round)).toEqual([2]);
    const { version } = room.hall;
    // Two hosts press at once.
    expect(await Promise.all([room.startRound(2), room.startRound(2)])).toEqual([false, false]);
    expect(room.hall.version).toBe(version);
    expect(mirrored).toHaveLength(1);
  });

  it('H3 a round that does not exist, or that could not be saved, changes nothing', async () => {
    const { room, store } = await hallBench();
    await expect(room.startRound(9)).rejects.toMatchObject({ code: 'not_found' });
    const save = store.saveHall;
    store.saveHall = async () => {
      throw new Error('the disk is away');
    };
    await expect(room.startRound(2)).rejects.toThrow();
    expect(room.state().round).toBe(1);
    store.saveHall = save;
    expect(await room.startRound(2)).toBe(true);
  });

  it('H4 counts people, not connections; a wall is nobody', async () => {
    const { room, idea } = await hallBench();
    const kari = newId('p');
    const phone = room.connect(kari, true);
    const laptop = room.connect(kari, true);
    room.connect(newId('p'), false);
    await room.enter(phone, idea);
    await room.enter(laptop, idea);
    expect(room.state().people).toBe(1);
    expect(at(room.state(), idea)?.people).toBe(1);
  });

  it('H5 what came since one left is new: seen is kept at leaving, at walking on, and at a lost connection', async () => {
    const { room, store, written, idea, wall, person } = await hallBench();
    const kari = await person();
    const presence = room.connect(kari, true);
    expect(await room.enter(presence, idea)).toBe(0);
    written.set(idea, 5);
    await room.enter(presence, wall);
    expect((await store.visits(kari)).get(idea)).toBe(5);
    written.set(wall, 3);
    room.disconnect(presence);
    await settle();
    expect((await store.visits(kari)).get(wall)).toBe(3);
    written.set(idea, 9);
    expect(await room.enter(room.connect(kari, true), idea)).toBe(5);
  });

  it('H5 who walks on while the disk is slow is where they went last', async () => {
    const { room, store, idea, wall, hall, person } = await hallBench();
    const third = hall.stations[2]!.id;
    const presence = room.connect(await person(), true);
    await room.enter(presence, idea);
    const save = store.saveVisit.bind(store);
    let letThrough = () => {};
    const gate = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    store.saveVisit = async (...visit) => {
      await gate;
      await save(...visit);
    };
    const slow = room.enter(presence, wall);
    await settle();
    await room.enter(presence, third);
    letThrough();
    await slow;
    expect(at(room.state(), third)?.people).toBe(1);
    expect(at(room.state(), wall)?.people).toBe(0);
    const leaving = [room.enter(presence, idea), room.leave(presence)];
    await Promise.all(leaving);
    expect(at(room.state(), idea)?.people).toBe(0);
  });

  it('H6 bad Wi-Fi is not leaving: a lost connection counts a while, and one that is back is where it was', async () => {
    const { room, clock, idea, person } = await hallBench();
    const kari = await person();
    const presence = room.connect(kari, true);
    await room.enter(presence, idea);
    room.disconnect(presence);
    expect(room.state().people).toBe(1);
    await clock.pass(5_000);
    room.connect(kari, true);
    expect(at(room.state(), idea)?.people).toBe(1);
    const ola = room.connect(newId('p'), true);
    room.disconnect(ola);
    await clock.pass(60_000);
    expect(room.state().people).toBe(1);
    room.close();
    expect(clock.waiting).toBe(0);
  });

  it('H7 a station of another hall can’t be entered', async () => {
    const { room } = await hallBench();
    await expect(room.enter(room.connect(newId('p'), true), newId('s'))).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
