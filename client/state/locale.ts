/** Which language is shown: the person's choice, else the hall's, else bokmål. */

import type { Locale } from '../../shared/domain/hall.ts';
import { currentRoute } from '../router.ts';
import { showLocale } from '../text/index.ts';
import { useHallStore } from './hallStore.ts';
import { lastSeenHall } from './knownHalls.ts';
import { useSettings } from './settings.ts';

/** The language to begin with, before the hall has answered. */
export function startingLocale(): Locale {
  const route = currentRoute();
  const hall = 'hall' in route ? lastSeenHall(route.hall) : null;
  return useSettings.getState().locale ?? hall?.locale ?? 'nb';
}

/** Follows the choice and the hall. @returns what stops it */
export function followLocale(): () => void {
  const follow = () => {
    const locale = useSettings.getState().locale ?? useHallStore.getState().hall?.locale;
    if (locale) void showLocale(locale);
  };
  const stops = [
    useSettings.subscribe(follow),
    useHallStore.subscribe(({ hall }, before) => {
      if (hall?.locale !== before.hall?.locale) follow();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
