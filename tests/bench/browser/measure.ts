/** Measures one board in a real browser: how it comes, how it follows the camera, and how it shows what others move. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { openScreen } from '../../harness/browser.ts';
import { Disturbance, memoryMb } from '../procfs.ts';
import type { Board } from './boards.ts';
import { watchFirstPaint } from './FirstPaint.ts';
import { type Drive, drive } from './inPage.ts';
import { zoomsOf } from './scene.ts';

const pictures = fileURLToPath(new URL('../results/browser', import.meta.url));

/** What is done, in the order of the table. */
export const SCENARIOS = [
  { key: 'panNear', name: 'pan, zoom 1', at: 'near', does: 'pan', slower: 1 },
  { key: 'panAll', name: 'pan, all in view', at: 'all', does: 'pan', slower: 1 },
  { key: 'zoom', name: 'zoom between the two', at: 'near', does: 'zoom', slower: 1 },
  { key: 'moved', name: '100 moved by others, 150 in view', at: 'some', does: 'moved', slower: 1 },
  { key: 'movedSlow', name: 'the same, CPU 4× slower', at: 'some', does: 'moved', slower: 4 },
  { key: 'movedAllSlow', name: '100 moved, all in view, CPU 4× slower', at: 'all', does: 'moved', slower: 4 },
] as const;
export type Scenario = (typeof SCENARIOS)[number];
export type ScenarioKey = Scenario['key'];

export interface Frames {
  /** Frames a second. */
  fps: number;
  /** Ms between two frames, at worst. */
  worst: number;
  /** Ms that the page's main thread worked for each frame. */
  main: number;
}

export interface Visit {
  frames: Record<ScenarioKey, Frames>;
  /** Ms to the first notes painted, and to all of them. */
  first: number;
  all: number;
  heapMb: number;
  processMb: number;
  /** Kilobytes of script as sent. */
  scriptKb: number;
  others: number;
}

export interface Pace {
  /** How long each scenario goes on, and how long is waited before it, until what the last one left is done. */
  ms: number;
  settleMs: number;
}

const PANS = { near: { x: 1_200, y: 600 }, all: { x: 150, y: 80 } };

/** One visit with an empty cache: everything is measured once. @param picture the name of pictures to be taken, if any */
export async function visit(
  browser: Browser,
  board: Board,
  notes: number,
  pace: Pace,
  picture: string | null,
): Promise<Visit> {
  const { page, context } = await openScreen(browser, 'laptop');
  const eye = await browser.newPage();
  try {
    // The loader that runs these benchmarks gives functions their names by this, also those that go to the page.
    for (const one of [context, eye.context()])
      await one.addInitScript('globalThis.__name = (named) => named');
    await eye.goto('about:blank');
    for (const cookie of board.cookies) {
      const [name, value] = cookie.split('=') as [string, string];
      await context.addCookies([{ name, value, url: new URL(board.url).origin }]);
    }
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable');
    const script = countScript(page);
    const painted = await watchFirstPaint(page, cdp, eye, board.url);
    await cdp.send('HeapProfiler.collectGarbage');
    const heapMb = (await metric(cdp, 'JSHeapUsedSize')) / 2 ** 20;
    const processes = await browserProcesses(browser);
    const processMb = Math.max(
      ...processes.filter(({ type }) => type === 'renderer').map(({ id }) => memoryMb(id)),
    );
    const disturbance = new Disturbance([process.pid, ...board.pids, ...processes.map(({ id }) => id)]);
    const frames: Partial<Visit['frames']> = {};
    for (const scenario of SCENARIOS) {
      frames[scenario.key] = await run({ page, cdp, board, notes, pace, picture }, scenario);
    }
    return {
      frames: frames as Visit['frames'],
      ...painted,
      heapMb,
      processMb,
      scriptKb: (await script()) / 1_000,
      others: disturbance.read(),
    };
  } finally {
    await eye.context().close();
    await context.close();
  }
}

interface Stage {
  page: Page;
  cdp: CDPSession;
  board: Board;
  notes: number;
  pace: Pace;
  picture: string | null;
}

async function run({ page, cdp, board, notes, pace, picture }: Stage, scenario: Scenario): Promise<Frames> {
  const zooms = zoomsOf(notes);
  await board.look(page, zooms[scenario.at]);
  await page.waitForTimeout(pace.settleMs);
  const moved = scenario.does === 'moved';
  if (moved) await board.move(page);
  const job: Drive = { ms: pace.ms, target: board.target };
  if (scenario.does === 'pan') job.pan = PANS[scenario.at];
  if (scenario.does === 'zoom') job.zoom = await board.zooming(page, zooms.near, zooms.all);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: scenario.slower });
  if (moved) await page.waitForTimeout(pace.settleMs / 2);
  const before = await metric(cdp, 'TaskDuration');
  const times = await page.evaluate(drive, job);
  const worked = (await metric(cdp, 'TaskDuration')) - before;
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  if (picture) await shoot(page, `${picture}-${scenario.key}`);
  if (moved) await board.rest(page);
  const gaps = times.slice(1).map((time, index) => time - times[index]!);
  return {
    fps: (gaps.length * 1_000) / (times.at(-1)! - times[0]!),
    worst: Math.max(...gaps),
    main: (worked * 1_000) / gaps.length,
  };
}

async function metric(cdp: CDPSession, wanted: string): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === wanted)!.value;
}

async function browserProcesses(browser: Browser): Promise<{ id: number; type: string }[]> {
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  await cdp.detach();
  return processInfo.map(({ id, type }) => ({ id, type }));
}

/** Counts script that comes over the network from now on. @returns what tells the bytes, as sent */
function countScript(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() !== 'script') return;
    sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`) });
}

/** The median of each figure. */
export function mediansOf(visits: readonly Visit[]): Visit {
  const of = (read: (visit: Visit) => number) => median(visits.map(read));
  const frames = Object.fromEntries(
    SCENARIOS.map(({ key }) => [
      key,
      {
        fps: of((visit) => visit.frames[key].fps),
        worst: of((visit) => visit.frames[key].worst),
        main: of((visit) => visit.frames[key].main),
      },
    ]),
  ) as Visit['frames'];
  return {
    frames,
    first: of(({ first }) => first),
    all: of(({ all }) => all),
    heapMb: of(({ heapMb }) => heapMb),
    processMb: of(({ processMb }) => processMb),
    scriptKb: of(({ scriptKb }) => scriptKb),
    others: Math.max(...visits.map(({ others }) => others)),
  };
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
