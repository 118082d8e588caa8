/**
 * Phones are asked whether they are there in rounds, a second's worth at once. By engine.io each has a timer of its own,
 * and with thousands of them the process wakes for each ping and again for each pong; a round costs about half of that.
 *
 * engine.io has no door for it, so this stands in for one private timer of its sockets (6.6: `pingIntervalTimer`, which
 * it refreshes at each pong and clears at the end). Where a later version has none of that name, nothing is changed.
 */

const ROUND_MS = 1_000;

/** What is used of an engine.io socket. What happens without an answer stays engine.io's own. */
interface Phone {
  readyState: string;
  pingIntervalTimer: NodeJS.Timeout | Turn;
  hasRefreshedPingTimeout: boolean;
  sendPacket(type: 'ping'): void;
  resetPingTimeout(): void;
}

/** In the place of a timer: the library refreshes it, and the phone is in a round again. */
class Turn {
  readonly #rounds: PingRounds;
  readonly #phone: Phone;

  constructor(rounds: PingRounds, phone: Phone) {
    this.#rounds = rounds;
    this.#phone = phone;
  }

  refresh(): void {
    this.#rounds.enter(this.#phone);
  }
}

export class PingRounds {
  readonly #intervalMs: number;
  readonly #rounds = new Map<number, Phone[]>();

  /** @param intervalMs how long a phone is left in peace at most, from its last answer on */
  constructor(intervalMs: number) {
    this.#intervalMs = intervalMs;
  }

  /** Takes over when a socket of engine.io is asked. */
  take(socket: object): void {
    const phone = socket as Phone;
    if (typeof (phone.pingIntervalTimer as Partial<NodeJS.Timeout> | undefined)?.refresh !== 'function')
      return;
    clearTimeout(phone.pingIntervalTimer as NodeJS.Timeout);
    phone.pingIntervalTimer = new Turn(this, phone);
    this.enter(phone);
  }

  /** Puts a phone into the last round that is not later than its interval. */
  enter(phone: Phone): void {
    const now = performance.now();
    const at = Math.floor((now + this.#intervalMs) / ROUND_MS);
    const round = this.#rounds.get(at);
    if (round) {
      round.push(phone);
    } else {
      this.#rounds.set(at, [phone]);
      setTimeout(() => this.#ask(at), at * ROUND_MS - now).unref();
    }
  }

  #ask(at: number): void {
    const round = this.#rounds.get(at)!;
    this.#rounds.delete(at);
    for (const phone of round) {
      if (phone.readyState !== 'open') continue;
      phone.hasRefreshedPingTimeout = false;
      phone.sendPacket('ping');
      phone.resetPingTimeout();
    }
  }
}
