/** What every store must do, whatever it is made of: the suite, and its last rules, on the store as a whole. */

import { describe, expect, test } from 'vitest';
import type { Store } from '../../server/ports.ts';
import { aStoreEach } from './storeAtHand.ts';
import { hallContract } from './storeHallContract.ts';
import { journalContract } from './storeJournalContract.ts';
import { pageContract } from './storePageContract.ts';

/** Runs the suite on stores that `open` gives: fresh and empty, a new one at each call. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`${name}: the journal`, () => journalContract(open));
  describe(`${name}: halls, keys, sessions, people`, () => hallContract(open));
  describe(`${name}: results pages`, () => pageContract(open));
  describe(`${name}: the store as a whole`, () => wholeContract(open));
}

function wholeContract(open: () => Promise<Store>): void {
  const { made, at } = aStoreEach(open);

  test('ST40 a probe of a sound store succeeds, beside other probes too', async () => {
    await at().probe();
    await Promise.all([at().probe(), at().probe(), at().probe()]);
  });

  test('ST41 closing waits for what is under way', async () => {
    const { pen } = await made();
    const done: string[] = [];
    void at()
      .append(pen.note())
      .then(() => done.push('append'));
    void at()
      .compact(pen.stationId, 1)
      .then(() => done.push('compact'));
    void at()
      .load(pen.stationId)
      .then(() => done.push('load'));
    await at().close();
    expect(done.toSorted()).toEqual(['append', 'compact', 'load']);
  });

  test('ST42 closing twice is closing once', async () => {
    await Promise.all([at().close(), at().close()]);
    await at().close();
  });

  test('ST43 a closed store refuses every call', async () => {
    const { pen, hall } = await made();
    const closing = at().close();
    await expect(at().append(pen.note())).rejects.toThrow('closed');
    await closing;
    await expect(at().load(pen.stationId)).rejects.toThrow('closed');
    await expect(at().hall(hall.id)).rejects.toThrow('closed');
    await expect(at().probe()).rejects.toThrow('closed');
  });
}
