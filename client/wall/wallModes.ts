/** What a station's wall shows: what the host asked for, or else what suits how much hangs there. Pure. */

import type { StationKind, WallOrder } from '../../shared/domain/hall.ts';
import type { HallState, StationState } from '../../shared/protocol/hallEvents.ts';

/** `newest`: the notes themselves. `groups`: a tile a group. `overview`: the board drawn small, and its parts in turn. */
export type WallMode = 'newest' | 'groups' | 'overview';

export interface WallAmount {
  kind: StationKind;
  notes: number;
  /** Notes that are in groups. */
  grouped: number;
  groups: number;
}

/** A bound with hysteresis: it is passed at `up`, and counts as passed until `down`. */
interface Bound {
  up: number;
  down: number;
}

const MANY: Bound = { up: 31, down: 27 };
const SWARM: Bound = { up: 121, down: 100 };
const MOST_GROUPED: Bound = { up: 0.6, down: 0.45 };
const GROUPS_MAX: Bound = { up: 25, down: 22 };
const GROUPS_MIN = 2;

/** The mode for this amount; a note more or less does not change it to and fro. */
export function modeFor({ kind, notes, grouped, groups }: WallAmount, before: WallMode | null): WallMode {
  // There a note's place says when it is to happen.
  if (kind === 'timeline') return notes > 0 ? 'overview' : 'newest';
  const many = passes(notes, MANY, before !== null && before !== 'newest');
  const inGroups = notes > 0 && passes(grouped / notes, MOST_GROUPED, before === 'groups');
  if (many && inGroups && groups >= GROUPS_MIN) {
    return passes(groups, GROUPS_MAX, before === 'overview') ? 'overview' : 'groups';
  }
  if (passes(notes, SWARM, before === 'overview')) return 'overview';
  return 'newest';
}

/** What the whole screen shows, the strongest first. */
export type WallScreen =
  | { show: 'ended' | 'blank' | 'qr' | 'break' | 'start' | 'results' }
  | { show: 'board'; mode: 'auto' | WallMode };

/**
 * @param empty nothing hangs there, as far as the board is known
 * @param order what the host asked for; only a wall left to itself shows a vote's results
 */
export function screenFor(
  hall: Pick<HallState, 'endedAt' | 'timer'>,
  { poll, results }: Pick<StationState, 'poll' | 'results'>,
  order: WallOrder,
  empty: boolean,
): WallScreen {
  if (hall.endedAt !== null) return { show: 'ended' };
  if (order.show === 'blank' || order.show === 'qr') return { show: order.show };
  if (hall.timer?.kind === 'break') return { show: 'break' };
  if (empty) return { show: 'start' };
  const lifted = order.spotlight !== null || (order.lit?.length ?? 0) > 0;
  if (order.show === 'auto' && !lifted && poll?.shown && results) return { show: 'results' };
  return { show: 'board', mode: order.show };
}

const passes = (value: number, { up, down }: Bound, was: boolean) => value >= (was ? down : up);
