/** A fault that somebody caused and shall be told of: a code for programs, an English sentence, and a field where one is at fault. */

import type { FaultCode } from '../shared/protocol/hallEvents.ts';

export type AnyFaultCode = FaultCode | 'create_key_required' | 'no_session' | 'unsupported';

const STATUS: Record<AnyFaultCode, number> = {
  malformed: 400,
  empty: 400,
  too_long: 413,
  no_session: 401,
  session_ended: 401,
  forbidden: 403,
  create_key_required: 403,
  not_found: 404,
  taken: 409,
  gone: 410,
  station_full: 409,
  plan_full: 409,
  read_only: 409,
  person_full: 409,
  allowance_used: 409,
  shut_out: 403,
  ended: 409,
  closed: 409,
  budget_used: 409,
  frozen: 409,
  too_many: 429,
  unsupported: 501,
  unavailable: 503,
  not_saved: 503,
  internal: 500,
};

export class FaultError extends Error {
  override name = 'FaultError';
  readonly code: AnyFaultCode;
  readonly field: string | undefined;

  constructor(code: AnyFaultCode, message: string, field?: string) {
    super(message);
    this.code = code;
    this.field = field;
  }

  /** The HTTP status that says the same. */
  get status(): number {
    return STATUS[this.code];
  }

  /** As it goes over the wire. */
  toJSON(): { code: AnyFaultCode; message: string; field?: string } {
    const { code, message, field } = this;
    return field === undefined ? { code, message } : { code, message, field };
  }
}
