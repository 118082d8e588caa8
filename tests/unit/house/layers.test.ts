/** The arrows of the house: reads every import and fails when one turns. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const SOURCES = ['client', 'server', 'shared', 'tests'];
/** Cores decide and do no I/O: they are given what they need (`server/ports.ts`). */
const CORES = [
  'server/board/BoardRoom.ts',
  'server/hall/HallRoom.ts',
  'server/board/gate/',
  'server/board/motion.ts',
];
const IO = /^(node:(?!buffer)|express|socket\.io|ws$|libsql|sirv|engine\.io)/;

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
}

const imports = SOURCES.flatMap((folder) => filesIn(join(root, folder))).flatMap(importsOf);

describe('layers', () => {
  it('finds the imports at all', () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  it.each([
    ['shared', /^(client|server|tests)\//],
    ['client', /^(server|tests)\//],
    ['server', /^(client|tests)\//],
  ])('%s imports nothing it must not', (layer, forbidden) => {
    const turned = imports.filter(({ from, to }) => from.startsWith(`${layer}/`) && forbidden.test(to));
    expect(turned).toEqual([]);
  });

  it('cores do no I/O', () => {
    const turned = imports.filter(
      ({ from, to, typeOnly }) => !typeOnly && CORES.some((core) => from.startsWith(core)) && IO.test(to),
    );
    expect(turned).toEqual([]);
  });

  it('only boardDoc and planDoc know the names of roots and fields', () => {
    const knowing = filesIn(join(root, 'shared')).filter((path) =>
      /get(Map|Text)\(['"`]/.test(readFileSync(path, 'utf8')),
    );
    expect(knowing.map((path) => relative(root, path)).sort()).toEqual([
      'shared/board/boardDoc.ts',
      'shared/plan/planDoc.ts',
    ]);
  });

  it('the pad’s views and what they lean on load no Yjs and no schema library', () => {
    const seen = new Set<string>();
    const walk = (path: string) => {
      if (seen.has(path)) return;
      seen.add(path);
      for (const { to, typeOnly } of imports.filter(({ from }) => from === path)) if (!typeOnly) walk(to);
    };
    walk('client/views/Pad.tsx');
    walk('client/views/HallMap.tsx');
    walk('client/views/Join.tsx');
    expect([...seen].filter((name) => /^(yjs|y-websocket|lib0|zod|qrcode)/.test(name))).toEqual([]);
    expect(seen.size).toBeGreaterThan(10);
  });

  it('no file is named after nothing', () => {
    const vague = SOURCES.flatMap((folder) => filesIn(join(root, folder)))
      .map((path) => relative(root, path))
      .filter((path) => /(^|\/)(utils?|helpers?|common|manager|service)(\/|\.)/i.test(path));
    expect(vague).toEqual([]);
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('node_modules') && statSync(path).isFile());
}

function importsOf(path: string): Import[] {
  const text = readFileSync(path, 'utf8');
  const found: Import[] = [];
  const pattern =
    /(?:^|\n)\s*(import|export)\s+(type\s+)?([^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;
  for (const [, , type, names, to, lazy] of text.matchAll(pattern)) {
    const target = to ?? lazy;
    // A lazy import is loaded when its view is opened, not with what names it.
    if (!target || lazy) continue;
    const allTypes =
      names !== undefined &&
      /^\{(\s*type\s+\w+(\s+as\s+\w+)?\s*,?)+\s*\}\s*from\s*$/.test(`${names.trim()} `);
    found.push({
      from: relative(root, path),
      to: target.startsWith('.') ? relative(root, resolve(dirname(path), target)) : target,
      typeOnly: type !== undefined || allTypes,
    });
  }
  return found;
}
