/** The gate by itself, against bytes built by hand: what no honest client makes never gets through, and changes nothing. */

import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { hasPending } from '../../../server/board/loadBoard.ts';
import { attackedBoard } from '../../harness/attackedBoard.ts';
import { ATTACKS, crowdedText, longChain } from '../../harness/attacks.ts';
import { asker } from '../../harness/gateBench.ts';

describe('what no honest client makes never gets through', () => {
  const ground = attackedBoard();
  const me = asker();
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
