/** `/api/halls/:hallId/stations/:stationId/import`: notes of elsewhere brought to a station, looked at first, and taken back. */

import type { Request } from 'express';
import { Router } from 'express';
import { z } from 'zod';
import { may } from '../../shared/domain/permission.ts';
import type { Exporter } from '../export/Exporter.ts';
import { type ReadLines, readPasted } from '../export/noteLines.ts';
import { FaultError } from '../fault.ts';
import { type Bringing, bringNotes, groupsOf, takeBack } from '../hall/bringNotes.ts';
import { writerIn } from '../hall/noteDoors.ts';
import { callerOf, type HttpParts, readBody, stationIdOf } from './requests.ts';

/** A file may be so large; a station's 5,000 notes of 280 letters fit. */
export const BRING_BYTES = 3 * 1_024 * 1_024;
/** The first notes, for somebody to see what it will be. */
const SHOWN = 12;

const press = z.string().regex(/^[A-Za-z0-9_-]{8,60}$/);
const bringSchema = z.union([
  z.strictObject({ press, lines: z.array(z.string().max(20_000)).max(10_000) }),
  z.strictObject({ press, csv: z.base64().max(Math.ceil((BRING_BYTES * 4) / 3) + 4) }),
]);

export function bringRoutes(parts: HttpParts, exporter: Exporter): Router {
  const routes = Router();
  const path = '/halls/:hallId/stations/:stationId/import';

  routes.post(path, async (request, response) => {
    const { bringing, body } = await begin(request);
    const { room, station } = bringing;
    const read: ReadLines =
      'lines' in body
        ? readPasted(body.lines)
        : await exporter.run({ kind: 'read', bytes: body.csv, titles: [station.title, station.slug] });
    const { lines, from, passed } = read;
    if (request.query.preview !== undefined) {
      const shown = lines.slice(0, SHOWN).map(({ text, group = '' }) => ({ text, group }));
      response.json({ from, notes: lines.length, groups: groupsOf(lines).size, passed, shown });
      return;
    }
    // A press that comes twice at once waits for itself.
    const name = `bring ${station.id} ${bringing.press}`;
    const made = await room.presses.once(name, async () => {
      const brought = await bringNotes(bringing, lines);
      await record(request, bringing, 'on');
      return brought;
    });
    response.status(201).json({ ...made, from, passed, press: bringing.press });
  });

  routes.delete(`${path}/:press`, async (request, response) => {
    const bringing = await bringingOf(request, String(request.params.press));
    const taken = await takeBack(bringing);
    await record(request, bringing, 'off');
    response.json(taken);
  });

  /** Who may, where, and what came; JSON, or a file as it is with `?press=`. */
  async function begin(request: Request) {
    // Whoever may not bring is told so, whatever they sent.
    const bringing = await bringingOf(request, '');
    if (Buffer.isBuffer(request.body)) {
      const checked = press.safeParse(request.query.press);
      if (!checked.success) throw new FaultError('malformed', 'press is random text of this press', 'press');
      return { bringing: { ...bringing, press: checked.data }, body: { csv: new Uint8Array(request.body) } };
    }
    const body = readBody(bringSchema, request);
    const own = { ...bringing, press: body.press };
    if ('lines' in body) return { bringing: own, body };
    return { bringing: own, body: { csv: new Uint8Array(Buffer.from(body.csv, 'base64')) } };
  }

  async function bringingOf(request: Request, press: string): Promise<Bringing> {
    const { room, session } = await callerOf(parts, request, 'hall:read');
    const station = room.station(stationIdOf(request));
    if (!may(session.actor, 'station:host', station.id))
      throw new FaultError('forbidden', 'the organiser and the station’s host bring notes');
    const board = await parts.boards.get(station.id);
    return { room, board, station, writer: writerIn(room, station.id, session), press };
  }

  async function record(request: Request, { room, station }: Bringing, about: 'on' | 'off'): Promise<void> {
    const { session } = await callerOf(parts, request, 'hall:read');
    const line = {
      at: parts.clock.now(),
      by: session.participant,
      role: session.role,
      stationId: station.id,
    };
    await parts.store.addLogLine(room.hall.id, { ...line, deed: 'notes:bring', about });
  }

  return routes;
}
