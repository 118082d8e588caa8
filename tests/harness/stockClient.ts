/** A stock client: the provider of y-websocket, unchanged, as its users in Node have it. */

import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { type NoteView, readNotes } from '../../shared/board/boardDoc.ts';
import { addNote, type NewNote } from '../../shared/board/boardOps.ts';
import { type NoteId, newId, type StationId } from '../../shared/domain/ids.ts';
import { until } from './until.ts';

export class StockClient {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;
  /** Codes with which connections ended; null where the provider itself gave up. */
  readonly closes: (number | null)[] = [];
  /** The provider has stopped for good, with this code. */
  ended: number | null = null;
  attempts = 1;

  /** @param tab shares its document with the other tabs of this process past the server, as in one browser */
  constructor(
    base: string,
    station: StationId | string,
    token: string,
    params: Record<string, string> = {},
    tab = false,
  ) {
    this.provider = new WebsocketProvider(`${base.replace(/^http/, 'ws')}/board`, station, this.doc, {
      params: { token, ...params },
      // The DOM's socket type and ws's differ in members that the provider never uses.
      WebSocketPolyfill: WebSocket as never,
      // All clients of this process would share one channel.
      disableBc: !tab,
    });
    this.provider.on('status', ({ status }) => {
      if (status === 'connecting') this.attempts++;
    });
    this.provider.on('connection-close', (event) => this.closes.push(event?.code ?? null));
    this.provider.on('closed', ({ code }) => {
      this.ended = code;
    });
  }

  get notes(): NoteView[] {
    return readNotes(this.doc);
  }

  note(id: NoteId): NoteView | undefined {
    return this.notes.find((note) => note.id === id);
  }

  /** Hangs a whole note in one transaction. @returns its id */
  add(note: Partial<NewNote> = {}): NoteId {
    const whole = {
      id: newId('n'),
      text: 'En lapp',
      pos: [10, 20] as const,
      round: 1,
      at: Date.now(),
      ...note,
    };
    addNote(this.doc, whole);
    return whole.id;
  }

  async synced(): Promise<this> {
    await until(() => this.provider.synced || this.ended, { what: 'a stock client to be in sync' });
    if (this.ended) throw new Error(`the stock client was turned away with ${this.ended}`);
    return this;
  }

  /** Resolves with the code when the provider has stopped for good. */
  stopped(within = 20_000): Promise<number> {
    return until(() => this.ended, { what: 'a stock client to be turned away', within });
  }

  sees(id: NoteId): Promise<NoteView> {
    return until(() => this.note(id), { what: `a stock client to see ${id}` });
  }

  leave(): void {
    this.provider.destroy();
    this.provider.awareness.destroy();
    this.doc.destroy();
  }
}
