/** Secrets of halls: made with 192 random bits, shown once, kept only as hashes. */

import { createHash, randomBytes } from 'node:crypto';

/** A fresh key or token: 32 characters of base64url. */
export function newSecret(): string {
  return randomBytes(24).toString('base64url');
}

/** What is kept of a secret. Plain SHA-256 is enough: a secret of 192 bits can't be guessed from its hash. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
