/** What all people at a board have in common, whatever client they use. */

import type * as Y from 'yjs';
import type { Random } from '../../crowd/random.ts';
import type { Chronicle, Deed, Who } from '../Chronicle.ts';
import type { Caller, Network } from '../Network.ts';
import type { SimClock } from '../SimClock.ts';

/** One open tab. */
export interface Boarder {
  readonly who: Who;
  readonly kind: 'true' | 'model' | 'stock';
  /** The document as it is now; after a refusal or a reload it is another. */
  readonly doc: Y.Doc;
  /** Whether the board has been here whole, so that one can work on it. */
  readonly ready: boolean;
  /** In touch, and nothing of its own is unsaved, as far as it can tell. */
  readonly settled: boolean;
  /** It has stopped for good, until it is loaded anew. */
  readonly ended: boolean;
  /** The page is loaded anew. */
  reload(): void;
  close(): void;
  /** Why it is not settled, for reports. */
  readonly state: string;
}

/** What a client is given of the world. */
export interface Place {
  clock: SimClock;
  network: Network;
  random: Random;
  chronicle: Chronicle;
  caller: Caller;
  /** A deed was acknowledged; `trusted`: over a connection that lost and repeated nothing. */
  onSaved: (deed: Deed, trusted: boolean) => void;
  /** So many texts were given back. */
  onReturned: (who: Who, texts: readonly { note: string; text: string }[]) => void;
}
