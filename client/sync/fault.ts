/** What can go wrong as the client sees it, and which faults pass by themselves. */

import type { Fault, FaultCode } from '../../shared/protocol/hallEvents.ts';

/** Faults of our own beside the server's: no network, an answer that did not come, and what only HTTP says. */
export type AnyFaultCode =
  | FaultCode
  | 'offline'
  | 'no_answer'
  | 'create_key_required'
  | 'no_session'
  | 'unknown';

export interface AnyFault extends Omit<Fault, 'code'> {
  code: AnyFaultCode;
}

export type Outcome<T> = { ok: true; data: T } | { ok: false; error: AnyFault };

/** A failed outcome with a code of our own. */
export function failed(code: AnyFaultCode, message: string = code): { ok: false; error: AnyFault } {
  return { ok: false, error: { code, message } };
}

const PASSING: ReadonlySet<AnyFaultCode> = new Set<AnyFaultCode>([
  'offline',
  'no_answer',
  'unavailable',
  'not_saved',
  'too_many',
  'internal',
  'session_ended',
]);

/** Whether the same request may well succeed later, unchanged. */
export function passes(code: AnyFaultCode): boolean {
  return PASSING.has(code);
}
