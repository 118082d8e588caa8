/** The servers that are measured: ours as it is built, and the peers. Each a process of its own on loopback. */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from '../harness/until.ts';
import { type Child, startNode } from './children.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const peersFolder = fileURLToPath(new URL('peers', import.meta.url));
const resultsFolder = fileURLToPath(new URL('results', import.meta.url));

export const PEERS = ['floor', 'hocuspocus', 'yWebsocket', 'tldraw'] as const;
export type Peer = (typeof PEERS)[number];
export type Who = 'ours' | Peer;

/** As tables name them. */
export const NAMES: Record<Who, string> = {
  ours: 'Vandrehallen',
  floor: 'floor (bare ws)',
  hocuspocus: 'Hocuspocus 4.7.0',
  yWebsocket: '@y/websocket-server 0.1.1',
  tldraw: 'tldraw sync 5.4.2',
};

/** A server that answers. */
export interface Running {
  who: Who;
  pid: number;
  /** `http://127.0.0.1:PORT` */
  base: string;
  child: Child;
}

/** The built server; another build than `dist/node` where VANDREHALLEN_MAIN names its `main.js`. */
const main = process.env.VANDREHALLEN_MAIN ?? join(root, 'dist', 'node', 'server', 'main.js');

/** Where the built server's modules are. */
export const builtServer = dirname(main);

/** Starts the server of this name. `dataDir`: where ours, and Hocuspocus with its SQLite extension, keep what they are told. */
export async function startServer(
  who: Who,
  { dataDir, notes = 0 }: { dataDir?: string; notes?: number } = {},
): Promise<Running> {
  const child = who === 'ours' ? startOurs(dataDir!) : startPeer(who, dataDir, notes);
  const port = await until(
    () => {
      if (child.process.exitCode !== null) throw new Error(`${NAMES[who]} ended:\n${child.said()}`);
      return /"listening":(\d+)|"event":"server.listening","port":(\d+)/
        .exec(child.said())
        ?.slice(1)
        .find(Boolean);
    },
    { what: `${NAMES[who]} to listen` },
  );
  return { who, pid: child.pid, base: `http://127.0.0.1:${port}`, child };
}

function startOurs(dataDir: string): Child {
  return startNode([main], { HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir });
}

function startPeer(peer: Peer, dataDir: string | undefined, notes: number): Child {
  const env = { NOTES: String(notes), ...(dataDir ? { DATABASE: join(dataDir, 'hocuspocus.sqlite') } : {}) };
  return startNode([join(peersFolder, `${peer}.mjs`)], env);
}

const folders = new Set<string>();
process.on('exit', () => {
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});

/** A data folder on the disk that the project is on (a temporary folder may be in memory, where a sync costs nothing). */
export function dataFolder(): { path: string; remove: () => void } {
  mkdirSync(resultsFolder, { recursive: true });
  const path = mkdtempSync(join(resultsFolder, `data-${process.pid}-`));
  folders.add(path);
  return {
    path,
    remove: () => {
      folders.delete(path);
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** Removes what runs that were killed have left. */
export function sweepDataFolders(): void {
  mkdirSync(resultsFolder, { recursive: true });
  for (const name of readdirSync(resultsFolder)) {
    const pid = /^data-(\d+)-/.exec(name)?.[1];
    if (pid && !existsSync(`/proc/${pid}`))
      rmSync(join(resultsFolder, name), { recursive: true, force: true });
  }
}

/** Installs the peers where they are missing. @returns false, having said why, where that fails: we are measured alone */
export function bringPeers(say: (line: string) => void): boolean {
  if (existsSync(join(peersFolder, 'node_modules', '.package-lock.json'))) return true;
  say('Installing the peers (a few minutes where better-sqlite3 must be compiled) …');
  try {
    const options = { cwd: peersFolder, stdio: 'pipe', timeout: 600_000 } as const;
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], options);
    return true;
  } catch (error) {
    say(`The peers could not be installed; ours is measured alone.\n${String(error).slice(0, 2_000)}`);
    return false;
  }
}
