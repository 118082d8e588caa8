/** `/api/halls/:hallId/stations/:stationId/import`: notes of elsewhere brought to a station, looked at first, and taken back. */

import { type Request, type RequestHandler, Router } from 'express';
import { z } from 'zod';
import type { Station } from '../../shared/domain/hall.ts';
import { may } from '../../shared/domain/permission.ts';
import type { Exporter } from '../export/Exporter.ts';
import { type ReadLines, readPasted } from '../export/noteLines.ts';
import { FaultError } from '../fault.ts';
import { type Bringing, bringNotes, groupsOf, takeBack } from '../hall/bringNotes.ts';
import { writerIn } from '../hall/noteDoors.ts';
import { recordDeed } from './deeds.ts';
import { type Caller, callerOf, type HttpParts, readBody, stationIdOf } from './requests.ts';

/** A file may be so large; a station's 5,000 notes of 280 letters fit. */
export const BRING_BYTES = 3 * 1_024 * 1_024;
/** The first notes, for somebody to see what it will be. */
const SHOWN = 12;

const press = z.string().regex(/^[A-Za-z0-9_-]{8,60}$/);
const bringSchema = z.union([
  z.strictObject({ press, lines: z.array(z.string().max(20_000)).max(10_000) }),
  z.strictObject({ press, csv: z.base64().max(Math.ceil((BRING_BYTES * 4) / 3) + 4) }),
]);

/** Who may bring notes to the station. @throws {FaultError} no_session, forbidden, not_found */
async function bringerOf(parts: HttpParts, request: Request): Promise<{ caller: Caller; station: Station }> {
  const caller = await callerOf(parts, request, 'hall:read');
  const station = caller.room.station(stationIdOf(request));
  if (!may(caller.session.actor, 'station:host', station.id))
    throw new FaultError('forbidden', 'the organiser and the station’s host bring notes');
  return { caller, station };
}

/** Whoever may not is refused before some megabytes are read from them. */
export function mayBring(parts: HttpParts): RequestHandler {
  return async (request, _response, next) => {
    await bringerOf(parts, request);
    next();
  };
}

export function bringRoutes(parts: HttpParts, exporter: Exporter): Router {
  const routes = Router();
  const path = '/halls/:hallId/stations/:stationId/import';

  routes.post(path, async (request, response) => {
    const { press, body } = readRequest(request);
    const { room, station } = (await bringingOf(request, press)).bringing;
    const read: ReadLines =
      'lines' in body
        ? readPasted(body.lines)
        : await exporter.run(
            { kind: 'read', bytes: body.csv, titles: [station.title, station.slug] },
            undefined,
            room.hall.id,
          );
    const { lines, from, passed } = read;
    if (request.query.preview !== undefined) {
      const shown = lines.slice(0, SHOWN).map(({ text, group = '' }) => ({ text, group }));
      response.json({ from, notes: lines.length, groups: groupsOf(lines).size, passed, shown });
      return;
    }
    // A press that comes twice at once waits for itself.
    const made = await room.presses.once(`bring ${station.id} ${press}`, async () => {
      // Asked again: reading may have waited in line for minutes.
      const { bringing, caller } = await bringingOf(request, press);
      const brought = await bringNotes(bringing, lines);
      await recordDeed(parts, caller, 'notes:bring', 'on', station.id);
      return brought;
    });
    response.status(201).json({ ...made, from, passed, press });
  });

  routes.delete(`${path}/:press`, async (request, response) => {
    const { bringing, caller } = await bringingOf(request, String(request.params.press));
    const taken = await takeBack(bringing);
    await recordDeed(parts, caller, 'notes:bring', 'off', bringing.station.id);
    response.json(taken);
  });

  async function bringingOf(
    request: Request,
    press: string,
  ): Promise<{ bringing: Bringing; caller: Caller }> {
    const { caller, station } = await bringerOf(parts, request);
    const { room, session } = caller;
    const board = await parts.boards.get(station.id);
    const writer = writerIn(room, station.id, session);
    return { bringing: { room, board, station, writer, press }, caller };
  }

  return routes;
}

/** What came: JSON, or a file as it is with `?press=`. Whoever may not bring has been told so already. */
function readRequest(request: Request): { press: string; body: { lines: string[] } | { csv: Uint8Array } } {
  if (Buffer.isBuffer(request.body)) {
    const checked = press.safeParse(request.query.press);
    if (!checked.success) throw new FaultError('malformed', 'press is random text of this press', 'press');
    return { press: checked.data, body: { csv: new Uint8Array(request.body) } };
  }
  const { press: own, ...body } = readBody(bringSchema, request);
  return {
    press: own,
    body: 'lines' in body ? body : { csv: new Uint8Array(Buffer.from(body.csv, 'base64')) },
  };
}
