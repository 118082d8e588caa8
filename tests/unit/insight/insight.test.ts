/** The thread that thinks: answers, faults, time limits and its end. */

import type { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../server/clock.ts';
import { Insight, startInsightWorker } from '../../../server/insight/Insight.ts';
import type { NoteId } from '../../../shared/domain/ids.ts';
import { heapOfNotes } from '../../bench/grouping/sets.ts';

const lines: string[] = [];
const note = (event: string) => void lines.push(event);
const log = { info: note, warn: note, error: note };
const texts = [
  { id: 'n_1' as NoteId, text: 'Gratis buss' },
  { id: 'n_2' as NoteId, text: 'Gratis buss for alle' },
];

let insight: Insight;
const workers: Worker[] = [];
const open = () => {
  insight = new Insight(log, systemClock, () => {
    const worker = startInsightWorker();
    workers.push(worker);
    return worker;
  });
  return insight;
};

afterEach(async () => {
  await insight.close();
  lines.length = 0;
  workers.length = 0;
});

describe('insight', () => {
  it('starts no thread before the first job, and one for many', async () => {
    open();
    expect(workers).toHaveLength(0);
    const [help, alike, threads] = await Promise.all([
      insight.suggest({ notes: texts, clusters: [] }),
      insight.similar({ text: 'gratis buss', notes: texts }),
      insight.threads({ stations: [] }),
    ]);
    expect(help.suggestions).toHaveLength(1);
    expect(alike.map(({ id }) => id)).toEqual(['n_1', 'n_2']);
    expect(threads).toEqual([]);
    expect(workers).toHaveLength(1);
  });

  it('a job that fails says so without its words, and the next is done', async () => {
    open();
    const broken = insight.suggest({
      notes: [{ id: 'n_1' as NoteId, text: null as unknown as string }],
      clusters: [],
    });
    await expect(broken).rejects.toThrow(/^suggest failed: TypeError$/);
    await expect(insight.threads({ stations: [] })).resolves.toEqual([]);
    expect(workers).toHaveLength(1);
  });

  it('a job that takes too long fails alone: what waits gets a fresh thread', async () => {
    open();
    const slow = insight.run('group', { texts: heapOfNotes(3_000) }, { limitMs: 1 });
    const next = insight.threads({ stations: [] });
    await expect(slow).rejects.toThrow(/took longer/);
    await expect(next).resolves.toEqual([]);
    expect(lines).toContain('insight.too_slow');
    expect(workers).toHaveLength(2);
  });

  it('a thread that dies fails what it was at, and the next job starts another', async () => {
    open();
    await insight.threads({ stations: [] });
    const lost = insight.run('group', { texts: heapOfNotes(3_000) });
    const caught = expect(lost).rejects.toThrow(/thread is gone/);
    await workers[0]!.terminate();
    await caught;
    await expect(insight.threads({ stations: [] })).resolves.toEqual([]);
    expect(lines).toContain('insight.thread_died');
    expect(workers).toHaveLength(2);
  });

  it('once closed it refuses, and leaves no thread', async () => {
    open();
    await insight.threads({ stations: [] });
    const waiting = insight.run('group', { texts: heapOfNotes(3_000) });
    const refused = expect(waiting).rejects.toThrow(/closed/);
    await insight.close();
    await refused;
    await expect(insight.threads({ stations: [] })).rejects.toThrow(/closed/);
    expect(workers[0]!.threadId).toBe(-1);
  });
});
