/**
 * The board channel of one station: y-websocket's provider, unchanged, with our frames beside its own. Tells truly
 * how it stands, what is not on disk yet, and what the server would not have.
 *
 * Over 300 lines: the life of one connection, whose steps only make sense side by side.
 */

import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { notesOf, readNote } from '../../shared/board/boardDoc.ts';
import type { Role } from '../../shared/domain/hall.ts';
import type { NoteId, ParticipantId, StationId } from '../../shared/domain/ids.ts';
import {
  FRAME,
  type HeldMove,
  type Move,
  type Refusal,
  readRefused,
  readSaved,
  readWelcome,
  type Welcome,
} from '../../shared/protocol/boardFrames.ts';
import { HandWriter, MotionReader, type ViewedArea, viewFrame } from '../../shared/protocol/motionFrames.ts';
import type { DeviceStorage } from '../state/deviceStorage.ts';
import { countingSocket, FrameTally } from './countingSocket.ts';
import { recordEdits } from './recordEdits.ts';
import { ReturnedTexts } from './returnedTexts.ts';
import { silentAwareness } from './silentAwareness.ts';
import { freshClient, SpareClients } from './spareClient.ts';
import { type OwnText, openUnsaved, type UnsavedEdits } from './unsaved.ts';
import { watchDevice } from './watchDevice.ts';

export interface BoardConnectionState {
  /**
   * `connecting`: for the first time. `offline`: no contact just now, it tries by itself. `closed`: the server said no
   * for good (`closeCode`), or refused too often.
   */
  status: 'connecting' | 'live' | 'offline' | 'closed';
  closeCode: number | null;
  /** What the server lets this connection do; null before it has said so. */
  mode: Welcome['mode'] | null;
  /** Whether the document has been whole at least once. */
  synced: boolean;
  /** Own edits that the server has not said are on disk. */
  unsaved: number;
  /** Whether those are kept on this device, should the page close. */
  kept: boolean;
  /** The newest refusal; a new object each time. */
  refused: Refusal | null;
  /** Own texts that the server would not have, to be copied or tried again. */
  returned: readonly OwnText[];
}

export interface BoardConnectionOptions {
  /** `ws://HOST` or `wss://HOST`. */
  base: string;
  station: StationId;
  role: Role;
  /** Who edits here, and where what is unsaved is kept; none for those who only look. */
  writer: { participant: ParticipantId; storage: DeviceStorage } | null;
  /** Another WebSocket than the browser's, for tests. */
  socket?: typeof WebSocket;
}

/** Without a word for this long, a socket is taken for dead when the screen wakes: the server speaks each 20 s. */
const SILENT_MS = 22_000;
/** A connection that takes so long when the screen wakes is tried anew. */
const STUCK_MS = 4_000;
const BACKOFF_MAX_MS = 6_000;
/** So many refusals in a minute, and something here is wrong: it stops rather than loops. */
const REFUSALS_MAX = 5;

export class BoardConnection {
  readonly state: StoreApi<BoardConnectionState>;
  #options: BoardConnectionOptions;
  #doc = new Y.Doc();
  #provider: WebsocketProvider;
  #unsaved: UnsavedEdits | null;
  #returned: ReturnedTexts | null;
  #spares: SpareClients | null;
  #stopAdopting: () => void = () => {};
  #tally: FrameTally;
  #holder: number | null = null;
  #hand = new HandWriter();
  #eyes = new MotionReader();
  #view: ViewedArea = 'all';
  #connectBegan = 0;
  #refusals: number[] = [];
  #docListeners = new Set<(doc: Y.Doc) => void>();
  /** The document that listeners were told of last. */
  #told: Y.Doc = this.#doc;
  #motionListeners = new Set<(moves: HeldMove[]) => void>();
  #stopWatching: () => void;

  constructor(options: BoardConnectionOptions) {
    this.#options = options;
    const { writer, station } = options;
    const place = writer && { station, participant: writer.participant };
    this.#unsaved = writer && openUnsaved(writer.storage, place!, () => this.#tellUnsaved());
    this.#returned = writer && new ReturnedTexts(writer.storage, place!);
    this.#spares = writer && new SpareClients(writer.storage, place!);
    this.#tally = new FrameTally((frame) => this.#unsaved?.answered(frame));
    this.state = createStore<BoardConnectionState>(() => ({
      status: 'connecting',
      closeCode: null,
      mode: null,
      synced: false,
      unsaved: this.#unsaved?.count ?? 0,
      kept: true,
      refused: null,
      returned: this.#returned?.texts ?? [],
    }));
    for (const update of this.#unsaved?.leftover ?? []) applyLeftover(this.#doc, update);
    this.#provider = this.#connect(this.#doc);
    this.#stopWatching = watchDevice({
      woke: () => this.#wake(),
      mayClose: () => this.state.getState().kept,
      left: () => this.#spareClient(),
      cameBack: () => {
        // A page that was put away and taken out again; another may have taken its id meanwhile.
        if (!this.#spares?.takeBack(this.#doc)) this.#doc.clientID = freshClient();
      },
    });
  }

