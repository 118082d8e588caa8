/** The device's time, by the half minute: for "3 minutes ago", where a wrong clock does no harm. */

import { useEffect, useState } from 'react';

const STEP_MS = 30_000;

export function useTimePassing(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), STEP_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
