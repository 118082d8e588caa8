/** Where things are in the browser: one place for paths, so that links of the server and routes of the client agree. */

import type { HallId, StationId } from './ids.ts';

/**
 * Keys travel in the fragment: it reaches no server log and no Referer, and is exchanged by POST.
 * The join code may stand in the path: it is a convenience, not a secret.
 */
export const paths = {
  start: () => '/',
  join: () => '/join',
  joinByCode: (code: string) => `/j/${code}`,
  joinByKey: (key: string) => `/join#${key}`,
  hall: (hall: HallId) => `/hall/${hall}`,
  pad: (hall: HallId, station: StationId) => `/hall/${hall}/pad/${station}`,
  board: (hall: HallId, station: StationId) => `/hall/${hall}/board/${station}`,
  outline: (hall: HallId, station: StationId) => `/hall/${hall}/outline/${station}`,
  wall: (hall: HallId, station: StationId, key?: string) =>
    `/hall/${hall}/wall/${station}${key ? `#${key}` : ''}`,
  /** The foyer's screen: all stations of the hall. */
  hallWall: (hall: HallId, key?: string) => `/hall/${hall}/wall${key ? `#${key}` : ''}`,
  /** The board for many hands, on a touch screen. `key`: a join key, or the short code. */
  touch: (hall: HallId, station: StationId, key?: string) =>
    `/hall/${hall}/touch/${station}${key ? `#${key}` : ''}`,
  desk: (hall: HallId, station: StationId, key?: string) =>
    `/hall/${hall}/desk/${station}${key ? `#${key}` : ''}`,
  organise: (hall: HallId, key?: string) => `/hall/${hall}/organise${key ? `#${key}` : ''}`,
  /** A4 pages to print: one for the hall, one for each station. */
  posters: (hall: HallId) => `/hall/${hall}/posters`,
  /** A station's main points. */
  summary: (hall: HallId, station: StationId) => `/hall/${hall}/summary/${station}`,
  /** The hall's own summary, with all stations'. */
  hallSummary: (hall: HallId) => `/hall/${hall}/summary`,
  /** The measures: the picture, the order of action, the first 90 days. */
  plan: (hall: HallId) => `/hall/${hall}/plan`,
  /** A station's day, minute by minute. */
  replay: (hall: HallId, station: StationId) => `/hall/${hall}/replay/${station}`,
  /** A published results page. */
  results: (address: string) => `/r/${address}`,
  /** Where the owner of a measure tells how it goes. */
  measureOwner: (key: string) => `/measure#${key}`,
  accessibility: () => '/tilgjengelighet',
} as const;

/** What a path shows. */
export type Route =
  | { view: 'start' | 'accessibility' | 'measureOwner' }
  | { view: 'results'; address: string }
  | { view: 'join'; code?: string }
  | { view: 'hall' | 'organise' | 'posters' | 'hallWall' | 'hallSummary' | 'plan'; hall: HallId }
  | {
      view: 'pad' | 'board' | 'outline' | 'wall' | 'touch' | 'desk' | 'summary' | 'replay';
      hall: HallId;
      station: StationId;
    }
  | { view: 'unknown' };

/** Reads a path (`location.pathname`) as a route. */
export function readRoute(path: string): Route {
  const [first, hall, view, station, ...rest] = path.split('/').filter(Boolean);
  if (rest.length > 0) return { view: 'unknown' };
  if (!first) return { view: 'start' };
  if (first === 'tilgjengelighet' && !hall) return { view: 'accessibility' };
  if (first === 'join' && !hall) return { view: 'join' };
  if (first === 'measure' && !hall) return { view: 'measureOwner' };
  if (first === 'r' && hall && !view) return { view: 'results', address: decodeURIComponent(hall) };
  if (first === 'j' && hall && !view) return { view: 'join', code: decodeURIComponent(hall) };
  if (first !== 'hall' || !hall) return { view: 'unknown' };
  if (!view) return { view: 'hall', hall: hall as HallId };
  if (view === 'summary' && !station) return { view: 'hallSummary', hall: hall as HallId };
  if ((view === 'organise' || view === 'posters' || view === 'plan') && !station)
    return { view, hall: hall as HallId };
  if (view === 'wall' && !station) return { view: 'hallWall', hall: hall as HallId };
  if (station && isStationView(view)) return { view, hall: hall as HallId, station: station as StationId };
  return { view: 'unknown' };
}

type StationView = Extract<Route, { station: StationId }>['view'];
const STATION_VIEWS: readonly string[] = [
  'pad',
  'board',
  'outline',
  'wall',
  'touch',
  'desk',
  'summary',
  'replay',
] satisfies StationView[];
const isStationView = (view: string | undefined): view is StationView =>
  view !== undefined && STATION_VIEWS.includes(view);
