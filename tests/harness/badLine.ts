/** A line between browsers and a server that can be cut, go dead without a word, be thin and slow, or be a portal. */

import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket, connect as tcpConnect } from 'node:net';

export type LineMood =
  /** Everything goes through. */
  | 'good'
  /** Nobody answers, and what stood is broken. */
  | 'cut'
  /** What stands seems to stand, and nothing goes through; new connections are taken and never answered. */
  | 'dead'
  /** Each request, the upgrade too, is answered with a page of the café's. */
  | 'portal';

export interface ThinLine {
  /** A second, each way, of all connections together. */
  bytes: number;
  /** How long each byte is under way. */
  delayMs: number;
  /** Of so many pieces one is lost, and sent again when that shows: all behind it wait. */
  losesOneOf?: number;
}

const PORTAL = '<!doctype html><title>Velkommen</title><h1>Logg inn på kafeens nett</h1>';

export class BadLine {
  /** Null: as fast as it goes. */
  thin: ThinLine | null = null;
  readonly #server: Server;
  /** When the thin line has carried what is on it, each way. */
  readonly #free = { out: 0, home: 0 };
  #pieces = 0;
  readonly #pairs = new Set<{ near: Socket; far: Socket | null }>();
  #target: number;
  #mood: LineMood = 'good';

  private constructor(server: Server, target: number) {
    this.#server = server;
    this.#target = target;
    server.on('connection', (near) => this.#take(near));
  }

  static async open(target: number): Promise<BadLine> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new BadLine(server, target);
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get mood(): LineMood {
    return this.#mood;
  }

  set mood(mood: LineMood) {
    const was = this.#mood;
    this.#mood = mood;
    if (mood === 'cut' || mood === 'portal') this.#breakAll();
    // What was swallowed is gone for good: a connection that lived through it would have a hole.
    if (was === 'dead' && mood === 'good') this.#breakAll();
  }

  async close(): Promise<void> {
    this.#breakAll();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #breakAll(): void {
    for (const { near, far } of this.#pairs) {
      near.destroy();
      far?.destroy();
    }
    this.#pairs.clear();
  }

  #take(near: Socket): void {
    near.on('error', () => {});
    if (this.#mood === 'cut') {
      near.destroy();
      return;
    }
    const pair = { near, far: null as Socket | null };
    this.#pairs.add(pair);
    near.on('close', () => {
      pair.far?.destroy();
      this.#pairs.delete(pair);
    });
    if (this.#mood === 'portal') {
      near.on('data', () => {
        const head = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${PORTAL.length}\r\nConnection: close\r\n\r\n`;
        near.end(head + PORTAL);
      });
      return;
    }
    if (this.#mood === 'dead') {
      near.resume();
      return;
    }
    const far = tcpConnect(this.#target, '127.0.0.1');
    pair.far = far;
    far.on('error', () => near.destroy());
    // What is still under way on a thin line arrives.
    far.on('close', () => setTimeout(() => near.destroy(), this.#underWay()));
    this.#carry(near, far, 'out');
    this.#carry(far, near, 'home');
    if (this.thin) {
      // To be connected takes one way there and one back.
      near.pause();
      setTimeout(() => near.resume(), 2 * this.thin.delayMs);
    }
  }

  /** Milliseconds until all that is on the line home has arrived. */
  #underWay(): number {
    return this.thin ? Math.max(0, this.#free.home - Date.now()) + this.thin.delayMs + 50 : 0;
  }

  #carry(from: Socket, to: Socket, way: 'out' | 'home'): void {
    from.on('data', (bytes: Buffer) => {
      if (this.#mood !== 'good') return;
      if (!this.thin) {
        to.write(bytes);
        return;
      }
      const now = Date.now();
      const { bytes: rate, delayMs, losesOneOf } = this.thin;
      this.#free[way] = Math.max(this.#free[way], now) + (bytes.length / rate) * 1_000;
      if (losesOneOf && ++this.#pieces % losesOneOf === 0) this.#free[way] += 2 * delayMs;
      setTimeout(() => to.destroyed || to.write(bytes), this.#free[way] - now + delayMs);
    });
  }
}
