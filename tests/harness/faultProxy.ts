/**
 * A TCP proxy that does to connections what networks do: falls silent on one without closing it, and closes it to the
 * server long after its client has gone.
 */

import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** One connection: from its client, and on to the server. */
export class ProxiedLink {
  readonly #near: Socket;
  readonly #far: Socket;
  #silent = false;
  /** The server has closed its end. */
  closedByServer = false;

  constructor(near: Socket, port: number) {
    this.#near = near;
    this.#far = connect({ host: '127.0.0.1', port, noDelay: true });
    near.setNoDelay(true);
    for (const [from, to] of [
      [near, this.#far],
      [this.#far, near],
    ] as const) {
      from.on('data', (data: Buffer) => {
        if (!this.#silent) to.write(data);
      });
      from.on('error', () => {});
      from.on('close', () => {
        if (from === this.#far) this.closedByServer = true;
        if (!this.#silent) to.destroy();
      });
    }
  }

  /** The client's device is gone and nobody tells the server: bytes of either side arrive nowhere from now on. */
  vanish(): void {
    this.#silent = true;
    this.#near.destroy();
  }

  /** The server learns at last: by a farewell (FIN) or by a reset. */
  learn(how: 'farewell' | 'reset'): void {
    if (how === 'reset') this.#far.resetAndDestroy();
    else this.#far.end();
  }

  end(): void {
    this.#silent = true;
    this.#near.destroy();
    this.#far.destroy();
  }
}

export class FaultProxy {
  /** Where clients connect to. */
  readonly base: string;
  /** Connections so far, oldest first. */
  readonly links: ProxiedLink[];
  readonly #server: Server;

  private constructor(server: Server, links: ProxiedLink[]) {
    this.#server = server;
    this.links = links;
    this.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** Listens on loopback, in front of the server at this port. */
  static async before(port: number): Promise<FaultProxy> {
    const links: ProxiedLink[] = [];
    const server = createServer((socket) => links.push(new ProxiedLink(socket, port)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new FaultProxy(server, links);
  }

  async end(): Promise<void> {
    for (const link of this.links) link.end();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}
