/** Secrets of halls: made with 192 random bits, shown once, kept only as hashes. */

import { createHash, randomBytes } from 'node:crypto';
import type { ParticipantId, StationId } from '../../shared/domain/ids.ts';

/** A fresh key or token: 32 characters of base64url. */
export function newSecret(): string {
  return randomBytes(24).toString('base64url');
}

/**
 * Who somebody is at an anonymous station: made from a secret that their browser keeps, and only there. Different at
 * each station, and tied to no participant.
 */
export function pseudonym(stationId: StationId, secret: string): ParticipantId {
  const hash = createHash('sha256').update(`${stationId} ${secret}`).digest('base64url');
  return `p_${hash.slice(0, 24)}` as ParticipantId;
}

/** What is kept of a secret. Plain SHA-256 is enough: a secret of 192 bits can't be guessed from its hash. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
