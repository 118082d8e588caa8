/** The board in a browser beside tldraw and Excalidraw: camera, others' moves, coming, memory, script. */

import type { Browser } from 'playwright-core';
import { openBrowser } from '../../harness/browser.ts';
import { BOARD_NAMES, BOARDS, type Board, type BoardName, openOurs, openPeer } from '../browser/boards.ts';
import {
  type Frames,
  mediansOf,
  SCENARIOS,
  type ScenarioKey,
  type Visit,
  visit,
} from '../browser/measure.ts';
import { bringPeerPages, servePeerPages } from '../browser/peerPages.ts';
import { atMost, type Check, figure, type Row, type RowContext } from '../row.ts';

const TIMES = 3;
/** What a screen that shows 60 frames a second may differ by and still show them all. */
const SAME_FPS = 1;
/** One frame of it. */
const SAME_WORST = 17;

const LEAST_FPS: Record<ScenarioKey, number> = {
  panNear: 58,
  panAll: 58,
  zoom: 58,
  moved: 58,
  movedSlow: 55,
  movedAllSlow: 35,
};
const WORST_MS = 34;
const FIRST_MS = 1_000;
const HEAP_MB = 40;

export const browser2000: Row = rowOf('browser2000', 2_000);
export const browser5000: Row = rowOf('browser5000', 5_000);

type Results = Map<BoardName, Visit | string>;

function rowOf(name: string, wanted: number): Row {
  return {
    name,
    title: `The board in a browser, ${figure(wanted)} notes`,
    run: async (context) => {
      const notes = context.quick ? 300 : wanted;
      const results = await measureAll(name, notes, context);
      const ours = results.get('ours') as Visit;
      return {
        tables: [tableOf(notes, results)],
        checks: [
          ...targets(ours),
          ...BOARDS.slice(1).flatMap((peer) => aheadOf(peer, ours, results.get(peer))),
        ],
        notes: NOTES,
        others: Math.max(...[...results.values()].map((one) => (typeof one === 'string' ? 0 : one.others))),
      };
    },
  };
}

async function measureAll(name: string, notes: number, context: RowContext): Promise<Results> {
  const { quick, say } = context;
  const peers = bringPeerPages(say);
  const pages = await servePeerPages();
  const browser = await openBrowser();
  const results: Results = new Map();
  try {
    for (const who of peers ? BOARDS : (['ours'] as const)) {
      try {
        const board = who === 'ours' ? await openOurs(notes) : openPeer(who, pages, notes);
        results.set(who, await measureOne(browser, board, name, notes, { quick, say }));
      } catch (error) {
        if (who === 'ours') throw error;
        results.set(who, `failed: ${String(error).split('\n', 1)[0]}`);
      }
    }
  } finally {
    await browser.close();
    pages.close();
  }
  return results;
}

async function measureOne(
  browser: Browser,
  board: Board,
  row: string,
  notes: number,
  { quick, say }: Pick<RowContext, 'quick' | 'say'>,
): Promise<Visit> {
  const pace = quick ? { ms: 1_000, settleMs: 500 } : { ms: 3_000, settleMs: 1_500 };
  const visits: Visit[] = [];
  try {
    for (let time = 1; time <= (quick ? 1 : TIMES); time++) {
      say(`${figure(notes)} notes on ${BOARD_NAMES[board.name]}, visit ${time}`);
      visits.push(await visit(browser, board, notes, pace, time === 1 ? `${row}-${board.name}` : null));
    }
  } finally {
    await board.close();
  }
  return mediansOf(visits);
}

// ── what is said of it ─────────────────────────────────────────────────────────────────────────────────────────

function tableOf(notes: number, results: Results) {
  const names = [...results.keys()];
  const cell = (who: BoardName, read: (visit: Visit) => string) => {
    const result = results.get(who)!;
    return typeof result === 'string' ? result : read(result);
  };
  const line = (what: string, read: (visit: Visit) => string) => [
    what,
    ...names.map((who) => cell(who, read)),
  ];
  return {
    title: `${figure(notes)} notes: frames a second / worst frame, ms / main thread for each frame, ms`,
    columns: ['', ...names.map((who) => BOARD_NAMES[who])],
    lines: [
      ...SCENARIOS.map(({ key, name }) => line(name, ({ frames }) => threeOf(frames[key]))),
      line('first notes painted, ms', ({ first }) => figure(first)),
      line('all notes painted, ms', ({ all }) => figure(all)),
      line('heap, MB', ({ heapMb }) => figure(heapMb)),
      line('process of the page, MB', ({ processMb }) => figure(processMb)),
      line('script as sent, kB gzip', ({ scriptKb }) => figure(scriptKb)),
    ],
  };
}

