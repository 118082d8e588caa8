/** The boards that are measured: how each is opened, looked at from elsewhere, and has its notes moved by others. */

import type { Page } from 'playwright-core';
import { ZOOM_MAX } from '../../../client/board/surface/camera.ts';
import { paths } from '../../../shared/domain/links.ts';
import { sessionByKey } from '../../crowd/rest.ts';
import { HOST } from '../../harness/browser.ts';
import { dataFolder, startServer } from '../servers.ts';
import { Crowd } from './Crowd.ts';
import { type Drive, lookByWheel } from './inPage.ts';
import type { PageServer } from './peerPages.ts';

export const BOARDS = ['ours', 'tldraw', 'excalidraw'] as const;
export type BoardName = (typeof BOARDS)[number];

/** As tables name them. */
export const BOARD_NAMES: Record<BoardName, string> = {
  ours: 'Vandrehallen',
  tldraw: 'tldraw 5.4.2',
  excalidraw: 'Excalidraw 0.18.1',
};

/** One board with the scene on it. */
export interface Board {
  name: BoardName;
  url: string;
  /** Cookies that a browser needs to come in, as `name=value`. */
  cookies: string[];
  /** Processes that work for it beside the browser. */
  pids: number[];
  /** Where wheel events go. */
  target: string;
  /** Shows the scene's middle at this zoom. */
  look(page: Page, zoom: number): Promise<void>;
  /** How a zoom between these two is driven. */
  zooming(page: Page, from: number, to: number): Promise<NonNullable<Drive['zoom']>>;
  /** Others move a hundred notes, until they rest. */
  move(page: Page): Promise<void>;
  rest(page: Page): Promise<void>;
  close(): Promise<void>;
}

/** What the board page keeps free at its edges when it shows everything (client/views/Board.tsx). */
const INSETS = { top: 12, bottom: 84 };
/** How a wheel's step with ctrl zooms there (client/board/hand/BoardHand.ts): by e to the power of this times the step. */
const ZOOM_RATE = 0.009;

/** Ours: the built server on a data folder of its own, with a crowd that has hung the notes. */
export async function openOurs(notes: number): Promise<Board> {
  const data = dataFolder();
  const server = await startServer('ours', { dataDir: data.path });
  const crowd = new Crowd();
  const close = async () => {
    await Promise.all([crowd.leave(), server.child.kill()]);
    data.remove();
  };
  try {
    const place = await crowd.hang(server.base, notes);
    const session = await sessionByKey(server.base, place.joinKey);
    const base = server.base.replace('127.0.0.1', HOST);
    const target = '[role="application"]';
    /** The point of the element that the scene's middle is at, once the board has shown everything by itself. */
    const middle = (page: Page) =>
      page.evaluate(
        ({ target, top, bottom }) => {
          const { clientWidth: w, clientHeight: h } = document.querySelector(target)!;
          return { x: w / 2, y: top + (h - top - bottom) / 2, down: h / 2 - (top + (h - top - bottom) / 2) };
        },
        { target, ...INSETS },
      );
    return {
      name: 'ours',
      url: base + paths.board(session.hallId, place.station as never),
      cookies: [`vh_participant_${session.hallId}=${session.token}`],
      pids: [server.pid, crowd.pid],
      target,
      // As a hand would: everything, from there as near as it goes, and back out as far as is wanted.
      look: async (page, zoom) => {
        await page.locator(target).focus();
        await page.keyboard.press('0');
        await page.waitForTimeout(1_000);
        const way = { target, rate: ZOOM_RATE, nearest: ZOOM_MAX, zoom, ...(await middle(page)) };
        await page.evaluate(lookByWheel, way);
      },
      zooming: async (page, from, to) => {
        const { x, y, down } = await middle(page);
        return { from, to, by: 'wheel', rate: ZOOM_RATE, x, y: y + down };
      },
      move: () => crowd.move(),
      rest: () => crowd.rest(),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

interface PeerBoard {
  look(zoom: number): void;
  move(): void;
  rest(): void;
}

/** A peer's page, with the scene in it. */
export function openPeer(name: Exclude<BoardName, 'ours'>, pages: PageServer, notes: number): Board {
  const call = (page: Page, what: 'move' | 'rest') =>
    page.evaluate((what) => (window as unknown as { board: PeerBoard }).board[what](), what);
  return {
    name,
    url: `${pages.base}/${name}.html?notes=${notes}`,
    cookies: [],
    pids: [],
    target: name === 'tldraw' ? '.tl-canvas' : 'canvas.interactive',
    look: (page, zoom) =>
      page.evaluate((zoom) => (window as unknown as { board: PeerBoard }).board.look(zoom), zoom),
    zooming: async (_page, from, to) => ({ from, to, by: 'board', rate: 1, x: 0, y: 0 }),
    move: (page) => call(page, 'move'),
    rest: (page) => call(page, 'rest'),
    close: async () => {},
  };
}
