/** The main thread's end of a worker: nobody is left waiting when a thread dies. */

import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { WorkerLink } from '../../../server/store/workerLink.ts';
import type { Jobs } from '../../../server/store/workerMessages.ts';
import { KeptLog } from '../../contract/storeFixtures.ts';

interface Table extends Jobs {
  ask: () => string;
}

/** A link to a thread that says it is ready and then does `then` with each message. */
function linkTo(then: string) {
  const log = new KeptLog();
  const deaths: Error[] = [];
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads');
     parentPort.on('message', (message) => { ${then} });
     parentPort.postMessage({ kind: 'ready' });`,
    { eval: true },
  );
  const link = new WorkerLink<Table>(worker, 'writer', log, (error) => deaths.push(error));
  return { link, log, deaths };
}

test.each([
  ['exits', 'process.exit(7)', 'exited with 7'],
  ['throws', 'throw new Error("out of luck")', 'out of luck'],
])('WL01 a thread that %s refuses all who wait and all who come later', async (_, then, reason) => {
  const { link, log, deaths } = linkTo(then);
  await link.ready;
  const waiting = await Promise.allSettled([link.call('ask', []), link.call('ask', [])]);
  for (const result of waiting) {
    expect(result).toMatchObject({
      status: 'rejected',
      reason: { message: expect.stringContaining(reason) },
    });
  }
  await expect(link.call('ask', [])).rejects.toThrow('writer thread is gone');
  expect(deaths).toHaveLength(1);
  expect(log.lines.map(({ event }) => event)).toEqual(['store.thread_died']);
  await link.end();
});

test('WL02 a thread that can’t begin says why, and that is no unexpected death', async () => {
  const log = new KeptLog();
  const deaths: Error[] = [];
  const worker = new Worker(
    `require('node:worker_threads').parentPort.postMessage(
       { kind: 'refused', failed: { name: 'Error', message: 'no such folder' } })`,
    { eval: true },
  );
  const link = new WorkerLink<Table>(worker, 'writer', log, (error) => deaths.push(error));
  await expect(link.ready).rejects.toThrow('no such folder');
  await link.end();
  await expect(link.call('ask', [])).rejects.toThrow('gone');
  expect(deaths).toEqual([]);
  expect(log.lines).toEqual([]);
});

test('WL03 what can’t be copied to the thread is refused, and the next call goes through', async () => {
  const { link } = linkTo(`
    if (message === 'end') parentPort.close();
    else parentPort.postMessage({ kind: 'outcomes', outcomes: [{ id: message.id, value: 'here' }] });
  `);
  await link.ready;
  const uncopyable = [() => {}] as unknown as [];
  await expect(link.call('ask', uncopyable)).rejects.toThrow('could not be cloned');
  expect(await link.call('ask', [])).toBe('here');
  await link.end();
});
