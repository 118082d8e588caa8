/** A gate without a room: a board's document with its tables of owners and leases, and people who hand in updates. */

import * as Y from 'yjs';
import { judge, type Verdict } from '../../server/board/gate/gate.ts';
import type { Asker, GateRules } from '../../server/board/gate/policy.ts';
import type { GateBoard } from '../../server/board/gate/rules.ts';
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

/** Somebody at the board; a host is host of this very station. */
export function asker(role: Role = 'participant', rules: Partial<GateRules> = {}): Asker {
  const actor = { role, stations: role === 'host' ? [STATION] : [] };
  return { participant: newId('p'), actor, station: STATION, rules: { ...OPEN, ...rules } };
}

export class GateBench implements GateBoard {
  readonly doc: Y.Doc;
  readonly owners = new Map<NoteId, ParticipantId | null>();
  readonly leases = new Map<number, ParticipantId>();

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
      for (const id of verdict.created) if (!this.owners.has(id)) this.owners.set(id, who.participant);
      for (const client of verdict.clients)
        if (!this.leases.has(client)) this.leases.set(client, who.participant);
    }
    return verdict;
  }
}
