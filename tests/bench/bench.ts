/**
 * `npm run bench`: measures the server beside its peers on this machine, row by row, prints a table for each and keeps
 * it in `tests/bench/results/`. It wants the machine for itself. No part of `npm test`: a timed test on a shared machine lies.
 *
 * ```
 * npm run bench                          all rows, about a quarter of an hour
 * npm run bench -- motion commit         these rows
 * npm run bench -- motion --crowd        and the largest crowd with it
 * npm run bench -- --missing             rows that have no result yet
 * npm run bench -- --quick               small and short, to see that it works
 * npm run bench -- --write-docs          docs/PERFORMANCE.md from the results, nothing measured
 * ```
 */

import { buildIfStale } from '../../server/build.ts';
import { describeCommit, describeMachine } from './machine.ts';
import { writePerformanceDoc } from './performanceDoc.ts';
import { readResult, writeResult } from './results.ts';
import type { Row } from './row.ts';
import { ROWS } from './rows.ts';
import { bringPeers, sweepDataFolders } from './servers.ts';
import { asText, checksAsTable } from './table.ts';

/** Cores that others may use before a run's times mean little. */
const DISTURBED = 0.15;
const FLAGS = ['--quick', '--missing', '--crowd', '--write-docs'];

const say = (line: string) => console.log(line);

async function run(args: readonly string[]): Promise<number> {
  const has = (flag: string) => args.includes(flag);
  const names = args.filter((arg) => !arg.startsWith('--'));
  const unknown = args.filter((arg) => !FLAGS.includes(arg) && !ROWS.some(({ name }) => name === arg));
  if (unknown.length > 0) {
    say(
      `unknown: ${unknown.join(' ')}\nrows: ${ROWS.map(({ name }) => name).join(' ')}\nflags: ${FLAGS.join(' ')}`,
    );
    return 1;
  }
  if (has('--write-docs') && names.length === 0) {
    say(`written: ${writePerformanceDoc()}`);
    return 0;
  }
  const asked = ROWS.filter(
    ({ name }) => names.length === 0 || names.includes(name) || (name === 'crowd' && has('--crowd')),
  );
  const rows = asked.filter(({ name }) => !has('--missing') || !readResult(name, has('--quick')));
  sweepDataFolders();
  if (!process.env.VANDREHALLEN_MAIN) await buildIfStale(say);
  const peers = bringPeers(say);
  let failed = 0;
  for (const row of rows) if (!(await runRow(row, peers, has('--quick')))) failed++;
  if (has('--write-docs')) say(`written: ${writePerformanceDoc()}`);
  return failed > 0 ? 1 : 0;
}

/** @returns whether the row could be measured, whatever its figures are */
async function runRow(row: Row, peers: boolean, quick: boolean): Promise<boolean> {
  say(`\n══ ${row.name}: ${row.title}`);
  const began = performance.now();
  try {
    const [machine, commit, date] = [describeMachine(), describeCommit(), new Date().toISOString()];
    const report = await row.run({ quick, peers, say: (line) => say(`   ${line} …`) });
    const seconds = (performance.now() - began) / 1_000;
    for (const table of [...report.tables, checksAsTable(report.checks)]) say(`\n${asText(table)}`);
    for (const note of report.notes) say(`\n· ${note}`);
    if (report.others > DISTURBED) {
      say(`\n! Disturbed: other processes used up to ${report.others.toFixed(2)} cores meanwhile.`);
    }
    const file = writeResult({
      ...report,
      row: row.name,
      title: row.title,
      date,
      seconds,
      commit,
      machine,
      quick,
    });
    say(`\n${row.name}: ${seconds.toFixed(0)} s, kept in ${file}`);
    return true;
  } catch (error) {
    say(`\n${row.name} could not be measured: ${error instanceof Error ? error.stack : String(error)}`);
    return false;
  }
}

process.exit(await run(process.argv.slice(2)));
