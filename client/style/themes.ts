/** The looks one can choose: what the device says, or one of the two. */

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
