/** When lookers have what writers sent: each change is known by how far it brought its writer's clock. */

import * as Y from 'yjs';
import { Sample } from './Sample.ts';

export class Seen {
  readonly sample = new Sample();
  readonly #sent = new Map<number, { clock: number; at: number; counts: boolean }[]>();
  readonly #lookers: Map<number, number>[] = [];
  #counting = false;

  begin(): void {
    this.#counting = true;
  }

  end(): void {
    this.#counting = false;
  }

  sent(client: number, clock: number, at: number): void {
    const list = this.#sent.get(client);
    const change = { clock, at, counts: this.#counting };
    if (list) list.push(change);
    else this.#sent.set(client, [change]);
  }

  /** A new looker. @returns what it does with updates that come */
  looker(): (bytes: Uint8Array) => void {
    /** For each writer, how many of its changes this one has seen. */
    const seen = new Map<number, number>();
    this.#lookers.push(seen);
    return (bytes) => {
      const now = performance.now();
      for (const [client, clock] of Y.parseUpdateMeta(bytes).to) {
        const list = this.#sent.get(client);
        if (!list) continue;
        let index = seen.get(client) ?? 0;
        for (let change = list[index]; change && change.clock <= clock; change = list[++index]) {
          if (change.counts) this.sample.add(now - change.at);
        }
        seen.set(client, index);
      }
    };
  }

  /** Changes that a looker has not seen, all lookers together. */
  get missing(): number {
    let missing = 0;
    for (const seen of this.#lookers) {
      for (const [client, list] of this.#sent) missing += list.length - (seen.get(client) ?? 0);
    }
    return missing;
  }
}
