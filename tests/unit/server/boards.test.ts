/** Boards that come and go: loaded once, closed when idle, and no rule of the hall forgotten meanwhile. */

import { afterEach, describe, expect, it } from 'vitest';
import { Boards } from '../../../server/board/Boards.ts';
import { addNote } from '../../../shared/board/boardOps.ts';
import { OPEN_RULES } from '../../../shared/domain/hall.ts';
import { newId } from '../../../shared/domain/ids.ts';
import { BenchClient, BenchJournal, silent } from '../../harness/boardBench.ts';
import { HandClock } from '../../harness/handClock.ts';

const open: Boards[] = [];
afterEach(async () => {
  for (const boards of open.splice(0)) await boards.stop(1001, 'done');
});

function bench(frozen = false) {
  const station = newId('s');
  const journal = new BenchJournal(station);
  const clock = new HandClock();
  const furniture = { rules: { ...OPEN_RULES, frozenAt: frozen ? 0 : null }, round: 1 };
  const boards = new Boards({ journal, clock, log: silent, furnitureOf: async () => furniture });
  open.push(boards);
  return { boards, journal, clock, station };
}

describe('Boards', () => {
  it('loads a board once, however many ask at once', async () => {
    const { boards, station } = bench();
    const rooms = await Promise.all(Array.from({ length: 50 }, () => boards.get(station)));
    expect(new Set(rooms).size).toBe(1);
  });

  it('tells that a load failed, and tries anew for the next who asks', async () => {
    const { boards, journal, station } = bench();
    journal.failLoads = 1;
    await expect(boards.get(station)).rejects.toMatchObject({ code: 'unavailable' });
    expect(boards.status(station)).toBe('unavailable');
    await boards.get(station);
    expect(boards.status(station)).toBe('ok');
  });

  it('closes what nobody has used for a while, and opens it again as it was', async () => {
    const { boards, clock, station } = bench();
    const first = await boards.get(station);
    const kari = new BenchClient(first);
    kari.sync();
    addNote(kari.doc, { id: newId('n'), text: 'blir hengende', pos: [0, 0], round: 1, at: 1 });
    await clock.pass(100);
    await clock.pass(300_000);
    expect(boards.peek(station)).toBe(first);
    first.leave(kari.session);
    await clock.pass(300_000);
    expect(boards.peek(station)).toBeUndefined();
    expect((await boards.get(station)).notes).toBe(1);
  });

  it('H8 opens a board with the hall’s rules in force: a freeze outlives a restart', async () => {
    const { boards, clock, station } = bench(true);
    const kari = new BenchClient(await boards.get(station));
    kari.sync();
    addNote(kari.doc, { id: newId('n'), text: 'nei', pos: [0, 0], round: 1, at: 1 });
    await clock.pass(100);
    expect(kari.refused).toEqual(['frozen']);
  });
});
