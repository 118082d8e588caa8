/** Builds the client, serves it in development, and tells vitest which tests are which. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = process.env.VANDREHALLEN_SERVER ?? 'http://127.0.0.1:3000';

const path = (file: string) => fileURLToPath(new URL(file, import.meta.url));

export default defineConfig({
  root: 'client',
  publicDir: 'public',
  plugins: [react()],
  resolve: {
    alias: [
      {
        find: './webtransport.js',
        replacement: path('client/sync/noWebTransport.ts'),
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
    rolldownOptions: {
      input: { index: path('client/index.html'), ahead: path('client/ahead.ts') },
      output: {
        // A letter of a hash can't be compressed, and the first load names a hundred files.
        entryFileNames: 'assets/[name]-[hash:7].js',
        chunkFileNames: 'assets/[name]-[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:7][extname]',
        codeSplitting: {
          groups: filesShared(),
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
      // A thread a file is begun sooner than a process, and nothing of these is the process's.
      pool: heavy ? ('forks' as const) : ('threads' as const),
      testTimeout: heavy ? 180_000 : 30_000,
      hookTimeout: 60_000,
    },
  };
}

/**
 * Which modules go into one file, the first that fits. Few files: over plain http a browser fetches six at a time, and
 * the first load names each that there is. Where views differ in what they need, the smaller view decides: none of
 * those outside the boards fetches Yjs for the sake of a neighbour.
 */
function filesShared() {
  const shared = (name: string, ...modules: string[]) => ({
    name,
    test: new RegExp(modules.join('|')),
    minShareCount: 2,
  });
  return [
    // Runs before all else, and waits for nothing.
    { name: 'ahead', test: /client\/(ahead|sync\/lineAhead)\./ },
    // All that the pad needs at once: it compresses better, and over plain http (gzip only) each kB counts.
    { name: 'first', tags: ['$initial' as const] },
    shared(
      'shared',
      'client/(parts|part)/',
      'lucide-react',
      'zustand/esm/(vanilla|react)/shallow',
      'shared/domain/permission',
      'client/state/(litNotes|boardCopies|hallLinks)',
      'client/past/(threadStore|boardPath|lightThing)',
      'client/timeline/(slotWords|SlotFields)',
      'client/desk/presses',
      'client/sync/(past|organising|boardRecords)\\.',
      'client/board/paint/letterWidths',
      'client/outline/outlineOf',
      'client/views/screenAwake',
    ),
    shared('boardView', 'shared/board/boardView'),
    shared('paint', 'client/board/paint/(notePainter|NoteLayer|fitText|noteGeometry)'),
    // The board channel, with Yjs.
    shared('line', 'client/sync/boardConnection'),
    // A board as plain data, and the plan beside it.
    shared(
      'models',
      'client/board/model/BoardModel',
      'client/state/planStore',
      'client/plan/(PulledLine|PullDeeds|proposing)',
      'client/summary/pointDeeds',
      'client/past/LastYear',
    ),
    shared('notes', 'client/outline/(OutlineNote|useOutline)', 'client/board/deeds/(noteDraft|mergeText)'),
    // A board as it is seen, and the hand on it.
    shared('surface', 'client/board/openBoard', 'client/timeline/timelineModel'),
    shared(
      'hand',
      'client/timeline/Timeline',
      'client/board/(useBoard|model/useBoardChanges|controls/(OverBoard|EmptyBoard))',
    ),
  ];
}
