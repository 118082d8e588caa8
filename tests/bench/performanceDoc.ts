/** docs/PERFORMANCE.md, written from the results: every figure in it was measured, none is typed. */

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Result, readResult } from './results.ts';
import { figure, type Row } from './row.ts';
import { ROWS } from './rows.ts';
import { asMarkdown, checksAsTable } from './table.ts';

const file = fileURLToPath(new URL('../../docs/PERFORMANCE.md', import.meta.url));

/** @returns the file */
export function writePerformanceDoc(): string {
  const results = ROWS.map((row) => ({ row, result: readResult(row.name) }));
  const parts = [HEAD, machines(results), shortfalls(results), ...results.map(section)];
  writeFileSync(file, `${parts.filter(Boolean).join('\n\n')}\n`);
  return file;
}

type Measured = { row: Row; result: Result | null }[];

const HEAD = `# Performance

What the server does under load, beside what others do with the same work on the same machine. Written by
\`npm run bench -- --write-docs\` from the newest results; change the benchmarks, not this page.

\`\`\`
npm run bench                    all rows, about a quarter of an hour; wants the machine for itself
npm run bench -- motion commit   these rows
npm run bench -- --write-docs    this page
\`\`\`

One server process and one load process on loopback, each with its CPU told apart (all threads, user and kernel); ours
is the built server with rights, gate, journal and SQLite on, spoken to by clients of its own protocol, each with a
session of its own. The peers come with their defaults. Ratios count, not absolutes.`;

function machines(results: Measured): string {
  const all = results.flatMap(({ result }) => result ?? []);
  if (all.length === 0) return 'Nothing has been measured yet.';
  const runs = new Map<string, string>();
  for (const { machine, commit, date } of all) {
    const { cpu, cores, memoryGb, system, node, syncP50, syncP95 } = machine;
    const run = `${date.slice(0, 10)}, commit ${commit}: ${cores} × ${cpu}, ${memoryGb} GB, ${system}, Node ${node}`;
    // The disk differs a little from row to row; the first row's will do.
    const disk = `a synced write of 4 kB takes ${figure(syncP50)} ms (p95 ${figure(syncP95)})`;
    if (!runs.has(run)) runs.set(run, `- ${run}; ${disk}.`);
  }
  return ['Measured:', '', ...runs.values()].join('\n');
}

function shortfalls(results: Measured): string {
  if (results.every(({ result }) => !result)) return '';
  const missed = results.flatMap(({ row, result }) =>
    (result?.checks ?? [])
      .filter(({ pass }) => pass === false)
      .map(({ what, measured, target }) => `- **${row.name}**, ${what}: ${measured} (target ${target}).`),
  );
  const why = results
    .filter(({ row, result }) => row.why && result?.checks.some(({ pass }) => pass === false))
    .map(({ row }) => `\n${row.name}: ${row.why}`);
  const list = missed.length > 0 ? missed : ['Nothing that was measured misses its target.'];
  return ['## What falls short', '', ...list, ...why].join('\n');
}

function section({ row, result }: Measured[number]): string {
  const title = `## ${row.name}: ${row.title}`;
  if (!result) return `${title}\n\nNot measured yet.`;
  const disturbed =
    result.others > 0.15
      ? [`Disturbed: other processes used up to ${figure(result.others)} cores meanwhile.`]
      : [];
  const tables = [...result.tables, checksAsTable(result.checks)].map(asMarkdown);
  return [title, ...tables, ...result.notes, ...disturbed].join('\n\n');
}
