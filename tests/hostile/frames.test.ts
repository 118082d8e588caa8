/** The board channel's frames: whatever a client sends, the worst that happens is that its own socket is closed. */

import * as encoding from 'lib0/encoding';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { addNote } from '../../shared/board/boardOps.ts';
import type { Role } from '../../shared/domain/hall.ts';
import { newId } from '../../shared/domain/ids.ts';
import {
  awarenessFrame,
  CLOSE,
  FRAME,
  MOTION,
  type Move,
  refusedFrame,
  SYNC,
  savedFrame,
  syncFrame,
  welcomeFrame,
} from '../../shared/protocol/boardFrames.ts';
import { HandWriter } from '../../shared/protocol/motionFrames.ts';
import { Random } from '../crowd/random.ts';
import type { BoardClient } from '../harness/boardClient.ts';
import { Siege } from '../harness/siege.ts';
import { until } from '../harness/until.ts';
import { bytesOf, uint } from '../harness/updateBytes.ts';

const SEED = Number(process.env.SEED ?? 20_261_121);
/** With what a socket may be closed for what it sent; 1009 is `ws`' own for what is too large. */
const MAY_CLOSE_WITH = [CLOSE.badFrame, CLOSE.forbidden, 1009, 1006];

let siege: Siege;
beforeAll(async () => {
  console.log(`seed ${SEED}`);
  siege = await Siege.begin();
}, 60_000);
afterAll(() => siege.end(), 60_000);

/** Who sends more is read more slowly, and this would take all day. */
const FRAMES_A_PERSON = 15;

/** Sends frames one after another, by a new person whenever the last was thrown out or has sent their share. */
class Battery {
  readonly #role: Role;
  readonly #ours: boolean;
  #client: BoardClient | null = null;
  #left = 0;
  closes = 0;

  constructor(role: Role, ours = true) {
    this.#role = role;
    this.#ours = ours;
  }

  /** @returns whether the connection survived it */
  async fire(frame: Uint8Array | string, label: string): Promise<boolean> {
    if (this.#client && this.#left === 0) {
      this.#client.leave();
      this.#client = null;
    }
    if (!this.#client) {
      this.#client = await siege.attacker(this.#role, { ours: this.#ours });
      this.#left = FRAMES_A_PERSON;
    }
    const client = this.#client;
    this.#left--;
    client.send(frame);
    try {
      await client.ask();
      return true;
    } catch (error) {
      if (!client.closed) throw new Error(`no answer after ${label}`, { cause: error });
      expect(MAY_CLOSE_WITH, `${label} closed with ${client.closed.code}`).toContain(client.closed.code);
      client.leave();
      this.#client = null;
      this.closes++;
      return false;
    }
  }

  end(): void {
    this.#client?.leave();
  }
}

const random = new Random(SEED);
const randomBytes = (length: number) => Uint8Array.from({ length }, () => random.whole(0, 255));
const typed = (type: number, ...body: number[]) =>
  bytesOf((to) => {
    uint(to, type);
    encoding.writeUint8Array(to, Uint8Array.from(body));
  });

