/** The pages of the peers: installed and built in their own folder, and served from there on loopback. */

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const folder = fileURLToPath(new URL('../peers-browser', import.meta.url));
const scene = fileURLToPath(new URL('scene.ts', import.meta.url));
const built = join(folder, 'dist', 'built');
const SOURCES = ['package-lock.json', 'build.mjs', 'page.mjs', 'page.css', 'tldraw.mjs', 'excalidraw.mjs'];

/** Installs and builds what is missing or older than its source. @returns false, having said why, where that fails */
export function bringPeerPages(say: (line: string) => void): boolean {
  const options = { cwd: folder, stdio: 'pipe', timeout: 600_000 } as const;
  try {
    if (!existsSync(join(folder, 'node_modules', '.package-lock.json'))) {
      say('installing tldraw and Excalidraw (a minute)');
      execFileSync('npm', ['ci', '--no-audit', '--no-fund'], options);
    }
    const newest = Math.max(...[...SOURCES.map((name) => join(folder, name)), scene].map(changedAt));
    if (!existsSync(built) || changedAt(built) < newest) {
      say('building their pages');
      execFileSync(process.execPath, ['build.mjs'], options);
    }
    return true;
  } catch (error) {
    say(`their pages could not be made; ours is measured alone: ${String(error).slice(0, 2_000)}`);
    return false;
  }
}

const changedAt = (path: string) => statSync(path).mtimeMs;

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
const PRESSED = new Set(['.html', '.js', '.css', '.json', '.svg']);

export interface PageServer {
  base: string;
  close(): void;
}

/** Serves the built pages, pressed beforehand as ours are. */
export async function servePeerPages(): Promise<PageServer> {
  const files = new Map<string, { body: Buffer; headers: Record<string, string> } | null>();
  const fileOf = (path: string) => {
    const known = files.get(path);
    if (known !== undefined) return known;
    const file = join(folder, 'dist', normalize(path));
    if (!file.startsWith(join(folder, 'dist')) || !existsSync(file) || !statSync(file).isFile()) return null;
    const ending = extname(file);
    const body = readFileSync(file);
    const pressed = PRESSED.has(ending);
    const found = {
      body: pressed ? gzipSync(body, { level: 9 }) : body,
      headers: {
        'content-type': TYPES[ending] ?? 'application/octet-stream',
        ...(pressed ? { 'content-encoding': 'gzip' } : {}),
      },
    };
    files.set(path, found);
    return found;
  };
  const server = createServer((request, response) => {
    const found = fileOf(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { ...found.headers, 'content-length': found.body.length }).end(found.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
