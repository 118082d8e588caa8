/** The parts of the organiser's page, in the order of the day: what runs now first, what ends it last. */

export const LIVING = [
  'invite',
  'time',
  'stations',
  'rounds',
  'people',
  'links',
  'keys',
  'health',
  'log',
  'take',
  'end',
] as const;
/** Of a hall that is over: the notes to take home come first. */
export const ENDED = ['ended', 'health', 'links', 'keys', 'log'] as const;

export type SectionId = (typeof LIVING)[number] | (typeof ENDED)[number];

/** Open on a phone when one comes. */
export const FIRST_OPEN: readonly SectionId[] = ['ended', 'invite', 'time'];
/** Where the contents stand beside the parts. The same width stands in the style sheets. */
export const WIDE = '(min-width: 62rem)';

/** The id of a part's heading in the page. */
export const headingOf = (id: SectionId) => `part-${id}`;
