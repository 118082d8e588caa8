/** A phone with the pad open: socket.io as the browser has it. */

import { io, type Socket } from 'socket.io-client';
import type {
  Answers,
  ClientToServerEvents,
  RequestName,
  RequestOf,
  Result,
  ServerToClientEvents,
} from '../../../shared/protocol/hallEvents.ts';
import type { CreatedSession } from '../../../shared/protocol/rest.ts';
import type { Counted } from './LightSocket.ts';

type HallSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

const ANSWER_MS = 20_000;

export class Pad implements Counted {
  readonly #socket: HallSocket;

  private constructor(socket: HallSocket) {
    this.#socket = socket;
  }

  /** Connected, with the hall's state. */
  static async open(base: string, { hallId, token }: CreatedSession): Promise<Pad> {
    const auth = { hallId, token, counts: true };
    const socket: HallSocket = io(base, {
      auth,
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('hall:state', () => resolve());
      socket.once('connect_error', reject);
    });
    return new Pad(socket);
  }

  get isOpen(): boolean {
    return this.#socket.connected;
  }

  get bytesRead(): number {
    const { ws } = this.#socket.io.engine.transport as unknown as {
      ws: { _socket: { bytesRead: number } | null };
    };
    return ws._socket?.bytesRead ?? 0;
  }

  ask<Name extends RequestName>(name: Name, request: RequestOf<Name>): Promise<Result<Answers[Name]>> {
    const socket = this.#socket as unknown as {
      timeout(ms: number): { emitWithAck(name: string, request: unknown): Promise<Result<Answers[Name]>> };
    };
    return socket.timeout(ANSWER_MS).emitWithAck(name, request);
  }

  leave(): void {
    this.#socket.disconnect();
  }
}
