/**
 * Updates that no honest client makes, sent to a real server: as an update and as a SyncStep2, by a participant and by
 * a wall, by our own kind of client and by a stock one. None gets through, and nobody else notices.
 */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { notesOf } from '../../shared/board/boardDoc.ts';
import { addNote } from '../../shared/board/boardOps.ts';
import { newId } from '../../shared/domain/ids.ts';
import { CLOSE } from '../../shared/protocol/boardFrames.ts';
import { ATTACKS, crowdedText, longChain } from '../harness/attacks.ts';
import { Siege } from '../harness/siege.ts';
import { until } from '../harness/until.ts';
import { gc, updateBytes } from '../harness/updateBytes.ts';

let siege: Siege;
beforeAll(async () => {
  siege = await Siege.begin();
}, 60_000);
afterAll(() => siege.end(), 60_000);

/** What a socket takes in at all; what is larger ends the connection before anybody looks at it. */
const FRAME_MAX = 256_000;

describe('T05 one by one', () => {
  for (const { name, answer, bytes } of ATTACKS) {
    test(name, async () => {
      for (const kind of ['update', 'step2'] as const) {
        const person = await siege.attacker('participant');
        const asked = person.asked;
        person.change(bytes(siege.ground), kind);
        await person.ask();
        expect(person.saved).toBe(0);
        if (answer === 'refuse') expect(person.refusals).toHaveLength(1);
        else await until(() => person.asked > asked, { what: 'to be asked for what is missing' });
        person.leave();

        const wall = await siege.attacker('wall');
        wall.change(bytes(siege.ground), kind);
        await wall.ask();
        expect([wall.saved, wall.refusals]).toEqual([0, []]);
        wall.leave();
      }
      await siege.assertUnhurt(name);
    });
  }

  test('every one that is refused closes a stock client for good', async () => {
    for (const { name, bytes, answer } of ATTACKS) {
      if (answer !== 'refuse') continue;
      const stock = await siege.attacker('participant', { ours: false });
      stock.change(bytes(siege.ground));
      expect((await stock.whenClosed()).code, name).toBe(CLOSE.forbidden);
      stock.leave();
    }
    await siege.assertUnhurt('stock clients');
  });

  test('all of them at once, by ten people, while honest people write', async () => {
    const people = await Promise.all(Array.from({ length: 10 }, () => siege.attacker('participant')));
    for (const { bytes } of ATTACKS) {
      const one = bytes(siege.ground);
      if (one.length < 1_000) for (const person of people) person.change(one);
    }
    await siege.assertUnhurt('the first salvo');
    await Promise.all(people.map((person) => person.ask()));
    for (const person of people) person.leave();
    await siege.assertUnhurt('all at once');
  });
});

describe('in a row', () => {
  test('T42: after a refusal all that is already on its way is dropped, were it three hundred good notes', async () => {
    const person = await siege.attacker('participant');
    const doc = new Y.Doc();
    Y.applyUpdate(doc, await person.ask());
    person.change(updateBytes({ blocks: [{ client: 4_000_000_003, clock: 0, structs: [gc(0)] }] }));
    doc.on('update', (bytes: Uint8Array) => person.change(bytes));
    for (let count = 0; count < 300; count++) {
      addNote(doc, { id: newId('n'), text: `Lapp ${count}`, pos: [0, 0], round: 1, at: 1_800_000_000_000 });
    }
    await person.ask();
    expect(person.refusals).toHaveLength(1);
    expect(person.saved).toBe(0);
    await siege.assertUnhurt('a refusal and three hundred notes');
    // It is told once, and starts again when it says what it has.
    person.leave();
  });

  test('an update that builds on a refused one hangs in the air, and is asked for, not kept waiting for it', async () => {
    const person = await siege.attacker('participant');
    const doc = new Y.Doc();
    doc.on('update', (bytes: Uint8Array) => person.change(bytes));
    doc.getMap('votes').set('mine', 1);
    doc.getMap('votes').set('mine', 2);
    notesOf(doc).set(newId('n'), new Y.Map());
    await person.ask();
    expect(person.saved).toBe(0);
    person.leave();
    await siege.assertUnhurt('an update on a refused one');
  });

  test('three hundred updates with holes before them are not hoarded', async () => {
    const person = await siege.attacker('participant');
    for (let count = 0; count < 300; count++) {
      const client = 4_000_000_010;
      person.change(updateBytes({ blocks: [{ client, clock: 1 + count * 2, structs: [gc(1)] }] }));
    }
    await person.ask();
    expect(person.saved).toBe(0);
    person.leave();
    await siege.assertUnhurt('three hundred holes');
  });

  test('the same good update two hundred times is one note', async () => {
    const person = await siege.attacker('participant');
    const doc = new Y.Doc();
    const id = newId('n');
    addNote(doc, { id, text: 'Igjen og igjen', pos: [0, 0], round: 1, at: 1_800_000_000_000 });
    const bytes = Y.encodeStateAsUpdate(doc);
    for (let count = 0; count < 200; count++) person.change(bytes, count % 2 ? 'update' : 'step2');
    const answer = new Y.Doc();
    Y.applyUpdate(answer, await person.ask());
    expect(notesOf(answer).has(id)).toBe(true);
    const length = Y.encodeStateAsUpdate(answer).length;
    for (let count = 0; count < 20; count++) person.change(bytes);
    expect((await person.ask()).length).toBe(length);
    await until(() => person.saved === person.sent, { what: 'all of them to be told as saved' });
    notesOf(doc).delete(id);
    person.change(Y.encodeStateAsUpdate(doc));
    await person.ask();
    person.leave();
    await siege.settle();
  });
});

describe('for the processor', () => {
  /** What would keep the processor busy is refused before anybody goes through it, and the next is answered. */
  async function isTurnedDown(bytes: Uint8Array): Promise<boolean> {
    expect(bytes.length).toBeLessThan(FRAME_MAX);
    const person = await siege.attacker('participant');
    person.change(bytes);
    await person.ask();
    person.leave();
    return person.saved === 0 && person.refusals.length === 1;
  }

  test.each([
    ['blocks that are each built on the next', () => longChain(20_000)],
    ['letters that are each compared with all', () => crowdedText(20_000)],
    ['a hundred thousand collected structs', () => manyStructs(100_000)],
  ])('%s are turned down', async (name, bytes) => {
    expect(await isTurnedDown(bytes())).toBe(true);
    await siege.assertUnhurt(name);
  });

  function manyStructs(count: number): Uint8Array {
    const structs = Array.from({ length: count }, () => gc(1));
    // The last one makes all of it worthless.
    return updateBytes({ blocks: [{ client: 4_000_000_020, clock: 0, structs: [...structs, gc(0)] }] });
  }
});

test('what is on disk after all this is the same board', () => siege.assertReloads(), 60_000);
