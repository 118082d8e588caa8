/** What axe finds wrong with a page: all that it checks by default, and the size of targets. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Faults of one kind that are told. */
const TOLD = 4;

export interface Asked {
  /** A selector of what is looked at; absent: the whole page. */
  within?: string;
  /** The contrast of texts, or all but that: it costs as much as all the rest, and no language changes it. */
  only?: 'contrast' | 'structure';
}

/** A line for each fault, with where and why. */
export async function axeFinds(page: Page, { within, only }: Asked = {}): Promise<string[]> {
  // By the debugger: the page's own policy lets no foreign script in.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const options: RunOptions = {
    resultTypes: ['violations'],
    preload: false,
    rules: { 'target-size': { enabled: true }, 'color-contrast': { enabled: only !== 'structure' } },
    ...(only === 'contrast' ? { runOnly: ['color-contrast'] } : {}),
  };
  return page.evaluate(
    async ({ within, options, most }) => {
      const { axe } = window as never as { axe: typeof import('axe-core') };
      const { violations } = await axe.run(within ?? document, options);
      return violations.flatMap(({ id, nodes }) =>
        nodes
          .slice(0, most)
          .map(
            ({ target, failureSummary }) => `${id}: ${target.join(' ')} – ${failureSummary?.split('\n')[1]}`,
          ),
      );
    },
    { within, options, most: TOLD },
  );
}
