/**
 * A simulated person at a board: an unchanged y-websocket provider, hands that drag and group, and a ledger that knows
 * which of the person's own edits are on disk.
 */

import { EventEmitter, once, setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { type Pos, readClusters, readMeta, readNotes } from '../../shared/board/boardDoc.ts';
import { addNote, type Change, move, type NewNote } from '../../shared/board/boardOps.ts';
import { type BoardView, viewBoard } from '../../shared/board/boardView.ts';
import { type ClusterId, type NoteId, newId, type StationId } from '../../shared/domain/ids.ts';
import {
  FRAME,
  type HeldMove,
  MOTION,
  type Move,
  type Refusal,
  readRefused,
  readSaved,
  readWelcome,
  SYNC,
  type Welcome,
} from '../../shared/protocol/boardFrames.ts';
import { HandWriter, MotionReader } from '../../shared/protocol/motionFrames.ts';
import { type Edit, EditLedger } from './EditLedger.ts';
import { handPath } from './path.ts';
import { Random } from './random.ts';

const MOTION_HZ = 15;

export interface BoarderOptions {
  baseUrl: string;
  stationId: StationId;
  token: string;
  /** A client that knows nothing of our frames: no motion, and never told what is on disk. */
  stock?: boolean;
  random?: Random;
}

/** How a drag goes. `drop` is the one transaction at its end; without it the thing lies where it was let go. */
export interface DragHow {
  ms?: number;
  drop?: (doc: Y.Doc) => Change[];
}

export class Boarder {
  readonly stationId: StationId;
  /** Ids of notes that this person hung up and that the server has acknowledged as on disk. */
  readonly acknowledged = new Set<NoteId>();
  /** What the server refused, oldest first. After each the person starts afresh with the server's document. */
  readonly refusals: Refusal[] = [];
  /** Said anew by the server at each connection; null before, and for a stock client. */
  welcome: Welcome | null = null;
  /** Why there will be no more connections, once that is so. */
  ended: { code: number; reason: string } | null = null;
  /** Told of what others hold, as it comes. */
  onMotion: (moves: HeldMove[]) => void = () => {};

  readonly #options: BoarderOptions;
  readonly #random: Random;
  readonly #ledger = new EditLedger();
  readonly #events = new EventEmitter();
  readonly #leaving = new AbortController();
  #hand = new HandWriter();
  #eyes = new MotionReader();
  #doc!: Y.Doc;
  #provider!: WebsocketProvider;

  constructor(options: BoarderOptions) {
    this.#options = options;
    this.stationId = options.stationId;
    this.#random = options.random ?? new Random(1);
    this.#events.setMaxListeners(0);
    setMaxListeners(0, this.#leaving.signal);
    this.#join();
  }

  /** The board as this person sees it. A fresh one after a refusal: don't keep it. */
  get doc(): Y.Doc {
    return this.#doc;
  }

  get view(): BoardView {
    return viewBoard(readNotes(this.#doc), readClusters(this.#doc));
  }

  get synced(): boolean {
    return this.#provider.synced;
  }

  /** Edits of one's own that are not yet known to be on disk. */
  get unsaved(): number {
    return this.#ledger.unsaved;
  }

  /** Resolves when the server's document is here; rejects when the server has closed the door. */
  async joined(): Promise<void> {
    while (!this.synced) {
      if (this.ended) throw new Error(`the board is closed: ${this.ended.code} ${this.ended.reason}`);
      await once(this.#events, 'change');
    }
  }

  /** Resolves when all edits made so far are on disk (true) or some of them lost (false). */
  async allSettled(): Promise<boolean> {
    const losses = this.#losses;
    while (this.unsaved > 0) await once(this.#events, 'change');
    return this.#losses === losses;
  }
  #losses = 0;

  /** Makes one change of one's own, as `shared/board/boardOps` has them. */
  edit(op: (doc: Y.Doc) => Change[]): Edit {
    let changes: Change[] = [];
    const edit = this.#ledger.edit(() => {
      changes = op(this.#doc);
      return changes.length > 0;
    });
    void edit.outcome.then((outcome) => {
      if (outcome === 'lost') this.#losses++;
      if (outcome === 'saved') {
        for (const change of changes) if (change.kind === 'added') this.acknowledged.add(change.note.id);
      }
      this.#events.emit('change');
    });
    return edit;
  }

  /** Hangs a note up, by default in the board's present round. */
  add(note: Omit<NewNote, 'id' | 'at' | 'round'> & Partial<NewNote>): { id: NoteId; edit: Edit } {
    const id = note.id ?? newId('n');
    const round = note.round ?? readMeta(this.#doc)?.round ?? 1;
    return { id, edit: this.edit((doc) => addNote(doc, { at: Date.now(), ...note, id, round })) };
  }

  /** Shows others what is in one's hand. Never stored; a stock client shows nothing. */
  hold(moves: readonly Move[]): void {
    const socket = this.#provider.ws;
    if (this.#options.stock || !this.#provider.wsconnected || socket?.readyState !== WebSocket.OPEN) return;
    socket.send(this.#hand.frame(moves) as Uint8Array<ArrayBuffer>);
  }

  /**
   * Drags a note or a cluster along a hand's path, in motion frames, and commits once, at the drop.
   * @returns the commit, or null where the thing was gone or the person left with it in hand
   */
  async drag(id: NoteId | ClusterId, to: Pos, { ms = 1_200, drop }: DragHow = {}): Promise<Edit | null> {
    const from = this.#placeOf(id);
    if (!from) return null;
    for (const [x, y] of handPath(from, to, Math.ceil((ms / 1_000) * MOTION_HZ), this.#random)) {
      this.hold([{ id, state: MOTION.held, x, y }]);
      try {
        await pause(1_000 / MOTION_HZ, undefined, { signal: this.#leaving.signal });
      } catch {
        return null;
      }
    }
    const [x, y] = to;
    const gone = !this.#placeOf(id);
    this.hold([{ id, state: gone ? MOTION.cancelled : MOTION.dropped, x, y }]);
    return gone ? null : this.edit(drop ?? ((doc) => move(doc, [{ id, pos: to }])));
  }

  /** Cuts the connection as a bad network would; the provider comes back by itself. */
  cut(): void {
    (this.#provider.ws as unknown as WebSocket | null)?.terminate();
  }

  /** Leaves the board. What is not on disk by now is lost. */
  close(): void {
    if (this.#leaving.signal.aborted) return;
    this.#leaving.abort();
    this.#leave();
    this.ended ??= { code: 1000, reason: 'this person has left' };
    this.#events.emit('change');
  }

  #join(): void {
    const { baseUrl, stationId, token, stock = false } = this.#options;
    // Each provider listens for the process's end; a crowd's worth of them is no leak.
    setMaxListeners(0, process as unknown as EventEmitter);
    const doc = new Y.Doc();
    const awareness = new Awareness(doc);
    // Our clients have no awareness: who is present is the hall channel's to tell.
    if (!stock) awareness.setLocalState(null);
    const provider = new WebsocketProvider(`${baseUrl.replace(/^http/, 'ws')}/board`, stationId, doc, {
      awareness,
      params: stock ? { token } : { token, v: '1' },
      // The DOM's socket type and ws's differ in members that the provider never uses.
      WebSocketPolyfill: countingSocket(this.#ledger) as never,
      // All people of this process would share one channel, past the server.
      disableBc: true,
    });
    provider.on('sync', () => this.#events.emit('change'));
    provider.on('closed', ({ code, reason }) => {
      this.ended = { code, reason };
      this.#ledger.lose();
      this.#events.emit('change');
    });
    if (!stock) this.#readOurFrames(provider);
    this.#doc = doc;
    this.#provider = provider;
  }

  #readOurFrames(provider: WebsocketProvider): void {
    const { messageHandlers } = provider as unknown as {
      messageHandlers: ((encoder: unknown, decoder: decoding.Decoder) => void)[];
    };
    messageHandlers[FRAME.saved] = (_, decoder) => {
      this.#ledger.saved(readSaved(decoder));
      this.#events.emit('change');
    };
    messageHandlers[FRAME.motion] = (_, decoder) => this.onMotion(this.#eyes.read(decoder));
    messageHandlers[FRAME.welcome] = (_, decoder) => {
      this.welcome = readWelcome(decoder);
      this.#hand = new HandWriter();
      this.#eyes = new MotionReader();
    };
    messageHandlers[FRAME.refused] = (_, decoder) => {
      this.refusals.push(readRefused(decoder));
      // The document holds what the server won't have, and can't unlearn it. Not from within the old socket's event.
      queueMicrotask(() => {
        if (provider !== this.#provider || this.#leaving.signal.aborted) return;
        this.#leave();
        this.#join();
      });
    };
  }

  #leave(): void {
    this.#ledger.lose();
    this.#provider.destroy();
    this.#doc.destroy();
  }

  #placeOf(id: NoteId | ClusterId): Pos | null {
    const { notes, clusters } = this.view;
    const thing = notes.get(id as NoteId) ?? clusters.get(id as ClusterId);
    return thing ? [thing.x, thing.y] : null;
  }
}

/** A socket class for a provider that tells the ledger of each connection and each document frame sent on it. */
function countingSocket(ledger: EditLedger) {
  return class extends WebSocket {
    constructor(...args: ConstructorParameters<typeof WebSocket>) {
      super(...args);
      ledger.connected();
    }

    override send(...args: unknown[]): void {
      const [bytes] = args;
      // Counted before it goes: the provider sends within the very transaction that the edit is.
      if (bytes instanceof Uint8Array && bytes[0] === FRAME.sync) {
        if (bytes[1] === SYNC.step2) ledger.sent('step2');
        else if (bytes[1] === SYNC.update) ledger.sent('update');
      }
      (super.send as (...args: unknown[]) => void)(...args);
    }
  };
}
