/** Faults of engine and client that the simulator found, each as the least that shows it; all are mended. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Boards } from '../../server/board/Boards.ts';
import { readNotes } from '../../shared/board/boardDoc.ts';
import { addNote, editText, move, setLevel } from '../../shared/board/boardOps.ts';
import { OPEN_RULES } from '../../shared/domain/hall.ts';
import { type NoteId, newId } from '../../shared/domain/ids.ts';
import { BenchClient, boardBench, silent } from '../harness/boardBench.ts';
import { STATION } from './hall.ts';
import { FAIR } from './Pipe.ts';
import type { Boarder } from './people/Boarder.ts';
import { RawTab } from './people/RawTab.ts';
import { Device, type TrueClient } from './people/TrueClient.ts';
import { World } from './World.ts';

let world: World;
beforeEach(() => {
  world = new World(99);
});
afterEach(() => world.close());

function write(doc: Y.Doc, text: string, id: NoteId = newId('n')): void {
  addNote(doc, { id, text, pos: [0, 0], round: 1, at: 1, level: 'local' });
}
const texts = () =>
  readNotes(world.disk.durable(STATION.id))
    .map(({ text }) => text)
    .sort();

describe('faults that the simulator found', () => {
  it('P1: a count of frames on disk leaves out none that a failed commit took with it', async () => {
    // `#rebuild` asks a session that is not live yet without passing over what comes before its answer. So a frame
    // that builds on nothing lost (a mere deletion, or another clientID's work) is applied, and its count says that
    // the SyncStep2 before it is on disk too.
    const { clock, disk } = world;
    const before = await new RawTab(world).join();
    const id = newId('n');
    before.update(before.make((doc) => write(doc, 'før', id)));
    await clock.pass(100);
    before.close();
    const ola = await new RawTab(world).join();
    const { doc, who } = before;
    write(doc, 'skrevet uten nett');
    const kari = await new RawTab(world, { who, doc }).knock();
    disk.latency = [100, 100];
    ola.update(ola.make((made) => write(made, 'Olas')));
    await clock.pass(50);
    kari.ask();
    kari.answer();
    // The commit of Ola's note, then half of the one with Kari's answer in it, which fails.
    await clock.pass(150);
    disk.full = true;
    await clock.pass(60);
    disk.full = false;
    kari.update(kari.make((made) => void setLevel(made, id, undefined)));
    await clock.pass(500);
    // It is asked again, and only that answer counts.
    kari.answer();
    await clock.until(() => kari.saved.length > 0, 5_000);
    expect(disk.failures).toBe(1);
    expect(kari.saved.at(-1)).toBeGreaterThan(1);
    expect(texts()).toContain('skrevet uten nett');
  });

  it('P1: what brought nothing from one may bring something from another', async () => {
    // Two people share a browser and, with unchanged providers, a document; both bring the same SyncStep2. The host's
    // is judged first: what is the participant's is passed over, nothing is left, and the bytes are remembered as
    // bringing nothing (`#nothings`). Then the participant's own are not looked at.
    const participant = await new RawTab(world, { ours: false }).join();
    participant.update(participant.make((doc) => write(doc, 'først')));
    await world.clock.pass(100);
    const host = await new RawTab(world, { who: world.person('host'), ours: false }).join();
    write(participant.doc, 'lang nok til å bli husket '.repeat(30));
    Y.applyUpdate(host.doc, Y.encodeStateAsUpdate(participant.doc));
    const whole = Y.encodeStateAsUpdate(participant.doc, host.asked[0]);
    expect(Y.encodeStateAsUpdate(host.doc, host.asked[0])).toEqual(whole);
    host.whole(whole);
    await world.clock.pass(100);
    participant.whole(whole);
    await world.clock.pass(100);
    expect(texts()).toHaveLength(2);
  });

  it('B2: what the server says it has, it has on disk', async () => {
    // `#resync` asks in the middle of a tick, with a state vector that holds what the tick has applied and no disk has.
    // When that commit fails, the answer to the question builds on what is gone, and is a gap in its turn.
    const { clock, disk } = world;
    const kari = await new RawTab(world).join();
    const asked = kari.asked.length;
    disk.latency = [100, 100];
    const applied = kari.make((doc) => write(doc, 'i samme tikk'));
    kari.make((doc) => write(doc, 'kommer aldri'));
    const gap = kari.make((doc) => write(doc, 'bygger på den'));
    kari.update(applied);
    kari.update(gap);
    await clock.until(() => kari.asked.length > asked, 5_000);
    const says = Y.decodeStateVector(kari.asked.at(-1)!).get(kari.doc.clientID) ?? 0;
    expect(says).toBeLessThanOrEqual(Y.getState(disk.durable(STATION.id).store, kari.doc.clientID));
  });

  it('B4: while nothing can be written it is tried again at a measured pace', async () => {
    // Each failed commit is followed at once by a load, a question to everybody, an answer from everybody, and the
    // next commit: some 60 a second for as long as the disk is full, with every client's whole delete set each time.
    const people = [world.enter('true'), world.enter('true'), world.enter('stock')];
    await world.clock.until(() => people.every(({ settled }) => settled), 10_000);
    world.disk.full = true;
    write(people[0]!.doc, 'venter på plass');
    await world.clock.pass(60_000);
    const tried = world.disk.failures;
    world.disk.full = false;
    await world.clock.until(() => people.every(({ settled }) => settled), 30_000);
    expect(texts()).toEqual(['venter på plass']);
    expect(tried).toBeLessThan(200);
  });

  it('B11: who wrote alone in a tick is not refused for what somebody else’s listener threw', async () => {
    // `#recover` holds the only piece of a tick for guilty without having tried it on a sound document.
    const kari = await new RawTab(world).join();
    const room = world.engine.boards.peek(STATION.id)!;
    await world.clock.soon(
      room.read((doc) =>
        doc.on('update', () => {
          throw new Error('a listener throws');
        }),
      ),
    );
    kari.update(kari.make((doc) => write(doc, 'uskyldig')));
    await world.clock.pass(1_000);
    kari.answer();
    await world.clock.pass(1_000);
    expect(kari.refused).toEqual([]);
    expect(texts()).toEqual(['uskyldig']);
  });

  it('a board whose listener threw as it was loaded is no board that could not be loaded', async () => {
    // `Boards.#load` lets `onLoaded` throw: the room is there and is used, and `status` says `unavailable` for good.
    const journal = world.disk.journal({ dead: false, step: () => false });
    const boards = new Boards({
      journal,
      clock: world.clock,
      log: silent,
      onLoaded: () => {
        throw new Error('a listener throws');
      },
    });
    const get = () => world.clock.soon(boards.get(STATION.id).catch(() => null));
    await get();
    expect(await get()).not.toBeNull();
    expect(boards.status(STATION.id)).toBe('ok');
  });

  it('B16: a closed board leaves no timer, even if it was about to ask again', async () => {
    // The wait of `#resync` for who brings what builds on something that is not here is never cancelled.
    const { room, clock } = await boardBench();
    const kari = new BenchClient(room);
    kari.sync();
    await clock.pass(20);
    const other = new Y.Doc();
    const gone: Uint8Array[] = [];
    other.on('update', (bytes: Uint8Array) => void gone.push(bytes));
    write(other, 'kommer aldri');
    write(other, 'bygger på den');
    room.change(kari.session, gone[1]!, true);
    await clock.pass(20);
    await room.close(1001, 'idle');
    expect(clock.waiting).toBe(0);
  });

  it('B2: who comes while nothing can be written sees what is on disk', async () => {
    // A read of a tick whose commit failed goes back to the inbox, in front of the next thing to be written, and fails
    // with it again. In a hall with pads there is always such a thing: who comes sees nothing while the disk is full.
    const { clock, disk } = world;
    const kari = world.enter('true', { weather: { ...FAIR, latency: [1, 2] } });
    await clock.until(() => kari.settled, 10_000);
    write(kari.doc, 'på disken');
    await clock.until(() => kari.settled, 10_000);
    Object.assign(disk, { full: true, latency: [60, 60] });
    write(kari.doc, 'venter');
    for (let n = 0; n < 10; n++) {
      world.takePad().write(newId('n'), `fra blokka ${n}`);
      await clock.pass(300);
    }
    const walls: Boarder[] = [];
    for (let n = 0; n < 40; n++) {
      walls.push(world.enter('true', { role: 'wall', weather: { ...FAIR, latency: [1, 2] } }));
      await clock.pass(100);
    }
    await clock.pass(15_000);
    const seen = walls.map((wall) => readNotes(wall.doc).map(({ text }) => text));
    expect(seen.filter((texts) => !texts.includes('på disken'))).toEqual([]);
  });
});

describe('tabs of one browser', () => {
  /** Two people's notes hang; one of them has a tab without network, and something unsaved that will be refused. */
  async function atOdds() {
    const { clock, network } = world;
    const ola = world.enter('true');
    await clock.until(() => ola.settled, 10_000);
    const olas = newId('n');
    write(ola.doc, 'Olas', olas);
    await clock.until(() => ola.settled, 10_000);
    const who = world.person();
    const device = new Device();
    const weather = { ...FAIR };
    const first = world.enter('true', { who, device, weather }) as TrueClient;
    await clock.until(() => first.settled, 10_000);
    weather.away = true;
    for (const link of [...network.links]) if (link.caller.who === who) link.cut(0, 0);
    world.furnish({ ...world.furniture, rules: { ...OPEN_RULES, moveOwn: true } });
    const mine = newId('n');
    write(first.doc, 'skrevet uten nett', mine);
    const forbidden = () => move(first.doc, [{ id: olas, pos: [9, 9] }]);
    const again = () => world.enter('true', { who, device }) as TrueClient;
    return { clock, first, mine, weather, forbidden, again };
  }

  it('what a tab gave up takes nothing from a tab that is still open (seed 305)', async () => {
    // A tab that opened took over the unsaved edits of all tabs, of open ones too. When it was refused, `giveUp` put
    // their records away. Loaded anew, the first tab found only what it wrote after that: it built on what nobody
    // had any more, was asked six times, and was refused as a gap.
    const { clock, first, mine, weather, forbidden, again } = await atOdds();
    forbidden();
    const second = again();
    editText(first.doc, mine, 'skrevet uten nett, og rettet');
    await clock.until(() => world.refusals.length === 1 && second.settled, 10_000);
    first.reload();
    weather.away = false;
    await clock.pass(20_000);
    expect(world.refusals.map(({ code }) => code)).toEqual(['denied']);
  });

  it('what a tab that crashed had not sent is sent by the next that opens', async () => {
    const { clock, first, again } = await atOdds();
    first.crash();
    const next = again();
    await clock.until(() => texts().length === 2, 10_000);
    expect(texts()).toEqual(['Olas', 'skrevet uten nett']);
    expect(await clock.until(() => next.settled, 10_000)).toBe(true);
  });

  it('what a tab that crashed had not sent is sent by one that was open all the time', async () => {
    const { clock, first, again } = await atOdds();
    const other = again();
    await clock.pass(5_000);
    expect(texts()).toEqual(['Olas']);
    first.crash();
    await clock.until(() => texts().length === 2, 60_000);
    expect(texts()).toEqual(['Olas', 'skrevet uten nett']);
    expect(await clock.until(() => other.settled, 10_000)).toBe(true);
  });

  it('a tab that slept and was taken for gone builds on nothing that was given up meanwhile', async () => {
    const { clock, first, mine, weather, forbidden, again } = await atOdds();
    forbidden();
    first.asleep = true;
    const second = again();
    await clock.until(() => world.refusals.length === 1, 10_000);
    expect(await clock.until(() => second.settled, 10_000)).toBe(true);
    // It writes before it has heard of anything, and crashes at once.
    editText(first.doc, mine, 'skrevet uten nett, og rettet');
    first.crash();
    weather.away = false;
    const third = again();
    await clock.pass(20_000);
    expect(world.refusals.map(({ code }) => code)).toEqual(['denied', 'denied']);
    expect(third.settled).toBe(true);
    expect(JSON.stringify([...third.returned.values()])).toContain('og rettet');
  });
});
