/** `/api/halls/:hallId/export` and `/api/halls/import`: a hall taken home as a file, and made anew from one. */

import { Router } from 'express';
import { hallCsv } from '../export/csv.ts';
import { boardOf, type HallFile, hallFileSchema, writeHallFile } from '../export/hallFile.ts';
import { hallMarkdown } from '../export/markdown.ts';
import { FaultError } from '../fault.ts';
import { createdHall, mustHoldCreateKey } from './halls.ts';
import { callerOf, type HttpParts, readBody } from './requests.ts';

const FORMATS: Record<string, { type: string; write: (file: HallFile) => string }> = {
  json: { type: 'application/json', write: (file) => JSON.stringify(file, null, 2) },
  csv: { type: 'text/csv; charset=utf-8', write: hallCsv },
  md: { type: 'text/markdown; charset=utf-8', write: hallMarkdown },
};
const PLANNED = new Set(['pdf', 'docx', 'pptx']);

export function exportRoutes(parts: HttpParts): Router {
  const routes = Router();

  routes.get('/halls/:hallId/export', async (request, response) => {
    const { room } = await callerOf(parts, request, 'hall:export');
    const name = String(request.query.format ?? 'json');
    if (PLANNED.has(name))
      throw new FaultError('unsupported', `${name} is not made yet; take json, csv or md`, 'format');
    const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
    if (!format) throw new FaultError('malformed', 'format is json, csv or md', 'format');
    const file = await writeHallFile(room, parts.boards);
    response.setHeader('Content-Disposition', `attachment; filename="vandrehall-${room.hall.code}.${name}"`);
    response.setHeader('Cache-Control', 'no-store');
    response.type(format.type).send(format.write(file));
  });

  routes.post('/halls/import', async (request, response) => {
    const key = request.headers['x-create-key'];
    mustHoldCreateKey(parts.config.createKey, typeof key === 'string' ? key : undefined);
    const file = readBody(hallFileSchema, request);
    const made = await parts.halls.make(file.template, file.title, file.locale, {
      round: file.round,
      boardOf: (slug) => boardOf(file, slug),
    });
    response.status(201).json(createdHall(made, parts.credentials.baseUrl(request)));
  });

  return routes;
}
