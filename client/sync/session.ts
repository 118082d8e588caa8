/** The client's side of the HTTP contract: halls, sessions, keys. The credential is a cookie; nothing here keeps one. */

import type { Locale, Role } from '../../shared/domain/hall.ts';
import type { HallId, KeyId, StationId } from '../../shared/domain/ids.ts';
import type {
  CreatedHall,
  CreatedKey,
  CreatedSession,
  KeyInfo,
  RestError,
  SessionInfo,
  Sessions,
} from '../../shared/protocol/rest.ts';
import { type AnyFaultCode, failed, type Outcome } from './fault.ts';

const TIMEOUT_MS = 15_000;

export interface NewHall {
  template: 'vandrehallen' | 'blank';
  title: string;
  locale: Locale;
  createKey?: string;
}

export function createHall(hall: NewHall): Promise<Outcome<CreatedHall>> {
  return call('POST', '/api/halls', hall);
}

/** Exchanges a key or a short code for a session. */
export function openSession(by: { key: string } | { code: string }, name?: string) {
  return call<CreatedSession>('POST', '/api/session', { ...by, ...(name && { name }) });
}

/** The sessions of this browser that are good; none is no fault. */
export async function liveSessions(): Promise<Outcome<SessionInfo[]>> {
  const outcome = await call<Sessions>('GET', '/api/session');
  if (outcome.ok) return { ok: true, data: outcome.data.sessions };
  const { code } = outcome.error;
  return code === 'no_session' || code === 'session_ended' ? { ok: true, data: [] } : outcome;
}

export async function hallKeys(hall: HallId): Promise<Outcome<KeyInfo[]>> {
  const outcome = await call<{ keys: KeyInfo[] }>('GET', `/api/halls/${hall}/keys?as=organiser`);
  return outcome.ok ? { ok: true, data: outcome.data.keys } : outcome;
}

export function createKey(hall: HallId, role: Role, stationId?: StationId): Promise<Outcome<CreatedKey>> {
  return call('POST', `/api/halls/${hall}/keys?as=organiser`, { role, ...(stationId && { stationId }) });
}

export function withdrawKey(hall: HallId, key: KeyId): Promise<Outcome<unknown>> {
  return call('DELETE', `/api/halls/${hall}/keys/${key}?as=organiser`);
}

/** Where a hall's notes are fetched as a file. */
export function exportPath(hall: HallId, format: 'json' | 'csv' | 'md', role: Role): string {
  return `/api/halls/${hall}/export?format=${format}&as=${role}`;
}

async function call<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<Outcome<T>> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch {
    return failed(navigator.onLine === false ? 'offline' : 'no_answer');
  }
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return { ok: true, data: answer as T };
  const fault = (answer as RestError | null)?.error;
  if (!fault) return failed(response.status >= 500 ? 'unavailable' : 'unknown');
  return { ok: false, error: { ...fault, code: fault.code as AnyFaultCode } };
}
