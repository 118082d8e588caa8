/** Ids: branded strings made in the browser or on the server, and the patterns that doors check them by. */

declare const brand: unique symbol;
type Brand<Name extends string> = string & { readonly [brand]: Name };

/** One hall (`h_…`). */
export type HallId = Brand<'HallId'>;
/** One station of a hall (`s_…`); also the name of its board document. */
export type StationId = Brand<'StationId'>;
/** One note (`n_…`), made by whoever writes it, so that a repeated send is known as such. */
export type NoteId = Brand<'NoteId'>;
/** One cluster of notes (`c_…`). */
export type ClusterId = Brand<'ClusterId'>;
/** One main point of a summary (`q_…`). */
export type PointId = Brand<'PointId'>;
/** One measure of the plan (`m_…`). */
export type MeasureId = Brand<'MeasureId'>;
/** One person in one hall (`p_…`), as the server knows them; never in a board document. */
export type ParticipantId = Brand<'ParticipantId'>;
/** One session of a person (`x_…`); not the token that proves it. */
export type SessionId = Brand<'SessionId'>;
/** One key of a hall (`k_…`); not the secret itself. */
export type KeyId = Brand<'KeyId'>;

interface IdOf {
  h: HallId;
  s: StationId;
  n: NoteId;
  c: ClusterId;
  q: PointId;
  m: MeasureId;
  p: ParticipantId;
  x: SessionId;
  k: KeyId;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * `length` random characters of base64url (6 bits each).
 * Uses `getRandomValues`: `randomUUID` does not exist on plain http, where a hall's phones live.
 */
export function randomText(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  let text = '';
  for (const byte of bytes) text += ALPHABET[byte & 63];
  return text;
}

/** A fresh id of the given kind, with 120 random bits. */
export function newId<K extends keyof IdOf>(kind: K): IdOf[K] {
  return `${kind}_${randomText(20)}` as IdOf[K];
}

export const NOTE_ID = /^n_[A-Za-z0-9_-]{16,32}$/;
export const CLUSTER_ID = /^c_[A-Za-z0-9_-]{16,32}$/;
export const POINT_ID = /^q_[A-Za-z0-9_-]{16,32}$/;
export const MEASURE_ID = /^m_[A-Za-z0-9_-]{16,32}$/;
export const HALL_ID = /^h_[A-Za-z0-9_-]{16,32}$/;
export const STATION_ID = /^s_[A-Za-z0-9_-]{16,32}$/;
export const PARTICIPANT_ID = /^p_[A-Za-z0-9_-]{16,32}$/;

/** The name of the hall's plan document on the board channel; it lies in the journal as a station's board does. */
export const planOf = (hall: HallId): StationId => `plan_${hall}` as StationId;
export const PLAN_ID = /^plan_h_[A-Za-z0-9_-]{16,32}$/;

/** Letters of a hall's code: no 0/O, 1/I/L, so that it can be read aloud across a room. */
export const CODE_ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
export const CODE_LENGTH = 6;

/** A fresh hall code, such as `K7PMQ2`. Even over the alphabet: bytes beyond the last whole multiple are thrown away. */
export function newCode(): string {
  const limit = 256 - (256 % CODE_ALPHABET.length);
  let code = '';
  while (code.length < CODE_LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(16))) {
      if (byte < limit && code.length < CODE_LENGTH) code += CODE_ALPHABET[byte % CODE_ALPHABET.length];
    }
  }
  return code;
}

/** What a person typed as a code, made comparable: upper case, no spaces or dashes. */
export function tidyCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s\-–.]/g, '');
}
