/** @y/websocket-server as its own `server.js` sets it up, on loopback and a free port. Nothing is stored. */

import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { setupWSConnection } from '@y/websocket-server/utils';
import { answerMetrics, tellPort } from './metrics.mjs';

// The version of `ws` that it brings itself.
const require = createRequire(import.meta.resolve('@y/websocket-server/utils'));
const { Server } = require('ws');

const http = createServer((request, response) => {
  if (!answerMetrics(request, response)) response.end('okay');
});
const sockets = new Server({ noServer: true });
sockets.on('connection', setupWSConnection);
http.on('upgrade', (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (accepted) => sockets.emit('connection', accepted, request));
});
http.listen(0, '127.0.0.1', () => tellPort(http));
