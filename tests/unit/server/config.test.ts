/** The server's configuration: sane without any, and all that is wrong with it told at once. */

import { describe, expect, test } from 'vitest';
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
    model: undefined,
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
    model: undefined,
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
    LLM_MODEL: 'm',
    LLM_ALLOW_REMOTE: 'perhaps',
    LLM_TIMEOUT_SECONDS: 'soon',
    RETENTION_DAYS: '30',
  });
  expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
    'PORT',
    'PUBLIC_URL',
    'CREATE_KEY',
    'LOG_LEVEL',
    'LLM_ALLOW_REMOTE',
    'LLM_TIMEOUT_SECONDS',
    'LLM_BASE_URL',
    'DATABASE_URL',
    'REDIS_URL',
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

describe('a language model', () => {
  const near = { LLM_BASE_URL: 'http://127.0.0.1:11434/v1', LLM_MODEL: 'gemma' };

  test('is used as given, a slash at the end aside', () => {
    const env = {
      ...near,
      LLM_BASE_URL: 'http://127.0.0.1:11434/v1/',
      LLM_API_KEY: 'sk-1',
      EMBED_MODEL: 'bge',
    };
    expect(readConfig(env).model).toEqual({
      baseUrl: 'http://127.0.0.1:11434/v1',
      chat: 'gemma',
      embed: 'bge',
      key: 'sk-1',
      remote: false,
      callMs: 60_000,
    });
  });

  test.each([
    'http://localhost:1/v1',
    'http://ollama:11434/v1',
    'http://10.1.2.3/v1',
    'http://172.31.0.1/v1',
    'http://192.168.1.9/v1',
    'http://[::1]:1/v1',
    'http://[fd00::1]/v1',
    'http://box.local/v1',
  ])('%s is of this machine or its network', (LLM_BASE_URL) => {
    expect(readConfig({ ...near, LLM_BASE_URL }).model?.remote).toBe(false);
  });

  test.each([
    'https://api.example.com/v1',
    'https://8.8.8.8/v1',
    'https://172.32.0.1/v1',
    'https://169.254.169.254/v1',
    'https://[2001:db8::1]/v1',
    'https://[::ffff:8.8.8.8]/v1',
    'https://localhost.example.com/v1',
  ])('%s lies outside: it must be allowed by name', (LLM_BASE_URL) => {
    expect(faultsOf({ ...near, LLM_BASE_URL })).toEqual([expect.stringContaining('LLM_ALLOW_REMOTE')]);
    const allowed = { ...near, LLM_BASE_URL, LLM_ALLOW_REMOTE: 'true' };
    expect(readConfig(allowed).model?.remote).toBe(true);
  });

  test('that lies outside is asked under https only', () => {
    const faults = faultsOf({ ...near, LLM_BASE_URL: 'http://8.8.8.8/v1', LLM_ALLOW_REMOTE: 'true' });
    expect(faults).toEqual([expect.stringContaining('https')]);
  });

  test.each(['ftp://x/v1', 'http://x/v2', 'http://x/v1?a=b', 'http://u:p@x/v1', 'http://x/v1#f', 'x/v1'])(
    'address %s is a fault',
    (LLM_BASE_URL) => {
      expect(faultsOf({ ...near, LLM_BASE_URL })).toHaveLength(1);
    },
  );

  test('needs an address and the name of a model', () => {
    expect(faultsOf({ LLM_BASE_URL: near.LLM_BASE_URL })).toEqual([expect.stringContaining('LLM_MODEL')]);
    expect(faultsOf({ LLM_MODEL: 'gemma', LLM_API_KEY: 'hemmelig' })).toHaveLength(2);
  });

  test('never has its key among the faults', () => {
    const faults = faultsOf({
      LLM_BASE_URL: 'http://u:hemmelig@x/v1',
      LLM_API_KEY: 'hemmelig med mellomrom',
    });
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.join()).not.toContain('hemmelig');
  });
});
