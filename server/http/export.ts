/** `/api/halls/:hallId/export(s)` and walls as pictures: a hall taken home as files. */

import { Router } from 'express';
import { z } from 'zod';
import type { HallId } from '../../shared/domain/ids.ts';
import type { Exporter } from '../export/Exporter.ts';
import { FORMATS, type Format, type OnStep } from '../export/exportJobs.ts';
import { boardAtRest, hallAtRest } from '../export/hallAtRest.ts';
import { MadeFiles } from '../export/MadeFiles.ts';
import { FaultError } from '../fault.ts';
import type { HallRoom } from '../hall/HallRoom.ts';
import { callerOf, type HttpParts, readBody, stationIdOf } from './requests.ts';

const TYPES: Record<Format, string> = {
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};

const beginSchema = z.strictObject({
  format: z.enum(FORMATS),
  of: z.enum(['notes', 'measures']).default('notes'),
});
type Wanted = z.output<typeof beginSchema>;

export function exportRoutes(parts: HttpParts, exporter: Exporter): Router {
  const routes = Router();
  const files = new MadeFiles(parts.clock);

  const make = (room: HallRoom, { format, of }: Wanted, onStep?: OnStep) => {
    const job = async () => ({ kind: 'file' as const, format, of, hall: await hallAtRest(room, parts) });
    return exporter.run(job, onStep, room.hall.id);
  };

  routes.get('/halls/:hallId/export', async (request, response) => {
    const { room } = await callerOf(parts, request, 'hall:export');
    const { format = 'json', of } = request.query;
    const wanted = beginSchema.safeParse({ format, of });
    if (!wanted.success) {
      const field = wanted.error.issues[0]?.path[0] === 'of' ? 'of' : 'format';
      throw new FaultError('malformed', `${field} is not one that is made`, field);
    }
    const bytes = await make(room, wanted.data);
    response.setHeader('Content-Disposition', `attachment; filename="${nameOf(room, wanted.data)}"`);
    response.setHeader('Cache-Control', 'no-store');
    response.type(TYPES[wanted.data.format]).send(Buffer.from(bytes));
  });

  routes.post('/halls/:hallId/exports', async (request, response) => {
    const { room } = await callerOf(parts, request, 'hall:export');
    const wanted = readBody(beginSchema, request);
    const file = files.begin(room.hall.id, nameOf(room, wanted), (onStep) => make(room, wanted, onStep));
    response.status(202).json({ id: file.id, state: file.state, done: file.done });
  });

  routes.get('/halls/:hallId/exports/:id', async (request, response) => {
    await callerOf(parts, request, 'hall:export');
    const { id, state, done, bytes } = files.get(request.params.hallId as HallId, request.params.id);
    response.setHeader('Cache-Control', 'no-store');
    response.json({ id, state, done, ...(bytes ? { size: bytes.length } : {}) });
  });

  routes.get('/halls/:hallId/exports/:id/file', async (request, response) => {
    await callerOf(parts, request, 'hall:export');
    const { format: name, bytes } = files.get(request.params.hallId as HallId, request.params.id);
    if (!bytes) throw new FaultError('unavailable', 'the file is not made yet');
    response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
    response.setHeader('Cache-Control', 'no-store');
    response.type(TYPES[name.slice(name.lastIndexOf('.') + 1) as Format]).send(Buffer.from(bytes));
  });

  routes.get('/halls/:hallId/stations/:stationId/wall.svg', async (request, response) => {
    const { room } = await callerOf(parts, request, 'hall:export');
    const { title, locale, rounds, code } = room.hall;
    const station = room.station(stationIdOf(request));
    const job = async () => {
      const board = await boardAtRest(room, parts.boards, station.id);
      return { kind: 'wall' as const, wall: { hall: { title, locale, rounds }, station, board } };
    };
    const bytes = await exporter.run(job, undefined, room.hall.id);
    response.setHeader(
      'Content-Disposition',
      `attachment; filename="vandrehall-${code}-${station.slug}.svg"`,
    );
    response.setHeader('Cache-Control', 'no-store');
    response.type('image/svg+xml').send(Buffer.from(bytes));
  });

  return routes;
}

function nameOf({ hall }: HallRoom, { format, of }: Wanted): string {
  const what = format === 'csv' && of === 'measures' ? '-measures' : '';
  return `vandrehall-${hall.code}${what}.${format}`;
}
