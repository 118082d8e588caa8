/**
 * A client of our protocol (`v=1`) in few words, which mends itself on a network that loses, repeats and reorders:
 * what it misses it asks for again, what stays unsaved for long it brings over a new connection.
 */

import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { FRAME, readSaved, SYNC, syncFrame } from '../../../shared/protocol/boardFrames.ts';
import { EditLedger } from '../../crowd/EditLedger.ts';
import type { Deed } from '../Chronicle.ts';
import { SimSocket } from '../Network.ts';
import type { Boarder, Place } from './Boarder.ts';

/** How long something may be wrong before it is mended; longer each time that it did not help. */
const PATIENCE_MS = 5_000;
const LOOK_MS = 1_000;
/** How often it asks when it knows that it misses something. The server takes a question in two seconds, no more. */
const MISSING_MS = 4_000;
/** A frame that was lost without a trace is missed at the latest by this. */
const ASK_MS = 12_000;
const BACKOFF_MAX_MS = 2_500;

export class ModelClient implements Boarder {
  readonly kind = 'model';
  ended = false;
  doc!: Y.Doc;
  /** Mends itself where the network does what no TCP does. */
  #mends: boolean;
  readonly #place: Place;
  #ledger = new EditLedger();
  #socket: SimSocket | null = null;
  #synced = false;
  #whole = false;
  #answered = false;
  #failures = 0;
  #left = false;
  #wrongSince: number | null = null;
  #patience = PATIENCE_MS;
  #lastAsked = 0;
  /** Own updates that are not known to be on disk. */
  #unsaved: { deed: Deed; bytes: Uint8Array }[] = [];
  #trusted = true;

  constructor(place: Place, mends = true) {
    this.#place = place;
    this.#mends = mends;
    this.#begin();
    this.#connect();
    this.#lookLater();
  }

  get who() {
    return this.#place.caller.who;
  }

  get ready(): boolean {
    return this.#whole;
  }

  get settled(): boolean {
    return this.#synced && this.#ledger.unsaved === 0 && !this.#pending;
  }

  get state(): string {
    const { unsaved } = this.#ledger;
    return `synced ${this.#synced}, unsaved ${unsaved}, pending ${this.#pending}, answered ${this.#answered}`;
  }

  /** Asks no more for what it does not know to miss. */
  rest(): void {
    this.#mends = false;
  }

  reload(): void {
    const left = this.#unsaved;
    this.#disconnect();
    this.doc.destroy();
    this.ended = false;
    this.#begin();
    for (const { bytes } of left) Y.applyUpdate(this.doc, bytes, 'leftover');
    this.#unsaved = left;
    this.#connect();
  }

  close(): void {
    this.#left = true;
    this.#disconnect();
    this.doc.destroy();
  }

  /** Asks anew for all that it lacks. */
  #ask(): void {
    this.#lastAsked = this.#place.clock.monotonic();
    this.#socket?.send(syncFrame(SYNC.step1, Y.encodeStateVector(this.doc)));
  }

  get #pending(): boolean {
    return this.doc.store.pendingStructs !== null || this.doc.store.pendingDs !== null;
  }

  #begin(): void {
    const { chronicle } = this.#place;
    const doc = new Y.Doc();
    this.doc = doc;
    this.#whole = false;
    chronicle.watch(doc, this.who);
    doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin === this || origin === 'leftover') return;
      const deed = chronicle.newest(doc)!;
      this.#unsaved.push({ deed, bytes });
      const edit = this.#ledger.edit(() => {
        this.#sendDoc(SYNC.update, bytes);
        return true;
      });
      void edit.outcome.then((outcome) => this.#settled(deed, outcome));
    });
  }

  #settled(deed: Deed, outcome: 'saved' | 'lost'): void {
    this.#unsaved = this.#unsaved.filter((one) => one.deed !== deed);
    if (outcome === 'saved') this.#place.onSaved(deed, this.#trusted);
    else if (deed.fate === 'open') deed.fate = 'lost';
  }

  #connect(): void {
    const { network, caller } = this.#place;
    const socket = new SimSocket(network, caller);
    this.#socket = socket;
    this.#answered = false;
    this.#wrongSince = null;
    this.#trusted = true;
    this.#ledger.connected();
    socket.onopen = () => this.#ask();
    socket.onmessage = ({ data }) => this.#read(new Uint8Array(data));
    socket.onclose = ({ code }) => {
      if (socket !== this.#socket) return;
      this.#synced = false;
      this.#socket = null;
      if (code >= 4400 && code < 4500) this.ended = true;
      else this.#connectLater();
    };
  }

  #connectLater(): void {
    const wait = Math.min(BACKOFF_MAX_MS, 100 * 2 ** ++this.#failures);
    this.#place.clock.after(wait * this.#place.random.between(0.3, 1), () => {
      if (!this.#socket && !this.#left && !this.ended) this.#connect();
    });
  }

  #disconnect(): void {
    const socket = this.#socket;
    this.#socket = null;
    this.#synced = false;
    socket?.close();
  }

  #read(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes);
    switch (decoding.readVarUint(decoder)) {
      case FRAME.sync: {
        const kind = decoding.readVarUint(decoder);
        const payload = decoding.readVarUint8Array(decoder);
        if (kind === SYNC.step1) {
          this.#answered = true;
          this.#sendDoc(SYNC.step2, Y.encodeStateAsUpdate(this.doc, payload));
          return;
        }
        Y.applyUpdate(this.doc, payload, this);
        if (kind !== SYNC.step2) return;
        this.#synced = true;
        this.#whole = true;
        this.#failures = 0;
        return;
      }
      case FRAME.saved:
        this.#trusted = !this.#socket!.link.spoilt;
        this.#ledger.saved(readSaved(decoder));
        return;
      case FRAME.refused: {
        // The document holds what the server will not have; what was not saved goes with it.
        this.#disconnect();
        this.#ledger.lose();
        this.#unsaved = [];
        this.doc.destroy();
        this.#begin();
        this.#connectLater();
      }
    }
  }

  #sendDoc(kind: 1 | 2, payload: Uint8Array): void {
    // What is done before the answer travels in the answer.
    if (kind === SYNC.update && !this.#answered) return;
    if (this.#socket?.readyState !== 1) return;
    this.#ledger.sent(kind === SYNC.step2 ? 'step2' : 'update');
    this.#socket.send(syncFrame(kind, payload));
  }

  #lookLater(): void {
    this.#place.clock.after(LOOK_MS, () => {
      if (this.#left) return;
      if (this.#socket?.readyState === 1) this.#look();
      this.#lookLater();
    });
  }

  #look(): void {
    const now = this.#place.clock.monotonic();
    const wrong = !this.settled;
    this.#wrongSince = wrong ? (this.#wrongSince ?? now) : null;
    if (!wrong) this.#patience = PATIENCE_MS;
    if (this.#wrongSince !== null && now - this.#wrongSince > this.#patience) {
      this.#patience = Math.min(this.#patience * 2, 40_000);
      this.#disconnect();
      this.#connectLater();
    } else if (this.#mends && now - this.#lastAsked > (this.#pending ? MISSING_MS : ASK_MS)) {
      this.#ask();
    }
  }
}
