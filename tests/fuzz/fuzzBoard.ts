/**
 * The gate under fire on one board (T06): each mutant is judged, and what gets through is applied to a copy and looked
 * at closely. What is turned down must leave no trace. Now and then one that got through is kept, and fire goes on on
 * what it has made of the board. `npm test` runs a slice of this, `npm run fuzz` a night of it.
 */

import * as Y from 'yjs';
import type { Verdict } from '../../server/board/gate/gate.ts';
import { hasPending } from '../../server/board/loadBoard.ts';
import { may } from '../../shared/domain/permission.ts';
import { Ground, type Shot } from './Ground.ts';
import { harmOf } from './harm.ts';

export interface FuzzCount {
  mutants: number;
  boards: number;
  /** Let through, and applied to a copy. */
  through: number;
  /** Of those, read back from disk and shown to a viewer. */
  readBack: number;
  /** Boards compared to the byte. */
  compared: number;
  /** Kept on the board. */
  kept: number;
  /** Verdicts; refusals by code. */
  verdicts: Record<string, number>;
}

/** Something that must not be. */
export interface Fault {
  seed: number;
  mutant: number;
  what: string;
  shot: Shot;
  ground: Ground;
}

export interface FuzzOptions {
  mutants: number;
  count: FuzzCount;
  onFault: (fault: Fault) => void;
  /** Called after each volley. @returns whether to stop */
  onVolley?: () => boolean;
}

/** Mutants fired at a board that stays as it is. */
const VOLLEY = 200;
/** One in so many of what gets through and looks ordinary is read back; what looks odd always is. */
const READ_BACK_EACH = 8;

export function newCount(): FuzzCount {
  return { mutants: 0, boards: 0, through: 0, readBack: 0, compared: 0, kept: 0, verdicts: {} };
}

/** Fires at the board that this seed makes. */
export function fuzzBoard(seed: number, { mutants, count, onFault, onVolley }: FuzzOptions): void {
  const ground = new Ground(seed);
  count.boards++;
  let touched = 0;
  ground.doc.on('beforeTransaction', () => void touched++);
  for (let mutant = 0; mutant < mutants; ) {
    let mark = markOf(ground.doc);
    let keep: Shot | null = null;
    touched = 0;
    for (const end = Math.min(mutants, mutant + VOLLEY); mutant < end; mutant++) {
      const shot = ground.shot();
      const fault = (what: string) => onFault({ seed, mutant, what, shot, ground });
      count.mutants++;
      const verdict = judged(ground, shot, fault);
      const now = markOf(ground.doc);
      if (touched > 0 || now !== mark) {
        fault('judging it changed the board');
        [touched, mark] = [0, now];
      }
      if (!verdict) continue;
      const name = verdict.verdict === 'refuse' ? verdict.code : verdict.verdict;
      count.verdicts[name] = (count.verdicts[name] ?? 0) + 1;
      if (verdict.verdict !== 'apply') continue;
      const stolen = theft(ground, shot, verdict);
      if (stolen) fault(stolen);
      const thorough = count.through++ % READ_BACK_EACH === 0 || looksOdd(ground.doc, verdict.bytes);
      if (thorough) count.readBack++;
      const harm = harmOf(ground, shot.who, verdict, thorough);
      if (!harm) keep = shot;
      else fault(`${harm.kind}: ${harm.text}`);
    }
    count.compared++;
    if (Buffer.compare(Y.encodeStateAsUpdate(ground.doc), ground.state) !== 0) {
      const shot = keep ?? ground.shot();
      onFault({ seed, mutant, what: 'a volley changed the board', shot, ground });
    }
    if (keep) {
      count.kept++;
      ground.gate.take(keep.who, keep.bytes, keep.whole);
    }
    if (onVolley?.()) return;
    ground.refresh(2);
  }
  ground.doc.destroy();
}

function judged(
  { gate }: Ground,
  { who, bytes, whole }: Shot,
  fault: (what: string) => void,
): Verdict | null {
  try {
    return gate.judge(who, bytes, whole);
  } catch (error) {
    fault(`the gate threw: ${error instanceof Error ? error.stack : error}`);
    return null;
  }
}

/** ClientIDs or note ids of others that the verdict would give to the sender. */
function theft(
  { gate }: Ground,
  { who }: Shot,
  verdict: Extract<Verdict, { verdict: 'apply' }>,
): string | null {
  for (const client of verdict.clients) {
    const holder = gate.leaseOf(client) ?? (client === gate.doc.clientID ? null : undefined);
    if (holder !== undefined && holder !== who.participant)
      return 'foreign: it is signed with another’s clientID';
  }
  const moderates = may(who.actor, 'note:moderate', who.station);
  for (const id of verdict.created) {
    const owner = gate.ownerOf(id);
    if (!moderates && owner !== undefined && owner !== who.participant)
      return 'foreign: another’s note is made again';
  }
  return null;
}

/** Whether it does more than append: several clients, deletions of its own, neighbours on both sides, splits. */
function looksOdd(doc: Y.Doc, bytes: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(bytes);
  const clients = new Set(structs.map(({ id }) => id.client));
  if (clients.size > 1) return true;
  return structs.some((struct) => {
    if (!(struct instanceof Y.Item)) return true;
    if (ds.clients.has(struct.id.client)) return true;
    return [struct.origin, struct.rightOrigin].some((id) => id !== null && inTheMidst(doc, id));
  });
}

function inTheMidst(doc: Y.Doc, { client, clock }: Y.ID): boolean {
  if (clock >= Y.getState(doc.store, client)) return false;
  const item = Y.getItem(doc.store, Y.createID(client, clock));
  return item.id.clock + item.length - 1 !== clock;
}

/** What would differ if anything of the board had been split, deleted, added or kept waiting. */
function markOf(doc: Y.Doc): string {
  let mark = `${doc.share.size} ${hasPending(doc)}`;
  for (const [client, structs] of doc.store.clients) {
    let deleted = 0;
    for (const struct of structs) if (struct.deleted) deleted++;
    mark += ` ${client} ${structs.length} ${deleted} ${structs.at(-1)!.id.clock}`;
  }
  return mark;
}
