/**
 * The server as a function of its parts: HTTP, both channels, boards and halls on one port. Tests give it a memory
 * store and port 0.
 */

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { CLOSE } from '../shared/protocol/boardFrames.ts';
import { Boards } from './board/Boards.ts';
import { createBoardSockets } from './board/boardSockets.ts';
import type { Config } from './config.ts';
import { Exporter } from './export/Exporter.ts';
import { Halls } from './hall/Halls.ts';
import { attachHallSockets } from './hall/hallSockets.ts';
import { Sessions } from './hall/Sessions.ts';
import { BRING_BYTES, bringRoutes, mayBring } from './http/bring.ts';
import { Credentials } from './http/credentials.ts';
import { exportRoutes } from './http/export.ts';
import { fileRoutes } from './http/files.ts';
import { hallRoutes } from './http/halls.ts';
import { healthRoutes } from './http/health.ts';
import { importRoutes } from './http/import.ts';
import { keyRoutes } from './http/keys.ts';
import { measureRoutes } from './http/measures.ts';
import { noteRoutes } from './http/notes.ts';
import { organiseRoutes } from './http/organise.ts';
import { pages } from './http/pages.ts';
import { pastRoutes } from './http/past.ts';
import { answerFaults, type HttpParts, sameOriginWrites } from './http/requests.ts';
import { type ResultsParts, resultsRoutes } from './http/results.ts';
import { securityHeaders } from './http/security.ts';
import { sessionRoutes } from './http/session.ts';
import { Insight } from './insight/Insight.ts';
import { LanguageModel } from './insight/LanguageModel.ts';
import type { Clock, Log, Store } from './ports.ts';
import { FileShelf } from './results/FileShelf.ts';
import { ResultsPages } from './results/ResultsPages.ts';
import { listenForUpgrades } from './upgrade.ts';

export interface AppParts {
  config: Config;
  store: Store;
  clock: Clock;
  log: Log;
  /** Where the built client lies; without it only the channels and the API are served. */
  clientDir?: string;
}

export interface App {
  server: Server;
  /** Listens. @returns the port */
  listen(): Promise<number>;
  /** Stops taking, finishes ticks under way, commits, closes connections (1012). Does not close the store. */
  close(): Promise<void>;
}

/** How long what is under way may take to finish at a stop. */
const STOP_MS = 8_000;

export function createApp({ config, store, clock, log, clientDir }: AppParts): App {
  const app = express();
  const server = createServer(
    // Headers come at once; a file of 20 MB may come over a slow line.
    { maxHeaderSize: 16_384, headersTimeout: 30_000, requestTimeout: 5 * 60_000 },
    app,
  );
  server.maxHeadersCount = 100;
  server.on('clientError', (_error, socket) => socket.destroy());

  const credentials = new Credentials(config.publicUrl);
  const sessions = new Sessions(store, clock);
  const insight = new Insight(log, clock);
  const model = config.model ? new LanguageModel({ config: config.model, clock, log }) : null;
  const boards: Boards = new Boards({
    journal: store,
    clock,
    log,
    onChange: (stationId) => halls.boardChanged(stationId),
    furnitureOf: (stationId) => halls.furnitureOf(stationId),
    onLoaded: (board) => {
      halls.mirrorOn(board).catch((error) => {
        log.warn('hall.mirror_failed', { station: board.stationId, error: String(error) });
      });
    },
  });
  const halls: Halls = new Halls({
    store,
    boards,
    clock,
    log,
    model: model?.told ?? null,
    publish: (hallId, state, counts) => hallSockets.publish(hallId, state, counts),
  });
  const hallSockets = attachHallSockets({
    server,
    sessions,
    halls: () => halls,
    boards,
    store,
    insight,
    model,
    credentials,
    clock,
    log,
  });
  const boardSockets = createBoardSockets({ boards, halls: () => halls, sessions, credentials, clock, log });
  listenForUpgrades({ server, boards: boardSockets, credentials, clock });

  const tellDesk: HttpParts['tellDesk'] = (stationId) => hallSockets.tellDesk(stationId);
  const exporter = new Exporter({ clock, log });
  const parts: HttpParts = { config, store, halls, boards, sessions, credentials, clock, log, tellDesk };
  const shelf = new FileShelf(store, clock, log);
  const published: ResultsParts = {
    ...parts,
    shelf,
    pages: new ResultsPages({ store, halls, boards, clock, shelf, insight }),
  };
  app.disable('x-powered-by');
  app.use(securityHeaders(credentials.secure));
  app.use(
    healthRoutes(parts, {
      boardConnections: () => boardSockets.connections,
      hallConnections: () => hallSockets.connections,
    }),
  );
  // An import is a whole hall, or a station's notes; everything else is small.
  app.use('/api/halls/import', importRoutes(parts, exporter));
  app.use(
    '/api/halls/:hallId/stations/:stationId/import',
    mayBring(parts),
    express.json({ limit: Math.ceil(BRING_BYTES * 1.4) }),
    express.raw({ type: 'text/csv', limit: BRING_BYTES }),
  );
  app.use('/api', express.json({ limit: '64kb' }), sameOriginWrites(parts));
  app.use(
    '/api',
    exportRoutes(parts, exporter),
    bringRoutes(parts, exporter),
    hallRoutes(parts),
    organiseRoutes(parts),
    pastRoutes(parts),
    sessionRoutes(parts),
    noteRoutes(parts),
    keyRoutes(parts),
    resultsRoutes(published),
    fileRoutes(published),
    measureRoutes(parts),
  );
  app.use('/api', (_request, response) => {
    response.status(404).json({ error: { code: 'not_found', message: 'no such resource' } });
  });
  const client = clientDir ? pages(clientDir) : null;
  if (client) app.use(client);
  app.use((_request, response) => {
    response.status(404).json({ error: { code: 'not_found', message: 'no such page' } });
  });
  app.use(answerFaults(log));

  return {
    server,
    listen: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(config.port, config.host, () => {
          server.off('error', reject);
          shelf.sweep().catch((error) => log.warn('results.not_swept', { error: String(error) }));
          resolve((server.address() as AddressInfo).port);
        });
      }),
    close: async () => {
      server.close();
      exporter.close();
      // Who waits for a model is answered by the rules, while there are boards to write on.
      model?.close();
      let cancel = () => {};
      const late = new Promise<void>((resolve) => {
        cancel = clock.after(STOP_MS, resolve);
      });
      await Promise.race([boards.stop(CLOSE.restart, 'restart'), late]);
      cancel();
      await hallSockets.close();
      boardSockets.close();
      halls.close();
      await insight.close();
      server.closeAllConnections();
    },
  };
}
