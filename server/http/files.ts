/** Files of results pages: the organiser brings them one by one, everybody fetches them as attachments. */

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Router } from 'express';
import { FaultError } from '../fault.ts';
import type { Rate } from '../rateLimit.ts';
import { attachment, CONTENT_TYPES } from '../results/fileKinds.ts';
import { recordDeed } from './deeds.ts';
import { callerOf } from './requests.ts';
import { limits, type ResultsParts } from './results.ts';

const DOWNLOADS: Rate = { perSecond: 20, burst: 300 };
/** A line that has sent nothing for so long is given up. */
const STALL_MS = 30_000;

export function fileRoutes(parts: ResultsParts): Router {
  const { pages, shelf } = parts;
  const routes = Router();
  const downloads = limits(parts, DOWNLOADS);

  routes.put('/halls/:hallId/files', async (request, response) => {
    // Whoever is refused before all is read is not read to the end.
    response.setHeader('Connection', 'close');
    const caller = await callerOf(parts, request, 'hall:organise');
    if (!request.is('application/octet-stream'))
      throw new FaultError('malformed', 'send application/octet-stream');
    const length = request.headers['content-length'];
    request.setTimeout(STALL_MS, () => request.destroy());
    const body = request.iterator({ destroyOnReturn: false });
    const name = typeof request.query.name === 'string' ? request.query.name : '';
    const promised = length ? Number(length) : null;
    const file = await shelf.take(caller.room.hall.id, name, promised, body).catch((error) => {
      // Whoever has hung up hears no answer, and that is no fault of ours.
      if (request.socket.destroyed) return null;
      throw error;
    });
    if (!file) return;
    await recordDeed(parts, caller, 'results:file', 'on');
    response.status(201).json(file);
  });

  routes.delete('/halls/:hallId/files/:fileId', async (request, response) => {
    const caller = await callerOf(parts, request, 'hall:organise');
    await shelf.remove(caller.room.hall.id, request.params.fileId);
    await recordDeed(parts, caller, 'results:file', 'off');
    response.json({});
  });

  routes.get('/results/:address/files/:fileId', async (request, response) => {
    const { room, snapshot } = await pages.at(request.params.address);
    const files = snapshot.parts.includes('files') ? await shelf.list(room.hall.id) : [];
    const file = files.find(({ id }) => id === request.params.fileId);
    if (!file) throw new FaultError('not_found', 'there is no such page');
    downloads(room.hall.id);
    response.setHeader('Content-Type', CONTENT_TYPES[file.kind]);
    response.setHeader('Content-Length', file.size);
    response.setHeader('Content-Disposition', attachment(file.name));
    response.setHeader('Cache-Control', 'no-cache');
    if (request.method === 'HEAD') return void response.end();
    // A reader who leaves is no fault; a file that was taken away meanwhile ends the answer short of its length.
    await pipeline(Readable.from(shelf.read(file.id)), response).catch(() => response.destroy());
  });

  return routes;
}
