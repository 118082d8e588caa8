/** The links that this browser can make, and the keys that the server has: what the organiser hands out. */

import { useState } from 'react';
import type { HallState } from '../../shared/protocol/hallEvents.ts';
import type { KeyInfo } from '../../shared/protocol/rest.ts';
import { announce } from '../state/announcer.ts';
import { type KnownKeys, knownKeys } from '../state/knownHalls.ts';
import { type KeyPurpose, makeKey } from '../sync/keys.ts';
import { useText } from '../text/index.ts';
import { type HallKeys, useHallKeys } from './useHallKeys.ts';

export interface HallLinks {
  /** Secrets that this browser knows. */
  known: KnownKeys;
  hallKeys: HallKeys;
  /** Whether somebody with the code comes in. */
  open: boolean;
  fault: string | null;
  make: (purpose: KeyPurpose) => Promise<void>;
  /** Reads anew what this browser knows: a key was withdrawn, or came another way. */
  refresh: () => void;
}

export function useHallLinks(hall: HallState): HallLinks {
  const { organise, faults } = useText();
  const [known, setKnown] = useState(() => knownKeys(hall.id));
  const [fault, setFault] = useState<string | null>(null);
  const hallKeys = useHallKeys(hall);

  const make = async (purpose: KeyPurpose) => {
    setFault(null);
    const outcome = await makeKey(hall.id, purpose);
    if (!outcome.ok) {
      return setFault(`${organise.newLinkFailed} ${faults[outcome.error.code] ?? faults.unknown}`);
    }
    setKnown(outcome.data);
    void hallKeys.ask();
    announce(organise.newLinkMade);
  };
  const refresh = () => {
    setKnown(knownKeys(hall.id));
    void hallKeys.ask();
  };
  // Until the server says otherwise, somebody with the code comes in.
  const open = hallKeys.keys?.some(isJoin) ?? true;
  return { known, hallKeys, open, fault, make, refresh };
}

const isJoin = ({ role, withdrawnAt }: KeyInfo) => role === 'participant' && withdrawnAt === undefined;
