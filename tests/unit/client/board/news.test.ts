/** What others do is gathered and told now and then; what one does oneself is not news. */

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { BoardModel } from '../../../../client/board/model/BoardModel.ts';
import { GATHER_MS, News, type NewsCount } from '../../../../client/board/model/News.ts';
import { addNote, makeCluster, removeNotes } from '../../../../shared/board/boardOps.ts';
import { type NoteId, newId } from '../../../../shared/domain/ids.ts';

let told: NewsCount[];
let doc: Y.Doc;
let other: Y.Doc;
let model: BoardModel;
let news: News;
let own: NoteId[];

const write = (to: Y.Doc) => {
  const id = newId('n');
  addNote(to, { id, text: 'x', pos: [0, 0], round: 1, at: 1 });
  return id;
};
/** All that the other has reaches this screen, and is drawn. */
const flush = () => {
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'server');
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc), 'server');
  news.flushed(model.flush(), model);
};

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  own = [];
  doc = new Y.Doc();
  other = new Y.Doc();
  model = new BoardModel(() => {});
  model.bind(doc);
  news = new News(
    (count) => told.push(count),
    (id) => own.includes(id),
  );
  news.watch(doc);
});

afterEach(() => {
  news.stop();
  vi.useRealTimers();
});

describe('news', () => {
  it('are told together, once, after some seconds', () => {
    for (let n = 0; n < 11; n++) write(other);
    flush();
    vi.advanceTimersByTime(GATHER_MS - 100);
    write(other);
    flush();
    expect(told).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(told).toEqual([{ notes: 12, groups: 0, gone: 0 }]);
    vi.advanceTimersByTime(GATHER_MS * 3);
    expect(told).toHaveLength(1);
  });

  it('are not what one does oneself, here or on a phone', () => {
    const here = write(doc);
    makeCluster(doc, { id: newId('c'), title: '', pos: [0, 0] }, [here]);
    own.push(write(other));
    flush();
    removeNotes(doc, [here]);
    flush();
    vi.advanceTimersByTime(GATHER_MS);
    expect(told).toEqual([]);
  });

  it('tell of groups that appear and of notes that are taken down', () => {
    const [a, b, c] = [write(other), write(other), write(other)];
    flush();
    vi.advanceTimersByTime(GATHER_MS);
    makeCluster(other, { id: newId('c'), title: '', pos: [0, 0] }, [a, b]);
    removeNotes(other, [c]);
    flush();
    vi.advanceTimersByTime(GATHER_MS);
    expect(told.at(-1)).toEqual({ notes: 0, groups: 1, gone: 1 });
  });

  it('say nothing of what came and went meanwhile, and leave no timer when stopped', () => {
    const id = write(other);
    flush();
    removeNotes(other, [id]);
    flush();
    vi.advanceTimersByTime(GATHER_MS);
    expect(told).toEqual([]);
    write(other);
    flush();
    news.stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});
