/**
 * The server's own modules as they are built. What runs TypeScript in these benchmarks wraps each function in order to
 * keep its name, which costs more than some of what is measured.
 */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

type BoardContentModule = typeof import('../../../server/board/BoardContent.ts');
type GateModule = typeof import('../../../server/board/gate/gate.ts');
type StoreModule = typeof import('../../../server/store/sqlite.ts');

/** @param folder that of the built `main.js` */
export async function loadBuilt(folder: string) {
  const load = (path: string) => import(pathToFileURL(join(folder, path)).href);
  const [content, gate, store] = await Promise.all([
    load('board/BoardContent.js') as Promise<BoardContentModule>,
    load('board/gate/gate.js') as Promise<GateModule>,
    load('store/sqlite.js') as Promise<StoreModule>,
  ]);
  return { BoardContent: content.BoardContent, judge: gate.judge, openSqliteStore: store.openSqliteStore };
}

export type Built = Awaited<ReturnType<typeof loadBuilt>>;
