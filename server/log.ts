/** The log: a JSON line an event, to standard error. Fields are plain; no texts of people, keys or tokens. */

import type { Log, LogFields } from './ports.ts';

type Level = 'info' | 'warn' | 'error';
const RANK: Record<Level, number> = { info: 0, warn: 1, error: 2 };

/** @param least what is below this is not written */
export function createLog(
  least: Level = 'info',
  write = (line: string) => void process.stderr.write(line),
): Log {
  const at = (level: Level) => (event: string, fields?: LogFields) => {
    if (RANK[level] < RANK[least]) return;
    write(`${JSON.stringify({ time: new Date().toISOString(), level, event, ...fields })}\n`);
  };
  return { info: at('info'), warn: at('warn'), error: at('error') };
}
