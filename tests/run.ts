/**
 * `npm test`: types, lint, build, then all tests, with progress. Brings its own browser where none is found; what it
 * cannot bring it names as not run, and under `CI=true` that fails. `npm test -- unit e2e` runs only those kinds.
 */

import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../server/build.ts';
import { bringBrowser } from './harness/browserBinary.ts';
import { bringOfficePrograms } from './harness/officePrograms.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const KINDS = ['unit', 'sim', 'contract', 'hostile', 'e2e'] as const;
/** These start servers and browsers of their own: a file at a time, or two cores are too few. */
const ONE_AT_A_TIME = new Set<string>(['contract', 'hostile', 'e2e']);
/** Two minutes of looking on, without work: it runs beside the rest of its kind. */
const LOOKS_ON: Partial<Record<string, string>> = { contract: 'tests/contract/providerQuiet.test.ts' };

const LINES_OF_A_FAULT = 12;

/** What is read here of a test file in vitest's JSON report. */
interface TestFile {
  name: string;
  status: string;
  message: string;
  assertionResults: { status: string; fullName: string; failureMessages: string[] }[];
}

const asked = process.argv.slice(2);
const kinds = KINDS.filter((kind) => asked.length === 0 || asked.includes(kind));
const totals = { passed: 0, failed: 0, skipped: 0 };
const notRun: string[] = [];
const broken: string[] = [];
/** Said once more at the very end, since a log of half an hour is often kept by its last lines alone. */
const fallen: string[] = [];
const reports = mkdtempSync(join(tmpdir(), 'vandrehallen-reports-'));

async function step(name: string, work: () => boolean | Promise<boolean>): Promise<void> {
  const started = performance.now();
  console.log(`\n── ${name}`);
  if (!(await work())) broken.push(name);
  console.log(
    `── ${name}: ${broken.includes(name) ? 'FAILED' : 'ok'} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
  );
}

function node(script: string, ...args: string[]): boolean {
  return (
    spawnSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit' }).status === 0
  );
}

async function tests(kind: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const beside = LOOKS_ON[kind];
  const atOnce = ONE_AT_A_TIME.has(kind) ? ['--no-file-parallelism'] : ['--maxWorkers=100%'];
  if (!beside) return (await vitest(kind, atOnce, env, 'inherit')).well;
  // What it says is told when the rest has been told.
  const looking = vitest(kind, [beside], env, 'pipe');
  const rest = await vitest(kind, [...atOnce, '--exclude', beside], env, 'inherit');
  const looked = await looking;
  console.log(looked.said);
  return looked.well && rest.well;
}

/** Runs vitest on a kind of tests, and counts how they went. @returns what it said where it did not say it at once */
async function vitest(
  kind: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  output: 'inherit' | 'pipe',
): Promise<{ well: boolean; said: string }> {
  const file = join(reports, `${kind}-${output}.json`);
  const options: SpawnOptions = { cwd: root, stdio: ['inherit', output, output], env };
  const child = spawn(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      ...['--project', kind, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
      ...args,
    ],
    options,
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const status = await new Promise((resolve) => child.once('close', resolve));
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    totals.passed += report.numPassedTests;
    totals.failed += report.numFailedTests;
    totals.skipped += report.numPendingTests + report.numTodoTests;
    fallen.push(...report.testResults.flatMap(whatFell));
  } catch {
    return { well: false, said };
  }
  return { well: status === 0, said };
}

/** The failed tests of one file in vitest's report, each with the first lines of its fault. */
function whatFell(file: TestFile): string[] {
  const where = relative(root, file.name);
  const tests = file.assertionResults.filter(({ status }) => status === 'failed');
  if (tests.length === 0 && file.status === 'failed') return [told(where, file.message)];
  return tests.map((test) => told(`${where} > ${test.fullName}`, test.failureMessages.join('\n')));
}

function told(what: string, fault: string): string {
  const lines = fault.split('\n').filter((line) => !line.includes('node_modules'));
  return [what, ...lines.slice(0, LINES_OF_A_FAULT)].join('\n    ');
}

try {
  if (asked.length === 0) {
    await step('types', () =>
      ['shared', 'server', 'client', 'tests'].every((part) =>
        node('node_modules/typescript/bin/tsc', '-p', part, '--noEmit'),
      ),
    );
    await step('lint', () => node('node_modules/@biomejs/biome/bin/biome', 'check', '.'));
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
    await step(kind, () => tests(kind, env));
  }
} finally {
  rmSync(reports, { recursive: true, force: true });
}

for (const what of fallen) console.log(`\nFELL  ${what}`);
for (const what of notRun) console.log(`\nNOT RUN  ${what}`);
if (broken.length > 0) console.log(`\nFAILED  ${broken.join(', ')}`);
// A step that fails without a failed test of its own (types, lint, a crash) is a failure all the same.
const failed =
  Math.max(totals.failed, fallen.length, broken.length > 0 ? 1 : 0) +
  (process.env.CI === 'true' ? notRun.length : 0);
console.log(`\n${totals.passed} passed, ${failed} failed, ${totals.skipped} skipped`);
process.exit(failed > 0 ? 1 : 0);
