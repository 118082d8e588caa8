/** The checksum of journal rows and snapshots: over the bytes and their seq, so that a row in another's place is bad too. */

import { crc32 } from 'node:zlib';

/** The CRC-32 of `seq` (as decimal text) followed by `bytes`. */
export function checksum(seq: number, bytes: Uint8Array): number {
  return crc32(bytes, crc32(String(seq)));
}
