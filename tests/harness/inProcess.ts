/** The server within the test's own process, on a free port, with whatever store and clock it is given. */

import { type App, createApp } from '../../server/app.ts';
import { systemClock } from '../../server/clock.ts';
import { readConfig } from '../../server/config.ts';
import type { Clock, Log, Store } from '../../server/ports.ts';
import { createMemoryStore } from '../../server/store/memory.ts';

export interface InProcess {
  base: string;
  app: App;
  store: Store;
  /** Events logged so far. */
  events: string[];
  stop(): Promise<void>;
}

export async function startInProcess({
  store = createMemoryStore(),
  clock = systemClock,
  env = {},
  clientDir,
}: {
  store?: Store;
  clock?: Clock;
  env?: Record<string, string>;
  clientDir?: string;
} = {}): Promise<InProcess> {
  const events: string[] = [];
  const note = (event: string) => void events.push(event);
  const log: Log = { info: note, warn: note, error: note };
  const config = readConfig({ HOST: '127.0.0.1', PORT: '0', ...env });
  const app = createApp({ config, store, clock, log, ...(clientDir ? { clientDir } : {}) });
  const port = await app.listen();
  return {
    base: `http://127.0.0.1:${port}`,
    app,
    store,
    events,
    stop: async () => {
      await app.close();
      await store.close();
    },
  };
}
