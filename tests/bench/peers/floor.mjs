/**
 * The floor: a bare `ws` server that keeps the newest 20-byte position of each note and sends those that changed, 30
 * times a second, in one frame that is made once for all. It knows no documents, rights or disk.
 */

import { createServer } from 'node:http';
import * as ws from 'ws';
import { answerMetrics, tellPort } from './metrics.mjs';

const TICK_MS = 1_000 / 30;
const POSITION_BYTES = 20;
const FRAMING = { fin: true, rsv1: false, opcode: 2, mask: false, readOnly: true };

/** Newest position by note: the first four bytes are its number. */
const changed = new Map();
const http = createServer((request, response) => {
  if (!answerMetrics(request, response)) response.end();
});
const sockets = new ws.WebSocketServer({ server: http, perMessageDeflate: false });
sockets.on('connection', (socket) => {
  socket.on('error', () => socket.terminate());
  socket.on('message', (bytes) => {
    if (bytes.length === POSITION_BYTES) changed.set(bytes.readUInt32LE(0), bytes);
  });
});
setInterval(() => {
  if (changed.size === 0) return;
  const frame = Buffer.concat(ws.Sender.frame(Buffer.concat([...changed.values()]), FRAMING));
  changed.clear();
  for (const socket of sockets.clients) {
    if (socket.readyState === ws.WebSocket.OPEN) socket._socket.write(frame);
  }
}, TICK_MS);
http.listen(0, '127.0.0.1', () => tellPort(http));
