/** Halls and people for tests, over the public HTTP contract alone. */

import type { Role } from '../../shared/domain/hall.ts';
import type { StationId } from '../../shared/domain/ids.ts';
import type { CreatedHall, CreatedSession } from '../../shared/protocol/rest.ts';

export interface Answer<T = unknown> {
  status: number;
  body: T;
}

/** One call with a JSON body, with a bearer token if given. */
export async function call<T = unknown>(
  base: string,
  method: string,
  path: string,
  {
    body,
    token,
    headers,
  }: { body?: unknown; token?: string | undefined; headers?: Record<string, string> } = {},
): Promise<Answer<T>> {
  const response = await fetch(base + path, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text.startsWith('{') ? JSON.parse(text) : text) as T };
}

/** A hall of the standard template. */
export async function makeHall(base: string, template: unknown = 'vandrehallen'): Promise<CreatedHall> {
  const { status, body } = await call<CreatedHall>(base, 'POST', '/api/halls', {
    body: { template, title: 'Prøvehall', locale: 'nb' },
  });
  if (status !== 201) throw new Error(`no hall: ${status} ${JSON.stringify(body)}`);
  return body;
}

/** A session in a role; a host's is at the given station. */
export async function sessionOf(
  base: string,
  { hall, keys }: CreatedHall,
  role: Role,
  station: StationId = hall.stations[0]!.id,
): Promise<CreatedSession> {
  const key = {
    organiser: keys.organiser,
    participant: keys.join,
    wall: keys.wall,
    host: keys.host[station],
  }[role];
  const { status, body } = await call<CreatedSession>(base, 'POST', '/api/session', { body: { key } });
  if (status !== 200) throw new Error(`no session: ${status} ${JSON.stringify(body)}`);
  return body;
}
