/** A client of tldraw's sync-core, as its own speaks: JSON, a push for each change, a ping every 5 s. */

import { WebSocket } from 'ws';

const PING_MS = 5_000;
const PROTOCOL = 8;

/** What a record became, of what the benchmarks use. */
type RecordOp = ['patch', { x?: ['put', number]; y?: ['put', number] }] | ['put', unknown] | ['remove'];
export type Diff = Record<string, RecordOp>;

interface Patch {
  type: 'patch' | 'push_result';
  diff?: Diff;
}
type Message = { type: 'connect'; serverClock: number } | { type: 'data'; data: Patch[] } | { type: string };

export interface TldrawOptions {
  /** The server's schema, as `/schema` gives it. */
  schema: unknown;
  /** The clock up to which it knows the document already. */
  clock?: number;
  onDiff?: (diff: Diff) => void;
}

export class TldrawLink {
  readonly socket: WebSocket;
  /** Resolves when the page has been received. */
  readonly synced: Promise<void>;
  openedAt = Number.NaN;
  syncedAt = Number.NaN;
  /** The server's clock when it was in sync. */
  clock = 0;
  #pushes = 0;
  readonly #pings: NodeJS.Timeout;

  constructor(base: string, { schema, clock = 0, onDiff }: TldrawOptions) {
    this.socket = new WebSocket(base.replace(/^http/, 'ws'), { perMessageDeflate: false });
    this.#pings = setInterval(() => {
      if (this.socket.readyState === WebSocket.OPEN) this.socket.send('{"type":"ping"}');
    }, PING_MS);
    this.socket.on('open', () => {
      this.openedAt = performance.now();
      const connect = { type: 'connect', connectRequestId: '1', lastServerClock: clock, protocolVersion: PROTOCOL };
      this.socket.send(JSON.stringify({ ...connect, schema }));
    });
    this.synced = new Promise((resolve, reject) => {
      this.socket.on('message', (data: Buffer) => {
        // Who does not look reads nothing after the page.
        if (!Number.isNaN(this.syncedAt) && !onDiff) return;
        const message = JSON.parse(data.toString()) as Message;
        if (message.type === 'connect') {
          this.syncedAt = performance.now();
          this.clock = (message as { serverClock: number }).serverClock;
          resolve();
        } else if (message.type === 'data' && onDiff) {
          for (const { diff } of (message as { data: Patch[] }).data) if (diff) onDiff(diff);
        }
      });
      this.socket.on('error', reject);
      this.socket.on('close', (code) => {
        clearInterval(this.#pings);
        reject(new Error(`closed with ${code}`));
      });
    });
    this.synced.catch(() => {});
  }

  static async schemaOf(base: string): Promise<unknown> {
    return (await fetch(`${base}/schema`)).json();
  }

  push(diff: Diff): void {
    this.socket.send(JSON.stringify({ type: 'push', clientClock: this.#pushes++, diff }));
  }

  leave(): void {
    clearInterval(this.#pings);
    this.socket.terminate();
  }
}
