/** How a browser is asked for a language's dates and figures. */

import type { Locale } from '../../shared/domain/hall.ts';

/** Nynorsk is asked for as bokmål: they write dates alike, and Chromium, which has no nynorsk, would take the device's own. */
export const tagOf = (locale: Locale): string => (locale === 'en' ? 'en-GB' : 'nb');
