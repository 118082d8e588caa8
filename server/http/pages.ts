/** The client's files: compressed at build time, for ever in caches but for the page itself. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import sirv from 'sirv';

/** Serves `clientDir` and, for paths of the client's own routes, its page. Null where the client is not built. */
export function pages(clientDir: string): RequestHandler | null {
  if (!existsSync(join(clientDir, 'index.html'))) return null;
  return sirv(clientDir, {
    single: true,
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders: (response, path) => {
      const hashed = path.startsWith('/assets/');
      response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  }) as RequestHandler;
}
