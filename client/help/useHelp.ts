/** Looks for suggestions when the help is opened, and again when the board has changed and come to rest a little. */

import { useCallback, useEffect, useRef, useState } from 'react';
import type { StationId } from '../../shared/domain/ids.ts';
import type { GroupingHelp } from '../../shared/domain/suggestion.ts';
import { useHallStore } from '../state/hallStore.ts';
import type { AnyFaultCode } from '../sync/fault.ts';
import { request } from '../sync/hallConnection.ts';

const REST_MS = 900;
/** A board that never rests is looked at all the same. */
const RESTLESS_MS = 4_000;
/** Thousands of notes take the server some seconds. */
const ANSWER_MS = 20_000;

export interface HelpLook {
  /** Null until the first answer. */
  help: GroupingHelp | null;
  fault: AnyFaultCode | null;
  again(): void;
}

/** @param version changes with the board */
export function useHelp(stationId: StationId, version: unknown): HelpLook {
  const [help, setHelp] = useState<GroupingHelp | null>(null);
  const [fault, setFault] = useState<AnyFaultCode | null>(null);
  const connected = useHallStore((store) => store.connection.state === 'connected');
  const asking = useRef(false);
  const wanted = useRef(false);
  const last = useRef(Number.NEGATIVE_INFINITY);
  const gone = useRef(false);

  const look = useCallback(async () => {
    wanted.current = true;
    if (asking.current) return;
    asking.current = true;
    while (wanted.current && !gone.current) {
      wanted.current = false;
      last.current = performance.now();
      const outcome = await request('help:look', { stationId }, { timeoutMs: ANSWER_MS });
      if (gone.current) break;
      setFault(outcome.ok ? null : outcome.error.code);
      if (outcome.ok) setHelp(outcome.data.help);
    }
    asking.current = false;
  }, [stationId]);

  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed board is a reason to look
  useEffect(() => {
    if (!connected) return;
    const restless = performance.now() - last.current > RESTLESS_MS;
    const timer = setTimeout(() => void look(), restless ? 0 : REST_MS);
    return () => clearTimeout(timer);
  }, [version, connected, look]);

  return { help, fault, again: () => void look() };
}
