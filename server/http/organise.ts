/** What the organiser alone may fetch: the hall as a template file, and how the machine and the stations stand. */

import { Router } from 'express';
import type { HallHealth } from '../../shared/protocol/rest.ts';
import { templateOf } from '../export/templateFile.ts';
import { LoadWatch, peopleHeld } from './load.ts';
import { callerOf, type HttpParts } from './requests.ts';

/** A store that takes longer than this for a write and a read is not well. */
const PROBE_MS = 3_000;

export function organiseRoutes(parts: HttpParts): Router {
  const { boards, store, clock, log } = parts;
  const watch = new LoadWatch(clock);
  const routes = Router();

  routes.get('/halls/:hallId/template', async (request, response) => {
    const { room } = await callerOf(parts, request, 'hall:organise');
    response.setHeader('Content-Disposition', `attachment; filename="mal-${room.hall.code}.json"`);
    response.setHeader('Cache-Control', 'no-store');
    response.type('application/json').send(JSON.stringify(templateOf(room.hall), null, 2));
  });

  routes.get('/halls/:hallId/health', async (request, response) => {
    const { room } = await callerOf(parts, request, 'hall:organise');
    const diskOk = await diskIsWell();
    const { people, stations } = room.state();
    const { steady, ...load } = watch.look();
    const onBoards = stations.reduce((sum, { id }) => sum + (boards.peek(id)?.connections ?? 0), 0);
    const health: HallHealth = {
      people,
      connections: room.connections + onBoards,
      ...load,
      diskOk,
      holds: peopleHeld(steady, people),
      stations: stations.map(({ id, status, notes }) => ({ id, status, notes })),
    };
    response.setHeader('Cache-Control', 'no-store');
    response.json(health);
  });

  /** Whether the store takes a write and gives it back, and soon. */
  function diskIsWell(): Promise<boolean> {
    return new Promise((resolve) => {
      const cancel = clock.after(PROBE_MS, () => resolve(false));
      store.probe().then(
        () => {
          cancel();
          resolve(true);
        },
        (error) => {
          cancel();
          log.warn('http.disk_not_well', { error: String(error) });
          resolve(false);
        },
      );
    });
  }

  return routes;
}
