/** What the device does to a page: sleeps and wakes, loses and finds its network, puts it away, closes it. */

export interface PageLife {
  /** The screen woke, or the network came back. */
  woke(): void;
  /** The device itself says that it has no network. */
  lostNetwork(): void;
  /** Whether the page may be closed without asking: it does not hold the only copy of something. */
  mayClose(): boolean;
  /** Nobody sees the page any more; on a phone this may be the last that it is told. */
  hidden(): void;
  /** The page was left, perhaps for good. */
  left(): void;
  /** A page that was left is shown again, just as it was. */
  cameBack(): void;
}

/** @returns what stops it */
export function watchDevice(life: PageLife): () => void {
  if (typeof document === 'undefined') return () => {};
  const gone = new AbortController();
  const options = { signal: gone.signal };
  const woke = () => {
    if (document.visibilityState !== 'hidden') life.woke();
  };
  const turned = () => {
    if (document.visibilityState === 'hidden') life.hidden();
    else life.woke();
  };
  document.addEventListener('visibilitychange', turned, options);
  window.addEventListener('online', woke, options);
  window.addEventListener('offline', () => life.lostNetwork(), options);
  window.addEventListener('pagehide', () => life.left(), options);
  const shown = (event: PageTransitionEvent) => {
    if (event.persisted) life.cameBack();
    woke();
  };
  window.addEventListener('pageshow', shown, options);
  const closing = (event: BeforeUnloadEvent) => {
    if (!life.mayClose()) event.preventDefault();
  };
  window.addEventListener('beforeunload', closing, options);
  return () => gone.abort();
}
