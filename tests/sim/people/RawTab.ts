/** A tab that does nothing by itself: the test says what it sends, and it remembers what it is told. */

import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { FRAME, readRefused, readSaved, SYNC, syncFrame } from '../../../shared/protocol/boardFrames.ts';
import type { Who } from '../Chronicle.ts';
import { STATION } from '../hall.ts';
import { type Caller, SimSocket } from '../Network.ts';
import { FAIR } from '../Pipe.ts';
import { actorOf, type World } from '../World.ts';

export interface RawTabHow {
  who?: Who;
  ours?: boolean;
  /** One that was here before. */
  doc?: Y.Doc;
}

export class RawTab {
  readonly doc: Y.Doc;
  readonly who: Who;
  /** Codes of refusals (102). */
  readonly refused: string[] = [];
  /** Counts of frames on disk (100). */
  readonly saved: number[] = [];
  /** State vectors that the server asked with. */
  readonly asked: Uint8Array[] = [];
  /** Updates and answers that came. */
  updates = 0;
  closed: number | null = null;
  readonly #world: World;
  readonly #socket: SimSocket;

  constructor(world: World, { who = world.person(), ours = true, doc }: RawTabHow = {}) {
    this.#world = world;
    this.who = who;
    this.doc = doc ?? new Y.Doc();
    if (!doc) world.chronicle.watch(this.doc, who);
    const caller: Caller = { who, ours, actor: actorOf(who), station: STATION.id, weather: { ...FAIR } };
    this.#socket = new SimSocket(world.network, caller);
    this.#socket.onmessage = ({ data }) => this.#read(new Uint8Array(data));
    this.#socket.onclose = ({ code }) => {
      this.closed = code;
    };
  }

  /** Connects, and is asked what it has. */
  async knock(): Promise<this> {
    await this.#world.clock.until(() => this.#socket.readyState === 1 && this.asked.length > 0, 10_000);
    return this;
  }

  /** Connects, and has the board. */
  async join(): Promise<this> {
    await this.knock();
    this.ask();
    await this.#world.clock.until(() => this.updates > 0, 10_000);
    return this;
  }

  ask(): void {
    this.#socket.send(syncFrame(SYNC.step1, Y.encodeStateVector(this.doc)));
  }

  /** Answers what the server asked last, with all that it lacked then. */
  answer(): void {
    this.whole(Y.encodeStateAsUpdate(this.doc, this.asked.at(-1)));
  }

  whole(bytes: Uint8Array): void {
    this.#socket.send(syncFrame(SYNC.step2, bytes));
  }

  update(bytes: Uint8Array): void {
    this.#socket.send(syncFrame(SYNC.update, bytes));
  }

  /** Changes the document. @returns the update that it made */
  make(change: (doc: Y.Doc) => void): Uint8Array {
    const made: Uint8Array[] = [];
    const collect = (bytes: Uint8Array) => void made.push(bytes);
    this.doc.on('update', collect);
    change(this.doc);
    this.doc.off('update', collect);
    return Y.mergeUpdates(made);
  }

  close(): void {
    this.#socket.close();
  }

  #read(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes);
    switch (decoding.readVarUint(decoder)) {
      case FRAME.sync: {
        const kind = decoding.readVarUint(decoder);
        const payload = decoding.readVarUint8Array(decoder);
        if (kind === SYNC.step1) {
          this.asked.push(payload);
          return;
        }
        this.updates++;
        Y.applyUpdate(this.doc, payload, this);
        return;
      }
      case FRAME.saved:
        this.saved.push(readSaved(decoder));
        return;
      case FRAME.refused:
        this.refused.push(readRefused(decoder).code);
    }
  }
}
