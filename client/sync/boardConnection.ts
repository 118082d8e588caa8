/**
 * The board channel of one station: y-websocket's provider, unchanged, with our frames beside its own. Tells truly
 * how it stands, what is not on disk yet, and what the server would not have. Where there is no contact it shows the
 * board as this device last knew it.
 *
 * Over 300 lines: the life of one connection, whose steps only make sense side by side.
 */

import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { notesOf, readNote } from '../../shared/board/boardDoc.ts';
import type { Role } from '../../shared/domain/hall.ts';
import type { HallId, NoteId, ParticipantId, StationId } from '../../shared/domain/ids.ts';
import {
  CLOSE,
  FRAME,
  type Move,
  type Refusal,
  readRefused,
  readSaved,
  readWelcome,
  type Welcome,
} from '../../shared/protocol/boardFrames.ts';
import type { ViewedArea } from '../../shared/protocol/motionFrames.ts';
import type { BoardCopies, BoardCopy } from '../state/boardCopies.ts';
import type { DeviceStorage } from '../state/deviceStorage.ts';
import { BoardMotion, type MotionListener } from './boardMotion.ts';
import type { OwnText } from './boardRecords.ts';
import { countingSocket, FrameTally } from './countingSocket.ts';
import { LineWatch } from './lineWatch.ts';
import { LocalCopy } from './localCopy.ts';
import { recordEdits } from './recordEdits.ts';
import { ReturnedTexts } from './returnedTexts.ts';
import { silentAwareness } from './silentAwareness.ts';
import { freshClient, SpareClients } from './spareClient.ts';
import type { StorageWatch } from './tabs.ts';
import { UnsavedEdits } from './unsaved.ts';
import { watchDevice } from './watchDevice.ts';

export interface BoardConnectionState {
  /**
   * `connecting`: for the first time. `offline`: no contact just now, it tries by itself. `closed`: the server said no
   * for good (`closeCode`), or refused too often.
   */
  status: 'connecting' | 'live' | 'offline' | 'closed';
  closeCode: number | null;
  /** What the server itself said when it last let go for a while: it restarts, or can't open this station. */
  lull: 'restart' | 'station' | null;
  /** When the server was last heard; null until then. */
  heardAt: number | null;
  /** What is shown is this device's copy, as the server had it then; null once the board itself is here. */
  copyAt: number | null;
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
  /** Own texts that the server never got, where it has closed the board for good. */
  unsent: readonly OwnText[];
}

/** Whether there is a board to see: the server's, or this device's copy of it. */
export function isShown({ synced, copyAt }: BoardConnectionState): boolean {
  return synced || copyAt !== null;
}

/** Whether one can write on it, also while there is no contact. */
export function canWrite(state: BoardConnectionState): boolean {
  return isShown(state) && state.mode === 'write' && state.status !== 'closed';
}

export interface BoardConnectionOptions {
  /** `ws://HOST` or `wss://HOST`. */
  base: string;
  station: StationId;
  role: Role;
  /** Who edits here, and where what is unsaved is kept; none for those who only look. */
  writer: { participant: ParticipantId; storage: DeviceStorage; watch?: StorageWatch } | null;
  /** Where the board is kept for times without contact; left out, it isn't. */
  copy?: { hall: HallId; copies: BoardCopies };
  /** Another WebSocket than the browser's, for tests. */
  socket?: typeof WebSocket;
}

