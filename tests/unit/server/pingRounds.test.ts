/** Phones are asked in rounds whether they are there, and what follows is engine.io's: a real server, real sockets. */

import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { PingRounds } from '../../../server/hall/pingRounds.ts';

/** As engine.io's sockets, of which the rounds use no more. */
class Phone {
  readyState = 'open';
  pingIntervalTimer: { refresh(): void } = setTimeout(() => this.asked.push(-1), 25_000);
  hasRefreshedPingTimeout = true;
  /** When it was asked, in ms. */
  readonly asked: number[] = [];
  sendPacket = () => void this.asked.push(performance.now());
  resetPingTimeout = () => {};
  answer() {
    this.pingIntervalTimer.refresh();
  }
}

describe('rounds of pings', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 0 }));
  afterEach(() => void vi.useRealTimers());

  function comeAt(rounds: PingRounds, ms: number): Phone {
    vi.advanceTimersByTime(ms - performance.now());
    const phone = new Phone();
    rounds.take(phone);
    return phone;
  }

  it('ask those who came in the same second at once, and none later than the interval', () => {
    const rounds = new PingRounds(25_000);
    const start = performance.now();
    const phones = [100, 400, 950, 1_100].map((ms) => comeAt(rounds, start + ms));
    vi.advanceTimersByTime(26_000);
    const at = phones.map(({ asked }) => asked);
    expect(at.map((times) => times.length)).toEqual([1, 1, 1, 1]);
    const [first, second, third, last] = at.map(([time]) => time! - start);
    expect([second, third]).toEqual([first, first]);
    expect(last! - first!).toBe(1_000);
    expect(first).toBeLessThanOrEqual(25_100);
    expect(first).toBeGreaterThan(24_100);
  });

  it('ask again a whole interval after an answer, and never one that is silent or gone', () => {
    const rounds = new PingRounds(25_000);
    const start = performance.now();
    const [talks, silent, gone] = [10, 20, 30].map((ms) => comeAt(rounds, start + ms));
    gone!.readyState = 'closed';
    vi.advanceTimersByTime(25_500);
    talks!.answer();
    vi.advanceTimersByTime(60_000);
    expect([talks, silent, gone].map((phone) => phone!.asked.length)).toEqual([2, 1, 0]);
  });

  it('leave a library alone that keeps its timer elsewhere', () => {
    const other = { readyState: 'open' };
    new PingRounds(25_000).take(other);
    expect(other).toEqual({ readyState: 'open' });
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('with engine.io', () => {
  const PING_MS = 1_000;
  let http: HttpServer;
  let io: Server;
  const taken: boolean[] = [];
  beforeEach(async () => {
    http = createServer().listen(0, '127.0.0.1');
    await once(http, 'listening');
    io = new Server(http, { pingInterval: PING_MS, pingTimeout: 300, transports: ['websocket'] });
    const rounds = new PingRounds(PING_MS);
    io.engine.on('connection', (phone: { pingIntervalTimer: object }) => {
      const own = phone.pingIntervalTimer;
      rounds.take(phone);
      taken.push(phone.pingIntervalTimer !== own);
    });
  });
  afterEach(() => io.close());

  it('who answers stays and is asked again; who does not is let go', async () => {
    const { port } = http.address() as AddressInfo;
    const open = () => new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`);
    const [talks, silent] = [open(), open()];
    let pings = 0;
    const asked = new Promise<void>((resolve) => {
      talks.on('message', (data) => {
        if (String(data) !== '2') return;
        talks.send('3');
        if (++pings === 3) resolve();
      });
    });
    await Promise.all([once(silent, 'close'), asked]);
    // Of an engine.io in which the timer has another name, this is the first to tell.
    expect(taken).toEqual([true, true]);
    expect(talks.readyState).toBe(WebSocket.OPEN);
    talks.close();
  });
});
