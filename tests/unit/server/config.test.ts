/** The server's configuration: sane without any, and all that is wrong with it told at once. */

import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../../server/config.ts';

function faultsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
  return [];
}

test('without any environment the server runs on port 3000, for everybody in the room, in ./data', () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: '0.0.0.0',
    dataDir: `${process.cwd()}/data`,
    publicUrl: undefined,
    createKey: undefined,
    logLevel: 'info',
  });
});

test('what is given is used; spaces around it and empty values are not', () => {
  const env = {
    PORT: ' 8080 ',
    HOST: '127.0.0.1',
    DATA_DIR: '/srv/hall',
    PUBLIC_URL: 'https://hall.example.no',
    CREATE_KEY: 'twelve letters',
    LOG_LEVEL: 'warn',
    REDIS_URL: ' ',
  };
  expect(readConfig(env)).toEqual({
    port: 8080,
    host: '127.0.0.1',
    dataDir: '/srv/hall',
    publicUrl: 'https://hall.example.no',
    createKey: 'twelve letters',
    logLevel: 'warn',
  });
});

test('all faults are told at once, a line each, by the name of the variable', () => {
  const faults = faultsOf({
    PORT: 'eighty',
    PUBLIC_URL: 'hall.example.no',
    CREATE_KEY: 'short',
    LOG_LEVEL: 'loud',
    DATABASE_URL: 'postgres://x',
    REDIS_URL: 'redis://x',
    LLM_BASE_URL: 'http://x',
    RETENTION_DAYS: '30',
  });
  expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
    'PORT',
    'PUBLIC_URL',
    'CREATE_KEY',
    'LOG_LEVEL',
    'DATABASE_URL',
    'REDIS_URL',
    'LLM_BASE_URL',
    'RETENTION_DAYS',
  ]);
});

test('a public address needs a key for making halls beside it', () => {
  expect(faultsOf({ PUBLIC_URL: 'https://hall.example.no' })).toEqual([
    expect.stringContaining('PUBLIC_URL needs CREATE_KEY'),
  ]);
});

test.each(['-1', '65536', '80.5', 'http', '0x'])('port %s is a fault', (PORT) => {
  expect(faultsOf({ PORT })).toHaveLength(1);
});

test.each([
  'hall.example.no',
  'ftp://hall.example.no',
  'https://hall.example.no/path',
  'https://hall.example.no/?q',
  'https://hall.example.no/#f',
  'https://',
])('public address %s is a fault', (PUBLIC_URL) => {
  expect(faultsOf({ PUBLIC_URL, CREATE_KEY: 'twelve letters' })).toHaveLength(1);
});

test('no fault repeats a secret', () => {
  const faults = faultsOf({ CREATE_KEY: 'geheim', DATABASE_URL: 'postgres://u:passord@db' }).join('\n');
  expect(faults).not.toMatch(/geheim|passord/);
});
