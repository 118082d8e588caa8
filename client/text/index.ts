/** The words people read: bokmål is at hand, the others are fetched when somebody chooses them. */

import { create } from 'zustand';
import type { Locale } from '../../shared/domain/hall.ts';
import { nb } from './nb.ts';

/** All texts; the other languages have the same keys and take the same values. */
export type Text = typeof nb;

const loaders: Record<Exclude<Locale, 'nb'>, () => Promise<Text>> = {
  nn: async () => (await import('./nn.ts')).nn,
  en: async () => (await import('./en.ts')).en,
};

const useShown = create<{ locale: Locale; text: Text }>()(() => ({ locale: 'nb', text: nb }));
let wanted: Locale = 'nb';

/** The texts of the present language, live. */
export function useText(): Text {
  return useShown((shown) => shown.text);
}

/** The language that is shown, live. */
export function useLocale(): Locale {
  return useShown((shown) => shown.locale);
}

/** The texts of the present language, outside React. */
export function getText(): Text {
  return useShown.getState().text;
}

/** Shows another language. Where its words can't be fetched just now, the present ones stay. */
export async function showLocale(locale: Locale): Promise<void> {
  wanted = locale;
  try {
    const text = locale === 'nb' ? nb : await loaders[locale]();
    if (wanted !== locale) return;
    document.documentElement.lang = locale;
    useShown.setState({ locale, text });
  } catch {
    // No network to fetch them by: what is shown stays, and so does `lang`.
  }
}
