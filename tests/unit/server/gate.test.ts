/** The gate by itself, against bytes built by hand: what no honest client makes never gets through, and changes nothing. */

import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { hasPending } from '../../../server/board/loadBoard.ts';
import { notesOf } from '../../../shared/board/boardDoc.ts';
import { addNote, setLevel } from '../../../shared/board/boardOps.ts';
import { newId } from '../../../shared/domain/ids.ts';
import { attackedBoard } from '../../harness/attackedBoard.ts';
import { ATTACKS, crowdedText, longChain } from '../../harness/attacks.ts';
import { asker } from '../../harness/gateBench.ts';

describe('T05 what no honest client makes never gets through', () => {
  const ground = attackedBoard();
  // The one with the most rights: what the board's shape forbids, it forbids to them too.
  const me = asker('organiser');
  const before = Y.encodeStateAsUpdate(ground.doc);
  const roots = [...ground.doc.share.keys()];

  for (const { name, answer, bytes } of ATTACKS) {
    test(name, () => {
      const { verdict } = ground.gate.judge(me, bytes(ground));
      expect(verdict).toBe(answer);
    });
  }

  test('judging changed nothing: not the board, not its roots, nothing pending', () => {
    for (const { bytes } of ATTACKS) ground.gate.judge(me, bytes(ground));
    expect(Y.encodeStateAsUpdate(ground.doc)).toEqual(before);
    expect([...ground.doc.share.keys()]).toEqual(roots);
    expect(hasPending(ground.doc)).toBe(false);
  });

  test('twenty thousand blocks, each built on the next, are refused before anybody goes through them', () => {
    expect(ground.gate.judge(me, longChain(20_000))).toMatchObject({
      verdict: 'refuse',
      code: 'too_many_clients',
    });
  });

  test('a text crowded with letters that Yjs compares each with all is refused', () => {
    expect(ground.gate.judge(me, crowdedText(8_000)).verdict).toBe('refuse');
  });
});

describe('what honest clients send that looks odd', () => {
  test('a field written over again and again by one who can undo comes as one struct of several values, deleted', () => {
    const { gate } = attackedBoard();
    const who = asker();
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(gate.doc));
    const id = newId('n');
    addNote(doc, { id, text: 'Min', pos: [0, 0], round: 1, at: 1_800_000_000_000 });
    const undo = new Y.UndoManager(notesOf(doc), { trackedOrigins: new Set(['mine']) });
    for (const level of ['local', 'national', 'local', 'national'] as const) setLevel(doc, id, level, 'mine');
    const bytes = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(gate.doc));
    // Yjs keeps what can be undone, and joins what lies side by side.
    const joined = Y.decodeUpdate(bytes).structs.filter(
      (struct) => struct instanceof Y.Item && struct.parentSub === 'level' && struct.length === 3,
    );
    expect(joined.length).toBe(1);
    expect(gate.take(who, bytes, true).verdict).toBe('apply');
    undo.undo();
    const back = Y.encodeStateAsUpdate(doc, Y.encodeStateVector(gate.doc));
    expect(gate.take(who, back, true).verdict).toBe('apply');
    expect(notesOf(gate.doc).get(id)?.get('level')).toBeUndefined();
  });
});
