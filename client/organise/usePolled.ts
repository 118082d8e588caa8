/** Something of the server's that is asked for again and again while it is looked at. */

import { useCallback, useEffect, useRef, useState } from 'react';
import type { AnyFaultCode, Outcome } from '../sync/fault.ts';

export interface Polled<T> {
  /** The last answer; null until there is one. It stays while later ones fail. */
  data: T | null;
  fault: AnyFaultCode | null;
  look: () => Promise<void>;
}

/** @param open whether somebody looks at it: nothing is asked meanwhile if not */
export function usePolled<T>(ask: () => Promise<Outcome<T>>, open: boolean, everyMs: number): Polled<T> {
  const [data, setData] = useState<T | null>(null);
  const [fault, setFault] = useState<AnyFaultCode | null>(null);
  const asking = useRef(ask);
  asking.current = ask;
  const look = useCallback(async () => {
    const outcome = await asking.current();
    if (outcome.ok) setData(outcome.data);
    setFault(outcome.ok ? null : outcome.error.code);
  }, []);
  useEffect(() => {
    if (!open) return;
    void look();
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void look();
    }, everyMs);
    return () => clearInterval(timer);
  }, [open, everyMs, look]);
  return { data, fault, look };
}
