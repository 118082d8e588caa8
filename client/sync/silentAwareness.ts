/** An Awareness that y-websocket's provider can be given, and that says nothing to anybody: presence is the server's. */

import { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';

export function silentAwareness(doc: Y.Doc): Awareness {
  const awareness = new Awareness(doc);
  // Its constructor starts a timer that would tell everybody each 15 s that we are here.
  awareness.destroy();
  awareness.meta = new Clocks();
  return awareness;
}

/** The provider reads the clock of the document's present id when it disconnects; that id may have changed since. */
class Clocks extends Map<number, { clock: number; lastUpdated: number }> {
  override get(client: number): { clock: number; lastUpdated: number } {
    return super.get(client) ?? { clock: 0, lastUpdated: 0 };
  }
}
