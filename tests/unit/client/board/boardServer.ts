/** A board server that does nothing by itself but sync: the test says what is saved, refused or cut. */

import type { AddressInfo } from 'node:net';
import * as decoding from 'lib0/decoding';
import { type WebSocket, WebSocketServer } from 'ws';
import * as Y from 'yjs';
import {
  FRAME,
  type Refusal,
  refusedFrame,
  SYNC,
  savedFrame,
  syncFrame,
  type Welcome,
  welcomeFrame,
} from '../../../../shared/protocol/boardFrames.ts';

/** One connection, and what came by it. */
export interface Visit {
  socket: WebSocket;
  path: string;
  /** Document frames, as the server counts them. */
  documents: { kind: number; bytes: Uint8Array }[];
  /** Frames of all kinds, by their first byte. */
  kinds: number[];
}

export class BoardServer {
  doc = new Y.Doc();
  epoch = 1;
  readonly visits: Visit[] = [];
  mode: Welcome['mode'] = 'write';
  /** Asks for what the client has only when the test says so. */
  asks = true;
  /** Takes what clients write into its document. */
  takes = true;
  readonly #server: WebSocketServer;

  private constructor(server: WebSocketServer) {
    this.#server = server;
    server.on('connection', (socket, request) => this.#welcome(socket, request.url ?? ''));
    this.#listen();
  }

  static async open(): Promise<BoardServer> {
    const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await new Promise((resolve) => server.once('listening', resolve));
    return new BoardServer(server);
  }

  get base(): string {
    return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The newest connection. */
  get visit(): Visit | undefined {
    return this.visits.at(-1);
  }

  /** Everything is gone, as if an old backup had been restored. */
  restore(): void {
    this.doc = new Y.Doc();
    this.epoch++;
    this.#listen();
  }

  ask(): void {
    this.visit!.socket.send(syncFrame(SYNC.step1, Y.encodeStateVector(this.doc)));
  }

  /** Says that the first frames of the newest connection are on disk. */
  save(count = this.visit!.documents.length): void {
    this.visit!.socket.send(savedFrame(count));
  }

  refuse(refusal: Partial<Refusal> = {}, { socket }: Visit = this.visit!): void {
    socket.send(refusedFrame({ code: 'denied', note: '', field: '', text: 'no', ...refusal }));
  }

  close(): Promise<void> {
    for (const client of this.#server.clients) client.terminate();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }

  #listen(): void {
    this.doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      for (const { socket } of this.visits) if (socket !== origin) socket.send(syncFrame(SYNC.update, bytes));
    });
  }

  #welcome(socket: WebSocket, path: string): void {
    const visit: Visit = { socket, path, documents: [], kinds: [] };
    this.visits.push(visit);
    socket.on('message', (data: Buffer) => this.#take(visit, new Uint8Array(data)));
    socket.send(welcomeFrame({ holder: this.visits.length, epoch: this.epoch, mode: this.mode }));
    if (this.asks) this.ask();
  }

  #take(visit: Visit, bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes);
    const frame = decoding.readVarUint(decoder);
    visit.kinds.push(frame);
    if (frame !== FRAME.sync) return;
    const kind = decoding.readVarUint(decoder);
    const payload = decoding.readVarUint8Array(decoder);
    if (kind === SYNC.step1) {
      visit.socket.send(syncFrame(SYNC.step2, Y.encodeStateAsUpdate(this.doc, payload)));
    } else {
      visit.documents.push({ kind, bytes: payload });
      if (this.takes) Y.applyUpdate(this.doc, payload, visit.socket);
    }
  }
}
