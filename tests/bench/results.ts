/** Results on disk: one JSON file a row, so that a row can be measured again by itself. */

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Machine } from './machine.ts';
import type { RowReport } from './row.ts';

const folder = fileURLToPath(new URL('results', import.meta.url));

export interface Result extends RowReport {
  row: string;
  title: string;
  /** When it was measured, and how long that took. */
  date: string;
  seconds: number;
  commit: string;
  machine: Machine;
  /** Small counts and short times: no figures to tell anybody. */
  quick: boolean;
}

const fileOf = (row: string, quick: boolean) => join(folder, quick ? 'quick' : '', `${row}.json`);

export function writeResult(result: Result): string {
  const file = fileOf(result.row, result.quick);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`);
  return file;
}

/** The row's result, or null where it has not been measured. */
export function readResult(row: string, quick = false): Result | null {
  const file = fileOf(row, quick);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Result) : null;
}
