/** A TCP connection that says what it likes: half a request, an upgrade, WebSocket frames that no library would make. */

import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { until } from './until.ts';

export class RawSocket {
  readonly socket: Socket;
  received = Buffer.alloc(0);
  /** The other side has ended or reset it. */
  closed = false;

  constructor(port: number) {
    this.socket = connect({ host: '127.0.0.1', port, noDelay: true });
    this.socket.on('data', (data: Buffer) => {
      this.received = Buffer.concat([this.received, data]);
    });
    this.socket.on('error', () => {
      this.closed = true;
    });
    this.socket.on('close', () => {
      this.closed = true;
    });
    this.socket.on('end', () => {
      this.closed = true;
    });
  }

  static async open(port: number): Promise<RawSocket> {
    const raw = new RawSocket(port);
    await until(() => raw.socket.readyState === 'open' || raw.closed, { what: 'a TCP connection' });
    return raw;
  }

  /** A WebSocket connection, as far as the server knows; it answers no ping. */
  static async upgraded(port: number, path: string): Promise<RawSocket> {
    const raw = await RawSocket.open(port);
    raw.send(upgradeRequest(path));
    await until(() => raw.head !== null || raw.closed, { what: 'the answer to an upgrade' });
    if (raw.status !== 101) throw new Error(`the upgrade was answered ${raw.status}`);
    return raw;
  }

  get head(): string | null {
    const end = this.received.indexOf('\r\n\r\n');
    return end < 0 ? null : this.received.subarray(0, end).toString('latin1');
  }

  get status(): number | null {
    return this.head === null ? null : Number(/^HTTP\/1\.1 (\d{3})/.exec(this.head)?.[1]);
  }

  /** Sends bytes; nobody minds when the other side has had enough. */
  send(bytes: Uint8Array | string): void {
    if (!this.closed) this.socket.write(bytes);
  }

  /** Hangs up as a phone does that has lost its network: RST, no farewell. */
  reset(): void {
    this.socket.resetAndDestroy();
  }

  whenClosed(within = 20_000): Promise<boolean> {
    return until(() => this.closed, { what: 'the server to hang up', within });
  }

  end(): void {
    this.socket.destroy();
  }
}

export function upgradeRequest(path: string, headers: Record<string, string> = {}): string {
  const all = {
    Host: '127.0.0.1',
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

/** A WebSocket frame from its parts, right or wrong. `length`: what is claimed, where that is not what follows. */
export function wsFrame({
  fin = true,
  rsv = 0,
  opcode = 2,
  payload = new Uint8Array(),
  masked = true,
  length = payload.length,
}: {
  fin?: boolean;
  rsv?: number;
  opcode?: number;
  payload?: Uint8Array;
  masked?: boolean;
  length?: number | bigint;
}): Buffer {
  const claimed = BigInt(length);
  const size = claimed < 126n ? 0 : claimed < 65_536n ? 2 : 8;
  const head = Buffer.alloc(2 + size + (masked ? 4 : 0));
  head[0] = (fin ? 0x80 : 0) | (rsv << 4) | opcode;
  head[1] = (masked ? 0x80 : 0) | (size === 0 ? Number(claimed) : size === 2 ? 126 : 127);
  if (size === 2) head.writeUInt16BE(Number(claimed), 2);
  if (size === 8) head.writeBigUInt64BE(claimed, 2);
  // A mask of zeros leaves the payload as it is.
  return Buffer.concat([head, payload]);
}
