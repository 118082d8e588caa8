/** What HTTP resources share: reading a body by its schema, finding the caller, and answering faults. */

import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import type { z } from 'zod';
import { ROLES, type Role } from '../../shared/domain/hall.ts';
import type { HallId, StationId } from '../../shared/domain/ids.ts';
import { type Action, may } from '../../shared/domain/permission.ts';
import type { Boards } from '../board/Boards.ts';
import type { Config } from '../config.ts';
import { FaultError } from '../fault.ts';
import type { HallRoom } from '../hall/HallRoom.ts';
import type { Halls } from '../hall/Halls.ts';
import type { Session, Sessions } from '../hall/Sessions.ts';
import type { Clock, Log, Store } from '../ports.ts';
import { readAs } from '../readAs.ts';
import type { Credentials } from './credentials.ts';

/** What resources are made of. */
export interface HttpParts {
  config: Config;
  store: Store;
  halls: Halls;
  boards: Boards;
  sessions: Sessions;
  credentials: Credentials;
  clock: Clock;
  log: Log;
  /** Tells those who look at a station's desk to look again. */
  tellDesk: (stationId: StationId) => void;
}

/** The body as its schema has it. @throws {FaultError} malformed, with the field at fault */
export function readBody<S extends z.ZodType>(schema: S, request: Request): z.output<S> {
  return readAs(schema, request.body);
}

/** Who calls, in which hall, having been found to be allowed to. */
export interface Caller {
  session: Session;
  room: HallRoom;
}

/**
 * The caller of a hall's resource (`:hallId` in the path; `?as=ROLE` where a browser has several sessions).
 * @throws {FaultError} no_session, forbidden, not_found
 */
export async function callerOf(parts: HttpParts, request: Request, action: Action): Promise<Caller> {
  const hallId = request.params.hallId as HallId;
  const as = ROLES.find((role): role is Role => role === request.query.as);
  const found = await parts.credentials.forHall(request, { hallId, role: as });
  const session = found && (await parts.sessions.resolve(found.token));
  if (!session)
    throw new FaultError('no_session', 'no good session of this hall; exchange a key or a code first');
  if (session.hallId !== hallId) throw new FaultError('forbidden', 'this session is of another hall');
  if (!may(session.actor, action)) throw new FaultError('forbidden', `a ${session.role} may not do this`);
  return { session, room: await parts.halls.get(hallId) };
}

export function stationIdOf(request: Request): StationId {
  return request.params.stationId as StationId;
}

/**
 * Writes that a browser could be made to send from a foreign page: they need JSON, and an Origin of ours where a
 * cookie came along.
 */
export function sameOriginWrites({ credentials }: HttpParts): RequestHandler {
  return (request, _response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') return next();
    const origin = credentials.originOf(request);
    const byCookie = credentials.all(request).some(({ by }) => by === 'cookie');
    if (origin === 'foreign' || (origin === 'missing' && byCookie && !request.headers.authorization)) {
      throw new FaultError('forbidden', 'this request comes from another origin');
    }
    // None can be sent from a foreign page unasked. CSV and bytes have one resource each that reads them; to others
    // they are no body.
    if (
      request.method !== 'DELETE' &&
      !request.is(['application/json', 'text/csv', 'application/octet-stream'])
    ) {
      throw new FaultError('malformed', 'send application/json');
    }
    next();
  };
}

/** Faults as `{ error: { code, message, field? } }`; what is not a fault of the caller's is logged and told as such. */
export function answerFaults(log: Log): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const fault = asFault(error);
    if (fault.code === 'internal') {
      log.error('http.failed', {
        method: request.method,
        path: request.route?.path ?? '',
        error: String(error),
      });
    }
    if (fault.code === 'unavailable' || fault.code === 'too_many') response.setHeader('Retry-After', '2');
    response.status(fault.status).json({ error: fault });
  };
}

function asFault(error: unknown): FaultError {
  if (error instanceof FaultError) return error;
  // body-parser's and express' own: malformed JSON, too large, bad encoding, a path that is no UTF-8.
  const status = (error as { status?: unknown }).status;
  if (status === 413) return new FaultError('too_long', 'the body is too large');
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new FaultError('malformed', 'the request could not be read');
  }
  return new FaultError('internal', 'something went wrong on the server');
}
