/**
 * `npm run shots`: pictures of every view for people to leaf through. Runs the built server on an empty folder of its
 * own, fills halls with 0, 5, 200 and 2,000 notes, and opens each view in a real browser over plain http.
 *
 * ```
 * npm run shots                              all, into shots/ (open shots/index.html)
 * npm run shots -- FOLDER                    elsewhere
 * npm run shots -- view=board,wall notes=200 size=phone theme=dark language=en
 * ```
 */

import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../../server/build.ts';
import { HOST, openBrowser } from '../harness/browser.ts';
import { startServer, tempFolder } from '../harness/serverProcess.ts';
import { writeAlbum } from './album.ts';
import { setStage } from './stage.ts';
import { takeAll } from './take.ts';
import { allShots, FACETS, type Facet, type Shot } from './views.ts';

const say = (line: string) => console.log(line);
// A browser or a server that goes on alone would be found by nobody; both end with this process.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

async function run(args: readonly string[]): Promise<number> {
  const wanted = new Map<Facet, string[]>();
  let folder = fileURLToPath(new URL('../../shots', import.meta.url));
  for (const arg of args) {
    const [name, values] = arg.split('=') as [string, string | undefined];
    if (values !== undefined && name in FACETS) wanted.set(name as Facet, values.split(','));
    else if (values === undefined && !arg.startsWith('-')) folder = resolve(arg);
    else {
      say(`unknown: ${arg}\nwhat can be chosen: ${Object.keys(FACETS).join(' ')}`);
      return 1;
    }
  }
  const shots = allShots().filter((shot) =>
    [...wanted].every(([facet, values]) => values.includes(FACETS[facet](shot))),
  );
  if (shots.length === 0) {
    say('There is no such picture.');
    return 1;
  }
  await buildIfStale(say);
  mkdirSync(folder, { recursive: true });
  if (wanted.size === 0) sweep(folder);
  const faults = await takeThem(shots, folder);
  writeAlbum(folder);
  for (const fault of faults) say(`! ${fault}`);
  say(`${shots.length} pictures: ${join(folder, 'index.html')}`);
  return faults.length > 0 ? 1 : 0;
}

/** Hall by hall. @returns what the pages said went wrong */
async function takeThem(shots: readonly Shot[], folder: string): Promise<string[]> {
  const data = tempFolder();
  process.once('exit', data.remove);
  const server = await startServer({ dataDir: data.path });
  const browser = await openBrowser();
  const faults: string[] = [];
  let taken = 0;
  try {
    const base = `http://${HOST}:${server.port}`;
    const halls = new Set(shots.map(({ language, notes }) => `${language} ${notes}`));
    for (const hall of halls) {
      const own = shots.filter(({ language, notes }) => `${language} ${notes}` === hall);
      const { language, notes } = own[0]!;
      say(`a hall with ${notes} notes (${language}) …`);
      const stage = await setStage(server.base, notes, language);
      const tell = (name: string) => say(`  ${++taken}/${shots.length} ${name}`);
      faults.push(...(await takeAll({ browser, base, stage, folder, tell }, own)));
      stage.leave();
    }
  } finally {
    await browser.close();
    await server.kill();
  }
  return faults;
}

/** What an earlier run left, so that the album shows nothing that is no more. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.png') || name === 'index.html') rmSync(join(folder, name));
  }
}

process.exit(await run(process.argv.slice(2)));
