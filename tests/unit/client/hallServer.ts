/** A hall server that does nothing by itself: the test says what it sends, and what is lost on the way. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import { OPEN_SETTINGS, SELF_RUN_WALL } from '../../../shared/domain/hall.ts';
import type { HallId, StationId } from '../../../shared/domain/ids.ts';
import type {
  ClientToServerEvents,
  HallState,
  ServerToClientEvents,
} from '../../../shared/protocol/hallEvents.ts';

type HallSocket = Socket<ClientToServerEvents, ServerToClientEvents>;

export class HallServer {
  /** What `hall:look` and each connect are answered with. */
  state: HallState;
  /** Whether a new connection is sent the state at once. */
  welcomes = true;
  /** What the next connections are refused with. */
  refuses: string | null = null;
  readonly sockets: HallSocket[] = [];
  /** How often it did so. */
  refusals = 0;
  /** How often a client asked for the whole state. */
  looks = 0;
  readonly #io: Server<ClientToServerEvents, ServerToClientEvents>;
  readonly #http = createServer();

  private constructor(state: HallState) {
    this.state = state;
    this.#io = new Server(this.#http);
    this.#io.use((_socket, next) => {
      if (this.refuses) this.refusals++;
      next(this.refuses ? new Error(this.refuses) : undefined);
    });
    this.#io.on('connection', (socket) => {
      this.sockets.push(socket);
      socket.on('hall:look', (_request, answer) => {
        this.looks++;
        answer({ ok: true, data: { state: this.state } });
      });
      socket.on('station:leave', (_request, answer) => answer({ ok: true, data: {} }));
      if (this.welcomes) socket.emit('hall:state', this.state);
    });
  }

  static async open(state: HallState): Promise<HallServer> {
    const server = new HallServer(state);
    await new Promise<void>((resolve) => server.#http.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get base(): string {
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  /** The newest connection. */
  get socket(): HallSocket {
    return this.sockets.at(-1)!;
  }

  async close(): Promise<void> {
    await this.#io.close();
  }
}

/** A hall of two stations, as at this version. */
export function hallAt(version: number, change: Partial<HallState> = {}): HallState {
  const station = (id: string) => ({
    id: id as StationId,
    slug: id,
    title: id,
    kind: 'wall' as const,
    question: 'Hva hindrer?',
    explanation: ['Ett punkt per lapp.'],
    levels: false,
    anonymous: false,
    people: 0,
    notes: 0,
    written: 0,
    status: 'ok' as const,
    rules: { moveOwn: false, groupingClosed: false, frozen: false, hiding: false, allowance: null },
    wall: SELF_RUN_WALL,
    poll: null,
    results: null,
    calling: false,
    waiting: 0,
  });
  return {
    version,
    id: 'h_prove' as HallId,
    title: 'Prøve',
    code: 'ABC234',
    locale: 'nb',
    rounds: [],
    round: 1,
    people: 0,
    timer: null,
    settings: OPEN_SETTINGS,
    endedAt: null,
    furthest: 1,
    model: null,
    before: false,
    stations: [station('s_a'), station('s_b')],
    ...change,
  };
}
