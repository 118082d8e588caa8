/** The pad's first load, from the build: what a phone on bad Wi-Fi must fetch before it can write. */

import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const client = fileURLToPath(new URL('../../dist/client', import.meta.url));
/** Bytes, script and style, as sent. Over plain http browsers take gzip, not brotli. */
const LIMIT = 105_000;

/** What the page names, and nothing else, is fetched before the pad stands: the rest is fetched when it is opened. */
function firstLoad(name = 'index'): string[] {
  const page = readFileSync(join(client, `${name}.html`), 'utf8');
  return [...page.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css))"/g)].map(([, path]) => path!);
}

describe('the pad’s first load', () => {
  it('is found in the built page, and compressed at build time', () => {
    expect(firstLoad().some((path) => path.endsWith('.js'))).toBe(true);
    expect(firstLoad().some((path) => path.endsWith('.css'))).toBe(true);
    for (const path of firstLoad()) {
      for (const ending of ['.br', '.gz'])
        expect(existsSync(join(client, path + ending)), path + ending).toBe(true);
    }
  });

  it.each(['.br', '.gz'])(`is at most ${LIMIT} bytes of script and style as sent (%s)`, (ending) => {
    const sizes = firstLoad().map((path) => statSync(join(client, path + ending)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(LIMIT);
  });

  it('has the pad itself in it, and none of what only boards need', () => {
    const script = firstLoad()
      .filter((path) => path.endsWith('.js'))
      .map((path) => readFileSync(join(client, path), 'utf8'))
      .join('');
    expect(script).toContain('Ett punkt per lapp');
    expect(script).not.toMatch(/encodeStateAsUpdate|_transactionCleanups|ZodError/);
  });
});

describe('the pages of boards and walls', () => {
  it.each(['board', 'outline', 'wall', 'desk'])(
    'name the first load and what is fetched after it (%s)',
    (name) => {
      const named = firstLoad(name);
      expect(new Set(named).size).toBe(named.length);
      expect(named).toEqual(expect.arrayContaining(firstLoad()));
      for (const path of named) expect(existsSync(join(client, path)), path).toBe(true);
      const all = named
        .filter((path) => path.endsWith('.js'))
        .map((path) => readFileSync(join(client, path), 'utf8'));
      expect(all.join('')).toContain('_transactionCleanups');
      // Over plain http a browser fetches six at a time.
      expect(named.length).toBeLessThanOrEqual(24);
    },
  );
});
