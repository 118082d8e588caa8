/** What a run was made on: figures without it say nothing. */

import { execFileSync } from 'node:child_process';
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Sample } from './load/Sample.ts';
import { dataFolder } from './servers.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Machine {
  cpu: string;
  cores: number;
  memoryGb: number;
  system: string;
  node: string;
  /** Ms to have 4 kB on this disk, for sure. */
  syncP50: number;
  syncP95: number;
}

export function describeMachine(): Machine {
  const processors = cpus();
  const sync = syncTimes();
  return {
    cpu: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${process.platform} ${release()}`,
    node: process.version,
    syncP50: sync.p50,
    syncP95: sync.p95,
  };
}

/** The commit that was measured, with `+` where the tree differed from it. */
export function describeCommit(): string {
  try {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
    const changed = git('status', '--porcelain', '--', 'server', 'shared', 'package-lock.json') !== '';
    return git('rev-parse', '--short', 'HEAD') + (changed ? '+' : '');
  } catch {
    return 'unknown';
  }
}

function syncTimes() {
  const { path, remove } = dataFolder();
  const file = openSync(join(path, 'sync'), 'w');
  const times = new Sample();
  for (let index = 0; index < 60; index++) {
    const began = performance.now();
    writeSync(file, Buffer.alloc(4_096), 0, 4_096, index * 4_096);
    fsyncSync(file);
    times.add(performance.now() - began);
  }
  closeSync(file);
  remove();
  return times.summary;
}
