/**
 * A hand-driven client of the board channel: sends any bytes, keeps every frame that comes, and speaks the protocol as
 * an honest client does unless told to be mute.
 */

import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { type NoteView, readNotes } from '../../shared/board/boardDoc.ts';
import { addNote, type NewNote } from '../../shared/board/boardOps.ts';
import { type NoteId, newId, type StationId } from '../../shared/domain/ids.ts';
import {
  FRAME,
  type HeldMove,
  type Refusal,
  readRefused,
  readSaved,
  readWelcome,
  SYNC,
  syncFrame,
  type Welcome,
} from '../../shared/protocol/boardFrames.ts';
import { MotionReader } from '../../shared/protocol/motionFrames.ts';
import { until } from './until.ts';

export interface BoardClientOptions {
  base: string;
  station: StationId | string;
  token?: string;
  /** Knows our own frames (`v=1`). */
  ours?: boolean;
  /** Answers nothing and takes nothing in. */
  mute?: boolean;
  headers?: Record<string, string>;
  /** Further parameters of the address. */
  params?: Record<string, string>;
}

export interface Closed {
  code: number;
  reason: string;
}

export class BoardClient {
  readonly #eyes = new MotionReader();
  readonly doc = new Y.Doc();
  readonly socket: WebSocket;
  readonly frames: Uint8Array[] = [];
  readonly refusals: Refusal[] = [];
  readonly motion: HeldMove[][] = [];
  readonly awareness: Uint8Array[] = [];
  welcome: Welcome | null = null;
  /** Document frames sent, and of those how many are on disk. */
  sent = 0;
  saved = 0;
  /** SyncStep2 and updates that came. */
  updates: Uint8Array[] = [];
  /** Times the server asked for what this client has. */
  asked = 0;
  closed: Closed | null = null;
  /** The status with which the upgrade was refused. */
  refusedUpgrade: number | null = null;
  #askers: { answer(bytes: Uint8Array): void; close(why: Closed): void }[] = [];

  constructor({
    base,
    station,
    token,
    ours = true,
    mute = false,
    headers = {},
    params = {},
  }: BoardClientOptions) {
    const query = new URLSearchParams({
      ...(token ? { token } : {}),
      ...(ours ? { v: '1' } : {}),
      ...params,
    });
    const url = `${base.replace(/^http/, 'ws')}/board/${station}?${query}`;
    this.socket = new WebSocket(url, { headers, perMessageDeflate: false });
    this.socket.on('message', (data: Buffer) => this.#take(new Uint8Array(data), mute));
    this.socket.on('close', (code, reason) => {
      this.closed ??= { code, reason: reason.toString() };
      for (const asker of this.#askers.splice(0)) asker.close(this.closed);
    });
    this.socket.on('unexpected-response', (request, response) => {
      this.refusedUpgrade = response.statusCode ?? 0;
      this.closed ??= { code: 1006, reason: `${response.statusCode}` };
      response.resume();
      request.destroy();
    });
    this.socket.on('error', () => {});
    this.doc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin !== this && !mute) this.change(bytes);
    });
  }

  static async open(options: BoardClientOptions): Promise<BoardClient> {
    const client = new BoardClient(options);
    await until(() => client.socket.readyState !== WebSocket.CONNECTING, { what: 'a board socket to open' });
    return client;
  }

  /** In the broadcast set, with the board as the server has it. */
  static async joined(options: BoardClientOptions): Promise<BoardClient> {
    const client = await BoardClient.open(options);
    await client.ask();
    return client;
  }

  get notes(): NoteView[] {
    return readNotes(this.doc);
  }

  send(frame: Uint8Array | string): void {
    this.socket.send(frame);
  }

  /** Sends an update, or as a SyncStep2. */
  change(update: Uint8Array, kind: 'update' | 'step2' = 'update'): void {
    this.sent++;
    this.send(syncFrame(SYNC[kind], update));
  }

  /** Sends a SyncStep1 and waits for its answer: all that was sent before it is dealt with then. @returns the answer */
  async ask(stateVector: Uint8Array = Uint8Array.of(0)): Promise<Uint8Array> {
    const answered = this.#nextAnswer();
    this.send(syncFrame(SYNC.step1, stateVector));
    return answered;
  }

  /** Told at once and not looked for: thousands of questions are asked in a test. */
  #nextAnswer(): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('no answer to a SyncStep1 within 20 s')), 20_000);
      this.#askers.push({
        answer: (bytes) => {
          clearTimeout(late);
          resolve(bytes);
        },
        close: ({ code, reason }) => {
          clearTimeout(late);
          reject(new Error(`closed with ${code} ${reason}`));
        },
      });
      if (this.closed) this.#askers.pop()!.close(this.closed);
    });
  }

  /** Hangs a whole note. @returns its id */
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

  /** Resolves when all that was sent so far is on disk. */
  async allSaved(): Promise<void> {
    const wanted = this.sent;
    await until(() => this.saved >= wanted || this.closed, { what: `${wanted} frames to be on disk` });
    if (this.closed) throw new Error(`closed with ${this.closed.code} ${this.closed.reason}`);
  }

  whenClosed(within = 20_000): Promise<Closed> {
    return until(() => this.closed, { what: 'a board socket to be closed', within });
  }

  leave(): void {
    this.socket.terminate();
    this.doc.destroy();
  }

  #take(frame: Uint8Array, mute: boolean): void {
    this.frames.push(frame);
    const decoder = decoding.createDecoder(frame);
    switch (decoding.readVarUint(decoder)) {
      case FRAME.sync:
        this.#takeSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder), mute);
        return;
      case FRAME.awareness:
        this.awareness.push(decoding.readVarUint8Array(decoder));
        return;
      case FRAME.saved:
        this.saved = readSaved(decoder);
        return;
      case FRAME.motion:
        this.motion.push(this.#eyes.read(decoder));
        return;
      case FRAME.refused:
        this.refusals.push(readRefused(decoder));
        return;
      case FRAME.welcome:
        this.welcome = readWelcome(decoder);
    }
  }

  #takeSync(kind: number, payload: Uint8Array, mute: boolean): void {
    if (kind === SYNC.step1) {
      this.asked++;
      if (!mute) this.change(Y.encodeStateAsUpdate(this.doc, payload), 'step2');
      return;
    }
    this.updates.push(payload);
    if (!mute) Y.applyUpdate(this.doc, payload, this);
    if (kind === SYNC.step2) this.#askers.shift()?.answer(payload);
  }
}
