/** One connection of the board channel, as its room knows it. */

import type { ParticipantId } from '../../shared/domain/ids.ts';
import type { Actor } from '../../shared/domain/permission.ts';
import type { ViewedArea } from '../../shared/protocol/motionFrames.ts';
import type { BoardSocket } from '../ports.ts';

/** Who comes through the door. */
export interface Visitor {
  participant: ParticipantId;
  actor: Actor;
  /** Whether the client understands our own frames (`v=1`). */
  ours: boolean;
}

export interface BoardSession extends Readonly<Omit<Visitor, 'actor'>> {
  /** Another once a host has opened a further station's key. */
  actor: Actor;
  /** Stands for this connection in motion frames; says nothing of the person. */
  readonly holder: number;
  readonly socket: BoardSocket;
  /** In the broadcast set: it has been answered once from the durable version. */
  live: boolean;
  /** What its board shows, as far as it says. */
  view: ViewedArea;
  gone: boolean;
  /** The server has sent it away: nothing of what it had sent counts any more. Who leaves by themselves keeps that. */
  sentAway: boolean;
  /** Document frames (SyncStep2 and update) received on this connection. */
  received: number;
  /** It builds on something the server hasn't got: its updates are passed over until its next SyncStep2. */
  resyncing: boolean;
  /** Grows with each SyncStep1: the client begins anew. */
  era: number;
  /** What it sends of the era in which it was refused builds on what was refused, and is passed over. */
  refusedEra: number;
  /** How often it was asked for what it has, less its answers: what comes before the last answer may miss something. */
  unanswered: number;
  /** Cancels a question that is put off. */
  cancelAsk: () => void;
  /** SyncStep2s in a row that built on something that is not here. */
  gaps: number;
}

/** Field by field: with a spread in the literal V8 gives each session a hidden class of its own, and every look into one is slow. */
export function openSession(
  holder: number,
  socket: BoardSocket,
  { participant, actor, ours }: Visitor,
): BoardSession {
  return {
    participant,
    actor,
    ours,
    holder,
    socket,
    live: false,
    view: 'all',
    gone: false,
    sentAway: false,
    received: 0,
    resyncing: false,
    era: 0,
    refusedEra: -1,
    unanswered: 0,
    cancelAsk: () => {},
    gaps: 0,
  };
}
