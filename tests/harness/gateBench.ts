/** A gate without a room: a board's document with its tables of owners and leases, and people who hand in updates. */

import * as Y from 'yjs';
import { mendCrossed } from '../../server/board/crossedTexts.ts';
import { BOARD_SHAPE } from '../../server/board/gate/boardShape.ts';
import { judge, type Verdict } from '../../server/board/gate/gate.ts';
import type { Asker, GateRules } from '../../server/board/gate/policy.ts';
import type { DocRules, GateBoard } from '../../server/board/gate/rules.ts';
import type { Role } from '../../shared/domain/hall.ts';
import { type NoteId, newId, type ParticipantId } from '../../shared/domain/ids.ts';

export const OPEN: GateRules = {
  moveOwn: false,
  groupingClosed: false,
  frozen: false,
  anonymous: false,
  round: 4,
};
const STATION = newId('s');

/** What the gate says of an update that may be applied, as far as its applying goes. */
export type Applied = Pick<Extract<Verdict, { verdict: 'apply' }>, 'bytes' | 'doubtful'>;

/** Writes those of the doubtful texts anew that came out crossed, as a room does (B21). */
export function mendTexts(doc: Y.Doc, doubtful: Iterable<string>, shape: DocRules = BOARD_SHAPE): void {
  doc.transact(() => {
    for (const name of doubtful) {
      const text = shape.textNamed(doc, name);
      if (text) mendCrossed(text);
    }
  });
}

/** Somebody at the board; a host is host of this very station. */
export function asker(role: Role = 'participant', rules: Partial<GateRules> = {}): Asker {
  const actor = { role, stations: role === 'host' ? [STATION] : [] };
  return { participant: newId('p'), actor, station: STATION, rules: { ...OPEN, ...rules } };
}

export class GateBench implements GateBoard {
  readonly doc: Y.Doc;
  readonly owners = new Map<NoteId, ParticipantId | null>();
  readonly leases = new Map<number, ParticipantId>();
  readonly shape: DocRules = BOARD_SHAPE;

  constructor(doc: Y.Doc) {
    this.doc = doc;
  }

  ownerOf(id: NoteId): ParticipantId | null | undefined {
    return this.owners.get(id);
  }

  leaseOf(client: number): ParticipantId | undefined {
    return this.leases.get(client);
  }

  leasesOf(participant: ParticipantId): number {
    return [...this.leases.values()].filter((holder) => holder === participant).length;
  }

  judge(who: Asker, bytes: Uint8Array, whole = false): Verdict {
    return judge(this, who, bytes, whole);
  }

  /** Judges, and does what a room does with what may be applied. */
  take(who: Asker, bytes: Uint8Array, whole = false): Verdict {
    const verdict = this.judge(who, bytes, whole);
    if (verdict.verdict === 'apply') {
      Y.applyUpdate(this.doc, verdict.bytes);
      mendTexts(this.doc, verdict.doubtful, this.shape);
      for (const id of verdict.created) if (!this.owners.has(id)) this.owners.set(id, who.participant);
      for (const client of verdict.clients)
        if (!this.leases.has(client)) this.leases.set(client, who.participant);
    }
    return verdict;
  }
}
