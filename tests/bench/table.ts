/** Tables and checks, as a terminal and as Markdown show them. */

import type { Check, Table } from './row.ts';

/** Columns under one another, figures to the right. */
export function asText({ title, columns, lines }: Table): string {
  const rows = [columns, ...lines];
  const widths = columns.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const text = rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
      .join('   '),
  );
  return [title, ...text].join('\n');
}

export function asMarkdown({ title, columns, lines }: Table): string {
  const row = (cells: readonly string[]) =>
    `| ${columns.map((_, column) => cells[column] ?? '').join(' | ')} |`;
  const rule = columns.map((_, column) => (column === 0 ? '---' : '--:'));
  return [`**${title}**`, '', row(columns), row(rule), ...lines.map(row)].join('\n');
}

export function checksAsTable(checks: readonly Check[]): Table {
  return {
    title: 'Against the targets',
    columns: ['', 'measured', 'target', ''],
    lines: checks.map(({ what, measured, target, pass }) => [what, measured, target, verdict(pass)]),
  };
}

function verdict(pass: boolean | null): string {
  if (pass === null) return 'not measured';
  return pass ? 'PASS' : 'FAIL';
}
