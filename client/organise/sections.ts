/** The parts of the organiser's page, in the order of the day: what runs now first, what ends it last. */

import type { HallState } from '../../shared/protocol/hallEvents.ts';

export const LIVING = [
  'invite',
  'time',
  'stations',
  'rounds',
  'people',
  'model',
  'links',
  'keys',
  'health',
  'log',
  'past',
  'take',
  'publish',
  'again',
  'end',
] as const;
/** Of a hall that is over: the notes to take home come first. */
export const ENDED = ['ended', 'publish', 'past', 'again', 'health', 'links', 'keys', 'log'] as const;

/** The parts that this hall's page has: of a language model where the server has one. */
export function sectionsOf({ endedAt, model }: Pick<HallState, 'endedAt' | 'model'>): readonly SectionId[] {
  if (endedAt !== null) return ENDED;
  return LIVING.filter((id) => id !== 'model' || model !== null);
}

export type SectionId = (typeof LIVING)[number] | (typeof ENDED)[number];

/** Open on a phone when one comes. */
export const FIRST_OPEN: readonly SectionId[] = ['ended', 'invite', 'time'];
/** Where the contents stand beside the parts. The same width stands in the style sheets. */
export const WIDE = '(min-width: 62rem)';

/** The id of a part's heading in the page. */
export const headingOf = (id: SectionId) => `part-${id}`;
