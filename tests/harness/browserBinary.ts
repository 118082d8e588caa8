/** Finds a Chromium for browser tests, or brings Debian's where the machine lets us. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a browser; null where there is none and none could be installed. */
export function bringBrowser(say: (line: string) => void): string | null {
  const found = findBrowser();
  if (found) return found;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  say('No Chromium here: installing Debian’s (a few minutes) …');
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  if (!apt('update', '-qq') || !apt('install', '-y', '-qq', '--no-install-recommends', 'chromium'))
    return null;
  return findBrowser();
}

function findBrowser(): string | null {
  const named = process.env.CHROMIUM;
  return [named, ...PLACES].find((path): path is string => path !== undefined && existsSync(path)) ?? null;
}