describe.each(['participant', 'wall'] as const)('T07 by a %s', (role) => {
  test('every type of frame from 0 to 255, as a number and as a byte, with any body', async () => {
    const battery = new Battery(role);
    for (let type = 0; type <= 255; type++) {
      const bodies = [
        [],
        [0],
        [1, 0],
        [255, 255, 255, 255, 255, 255, 255, 255, 255, 255],
        [...randomBytes(40)],
      ];
      for (const body of bodies) {
        await battery.fire(typed(type, ...body), `type ${type} with ${body}`);
      }
      await battery.fire(Uint8Array.of(type, ...randomBytes(8)), `byte ${type}`);
      if (type % 64 === 63) await siege.assertUnhurt(`types up to ${type}`);
    }
    battery.end();
  });

  test('types that only another client knows are passed over: frames of the server’s own, and of versions to come', async () => {
    const battery = new Battery(role);
    const frames = {
      auth: Uint8Array.of(FRAME.auth, 0, 2, 110, 111),
      'auth that grants': Uint8Array.of(FRAME.auth, 2),
      saved: savedFrame(1_000_000),
      refused: refusedFrame({ code: 'denied', note: '', field: '', text: 'nei' }),
      welcome: welcomeFrame({ holder: 1, epoch: 1, mode: 'write' }),
      'a version to come': typed(119, 1, 2, 3),
      'a far version': typed(2 ** 31, 1, 2, 3),
    };
    for (const [name, frame] of Object.entries(frames)) {
      expect(await battery.fire(frame, name), name).toBe(true);
    }
    battery.end();
    await siege.assertUnhurt('frames of others');
  });

  test('an empty frame, and kinds of sync that there are not', async () => {
    const battery = new Battery(role);
    await battery.fire(new Uint8Array(), 'an empty frame');
    for (let kind = 3; kind <= 20; kind++) {
      for (const body of [[], [0], [1, 0], [2, 0, 0]]) {
        expect(await battery.fire(typed(FRAME.sync, kind, ...body), `sync ${kind}`)).toBe(false);
      }
    }
    expect(battery.closes).toBeGreaterThanOrEqual(72);
    battery.end();
    await siege.assertUnhurt('kinds of sync');
  });

  test.each([
    '..`',
    'ϩ',
    '4294967296',
    '4294967297',
    '',
    '{"type":"auth"}',
    '\u0000\u0000\u0000',
    'x'.repeat(100_000),
  ])('text instead of bytes, after joining and at the door: %j', async (text) => {
    const battery = new Battery(role);
    expect(await battery.fire(text, text.slice(0, 20))).toBe(false);
    battery.end();
    const early = new WebSocket(
      `${siege.server.base.replace(/^http/, 'ws')}/board/${siege.station}?token=${siege.sessions[role].token}`,
    );
    early.on('open', () => early.send(text));
    const code = await new Promise<number>((resolve) => early.once('close', resolve));
    expect(code).toBe(CLOSE.badFrame);
    await siege.assertUnhurt(`text ${text.slice(0, 20)}`);
  });

  test('every real frame, cut off anywhere', async () => {
    const battery = new Battery(role);
    const doc = new Y.Doc();
    addNote(doc, { id: newId('n'), text: 'Hel', pos: [0, 0], round: 1, at: 1_800_000_000_000 });
    const frames = {
      step1: syncFrame(SYNC.step1, Y.encodeStateVector(siege.ground.doc)),
      step2: syncFrame(SYNC.step2, Y.encodeStateAsUpdate(siege.ground.doc)),
      update: syncFrame(SYNC.update, Y.encodeStateAsUpdate(doc)),
      awareness: awarenessFrame(spoken(5, 1, '{"name":"Ada"}')),
      queryAwareness: Uint8Array.of(FRAME.queryAwareness),
      motion: taking([{ id: siege.ground.victim, state: MOTION.held, x: -1_000, y: 5_000 }]),
    };
    for (const [name, frame] of Object.entries(frames)) {
      const all = Array.from({ length: frame.length - 1 }, (_, index) => index + 1);
      // Where it is long, the beginning in full and the rest by chance.
      const lengths =
        all.length < 60 ? all : [...all.slice(0, 30), ...random.shuffled(all.slice(30)).slice(0, 20)];
      for (const length of lengths) {
        await battery.fire(frame.subarray(0, length), `${name} cut to ${length}`);
      }
    }
    battery.end();
    await siege.assertUnhurt('frames cut off');
  });

  test('300 kB in one frame ends that connection; a frame as large as may be does not stall the others', async () => {
    const battery = new Battery(role);
    expect(await battery.fire(new Uint8Array(300_000), '300 kB')).toBe(false);
    expect(await battery.fire(syncFrame(SYNC.update, new Uint8Array(300_000)), '300 kB of update')).toBe(
      false,
    );
    for (const body of [new Uint8Array(255_000), new Uint8Array(255_000).fill(255), randomBytes(255_000)]) {
      await battery.fire(syncFrame(SYNC.update, body), '255 kB');
      await battery.fire(syncFrame(SYNC.step1, body), '255 kB of state vector');
    }
    battery.end();
    await siege.assertUnhurt('large frames');
  });

  test('T34: state vectors that claim or hold too much', async () => {
    const battery = new Battery(role);
    const claim = (count: number) => bytesOf((to) => uint(to, count));
    for (const vector of [
      claim(2 ** 53 - 1),
      claim(2 ** 32),
      claim(1),
      new Uint8Array(),
      Uint8Array.of(255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1),
      Uint8Array.of(...claim(0), 1, 2, 3),
    ]) {
      await battery.fire(syncFrame(SYNC.step1, vector), `a state vector of ${vector.length} bytes`);
    }
    const many = bytesOf((to) => {
      uint(to, 50_000);
      for (let client = 0; client < 50_000; client++) {
        uint(to, client);
        uint(to, 1);
      }
    });
    for (let times = 0; times < 10; times++)
      await battery.fire(syncFrame(SYNC.step1, many), '50,000 clients');
    battery.end();
    await siege.assertUnhurt('state vectors');
  });

  test('T34: a thousand questions at once keep nobody waiting', async () => {
    const client = await siege.attacker(role);
    for (let times = 0; times < 1_000; times++) {
      client.send(syncFrame(SYNC.step1, Uint8Array.of(1, times & 127, 0)));
    }
    await siege.assertUnhurt('a thousand questions');
    client.leave();
  });
});

