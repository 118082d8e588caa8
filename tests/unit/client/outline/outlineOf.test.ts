/** The outline's order and rights, on plain data. */

import { describe, expect, it } from 'vitest';
import { noteRights, type StationRights } from '../../../../client/outline/outlineDeeds.ts';
import { outlineOf } from '../../../../client/outline/outlineOf.ts';
import type { NoteView } from '../../../../shared/board/boardDoc.ts';
import { viewBoard } from '../../../../shared/board/boardView.ts';
import { type ClusterId, newId } from '../../../../shared/domain/ids.ts';

const note = (at: number, more: Partial<NoteView> = {}): NoteView => ({
  id: newId('n'),
  text: `lapp ${at}`,
  pos: [0, 0],
  round: 1,
  at,
  ...more,
});
const cluster = (title = '') => ({ id: newId('c') as ClusterId, title, pos: [0, 0] as const });

describe('the outline', () => {
  it('has the groups by their oldest note and the loose notes by age, wherever they hang', () => {
    const [a, b] = [cluster('A'), cluster('B')];
    const notes = [
      note(5, { cluster: a.id, order: 'a0', pos: [900, 900] }),
      note(2, { cluster: b.id, order: 'a1' }),
      note(7, { cluster: b.id, order: 'a0' }),
      note(9, { pos: [-500, -500] }),
      note(1, { pos: [800, 0] }),
    ];
    const { groups, loose } = outlineOf(viewBoard(notes, [a, b]));
    expect(groups.map(({ title }) => title)).toEqual(['B', 'A']);
    expect(groups[0]!.notes.map(({ at }) => at)).toEqual([7, 2]);
    expect(loose.map(({ at }) => at)).toEqual([1, 9]);
  });

  it('follows merges, and leaves out groups without notes', () => {
    const into = cluster('Til');
    const from = { ...cluster('Fra'), into: into.id };
    const empty = cluster('Tom');
    const notes = [note(1, { cluster: from.id }), note(2, { cluster: into.id })];
    const { groups, loose } = outlineOf(viewBoard(notes, [from, into, empty]));
    expect(groups.map(({ id }) => id)).toEqual([into.id]);
    expect(groups[0]!.notes).toHaveLength(2);
    expect(loose).toEqual([]);
  });
});

describe('rights in the outline', () => {
  const open: StationRights = {
    mayWrite: true,
    moderates: false,
    groupingClosed: false,
    moveOwn: false,
    levels: true,
    anonymous: false,
    timeline: false,
  };

  it('let a participant group all, but edit, withdraw and mark only their own', () => {
    expect(noteRights(open, false, true)).toMatchObject({
      edit: false,
      level: false,
      group: true,
      takeOut: true,
    });
    expect(noteRights(open, true, true)).toMatchObject({
      edit: true,
      level: true,
      group: true,
      takeOut: true,
    });
  });

  it('let the host do all', () => {
    const host = { ...open, moderates: true, groupingClosed: true, moveOwn: true, anonymous: true };
    expect(noteRights(host, false, true)).toMatchObject({
      edit: true,
      level: true,
      group: true,
      takeOut: true,
    });
  });

  it('offer nothing of what the host has closed', () => {
    expect(noteRights({ ...open, groupingClosed: true }, false, true).any).toBe(false);
    expect(noteRights({ ...open, moveOwn: true }, false, true).takeOut).toBe(false);
    expect(noteRights({ ...open, moveOwn: true }, true, true).takeOut).toBe(true);
    expect(noteRights({ ...open, mayWrite: false }, true, true).any).toBe(false);
  });

  it('take a note for nobody’s own where the station is anonymous, but for its text', () => {
    const anonymous = { ...open, anonymous: true, moveOwn: true };
    expect(noteRights(anonymous, true, true)).toMatchObject({ edit: true, level: false, takeOut: false });
  });

  it('are the same object for the same rights, so that rows are not drawn anew', () => {
    expect(noteRights(open, true, false)).toBe(noteRights({ ...open }, true, false));
  });
});
