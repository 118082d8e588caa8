/** Whether there is room for the contents beside the parts, live. */

import { useSyncExternalStore } from 'react';
import { WIDE } from './sections.ts';

export function useWide(): boolean {
  return useSyncExternalStore(listen, isWide);
}

const isWide = () => matchMedia(WIDE).matches;

function listen(listener: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}
