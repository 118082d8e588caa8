/** Days as people of a language write them. */

import type { Locale } from '../../shared/domain/hall.ts';
import { tagOf } from '../text/tagOf.ts';

/** The day of a moment. */
export function dayOf(at: number, locale: Locale): string {
  return new Intl.DateTimeFormat(tagOf(locale), { dateStyle: 'long' }).format(at);
}

/** A day that came as `YYYY-MM-DD`, the same wherever it is read. */
export function dayNamed(day: string, locale: Locale): string {
  return new Intl.DateTimeFormat(tagOf(locale), { dateStyle: 'long', timeZone: 'UTC' }).format(
    Date.parse(day),
  );
}
