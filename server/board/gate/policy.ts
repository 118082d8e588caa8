/**
 * Who may change what on a board (G6), asked of the one permission table: create, edit, move, group, name, remove.
 * A write to a key is a delete of what is there, so overwriting and deleting are judged alike.
 */

import type { NoteId, ParticipantId, StationId } from '../../../shared/domain/ids.ts';
import { type Action, type Actor, may } from '../../../shared/domain/permission.ts';
import type { Over } from '../noteCaps.ts';

/** What the gate knows of who asks, and of the station's present settings. */
export interface Asker {
  participant: ParticipantId;
  actor: Actor;
  station: StationId;
  rules: GateRules;
  /** Writes nothing, whatever role and rules say: shut out by a host, or the hall is over. */
  barred?: 'shut_out' | 'ended' | null;
  /** Asked once of an update that makes notes, or makes them again: whether they may hang, by what lies outside the document. */
  mayHang?: (notes: ReadonlySet<NoteId>) => Denial;
}

/** A station's rules at this moment. */
export interface GateRules {
  /** Participants move only notes of their own. */
  moveOwn: boolean;
  /** Participants neither group nor name. */
  groupingClosed: boolean;
  /** Participants change nothing: the grace of a freeze is over. */
  frozen: boolean;
  /** Notes are written by the server for the person: a struct would tell whose clientID made it. */
  anonymous: boolean;
  /** New notes are kept by the server, outside the document, until they are shown. */
  hiding?: boolean;
  /** The round that runs: a note can't be of a later one. */
  round: number;
}

/** One thing an update does. `fresh`: the note is made in this same update, or is not whole yet. */
export type Deed =
  | { do: 'create' | 'remove' | 'edit'; note: NoteId; owner: ParticipantId | null | undefined }
  | { do: 'field'; note: NoteId; field: string; owner: ParticipantId | null | undefined; fresh: boolean }
  | { do: 'cluster'; field: string }
  | { do: 'furnish' };

/** Why not; null: it may be. */
export type Denial = {
  code:
    | 'denied'
    | 'frozen'
    | 'anonymous'
    | 'hidden'
    | 'shut_out'
    | 'ended'
    | 'taken'
    | 'grouping_closed'
    | NonNullable<Over>['code'];
  why: string;
} | null;

/** Fields that are set when a note is made, and by nobody later but its writer and who moderates. */
const MAKERS_FIELDS = new Set(['text', 'round', 'at', 'level']);
export const BARS = { shut_out: 'a host has shut this person out', ended: 'the hall is over' } as const;
const GROUP_FIELDS = new Set(['cluster', 'order']);

/** Judges one deed. */
export function judgeDeed(asker: Asker, deed: Deed): Denial {
  const { participant, actor, station, rules } = asker;
  const can = (action: Action) => may(actor, action, station);
  if (deed.do === 'furnish') return denied('the station’s furniture is the server’s');
  if (!can('board:write')) return denied('one may only look here');
  if (asker.barred) return { code: asker.barred, why: BARS[asker.barred] };
  const moderates = can('note:moderate');
  if (moderates) return deed.do === 'create' ? mayCreate(deed.owner, participant, moderates) : null;
  if (rules.frozen) return { code: 'frozen', why: 'the host has paused writing' };
  switch (deed.do) {
    case 'create':
      if (rules.anonymous) return { code: 'anonymous', why: 'notes are written by the hall channel here' };
      if (rules.hiding) return { code: 'hidden', why: 'notes are kept hidden here, by the hall channel' };
      return mayCreate(deed.owner, participant, moderates);
    case 'remove':
    case 'edit':
      return deed.owner === participant ? null : denied('this note is not yours');
    case 'field': {
      const own = deed.owner === participant;
      if (MAKERS_FIELDS.has(deed.field)) return own ? null : denied('this note is not yours');
      if (deed.fresh && own) return null;
      if (GROUP_FIELDS.has(deed.field)) return mayGroup(rules);
      return own || !rules.moveOwn ? null : denied('one moves only one’s own notes here');
    }
    case 'cluster':
      // Removing one is undo of making it; its notes hang free then, as when they are pulled out.
      return mayGroup(rules);
  }
}

function mayCreate(
  owner: ParticipantId | null | undefined,
  participant: ParticipantId,
  moderates: boolean,
): Denial {
  // Undo of a delete makes the note again under its id: for its writer, and for who may have deleted it.
  if (owner === undefined || owner === participant || moderates) return null;
  return { code: 'taken', why: 'somebody else has used this id' };
}

function mayGroup({ groupingClosed }: GateRules): Denial {
  return groupingClosed ? { code: 'grouping_closed', why: 'the host has closed grouping' } : null;
}

const denied = (why: string): Denial => ({ code: 'denied', why });
