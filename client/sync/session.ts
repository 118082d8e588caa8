/** Sessions, by the HTTP contract. The credential is a cookie; nothing here keeps one. */

import type { CreatedSession, RestError, SessionInfo, Sessions } from '../../shared/protocol/rest.ts';
import type { Belonging } from '../state/belonging.ts';
import { type AnyFaultCode, failed, type Outcome } from './fault.ts';

const TIMEOUT_MS = 15_000;

/** Exchanges a key or a short code for a session. */
export function openSession(
  by: { key: string } | { code: string },
  name?: string,
  belonging?: Partial<Belonging>,
) {
  return call<CreatedSession>('POST', '/api/session', {
    ...by,
    ...(name && { name }),
    ...belonging,
  });
}

/** The sessions of this browser that are good; none is no fault. */
export async function liveSessions(): Promise<Outcome<SessionInfo[]>> {
  const outcome = await call<Sessions>('GET', '/api/session');
  if (outcome.ok) return { ok: true, data: outcome.data.sessions };
  const { code } = outcome.error;
  return code === 'no_session' || code === 'session_ended' ? { ok: true, data: [] } : outcome;
}

/** One call of the contract, with the answer or what went wrong. */
export async function call<T>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
): Promise<Outcome<T>> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch {
    return failed(navigator.onLine === false ? 'offline' : 'no_answer');
  }
  const answer: unknown = await response.json().catch(() => null);
  // A portal that wants a log-in first answers everything with a page of its own, and a 200.
  if (response.ok) return answer ? { ok: true, data: answer as T } : failed('no_answer');
  const fault = (answer as RestError | null)?.error;
  if (!fault) return failed(response.status >= 500 ? 'unavailable' : answer ? 'unknown' : 'no_answer');
  return { ok: false, error: { ...fault, code: fault.code as AnyFaultCode } };
}
