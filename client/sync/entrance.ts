/** How one comes into a hall: by the key that a link carried, or by a session that this browser has. */

import type { Role } from '../../shared/domain/hall.ts';
import type { HallId } from '../../shared/domain/ids.ts';
import type { SessionInfo } from '../../shared/protocol/rest.ts';
import { dropKey, keyInAddress } from '../router.ts';
import { knownKeys, rememberKeys } from '../state/knownHalls.ts';
import { type Outcome, passes } from './fault.ts';
import { liveSessions, openSession } from './session.ts';

/**
 * What a view needs one to be. `wall`: a wall's session if there is one, else whatever may look. `participant`: that and
 * no more, whatever else this browser may.
 */
export type Need = 'any' | 'host' | 'organiser' | 'wall' | 'participant';

export type Entrance =
  | { state: 'opening'; slow: boolean }
  | { state: 'open'; hall: HallId; role: Role | undefined }
  | { state: 'refused'; why: 'bad_key' | 'no_right' };

const RETRY_MS = 3_000;
/** Roles that will do, the best first. */
const ROLES_FOR: Record<Need, readonly (Role | undefined)[]> = {
  any: [undefined],
  host: ['host', 'organiser'],
  organiser: ['organiser'],
  wall: ['wall', undefined],
  participant: ['participant'],
};
/** Keys are far longer than the short code that stands for one of them. */
const CODE_MAX = 12;

/** Opens the door, telling how it goes; tries by itself until there is an answer. @returns what stops it */
export function enter(hall: HallId, need: Need, tell: (entrance: Entrance) => void): () => void {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const attempt = async (slow: boolean) => {
    tell({ state: 'opening', slow });
    const entrance = await tryOnce(hall, need);
    if (stopped) return;
    if (entrance) return tell(entrance);
    tell({ state: 'opening', slow: true });
    timer = setTimeout(() => void attempt(true), RETRY_MS);
  };
  void attempt(false);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

/** @returns null where no answer came */
async function tryOnce(hall: HallId, need: Need): Promise<Entrance | null> {
  const key = keyInAddress();
  if (key) {
    const outcome = await openSession(key.length > CODE_MAX ? { key } : { code: key });
    if (!outcome.ok && passes(outcome.error.code)) return null;
    dropKey();
    if (outcome.ok) {
      const { role, hallId, stations } = outcome.data;
      // Whoever opened the organiser's link may want to hand it on, and the server can't tell it again.
      if (role === 'organiser') rememberKeys(hallId, { organiser: key });
      // A host hands the desk on by the link they came by.
      const desk = role === 'host' && stations.find((id) => location.pathname.endsWith(id));
      if (desk) rememberKeys(hallId, { host: { ...knownKeys(hallId).host, [desk]: key } });
      return { state: 'open', hall: hallId, role };
    }
  }
  // The hall channel itself finds out whether one is in, one round trip sooner.
  if (need === 'any') return { state: 'open', hall, role: undefined };
  const outcome = await liveSessions();
  if (!outcome.ok) return passes(outcome.error.code) ? null : { state: 'refused', why: 'no_right' };
  return chooseRole(hall, need, outcome) ?? { state: 'refused', why: key ? 'bad_key' : 'no_right' };
}

function chooseRole(
  hall: HallId,
  need: Need,
  { data: sessions }: Extract<Outcome<SessionInfo[]>, { ok: true }>,
): Entrance | null {
  const roles = sessions.filter(({ hallId }) => hallId === hall).map(({ role }) => role);
  for (const role of ROLES_FOR[need]) {
    if (role ? roles.includes(role) : roles.length > 0) return { state: 'open', hall, role };
  }
  return null;
}
