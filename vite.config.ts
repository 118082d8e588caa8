/** Builds the client, serves it in development, and tells vitest which tests are which. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = process.env.VANDREHALLEN_SERVER ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: 'client',
  publicDir: 'public',
  plugins: [react()],
  resolve: {
    alias: [
      {
        find: './webtransport.js',
        replacement: fileURLToPath(new URL('client/sync/noWebTransport.ts', import.meta.url)),
      },
    ],
  },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: ['chrome111', 'firefox114', 'safari16.4'],
    assetsInlineLimit: 0,
    manifest: true,
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    // All that the pad needs at once in one file: it compresses better, and over plain http (gzip only) each kB counts.
    // What fetched views share goes into one file too: the first load names each file that there is, and names cost.
    rolldownOptions: {
      output: {
        // A letter of a hash can't be compressed, and the first load names a hundred files.
        entryFileNames: 'assets/[name]-[hash:7].js',
        chunkFileNames: 'assets/[name]-[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:7][extname]',
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'] },
            { name: 'shared', test: /client\/(parts|part)\/|lucide-react/, minShareCount: 2 },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      // The Host stays as the browser sent it, or the server would take its own pages for a foreign origin.
      '/api': { target: server, changeOrigin: false },
      '^/board/(s_|plan_)': { target: server, changeOrigin: false, ws: true },
      '/socket.io': { target: server, changeOrigin: false, ws: true },
    },
  },
  test: {
    root: '.',
    passWithNoTests: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      project('unit', ['tests/unit/**/*.test.{ts,tsx}']),
      project('contract', ['tests/contract/**/*.test.ts']),
      project('sim', ['tests/sim/**/*.test.ts']),
      project('hostile', ['tests/hostile/**/*.test.ts']),
      project('e2e', ['tests/e2e/**/*.test.ts']),
    ],
  },
});

/** One vitest project a kind of test; the browser and process kinds run one file at a time on two cores. */
function project(name: string, include: string[]) {
  const heavy = name === 'e2e' || name === 'hostile' || name === 'contract';
  return {
    plugins: [react()],
    test: {
      name,
      root: '.',
      include,
      fileParallelism: !heavy,
      testTimeout: heavy ? 180_000 : 30_000,
      hookTimeout: 60_000,
    },
  };
}
