/** Builds the peers' pages as their users would: one bundle each, minified, for production, with their fonts beside them. */

import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, 'dist');
const modules = join(here, 'node_modules');

rmSync(out, { recursive: true, force: true });
for (const name of ['tldraw', 'excalidraw']) {
  await build({
    entryPoints: [join(here, `${name}.mjs`)],
    outdir: join(out, name),
    bundle: true,
    minify: true,
    splitting: true,
    format: 'esm',
    target: 'chrome111',
    conditions: ['production'],
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.IS_PREACT': '"false"' },
    loader: { '.woff2': 'file', '.svg': 'file', '.png': 'file' },
    logLevel: 'warning',
  });
  writeFileSync(
    join(out, `${name}.html`),
    `<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>${name}</title>` +
      `<link rel="stylesheet" href="/${name}/${name}.css">` +
      `<script type="module" src="/${name}/${name}.js"></script></head><body><div id="root"></div></body></html>\n`,
  );
}
// Both would fetch these from servers of their makers.
mkdirSync(join(out, 'tldraw-assets'));
for (const folder of ['fonts', 'icons', 'translations', 'embed-icons']) {
  cpSync(join(modules, '@tldraw/assets', folder), join(out, 'tldraw-assets', folder), { recursive: true });
}
cpSync(join(modules, '@excalidraw/excalidraw/dist/prod/fonts'), join(out, 'fonts'), { recursive: true });
writeFileSync(join(out, 'built'), '');
