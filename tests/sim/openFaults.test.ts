/**
 * Faults that the simulator found and that stand open: each is the least that shows it, and is expected to fail. When
 * one is mended, vitest says so, and its test moves to `mendedFaults.test.ts`.
 */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { addNote, editText, move } from '../../shared/board/boardOps.ts';
import { OPEN_RULES } from '../../shared/domain/hall.ts';
import { type NoteId, newId } from '../../shared/domain/ids.ts';
import { FAIR } from './Pipe.ts';
import { Device } from './people/TrueClient.ts';
import { World } from './World.ts';

let world: World;
beforeEach(() => {
  world = new World(98);
});
afterEach(() => world.close());

function write(doc: Y.Doc, text: string, id: NoteId = newId('n')): void {
  addNote(doc, { id, text, pos: [0, 0], round: 1, at: 1 });
}

describe('open faults', () => {
  it.fails('client: what a tab gave up takes nothing from a tab that is still open (seed 305)', async () => {
    // A tab that opens takes over the unsaved edits of all tabs, of open ones too. When it is refused, `giveUp` puts
    // their records away. Loaded anew, the first tab finds only what it wrote after that: it builds on what nobody
    // has any more, is asked six times, and is refused as a gap.
    const { clock, network } = world;
    const ola = world.enter('true');
    await clock.until(() => ola.settled, 10_000);
    const olas = newId('n');
    write(ola.doc, 'Olas', olas);
    await clock.until(() => ola.settled, 10_000);
    const device = new Device();
    const who = world.person();
    const weather = { ...FAIR };
    const first = world.enter('true', { who, device, weather });
    await clock.until(() => first.settled, 10_000);
    weather.away = true;
    for (const link of [...network.links]) if (link.caller.who === who) link.cut(0, 0);
    world.furnish({ ...world.furniture, rules: { ...OPEN_RULES, moveOwn: true } });
    const mine = newId('n');
    write(first.doc, 'skrevet uten nett', mine);
    move(first.doc, [{ id: olas, pos: [9, 9] }]);
    const second = world.enter('true', { who, device });
    editText(first.doc, mine, 'skrevet uten nett, og rettet');
    await clock.until(() => world.refusals.length === 1 && second.settled, 10_000);
    first.reload();
    weather.away = false;
    await clock.pass(20_000);
    expect(world.refusals.map(({ code }) => code)).toEqual(['denied']);
  });
});
