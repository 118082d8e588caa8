/** `/api/session`: a key or a code for a session, and whether a session is still good. */

import { type Request, Router } from 'express';
import { moreOf, PERSON_NAME_MAX } from '../../shared/domain/hall.ts';
import { tidyCode } from '../../shared/domain/ids.ts';
import { cleanLine } from '../../shared/domain/note.ts';
import {
  type CreatedSession,
  createSessionSchema,
  type JoinForm,
  type SessionInfo,
  type Sessions,
} from '../../shared/protocol/rest.ts';
import { FaultError } from '../fault.ts';
import { hashSecret } from '../hall/secrets.ts';
import { CodeGuard } from './codeGuard.ts';
import { type HttpParts, readBody } from './requests.ts';

export function sessionRoutes(parts: HttpParts): Router {
  const { sessions, store, credentials, clock } = parts;
  const guard = new CodeGuard(clock);
  const routes = Router();

  routes.post('/session', async (request, response) => {
    const { key, code, name, organisation, personRole } = readBody(createSessionSchema, request);
    const asked = {
      key,
      code: code && tidyCode(code),
      name: tidyName(name),
      organisation: organisation && cleanLine(organisation),
      personRole: personRole && cleanLine(personRole),
    };
    const bearing = credentials.all(request).map(({ token }) => token);
    const open = () => sessions.open(asked, bearing);
    // Keys can't be guessed; codes can, so wrong ones slow down whoever sends them.
    const { token, session } = key ? await open() : await guard.run(addressOf(request), open);
    const created: CreatedSession = {
      token,
      role: session.role,
      hallId: session.hallId,
      participantId: session.participant,
      stations: [...session.actor.stations],
    };
    response.setHeader('Set-Cookie', credentials.setCookie(session.role, session.hallId, token));
    response.setHeader('Cache-Control', 'no-store');
    response.json(created);
  });

  /** What the form asks, by the code that stands on the wall, or by the key of a link, which must stand in no path. */
  routes.get('/join{/:code}', async (request, response) => {
    const { code } = request.params;
    const key = request.headers['x-join-key'];
    const find = async (): Promise<JoinForm> => {
      const record = code
        ? await store.keyByCode(tidyCode(code))
        : await store.keyByHash(hashSecret(typeof key === 'string' ? key : ''));
      if (!record || record.withdrawnAt !== undefined || record.role !== 'participant') {
        throw new FaultError('not_found', 'this link or code is not valid (any more)', 'code');
      }
      const { hall } = await parts.halls.get(record.hallId);
      const { organisations, roles } = moreOf(hall).settings;
      return { title: hall.title, locale: hall.locale, organisations, roles };
    };
    const form = code ? await guard.run(addressOf(request), find) : await find();
    response.setHeader('Cache-Control', 'no-store');
    response.json(form);
  });

  routes.get('/session', async (request, response) => {
    const found = credentials.all(request);
    const bearer = found.filter(({ by }) => by === 'token');
    const infos: SessionInfo[] = [];
    for (const { token } of bearer.length > 0 ? bearer : found) {
      const session = await sessions.resolve(token);
      if (!session) continue;
      const { role, hallId, participant, actor } = session;
      const name = (await store.person(participant))?.name ?? '';
      infos.push({ role, hallId, participantId: participant, name, stations: [...actor.stations] });
    }
    if (infos.length === 0) throw new FaultError('no_session', 'no good session');
    const body: Sessions = { sessions: infos };
    response.setHeader('Cache-Control', 'no-store');
    response.json(body);
  });

  return routes;
}

function tidyName(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const clean = cleanLine(name);
  if (clean.length > PERSON_NAME_MAX) throw new FaultError('too_long', 'the name is too long', 'name');
  return clean;
}

function addressOf(request: Request): string {
  return request.socket.remoteAddress ?? '';
}
