/** Mutants that are kept: each with the board it was fired at, so that it stays what it was whatever the seeds become. */

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as Y from 'yjs';
import type { Verdict } from '../../server/board/gate/gate.ts';
import type { Asker } from '../../server/board/gate/policy.ts';
import { ROOT_NAMES } from '../../shared/board/boardDoc.ts';
import type { NoteId, ParticipantId } from '../../shared/domain/ids.ts';
import { SERVER_CLIENT } from '../harness/attackedBoard.ts';
import { GateBench } from '../harness/gateBench.ts';
import type { Fault } from './fuzzBoard.ts';
import { type Board, showBoard } from './shownBoard.ts';

const FOLDER = fileURLToPath(new URL('corpus', import.meta.url));

/** As it is on disk. Bytes are base64. */
export interface Case {
  /** What it broke, or would break with no gate before it. */
  what: string;
  /** What the gate must answer; absent where all is well that does no harm. */
  verdict?: Verdict['verdict'];
  who: Asker;
  whole: boolean;
  bytes: string;
  state: string;
  owners: [NoteId, ParticipantId | null][];
  leases: [number, ParticipantId][];
}

/** Writes the fault's mutant and board to the corpus. @returns the file's name */
export function keepCase(
  { what, shot, ground }: Pick<Fault, 'what' | 'shot' | 'ground'>,
  verdict?: Case['verdict'],
): string {
  const { gate, state } = ground;
  const one: Case = {
    what,
    ...(verdict ? { verdict } : {}),
    who: shot.who,
    whole: shot.whole,
    bytes: base64(shot.bytes),
    state: base64(state),
    owners: [...gate.owners],
    leases: [...gate.leases],
  };
  const hash = createHash('sha256').update(shot.bytes).digest('hex').slice(0, 10);
  const name = `${what.replace(/\W.*/s, '')}-${hash}.json`;
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, name), `${JSON.stringify(one, null, 2)}\n`);
  return name;
}

export interface ReadCase {
  name: string;
  case: Case;
  bytes: Uint8Array;
  board: Board & { gate: GateBench };
}

/** All that is kept, each on its own board. */
export function readCorpus(): ReadCase[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => read(name, JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as Case));
}

function read(name: string, one: Case): ReadCase {
  const doc = new Y.Doc();
  for (const root of ROOT_NAMES) doc.getMap(root);
  const state = bytesOf(one.state);
  Y.applyUpdate(doc, state);
  doc.clientID = SERVER_CLIENT;
  const gate = new GateBench(doc);
  for (const [id, owner] of one.owners) gate.owners.set(id, owner);
  for (const [client, holder] of one.leases) gate.leases.set(client, holder);
  return { name, case: one, bytes: bytesOf(one.bytes), board: { state, shown: showBoard(doc), gate } };
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text, 'base64'));
