/** A tab with our own client, as it is: `client/sync/boardConnection.ts` over a simulated socket and device. */

import type * as Y from 'yjs';
import type { DeviceStorage } from '../../../client/state/deviceStorage.ts';
import { BoardConnection } from '../../../client/sync/boardConnection.ts';
import { FRAME, type Move } from '../../../shared/protocol/boardFrames.ts';
import type { Deed } from '../Chronicle.ts';
import { type SimSocket, socketClass } from '../Network.ts';
import type { Boarder, Place } from './Boarder.ts';

const UNSAVED = 'vh.unsaved.';

/** What one person's browser keeps; all their tabs share it, and hear what the others change. */
export class Device {
  readonly kept = new Map<string, string>();
  /** What each kept update is, by its key and by its record: a tab may keep one anew under another key. */
  readonly deeds = new Map<string, Deed>();
  readonly deedOf = new Map<string, Deed>();
  readonly ears = new Map<TrueClient, (key: string) => void>();
}

export class TrueClient implements Boarder {
  readonly kind = 'true';
  readonly #place: Place;
  readonly #device: Device;
  #connection!: BoardConnection;
  #watched: Y.Doc | null = null;
  /** The frame that is being read now, and whether its connection is as it should be. */
  #reading: { frame: number; trusted: boolean } | null = null;
  #givenUp: Deed[] = [];
  #dead = false;
  #asleep = false;

  constructor(place: Place, device: Device = new Device()) {
    this.#place = place;
    this.#device = device;
    this.#open();
  }

  get who() {
    return this.#place.caller.who;
  }

  get doc(): Y.Doc {
    const { doc } = this.#connection;
    if (doc !== this.#watched) {
      this.#watched = doc;
      this.#place.chronicle.watch(doc, this.who);
    }
    return doc;
  }

  get ready(): boolean {
    return this.#connection.state.getState().synced;
  }

  get settled(): boolean {
    const { status, synced, unsaved } = this.#connection.state.getState();
    return status === 'live' && synced && unsaved === 0;
  }

  get ended(): boolean {
    return this.#connection.state.getState().status === 'closed';
  }

  get state(): string {
    return JSON.stringify({ ...this.#connection.state.getState(), returned: undefined });
  }

  /** Texts that the person has been given back. */
  get returned(): readonly { note: string; text: string }[] {
    return this.#connection.state.getState().returned;
  }

  /** Shows others what is in one's hand. */
  hold(moves: readonly Move[]): void {
    this.#connection.sendMoves(moves);
  }

  /** Loads the page anew; now and then because it has died. */
  reload(): void {
    if (this.#place.random.chance(0.3)) this.crash();
    else this.close();
    this.#dead = false;
    this.#open();
  }

  close(): void {
    this.#connection.close();
  }

  /** The page dies, without a farewell to the device or to anybody. */
  crash(): void {
    this.#dead = true;
    this.#connection.close();
  }

  /** The page is put to sleep, or wakes: meanwhile it hears nothing of the other tabs. */
  set asleep(asleep: boolean) {
    this.#asleep = asleep;
  }

  #open(): void {
    const { caller, network } = this.#place;
    const { participant, role } = this.who;
    const hear = (bytes: Uint8Array, socket: SimSocket) => {
      this.#reading = { frame: bytes[0]!, trusted: !socket.link.spoilt };
      // Until the provider is done with this frame, which is in this turn.
      queueMicrotask(() => {
        this.#reading = null;
      });
    };
    this.#connection = new BoardConnection({
      base: 'ws://simulated',
      station: caller.station,
      role,
      writer: role === 'wall' ? null : { participant, storage: this.#storage(), watch: this.#watch },
      socket: socketClass(network, caller, hear),
    });
    const connection = this.#connection;
    let known = connection.state.getState().refused;
    connection.state.subscribe(({ refused }) => {
      if (refused === known) return;
      known = refused;
      this.#refused(connection);
    });
    // It is new, and shall be known by name before anybody writes in it.
    void this.doc;
  }

  #storage(): DeviceStorage {
    const { kept, deeds, deedOf } = this.#device;
    return {
      get: (key) => kept.get(key) ?? null,
      set: (key, value) => {
        if (this.#dead) return false;
        kept.set(key, value);
        this.#tellOthers(key);
        if (!key.startsWith(UNSAVED)) return true;
        const deed = deedOf.get(value) ?? this.#place.chronicle.newest(this.doc);
        if (!deed) return true;
        deeds.set(key, deed);
        deedOf.set(value, deed);
        return true;
      },
      remove: (key) => {
        if (this.#dead) return;
        if (kept.delete(key)) this.#tellOthers(key);
        const deed = deeds.get(key);
        deeds.delete(key);
        if (!deed) return;
        if (this.#reading?.frame === FRAME.saved) this.#place.onSaved(deed, this.#reading.trusted);
        else this.#givenUp.push(deed);
      },
      keys: (prefix) => [...kept.keys()].filter((key) => key.startsWith(prefix)),
    };
  }

  readonly #watch = (listener: (key: string) => void) => {
    this.#device.ears.set(this, listener);
    return () => this.#device.ears.delete(this);
  };

  #tellOthers(key: string): void {
    for (const [tab, hear] of this.#device.ears) {
      if (tab !== this) this.#place.clock.after(3, () => tab.#asleep || tab.#dead || hear(key));
    }
  }

  /** What was given up must be in the person's hands now, in plain words, unless it hangs on the board so. */
  #refused(connection: BoardConnection): void {
    const lost = this.#givenUp.splice(0);
    for (const deed of lost) if (deed.fate === 'open') deed.fate = 'lost';
    const newest = new Map<string, string>();
    for (const { texts } of lost) for (const { note, after } of texts) newest.set(note, after);
    const { returned } = connection.state.getState();
    const missing = [...newest].filter(
      ([note, text]) => text !== '' && !returned.some((one) => one.note === note && one.text === text),
    );
    this.#place.onReturned(
      this.who,
      missing.map(([note, text]) => ({ note, text })),
    );
  }
}
