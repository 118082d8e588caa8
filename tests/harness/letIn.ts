/** A device that is in the hall already: it has the cookie that joining leaves, without a walk through that page. */

import type { BrowserContext } from 'playwright-core';
import type { CreatedHall } from '../../shared/protocol/rest.ts';

/**
 * Joins as a participant over HTTP, and lays the cookie with the browser.
 * @param base the server's address
 * @param pages the address that the browser's pages have
 */
export async function letIn(
  context: BrowserContext,
  { base, pages, made }: { base: string; pages: string; made: CreatedHall },
): Promise<void> {
  const response = await fetch(`${base}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: made.keys.join }),
  });
  const [, name, value] = /^([^=]+)=([^;]+)/.exec(response.headers.getSetCookie()[0] ?? '') ?? [];
  if (!name || !value) throw new Error(`nobody was let in: ${response.status}`);
  await context.addCookies([{ name, value, url: pages, httpOnly: true, sameSite: 'Lax' }]);
}
