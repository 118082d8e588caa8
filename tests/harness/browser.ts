/** Real browsers for tests: on a name that is not localhost over plain http, as a hall's phones meet the server. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { bringBrowser } from './browserBinary.ts';

/** Secure contexts and their APIs do not exist there; on 127.0.0.1 they do, and faults hide. */
export const HOST = 'hall.test';

export const SIZES = {
  phone: { width: 360, height: 740 },
  laptop: { width: 1280, height: 800 },
  wall: { width: 1920, height: 1080 },
} as const;
export type Size = keyof typeof SIZES;

/** One person's (or the projector's) own browser. */
export interface Screen {
  page: Page;
  context: BrowserContext;
  /** What went wrong on its pages, by the browser's own account. */
  errors: string[];
  /** Hosts it asked for anything; must be ours alone. */
  hosts: Set<string>;
}

/**
 * The browser's own surface: one pop-up of pages for each window, though nobody sees it. It costs more than most of our
 * pages. Two such switches do not add up, so what Playwright turns off by it stands here too.
 */
const NOT_NEEDED = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxFullPopup', 'WebUIOmniboxAimPopup', 'PreloadTopChromeWebUI'],
  ...['InitialWebUI', 'WebUIReloadButton', 'WebUIToolbar'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades'],
  ...['HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding'],
  ...['ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints'],
  ...['NetworkTimeServiceQuerying', 'AimEnabled', 'PreconnectToSearch'],
];

export async function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? bringBrowser(console.log);
  if (!executablePath) throw new Error('no Chromium; set CHROMIUM to its path');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-features=${NOT_NEEDED.join()}`,
      `--host-resolver-rules=MAP ${HOST} 127.0.0.1`,
    ],
  });
}

export async function openScreen(
  browser: Browser,
  size: Size,
  options: { locale?: string; colorScheme?: 'light' | 'dark' } = {},
): Promise<Screen> {
  const context = await browser.newContext({
    viewport: SIZES[size],
    locale: 'nb-NO',
    reducedMotion: 'no-preference',
    ...(size === 'phone' ? { hasTouch: true, isMobile: true, deviceScaleFactor: 2 } : {}),
    ...options,
  });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const screen: Screen = { page, context, errors: [], hosts: new Set() };
  page.on('pageerror', (error) => screen.errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !isMeant(message.text(), message.location().url)) {
      screen.errors.push(message.text());
    }
  });
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http')) screen.hosts.add(host);
  });
  return screen;
}

/** A server that is away, a portal in its place, a code that is none: what some tests are about. The page says so itself. */
function isMeant(text: string, url: string): boolean {
  const away = /net::ERR_|WebSocket|status of (401|5\d\d)|MIME type of "text\/html"/.test(text);
  return away || (url.includes('/api/join') && text.includes('status of 404'));
}

/** A picture for people to look at, in tests/shots, when SHOTS is set. */
export async function shoot(page: Page, name: string): Promise<void> {
  if (!process.env.SHOTS) return;
  const folder = fileURLToPath(new URL('../shots', import.meta.url));
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}
