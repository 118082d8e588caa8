/** A real server process for tests: started on loopback and a free port, killed or stopped by its own id. */

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from './until.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface ServerProcess {
  /** `http://127.0.0.1:PORT` */
  base: string;
  port: number;
  dataDir: string;
  /** Its process id. */
  pid: number;
  /** Everything it logged so far. */
  log(): string;
  /** Ends it as a power cut would: SIGKILL, no farewell. */
  kill(): Promise<void>;
  /** Stops all its threads where they are (SIGSTOP), until `thaw`. */
  freeze(): void;
  thaw(): void;
  /** Whoever reads what it says is gone, as when a terminal is closed: its pipes are broken. */
  deafen(): void;
  /** Ends it as a supervisor would. @returns the exit code */
  stop(): Promise<number | null>;
  /** Whether the process is still there. */
  alive(): boolean;
}

export interface ServerOptions {
  dataDir?: string;
  port?: number;
  env?: Record<string, string>;
}

const started = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of started) child.kill('SIGKILL');
});

/** A data folder that goes when `remove` is called. */
export function tempFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'vandrehallen-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Starts the built server (`npm test` builds first) and waits until it answers. */
export async function startServer({
  dataDir,
  port = 0,
  env = {},
}: ServerOptions = {}): Promise<ServerProcess> {
  const folder = dataDir ?? tempFolder().path;
  const child = spawn(process.execPath, [join(root, 'dist', 'node', 'server', 'main.js')], {
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: String(port), DATA_DIR: folder, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.add(child);
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text;
  });
  child.stdout.resume();
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      started.delete(child);
      resolve(code);
    });
  });
  const alive = () => child.exitCode === null && child.signalCode === null;
  const listening = await until(
    () => {
      if (!alive()) throw new Error(`the server ended with ${child.exitCode}:\n${log}`);
      return /"event":"server.listening","port":(\d+)/.exec(log)?.[1];
    },
    { what: 'the server to listen' },
  );
  return {
    base: `http://127.0.0.1:${listening}`,
    port: Number(listening),
    dataDir: folder,
    pid: child.pid!,
    log: () => log,
    alive,
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    deafen: () => {
      child.stdout.destroy();
      child.stderr.destroy();
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    stop: async () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
