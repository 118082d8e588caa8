/** A simulated person on the hall channel: walks between stations, and sends each note until the server has it on disk. */

import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { type NoteId, newId, type StationId } from '../../shared/domain/ids.ts';
import type {
  Answers,
  ClientToServerEvents,
  Fault,
  FaultCode,
  HallState,
  OwnNote,
  RequestName,
  RequestOf,
  Result,
  ServerToClientEvents,
  You,
} from '../../shared/protocol/hallEvents.ts';
import type { CreatedSession } from '../../shared/protocol/rest.ts';

/** How long an answer may take before the request is sent again; the id makes the second send harmless. */
const ANSWER_MS = 5_000;
const AGAIN_MS = 400;
/** Faults that pass. All others are told to whoever asked. */
const PASSING: ReadonlySet<FaultCode> = new Set(['unavailable', 'not_saved', 'too_many', 'internal']);

/** What the server says at the door when it is no use to knock again. */
const FINAL = ['session_ended', 'malformed', 'forbidden'] as const;
const isFinal = (message: string): message is (typeof FINAL)[number] =>
  (FINAL as readonly string[]).includes(message);

/** A request that the server has refused for good, or that the end of the session cut off. */
export class PadFault extends Error {
  override name = 'PadFault';
  readonly code: FaultCode;

  constructor({ code, message }: Fault) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

type HallSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

/** A note to write. With `id` it is a repeat of an earlier one. */
export type NewPadNote = Omit<RequestOf<'note:write'>, 'id'> & { id?: NoteId };

export class Padder {
  /** The newest state of the hall, by version; null until the first has come. */
  hall: HallState | null = null;
  you: You | null = null;
  /** Notes that the server has acknowledged as on disk, and that this person has not withdrawn since. */
  readonly acknowledged = new Map<NoteId, OwnNote>();
  /** Ids of notes that are sent and not yet acknowledged. */
  readonly waiting = new Set<NoteId>();
  /** Why there will be no more connections, once that is so. */
  ended: Fault | null = null;

  readonly #socket: HallSocket;
  readonly #end = new AbortController();
  #station: StationId | null = null;

  constructor(baseUrl: string, session: Pick<CreatedSession, 'hallId' | 'token'>) {
    // Each waiting request listens for the end; a crowd's worth of them is no leak.
    setMaxListeners(0, this.#end.signal);
    this.#socket = io(baseUrl, {
      auth: { hallId: session.hallId, token: session.token },
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 200,
      reconnectionDelayMax: 2_000,
    });
    this.#listen();
  }

  get connected(): boolean {
    return this.#socket.connected;
  }

  /** Resolves when the hall's state has come, for the first time or already. */
  async joined(): Promise<HallState> {
    for (;;) {
      if (this.hall) return this.hall;
      await this.#once('hall:state');
    }
  }

  /** Walks to a station, and is there again after each reconnect. */
  async enter(stationId: StationId): Promise<void> {
    this.#station = stationId;
    await this.#ask('station:enter', { stationId });
  }

  async leave(): Promise<void> {
    this.#station = null;
    await this.#ask('station:leave', {});
  }

  /** Writes a note. Resolves when it is on disk, however many reconnects that takes; rejects when it is refused. */
  async write(note: NewPadNote): Promise<OwnNote> {
    const id = note.id ?? newId('n');
    this.waiting.add(id);
    try {
      const answer = await this.#ask('note:write', { ...note, id });
      this.acknowledged.set(id, answer.note);
      return answer.note;
    } finally {
      this.waiting.delete(id);
    }
  }

  async edit(stationId: StationId, id: NoteId, text: string): Promise<OwnNote> {
    const { note } = await this.#ask('note:edit', { stationId, id, text });
    this.acknowledged.set(id, note);
    return note;
  }

  /** Takes a note of one's own off the board. One that is off already is fine. */
  async withdraw(stationId: StationId, id: NoteId): Promise<void> {
    // From here on nothing is promised about the note, whether or not the answer comes.
    this.acknowledged.delete(id);
    try {
      await this.#ask('note:withdraw', { stationId, id });
    } catch (fault) {
      if (!(fault instanceof PadFault && (fault.code === 'gone' || fault.code === 'not_found'))) throw fault;
    }
  }