function spoken(client: number, clock: number, state: string): Uint8Array {
  const to = encoding.createEncoder();
  for (const one of [1, client, clock]) encoding.writeVarUint(to, one);
  encoding.writeVarString(to, state);
  return encoding.toUint8Array(to);
}

describe('awareness', () => {
  test('that is malformed ends a stock client’s connection, and is nothing of a client of ours', async () => {
    const stock = new Battery('participant', false);
    const ours = new Battery('participant');
    const bodies = {
      'no JSON': spoken(5, 1, '{"name":'),
      'no value': spoken(5, 1, ''),
      'a state of 3 kB': spoken(5, 1, JSON.stringify('x'.repeat(3_000))),
      'a million entries': bytesOf((to) => uint(to, 1_000_000)),
      'more claimed than held': Uint8Array.of(3, 5, 1, 2, 123, 125),
      'a clock beyond numbers': Uint8Array.of(1, 5, 255, 255, 255, 255, 255, 255, 255, 255, 255, 2, 123, 125),
      'no UTF-8': Uint8Array.of(1, 5, 1, 2, 0xff, 0xfe),
    };
    for (const [name, body] of Object.entries(bodies)) {
      expect(await stock.fire(awarenessFrame(body), name), name).toBe(false);
      expect(await ours.fire(awarenessFrame(body), name), name).toBe(true);
    }
    stock.end();
    ours.end();
    await siege.assertUnhurt('awareness');
  });

  test('T40: of a wall is nothing to anybody', async () => {
    const [wall, stock] = [
      await siege.attacker('wall', { ours: false }),
      await siege.attacker('participant', { ours: false }),
    ];
    wall.send(awarenessFrame(spoken(77, 1, '{"name":"Veggen"}')));
    wall.send(Uint8Array.of(FRAME.queryAwareness));
    await wall.ask();
    stock.send(Uint8Array.of(FRAME.queryAwareness));
    stock.send(awarenessFrame(spoken(78, 1, '{"name":"Ada"}')));
    await until(() => stock.awareness.length > 0, { what: 'one’s own awareness to come round' });
    expect(stock.awareness.map((bytes) => Buffer.from(bytes).toString()).join()).not.toContain('Veggen');
    wall.leave();
    stock.leave();
  });
});

/** As a hand writes it that takes these up. */
const taking = (moves: readonly Move[]) => new HandWriter().frame(moves);

describe('motion', () => {
  test('that is malformed, or of too many things, ends the connection', async () => {
    const battery = new Battery('participant');
    const held = { id: siege.ground.victim, state: MOTION.held, x: 1, y: 1 };
    const bodies: Record<string, Uint8Array> = {
      'a count of 2^32': typed(FRAME.motion, 255, 255, 255, 255, 15),
      'a count of three thousand': typed(FRAME.motion, 184, 23, ...Array.from({ length: 200 }, () => 1)),
      'no id of ours': taking([{ ...held, id: 'meta' as never }]),
      'a prototype': taking([{ ...held, id: '__proto__' as never }]),
      'a thing nobody has taken': typed(FRAME.motion, 1, 2, 0, 0),
      'a hand of a thousand fingers': typed(FRAME.motion, 1, 192, 62, 0, 0),
      'a place beyond the board': taking([{ ...held, x: 2 ** 40 }]),
      'bytes after the last': Uint8Array.of(...taking([held]), 0),
    };
    for (const [name, frame] of Object.entries(bodies)) {
      expect(await battery.fire(frame, name), name).toBe(false);
    }
    battery.end();
    await siege.assertUnhurt('motion');
  });

  test('of a wall, or of what nobody has, is stored nowhere and moves nothing', async () => {
    const [wall, viewer] = [await siege.attacker('wall'), await siege.attacker('wall')];
    for (let times = 0; times < 200; times++) {
      wall.send(taking([{ id: siege.ground.victim, state: MOTION.held, x: times, y: times }]));
    }
    await wall.ask();
    const person = await siege.attacker('participant');
    person.send(taking([{ id: newId('n'), state: MOTION.held, x: 1, y: 2 }]));
    await until(() => viewer.motion.length > 0, { what: 'a participant’s motion to be seen' });
    expect(viewer.motion.flat().every(({ id }) => id !== siege.ground.victim)).toBe(true);
    for (const client of [wall, viewer, person]) client.leave();
    await siege.assertUnhurt('motion of a wall');
  });
});

test('what is on disk after all this is the same board', () => siege.assertReloads(), 60_000);
