/** The hall's keys as the server has them, asked anew when one was made or withdrawn, and when people come and go. */

import { useCallback, useEffect, useState } from 'react';
import type { HallState } from '../../shared/protocol/hallEvents.ts';
import type { KeyInfo } from '../../shared/protocol/rest.ts';
import type { AnyFaultCode } from '../sync/fault.ts';
import { hallKeys } from '../sync/organising.ts';

export interface HallKeys {
  /** Null until the server has answered. */
  keys: readonly KeyInfo[] | null;
  fault: AnyFaultCode | null;
  ask: () => Promise<void>;
}

export function useHallKeys(hall: HallState): HallKeys {
  const [keys, setKeys] = useState<readonly KeyInfo[] | null>(null);
  const [fault, setFault] = useState<AnyFaultCode | null>(null);
  const ask = useCallback(async () => {
    const outcome = await hallKeys(hall.id);
    if (outcome.ok) setKeys(outcome.data);
    setFault(outcome.ok ? null : outcome.error.code);
  }, [hall.id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: sessions come and go with people
  useEffect(() => void ask(), [ask, hall.people]);
  return { keys, fault, ask };
}
