/** A file of notes that somebody has chosen, as text that JSON can carry. The server tells what it is. */

/** As much as the server reads. */
const BYTES_MAX = 3 * 1_024 * 1_024;
const PIECE = 0x8000;

export type BroughtFile = { ok: true; csv: string } | { ok: false; why: 'tooLarge' | 'unreadable' };

/** Reads the file. Never rejects: what is wrong is told. */
export async function readBroughtFile(file: Pick<File, 'size' | 'arrayBuffer'>): Promise<BroughtFile> {
  if (file.size > BYTES_MAX) return { ok: false, why: 'tooLarge' };
  const buffer = await file.arrayBuffer().catch(() => null);
  if (!buffer) return { ok: false, why: 'unreadable' };
  const bytes = new Uint8Array(buffer);
  let binary = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return { ok: true, csv: btoa(binary) };
}
