/** What the organiser changes in a hall's record, as pure functions from one record to the next. Each checks first. */

import {
  type Hall,
  type HallMore,
  type HallSettings,
  type Lane,
  moreOf,
  type Organisation,
  STATIONS_MAX,
  type Station,
  type YearKind,
} from '../../shared/domain/hall.ts';
import type { StationId } from '../../shared/domain/ids.ts';
import { cleanLine, cleanText, isBlank } from '../../shared/domain/note.ts';
import type { Round } from '../../shared/domain/round.ts';
import { FaultError } from '../fault.ts';

/** Words of a station as the organiser writes them. */
export interface StationWords {
  title: string;
  question: string;
  explanation: string[];
  levels: boolean;
  /** Of a timeline. */
  lanes?: Lane[];
  year?: YearKind;
}

/** What the organiser sets; what is left out stays. */
export type HallWords = Partial<Omit<HallSettings, 'organisations'>> & {
  title?: string | undefined;
  organisations?: Organisation[] | undefined;
};

/** @throws {FaultError} ended: all can be read, nothing is changed */
export function mustLive(hall: Pick<Hall, 'more' | 'round'>): void {
  if (moreOf(hall).endedAt !== null) throw new FaultError('ended', 'the hall has ended');
}

/** The record with these of its further things changed. */
export function withMore(hall: Hall, changes: Partial<HallMore>): Hall {
  return { ...hall, more: { ...moreOf(hall), ...changes } };
}

/** The record with one of its stations changed. */
export function withChanged(hall: Hall, id: StationId, change: (station: Station) => Station): Hall {
  return { ...hall, stations: hall.stations.map((one) => (one.id === id ? change(one) : one)) };
}

/** A station that lies in the tray. @throws {FaultError} not_found */
export function removedStation(hall: Hall, id: StationId): Station {
  const station = moreOf(hall).removed.find((one) => one.id === id);
  if (!station) throw new FaultError('not_found', 'no such station in the tray', 'stationId');
  return station;
}

/** Title and settings. @throws {FaultError} empty: a title without a letter */
export function withSettings(hall: Hall, { title, ...wanted }: HallWords): Hall {
  const { organisations, roles, ...rest } = wanted;
  const settings: HallSettings = {
    ...moreOf(hall).settings,
    ...given(rest),
    ...(organisations ? { organisations: tidyOrganisations(organisations) } : {}),
    ...(roles ? { roles: unique(roles.map(cleanLine), (role) => role) } : {}),
  };
  const named = title === undefined ? hall : { ...hall, title: lineOf(title, 'title') };
  return withMore(named, { settings });
}

/** All rounds anew. @throws {FaultError} empty; forbidden: one that was started is missing */
export function withRounds(hall: Hall, rounds: readonly Omit<Round, 'n'>[]): Hall {
  if (rounds.length < moreOf(hall).furthest) {
    throw new FaultError('forbidden', 'a round that was started has notes, and stays', 'rounds');
  }
  return {
    ...hall,
    rounds: rounds.map(({ name, colour }, index) => ({
      n: index + 1,
      name: lineOf(name, `rounds.${index}.name`),
      colour,
    })),
  };
}

/** A station's words changed; those left out stay. @throws {FaultError} empty */
export function withWords(station: Station, words: { [Word in keyof StationWords]?: unknown }): Station {
  const wanted = given(words) as Partial<StationWords>;
  if (wanted.title !== undefined) lineOf(wanted.title, 'title');
  if (station.kind !== 'timeline' && (wanted.lanes ?? wanted.year) !== undefined) {
    throw new FaultError(
      'forbidden',
      'only a timeline has lanes and a year',
      wanted.lanes ? 'lanes' : 'year',
    );
  }
  const lanes = wanted.lanes ?? [];
  lanes.forEach((lane, index) => void lineOf(lane.title, `lanes.${index}.title`));
  if (new Set(lanes.map(({ id }) => id)).size < lanes.length) {
    throw new FaultError('malformed', 'two lanes have the same id', 'lanes');
  }
  const tidy = tidyStation({ ...station, ...wanted });
  return { ...tidy, explanation: tidy.explanation.filter((paragraph) => !isBlank(paragraph)) };
}

