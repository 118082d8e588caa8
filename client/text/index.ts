/**
 * The words people read. Those of the walk through a hall (`walk`) are in the first load in bokmål, so that a phone has
 * a pad in one round trip; those of all other views (`rooms`) come with the first of these views that is opened.
 */

import { create } from 'zustand';
import type { Locale } from '../../shared/domain/hall.ts';
import type { AnyFaultCode } from '../sync/fault.ts';
import type { Rooms } from './rooms.nb.ts';
import { type Walk, walk } from './walk.nb.ts';

/** All texts, in one language. Views that are fetched find `rooms` there: they are fetched together (`loadRooms`). */
export type Text = Walk & Rooms & { faults: Partial<Record<AnyFaultCode, string>> };

const walks: Record<Locale, () => Promise<Walk>> = {
  nb: async () => walk,
  nn: async () => (await import('./walk.nn.ts')).walk,
  en: async () => (await import('./walk.en.ts')).walk,
};
const roomses: Record<Locale, () => Promise<Rooms>> = {
  nb: async () => (await import('./rooms.nb.ts')).rooms,
  nn: async () => (await import('./rooms.nn.ts')).rooms,
  en: async () => (await import('./rooms.en.ts')).rooms,
};

const useShown = create<{ locale: Locale; text: Text }>()(() => ({ locale: 'nb', text: walk as Text }));
let wanted: Locale = 'nb';
let inRooms = false;

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
    await show(locale);
  } catch {
    // No network to fetch them by: what is shown stays, and so does `lang`.
  }
}

/** Fetches the words of the views outside the walk. @throws when they can't be fetched */
export async function loadRooms(): Promise<void> {
  inRooms = true;
  await show(wanted);
}

async function show(locale: Locale): Promise<void> {
  const [walkWords, roomWords] = await Promise.all([walks[locale](), inRooms ? roomses[locale]() : null]);
  // A later choice is on its way, or the rooms were opened meanwhile: that call shows all there is.
  if (wanted !== locale || (inRooms && !roomWords)) return;
  document.documentElement.lang = locale;
  useShown.setState({ locale, text: { ...walkWords, ...roomWords } as Text });
}
