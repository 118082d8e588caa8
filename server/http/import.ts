/**
 * `/api/halls/import`: a hall made anew from its file. Anybody may be who sends it, so one is taken at a time: nobody
 * else's is read meanwhile, and what is read is not looked into on the event loop.
 */

import express, { type Request, type Response, Router } from 'express';
import type { Exporter } from '../export/Exporter.ts';
import { FaultError } from '../fault.ts';
import { createdHall, mustHoldCreateKey } from './halls.ts';
import { type HttpParts, sameOriginWrites } from './requests.ts';

/** A whole hall. */
const FILE_BYTES = 20 * 1_024 * 1_024;
/** A line that has sent nothing for so long is given up, and all of it must be here after so long. */
const STALL_MS = 15_000;
const SENDING_MS = 2 * 60_000;

export function importRoutes(parts: HttpParts, exporter: Exporter): Router {
  const { config, halls, clock, credentials } = parts;
  const routes = Router();
  let busy = false;

  // Whoever may make no hall is refused before a whole hall is read from them.
  routes.post('/', sameOriginWrites(parts), async (request, response) => {
    const key = request.headers['x-create-key'];
    mustHoldCreateKey(config.createKey, typeof key === 'string' ? key : undefined);
    if (busy) throw new FaultError('unavailable', 'another hall is being brought in; try again soon');
    busy = true;
    try {
      const bytes = await bodyOf(request, response);
      const { items, ...unborn } = await exporter.run({ kind: 'import', bytes, now: clock.now() });
      const made = await halls.bear(unborn);
      if (items.length > 0) await (await halls.get(made.hall.id)).items.save(items);
      response.status(201).json(createdHall(made, credentials.baseUrl(request)));
    } finally {
      busy = false;
    }
  });

  /** @throws {FaultError} malformed, too_long (as the body's reader throws it) */
  async function bodyOf(request: Request, response: Response): Promise<Uint8Array> {
    request.setTimeout(STALL_MS, () => request.destroy());
    const cancel = clock.after(SENDING_MS, () => request.destroy());
    try {
      await new Promise<void>((resolve, reject) => {
        readFile(request, response, (error?: unknown) => (error ? reject(error) : resolve()));
      });
    } finally {
      cancel();
      request.setTimeout(0);
    }
    if (!Buffer.isBuffer(request.body)) throw new FaultError('malformed', 'send a hall’s file as JSON');
    return request.body;
  }

  return routes;
}

const readFile = express.raw({ type: 'application/json', limit: FILE_BYTES });
