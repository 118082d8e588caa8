/** T18–T20: boards that can't be loaded just now, boards that are let go and opened again, listeners that throw. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { Boards } from '../../server/board/Boards.ts';
import { readNotes } from '../../shared/board/boardDoc.ts';
import { addNote } from '../../shared/board/boardOps.ts';
import { newId } from '../../shared/domain/ids.ts';
import { silent } from '../harness/boardBench.ts';
import { drain } from './drain.ts';
import { STATION } from './hall.ts';
import { judgeEnd } from './oracle.ts';
import type { ModelClient } from './people/ModelClient.ts';
import { World } from './World.ts';

let world: World;
beforeEach(() => {
  world = new World(18);
});
afterEach(() => world.close());

const write = (doc: Y.Doc, text: string) =>
  void addNote(doc, { id: newId('n'), text, pos: [0, 0], round: 1, at: 1 });
const texts = (doc: Y.Doc) =>
  readNotes(doc)
    .map(({ text }) => text)
    .sort();
const onDisk = () => world.disk.durable(STATION.id);

async function endWell(): Promise<void> {
  await drain(world);
  await judgeEnd(world);
  if (world.violations.length > 0) throw new Error(world.story());
}

describe('T18 loading fails, then works', () => {
  it('who joins is told to come back, nothing is written, and then the whole board is there', async () => {
    const kari = world.enter('true');
    await world.clock.until(() => kari.settled, 10_000);
    write(kari.doc, 'før');
    await world.clock.until(() => kari.settled, 10_000);
    world.engine.die();
    world.disk.away = true;
    const { rows } = world.disk;
    const stock = world.enter('stock');
    write(stock.doc, 'uten å ha sett brettet');
    await world.clock.pass(5_000);
    expect(world.engine.boards.status(STATION.id)).toBe('unavailable');
    expect(world.engine.boards.loaded).toBe(0);
    expect(stock.ended).toBe(false);
    expect(world.disk.rows).toBe(rows);
    world.disk.away = false;
    await world.clock.until(() => kari.settled && stock.settled, 20_000);
    expect(world.engine.boards.status(STATION.id)).toBe('ok');
    await endWell();
    expect(texts(onDisk())).toEqual(['før', 'uten å ha sett brettet']);
  });
});

describe('T19 the board is let go while people come back', () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
    '%i: 100 comings and goings: one live document, no edit lost',
    async (seed) => {
      world.close();
      world = new World(seed);
      const { random, clock, boarders } = world;
      let loads = 0;
      let most = 0;
      const rooms = new Set<unknown>();
      for (let n = 0; n < 100; n++) {
        const person = world.enter('model', { who: world.person() }) as ModelClient;
        await clock.until(() => person.settled || random.chance(0.001), 4_000);
        if (person.ready) write(person.doc, `nr ${n}`);
        await clock.pass(random.pick([0, 1, 4, 9, 30])!);
        const room = world.engine.boards.peek(STATION.id);
        if (room && !rooms.has(room)) {
          rooms.add(room);
          loads++;
        }
        most = Math.max(most, world.engine.boards.loaded);
        // What is acknowledged before leaving is what was promised; the rest goes with the tab.
        boarders.splice(boarders.indexOf(person), 1);
        person.close();
        // About the sweep, which looks each minute: just before, just after, and anywhere.
        const sweep = 60_000 - (clock.monotonic() % 60_000);
        const soon = random.pick([sweep - random.between(0, 12), sweep + random.between(0, 3), sweep / 2])!;
        await clock.pass(Math.max(0, soon + random.pick([0, 60_000, 120_000])!));
        if (world.violations.length > 0) throw new Error(world.story());
      }
      expect(most).toBe(1);
      expect(loads).toBeGreaterThan(5);
      expect(world.chronicle.deeds.length).toBeGreaterThan(60);
      const saved = world.chronicle.deeds.filter(({ fate }) => fate === 'saved');
      expect(saved.length).toBeGreaterThan(10);
      await endWell();
    },
  );
});

describe('T20 a listener throws', () => {
  it('of the document: it is built anew, and everybody goes on', async () => {
    const [kari, ola] = [world.enter('true'), world.enter('stock')];
    await world.clock.until(() => kari.settled && ola.settled, 10_000);
    const room = world.engine.boards.peek(STATION.id)!;
    await world.clock.soon(
      room.read((doc) =>
        doc.on('update', () => {
          throw new Error('a listener throws');
        }),
      ),
    );
    write(kari.doc, 'en');
    write(ola.doc, 'to');
    await world.clock.until(() => texts(onDisk()).length === 2, 10_000);
    write(kari.doc, 'tre');
    await world.clock.until(() => texts(onDisk()).length === 3, 10_000);
    expect(world.refusals).toEqual([]);
    // It was noticed: that is what the world holds to be wrong in all other runs.
    expect(world.violations.splice(0)).toEqual(
      expect.arrayContaining([expect.stringContaining('not sound after a tick')]),
    );
    await endWell();
    expect(texts(kari.doc)).toEqual(['en', 'to', 'tre']);
    expect(texts(ola.doc)).toEqual(['en', 'to', 'tre']);
  });

  it('of the boards, at a change: the board is there all the same', async () => {
    const journal = world.disk.journal({ dead: false, step: () => false });
    let thrown = 0;
    const boards = new Boards({
      journal,
      clock: world.clock,
      log: silent,
      onChange: () => {
        thrown++;
        throw new Error('a listener throws');
      },
    });
    const get = () => world.clock.soon(boards.get(STATION.id).catch(() => null));
    await get();
    const room = await get();
    expect(thrown).toBeGreaterThan(0);
    const written = room!.write(({ doc, claim }) => {
      const id = newId('n');
      addNote(doc, { id, text: 'ny', pos: [0, 0], round: 1, at: 1 });
      claim(id, null);
    });
    await world.clock.soon(written);
    expect(texts(onDisk())).toEqual(['ny']);
    expect(boards.status(STATION.id)).toBe('ok');
  });
});
