/** A client of the hall channel: socket.io as the browser has it, with what came kept for looking at. */

import { io, type Socket } from 'socket.io-client';
import type {
  Answers,
  ClientToServerEvents,
  Fault,
  HallState,
  RequestName,
  RequestOf,
  Result,
  ServerToClientEvents,
  You,
} from '../../shared/protocol/hallEvents.ts';
import type { CreatedSession } from '../../shared/protocol/rest.ts';
import { until } from './until.ts';

export interface HallClientOptions {
  auth?: Record<string, unknown>;
  headers?: Record<string, string>;
  transports?: ('websocket' | 'polling')[];
}

export class HallClient {
  readonly socket: Socket<ServerToClientEvents, ClientToServerEvents>;
  state: HallState | null = null;
  you: You | null = null;
  /** Why the session is over, once it is. */
  ended: Fault | null = null;
  /** Why the last connection ended. */
  disconnected: string | null = null;
  /** What the handshake was refused with. */
  refused: string | null = null;

  constructor(base: string, { auth = {}, headers, transports = ['websocket'] }: HallClientOptions) {
    this.socket = io(base, {
      auth,
      transports,
      forceNew: true,
      reconnection: false,
      ...(headers ? { extraHeaders: headers } : {}),
    });
    this.socket.on('hall:state', (state) => {
      this.state = state;
    });
    this.socket.on('hall:you', (you) => {
      this.you = you;
    });
    this.socket.on('session:ended', (fault) => {
      this.ended = fault;
    });
    this.socket.on('disconnect', (reason) => {
      this.disconnected = reason;
    });
    this.socket.on('connect_error', ({ message }) => {
      this.refused = message;
    });
  }

  static async joined(base: string, session: CreatedSession): Promise<HallClient> {
    const client = new HallClient(base, { auth: { hallId: session.hallId, token: session.token } });
    await client.settled();
    if (client.refused) throw new Error(`the hall channel refused: ${client.refused}`);
    return client;
  }

  /** Resolves when the hall's state is here, or the handshake was refused. */
  async settled(): Promise<this> {
    await until(() => this.state ?? this.refused ?? this.disconnected, {
      what: 'the hall channel to answer',
    });
    return this;
  }

  ask<Name extends RequestName>(name: Name, request: RequestOf<Name>): Promise<Result<Answers[Name]>> {
    return this.askAnything(name, request) as Promise<Result<Answers[Name]>>;
  }

  /** Any event with any arguments; the answer is whatever comes back. */
  askAnything(name: string, ...request: unknown[]): Promise<unknown> {
    const socket = this.socket as unknown as {
      timeout(ms: number): { emitWithAck(name: string, ...request: unknown[]): Promise<unknown> };
    };
    return socket.timeout(20_000).emitWithAck(name, ...request);
  }

  leave(): void {
    this.socket.disconnect();
  }
}
