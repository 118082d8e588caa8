/** The gate by itself: bytes that no honest client makes never get through, and bytes that honest clients make always do. */

import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { judge } from '../../../server/board/gate/gate.ts';
import { hasPending } from '../../../server/board/loadBoard.ts';
import { writeMeta } from '../../../shared/board/boardDoc.ts';
import { addNote } from '../../../shared/board/boardOps.ts';
import { newId } from '../../../shared/domain/ids.ts';
import { defaultRounds } from '../../../shared/domain/round.ts';
import { ATTACKS, type Ground, VICTIM_TEXT } from '../../harness/attacks.ts';

/** A board as the server has it: its furniture, and two notes that came over the board channel. */
function board(): Ground {
  const doc = new Y.Doc();
  doc.clientID = 7;
  const rounds = defaultRounds('nb');
  writeMeta(doc, { v: 1, title: 'Idébanken', kind: 'wall', rounds, round: 1, levels: true, frozen: false });
  const victim = newId('n');
  const other = newId('n');
  for (const [id, text] of [
    [victim, VICTIM_TEXT],
    [other, 'En annen lapp'],
  ] as const) {
    const writer = new Y.Doc();
    Y.applyUpdate(writer, Y.encodeStateAsUpdate(doc));
    addNote(writer, { id, text, pos: [0, 0], round: 1, at: 1_800_000_000_000 });
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(writer));
  }
  return { doc, victim, other };
}

describe('what no honest client makes never gets through', () => {
  const ground = board();
  const before = Y.encodeStateAsUpdate(ground.doc);
  const roots = [...ground.doc.share.keys()];

  for (const { name, answer, bytes, open } of ATTACKS) {
    (open ? test.fails : test)(open ? `${name} [open: ${open}]` : name, () => {
      const { verdict } = judge(ground.doc, bytes(ground));
      expect(verdict).toBe(answer);
    });
  }

  test('judging changed nothing: not the board, not its roots, nothing pending', () => {
    for (const { bytes } of ATTACKS) judge(ground.doc, bytes(ground));
    expect(Y.encodeStateAsUpdate(ground.doc)).toEqual(before);
    expect([...ground.doc.share.keys()]).toEqual(roots);
    expect(hasPending(ground.doc)).toBe(false);
  });
});
