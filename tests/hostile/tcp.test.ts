/**
 * Below the protocol: bytes on a TCP connection that no WebSocket library would send, and connections that vanish at the
 * worst moment. Each costs its sender the connection, and nobody else anything.
 */

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLOSE } from '../../shared/protocol/boardFrames.ts';
import { call } from '../harness/hall.ts';
import { RawSocket, upgradeRequest, wsFrame } from '../harness/rawSocket.ts';
import { Siege } from '../harness/siege.ts';
import { until } from '../harness/until.ts';

/** The server asks each connection every 10 s whether it is alive, and gives up on the second silence. */
const HALF_OPEN_MS = 25_000;

let siege: Siege;
/** Opened first and left alone: it never answers a ping. */
let halfOpen: RawSocket;
/** Requests that never come to an end, open all the while. */
const unfinished: RawSocket[] = [];

beforeAll(async () => {
  siege = await Siege.begin();
  halfOpen = await RawSocket.upgraded(siege.server.port, boardPath());
  for (let count = 0; count < 50; count++) {
    const raw = await RawSocket.open(siege.server.port);
    raw.send(`GET ${boardPath()} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: `);
    unfinished.push(raw);
  }
}, 60_000);
afterAll(async () => {
  halfOpen.end();
  for (const raw of unfinished) raw.end();
  await siege.end();
}, 60_000);

const boardPath = (token = siege.sessions.participant.token) => `/board/${siege.station}?token=${token}`;
const upgraded = async () => RawSocket.upgraded(siege.server.port, boardPath(await siege.token()));
const text = (value: string) => new TextEncoder().encode(value);

async function residentMb(): Promise<number> {
  const { body } = await call<string>(siege.server.base, 'GET', '/metrics');
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(body)?.[1]) / 1e6;
}

describe('T08 frames that are none', () => {
  const frames: Record<string, Uint8Array> = {
    'a reserved bit': wsFrame({ rsv: 4, opcode: 1 }),
    'the other reserved bits': wsFrame({ rsv: 3, payload: text('hei') }),
    'opcode 3': wsFrame({ opcode: 3 }),
    'opcode 7': wsFrame({ opcode: 7, payload: text('hei') }),
    'opcode 11': wsFrame({ opcode: 11 }),
    'opcode 15': wsFrame({ opcode: 15 }),
    'a lone continuation': wsFrame({ opcode: 0 }),
    'a lone continuation that goes on': wsFrame({ opcode: 0, fin: false, payload: text('hei') }),
    'no mask': wsFrame({ masked: false, payload: text('hei') }),
    'a new message within another': Buffer.concat([
      wsFrame({ fin: false, payload: text('a') }),
      wsFrame({ payload: text('b') }),
    ]),
    'a ping in pieces': wsFrame({ opcode: 9, fin: false }),
    'a ping of 200 bytes': wsFrame({ opcode: 9, payload: new Uint8Array(200) }),
    'a close of one byte': wsFrame({ opcode: 8, payload: Uint8Array.of(3) }),
    'a close with code 1005': wsFrame({ opcode: 8, payload: Uint8Array.of(3, 237) }),
    'a close with code 65535': wsFrame({ opcode: 8, payload: Uint8Array.of(255, 255) }),
    'a close that is no UTF-8': wsFrame({ opcode: 8, payload: Uint8Array.of(3, 232, 0xff, 0xfe) }),
    'a text that is no UTF-8': wsFrame({ opcode: 1, payload: Uint8Array.of(0xc3, 0x28) }),
    'a length of 2^63': wsFrame({ length: 2n ** 63n }),
    'a length of 2^40': wsFrame({ length: 2n ** 40n }),
    'a length of 256 kB and a byte': wsFrame({ length: 256_001 }),
    'no WebSocket at all': Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n\r\n'),
    zeros: Buffer.alloc(1_000),
    ones: Buffer.alloc(1_000, 255),
  };

  test.each(Object.entries(frames))('%s: that connection ends', async (name, frame) => {
    const raw = await upgraded();
    raw.send(frame);
    await raw.whenClosed();
    await siege.assertUnhurt(name);
  });

  test('each of them right behind the upgrade, before anybody is admitted', async () => {
    const raws = await Promise.all(
      Object.values(frames).map(async (frame) => {
        const raw = await RawSocket.open(siege.server.port);
        raw.send(Buffer.concat([Buffer.from(upgradeRequest(boardPath(await siege.token()))), frame]));
        return raw;
      }),
    );
    await Promise.all(raws.map((raw) => raw.whenClosed()));
    await siege.assertUnhurt('frames behind the upgrade');
  });

  test('a hundred thousand pieces of one byte, by fifty connections: each is cut off early, and memory stays flat', async () => {
    const before = await residentMb();
    const flood = Buffer.concat([
      wsFrame({ fin: false, payload: text('x') }),
      ...Array.from({ length: 100_000 }, () => wsFrame({ fin: false, opcode: 0, payload: text('x') })),
    ]);
    for (let batch = 0; batch < 5; batch++) {
      const raws = await Promise.all(Array.from({ length: 10 }, upgraded));
      for (const raw of raws) raw.send(flood);
      await Promise.all(raws.map((raw) => raw.whenClosed()));
    }
    await siege.assertUnhurt('fragments');
    expect((await residentMb()) - before).toBeLessThan(150);
  });

  test('ten thousand pings, and as many pongs that nobody asked for', async () => {
    const raw = await upgraded();
    const pings = Array.from({ length: 10_000 }, () => wsFrame({ opcode: 9, payload: text('hei') }));
    const pongs = Array.from({ length: 10_000 }, () => wsFrame({ opcode: 10 }));
    raw.send(Buffer.concat([...pings, ...pongs]));
    await siege.assertUnhurt('pings');
    raw.end();
  });
});

