/**
 * What an update must not do to a board, whoever lets it in: each rule checked on a copy that it was applied to, by
 * what can be seen there, and not by what the gate thinks of it.
 */

import * as Y from 'yjs';
import type { Asker } from '../../server/board/gate/policy.ts';
import { hasPending } from '../../server/board/loadBoard.ts';
import { ROOT_NAMES } from '../../shared/board/boardDoc.ts';
import { type Applied, mendTexts } from '../harness/gateBench.ts';
import { wrongShape } from './boardShape.ts';
import { foreignChange } from './foreignChange.ts';
import { type Board, json, showBoard, sortedEntries } from './shownBoard.ts';

export const HARMS = [
  'throws',
  'open',
  'waits',
  'roots',
  'shape',
  'foreign',
  'mute',
  'reload',
  'viewers',
] as const;

export interface Harm {
  kind: (typeof HARMS)[number];
  text: string;
}

/**
 * Applies the update to a copy of the board, and looks for harm.
 * @param doubtful texts that the gate wants looked at
 * @param thorough also read the copy back from disk, and show it to somebody who was there before
 */
export function harmOf(
  board: Board,
  who: Asker,
  { bytes, doubtful }: Applied,
  thorough: boolean,
): Harm | null {
  const copy = docOf(board.state);
  const said: Uint8Array[] = [];
  copy.on('update', (update: Uint8Array) => void said.push(update));
  try {
    Y.applyUpdate(copy, bytes);
    mendTexts(copy, doubtful);
    const harm = harmTo(copy, board, who) ?? (thorough ? harmToOthers(copy, board, said) : null);
    return harm ?? muteness(copy, said);
  } catch (error) {
    return { kind: 'throws', text: String(error) };
  } finally {
    copy.destroy();
  }
}

function harmTo(copy: Y.Doc, board: Board, who: Asker): Harm | null {
  if (copy._transaction !== null || copy._transactionCleanups.length > 0)
    return { kind: 'open', text: 'a transaction was left open' };
  if (hasPending(copy)) return { kind: 'waits', text: 'something waits for what is not there' };
  const roots = [...copy.share.keys()].filter((root) => !(ROOT_NAMES as readonly string[]).includes(root));
  if (roots.length > 0) return { kind: 'roots', text: `a root ${roots}` };
  const shown = showBoard(copy);
  const shape = wrongShape(copy, shown);
  if (shape) return { kind: 'shape', text: shape };
  const foreign = foreignChange(board, shown, who);
  return foreign ? { kind: 'foreign', text: foreign } : null;
}

/** Read back, as it is stored and as a snapshot, and sent to whoever has the board already: the same everywhere. */
function harmToOthers(copy: Y.Doc, { state }: Board, said: readonly Uint8Array[]): Harm | null {
  const whole = Y.encodeStateAsUpdate(copy);
  const ways: [Harm['kind'], Uint8Array[]][] = [
    ['reload', [whole]],
    ['reload', [Y.mergeUpdates([state, ...said])]],
    ['viewers', [state, ...said]],
  ];
  const shown = json([...sortedEntries(showBoard(copy))]);
  for (const [kind, updates] of ways) {
    const other = docOf(...updates);
    const same = !hasPending(other) && json([...sortedEntries(showBoard(other))]) === shown;
    other.destroy();
    if (!same) return { kind, text: 'another board is shown' };
  }
  return null;
}

/** Whether the copy still takes changes and tells of them. */
function muteness(copy: Y.Doc, said: Uint8Array[]): Harm | null {
  const before = said.length;
  copy.getMap('clusters').set('c_aaaaaaaaaaaaaaaaaaaa', new Y.Map());
  return said.length === before + 1 ? null : { kind: 'mute', text: 'it tells nothing any more' };
}

function docOf(...updates: Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const root of ROOT_NAMES) doc.getMap(root);
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}