const BACKOFF_MAX_MS = 6_000;
/** While the copy is shown, so long an attempt to connect is no contact. */
const DOUBT_MS = 2_500;
/** So many refusals in a minute, and something here is wrong: it stops rather than loops. */
const REFUSALS_MAX = 5;
/** After these the device's copy is of no board that this person has. */
const FORGET_AFTER: readonly number[] = [CLOSE.noSession, CLOSE.forbidden, CLOSE.noStation];
const LULLS: Record<number, BoardConnectionState['lull']> = {
  [CLOSE.restart]: 'restart',
  [CLOSE.tryLater]: 'station',
};

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
  readonly #motion = new BoardMotion(() => this.#provider.ws);
  #copy: LocalCopy | null;
  #line: LineWatch;
  /** The epoch of what the document holds; null while it holds nothing of the server's. */
  #epoch: number | null = null;
  #refusals: number[] = [];
  #docListeners = new Set<(doc: Y.Doc) => void>();
  /** The document that listeners were told of last; null while there was nothing in it to be told of. */
  #told: Y.Doc | null = null;
  #stopWatching: () => void;

  constructor(options: BoardConnectionOptions) {
    this.#options = options;
    const { writer, station, copy } = options;
    const place = writer && { station, participant: writer.participant };
    const events = {
      changed: () => this.#tellUnsaved(),
      found: (updates: readonly Uint8Array[]) => this.#found(updates),
    };
    this.#unsaved = writer && new UnsavedEdits(writer.storage, place!, events, writer.watch);
    this.#returned = writer && new ReturnedTexts(writer.storage, place!);
    this.#spares = writer && new SpareClients(writer.storage, place!);
    this.#tally = new FrameTally((frame) => this.#unsaved?.answered(frame));
    this.state = createStore<BoardConnectionState>(() => ({
      status: 'connecting',
      closeCode: null,
      lull: null,
      heardAt: null,
      copyAt: null,
      mode: null,
      synced: false,
      unsaved: this.#unsaved?.count ?? 0,
      kept: this.#unsaved?.kept ?? true,
      refused: null,
      returned: this.#returned?.texts ?? [],
      unsent: [],
    }));
    const copied = copy && place && { copies: copy.copies, place: { hall: copy.hall, ...place } };
    this.#copy = copied ? new LocalCopy(copied, () => this.#confirmed()) : null;
    for (const update of this.#unsaved?.leftover ?? []) applyLeftover(this.#doc, update, 'leftover');
    if (!isEmpty(this.#doc)) this.#told = this.#doc;
    this.#line = new LineWatch({
      provider: () => this.#provider,
      waits: () => this.state.getState().unsaved > 0,
      doubt: () => this.#doubt(),
    });
    this.#provider = this.#connect(this.#doc);
    this.#copy?.offer((found) => this.#show(found));
    this.#stopWatching = watchDevice({
      woke: () => {
        this.#unsaved?.cameBack();
        if (this.state.getState().status !== 'closed') this.#line.wake();
      },
      lostNetwork: () => {
        if (this.state.getState().status !== 'closed') this.#line.renew();
      },
      mayClose: () => this.state.getState().kept,
      hidden: () => this.#copy?.keep(),
      left: () => {
        this.#copy?.keep(this.#isLive);
        this.#unsaved?.leave();
        this.#spareClient();
      },
      cameBack: () => {
        this.#unsaved?.cameBack();
        // A page that was put away and taken out again; another may have taken its id meanwhile.
        if (!this.#spares?.takeBack(this.#doc)) this.#doc.clientID = freshClient();
      },
    });
  }

  get doc(): Y.Doc {
    return this.#doc;
  }

  /**
   * Calls as soon as there is anything in the document, and when a fresh one has taken its place and is whole. Not
   * sooner: who follows an empty document is told one by one of the thousands of things that come.
   * @returns what stops it
   */
  onDoc(listener: (doc: Y.Doc) => void): () => void {
    this.#docListeners.add(listener);
    if (this.#told) listener(this.#told);
    return () => this.#docListeners.delete(listener);
  }

  /** Calls with others' pens and pointers (`protocol/presence.ts`). @returns what stops it */
  onPresence(listener: MotionListener): () => void {
    return this.#motion.onPeople(listener);
  }

  /** Calls with what others hold. @returns what stops it */
  onMotion(listener: MotionListener): () => void {
    return this.#motion.onThings(listener);
  }

  /** Shows others what is held here; lost without harm when there is no connection. */
  sendMoves(moves: readonly Move[]): void {
    this.#motion.send(moves);
  }

  /** Says what the board shows, so that motion elsewhere costs no network. Said anew after each connect. */
  setView(area: ViewedArea): void {
    this.#motion.look(area);
  }

  /** Connects at once, also after the server has said no for good. */
  tryNow(): void {
    if (this.#provider.wsconnected) return;
    if (this.state.getState().status === 'closed') {
      this.#tell({ status: 'offline', closeCode: null, unsent: [] });
    }
    this.#line.renew();
  }

  /** Takes a returned text off the list: it was copied, tried again or given up. */
  dismiss(note: NoteId): void {
    this.#giveBack(this.state.getState().returned.filter((text) => text.note !== note));
  }

  close(): void {
    this.#stopWatching();
    this.#stopAdopting();
    this.#spareClient();
    this.#copy?.keep(this.#isLive);
    this.#copy?.stop();
    this.#unsaved?.close();
    this.#line.stop();
    this.#docListeners.clear();
    this.#motion.stop();
    this.#provider.destroy();
    this.#doc.destroy();
  }

  #connect(doc: Y.Doc): WebsocketProvider {
    const { base, station, role, socket } = this.#options;
    this.#line.begin();
    const provider = new WebsocketProvider(`${base}/board`, station, doc, {
      params: { v: '1', role },
      disableBc: true,
      awareness: silentAwareness(doc),
      WebSocketPolyfill: countingSocket(socket ?? WebSocket, this.#tally),
      maxBackoffTime: BACKOFF_MAX_MS,
    });
    const live = () => provider === this.#provider;
    provider.on('status', ({ status }) => {
      if (status === 'connecting' && live()) this.#line.begin();
    });
    provider.on('connection-close', (event: CloseEvent | null) => {
      provider.maxBackoffTime = backoff(provider.wsUnsuccessfulReconnects + 1);
      this.#motion.lost();
      this.#unsaved?.disconnected();
      if (live()) this.#lost(event?.code ?? null);
    });
    provider.on('closed', ({ code }) => {
      if (live()) this.#closed(code);
    });
    provider.on('sync', (synced: boolean) => {
      if (live() && synced) this.#synced();
    });
    const { messageHandlers } = provider;
    const takeSync = messageHandlers[FRAME.sync]!;
    messageHandlers[FRAME.sync] = (encoder, decoder, ...rest) => {
      if (isEmpty(doc)) unheard(doc, () => takeSync(encoder, decoder, ...rest));
      else takeSync(encoder, decoder, ...rest);
    };
    const ignore = () => {};
    messageHandlers[FRAME.awareness] = ignore;
    messageHandlers[FRAME.queryAwareness] = ignore;
    messageHandlers[FRAME.saved] = (_, decoder) => {
      this.#line.answered();
      this.#unsaved?.saved(readSaved(decoder));
    };
    messageHandlers[FRAME.motion] = (_, decoder) => this.#motion.take(decoder);
    messageHandlers[FRAME.welcome] = (_, decoder) => {
      const { holder, epoch, mode } = readWelcome(decoder);
      if (this.#epoch !== null && this.#epoch !== epoch) {
        // Before it answers the server with what that may have lost.
        provider.disconnect();
        queueMicrotask(() => live() && this.#beginEpoch());
        return;
      }
      this.#epoch = epoch;
      this.#motion.welcomed(holder);
      this.#tell({ mode });
    };
    // The frame ends here; the document is thrown away once the provider is done with it.
    messageHandlers[FRAME.refused] = (_, decoder) => {
      const refusal = readRefused(decoder);
      queueMicrotask(() => live() && this.#refused(refusal));
    };
    if (this.#copy) doc.on('update', () => this.#copy?.changed());
    if (this.#unsaved) {
      // After the provider, which by then has sent the edit: so the frame that bears it is known.
      const sent = () => this.#tally.answered && provider.wsconnected && provider.ws?.readyState === 1;
      recordEdits(doc, provider, this.#unsaved, () => (sent() ? this.#tally.sent : null));
    }
    return provider;
  }

  #synced(): void {
    const first = !this.state.getState().synced;
    // Before it is said that there is something to be seen.
    if (!this.#told) this.#tellDoc();
    this.#tell({ status: 'live', closeCode: null, lull: null, copyAt: null, synced: true });
    if (!first) return;
    this.#copy?.changed();
    this.#stopAdopting = this.#spares?.adopt(this.#doc) ?? this.#stopAdopting;
    // What was given back may have come through all the same.
    const notes = notesOf(this.#doc);
    const { returned } = this.state.getState();
    const left = returned.filter(({ note, text }) => readNote(note, notes.get(note))?.text !== text);
    if (left.length < returned.length) this.#giveBack(left);
    if (this.#told !== this.#doc) this.#tellDoc();
  }

  #tellDoc(): void {
    this.#told = this.#doc;
    for (const listener of this.#docListeners) listener(this.#doc);
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
    this.#copy?.forget();
    this.#tell({ refused: refusal });
    this.#beginAnew(new Y.Doc());
    const now = Date.now();
    this.#refusals = [...this.#refusals.filter((at) => now - at < 60_000), now];
    if (this.#refusals.length >= REFUSALS_MAX) {
      this.#provider.disconnect();
      this.#tell({ status: 'closed' });
    }
  }

  /**
   * The station's history is another than the one this document knows (it was restored from a backup): nothing of the
   * document is to be trusted but what was written here and is not saved.
   */
  #beginEpoch(): void {
    this.#copy?.forget();
    const doc = new Y.Doc();
    for (const update of this.#unsaved?.updates ?? []) applyLeftover(doc, update, 'leftover');
    this.#beginAnew(doc);
  }

  #beginAnew(doc: Y.Doc): void {
    this.#tell({ synced: false, mode: null, status: 'connecting', copyAt: null });
    this.#stopAdopting();
    this.#epoch = null;
    const old = { provider: this.#provider, doc: this.#doc };
    this.#doc = doc;
    this.#provider = this.#connect(doc);
    old.provider.destroy();
    old.doc.destroy();
  }

  /** Shows the copy until the board itself is here. */
  #show({ epoch, mode, at, bytes }: BoardCopy): void {
    const { synced, status, mode: known } = this.state.getState();
    if (synced || status === 'closed' || (this.#epoch !== null && this.#epoch !== epoch)) return;
    this.#epoch = epoch;
    // As if the server had sent it: it is neither an own edit nor to be sent.
    Y.applyUpdate(this.#doc, bytes, this.#provider);
    if (!this.#told) this.#tellDoc();
    this.#tell({ copyAt: at, mode: known ?? mode });
    // On a slow line the board itself is here in a moment: no alarm for that.
    setTimeout(() => this.#doubt(), DOUBT_MS);
  }

  /** The board as it is safe to keep: nothing in it is unconfirmed. */
  #confirmed() {
    const { synced, mode, unsaved, heardAt } = this.state.getState();
    if (!synced || unsaved > 0 || mode === null || this.#epoch === null) return null;
    return { doc: this.#doc, epoch: this.#epoch, mode, at: this.#isLive ? Date.now() : (heardAt ?? 0) };
  }

  /** What a tab that is gone had written: the server is asked anew what it lacks, and gets it so. */
  #found(updates: readonly Uint8Array[]): void {
    for (const update of updates) applyLeftover(this.#doc, update, this.#provider);
    if (this.#provider.ws) this.#line.renew();
  }

  #doubt(): void {
    if (this.state.getState().status === 'connecting') this.#tell({ status: 'offline' });
  }

  get #isLive(): boolean {
    return this.state.getState().status === 'live';
  }

  #lost(code: number | null): void {
    const { status } = this.state.getState();
    if (status === 'closed') return;
    const lull = LULLS[code ?? 0] ?? null;
    if (status === 'live') this.#tell({ heardAt: this.#provider.wsLastMessageReceived });
    this.#copy?.keep(status === 'live');
    // A server that restarts is, for a while, no server at all: the reason stays until there is contact again.
    this.#tell({ status: 'offline', ...(lull && { lull }) });
  }

  #closed(code: number): void {
    if (FORGET_AFTER.includes(code)) this.#copy?.forget();
    this.#tell({ status: 'closed', closeCode: code, unsent: this.#unsaved?.texts ?? [] });
  }

  #spareClient(): void {
    if (this.#unsaved?.count === 0) this.#spares?.keep(this.#doc);
  }

  #tellUnsaved(): void {
    this.#tell({ unsaved: this.#unsaved!.count, kept: this.#unsaved!.kept });
    if (this.#unsaved!.count === 0) this.#copy?.changed();
  }

  #giveBack(returned: readonly OwnText[]): void {
    this.#returned?.replace(this.state.getState().returned, returned);
    this.#tell({ returned });
  }

  #tell(part: Partial<BoardConnectionState>): void {
    this.state.setState(part);
  }
}

function isEmpty(doc: Y.Doc): boolean {
  return doc.store.clients.size === 0;
}

/**
 * Does what brings a whole board into an empty document without telling it as an update: Yjs would write all of it
 * once more for listeners who pass over what comes from the server, a quarter of what reading it takes.
 */
function unheard(doc: Y.Doc, body: () => void): void {
  const listeners = doc._observers.get('update');
  doc._observers.delete('update');
  try {
    body();
  } finally {
    // One by one: somebody may have begun to listen meanwhile.
    for (const listener of listeners ?? []) doc.on('update', listener);
  }
}

/** A leftover that can't be read must not keep the board from opening. */
function applyLeftover(doc: Y.Doc, update: Uint8Array, origin: unknown): void {
  try {
    Y.decodeUpdate(update);
    Y.applyUpdate(doc, update, origin);
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
