/** Child processes of a benchmark: with as many open files as the machine allows, and ended by id whatever happens. */

import { type ChildProcess, spawn } from 'node:child_process';

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

export interface Child {
  pid: number;
  process: ChildProcess;
  /** All that it wrote so far, newest 20,000 characters. */
  said(): string;
  /** Ends it at once. */
  kill(): Promise<void>;
}

/** Run in each child first: it ends when this process does, even one that was killed. */
const END_WITH_PARENT = 'data:text/javascript,process.once("disconnect",()=>process.exit())';

/** Starts a Node process. It inherits no environment but PATH and what is given. */
export function startNode(args: readonly string[], env: Record<string, string> = {}): Child {
  const child = spawn(
    '/bin/sh',
    [
      '-c',
      'ulimit -n "$(ulimit -Hn)"; exec "$@"',
      'sh',
      process.execPath,
      '--import',
      END_WITH_PARENT,
      ...args,
    ],
    {
      env: { PATH: process.env.PATH ?? '', NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // So that results may hold what JSON can't: NaN, Map.
      serialization: 'advanced',
    },
  );
  running.add(child);
  let said = '';
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-20_000);
    });
  }
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      running.delete(child);
      resolve();
    });
    child.once('error', () => resolve());
  });
  return {
    pid: child.pid!,
    process: child,
    said: () => said,
    kill: () => {
      child.kill('SIGKILL');
      return ended;
    },
  };
}
