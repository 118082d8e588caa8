/** Many who are connected and do nothing: what does each cost? */

import { memoryMb } from '../procfs.ts';
import type { Who } from '../servers.ts';
import { BoardLink } from './BoardLink.ts';
import { type Counted, LightSocket } from './LightSocket.ts';
import { type Cost, lost, Meter } from './Meter.ts';
import { hangNotes, makeHall, participants } from './ourHall.ts';
import { Pad } from './Pad.ts';
import { many, sleep } from './pace.ts';
import { ourWire, peerWire } from './wires.ts';

export interface IdleJob {
  who: Exclude<Who, 'tldraw'>;
  /** Boards, or (of ours) pads. */
  as: 'board' | 'pad';
  base: string;
  pid: number;
  people: number;
  seconds: number;
}

export interface IdleResult {
  cost: Cost;
  /** Kilobytes of the server's memory for each connection, its session with it. */
  kBEach: number;
  /** How long all took to come in. */
  connectMs: number;
  lost: number;
}

const NOTES = 300;
const SETTLE_MS = 10_000;

export async function measureIdle({ who, as, base, pid, people, seconds }: IdleJob): Promise<IdleResult> {
  const connect = await opener(who, as, base);
  // One before the count, so that what is made once is there.
  await connect(1, () => {});
  await sleep(1_000);
  const before = memoryMb(pid);
  const began = performance.now();
  const sockets: Counted[] = [];
  await connect(people, (socket) => sockets.push(socket));
  const connectMs = performance.now() - began;
  await sleep(SETTLE_MS);
  const meter = new Meter(pid, sockets);
  await sleep(seconds * 1_000);
  const cost = meter.read();
  const kBEach = ((memoryMb(pid) - before) * 1_024) / people;
  return { cost, kBEach, connectMs, lost: lost(sockets) };
}

type Opener = (count: number, take: (socket: Counted) => void) => Promise<void>;

async function opener(who: IdleJob['who'], as: IdleJob['as'], base: string): Promise<Opener> {
  if (who === 'floor') {
    return async (count, take) => {
      await many(count, 50, async () => take(await LightSocket.open(base.replace(/^http/, 'ws'))));
    };
  }
  if (who !== 'ours') {
    await hangNotes(peerWire(who, base), NOTES);
    return async (count, take) => {
      await many(count, 50, async () =>
        take((await BoardLink.open(peerWire(who, base), { deaf: true })).socket),
      );
    };
  }
  const hall = await makeHall(base);
  const wireOf = (token: string) => ourWire({ base, station: hall.station, token });
  const [seeder] = await participants(base, hall, 1);
  await hangNotes(wireOf(seeder!.token), NOTES);
  return async (count, take) => {
    const sessions = await participants(base, hall, count);
    await many(count, 50, async (index) => {
      const session = sessions[index]!;
      if (as === 'pad') take(await Pad.open(base, session));
      else take((await BoardLink.open(wireOf(session.token), { deaf: true })).socket);
    });
  };
}
