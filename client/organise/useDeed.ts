/** A deed over HTTP from one place of the organiser's page: one at a time, with what went wrong in words. */

import { useState } from 'react';
import type { AnyFaultCode, Outcome } from '../sync/fault.ts';
import { faultWords } from './useAsking.ts';

export interface Deed {
  busy: boolean;
  fault: string | null;
  setFault: (fault: string | null) => void;
  /**
   * @param failed what did not happen, in words: stands before the reason
   * @param reasons what faults mean here
   * @returns null where it did not happen
   */
  run: <T>(
    deed: () => Promise<Outcome<T>>,
    failed: string,
    reasons?: Partial<Record<AnyFaultCode, string>>,
  ) => Promise<T | null>;
}

export function useDeed(): Deed {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const run: Deed['run'] = async (deed, failed, reasons = {}) => {
    setFault(null);
    setBusy(true);
    const outcome = await deed();
    setBusy(false);
    if (outcome.ok) return outcome.data;
    const { code } = outcome.error;
    setFault(`${failed} ${reasons[code] ?? faultWords(code)}`);
    return null;
  };
  return { busy, fault, setFault, run };
}
