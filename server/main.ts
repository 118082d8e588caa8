/** The process: reads the configuration, opens the store, listens, and stops without losing anything. */

import { fileURLToPath } from 'node:url';
import { banner, roomAddress } from './address.ts';
import { createApp } from './app.ts';
import { systemClock } from './clock.ts';
import { readConfig } from './config.ts';
import { createLog } from './log.ts';
import { openSqliteStore } from './store/sqlite.ts';

/** Set by whoever embeds the server (the demo) before it imports this module. */
declare global {
  var vandrehallenReady: ((where: { port: number; address: string }) => void) | undefined;
}

const STORE_CLOSE_MS = 1_500;
/** Whatever hangs: by then the process is gone, and whoever watches it can start it anew. */
const STOP_AT_LAST_MS = 9_800;

async function run(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  // Whoever read the log is gone: the hall goes on. Untold, the fault would come back as one to be logged, without end.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  let stop = async (_why: string, code: number): Promise<void> => process.exit(code);
  const fatal = (error: unknown) => {
    log.error('server.fatal', {
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    void stop('fatal', 1);
  };
  process.on('uncaughtException', fatal);
  process.on('unhandledRejection', fatal);

  // Without its store's threads the server can promise nothing: it ends, and whoever watches it starts it anew.
  const store = await openSqliteStore({ dataDir: config.dataDir, log, onDeath: fatal });
  // Compiled to dist/node/server, with the client in dist/client beside it.
  const clientDir = fileURLToPath(new URL('../../client', import.meta.url));
  const app = createApp({ config, store, clock: systemClock, log, clientDir });

  let stopping = false;
  stop = async (why, code) => {
    if (stopping) return;
    stopping = true;
    log.info('server.stopping', { why });
    setTimeout(() => process.exit(code || 1), STOP_AT_LAST_MS).unref();
    try {
      await app.close();
    } catch (error) {
      log.error('server.stop_failed', { error: String(error) });
      code ||= 1;
    }
    const late = new Promise<void>((resolve) => setTimeout(resolve, STORE_CLOSE_MS));
    await Promise.race([store.close(), late]);
    process.exit(code);
  };
  process.on('SIGTERM', () => void stop('SIGTERM', 0));
  process.on('SIGINT', () => void stop('SIGINT', 0));

  const port = await app.listen();
  log.info('server.listening', { port });
  const address = roomAddress(config, port);
  process.stdout.write(await banner(address, process.stdout.isTTY === true));
  globalThis.vandrehallenReady?.({ port, address });
}

run().catch((error: unknown) => {
  // At start what is wrong is the configuration, the folder or the port: a sentence helps, a stack does not.
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
