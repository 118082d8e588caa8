/** What a person has chosen for this browser: language and look. Nothing chosen means the hall's and the device's. */

import { create } from 'zustand';
import { LOCALES, type Locale } from '../../shared/domain/hall.ts';
import { THEMES, type Theme } from '../style/themes.ts';
import { deviceStorage, readJson } from './deviceStorage.ts';

export interface Settings {
  /** Null: the hall's own language. */
  locale: Locale | null;
  theme: Theme;
}

const KEY = 'vh.settings';

export const useSettings = create<Settings>()(() => readSettings());

/** Chooses, shows and keeps. */
export function choose(change: Partial<Settings>): void {
  useSettings.setState(change);
  deviceStorage.set(KEY, JSON.stringify(useSettings.getState()));
  showTheme(useSettings.getState().theme);
}

/** Sets the look on the page; `system` leaves it to the device. */
export function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

function readSettings(): Settings {
  const kept = readJson<Partial<Settings>>(deviceStorage, KEY) ?? {};
  return {
    locale: LOCALES.find((locale) => locale === kept.locale) ?? null,
    theme: THEMES.find((theme) => theme === kept.theme) ?? 'system',
  };
}
