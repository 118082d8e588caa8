/**
 * Mutants of real updates by the million, against the real gate:
 * `npm run fuzz -- [--count 1000000] [--seed N] [--minutes M]`. What breaks a rule is written to `corpus/`, where the
 * tests find it. Each board has a seed of its own, told with its faults: `--seed THAT --count 2000` fires it again.
 */

import { parseArgs } from 'node:util';
import { keepCase } from './corpus.ts';
import { type Fault, fuzzBoard, newCount } from './fuzzBoard.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000000' },
    minutes: { type: 'string', default: '600' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
  },
});
const MUTANTS_A_BOARD = 2_000;
const FAULTS_MAX = 10;
const wanted = Number(values.count);
const began = performance.now();
const ends = began + Number(values.minutes) * 60_000;
const count = newCount();
const faults: Fault[] = [];
let told = began;

const seconds = () => (performance.now() - began) / 1_000;
const pace = () => `${(count.mutants / seconds()).toFixed(0)}/s`;
const over = () => faults.length >= FAULTS_MAX || performance.now() > ends;

function onVolley(): boolean {
  if (performance.now() - told >= 1_000) {
    told = performance.now();
    const { mutants, through, boards } = count;
    console.log(
      `${seconds().toFixed(0)} s: ${mutants} mutants, ${pace()}, ${through} let through, board ${boards}`,
    );
  }
  return over();
}

function onFault(fault: Fault): void {
  faults.push(fault);
  console.log(`FAULT seed ${fault.seed} mutant ${fault.mutant}: ${fault.what}\n  kept as ${keepCase(fault)}`);
}

console.log(`seed ${values.seed}, ${wanted} mutants`);
for (let seed = Number(values.seed); count.mutants < wanted && !over(); seed++) {
  const mutants = Math.min(MUTANTS_A_BOARD, wanted - count.mutants);
  fuzzBoard(seed, { mutants, count, onFault, onVolley });
}
const { verdicts, ...amounts } = count;
console.log({ ...amounts, seconds: Math.round(seconds()), pace: pace(), faults: faults.length });
console.log(Object.fromEntries(Object.entries(verdicts).sort(([, a], [, b]) => b - a)));
console.log(faults.length === 0 ? 'nothing got through that hurts a board' : 'the gate has holes');
process.exit(faults.length === 0 ? 0 : 1);
