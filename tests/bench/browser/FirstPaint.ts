/** Sees when notes come to be painted, by pictures of the page as it is shown: the same eye for every board. */

import type { CDPSession, Page } from 'playwright-core';
import { until } from '../../harness/until.ts';
import { papered } from './inPage.ts';

/** A page with this share of paper shows notes; before, it is a round's badge at most. */
const SOME_PAPER = 0.02;
/** A page without a new picture for so long is done with what it was doing, if it shows notes. */
const STILL_MS = 1_500;
const PATIENCE_MS = 60_000;

export interface Painted {
  /** Ms from the beginning of the navigation to the first notes, and to all of them. */
  first: number;
  all: number;
}

interface Picture {
  at: number;
  data: string;
  share?: number;
}

/** @param eye a page that nobody looks at, to look into pictures with */
export async function watchFirstPaint(page: Page, cdp: CDPSession, eye: Page, url: string): Promise<Painted> {
  const pictures: Picture[] = [];
  let newest = performance.now();
  const take = ({
    data,
    metadata,
    sessionId,
  }: {
    data: string;
    metadata: { timestamp?: number };
    sessionId: number;
  }) => {
    newest = performance.now();
    pictures.push({ at: (metadata.timestamp ?? Number.NaN) * 1_000, data });
    cdp.send('Page.screencastFrameAck', { sessionId }).catch(() => {});
  };
  cdp.on('Page.screencastFrame', take);
  await cdp.send('Page.startScreencast', { format: 'jpeg', quality: 60, maxWidth: 480, maxHeight: 300 });
  await page.goto(url, { waitUntil: 'commit' });
  await until(
    async () => {
      if (performance.now() - newest < STILL_MS) return false;
      const fresh = pictures.filter(({ share }) => share === undefined);
      const shares = await eye.evaluate(
        papered,
        fresh.map(({ data }) => data),
      );
      fresh.forEach((picture, index) => {
        picture.share = shares[index]!;
        picture.data = '';
      });
      return (pictures.at(-1)?.share ?? 0) > SOME_PAPER;
    },
    { what: `notes to be seen on ${url}`, within: PATIENCE_MS },
  );
  await cdp.send('Page.stopScreencast');
  cdp.off('Page.screencastFrame', take);
  const began = await page.evaluate(() => performance.timeOrigin);
  // What was still shown of the page before is not of this one.
  const own = pictures.filter(({ at }) => at >= began);
  const final = own.at(-1)!.share!;
  const since = (least: number) => own.find(({ share }) => share! >= least)!.at - began;
  return { first: since(Math.min(SOME_PAPER, final)), all: since(final * 0.95) };
}
