/** The command that groups lines of notes: each note once, faults by line, nothing lost. */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const cli = fileURLToPath(new URL('../../../server/insight/cli.ts', import.meta.url));

function insight(input: string, ...args: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', cli, ...args], { input, encoding: 'utf8' });
}

const read = (output: string) =>
  output
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { id: string | number; group: string });

describe('insight group', () => {
  it('writes each note once, in its order, and never mixes stations', () => {
    const lines = [
      { id: 'a', text: 'Gratis buss', station: 'x' },
      { id: 7, text: 'Gratis buss for alle', station: 'x' },
      { id: 'c', text: 'Gratis buss', station: 'y' },
      { id: 'd', text: '' },
      { id: 'e', text: 'Skatepark', other: 1 },
    ];
    const { stdout, status } = insight(lines.map((line) => JSON.stringify(line)).join('\n'), 'group');
    const [a, b, c, d, e] = read(stdout);
    expect(status).toBe(0);
    expect([a, b, c, d, e].map((line) => line!.id)).toEqual(['a', 7, 'c', 'd', 'e']);
    expect(a!.group).toBe(b!.group);
    expect(new Set([a, c, d, e].map((line) => line!.group)).size).toBe(4);
  });

  it('a bad line is named, and nothing is written', () => {
    const { stdout, stderr, status } = insight('{"id":"a","text":"x"}\n{"id":"b"}\n', 'group');
    expect([stdout, status]).toEqual(['', 1]);
    expect(stderr).toContain('line 2: "text" must be a string');
  });

  it('no notes are no groups, and an unknown word is told how', () => {
    expect(insight('', 'group')).toMatchObject({ stdout: '', stderr: '', status: 0 });
    expect(insight('', 'gruop')).toMatchObject({ stdout: '', status: 1 });
    expect(insight('', '--help').stdout).toContain('insight -- group');
  });

  it('near-duplicates alone', () => {
    const { stdout } = insight(
      '{"id":"a","text":"Gratis buss!"}\n{"id":"b","text":"gratis buss"}\n',
      'duplicates',
    );
    const [a, b] = read(stdout);
    expect(a!.group).toBe(b!.group);
  });
});
