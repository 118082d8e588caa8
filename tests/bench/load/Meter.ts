/** What a stretch of time costs: the server's CPU and memory, the bytes that clients got, and whether the load kept up. */

import { monitorEventLoopDelay } from 'node:perf_hooks';
import { cpuSeconds, Disturbance, memoryMb } from '../procfs.ts';
import type { Counted } from './LightSocket.ts';

export interface Cost {
  seconds: number;
  /** Cores that the server used. */
  cpu: number;
  memoryMb: number;
  /** Kilobytes a second to each client, as on the wire. */
  kBps: number;
  /** Cores that the load process used, and the 99th percentile of its event-loop delay: a load that lags measures itself. */
  loadCpu: number;
  loadLag: number;
  /** Cores that other processes of the machine used meanwhile: what they took, server and load had not. */
  others: number;
}

export class Meter {
  readonly #pid: number;
  readonly #sockets: readonly Counted[];
  readonly #lag = monitorEventLoopDelay({ resolution: 5 });
  readonly #cpu: number;
  readonly #own: NodeJS.CpuUsage;
  readonly #disturbance: Disturbance;
  readonly #bytes: number;
  readonly #began: number;

  /** Begins to measure. */
  constructor(pid: number, sockets: readonly Counted[]) {
    this.#pid = pid;
    this.#sockets = sockets;
    this.#lag.enable();
    this.#bytes = received(sockets);
    this.#own = process.cpuUsage();
    this.#disturbance = new Disturbance([pid, process.pid]);
    this.#cpu = cpuSeconds(pid);
    this.#began = performance.now();
  }

  /** Ends the stretch. */
  read(): Cost {
    const seconds = (performance.now() - this.#began) / 1_000;
    const cpu = cpuSeconds(this.#pid) - this.#cpu;
    const used = process.cpuUsage(this.#own);
    const own = (used.user + used.system) / 1e6;
    const others = this.#disturbance.read();
    this.#lag.disable();
    return {
      seconds,
      cpu: cpu / seconds,
      memoryMb: memoryMb(this.#pid),
      kBps: (received(this.#sockets) - this.#bytes) / 1_000 / seconds / Math.max(1, this.#sockets.length),
      loadCpu: own / seconds,
      loadLag: this.#lag.percentile(99) / 1e6,
      others,
    };
  }
}

/** Bytes that came in over these. A closed one counts no more, so look that none is. */
function received(sockets: readonly Counted[]): number {
  return sockets.reduce((sum, { bytesRead }) => sum + bytesRead, 0);
}

/** How many of these are not open (any more). */
export function lost(sockets: readonly Counted[]): number {
  return sockets.filter(({ isOpen }) => !isOpen).length;
}
