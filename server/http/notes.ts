/** `/api/halls/:hallId/stations/:stationId/notes`: read a station's notes, write one. */

import { Router } from 'express';
import { type NoteId, newId } from '../../shared/domain/ids.ts';
import { may } from '../../shared/domain/permission.ts';
import { writeNoteSchema } from '../../shared/protocol/rest.ts';
import { listBoard } from '../board/noteCommands.ts';
import { FaultError } from '../fault.ts';
import { doorOf } from '../hall/door.ts';
import { writeAt, writerIn } from '../hall/noteDoors.ts';
import { callerOf, type HttpParts, readBody, stationIdOf } from './requests.ts';

export function noteRoutes(parts: HttpParts): Router {
  const routes = Router();
  const path = '/halls/:hallId/stations/:stationId/notes';

  routes.get(path, async (request, response) => {
    const { room } = await callerOf(parts, request, 'board:read');
    const station = room.station(stationIdOf(request));
    response.json(await listBoard(await parts.boards.get(station.id)));
  });

  routes.post(path, async (request, response) => {
    const { room, session } = await callerOf(parts, request, 'note:write');
    const station = room.station(stationIdOf(request));
    if (!may(session.actor, 'note:write', station.id))
      throw new FaultError('forbidden', 'you may not write here');
    const { id = newId('n'), secret, ...note } = readBody(writeNoteSchema, request);
    const writer = writerIn(room, station.id, session, secret);
    const door = await doorOf({ ...parts, room }, station.id);
    const written = await writeAt(door, writer, { id: id as NoteId, ...note });
    if (written.held) parts.tellDesk(station.id);
    response.status(written.fresh ? 201 : 200).json({ note: written.note });
  });

  return routes;
}
