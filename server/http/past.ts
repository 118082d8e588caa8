/** Looking back: a hall copied for the next year, what came of the last one, and a station's day again. */

import { Router } from 'express';
import { moreOf } from '../../shared/domain/hall.ts';
import { isBlank } from '../../shared/domain/note.ts';
import { may } from '../../shared/domain/permission.ts';
import { type BeforeAnswer, copyHallSchema, type Replay } from '../../shared/protocol/past.ts';
import { FaultError } from '../fault.ts';
import { beforeOf, copyOf } from '../past/copy.ts';
import { Replays } from '../past/Replays.ts';
import { createdHall, mustHoldCreateKey } from './halls.ts';
import { callerOf, type HttpParts, readBody, stationIdOf } from './requests.ts';

/** Lines of the log that are read for the rounds of a replay. */
const LOG_LINES = 5_000;

export function pastRoutes(parts: HttpParts): Router {
  const { halls, boards, store, clock, log } = parts;
  const replays = new Replays({ boards, history: store, clock, log });
  const routes = Router();

  routes.post('/halls/:hallId/copy', async (request, response) => {
    const { room } = await callerOf(parts, request, 'hall:organise');
    const { title, locale = room.hall.locale, createKey } = readBody(copyHallSchema, request);
    mustHoldCreateKey(parts.config.createKey, createKey);
    if (isBlank(title)) throw new FaultError('empty', 'the hall has no title', 'title');
    const { template, content } = copyOf(room.hall, await beforeOf(room, boards));
    const made = await halls.make(template, title, locale, content);
    log.info('hall.copied', { hall: made.hall.id, from: room.hall.id });
    response.status(201).json(createdHall(made, parts.credentials.baseUrl(request)));
  });

  routes.get('/halls/:hallId/before', async (request, response) => {
    const { room } = await callerOf(parts, request, 'hall:read');
    const answer: BeforeAnswer = { before: moreOf(room.hall).before };
    response.setHeader('Cache-Control', 'no-store');
    response.json(answer);
  });

  routes.get('/halls/:hallId/stations/:stationId/replay', async (request, response) => {
    const { room, session } = await callerOf(parts, request, 'board:read');
    const { id } = room.station(stationIdOf(request));
    if (!may(session.actor, 'station:host', id)) {
      throw new FaultError('forbidden', 'only the station’s host looks back');
    }
    const [replay, lines] = await Promise.all([replays.of(id), store.logLines(room.hall.id, LOG_LINES)]);
    const starts = lines.filter(({ deed }) => deed === 'round:start');
    const rounds = starts.map(({ at, about }) => ({ at, n: Number(about) })).reverse();
    const answer: Replay = { ...replay, rounds };
    response.setHeader('Cache-Control', 'no-store');
    response.json(answer);
  });

  return routes;
}