describe('a connection that vanishes', () => {
  test('in the midst of the upgrade, wherever that is', async () => {
    const { length } = upgradeRequest(boardPath());
    const points = [1, 4, 20, length >> 1, length - 3, length - 2, length];
    for (const point of points) {
      for (let times = 0; times < 5; times++) {
        const request = upgradeRequest(boardPath(await siege.token()));
        const raw = await RawSocket.open(siege.server.port);
        // Flushed before the reset, or it would never be seen.
        await new Promise<void>((resolve) => raw.socket.write(request.slice(0, point), () => resolve()));
        raw.reset();
      }
      await siege.assertUnhurt(`a reset after ${point} bytes`);
    }
  });

  test('just after the upgrade, with frames on their way', async () => {
    for (let times = 0; times < 20; times++) {
      const raw = await upgraded();
      raw.send(wsFrame({ payload: Uint8Array.of(0, 0, 1, 0) }));
      raw.send(wsFrame({ payload: Uint8Array.of(0, 2), length: 5_000 }));
      raw.reset();
    }
    await siege.assertUnhurt('resets after the upgrade');
  });

  test('in the midst of a frame, and of a message in pieces', async () => {
    for (const part of [wsFrame({ length: 10_000, payload: text('hei') }), wsFrame({ fin: false })]) {
      const raw = await upgraded();
      await new Promise<void>((resolve) => raw.socket.write(part, () => resolve()));
      raw.reset();
    }
    await siege.assertUnhurt('resets within a frame');
  });

  test('two hundred at once', async () => {
    const raws = await Promise.all(Array.from({ length: 200 }, upgraded));
    for (const raw of raws) raw.reset();
    await siege.assertUnhurt('two hundred resets');
  });
});

