/** `npm start`: builds what is stale, then runs the server. `npm run demo`: the same, with a lively hall in a folder of its own. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildIfStale } from './build.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

await buildIfStale((line) => console.log(line));
if (process.argv.includes('--demo')) prepareDemo();
await import(pathToFileURL(join(root, 'dist', 'node', 'server', 'main.js')).href);

/** A demo leaves nothing behind: its data folder goes when the process does. */
function prepareDemo(): void {
  const folder = mkdtempSync(join(tmpdir(), 'vandrehallen-demo-'));
  process.env.DATA_DIR = folder;
  process.env.LOG_LEVEL ??= 'warn';
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  globalThis.vandrehallenReady = ({ port, address }) => {
    // Simulated people are test code: the server itself knows nothing of them.
    const demo = pathToFileURL(join(root, 'tests', 'demo', 'demo.ts')).href;
    import(demo)
      .then(({ runDemo }) => runDemo(`http://127.0.0.1:${port}`, { shownAt: address }))
      .catch((error: unknown) => {
        console.error(error);
        process.exitCode = 1;
        process.kill(process.pid, 'SIGTERM');
      });
  };
}
