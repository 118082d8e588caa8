/**
 * One connection to a board, at the least cost that is still honest: it speaks the protocol as a provider does, but
 * holds no document unless its user does, and one that is `deaf` looks at nothing once it is in sync.
 */

import { LightSocket } from './LightSocket.ts';
import type { Wire } from './wires.ts';

/** A state vector that knows nothing, and an update that changes nothing. */
export const NOTHING: Uint8Array = Uint8Array.of(0);
export const NO_CHANGE: Uint8Array = Uint8Array.of(0, 0);

export interface LinkOptions {
  /** What it has already. */
  vector?: Uint8Array;
  /** What it answers when the server asks for what it lacks. */
  answer?: (vector: Uint8Array) => Uint8Array;
  deaf?: boolean;
  onState?: (bytes: Uint8Array) => void;
  onUpdate?: (bytes: Uint8Array) => void;
  /** So many of the document frames that were sent are dealt with. */
  onSaved?: (count: number) => void;
  /** Frames that are no document's: ours of motion. */
  onOther?: (frame: Uint8Array) => void;
}

export class BoardLink {
  readonly socket: LightSocket;
  /** Resolves when the board has been received. */
  readonly synced: Promise<void>;
  /** When it opened, when the board was there, and when what the server asked for was dealt with. */
  openedAt = Number.NaN;
  syncedAt = Number.NaN;
  answeredAt = Number.NaN;
  /** Document frames sent. */
  sent = 0;
  saved = 0;
  refused: string | null = null;
  readonly #wire: Wire;
  readonly #options: LinkOptions;
  #resolve!: () => void;
  #reject!: (error: Error) => void;

  constructor(wire: Wire, options: LinkOptions = {}) {
    this.#wire = wire;
    this.#options = options;
    this.synced = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.synced.catch(() => {});
    this.socket = new LightSocket(wire.url, {
      open: () => {
        this.openedAt = performance.now();
        for (const frame of wire.hello(options.vector ?? NOTHING)) this.socket.send(frame);
      },
      message: (data) => this.#take(data),
      close: (code) => this.#reject(new Error(`closed with ${code}`)),
    });
  }

  /** In sync. @throws when the server would not have it */
  static async open(wire: Wire, options: LinkOptions = {}): Promise<BoardLink> {
    const link = new BoardLink(wire, options);
    await link.synced;
    return link;
  }

  update(bytes: Uint8Array): void {
    this.sent++;
    this.socket.send(this.#wire.update(bytes));
  }

  /** Sends a frame that is no document's. */
  send(frame: Uint8Array): void {
    this.socket.send(frame);
  }

  leave(): void {
    this.socket.terminate();
  }

  /** Nothing more is to come but what others do. */
  get #settled(): boolean {
    return this.sent > 0 && !Number.isNaN(this.syncedAt) && (this.saved > 0 || !this.#wire.acknowledges);
  }

  #take(data: Uint8Array): void {
    const frame = this.#wire.read(data);
    switch (frame.kind) {
      case 'step1':
        this.sent++;
        this.socket.send(this.#wire.step2(this.#options.answer?.(frame.vector) ?? NO_CHANGE));
        break;
      case 'step2':
        this.syncedAt = performance.now();
        this.#options.onState?.(frame.bytes);
        this.#resolve();
        break;
      case 'update':
        this.#options.onUpdate?.(frame.bytes);
        break;
      case 'saved':
        if (this.saved === 0) this.answeredAt = performance.now();
        this.saved = frame.count;
        this.#options.onSaved?.(frame.count);
        break;
      case 'refused':
        this.refused = frame.why;
        break;
      case 'other':
        this.#options.onOther?.(data);
    }
    if (this.#options.deaf && this.#settled) this.socket.deafen();
  }
}