/** A station as it may stand: one line where there is room for one. */
export function tidyStation(station: Station): Station {
  return {
    ...station,
    title: cleanLine(station.title),
    question: cleanLine(station.question),
    explanation: station.explanation.map(cleanText),
    ...(station.lanes
      ? { lanes: station.lanes.map((lane) => ({ ...lane, title: cleanLine(lane.title) })) }
      : {}),
  };
}

/** One station more, last. @throws {FaultError} too_many */
export function withStation(hall: Hall, station: Station): Hall {
  if (hall.stations.length >= STATIONS_MAX) {
    throw new FaultError('too_many', `a hall has at most ${STATIONS_MAX} stations`);
  }
  return { ...hall, stations: [...hall.stations, station] };
}

/** @throws {FaultError} malformed: not exactly the stations that are */
export function inOrder(hall: Hall, ids: readonly StationId[]): Hall {
  const stations = ids.flatMap((id) => hall.stations.find((station) => station.id === id) ?? []);
  const all = new Set(ids).size === hall.stations.length && stations.length === hall.stations.length;
  if (!all || ids.length !== stations.length) {
    throw new FaultError('malformed', 'name all stations that there are, each once', 'stations');
  }
  return { ...hall, stations };
}

/** The station lies in the tray, as it was. @throws {FaultError} forbidden: the last one */
export function withoutStation(hall: Hall, id: StationId): Hall {
  const station = hall.stations.find((one) => one.id === id);
  if (!station) throw new FaultError('not_found', 'no such station in this hall', 'stationId');
  if (hall.stations.length === 1) {
    throw new FaultError('forbidden', 'the last station stays, or there were nowhere to write', 'stationId');
  }
  const stations = hall.stations.filter((one) => one !== station);
  return withMore({ ...hall, stations }, { removed: [...moreOf(hall).removed, station] });
}

/** The station comes back from the tray, last. @throws {FaultError} not_found, too_many */
export function withReturned(hall: Hall, id: StationId): Hall {
  const station = removedStation(hall, id);
  const removed = moreOf(hall).removed.filter((one) => one.id !== id);
  return withStation(withMore(hall, { removed }), station);
}

/** A short name for files and lists, made of the title; no other station has it, nor one that may come back. */
export function slugFor(hall: Hall, title: string): string {
  const taken = new Set([...hall.stations, ...moreOf(hall).removed].map(({ slug }) => slug));
  const base = slugOf(title) || 'stasjon';
  for (let n = 1; ; n++) {
    const end = n === 1 ? '' : `-${n}`;
    const slug = base.slice(0, 40 - end.length) + end;
    if (!taken.has(slug)) return slug;
  }
}

function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[æä]/g, 'ae')
    .replace(/[øö]/g, 'o')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
}

function lineOf(typed: string, field: string): string {
  const line = cleanLine(typed);
  if (isBlank(line)) throw new FaultError('empty', 'it has no letters that can be seen', field);
  return line;
}

function tidyOrganisations(organisations: readonly Organisation[]): Organisation[] {
  const clean = organisations.map(({ name, kind }) => ({ name: cleanLine(name), kind: cleanLine(kind) }));
  return unique(clean, ({ name }) => name);
}

/** The first of each name; nameless ones (a line left empty in a long list) are passed over. */
function unique<T>(things: readonly T[], nameOf: (thing: T) => string): T[] {
  const byName = new Map<string, T>();
  for (const thing of things) {
    const key = nameOf(thing).toLocaleLowerCase('nb');
    if (!isBlank(key) && !byName.has(key)) byName.set(key, thing);
  }
  return [...byName.values()];
}

/** Without what is undefined. */
function given<T extends object>(fields: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
