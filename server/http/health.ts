/** `/healthz`: the process runs. `/readyz`: the store takes a write and gives it back. `/metrics`: figures for Prometheus. */

import { type RequestHandler, Router } from 'express';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { HttpParts } from './requests.ts';

/** Figures that are read when somebody asks. */
export interface Figures {
  boardConnections: () => number;
  hallConnections: () => number;
}

export function healthRoutes({ store, boards, halls, log }: HttpParts, figures: Figures): Router {
  const routes = Router();
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  gauge('vandrehallen_board_connections', 'Connections of the board channel', figures.boardConnections);
  gauge('vandrehallen_hall_connections', 'Connections of the hall channel', figures.hallConnections);
  gauge('vandrehallen_boards_loaded', 'Boards that are loaded', () => boards.loaded);
  gauge('vandrehallen_halls_open', 'Halls that are open', () => halls.open);

  routes.get('/healthz', (_request, response) => void response.json({ ok: true }));
  const ready: RequestHandler = async (_request, response) => {
    try {
      await store.probe();
      response.json({ ok: true });
    } catch (error) {
      log.error('http.not_ready', { error: String(error) });
      response.status(503).json({ error: { code: 'unavailable', message: 'the store does not answer' } });
    }
  };
  routes.get('/readyz', ready);
  routes.get('/metrics', async (_request, response) => {
    response.type(registry.contentType).send(await registry.metrics());
  });
  return routes;
}
