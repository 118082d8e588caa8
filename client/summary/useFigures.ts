/** What only the server can count of a summary: asked for at first, and again some time after what hangs has changed. */

import { useEffect, useState } from 'react';
import type { SummaryOf } from '../../shared/plan/source.ts';
import type { SummaryFigures } from '../../shared/protocol/hallEvents.ts';
import { useHallStore } from '../state/hallStore.ts';
import { request } from '../sync/hallConnection.ts';

/** People group note by note: who wrote in a group is no news that hurries. */
const SETTLE_MS = 1_500;

/** @param hanging changes when what hangs does */
export function useFigures(of: SummaryOf, hanging: string): SummaryFigures | null {
  const [figures, setFigures] = useState<SummaryFigures | null>(null);
  const connected = useHallStore((store) => store.connection.state === 'connected');
  // biome-ignore lint/correctness/useExhaustiveDependencies: other notes have other figures
  useEffect(() => {
    if (!connected) return;
    let left = false;
    const look = async () => {
      const outcome = await request('summary:look', { of });
      if (outcome.ok && !left) setFigures(outcome.data.figures);
    };
    const timer = setTimeout(() => void look(), figures ? SETTLE_MS : 0);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [of, hanging, connected]);
  return figures;
}
