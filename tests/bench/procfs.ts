/** What Linux tells of a process: CPU time with all its threads, memory, how many files it may open. */

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const TICKS_PER_SECOND = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** Seconds of CPU that the process has used, of all its threads, in user and kernel mode. */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field is the command in brackets and may hold spaces; utime and stime are the 14th and 15th.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** Megabytes of the process that are in memory. */
export function memoryMb(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1_024;
}

/** Files (and so sockets) that a process may have open once it has raised its own limit as far as it can. */
export function openFilesMax(): number {
  const hard = /^Max open files\s+\S+\s+(\S+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1];
  return hard === 'unlimited' ? Number.POSITIVE_INFINITY : Number(hard);
}

/** How much other processes of the machine do meanwhile: a measurement that is disturbed says so. */
export class Disturbance {
  readonly #pids: readonly number[];
  readonly #began = performance.now();
  readonly #before: number;

  /** @param pids the processes that are meant to work */
  constructor(pids: readonly number[]) {
    this.#pids = pids;
    this.#before = this.#ofOthers();
  }

  /** Cores that others have used since. */
  read(): number {
    const seconds = (performance.now() - this.#began) / 1_000;
    return Math.max(0, this.#ofOthers() - this.#before) / seconds;
  }

  #ofOthers(): number {
    return this.#pids.reduce((rest, pid) => rest - cpuSeconds(pid), machineCpuSeconds());
  }
}

/** Seconds of CPU that all processes of the machine have used, and what its host took from it. */
function machineCpuSeconds(): number {
  const [, user, nice, system, , , , , steal] = readFileSync('/proc/stat', 'utf8')
    .split('\n', 1)[0]!
    .split(/\s+/);
  return [user, nice, system, steal].reduce((sum, ticks) => sum + Number(ticks ?? 0), 0) / TICKS_PER_SECOND;
}