  /** One's own notes, as the server knows them. */
  async mine(): Promise<OwnNote[]> {
    return (await this.#ask('notes:mine', {})).notes;
  }

  /** Starts a round for the hall; for hosts and organisers. */
  async startRound(round: number): Promise<void> {
    await this.#ask('round:start', { round });
  }

  /** Cuts the connection as a bad network would; it comes back by itself. */
  cut(): void {
    // Closed while it opens, socket.io would notice after its 20 s only.
    if (this.#socket.connected) this.#socket.io.engine.close();
  }

  /** Leaves the hall. What waits for an answer is rejected. */
  close(): void {
    this.#finish({ code: 'session_ended', message: 'this person has left' });
  }

  /** Sends a request until it is answered. All requests may be repeated: they name what shall be so. */
  async #ask<Name extends RequestName>(name: Name, request: RequestOf<Name>): Promise<Answers[Name]> {
    for (;;) {
      if (!this.#socket.connected) await this.#once('connect');
      const result = await this.#send(name, request);
      if (result?.ok) return result.data;
      if (result && !PASSING.has(result.error.code)) throw new PadFault(result.error);
      await this.#orEnd(pause(AGAIN_MS, undefined, { signal: this.#end.signal }));
    }
  }

  /** One try; null when no answer came. */
  async #send<Name extends RequestName>(
    name: Name,
    request: RequestOf<Name>,
  ): Promise<Result<Answers[Name]> | null> {
    // The event map ties each name to its request and answer; socket.io's types lose that tie for a name in a variable.
    const emit = this.#socket.timeout(ANSWER_MS).emitWithAck as unknown as (
      name: Name,
      request: RequestOf<Name>,
    ) => Promise<Result<Answers[Name]>>;
    try {
      return await emit.call(this.#socket.timeout(ANSWER_MS), name, request);
    } catch {
      this.#stopIfEnded();
      return null;
    }
  }

  #listen(): void {
    const socket = this.#socket;
    socket.on('hall:state', (state) => {
      if (!this.hall || state.version >= this.hall.version) this.hall = state;
    });
    socket.on('hall:you', (you) => {
      this.you = you;
    });
    socket.on('session:ended', (fault) => this.#finish(fault));
    socket.on('connect', () => {
      // Where one is belongs to the connection.
      if (this.#station) this.#ask('station:enter', { stationId: this.#station }).catch(() => {});
    });
    socket.on('connect_error', ({ message }) => {
      // Active: the network failed, socket.io tries again. Else the server said no; its word is in the message.
      if (socket.active) return;
      if (isFinal(message))
        this.#finish({ code: message, message: 'the server does not let this person in' });
      else this.#comeBack();
    });
    socket.on('disconnect', () => {
      if (!socket.active && !this.ended) this.#comeBack();
    });
  }

  /** socket.io gives up when the server itself has closed the connection; people don't. */
  #comeBack(): void {
    const timer = setTimeout(() => this.#socket.connect(), AGAIN_MS);
    this.#end.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  }

  #finish(fault: Fault): void {
    if (this.ended) return;
    this.ended = fault;
    this.#end.abort();
    this.#socket.disconnect();
  }

  /** Resolves at the next event of that name; rejects when the session ends first. */
  #once(event: 'connect' | 'hall:state'): Promise<void> {
    this.#stopIfEnded();
    const { signal } = this.#end;
    const next = new Promise<void>((resolve, reject) => {
      const done = () => {
        this.#socket.off(event, done);
        signal.removeEventListener('abort', done);
        if (signal.aborted) reject(new Error('ended'));
        else resolve();
      };
      this.#socket.on(event, done);
      signal.addEventListener('abort', done, { once: true });
    });
    return this.#orEnd(next);
  }

  async #orEnd<T>(waiting: Promise<T>): Promise<T> {
    try {
      return await waiting;
    } catch (error) {
      this.#stopIfEnded();
      throw error;
    }
  }

  #stopIfEnded(): void {
    if (this.ended) throw new PadFault(this.ended);
  }
}