describe('T08 a request that is none', () => {
  const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n';
  const requests: Record<string, () => string> = {
    garbage: () => '\u0000\u0001\u0002\r\n\r\n',
    'another protocol': () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    'a version that is none': () => upgradeRequest(boardPath()).replace('HTTP/1.1', 'HTTP/9.9'),
    'no key': () => upgradeRequest(boardPath()).replace(/Sec-WebSocket-Key.*\r\n/, ''),
    'a key that is none': () => upgradeRequest(boardPath(), { 'Sec-WebSocket-Key': 'x' }),
    'two keys': () => upgradeRequest(boardPath()).replace('\r\n\r\n', `\r\n${key}\r\n`),
    'a version of WebSocket to come': () => upgradeRequest(boardPath(), { 'Sec-WebSocket-Version': '99' }),
    'an upgrade to something else': () => upgradeRequest(boardPath(), { Upgrade: 'h2c' }),
    'a POST': () => upgradeRequest(boardPath()).replace('GET', 'POST'),
    'a protocol that is none': () => upgradeRequest(boardPath(), { 'Sec-WebSocket-Protocol': ',,,' }),
    'two lengths': () =>
      `POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 50\r\n\r\n`,
    'a length and pieces': () =>
      `POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    'a header of 20 kB': () => upgradeRequest(boardPath(), { 'X-Long': 'x'.repeat(20_000) }),
    'a path of 20 kB': () => upgradeRequest(`/board/${'x'.repeat(20_000)}`),
  };

  test.each(Object.entries(requests))('%s: is turned down or hung up on', async (name, request) => {
    const raw = await RawSocket.open(siege.server.port);
    raw.send(request());
    await raw.whenClosed();
    expect(raw.status ?? 400, name).toBeGreaterThanOrEqual(400);
    await siege.assertUnhurt(name);
  });

  test('extensions that are none, and no Host at all, are passed over', async () => {
    for (const request of [
      upgradeRequest(boardPath(), { 'Sec-WebSocket-Extensions': 'permessage-deflate; ;;=,' }),
      upgradeRequest(boardPath()).replace(/Host.*\r\n/, ''),
    ]) {
      const raw = await RawSocket.open(siege.server.port);
      raw.send(request);
      await until(() => raw.head !== null || raw.closed, { what: 'an answer' });
      expect(raw.head).not.toMatch(/Extensions/i);
      raw.end();
    }
    await siege.assertUnhurt('extensions');
  });

  test('two thousand headers of two letters, with the upgrade before them or behind', async () => {
    const many = Array.from({ length: 2_000 }, (_, index) => `${(index % 36).toString(36)}x:\r\n`).join('');
    const [line, ...rest] = upgradeRequest(boardPath()).split('\r\n');
    const headers = `${rest.filter(Boolean).join('\r\n')}\r\n`;
    for (const request of [`${line}\r\n${many}${headers}\r\n`, `${line}\r\n${headers}${many}\r\n`]) {
      const raw = await RawSocket.open(siege.server.port);
      raw.send(request);
      await until(() => raw.head !== null || raw.closed, { what: 'an answer to two thousand headers' });
      raw.end();
      await siege.assertUnhurt('two thousand headers');
    }
  });

  test('a hundred requests in one go on one connection are answered one by one', async () => {
    const raw = await RawSocket.open(siege.server.port);
    raw.send('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(100));
    await until(() => raw.received.toString('latin1').split('HTTP/1.1 200').length === 101, {
      what: 'a hundred answers',
    });
    raw.end();
    await siege.assertUnhurt('a hundred requests');
  });
});

describe('upgrades elsewhere', () => {
  test.each([
    '/',
    '/board',
    '/boards/x',
    '//board/x',
    '/api/board/x',
    '/socket.iox/?EIO=4&transport=websocket',
    '/socket.io/../board/x',
    '/%62oard/x',
    '*',
  ])('to %s: 404', async (path) => {
    const raw = await RawSocket.open(siege.server.port);
    raw.send(upgradeRequest(path));
    await raw.whenClosed();
    expect(raw.status).toBe(404);
    await siege.assertUnhurt(path);
  });

  test('to a station that is none, by nobody: let in and told 4404 or 4401, so that a provider stops', async () => {
    for (const [path, code] of [
      ['/board/', CLOSE.noStation],
      ['/board/%zz', CLOSE.noStation],
      ['/board/..%2f..%2fetc', CLOSE.noStation],
      [`/board/${siege.station}`, CLOSE.noSession],
      [`/board/${siege.station}?token=${'x'.repeat(8_000)}`, CLOSE.noSession],
      [`/board/${siege.station}?token=a&token=b&__proto__=c`, CLOSE.noSession],
    ] as const) {
      const raw = await RawSocket.upgraded(siege.server.port, path);
      const frames = () => raw.received.subarray(raw.received.indexOf('\r\n\r\n') + 4);
      await until(() => frames().length >= 4, { what: `a close frame for ${path}` });
      expect([frames()[0], frames().readUInt16BE(2)], path).toEqual([0x88, code]);
      raw.end();
    }
    await siege.assertUnhurt('strangers');
  });
});

describe('left alone', () => {
  test('requests that never end were in nobody’s way all the while', async () => {
    await siege.assertUnhurt('unfinished requests');
    for (const raw of unfinished) raw.reset();
    await siege.assertUnhurt('unfinished requests hung up');
  });

  test('T24: a connection that answers no ping is given up on', async () => {
    await halfOpen.whenClosed(HALF_OPEN_MS);
    await siege.assertUnhurt('a half-open connection');
  });

  test('and what is on disk is the same board', () => siege.assertReloads(), 60_000);
});
