/** T41, T42: who signs what, and what becomes of a refused client's queue. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { notesOf, readNotes } from '../../shared/board/boardDoc.ts';
import { addNote, editText } from '../../shared/board/boardOps.ts';
import { newId } from '../../shared/domain/ids.ts';
import { CLOSE } from '../../shared/protocol/boardFrames.ts';
import { drain } from './drain.ts';
import { SERVER_CLIENT, STATION } from './hall.ts';
import { judgeEnd } from './oracle.ts';
import { RawTab } from './people/RawTab.ts';
import { Device, type TrueClient } from './people/TrueClient.ts';
import { World } from './World.ts';

const PAUSE_MS = 200;
let world: World;
beforeEach(() => {
  world = new World(41);
  // Yjs says so when it gives up an id; here it is meant to.
  vi.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => {
  world.close();
  vi.restoreAllMocks();
});

const write = (text: string) => (doc: Y.Doc) =>
  void addNote(doc, { id: newId('n'), text, pos: [0, 0], round: 1, at: 1 });
const onDisk = () => Y.encodeStateAsUpdate(world.disk.durable(STATION.id));
const texts = (doc: Y.Doc) =>
  readNotes(doc)
    .map(({ text }) => text)
    .sort();

async function endWell(): Promise<void> {
  await drain(world);
  await judgeEnd(world);
  if (world.violations.length > 0) throw new Error(world.story());
}

describe('T41 whose clientID', () => {
  it('another’s is refused, nothing changes, and its owner goes on under it', async () => {
    const kari = await new RawTab(world).join();
    kari.update(kari.make(write('Karis')));
    await world.clock.pass(PAUSE_MS);
    const thief = await new RawTab(world, { who: world.person('participant', false) }).join();
    const before = onDisk();
    thief.doc.clientID = kari.doc.clientID;
    thief.update(thief.make(write('som Kari')));
    await world.clock.pass(PAUSE_MS);
    expect(thief.refused).toEqual(['foreign_client']);
    expect(onDisk()).toEqual(before);
    kari.update(kari.make(write('Karis neste')));
    await world.clock.pass(PAUSE_MS);
    expect(kari.refused).toEqual([]);
    expect(texts(world.disk.durable(STATION.id))).toEqual(['Karis', 'Karis neste']);
  });

  it('one’s own of a tab that crashed is brought by another: what it wrote offline, under the id that it had', async () => {
    const device = new Device();
    const who = world.person();
    const first = world.enter('true', { who, device }) as TrueClient;
    await world.clock.until(() => first.settled, 10_000);
    for (const weather of world.weathers) weather.away = true;
    for (const link of [...world.network.links]) link.cut(0, 0);
    await world.clock.pass(PAUSE_MS);
    write('skrevet uten nett')(first.doc);
    const { clientID } = first.doc;
    first.crash();
    const second = world.enter('true', { who, device });
    await world.clock.until(() => texts(second.doc).length === 1, 10_000);
    expect(second.doc.clientID).not.toBe(clientID);
    await world.clock.until(() => second.settled, 10_000);
    editText(second.doc, readNotes(second.doc)[0]!.id, 'rettet i den andre fanen');
    await world.clock.until(() => second.settled, 10_000);
    expect(world.refusals).toEqual([]);
    expect(texts(world.disk.durable(STATION.id))).toEqual(['rettet i den andre fanen']);
  });

  it('the server’s own, drawn by chance: refused, begun anew under another, the text in hand', async () => {
    const kari = world.enter('true');
    await world.clock.until(() => kari.settled, 10_000);
    kari.doc.clientID = SERVER_CLIENT;
    write('under feil navn')(kari.doc);
    await world.clock.until(() => world.refusals.length > 0, 5_000);
    expect(world.refusals.map(({ code }) => code)).toEqual(['foreign_client']);
    await world.clock.until(() => kari.settled, 10_000);
    write('under sitt eget')(kari.doc);
    await world.clock.until(() => kari.settled, 10_000);
    expect(texts(world.disk.durable(STATION.id))).toEqual(['under sitt eget']);
    // The collision is Kari's bad luck and no offence: the world took the refusal for wrong, and all else was right.
    const wrong = world.violations.splice(0);
    expect(wrong).toHaveLength(1);
    await endWell();
  });

  it('the server’s own, noticed when the board comes: Yjs draws another, and nobody is refused', async () => {
    const kari = new RawTab(world);
    kari.doc.clientID = SERVER_CLIENT;
    await kari.join();
    expect(kari.doc.clientID).not.toBe(SERVER_CLIENT);
    kari.update(kari.make(write('Karis')));
    await world.clock.pass(PAUSE_MS);
    expect(kari.refused).toEqual([]);
    expect(texts(world.disk.durable(STATION.id))).toEqual(['Karis']);
  });
});

describe('T42 a refusal with 1,000 good updates behind it', () => {
  const foul = (doc: Y.Doc) => void notesOf(doc).set('ikke en id' as never, new Y.Map());

  async function refusedWithQueue(ours: boolean) {
    const ola = await new RawTab(world).join();
    ola.update(ola.make(write('Olas')));
    await world.clock.pass(PAUSE_MS);
    const who = world.person('participant', false);
    const kari = await new RawTab(world, { who, ours }).join();
    const before = onDisk();
    kari.update(kari.make(foul));
    for (let n = 0; n < 1_000; n++) kari.update(kari.make(write(`god ${n}`)));
    // Reading a thousand frames takes a person's share of a while.
    await world.clock.pass(60_000);
    return { ola, kari, who, before };
  }

  it('ours: the queue is dropped, with one refusal and no saved frame; after a fresh start all goes on', async () => {
    const { ola, kari, who, before } = await refusedWithQueue(true);
    expect(kari.refused).toEqual(['malformed']);
    expect(kari.saved).toEqual([]);
    expect(kari.asked).toHaveLength(1);
    expect(kari.closed).toBeNull();
    expect(onDisk()).toEqual(before);
    const anew = await new RawTab(world, { who }).join();
    anew.update(anew.make(write('Karis nye')));
    ola.update(ola.make(write('Olas andre')));
    await world.clock.pass(5_000);
    expect(anew.refused).toEqual([]);
    expect(texts(world.disk.durable(STATION.id))).toEqual(['Karis nye', 'Olas', 'Olas andre']);
    expect(texts(anew.doc)).toEqual(texts(ola.doc));
    await endWell();
  });

  it('stock: closed for good, once; nothing of the queue is there', async () => {
    const { kari, before } = await refusedWithQueue(false);
    expect(kari.closed).toBe(CLOSE.forbidden);
    expect(world.refusals).toHaveLength(1);
    expect(onDisk()).toEqual(before);
    await endWell();
  });
});
