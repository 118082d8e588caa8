/** Requests of the organiser: one at a time from each place, with what went wrong in words and what was typed kept. */

import { useState } from 'react';
import type { Answers, RequestName, RequestOf } from '../../shared/protocol/hallEvents.ts';
import type { AnyFaultCode } from '../sync/fault.ts';
import { request } from '../sync/hallConnection.ts';
import { getText } from '../text/index.ts';

export interface Asking {
  busy: boolean;
  fault: string | null;
  /** Says something is wrong before anything is sent; null takes it away. */
  setFault: (fault: string | null) => void;
  /**
   * @param failed what did not happen, in words: stands before the reason
   * @param reasons what faults mean here, where it is more than they mean elsewhere
   * @returns null where it did not happen
   */
  ask: <Name extends RequestName>(
    name: Name,
    payload: RequestOf<Name>,
    failed: string,
    reasons?: Reasons,
  ) => Promise<Answers[Name] | null>;
}

type Reasons = Partial<Record<AnyFaultCode, string>>;

export function useAsking(): Asking {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const ask: Asking['ask'] = async (name, payload, failed, reasons = {}) => {
    setFault(null);
    setBusy(true);
    const outcome = await request(name, payload);
    setBusy(false);
    if (outcome.ok) return outcome.data;
    const { code } = outcome.error;
    setFault(`${failed} ${reasons[code] ?? faultWords(code)}`);
    return null;
  };
  return { busy, fault, setFault, ask };
}

/** What a fault means to an organiser: some mean something else than to who writes notes. */
export function faultWords(code: AnyFaultCode): string {
  const { run, faults } = getText();
  const own: Reasons = run.faults;
  return own[code] ?? faults[code] ?? faults.unknown;
}
