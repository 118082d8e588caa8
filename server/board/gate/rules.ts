/** The rules of a kind of document: its shape, and who judges what is done to it. */

import type * as Y from 'yjs';
import type { NoteId, ParticipantId } from '../../../shared/domain/ids.ts';
import type { Deeds } from './deeds.ts';
import type { Places } from './places.ts';
import type { Asker } from './policy.ts';
import type { DocShape } from './shape.ts';

export interface DocRules extends DocShape {
  /** The judge of one update. */
  judge(board: GateBoard, asker: Asker, places: Places): Deeds;
}

/** What the gate reads of a document. */
export interface GateBoard {
  doc: Y.Doc;
  /** Absent: a station's board. */
  shape?: DocRules;
  /** Who first used this note id; undefined where nobody did, null where the server itself did. */
  ownerOf(id: NoteId): ParticipantId | null | undefined;
  /** Whose this clientID is; undefined where it is nobody's yet. */
  leaseOf(client: number): ParticipantId | undefined;
  /** How many clientIDs are this person's. */
  leasesOf(participant: ParticipantId): number;
}
