/** The desk's plain parts: what is read of the board, what waits above a list, hands and people in order, votes told. */

import { describe, expect, it } from 'vitest';
import { arrivals } from '../../../../client/desk/arrivals.ts';
import { readBoard } from '../../../../client/desk/deskBoard.ts';
import { handsOf, peopleInOrder } from '../../../../client/desk/peopleOrder.ts';
import { Presses } from '../../../../client/desk/presses.ts';
import { tallyOf } from '../../../../client/desk/voteTally.ts';
import type { ClusterView, NoteView } from '../../../../shared/board/boardDoc.ts';
import { viewBoard } from '../../../../shared/board/boardView.ts';
import type { ClusterId, NoteId, ParticipantId } from '../../../../shared/domain/ids.ts';
import type { DeskPerson, RaisedHand } from '../../../../shared/protocol/hallEvents.ts';

const note = (id: string, at: number, cluster?: string): NoteView => ({
  id: id as NoteId,
  text: `text ${id}`,
  pos: [0, 0],
  round: 1,
  at,
  ...(cluster && { cluster: cluster as ClusterId }),
});
const cluster = (id: string, title: string, into?: string): ClusterView => ({
  id: id as ClusterId,
  title,
  pos: [0, 0],
  ...(into && { into: into as ClusterId }),
});

describe('the board as the desk reads it', () => {
  const board = readBoard(
    viewBoard(
      [note('n_a', 1, 'c_1'), note('n_b', 5), note('n_c', 3, 'c_2'), note('n_d', 4, 'c_3')],
      [cluster('c_1', 'One', 'c_2'), cluster('c_2', 'Two'), cluster('c_3', ''), cluster('c_4', 'Empty')],
    ),
  );

  it('has its notes newest first', () => {
    expect(board.notes.map(({ id }) => id)).toEqual(['n_b', 'n_d', 'n_c', 'n_a']);
  });

  it('has the groups that hang, the largest first, merged ones as one', () => {
    expect(board.groups).toEqual([
      { id: 'c_2', title: 'Two', count: 2 },
      { id: 'c_3', title: '', count: 1 },
    ]);
    expect(board.groupOf.get('n_a' as NoteId)?.title).toBe('Two');
    expect(board.groupOf.has('n_b' as NoteId)).toBe(false);
  });
});

describe('a list that one reads in', () => {
  const list = [note('n_c', 3), note('n_b', 2), note('n_a', 1)];

  it('shows all while one is at its top', () => {
    expect(arrivals(list, null)).toEqual({ shown: list, waiting: 0 });
  });

  it('keeps what came since, counted, and drops what went', () => {
    const settled = new Set(['n_a', 'n_gone'] as NoteId[]);
    expect(arrivals(list, settled)).toEqual({ shown: [list[2]], waiting: 2 });
  });
});

describe('a press', () => {
  it('has a name of its own each time', () => {
    const presses = new Presses();
    expect(presses.of('+1')).not.toBe(presses.of('+1'));
    expect(presses.of('+1')).toMatch(/^[A-Za-z0-9_-]{8,40}$/);
  });

  it('that nobody answered keeps its name, once, for a short while, and for its button alone', () => {
    const presses = new Presses();
    presses.doubted('+1', 'pressed-once', 1_000);
    expect(presses.of('+5', 2_000)).not.toBe('pressed-once');
    expect(presses.of('+1', 2_000)).toBe('pressed-once');
    expect(presses.of('+1', 2_000)).not.toBe('pressed-once');
    presses.doubted('+1', 'pressed-twice', 1_000);
    expect(presses.of('+1', 60_000)).not.toBe('pressed-twice');
  });
});

describe('hands and people', () => {
  it('those who have waited longest for help come first', () => {
    const hand = (id: string, kind: RaisedHand['hand'], at: number): RaisedHand => ({
      participantId: id as ParticipantId,
      name: id,
      hand: kind,
      at,
    });
    const { help, done } = handsOf([hand('a', 'help', 9), hand('b', 'done', 1), hand('c', 'help', 3)]);
    expect(help.map(({ name }) => name)).toEqual(['c', 'a']);
    expect(done.map(({ name }) => name)).toEqual(['b']);
  });

  it('those who are here come before those who were, each by name, the nameless last', () => {
    const person = (name: string, here: boolean): DeskPerson => ({
      participantId: `p_${name}${here}` as ParticipantId,
      name,
      organisation: '',
      personRole: '',
      steers: false,
      here,
      notes: 0,
      shutOut: false,
    });
    const people = [person('', true), person('Ola', false), person('Kari', true), person('Anne', false)];
    expect(peopleInOrder(people).map(({ name, here }) => [name, here])).toEqual([
      ['Kari', true],
      ['', true],
      ['Anne', false],
      ['Ola', false],
    ]);
  });
});

describe('what came of a vote', () => {
  const board = { notes: [note('n_a', 1)], groups: [{ id: 'c_1' as ClusterId, title: '', count: 2 }] };

  it('is told with the words of what was voted on, the most dots first', () => {
    const lines = tallyOf('dots', { dots: { n_a: 2, c_1: 5, n_gone: 1 }, ratings: {} }, board);
    expect(lines.map(({ id, text, dots }) => [id, text, dots])).toEqual([
      ['c_1', '', 5],
      ['n_a', 'text n_a', 2],
      ['n_gone', null, 1],
    ]);
  });

  it('is told of ratings by effect and feasibility together', () => {
    const ratings = {
      c_1: { effect: 2, feasibility: 2, count: 3 },
      n_a: { effect: 4.5, feasibility: 3, count: 2 },
    };
    const lines = tallyOf('rating', { dots: {}, ratings }, board);
    expect(lines.map(({ id }) => id)).toEqual(['n_a', 'c_1']);
    expect(lines[0]!.rating).toEqual({ effect: 4.5, feasibility: 3, count: 2 });
  });
});
