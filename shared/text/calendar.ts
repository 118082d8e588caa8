/** The words of the calendar file that owners of measures take with them, by the hall's language. */

import type { Locale } from '../domain/locale.ts';

interface CalendarText {
  name: (measure: string) => string;
  title: (days: number, measure: string) => string;
  body: (hall: string) => string;
}

const TEXTS: Record<Locale, CalendarText> = {
  nb: {
    name: (measure) => `Tiltak: ${measure}`,
    title: (days, measure) => `${days} dager: hvordan går det med «${measure}»?`,
    body: (hall) => `Åpne lenken du fikk fra arrangøren av «${hall}», og fortell hvordan det går.`,
  },
  nn: {
    name: (measure) => `Tiltak: ${measure}`,
    title: (days, measure) => `${days} dagar: korleis går det med «${measure}»?`,
    body: (hall) => `Opne lenkja du fekk frå arrangøren av «${hall}», og fortel korleis det går.`,
  },
  en: {
    name: (measure) => `Measure: ${measure}`,
    title: (days, measure) => `${days} days: how is “${measure}” going?`,
    body: (hall) => `Open the link that you got from the organiser of “${hall}”, and tell how it is going.`,
  },
};

export const calendarText = (locale: Locale): CalendarText => TEXTS[locale];
