/** The days of a measure's checks as a calendar file. The owner's link is not in it: calendars are shared and synchronised. */

import ical from 'ical-generator';
import type { MeasureId } from '../../shared/domain/ids.ts';
import type { OwnedMeasure } from '../../shared/domain/results.ts';
import { calendarText } from '../../shared/text/calendar.ts';

/** Whole days, one event a check that has a day. */
export function checksCalendar(id: MeasureId, { hall, locale, measure, checks }: OwnedMeasure): string {
  const text = calendarText(locale);
  const calendar = ical({ name: text.name(measure.title), prodId: '//Vandrehallen//Vandrehallen//NO' });
  for (const { check, day } of checks) {
    if (day === null) continue;
    calendar.createEvent({
      id: `${id}-${check}@vandrehallen`,
      start: day,
      allDay: true,
      summary: text.title(check, measure.title),
      description: text.body(hall),
    });
  }
  return calendar.toString();
}