const threeOf = ({ fps, worst, main }: Frames) =>
  `${fps.toFixed(0)} / ${worst.toFixed(0)} / ${main.toFixed(main < 10 ? 1 : 0)}`;

function targets({ frames, first, heapMb }: Visit): Check[] {
  return [
    ...SCENARIOS.map(({ key, name }) => atLeast(name, frames[key].fps, LEAST_FPS[key], 'frames/s')),
    ...SCENARIOS.filter(({ does }) => does !== 'moved').map(({ key, name }) =>
      atMost(`${name}: worst frame`, frames[key].worst, WORST_MS, 'ms'),
    ),
    atMost('first notes painted', first, FIRST_MS, 'ms'),
    atMost('heap', heapMb, HEAP_MB, 'MB'),
  ];
}

function atLeast(what: string, value: number, least: number, unit: string): Check {
  return { what, measured: `${figure(value)} ${unit}`, target: `≥ ${least} ${unit}`, pass: value >= least };
}

function aheadOf(peer: BoardName, ours: Visit, theirs: Visit | string | undefined): Check[] {
  const them = typeof theirs === 'string' ? undefined : theirs;
  const check = (what: string, measured: string, target: string, pass: boolean | null): Check => ({
    what: `${what}: ahead of ${BOARD_NAMES[peer]}`,
    measured,
    target,
    pass,
  });
  const less = (what: string, unit: string, read: (visit: Visit) => number) =>
    check(
      what,
      `${figure(read(ours))} ${unit}`,
      `< ${figure(them && read(them))} ${unit}`,
      them ? read(ours) < read(them) : null,
    );
  return [
    ...SCENARIOS.map(({ key, name }) =>
      check(
        name,
        threeOf(ours.frames[key]),
        `better than ${them ? threeOf(them.frames[key]) : '–'}`,
        them ? isAhead(ours.frames[key], them.frames[key]) : null,
      ),
    ),
    less('first notes painted', 'ms', ({ first }) => first),
    less('heap', 'MB', ({ heapMb }) => heapMb),
    less('script as sent', 'kB', ({ scriptKb }) => scriptKb),
  ];
}

/** More frames; where both show all that a screen can, the shorter worst frame; where that is the same, less work. */
function isAhead(ours: Frames, theirs: Frames): boolean {
  if (Math.abs(ours.fps - theirs.fps) > SAME_FPS) return ours.fps > theirs.fps;
  if (Math.abs(ours.worst - theirs.worst) > SAME_WORST) return ours.worst < theirs.worst;
  return ours.main < theirs.main;
}

const NOTES = [
  'Headless Chromium, 1280×800, no GPU; medians of 3 visits, each with an empty cache. The browser, our server, the people who move notes and what measures share two cores: ratios count, not absolutes.',
  'All three have the same notes (200×200, about 50 characters, four colours) at the same places. Ours is the board page of the built server: it comes over its own channels, from 100 authors. The peers’ documents are made in the page, with sizes and line breaks ready, and nothing comes over a network: that favours them.',
  'Pans are wheel events in each frame, for all. Zooms are wheel events for ours, and the cameras that the peers give to programs for them (their own steps differ).',
  'Moved by others: for ours 100 connections, each with one note in its hand, 20 places a second, over the server; it draws what lies between two places too. For the peers the page’s own script takes in all 100 places at once 20 times a second, as a collaborator’s changes (mergeRemoteChanges, updateScene): that favours them again.',
  'Ahead is who shows more frames; within one frame a second, whose worst frame is shorter; within one frame of that, who works less for each frame.',
  'Painted is what pictures of the page show: first notes from 2 % of paper in them on, all from 95 % of what there will be.',
];
