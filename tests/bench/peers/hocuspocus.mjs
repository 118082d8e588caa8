/** Hocuspocus with its defaults; with DATABASE set, and its SQLite extension on that file. */

import { SQLite } from '@hocuspocus/extension-sqlite';
import { Server } from '@hocuspocus/server';
import { answerMetrics, tellPort } from './metrics.mjs';

const database = process.env.DATABASE;
const server = new Server({
  port: 0,
  address: '127.0.0.1',
  quiet: true,
  extensions: database ? [new SQLite({ database })] : [],
  // Throwing nothing is its way of saying that the request has been answered.
  onRequest: ({ request, response }) =>
    answerMetrics(request, response) ? Promise.reject() : Promise.resolve(),
});
await server.listen();
tellPort(server.httpServer);
