/** The HTTP calls of a simulated crowd: make a hall, join it by code or key. No cookies: the token is the credential. */

import type { Locale } from '../../shared/domain/hall.ts';
import type {
  CreatedHall,
  CreatedSession,
  HallOverview,
  RestError,
  Template,
} from '../../shared/protocol/rest.ts';

/** An answer that is an error. `code` is the contract's; `http_<status>` where the body was none of ours. */
export class RestFault extends Error {
  override name = 'RestFault';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export interface WantedHall {
  template: 'vandrehallen' | 'blank' | Template;
  title: string;
  locale: Locale;
  createKey?: string | undefined;
}

/** Who joins; both may be left out. */
export interface Who {
  name?: string;
  organisation?: string;
}

export function createHall(baseUrl: string, wanted: WantedHall): Promise<CreatedHall> {
  return call(baseUrl, '/api/halls', { body: wanted });
}

/** A new participant, by the hall's six characters. */
export function joinByCode(baseUrl: string, code: string, who: Who = {}): Promise<CreatedSession> {
  return call(baseUrl, '/api/session', { body: { code, ...who } });
}

/** A new session in the role of the key. */
export function sessionByKey(baseUrl: string, key: string, who: Who = {}): Promise<CreatedSession> {
  return call(baseUrl, '/api/session', { body: { key, ...who } });
}

export function overview(baseUrl: string, session: CreatedSession): Promise<HallOverview> {
  return call(baseUrl, `/api/halls/${session.hallId}`, { token: session.token });
}

async function call<T>(
  baseUrl: string,
  path: string,
  { body, token }: { body?: unknown; token?: string },
): Promise<T> {
  const headers: Record<string, string> = {};
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (token !== undefined) headers.authorization = `Bearer ${token}`;
  const response = await fetch(new URL(path, baseUrl), {
    method: body === undefined ? 'GET' : 'POST',
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (response.ok) return (await response.json()) as T;
  const fault = await response.json().catch(() => null);
  if (!isRestError(fault))
    throw new RestFault(response.status, `http_${response.status}`, response.statusText);
  throw new RestFault(response.status, fault.error.code, fault.error.message);
}

function isRestError(body: unknown): body is RestError {
  return typeof (body as RestError | null)?.error?.code === 'string';
}
