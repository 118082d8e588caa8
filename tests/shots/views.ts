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
  /** Whether it shows the hall's notes; the others are the same in every hall. */
  ofNotes: boolean;
  url(stage: Stage): string;
  /** What is there once the view stands. */
  stands: string;
  /** The whole page instead of its first screen: taken in one look and language. */
  whole?: boolean;
}

const ALL: readonly Size[] = ['phone', 'laptop', 'wall'];
const SMALL: readonly Size[] = ['phone', 'laptop'];
const LARGE: readonly Size[] = ['laptop', 'wall'];

const FIRST_SCREENS: readonly View[] = [
  of('start', 'stranger', SMALL, false, () => paths.start(), 'main form'),
  of('join', 'stranger', SMALL, false, ({ made }) => paths.joinByCode(made.hall.code), 'main form'),
  of('hall', 'person', ALL, true, ({ hall }) => paths.hall(hall), 'main a'),
  of('pad', 'person', SMALL, true, ({ hall, station }) => paths.pad(hall, station), 'main textarea'),
  of('board', 'person', ALL, true, ({ hall, station }) => paths.board(hall, station), '[role="application"]'),
  of(
    'outline',
    'person',
    SMALL,
    true,
    ({ hall, station }) => paths.outline(hall, station),
    'main textarea, main h2, main li',
  ),
  of(
    'wall',
    'wall',
    LARGE,
    true,
    ({ hall, station, made }) => paths.wall(hall, station, made.keys.wall),
    'main',
  ),
  of(
    'desk',
    'host',
    SMALL,
    true,
    ({ hall, station, made }) => paths.desk(hall, station, made.keys.host[station]!),
    'main button',
  ),
  of(
    'organise',
    'organiser',
    SMALL,
    false,
    ({ hall, made }) => paths.organise(hall, made.keys.organiser),
    'main button',
  ),
  of('accessibility', 'stranger', SMALL, false, () => paths.accessibility(), 'main h1, main h2'),
  of('unknown', 'stranger', SMALL, false, () => '/finnes-ikke', 'main'),
];

function of(
  name: string,
  viewer: Viewer,
  sizes: readonly Size[],
  ofNotes: boolean,
  url: View['url'],
  stands: string,
): View {
  return { name, viewer, sizes, ofNotes, url, stands };
}

const SCROLLED = ['start', 'hall', 'desk', 'organise', 'accessibility'];

export const VIEWS: readonly View[] = [
  ...FIRST_SCREENS,
  ...FIRST_SCREENS.filter(({ name }) => SCROLLED.includes(name)).map((view) => ({
    ...view,
    name: `${view.name}-whole`,
    sizes: SMALL,
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

/** Views that show no notes are taken in this hall. */
const COMMON = 200;

/** All pictures: in bokmål by light and dark for each number of notes, and in the other languages with 200. */
export function allShots(): Shot[] {
  return VIEWS.flatMap((view) =>
    view.sizes.flatMap((size) =>
      LOCALES.flatMap((language) =>
        NOTES.flatMap((notes) =>
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
  { ofNotes, whole }: View,
  { notes, theme, language }: Pick<Shot, 'notes' | 'theme' | 'language'>,
): boolean {
  if (whole) return notes === COMMON && theme === 'light' && language === 'nb';
  if (!ofNotes) return notes === COMMON;
  if (language === 'nb') return true;
  return notes === COMMON && theme === 'light';
}

/** The picture's name, and its file's. */
export function nameOf({ view, size, notes, theme, language }: Shot): string {
  return [view.name, size, ...(view.ofNotes ? [notes] : []), theme, language].join('-');
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
