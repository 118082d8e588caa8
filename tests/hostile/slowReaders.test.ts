/**
 * T26: twenty people stop reading while others write and draw. What waits for each of them is bounded; the others get
 * everything; and who reads again is brought up to date, on the same connection or on the next.
 */

import type { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { systemClock } from '../../server/clock.ts';
import type { Clock } from '../../server/ports.ts';
import { editText } from '../../shared/board/boardOps.ts';
import type { NoteId, StationId } from '../../shared/domain/ids.ts';
import { CLOSE, MOTION } from '../../shared/protocol/boardFrames.ts';
import { HandWriter } from '../../shared/protocol/motionFrames.ts';
import type { CreatedHall } from '../../shared/protocol/rest.ts';
import { BoardClient } from '../harness/boardClient.ts';
import { makeHall, sessionOf } from '../harness/hall.ts';
import { type InProcess, startInProcess } from '../harness/inProcess.ts';
import { until } from '../harness/until.ts';

const SLOW = 20;
const WRITERS = 6;
/** Notes of each writer, all rewritten in each edit. */
const NOTES_EACH = 8;
const QUICK = 3;
/** From so many bytes waiting on, a reader is skipped; with so many it is closed (`catchUp.ts`, `BoardRoom.ts`). */
const SKIPPED_FROM = 1_000_000;
/** What a round of edits weighs may come on top, and what is told besides. */
const ON_TOP = 200_000;
/** Three bytes a letter; the old text and the new one are together within what the board channel takes. */
const LETTERS = 900;
/** Rounds of edits: more in all than the network's own buffers take, within a person's share of bytes at once. */
const EDITS = 90;

/** Without the heartbeat, which closes whoever answers no ping for 20 s: it has a test of its own, and a busy machine is slow. */
const HEARTBEAT_MS = 10_000;
const clock: Clock = {
  ...systemClock,
  after: (ms, task) => (ms >= HEARTBEAT_MS ? () => {} : systemClock.after(ms, task)),
};

let server: InProcess;
let made: CreatedHall;
let station: StationId;
const sockets = new Set<Socket>();
/** The most that ever waited in the server for one socket. */
let mostWaiting = 0;
let writers: BoardClient[];
let quick: BoardClient[];
let slow: BoardClient[];
beforeAll(async () => {
  server = await startInProcess({ clock });
  server.app.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  made = await makeHall(server.base, 'blank');
  station = made.hall.stations[0]!.id;
  const join = async (role: 'participant' | 'wall') => {
    const { token } = await sessionOf(server.base, made, role);
    return BoardClient.joined({ base: server.base, station, token });
  };
  const many = (count: number, role: 'participant' | 'wall') =>
    Promise.all(Array.from({ length: count }, () => join(role)));
  writers = await many(WRITERS, 'participant');
  quick = await many(QUICK, 'wall');
  slow = await many(SLOW, 'wall');
}, 60_000);
afterAll(async () => {
  for (const client of [...writers, ...quick, ...slow]) client.leave();
  await server.stop();
});

const received = ({ frames }: BoardClient) => frames.reduce((sum, { length }) => sum + length, 0);
const looked = () => {
  for (const { writableLength } of sockets) mostWaiting = Math.max(mostWaiting, writableLength);
};
const textOf = (client: BoardClient, id: NoteId) => client.notes.find((note) => note.id === id)?.text;

describe(`T26 ${SLOW} slow readers`, () => {
  it('cost the server no more than a bounded backlog each, and the others nothing', async () => {
    const ids = writers.map((writer, n) =>
      Array.from({ length: NOTES_EACH }, (_, m) =>
        writer.add({ text: 'begynnelsen', pos: [n * 200, m * 200] }),
      ),
    );
    const count = WRITERS * NOTES_EACH;
    await Promise.all(writers.map((writer) => writer.allSaved()));
    await until(() => [...quick, ...slow].every(({ notes }) => notes.length === count), {
      what: 'all notes',
    });
    for (const client of slow) client.socket.pause();
    const before = { quick: received(quick[0]!), slow: received(slow[0]!) };
    const hands = writers.map(() => new HandWriter());
    quick[0]!.socket.on('message', looked);

    for (let edit = 1; edit <= EDITS; edit++) {
      for (const [n, writer] of writers.entries()) {
        // No letter in common with the text before: all of it travels.
        const text = String.fromCharCode(0x4e00 + ((edit * 31 + n) % 5_000)).repeat(LETTERS);
        writer.doc.transact(() => {
          for (const id of ids[n]!) editText(writer.doc, id, text);
        });
        writer.send(hands[n]!.frame([{ id: ids[n]![0]!, state: MOTION.held, x: edit, y: n }]));
      }
      // A round, a tick: in one tick only the last text of each would travel.
      await Promise.all(writers.map((writer) => writer.allSaved()));
      looked();
    }
    const all = [...writers, ...quick];
    const last = new Map(ids.flatMap((mine, n) => mine.map((id) => [id, textOf(writers[n]!, id)] as const)));
    const upToDate = ({ notes }: BoardClient) => notes.every(({ id, text }) => text === last.get(id));
    await until(() => all.every(upToDate), { what: 'everybody else to have everything' });
    expect(all.map(({ closed, refusals }) => [closed, refusals.length])).toEqual(all.map(() => [null, 0]));
    const sent = received(quick[0]!) - before.quick;
    expect(sent).toBeGreaterThan(count * EDITS * LETTERS * 3 * 0.9);
    // It did wait, and no further than that.
    expect(mostWaiting).toBeGreaterThan(SKIPPED_FROM / 2);
    expect(mostWaiting).toBeLessThan(SKIPPED_FROM + ON_TOP);
    for (const client of quick) expect(client.motion.flat().length).toBeGreaterThan(0);

    // They read again: whoever was waited for gets what it missed as one answer, and not what it was skipped over.
    for (const client of slow) client.socket.resume();
    await until(() => slow.every((client) => client.closed || upToDate(client)), {
      what: 'the slow ones to have caught up',
      within: 60_000,
    });
    for (const client of slow) {
      expect(received(client) - before.slow).toBeLessThan(sent * 0.75);
      // 30 s are a reader's time; on a busy machine writing alone may take longer.
      if (client.closed) expect(client.closed.code).toBe(CLOSE.slow);
    }
  }, 120_000);

  it('are in sync afterwards, byte for byte, those that were closed by a new connection', async () => {
    const { token } = await sessionOf(server.base, made, 'wall');
    slow = await Promise.all(
      slow.map(async (client) =>
        client.closed ? BoardClient.joined({ base: server.base, station, token }) : client,
      ),
    );
    const id = writers[0]!.add({ text: 'etterpå' });
    await writers[0]!.allSaved();
    const all = [...writers, ...quick, ...slow];
    await until(() => all.every((client) => textOf(client, id) === 'etterpå'), { what: 'news for all' });
    const [first, ...others] = all.map(({ doc }) => Y.snapshot(doc));
    expect(others.every((one) => Y.equalSnapshots(first!, one))).toBe(true);
    expect(server.events.filter((event) => /threw|failed|rebuild/.test(event))).toEqual([]);
  });
});
