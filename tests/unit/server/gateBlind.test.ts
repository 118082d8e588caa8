/** G8: writes that name no neighbour make Yjs walk all that a key has ever held; they are refused where that is long. */

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { ROOT_NAMES } from '../../../shared/board/boardDoc.ts';
import type { NoteId } from '../../../shared/domain/ids.ts';
import { asker, GateBench } from '../../harness/gateBench.ts';
import { item, map, noteStructs, updateBytes, values } from '../../harness/updateBytes.ts';

const [ONE, OTHER] = [4_000_000_001, 4_000_000_002];
const KEY = 'n_aaaaaaaaaaaaaaaaaaaa' as NoteId;
const WRITES = 2_100;
/** The note takes eight clocks of ONE; its place is the sixth. */
const NEXT = 8 + WRITES;

/** A note of `me`, moved thousands of times by two of their tabs in turn, so that Yjs can join none of it. */
function movedForEver(): { gate: GateBench; me: ReturnType<typeof asker> } {
  const turns = Array.from({ length: WRITES }, (_, index) => index);
  const pos = values([1, 1]);
  const mine = turns.map((turn) => item({ origin: [OTHER, turn] }, pos));
  const others = turns.map((turn) => item({ origin: [ONE, turn === 0 ? 5 : 7 + turn] }, pos));
  const doc = new Y.Doc();
  for (const root of ROOT_NAMES) doc.getMap(root);
  Y.applyUpdate(
    doc,
    updateBytes({
      blocks: [
        { client: OTHER, clock: 0, structs: others },
        { client: ONE, clock: 0, structs: [...noteStructs(ONE, KEY), ...mine] },
      ],
    }),
  );
  const gate = new GateBench(doc);
  const me = asker();
  gate.owners.set(KEY, me.participant);
  for (const client of [ONE, OTHER]) gate.leases.set(client, me.participant);
  return { gate, me };
}

describe('a blind write to a key with a long history', () => {
  const blind = item({ parent: [ONE, 0], key: 'pos' }, values([2, 2]));
  const again = item({ origin: [ONE, 0] }, map);

  it.each([
    ['alone', [blind]],
    ['beside a new note in the old one’s place', [again, blind]],
  ])('is refused: %s', (_, structs) => {
    const { gate, me } = movedForEver();
    const verdict = gate.judge(me, updateBytes({ blocks: [{ client: ONE, clock: NEXT, structs }] }));
    expect(verdict).toMatchObject({ verdict: 'refuse', code: 'malformed' });
  });

  it('is refused in the old note too, once another has been put in its place in the same tick', () => {
    const { gate, me } = movedForEver();
    const sent = (clock: number, ...structs: (typeof again)[]) =>
      updateBytes({ blocks: [{ client: ONE, clock, structs }] });
    gate.doc.transact(() => {
      expect(gate.take(me, sent(NEXT, again)).verdict).toBe('apply');
      const verdict = gate.judge(me, sent(NEXT + 1, blind));
      expect(verdict).toMatchObject({ verdict: 'refuse', code: 'malformed' });
    });
  });

  it('is no hindrance to a write that says what it follows on', () => {
    const { gate, me } = movedForEver();
    const follows = item({ origin: [ONE, NEXT - 1] }, values([2, 2]));
    const bytes = updateBytes({ blocks: [{ client: ONE, clock: NEXT, structs: [follows] }] });
    expect(gate.judge(me, bytes).verdict).toBe('apply');
  });
});
