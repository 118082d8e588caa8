/**
 * Against guessing of hall codes. A hall full of phones shares one address, so nobody is locked out: after many
 * wrong codes from an address, further codes from it wait in line, right ones too, half a second apart.
 */

import { FaultError } from '../fault.ts';
import type { Clock } from '../ports.ts';
import { RateLimit } from '../rateLimit.ts';

const WRONG = { perSecond: 0.5, burst: 60 };
const LINE_MS = 500;
const LINE_MAX = 100;
const ADDRESSES_MAX = 10_000;

interface Address {
  wrong: RateLimit;
  line: Promise<void>;
  waiting: number;
}

export class CodeGuard {
  readonly #clock: Clock;
  readonly #addresses = new Map<string, Address>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Tries a code. @throws what `attempt` throws; {FaultError} too_many when the line is too long */
  async run<T>(from: string, attempt: () => Promise<T>): Promise<T> {
    const address = this.#addressOf(from);
    if (address.wrong.dry) await this.#waitInLine(address);
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof FaultError && error.code === 'not_found') address.wrong.take();
      throw error;
    }
  }

  async #waitInLine(address: Address): Promise<void> {
    if (address.waiting >= LINE_MAX)
      throw new FaultError('too_many', 'too many wrong codes from here; wait a minute');
    address.waiting++;
    address.line = address.line.then(
      () => new Promise<void>((resolve) => this.#clock.after(LINE_MS, resolve)),
    );
    await address.line;
    address.waiting--;
  }

  #addressOf(from: string): Address {
    let address = this.#addresses.get(from);
    if (!address) {
      if (this.#addresses.size >= ADDRESSES_MAX) this.#addresses.clear();
      address = { wrong: new RateLimit(WRONG, this.#clock), line: Promise.resolve(), waiting: 0 };
      this.#addresses.set(from, address);
    }
    return address;
  }
}
