/** Why an update is refused, thrown from wherever it is found. */

import type { Denial } from './policy.ts';

export type RefusalCode =
  | 'malformed'
  | 'foreign_client'
  | 'too_many_clients'
  | NonNullable<Denial>['code']
  | 'round_ahead'
  | 'plan_full'
  | 'too_long';

export class Refusal extends Error {
  readonly code: RefusalCode;
  /** What it is about: the id of a note, point or measure, and a field of it; empty where it is about all. */
  readonly note: string;
  readonly field: string;
  constructor(code: RefusalCode, why: string, note = '', field = '') {
    super(why);
    this.code = code;
    this.note = note;
    this.field = field;
  }
}
