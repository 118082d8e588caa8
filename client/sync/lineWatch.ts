/** Finds out what no socket tells: that a line is dead, or only slow. Looks now and then, and at once when asked. */

import type { WebsocketProvider } from 'y-websocket';

export interface Line {
  provider(): WebsocketProvider;
  /** Whether something was sent of which the server has not said that it is on disk. */
  waits(): boolean;
  /** There is no contact, whatever the socket says. */
  doubt(): void;
}

const LOOK_MS = 2_000;
/** A connection that takes longer than this is no contact, to the person who looks at it. */
const SLOW_MS = 10_000;
/** And one that takes so long is begun anew. */
const STUCK_MS = 45_000;
/** A large board on a thin line may take this long; the provider alone would give up after 30 s, again and again. */
const PATIENCE_MS = 240_000;
/** Who has sent something hears of it within this time, or the line is dead; longer, where that did not help. */
const ANSWER_MS = 10_000;
const ANSWER_MAX_MS = 80_000;
/** Without a word for this long a socket is taken for dead when the screen wakes: the server speaks each 20 s. */
const SILENT_MS = 22_000;
/** A connection that takes so long when the screen wakes is tried anew. */
const WAKE_STUCK_MS = 4_000;

export class LineWatch {
  readonly #line: Line;
  readonly #timer: ReturnType<typeof setInterval>;
  #began = Date.now();
  #waitsSince: number | null = null;
  #patience = ANSWER_MS;
  /** The provider's mark of its last message, and when it was seen to change: by one clock, which may be set back. */
  #heard = 0;
  #heardAt = 0;

  constructor(line: Line) {
    this.#line = line;
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
  }

  /** An attempt to connect begins. */
  begin(): void {
    this.#began = Date.now();
    this.#waitsSince = null;
  }

  /** The server has confirmed something. */
  answered(): void {
    this.#waitsSince = null;
    this.#patience = ANSWER_MS;
  }

  /** The screen woke, or the network came back. iOS kills sockets of a sleeping phone without telling anybody. */
  wake(): void {
    const provider = this.#line.provider();
    const now = Date.now();
    const dead = provider.wsconnected && Math.abs(now - provider.wsLastMessageReceived) > SILENT_MS;
    const stuck = provider.wsconnecting && Math.abs(now - this.#began) > WAKE_STUCK_MS;
    if (dead || stuck) provider.disconnect();
    if (!provider.wsconnected && !provider.wsconnecting) provider.connect();
  }

  /** Begins the connection anew. */
  renew(): void {
    const provider = this.#line.provider();
    provider.disconnect();
    provider.connect();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const provider = this.#line.provider();
    if (!provider.shouldConnect) return;
    const now = Date.now();
    // A clock that was set back must not make this wait for hours.
    if (now < this.#began) this.#began = now;
    if (now < (this.#waitsSince ?? 0)) this.#waitsSince = now;
    if (now < this.#heardAt) this.#heardAt = now;
    if (provider.wsLastMessageReceived !== this.#heard) {
      this.#heard = provider.wsLastMessageReceived;
      this.#heardAt = now;
    }
    const age = now - this.#began;
    if (provider.wsconnected && provider.synced) this.#lookForAnswer(now);
    else if (provider.wsconnected && age < PATIENCE_MS) provider.wsLastMessageReceived = now;
    if (!provider.synced && (provider.wsconnected || provider.wsconnecting) && age > SLOW_MS)
      this.#line.doubt();
    if (provider.wsconnecting && age > STUCK_MS) this.renew();
  }

  #lookForAnswer(now: number): void {
    if (!this.#line.waits()) {
      this.#waitsSince = null;
      return;
    }
    this.#waitsSince ??= now;
    const silent = now - Math.max(this.#waitsSince, this.#heardAt);
    if (silent < this.#patience) return;
    this.#patience = Math.min(ANSWER_MAX_MS, this.#patience * 2);
    this.renew();
  }
}
