/** What is taken pictures of: each view at the sizes, with the notes, in the looks and languages in which it differs. */

import { LOCALES, type Locale } from '../../shared/domain/hall.ts';
import { paths } from '../../shared/domain/links.ts';
import type { Size } from '../harness/browser.ts';
import type { Stage } from './stage.ts';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
export const NOTES = [0, 5, 200, 2_000] as const;

/** Who looks. */
export type Viewer = 'stranger' | 'person' | 'host' | 'organiser' | 'wall';

export interface View {
  name: string;
  viewer: Viewer;
  sizes: readonly Size[];
  /** The halls that it is taken of, by their notes: one, where it shows none of them. */
  notes: readonly number[];
  url(stage: Stage): string;
  /** What is there once the view stands. */
  stands: string;
  /** What is moved to its end once it stands: a replay begins with an empty wall. */
  toEnd?: string;
  /** The whole page instead of its first screen: taken in one look and language. */
  whole?: boolean;
}

const ALL: readonly Size[] = ['phone', 'laptop', 'wall'];
const SMALL: readonly Size[] = ['phone', 'laptop'];
const LARGE: readonly Size[] = ['laptop', 'wall'];
/** Views that look the same in every hall are taken in this one. */
const COMMON = 200;
const ONE: readonly number[] = [COMMON];
/** More than this no timeline has. */
const FEW: readonly number[] = NOTES.filter((count) => count <= COMMON);

const FIRST_SCREENS: readonly View[] = [
  of('start', 'stranger', SMALL, ONE, () => paths.start(), 'main form'),
  of('join', 'stranger', SMALL, ONE, ({ made }) => paths.joinByCode(made.hall.code), 'main form'),
  of('hall', 'person', ALL, NOTES, ({ hall }) => paths.hall(hall), 'main a'),
  of('pad', 'person', SMALL, NOTES, ({ hall, station }) => paths.pad(hall, station), 'main textarea'),
  of(
    'board',
    'person',
    ALL,
    NOTES,
    ({ hall, station }) => paths.board(hall, station),
    '[role="application"]',
  ),
  of(
    'outline',
    'person',
    SMALL,
    NOTES,
    ({ hall, station }) => paths.outline(hall, station),
    'main textarea, main h2, main li',
  ),
  of(
    'wall',
    'wall',
    LARGE,
    NOTES,
    ({ hall, station, made }) => paths.wall(hall, station, made.keys.wall),
    'main',
  ),
  of(
    'desk',
    'host',
    SMALL,
    NOTES,
    ({ hall, station, made }) => paths.desk(hall, station, made.keys.host[station]!),
    'main button',
  ),
  of(
    'organise',
    'organiser',
    SMALL,
    ONE,
    ({ hall, made }) => paths.organise(hall, made.keys.organiser),
    'main button',
  ),
  of(
    'timeline',
    'person',
    SMALL,
    FEW,
    ({ hall, timeline }) => paths.board(hall, timeline),
    'section[aria-labelledby^="lane-"]',
  ),
  of(
    'timeline-wall',
    'wall',
    LARGE,
    FEW,
    ({ hall, timeline, made }) => paths.wall(hall, timeline, made.keys.wall),
    'main',
  ),
  {
    ...of(
      'replay',
      'host',
      SMALL,
      NOTES,
      ({ hall, station, made }) => `${paths.replay(hall, station)}#${made.keys.host[station]}`,
      'main p:not([role="status"])',
    ),
    toEnd: 'main input[type="range"]',
  },
  of(
    'summary',
    'organiser',
    SMALL,
    ONE,
    ({ told }) => `${paths.summary(told.hall, told.station)}#${told.keys.organiser}`,
    '[data-point]',
  ),
  of(
    'hall-summary',
    'organiser',
    SMALL,
    ONE,
    ({ told }) => `${paths.hallSummary(told.hall)}#${told.keys.organiser}`,
    '[data-point]',
  ),
  of(
    'plan',
    'organiser',
    SMALL,
    ONE,
    ({ told }) => `${paths.plan(told.hall)}#${told.keys.organiser}`,
    '[data-measure]',
  ),
  of(
    'plan-wall',
    'wall',
    LARGE,
    ONE,
    ({ told }) => `${paths.plan(told.hall)}#${told.keys.wall}`,
    'dialog li',
  ),
  of('results', 'stranger', SMALL, ONE, ({ told }) => paths.results(told.address), 'main h2'),
  of('accessibility', 'stranger', SMALL, ONE, () => paths.accessibility(), 'main h1, main h2'),
  of('unknown', 'stranger', SMALL, ONE, () => '/finnes-ikke', 'main'),
];

function of(
  name: string,
  viewer: Viewer,
  sizes: readonly Size[],
  notes: readonly number[],
  url: View['url'],
  stands: string,
): View {
  return { name, viewer, sizes, notes, url, stands };
}

const SCROLLED = [
  ...['start', 'hall', 'desk', 'organise', 'accessibility'],
  ...['replay', 'summary', 'hall-summary', 'plan', 'results'],
];

export const VIEWS: readonly View[] = [
  ...FIRST_SCREENS,
  ...FIRST_SCREENS.filter(({ name }) => SCROLLED.includes(name)).map((view) => ({
    ...view,
    name: `${view.name}-whole`,
    sizes: SMALL,
    notes: ONE,
    whole: true,
  })),
];

/** One picture. */
export interface Shot {
  view: View;
  size: Size;
  notes: number;
  theme: Theme;
  language: Locale;
}

/** All pictures: in bokmål by light and dark for each number of notes, and in the other languages with 200. */
export function allShots(): Shot[] {
  return VIEWS.flatMap((view) =>
    view.sizes.flatMap((size) =>
      LOCALES.flatMap((language) =>
        view.notes.flatMap((notes) =>
          THEMES.filter((theme) => isTaken(view, { notes, theme, language })).map((theme) => ({
            view,
            size,
            notes,
            theme,
            language,
          })),
        ),
      ),
    ),
  );
}

function isTaken(
  { whole }: View,
  { notes, theme, language }: Pick<Shot, 'notes' | 'theme' | 'language'>,
): boolean {
  if (language === 'nb') return !whole || theme === 'light';
  return !whole && notes === COMMON && theme === 'light';
}

/** The picture's name, and its file's. */
export function nameOf({ view, size, notes, theme, language }: Shot): string {
  return [view.name, size, ...(view.notes.length > 1 ? [notes] : []), theme, language].join('-');
}

/** What pictures are chosen by. */
export const FACETS = {
  view: ({ view }: Shot): string => view.name,
  size: ({ size }: Shot): string => size,
  notes: ({ notes }: Shot): string => String(notes),
  theme: ({ theme }: Shot): string => theme,
  language: ({ language }: Shot): string => language,
};
export type Facet = keyof typeof FACETS;
