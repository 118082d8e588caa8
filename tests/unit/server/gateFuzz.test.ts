/**
 * A slice of the gate under random fire (`npm run fuzz` fires a night of it): of honest updates, damaged in any way,
 * nothing that the gate lets through can hurt the board. And the mutants that are kept. `SEED=…` runs one again.
 */

import { describe, expect, test } from 'vitest';
import { readCorpus } from '../../fuzz/corpus.ts';
import { fuzzBoard, newCount } from '../../fuzz/fuzzBoard.ts';
import { Ground } from '../../fuzz/Ground.ts';
import { harmOf } from '../../fuzz/harm.ts';

const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const SEEDS = process.env.SEED ? [SEED] : [1, SEED];
const MUTANTS = 1_200;
/** Harm that a few hundred mutants surely do where nobody judges them. */
const KINDS = ['throws', 'waits', 'roots', 'shape', 'foreign'] as const;

test.each(SEEDS)(
  'T06 seed %i: of damaged updates nothing that gets through does harm, and what does not leaves no trace',
  (seed) => {
    const count = newCount();
    fuzzBoard(seed, {
      mutants: MUTANTS,
      count,
      onFault: ({ what, mutant, shot }) => {
        const bytes = Buffer.from(shot.bytes).toString('hex').slice(0, 4_000);
        expect.unreachable(`seed ${seed}, mutant ${mutant}: ${what}; ${bytes}`);
      },
    });
    // The run was worth something: some got through, most did not.
    const { apply = 0, nothing = 0 } = count.verdicts;
    expect(apply).toBeGreaterThan(10);
    expect(count.mutants - apply - nothing).toBeGreaterThan(MUTANTS / 2);
  },
);

test('the same mutants, applied unjudged, do harm of each kind: the looking is good enough to see it', () => {
  const seen = new Set<string>();
  const ground = new Ground(3);
  for (let mutant = 0; mutant < MUTANTS / 2; mutant++) {
    const { who, bytes } = ground.shot();
    const harm = harmOf(ground, who, { bytes, doubtful: [] }, true);
    if (harm) seen.add(harm.kind);
  }
  for (const kind of KINDS) expect(seen).toContain(kind);
});

describe('mutants that are kept do what they did unjudged, and are turned down', () => {
  for (const { name, case: one, bytes, board } of readCorpus()) {
    test(name, () => {
      const verdict = board.gate.judge(one.who, bytes, one.whole);
      if (one.verdict) {
        expect(verdict.verdict).toBe(one.verdict);
        expect(harmOf(board, one.who, { bytes, doubtful: [] }, true)?.kind).toBe(one.what.split(':')[0]);
      }
      if (verdict.verdict === 'apply') expect(harmOf(board, one.who, verdict, true)).toBe(null);
    });
  }
});
