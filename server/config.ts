/** The server's configuration, read from the environment. All faults are told at once. */

import { resolve } from 'node:path';
import { type ModelConfig, readModelConfig } from './insight/modelConfig.ts';

export interface Config {
  port: number;
  host: string;
  dataDir: string;
  /** Where people reach this server, when it is not simply where it listens. */
  publicUrl: string | undefined;
  /** Who has it may make halls; undefined: anybody may. */
  createKey: string | undefined;
  logLevel: 'info' | 'warn' | 'error';
  /** The language model that halls may be let use; undefined: none. */
  model: ModelConfig | undefined;
}

/** The configuration can't be used; the message lists every fault, a line each. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** @throws {ConfigError} with all faults of the environment given */
export function readConfig(env: Record<string, string | undefined>): Config {
  const faults: string[] = [];
  const value = (name: string) => env[name]?.trim() || undefined;

  const port = Number(value('PORT') ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    faults.push('PORT must be a whole number from 0 to 65535');

  const publicUrl = value('PUBLIC_URL');
  if (publicUrl !== undefined && !isWebUrl(publicUrl)) {
    faults.push(
      'PUBLIC_URL must be an http or https address without a path, such as https://hall.example.no',
    );
  }
  const createKey = value('CREATE_KEY');
  if (createKey !== undefined && createKey.length < 12)
    faults.push('CREATE_KEY must have at least 12 characters');
  if (publicUrl !== undefined && createKey === undefined) {
    faults.push(
      'PUBLIC_URL needs CREATE_KEY beside it: without one anybody on the internet could fill this server',
    );
  }
  const logLevel = value('LOG_LEVEL') ?? 'info';
  if (logLevel !== 'info' && logLevel !== 'warn' && logLevel !== 'error') {
    faults.push('LOG_LEVEL must be info, warn or error');
  }
  const model = readModelConfig(value, faults);
  for (const name of ['DATABASE_URL', 'REDIS_URL', 'RETENTION_DAYS']) {
    if (value(name) !== undefined) faults.push(`${name} is not supported by this version; unset it`);
  }
  if (faults.length > 0) throw new ConfigError(faults.join('\n'));
  return {
    port,
    host: value('HOST') ?? '0.0.0.0',
    dataDir: resolve(value('DATA_DIR') ?? './data'),
    publicUrl,
    createKey,
    logLevel: logLevel as Config['logLevel'],
    model,
  };
}

function isWebUrl(text: string): boolean {
  try {
    const { protocol, pathname, search, hash } = new URL(text);
    return (protocol === 'http:' || protocol === 'https:') && pathname === '/' && !search && !hash;
  } catch {
    return false;
  }
}
