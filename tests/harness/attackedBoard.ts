/** A board to aim at, without a server: its furniture, and two notes that came over the board channel. */

import * as Y from 'yjs';
import { ROOT_NAMES, writeMeta } from '../../shared/board/boardDoc.ts';
import { addNote } from '../../shared/board/boardOps.ts';
import { newId } from '../../shared/domain/ids.ts';
import { defaultRounds } from '../../shared/domain/round.ts';
import { rootNamed } from '../../shared/plan/roots.ts';
import { type Ground, VICTIM_TEXT } from './attacks.ts';
import { asker, GateBench } from './gateBench.ts';

/** The server's own clientID there. */
export const SERVER_CLIENT = 7;

/** A document that a server has just made. */
export function serverBoard(): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = SERVER_CLIENT;
  for (const root of ROOT_NAMES) rootNamed(doc, root);
  const rounds = defaultRounds('nb');
  writeMeta(doc, { v: 1, title: 'Idébanken', kind: 'wall', rounds, round: 1, levels: true, frozen: false });
  return doc;
}

/** The board, and the gate before it; its notes are other people's. */
export function attackedBoard(): Ground & { gate: GateBench } {
  const doc = serverBoard();
  const gate = new GateBench(doc);
  const victim = newId('n');
  const other = newId('n');
  const texts = [
    [victim, VICTIM_TEXT],
    [other, 'En annen lapp'],
  ] as const;
  for (const [id, text] of texts) {
    const writer = new Y.Doc();
    Y.applyUpdate(writer, Y.encodeStateAsUpdate(doc));
    addNote(writer, { id, text, pos: [0, 0], round: 1, at: 1_800_000_000_000 });
    gate.take(asker(), Y.encodeStateAsUpdate(writer, Y.encodeStateVector(doc)));
  }
  return { doc, victim, other, gate };
}
