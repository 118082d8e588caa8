/** The languages that halls and interfaces have: bokmål, nynorsk, English. */

export const LOCALES = ['nb', 'nn', 'en'] as const;
export type Locale = (typeof LOCALES)[number];
