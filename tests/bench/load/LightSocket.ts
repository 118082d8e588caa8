/**
 * A WebSocket client that costs little: thousands of them must fit on one core beside what they measure. To the server
 * it is any client (RFC 6455: upgrade, masked frames, pong for ping); here all share one buffer to read into, and who
 * listens to nothing looks at frame heads alone. With `ws` the load of 3,000 viewers is more than the server's.
 */

import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

const OPCODE = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;
/** One for all: what is read is dealt with before anybody else reads. */
const shared = Buffer.allocUnsafe(256 * 1_024);
const CONNECT_MS = 60_000;
const SWITCHED = Buffer.from('HTTP/1.1 101');
const FIN = 0x80;
const MASKED = 0x80;

/** What bytes are counted on. */
export interface Counted {
  readonly isOpen: boolean;
  /** Bytes that came in, framing included. */
  readonly bytesRead: number;
}

export interface LightEvents {
  open?: () => void;
  /** A message. The bytes are the listener's only until it returns. Left out: messages are skipped. */
  message?: ((data: Uint8Array) => void) | undefined;
  /** It is over, with the server's code or 1006. */
  close?: (code: number) => void;
}

export class LightSocket implements Counted {
  readonly #socket: Socket;
  readonly #late: NodeJS.Timeout;
  readonly #events: LightEvents;
  #state: 'connecting' | 'open' | 'closed' = 'connecting';
  /** Bytes that are not a whole head, or not a whole message that somebody listens to. */
  #kept: Buffer[] = [];
  #keptLength = 0;
  /** Bytes to come before `#kept` is worth looking at; and bytes to be skipped. */
  #wanted = 0;
  #skip = 0;
  #code = 1006;

  constructor(url: string, events: LightEvents = {}) {
    const { hostname, port, pathname, search } = new URL(url);
    this.#events = { ...events };
    this.#socket = connect({
      host: hostname,
      port: Number(port),
      noDelay: true,
      onread: {
        buffer: shared,
        callback: (length, buffer) => {
          this.#take((buffer as Buffer).subarray(0, length));
          return true;
        },
      },
    });
    this.#late = setTimeout(() => this.#socket.destroy(), CONNECT_MS);
    this.#socket.once('connect', () => {
      const key = randomBytes(16).toString('base64');
      this.#socket.write(
        `GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
          `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
      );
    });
    this.#socket.on('error', () => this.#socket.destroy());
    this.#socket.on('end', () => this.#socket.destroy());
    this.#socket.once('close', () => {
      clearTimeout(this.#late);
      this.#state = 'closed';
      events.close?.(this.#code);
    });
  }

  /** Open. @throws when it was refused */
  static open(url: string, events: LightEvents = {}): Promise<LightSocket> {
    return new Promise((resolve, reject) => {
      const socket: LightSocket = new LightSocket(url, {
        ...events,
        open: () => {
          events.open?.();
          resolve(socket);
        },
        close: (code) => {
          events.close?.(code);
          reject(new Error(`closed with ${code}`));
        },
      });
    });
  }

  get isOpen(): boolean {
    return this.#state === 'open';
  }

  get bytesRead(): number {
    return this.#socket.bytesRead;
  }

  send(data: Uint8Array | string): void {
    if (typeof data === 'string') this.#write(OPCODE.text, Buffer.from(data));
    else this.#write(OPCODE.binary, data);
  }

  /** Listens to no further message. */
  deafen(): void {
    this.#events.message = undefined;
  }

  /** Hangs up. */
  terminate(): void {
    this.#socket.destroy();
  }

  #take(bytes: Buffer): void {
    if (this.#skip >= bytes.length) {
      this.#skip -= bytes.length;
      return;
    }
    let rest = this.#skip > 0 ? bytes.subarray(this.#skip) : bytes;
    this.#skip = 0;
    if (this.#keptLength > 0) {
      if (this.#keptLength + rest.length < this.#wanted) {
        this.#keep(rest);
        return;
      }
      rest = Buffer.concat([...this.#kept, rest]);
      this.#kept = [];
      this.#keptLength = 0;
    }
    if (this.#state === 'connecting') {
      const end = rest.indexOf('\r\n\r\n');
      if (end < 0) {
        this.#keep(rest);
        return;
      }
      if (!rest.subarray(0, 12).equals(SWITCHED)) {
        this.#socket.destroy();
        return;
      }
      clearTimeout(this.#late);
      this.#state = 'open';
      this.#events.open?.();
      rest = rest.subarray(end + 4);
    }
    this.#readFrames(rest);
  }

  #readFrames(bytes: Buffer): void {
    let at = 0;
    while (at < bytes.length && this.#state === 'open') {
      const have = bytes.length - at;
      const short = have < 2 ? 126 : bytes[at + 1]! & 0x7f;
      const head = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (have < head) {
        this.#wanted = head;
        this.#keep(bytes.subarray(at));
        return;
      }
      const opcode = bytes[at]! & 0x0f;
      const length =
        short < 126
          ? short
          : short === 126
            ? bytes.readUInt16BE(at + 2)
            : Number(bytes.readBigUInt64BE(at + 2));
      const isMessage = opcode === OPCODE.binary || opcode === OPCODE.text;
      if (isMessage && !(bytes[at]! & FIN)) throw new Error('a fragmented message: not read here');
      if (isMessage && !this.#events.message) {
        this.#skip = Math.max(0, head + length - have);
        at += head + length;
        continue;
      }
      if (have < head + length) {
        this.#wanted = head + length;
        this.#keep(bytes.subarray(at));
        return;
      }
      const payload = bytes.subarray(at + head, at + head + length);
      if (isMessage) this.#events.message!(payload);
      else this.#control(opcode, payload);
      at += head + length;
    }
  }

  #control(opcode: number, payload: Buffer): void {
    if (opcode === OPCODE.ping) this.#write(OPCODE.pong, payload);
    if (opcode !== OPCODE.close) return;
    if (payload.length >= 2) this.#code = payload.readUInt16BE(0);
    this.#write(OPCODE.close, payload.subarray(0, 2));
    this.#socket.end();
  }

  /** The buffer is read into again as soon as this turn is over, so what is kept is copied. */
  #keep(bytes: Buffer): void {
    this.#kept.push(Buffer.from(bytes));
    this.#keptLength += bytes.length;
  }

  #write(opcode: number, payload: Uint8Array): void {
    if (this.#state !== 'open') return;
    const { length } = payload;
    const size = length < 126 ? 0 : length < 65_536 ? 2 : 8;
    const frame = Buffer.allocUnsafe(2 + size + 4 + length);
    frame[0] = FIN | opcode;
    frame[1] = MASKED | (size === 0 ? length : size === 2 ? 126 : 127);
    if (size === 2) frame.writeUInt16BE(length, 2);
    if (size === 8) frame.writeBigUInt64BE(BigInt(length), 2);
    const at = 2 + size;
    frame.writeInt32LE((Math.random() * 2 ** 32) | 0, at);
    for (let index = 0; index < length; index++) {
      frame[at + 4 + index] = payload[index]! ^ frame[at + (index & 3)]!;
    }
    this.#socket.write(frame);
  }
}
