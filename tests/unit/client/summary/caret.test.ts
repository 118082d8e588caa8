/** A caret while others write in the same text. */

import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { caretAfter, type Delta, deltaOf } from '../../../../client/summary/caret.ts';

function told(before: string, change: (text: Y.Text) => void): Delta {
  const text = new Y.Doc().getText('t');
  text.insert(0, before);
  let delta: Delta = [];
  text.observe((event) => {
    delta = event.delta as Delta;
  });
  text.doc!.transact(() => change(text));
  return delta;
}

describe('a caret', () => {
  it('moves with what is written before it, and stays for what comes at it or after', () => {
    expect(
      caretAfter(
        4,
        told('abcdef', (text) => text.insert(1, 'XY')),
      ),
    ).toBe(6);
    expect(
      caretAfter(
        4,
        told('abcdef', (text) => text.insert(4, 'XY')),
      ),
    ).toBe(4);
    expect(
      caretAfter(
        4,
        told('abcdef', (text) => text.insert(5, 'XY')),
      ),
    ).toBe(4);
  });

  it('moves back for what is taken away before it, at most to where that was', () => {
    expect(
      caretAfter(
        4,
        told('abcdef', (text) => text.delete(0, 2)),
      ),
    ).toBe(2);
    expect(
      caretAfter(
        4,
        told('abcdef', (text) => text.delete(2, 4)),
      ),
    ).toBe(2);
    expect(
      caretAfter(
        2,
        told('abcdef', (text) => text.delete(3, 2)),
      ),
    ).toBe(2);
  });

  it('follows several changes of one transaction', () => {
    const delta = told('abcdef', (text) => {
      text.delete(0, 1);
      text.insert(2, 'ZZ');
    });
    expect(caretAfter(5, delta)).toBe(6);
  });

  it('follows what only two states of a text tell', () => {
    expect(deltaOf('abc', 'abXc')).toEqual([{ retain: 2 }, { delete: 0 }, { insert: 'X' }]);
    expect(caretAfter(3, deltaOf('abc', 'XXabc'))).toBe(5);
    expect(caretAfter(1, deltaOf('abc', ''))).toBe(0);
  });
});
