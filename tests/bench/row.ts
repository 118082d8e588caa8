/** What a row of the benchmarks gives: tables for people, checks against targets, and notes on how to read them. */

/** A table as it is shown; the first column names who or what. */
export interface Table {
  title: string;
  columns: string[];
  lines: string[][];
}

/** A target and what came of it; `pass` is null where it could not be measured (a peer was missing). */
export interface Check {
  what: string;
  measured: string;
  target: string;
  pass: boolean | null;
}

export interface RowReport {
  tables: Table[];
  checks: Check[];
  notes: string[];
  /** Cores that other processes of the machine used meanwhile, at worst. */
  others: number;
}

/** How a row is to be run. */
export interface RowContext {
  /** Small counts and short times, to see that it works: the figures mean nothing. */
  quick: boolean;
  /** Whether the peers are installed. */
  peers: boolean;
  say: (line: string) => void;
}

export interface Row {
  name: string;
  title: string;
  /** Where it misses a target: why, and what would have to change. Shown only while it does. */
  why?: string;
  run(context: RowContext): Promise<RowReport>;
}

/** A check that something is at most (or, with `least`, at least) so much; of what was not measured nothing is said. */
export function atMost(what: string, value: number | undefined, limit: number, unit: string): Check {
  return check(what, value, limit, unit, '≤', (measured) => measured <= limit);
}

export function exactly(what: string, value: number | undefined, wanted: number, unit = ''): Check {
  return check(what, value, wanted, unit, '', (measured) => measured === wanted);
}

function check(
  what: string,
  value: number | undefined,
  limit: number,
  unit: string,
  sign: string,
  good: (value: number) => boolean,
): Check {
  const measured = value !== undefined && !Number.isNaN(value);
  return {
    what,
    measured: measured ? `${figure(value)}${unit && ` ${unit}`}` : '–',
    target: `${sign}${sign && ' '}${figure(limit)}${unit && ` ${unit}`}`,
    pass: measured ? good(value) : null,
  };
}

/** a / b, where both were measured. */
export function ratio(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined || b === 0 ? undefined : a / b;
}

/** A figure as short as it can be without hiding anything: three digits that count. */
export function figure(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return '–';
  if (value !== 0 && Math.abs(value) < 0.01) return value.toPrecision(1);
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return Number(value.toFixed(digits)).toLocaleString('en-GB', { maximumFractionDigits: 2 });
}
