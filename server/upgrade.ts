/**
 * The one upgrade listener: checks path and Origin before all else, then hands the socket to the board channel or to
 * socket.io. An error handler stands first, for a socket that is reset in the middle must not end the process.
 */

import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { BoardSockets } from './board/boardSockets.ts';
import type { Credentials } from './http/credentials.ts';
import type { Clock } from './ports.ts';

/** An upgrade that has not come through by then is cut. */
const UPGRADE_MS = 5_000;

export interface UpgradeParts {
  server: Server;
  boards: BoardSockets;
  credentials: Credentials;
  clock: Clock;
}

/** Takes over from the listeners that are there (socket.io's). Call after the hall channel is attached. */
export function listenForUpgrades({ server, boards, credentials, clock }: UpgradeParts): void {
  const [socketIo] = server.listeners('upgrade') as ((...args: [IncomingMessage, Duplex, Buffer]) => void)[];
  if (!socketIo) throw new Error('the hall channel must be attached first');
  server.removeAllListeners('upgrade');
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    const isBoard = path.startsWith('/board/');
    if (!isBoard && path !== '/socket.io/' && path !== '/socket.io') return refuse(socket, 404, 'Not Found');
    if (credentials.originOf(request) === 'foreign') return refuse(socket, 403, 'Forbidden');
    const cancel = clock.after(UPGRADE_MS, () => {
      if (!upgraded(socket)) socket.destroy();
    });
    socket.once('close', cancel);
    try {
      if (isBoard) boards.upgrade(request, socket, head);
      else socketIo(request, socket, head);
    } catch {
      refuse(socket, 400, 'Bad Request');
    }
  });
}

function refuse(socket: Duplex, status: number, text: string): void {
  socket.end(`HTTP/1.1 ${status} ${text}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Whether the 101 has been written. */
function upgraded(socket: Duplex): boolean {
  return ((socket as Duplex & { bytesWritten?: number }).bytesWritten ?? 0) > 0;
}
