/** The guard against guessing of hall codes: wrong ones slow an address down, and never lock a right one out. */

import { expect, test } from 'vitest';
import { FaultError } from '../../../server/fault.ts';
import { CodeGuard } from '../../../server/http/codeGuard.ts';
import { HandClock, settle } from '../../harness/handClock.ts';

const HALL = '192.0.2.1';
const ELSEWHERE = '192.0.2.2';
/** Wrong codes that cost an address nothing: people mistype. */
const FREE = 60;
const PLACE_MS = 500;
const LINE = 100;

function bench() {
  const clock = new HandClock();
  const guard = new CodeGuard(clock);
  const right = (from = HALL) => guard.run(from, async () => 'in');
  const wrong = (from = HALL) =>
    guard.run(from, () => Promise.reject(new FaultError('not_found', 'no such code'))).catch(codeOf);
  const guess = async (times: number) => {
    for (let count = 0; count < times; count++) expect(await wrong()).toBe('not_found');
  };
  return { clock, guard, right, wrong, guess };
}

const codeOf = (error: unknown) => (error instanceof FaultError ? error.code : String(error));

/** Whether a promise is kept before any time passes. */
async function atOnce(promise: Promise<unknown>): Promise<boolean> {
  let kept = false;
  promise.then(
    () => {
      kept = true;
    },
    () => {},
  );
  await settle();
  return kept;
}

test('a hall of people who mistype now and then waits for nothing', async () => {
  const { guess, right, clock } = bench();
  for (let minute = 0; minute < 10; minute++) {
    await guess(25);
    expect(await atOnce(right())).toBe(true);
    await clock.pass(60_000);
  }
});

test('after many wrong codes a right one from the same address waits its turn, and gets in', async () => {
  const { guess, right, clock } = bench();
  await guess(FREE);
  const answer = right();
  expect(await atOnce(answer)).toBe(false);
  await clock.pass(PLACE_MS);
  expect(await answer).toBe('in');
});

test('in the line each has a turn half a second after the one before, right and wrong alike', async () => {
  const { guess, right, wrong, clock } = bench();
  await guess(FREE);
  const answers: string[] = [];
  for (const one of [wrong(), right(), wrong(), right()]) void one.then((answer) => answers.push(answer));
  await clock.pass(PLACE_MS);
  expect(answers).toEqual(['not_found']);
  await clock.pass(PLACE_MS);
  expect(answers).toEqual(['not_found', 'in']);
  await clock.pass(2 * PLACE_MS);
  expect(answers).toEqual(['not_found', 'in', 'not_found', 'in']);
});

test('other addresses notice nothing', async () => {
  const { guess, right } = bench();
  await guess(FREE);
  expect(await atOnce(right(ELSEWHERE))).toBe(true);
});

test('an address that stops guessing is trusted again', async () => {
  const { guess, right, clock } = bench();
  await guess(FREE);
  expect(await atOnce(right())).toBe(false);
  await clock.pass(10_000);
  expect(await atOnce(right())).toBe(true);
});

test('a line that is full says "too many" and not "wrong", and has room again as it moves', async () => {
  const { guess, right, wrong, clock } = bench();
  await guess(FREE);
  const line = Array.from({ length: LINE }, () => wrong());
  await expect(right()).rejects.toMatchObject({ code: 'too_many' });
  await clock.pass(PLACE_MS);
  const answer = right();
  await clock.pass(LINE * PLACE_MS);
  expect(await answer).toBe('in');
  expect(new Set(await Promise.all(line))).toEqual(new Set(['not_found']));
});

test('only wrong codes count: neither right ones nor faults of the server', async () => {
  const { guard, right, guess, clock } = bench();
  for (let count = 0; count < 200; count++) {
    await right();
    await expect(guard.run(HALL, () => Promise.reject(new Error('the disk is away')))).rejects.toThrow();
  }
  expect(await atOnce(right())).toBe(true);
  await guess(FREE);
  expect(await atOnce(right())).toBe(false);
  await clock.pass(PLACE_MS);
});

test('of all codes that could be guessed, hardly any can be tried in a day from one address', async () => {
  const { clock, wrong } = bench();
  const end = clock.monotonic() + 600_000;
  let tries = 0;
  const attacker = async () => {
    while (clock.monotonic() < end) if ((await wrong()) === 'not_found') tries++;
  };
  const attackers = Array.from({ length: 20 }, attacker);
  await clock.pass(700_000);
  await Promise.all(attackers);
  // 2 a second, beside the free ones; there are 887 million codes.
  expect(tries).toBeLessThan(FREE + 2 * 600 + 50);
});
