/** The client's files: compressed at build time, for ever in caches but for the page itself. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import sirv from 'sirv';

/** Views that may have a page of their own, which names all that they are made of (`build.ts`). */
const VIEWS = ['board', 'outline', 'wall', 'desk'];
const OWN_PAGE = new RegExp(`^/hall/[^/]+/(${VIEWS.join('|')})/[^/.]+$`);

/** Serves `clientDir` and, for paths of the client's own routes, its page. Null where the client is not built. */
export function pages(clientDir: string): RequestHandler | null {
  if (!existsSync(join(clientDir, 'index.html'))) return null;
  const serve = sirv(clientDir, {
    single: true,
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders: (response, path) => {
      const hashed = path.startsWith('/assets/');
      response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  }) as RequestHandler;
  const pageOf = (view: string) => `/${view}.html`;
  const own = new Set(VIEWS.filter((view) => existsSync(join(clientDir, pageOf(view)))));
  return (request, response, next) => {
    const view = OWN_PAGE.exec(request.path)?.[1];
    if (view && own.has(view)) request.url = pageOf(view);
    serve(request, response, next);
  };
}
