/** Hands that are up, and hosts who call: among the hall's items, so that they are still up after a restart. */

import type { ParticipantId, StationId } from '../../shared/domain/ids.ts';
import type { Hand, You } from '../../shared/protocol/hallEvents.ts';
import type { HallItem } from '../ports.ts';
import type { HallItems } from './HallItems.ts';

/** A raised hand, as its item's value has it; the key is whose it is. */
export interface HandUp {
  stationId: StationId;
  hand: Hand;
  at: number;
}

/** The hand that a person holds up, wherever it is. */
export function handUpOf(items: HallItems, participant: ParticipantId): HandUp | undefined {
  return items.get<HandUp>('hand', participant);
}

/** The hand that a person holds up, as they are told of it. */
export function shownHandOf(items: HallItems, participant: ParticipantId): You['hand'] {
  const up = handUpOf(items, participant);
  return up ? { stationId: up.stationId, hand: up.hand } : null;
}

/** Hands that are up at a station, the one that has waited longest first. */
export function handsAt(items: HallItems, stationId: StationId): [ParticipantId, HandUp][] {
  return [...items.all<HandUp>('hand')]
    .filter(([key, up]) => !key.startsWith(CALL) && up.stationId === stationId)
    .map(([key, up]): [ParticipantId, HandUp] => [key as ParticipantId, up])
    .sort(([, a], [, b]) => a.at - b.at);
}

/** A hand as an item; null takes it down. */
export function handItem(participant: ParticipantId, up: HandUp | null): HallItem {
  return { kind: 'hand', key: participant, value: up };
}

/** Whether a station's host calls the organiser. */
export function callingAt(items: HallItems, stationId: StationId): boolean {
  return items.get('hand', CALL + stationId) !== undefined;
}

export function callItem(stationId: StationId, at: number | null): HallItem {
  return { kind: 'hand', key: CALL + stationId, value: at === null ? null : { stationId, at } };
}

const CALL = 'call ';
