/** Moments as people of a language write them. */

import type { Locale } from '../../shared/domain/hall.ts';
import { tagOf } from '../text/tagOf.ts';

/** Day and time. */
export function moment(at: number, locale: Locale): string {
  return new Intl.DateTimeFormat(tagOf(locale), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}

/** The time of today; of another day with its date. */
export function clock(at: number, locale: Locale, now = Date.now()): string {
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  const day = today ? {} : ({ day: 'numeric', month: 'short' } as const);
  return new Intl.DateTimeFormat(tagOf(locale), { ...day, hour: '2-digit', minute: '2-digit' }).format(at);
}