  get doc(): Y.Doc {
    return this.#doc;
  }

  /** Calls now, and when a fresh document has taken this one's place and is whole. @returns what stops it */
  onDoc(listener: (doc: Y.Doc) => void): () => void {
    this.#docListeners.add(listener);
    listener(this.#told);
    return () => this.#docListeners.delete(listener);
  }

  /** Calls with what others hold. @returns what stops it */
  onMotion(listener: (moves: HeldMove[]) => void): () => void {
    this.#motionListeners.add(listener);
    return () => this.#motionListeners.delete(listener);
  }

  /** Shows others what is held here; lost without harm when there is no connection. */
  sendMoves(moves: readonly Move[]): void {
    const socket = this.#provider.ws;
    // `holder` is told in the welcome: a server that never welcomed us does not know our frames.
    if (this.#holder !== null && socket?.readyState === 1)
      socket.send(this.#hand.frame(moves) as Uint8Array<ArrayBuffer>);
  }

  /** Says what the board shows, so that motion elsewhere costs no network. Said anew after each connect. */
  setView(area: ViewedArea): void {
    this.#view = area;
    const socket = this.#provider.ws;
    if (this.#holder !== null && socket?.readyState === 1)
      socket.send(viewFrame(area) as Uint8Array<ArrayBuffer>);
  }

  /** Connects at once, also after the server has said no for good. */
  tryNow(): void {
    if (this.#provider.wsconnected) return;
    if (this.state.getState().status === 'closed') this.#tell({ status: 'offline', closeCode: null });
    this.#provider.disconnect();
    this.#provider.connect();
  }

  /** Takes a returned text off the list: it was copied, tried again or given up. */
  dismiss(note: NoteId): void {
    this.#giveBack(this.state.getState().returned.filter((text) => text.note !== note));
  }

  close(): void {
    this.#stopWatching();
    this.#stopAdopting();
    this.#spareClient();
    this.#docListeners.clear();
    this.#motionListeners.clear();
    this.#provider.destroy();
    this.#doc.destroy();
  }

  #connect(doc: Y.Doc): WebsocketProvider {
    const { base, station, role, socket } = this.#options;
    this.#connectBegan = Date.now();
    const provider = new WebsocketProvider(`${base}/board`, station, doc, {
      params: { v: '1', role },
      disableBc: true,
      awareness: silentAwareness(doc),
      WebSocketPolyfill: countingSocket(socket ?? WebSocket, this.#tally),
      maxBackoffTime: BACKOFF_MAX_MS,
    });
    const live = () => provider === this.#provider;
    provider.on('status', ({ status }) => {
      if (status === 'connecting') this.#connectBegan = Date.now();
    });
    provider.on('connection-close', () => {
      provider.maxBackoffTime = backoff(provider.wsUnsuccessfulReconnects + 1);
      this.#holder = null;
      this.#unsaved?.disconnected();
      if (live() && this.state.getState().status !== 'closed') this.#tell({ status: 'offline' });
    });
    provider.on('closed', ({ code }) => {
      if (live()) this.#tell({ status: 'closed', closeCode: code });
    });
    provider.on('sync', (synced: boolean) => {
      if (live() && synced) this.#synced();
    });
    const { messageHandlers } = provider;
    const ignore = () => {};
    messageHandlers[FRAME.awareness] = ignore;
    messageHandlers[FRAME.queryAwareness] = ignore;
    messageHandlers[FRAME.saved] = (_, decoder) => this.#unsaved?.saved(readSaved(decoder));
    messageHandlers[FRAME.motion] = (_, decoder) => this.#moved(this.#eyes.read(decoder));
    messageHandlers[FRAME.welcome] = (_, decoder) => {
      const { holder, mode } = readWelcome(decoder);
      this.#holder = holder;
      // A new connection knows nothing of what was held or seen on the one before.
      this.#hand = new HandWriter();
      this.#eyes = new MotionReader();
      this.setView(this.#view);
      this.#tell({ mode });
    };
    // The frame ends here; the document is thrown away once the provider is done with it.
    messageHandlers[FRAME.refused] = (_, decoder) => {
      const refusal = readRefused(decoder);
      queueMicrotask(() => live() && this.#refused(refusal));
    };
    if (this.#unsaved) {
      // After the provider, which by then has sent the edit: so the frame that bears it is known.
      const sent = () => this.#tally.answered && provider.wsconnected && provider.ws?.readyState === 1;
      recordEdits(doc, provider, this.#unsaved, () => (sent() ? this.#tally.sent : null));
    }
    return provider;
  }

  #synced(): void {
    const first = !this.state.getState().synced;
    this.#tell({ status: 'live', closeCode: null, synced: true });
    if (!first) return;
    this.#stopAdopting = this.#spares?.adopt(this.#doc) ?? this.#stopAdopting;
    // What was given back may have come through all the same.
    const notes = notesOf(this.#doc);
    const { returned } = this.state.getState();
    this.#giveBack(returned.filter(({ note, text }) => readNote(note, notes.get(note))?.text !== text));
    if (this.#told === this.#doc) return;
    this.#told = this.#doc;
    for (const listener of this.#docListeners) listener(this.#doc);
  }

  #moved(moves: HeldMove[]): void {
    const others = moves.filter(({ holder }) => holder !== this.#holder);
    if (others.length > 0) for (const listener of this.#motionListeners) listener(others);
  }

  /**
   * The server would not have an edit: this document now holds what nobody else ever will, and the server passes over
   * all that follows. So it begins anew with an empty document, and the person gets their texts back.
   */
  #refused(refusal: Refusal): void {
    const texts = this.#unsaved?.giveUp() ?? [];
    const known = this.state
      .getState()
      .returned.filter((old) => !texts.some(({ note }) => note === old.note));
    this.#giveBack([...known, ...texts]);
    this.#tell({ refused: refusal, synced: false, mode: null, status: 'connecting' });
    this.#stopAdopting();
    const old = { provider: this.#provider, doc: this.#doc };
    this.#doc = new Y.Doc();
    const now = Date.now();
    this.#refusals = [...this.#refusals.filter((at) => now - at < 60_000), now];
    this.#provider = this.#connect(this.#doc);
    old.provider.destroy();
    old.doc.destroy();
    if (this.#refusals.length >= REFUSALS_MAX) {
      this.#provider.disconnect();
      this.#tell({ status: 'closed' });
    }
  }

  /** iOS kills sockets of a sleeping phone without telling anybody. */
  #wake(): void {
    if (this.state.getState().status === 'closed') return;
    const provider = this.#provider;
    const dead = provider.wsconnected && Date.now() - provider.wsLastMessageReceived > SILENT_MS;
    const stuck = provider.wsconnecting && Date.now() - this.#connectBegan > STUCK_MS;
    if (dead || stuck) provider.disconnect();
    if (!provider.wsconnected && !provider.wsconnecting) provider.connect();
  }

  #spareClient(): void {
    if (this.#unsaved?.count === 0) this.#spares?.keep(this.#doc);
  }

  #tellUnsaved(): void {
    this.#tell({ unsaved: this.#unsaved!.count, kept: this.#unsaved!.kept });
  }

  #giveBack(returned: readonly OwnText[]): void {
    this.#returned?.set(returned);
    this.#tell({ returned });
  }

  #tell(part: Partial<BoardConnectionState>): void {
    this.state.setState(part);
  }
}

/** A leftover that can't be read must not keep the board from opening. */
function applyLeftover(doc: Y.Doc, update: Uint8Array): void {
  try {
    Y.decodeUpdate(update);
    Y.applyUpdate(doc, update, 'leftover');
  } catch {
    // The bytes were spoilt on this device; `decodeUpdate` threw before the document saw them.
  }
}

/** The longest wait before this attempt. Drawn anew each time, or a thousand phones would come back in step. */
function backoff(attempt: number): number {
  const ceiling = Math.min(BACKOFF_MAX_MS, 2 ** attempt * 100);
  return ceiling * (0.3 + Math.random() * 0.7);
}

/** Where the board channel of this page's server is. */
export function boardBase(): string {
  return `${location.protocol === 'https:' ? 'wss://' : 'ws://'}${location.host}`;
}
