/** A tab with an unchanged y-websocket provider, alone or sharing its document with another tab by BroadcastChannel. */

import { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { socketClass } from '../Network.ts';
import type { Boarder, Place } from './Boarder.ts';

export class StockClient implements Boarder {
  readonly kind = 'stock';
  ended = false;
  doc!: Y.Doc;
  readonly #place: Place;
  readonly #channel: string | null;
  #provider!: WebsocketProvider;
  #whole = false;

  /** @param channel the name of the browser that its tabs share; null for a tab alone */
  constructor(place: Place, channel: string | null = null) {
    this.#place = place;
    this.#channel = channel;
    this.#open();
  }

  get who() {
    return this.#place.caller.who;
  }

  get ready(): boolean {
    return this.#whole;
  }

  get settled(): boolean {
    return this.#provider.synced;
  }

  get state(): string {
    const { synced, wsconnected, shouldConnect } = this.#provider;
    return `synced ${synced}, connected ${wsconnected}, trying ${shouldConnect}`;
  }

  reload(): void {
    this.close();
    this.#open();
  }

  close(): void {
    this.#provider.destroy();
    this.#provider.awareness.destroy();
    this.doc.destroy();
  }

  #open(): void {
    const { network, caller, chronicle } = this.#place;
    this.doc = new Y.Doc();
    this.ended = false;
    this.#whole = false;
    chronicle.watch(this.doc, this.who);
    const provider = new WebsocketProvider(`ws://${this.#channel ?? 'alone'}`, caller.station, this.doc, {
      WebSocketPolyfill: socketClass(network, caller),
      disableBc: this.#channel === null,
      awareness: new Awareness(this.doc),
    });
    this.#provider = provider;
    provider.on('closed', () => {
      if (provider === this.#provider) this.ended = true;
    });
    provider.on('sync', (synced: boolean) => {
      if (synced && provider === this.#provider) this.#whole = true;
    });
  }
}
