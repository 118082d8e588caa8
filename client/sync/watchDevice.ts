/** Tells when the device wakes, or its network comes back; and warns before a page is closed that holds the only copy. */

/** @returns what stops it */
export function watchDevice(wake: () => void, mayLeave: () => boolean): () => void {
  if (typeof document === 'undefined') return () => {};
  const gone = new AbortController();
  const options = { signal: gone.signal };
  const woken = () => {
    if (document.visibilityState !== 'hidden') wake();
  };
  document.addEventListener('visibilitychange', woken, options);
  window.addEventListener('pageshow', woken, options);
  window.addEventListener('online', woken, options);
  const leaving = (event: BeforeUnloadEvent) => {
    if (!mayLeave()) event.preventDefault();
  };
  window.addEventListener('beforeunload', leaving, options);
  return () => gone.abort();
}
