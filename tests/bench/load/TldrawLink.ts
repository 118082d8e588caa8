/** A client of tldraw's sync-core, as its own speaks: JSON, a push for each change, a ping every 5 s. */

import { LightSocket } from './LightSocket.ts';

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
  readonly socket: LightSocket;
  /** Resolves when the page has been received. */
  readonly synced: Promise<void>;
  openedAt = Number.NaN;
  syncedAt = Number.NaN;
  /** The server's clock when it was in sync. */
  clock = 0;
  #pushes = 0;
  readonly #pings: NodeJS.Timeout;

  constructor(base: string, { schema, clock = 0, onDiff }: TldrawOptions) {
    let [inSync, failed] = [() => {}, (_error: Error) => {}];
    this.synced = new Promise((resolve, reject) => {
      [inSync, failed] = [resolve, reject];
    });
    this.socket = new LightSocket(base.replace(/^http/, 'ws'), {
      open: () => {
        this.openedAt = performance.now();
        const connect = { connectRequestId: '1', lastServerClock: clock, protocolVersion: PROTOCOL };
        this.socket.send(JSON.stringify({ type: 'connect', ...connect, schema }));
      },
      message: (data) => {
        const message = JSON.parse(Buffer.from(data).toString()) as Message;
        if (message.type === 'connect') {
          this.syncedAt = performance.now();
          this.clock = (message as { serverClock: number }).serverClock;
          if (!onDiff) this.socket.deafen();
          inSync();
        } else if (message.type === 'data' && onDiff) {
          for (const { diff } of (message as { data: Patch[] }).data) if (diff) onDiff(diff);
        }
      },
      close: (code) => {
        clearInterval(this.#pings);
        failed(new Error(`closed with ${code}`));
      },
    });
    this.#pings = setInterval(() => this.socket.send('{"type":"ping"}'), PING_MS);
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
