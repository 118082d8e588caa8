/** The thread that thinks: answers, faults, time limits and its end. */

import type { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { systemClock } from '../../../server/clock.ts';
import type { HallAtRest } from '../../../server/export/hallAtRest.ts';
import { Insight, startInsightWorker } from '../../../server/insight/Insight.ts';
import { LISTS_MOST } from '../../../server/insight/SentLists.ts';
import { arrangedThen } from '../../../server/past/arrangement.ts';
import { type Chosen, makeSnapshot } from '../../../server/results/snapshot.ts';
import { addNote, makeCluster } from '../../../shared/board/boardOps.ts';
import { type NoteId, newId, type StationId } from '../../../shared/domain/ids.ts';
import { heapOfNotes } from '../../bench/grouping/sets.ts';
import { believableHall } from '../../harness/hallAtRest.ts';

const lines: string[] = [];
const note = (event: string) => void lines.push(event);
const log = { info: note, warn: note, error: note };
const texts = [
  { id: 'n_1' as NoteId, text: 'Gratis buss' },
  { id: 'n_2' as NoteId, text: 'Gratis buss for alle' },
];

const STATION = 's_1' as StationId;

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
      insight.similar({ station: STATION, text: 'gratis buss', notes: texts }),
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

  it('of a station’s notes only what has changed is sent anew, and all of them to another thread', async () => {
    open();
    const sent: { since: number | null; set: { id: NoteId }[]; gone: NoteId[] }[] = [];
    const ask = async (notes: typeof texts) => {
      const alike = await insight.similar({ station: STATION, text: 'gratis buss', notes });
      return alike.map(({ id }) => id);
    };
    await insight.threads({ stations: [] });
    const spyOn = (worker: Worker) => {
      const post = worker.postMessage.bind(worker);
      worker.postMessage = (call: { input: { list?: (typeof sent)[number] } }) => {
        if (call.input.list) sent.push(call.input.list);
        post(call);
      };
    };
    spyOn(workers[0]!);
    const [first, second] = texts as [(typeof texts)[number], (typeof texts)[number]];
    expect(await ask(texts)).toEqual(['n_1', 'n_2']);
    expect(await ask([...texts])).toEqual(['n_1', 'n_2']);
    expect(await ask([first, { ...second, text: 'Svømmehall' }])).toEqual(['n_1']);
    expect(await ask([{ id: 'n_3' as NoteId, text: 'Gratis buss' }, first])).toEqual(['n_1', 'n_3']);
    const told = () => sent.map(({ since, set, gone }) => [since !== null, set.map(({ id }) => id), gone]);
    expect(told()).toEqual([
      [false, ['n_1', 'n_2'], []],
      [true, [], []],
      [true, ['n_2'], []],
      [true, ['n_3'], ['n_2']],
    ]);
    await workers[0]!.terminate();
    expect(await ask(texts)).toEqual(['n_1', 'n_2']);
  });

  it('many stations’ lists are kept, and those that were let go come whole again', async () => {
    open();
    const stations = Array.from({ length: LISTS_MOST + 3 }, (_, n) => `s_${n}` as StationId);
    for (let round = 0; round < 2; round++) {
      const all = stations.map((station, n) => {
        const notes = texts.map((note) => ({ ...note, id: `${note.id}_${n}` as NoteId }));
        return insight.similar({ station, text: 'gratis buss', notes });
      });
      const found = await Promise.all(all);
      found.forEach((alike, n) => {
        expect(alike.map(({ id }) => id)).toEqual([`n_1_${n}`, `n_2_${n}`]);
      });
    }
    expect(workers).toHaveLength(1);
  });

  it('a results page is drawn, and a station of a time read, in the thread: the same comes of it', async () => {
    open();
    const order = { at: believableHall(), chosen: { parts: ['figures', 'summaries', 'plan'], foreword: '' } };
    const { at, chosen } = order as { at: HallAtRest; chosen: Chosen };
    expect(await insight.run('page', { at, chosen })).toEqual(makeSnapshot(at, chosen));
    const doc = new Y.Doc();
    const [kept, other] = [newId('n'), newId('n')];
    for (const id of [kept, other]) addNote(doc, { id, text: 'Ord', pos: [40, 2], round: 1, at: 1 });
    const cluster = newId('c');
    makeCluster(doc, { id: cluster, title: 'Tittel', pos: [7, 8] }, [kept]);
    const row = { seq: 1, epoch: 1, at: 1, bytes: Y.encodeStateAsUpdate(doc), intact: true };
    const record = {
      epoch: 1,
      head: 1,
      serverClient: 7,
      snapshots: [],
      rows: [row],
      owners: [],
      leases: [],
      notes: 2,
      written: 2,
    };
    const whole = await insight.run('arranged', { record });
    expect(whole).toEqual(arrangedThen({ record }));
    expect(whole?.clusters).toMatchObject([{ id: cluster, pos: [7, 8] }]);
    expect(JSON.stringify(whole)).not.toMatch(/Ord|Tittel/);
    const one = await insight.run('arranged', { record, only: [kept] });
    expect(one).toMatchObject({ notes: [{ id: kept, pos: [40, 2], cluster }], clusters: [] });
    const bad = { ...record, rows: [{ ...row, intact: false }] };
    expect(await insight.run('arranged', { record: bad })).toBeNull();
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
