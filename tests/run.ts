/**
 * `npm test`: types, lint, build, then all tests, with progress. Brings its own browser where none is found; what it
 * cannot bring it names as not run, and under `CI=true` that fails. `npm test -- unit e2e` runs only those kinds.
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../server/build.ts';
import { bringBrowser } from './harness/browserBinary.ts';
import { bringOfficePrograms } from './harness/officePrograms.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const KINDS = ['unit', 'sim', 'contract', 'hostile', 'e2e'] as const;
/** These start servers and browsers of their own: a file at a time, or two cores are too few. */
const ONE_AT_A_TIME = new Set<string>(['contract', 'hostile', 'e2e']);

const asked = process.argv.slice(2);
const kinds = KINDS.filter((kind) => asked.length === 0 || asked.includes(kind));
const totals = { passed: 0, failed: 0, skipped: 0 };
const notRun: string[] = [];
const broken: string[] = [];
const reports = mkdtempSync(join(tmpdir(), 'vandrehallen-reports-'));

function step(name: string, work: () => boolean): void {
  const started = performance.now();
  console.log(`\n── ${name}`);
  if (!work()) broken.push(name);
  console.log(
    `── ${name}: ${broken.includes(name) ? 'FAILED' : 'ok'} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
  );
}

function node(script: string, ...args: string[]): boolean {
  return (
    spawnSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit' }).status === 0
  );
}

function vitest(kind: string, env: NodeJS.ProcessEnv): boolean {
  const file = join(reports, `${kind}.json`);
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--project',
      kind,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...(ONE_AT_A_TIME.has(kind) ? ['--no-file-parallelism'] : []),
    ],
    { cwd: root, stdio: 'inherit', env },
  );
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    totals.passed += report.numPassedTests;
    totals.failed += report.numFailedTests;
    totals.skipped += report.numPendingTests + report.numTodoTests;
  } catch {
    return false;
  }
  return status === 0;
}

try {
  if (asked.length === 0) {
    step('types', () =>
      ['shared', 'server', 'client', 'tests'].every((part) =>
        node('node_modules/typescript/bin/tsc', '-p', part, '--noEmit'),
      ),
    );
    step('lint', () => node('node_modules/@biomejs/biome/bin/biome', 'check', '.'));
  }
  console.log('\n── build');
  await buildIfStale(console.log).catch((error: unknown) => {
    console.error(error);
    broken.push('build');
  });
  for (const kind of broken.includes('build') ? [] : kinds) {
    const env: NodeJS.ProcessEnv = { ...process.env };
    if (kind === 'e2e') {
      const browser = bringBrowser(console.log);
      if (!browser) {
        notRun.push('e2e: no Chromium was found, and none could be installed (set CHROMIUM to its path)');
        continue;
      }
      env.CHROMIUM = browser;
    }
    if (kind === 'contract' && !bringOfficePrograms(console.log)) {
      notRun.push('contract, files opened by other programs: LibreOffice and poppler are not here');
    }
    step(kind, () => vitest(kind, env));
  }
} finally {
  rmSync(reports, { recursive: true, force: true });
}

for (const what of notRun) console.log(`\nNOT RUN  ${what}`);
if (broken.length > 0) console.log(`\nFAILED  ${broken.join(', ')}`);
// A step that fails without a failed test of its own (types, lint, a crash) is a failure all the same.
const failed =
  Math.max(totals.failed, broken.length > 0 ? 1 : 0) + (process.env.CI === 'true' ? notRun.length : 0);
console.log(`\n${totals.passed} passed, ${failed} failed, ${totals.skipped} skipped`);
process.exit(failed > 0 ? 1 : 0);
