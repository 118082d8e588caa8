/** The oracle itself: worlds in which something is wrong on purpose, and which must not pass for well. */

import { afterEach, describe, expect, it, vi } from 'vitest';
import type * as Y from 'yjs';
import { MemoryBoards } from '../../server/store/memoryBoards.ts';
import { notesOf, readNotes } from '../../shared/board/boardDoc.ts';
import { addNote, editText, move, removeNotes } from '../../shared/board/boardOps.ts';
import { newId } from '../../shared/domain/ids.ts';
import { drain } from './drain.ts';
import { STATION } from './hall.ts';
import { judgeEnd } from './oracle.ts';
import { simulate } from './Simulation.ts';
import { wholeMorning } from './script.ts';
import { World } from './World.ts';

afterEach(() => vi.restoreAllMocks());

const write = (doc: Y.Doc, text: string) =>
  addNote(doc, { id: newId('n'), text, pos: [0, 0], round: 1, at: 1 });

/** Kari has written two notes that are on disk; then the server does what it must not, and all is judged. */
async function wrongly(misdeed: (doc: Y.Doc) => void): Promise<string[]> {
  const world = new World(7);
  try {
    const kari = world.enter('true');
    await world.clock.until(() => kari.settled, 10_000);
    write(kari.doc, 'Karis');
    write(kari.doc, 'Karis andre');
    move(kari.doc, [{ id: readNotes(kari.doc)[0]!.id, pos: [5, 5] }]);
    await world.clock.until(() => kari.settled, 10_000);
    const room = world.engine.boards.peek(STATION.id)!;
    await world.clock.soon(room.write(({ doc }) => misdeed(doc)));
    await drain(world);
    await judgeEnd(world);
    return world.violations;
  } finally {
    world.close();
  }
}

describe('the oracle sees', () => {
  it('nothing wrong where nothing is', async () => {
    expect(await wrongly(() => {})).toEqual([]);
    expect((await wholeMorning('true')).world.violations).toEqual([]);
  });

  it.each([
    [
      'a text that was changed',
      (doc: Y.Doc) => editText(doc, readNotes(doc)[0]!.id, 'noe annet'),
      'was acknowledged',
    ],
    [
      'a note that was taken away',
      (doc: Y.Doc) => removeNotes(doc, [readNotes(doc)[0]!.id]),
      'nobody took it away',
    ],
    ['a note that nobody wrote', (doc: Y.Doc) => write(doc, 'fra ingen'), 'nobody asked for it'],
    [
      'a field that nobody set',
      (doc: Y.Doc) => notesOf(doc).get(readNotes(doc)[0]!.id)!.set('at', 9),
      'nobody asked',
    ],
    [
      'half a character',
      (doc: Y.Doc) => (notesOf(doc).get(readNotes(doc)[0]!.id)!.get('text') as Y.Text).insert(0, '\uFFFD'),
      'half characters',
    ],
  ])('%s', async (_, misdeed, expected) => {
    expect((await wrongly(misdeed)).join('\n')).toContain(expected);
  });

  it('a disk that says a step is written, and it is not', async () => {
    const append = MemoryBoards.prototype.append;
    let n = 0;
    vi.spyOn(MemoryBoards.prototype, 'append').mockImplementation(function (this: MemoryBoards, commit) {
      // Its place is taken, its bytes are not there.
      append.call(this, ++n === 6 ? { ...commit, bytes: Uint8Array.of(0, 0), owners: [] } : commit);
    });
    const { world } = await wholeMorning('true');
    expect(world.violations.length).toBeGreaterThan(0);
  });

  it('an owner who was forgotten', async () => {
    const append = MemoryBoards.prototype.append;
    vi.spyOn(MemoryBoards.prototype, 'append').mockImplementation(function (this: MemoryBoards, commit) {
      append.call(this, { ...commit, owners: commit.owners.slice(1) });
    });
    const { world } = await wholeMorning('true');
    expect(world.violations.join('\n')).toContain('owner');
  });

  it('a gate that lets everybody do everything', async () => {
    vi.resetModules();
    vi.doMock('../../server/board/gate/policy.ts', () => ({ judgeDeed: () => null }));
    try {
      const { World: OpenWorld } = await import('./World.ts');
      const { drain: drainOpen } = await import('./drain.ts');
      const { judgeEnd: judgeOpen } = await import('./oracle.ts');
      const world = new OpenWorld(8);
      const [kari, rogue] = [
        world.enter('model'),
        world.enter('model', { who: world.person('participant', false) }),
      ];
      await world.clock.until(() => kari.settled && rogue.settled, 10_000);
      write(kari.doc, 'Karis');
      await world.clock.until(() => readNotes(rogue.doc).length === 1, 10_000);
      editText(rogue.doc, readNotes(rogue.doc)[0]!.id, 'ikke Karis');
      await drainOpen(world);
      await judgeOpen(world);
      world.close();
      expect(world.violations.join('\n')).toContain('was written by rogue');
    } finally {
      vi.doUnmock('../../server/board/gate/policy.ts');
      vi.resetModules();
    }
  });

  it('the same run twice is the same run', async () => {
    const one: string[] = [];
    const two: string[] = [];
    await simulate(3, (line) => one.push(line));
    await simulate(3, (line) => two.push(line));
    expect(one.length).toBeGreaterThan(20);
    expect(two).toEqual(one);
  });
});
