/**
 * A summary by rules: main points from the groups that people made, in the participants' own words, and every note
 * that stands alone. Pure. Rules SU1–SU9 in docs/SPEC.md.
 */

import type { Locale } from '../../shared/domain/hall.ts';
import type { ClusterId, NoteId, PointId, StationId } from '../../shared/domain/ids.ts';
import { cleanLine, isBlank } from '../../shared/domain/note.ts';
import {
  MAIN_POINTS,
  POINT_LINE_MAX,
  POINT_TITLE_MAX,
  type PointView,
  SOURCES_MAX,
} from '../../shared/plan/planDoc.ts';
import { type Source, sourceOf } from '../../shared/plan/source.ts';
import type { Digest } from './digest.ts';
import { titleOf } from './naming.ts';

/** What hangs at a station, as a summary is drawn from it. */
export interface StationMaterial {
  station: StationId;
  notes: { id: NoteId; text: string }[];
  /** Groups that people made, after all merges. */
  groups: MaterialGroup[];
}

export interface MaterialGroup {
  id: ClusterId;
  title: string;
  notes: NoteId[];
  /** Null: nobody knows. */
  writers: number | null;
  /** How many rounds its notes are of. */
  rounds: number;
  /** As far as they are shown. */
  votes: number;
}

/** A point as drafted; its order is its place in the list. */
export type DraftPoint = Pick<PointView, 'title' | 'line' | 'sources' | 'single' | 'check'>;

/** Single voices that stand in a summary by themselves; the loneliest. What is beyond is told of by the coverage line. */
export const SINGLES_MAX = 40;
/** So many of the loneliest come before all else. */
const LONELIEST = 20;
/** A quote in a line, so that there is room for three. */
const QUOTE_MAX = 180;
const QUOTES = 3;

/** The station's summary as a draft: main points by weight, then single voices. */
export function summarise(material: StationMaterial, digest: Digest, locale: Locale): DraftPoint[] {
  const mains = mainPoints(material, digest, locale);
  return [...mains, ...singleVoices(material, digest, mains)];
}

/** From the groups that people made; where these hold less than half of the notes, what seems to belong together too. */
export function mainPoints(
  { station, notes, groups }: StationMaterial,
  digest: Digest,
  locale: Locale,
): DraftPoint[] {
  const texts = new Map(notes.map(({ id, text }) => [id, text]));
  const wordsOf = (ids: readonly string[]) =>
    ids.flatMap((id) => texts.get(id as NoteId) ?? []).filter(isSeen);
  const made = groups
    .map((group, index) => ({ group, voices: wordsOf(digest.voices[index] ?? []) }))
    .filter(({ group, voices }) => group.notes.length > 1 && voices.length > 0)
    .sort((a, b) => weightOf(b.group) - weightOf(a.group) || (a.group.id < b.group.id ? -1 : 1))
    .map(({ group, voices }) =>
      pointOf(isSeen(group.title) ? group.title : null, voices, [sourceOf(station, group.id)], locale),
    );
  const held = groups.reduce((sum, group) => sum + (group.notes.length > 1 ? group.notes.length : 0), 0);
  const drafted = digest.drafted.flatMap((group) => {
    const voices = wordsOf(group.voices);
    const sources = group.notes.slice(0, SOURCES_MAX).map((id) => sourceOf(station, id as NoteId));
    return voices.length > 0 ? [pointOf(null, voices, sources, locale)] : [];
  });
  const all = held * 2 >= notes.length ? made : [...made, ...drafted];
  return all.slice(0, MAIN_POINTS);
}

/**
 * What stands alone, a point each: also a group of one, under the title that somebody gave it; and, where there is room,
 * the notes of what seemed to belong together and is none of the main points.
 */
export function singleVoices(
  { station, notes, groups }: StationMaterial,
  { alone, drafted }: Digest,
  mains: readonly Pick<DraftPoint, 'sources'>[],
): DraftPoint[] {
  const spoken = new Set<string>(mains.flatMap(({ sources }) => sources));
  // What hardly hangs together first: likeliest it is two lone notes.
  const passedOver = drafted
    .toReversed()
    .flatMap((group) => group.notes)
    .filter((id) => !spoken.has(sourceOf(station, id as NoteId)));
  const texts = new Map(notes.map(({ id, text }) => [id, text]));
  const titled = groups.filter((group) => group.notes.length === 1);
  const inOne = new Map(titled.map((group) => [group.notes[0]!, group]));
  // A note that a person put apart under a title is no less alone for being like others; neither kind crowds the other out.
  const ids = new Set([...alone.slice(0, LONELIEST), ...inOne.keys(), ...alone, ...passedOver] as NoteId[]);
  const singles: DraftPoint[] = [];
  for (const id of ids) {
    const text = texts.get(id);
    if (text === undefined || !isSeen(text)) continue;
    const title = inOne.get(id)?.title ?? '';
    const words = cleanLine(text);
    const named = isSeen(title);
    const whole = words.length <= POINT_TITLE_MAX;
    singles.push({
      title: named ? title : shortened(words, POINT_TITLE_MAX),
      line: named || !whole ? shortened(words, POINT_LINE_MAX) : '',
      sources: [sourceOf(station, id)],
      single: true,
    });
  }
  return singles.slice(0, SINGLES_MAX);
}

/** A point of the hall's own summary may be drawn from: one of a station's, whether written or only drafted. */
export interface StationPoint extends DraftPoint {
  /** Absent where it is a draft that stands nowhere. */
  id?: PointId;
}

/** The hall's summary: the first point of each station, then the second of each, and so on; single voices likewise. */
export function summariseHall(stations: readonly (readonly StationPoint[])[]): DraftPoint[] {
  const mains = inTurns(stations.map((points) => points.filter(({ single }) => !single)));
  const singles = inTurns(stations.map((points) => points.filter(({ single }) => single)));
  return [...mains.slice(0, MAIN_POINTS), ...singles.slice(0, SINGLES_MAX)].map(({ id, ...point }) => ({
    ...point,
    sources: id ? [id] : point.sources,
  }));
}

/**
 * What of a draft shall be written beside the points that people made or changed: nothing twice, and no more than a
 * summary holds.
 */
export function beside(
  draft: readonly DraftPoint[],
  kept: readonly Pick<PointView, 'sources' | 'single'>[],
  notesOf: (sources: readonly Source[]) => ReadonlySet<string>,
): DraftPoint[] {
  const held = new Set(kept.flatMap(({ sources }) => [...notesOf(sources)]));
  const room = { main: MAIN_POINTS, single: SINGLES_MAX };
  for (const { single } of kept) room[single ? 'single' : 'main']--;
  return draft.filter(({ sources, single }) => {
    const notes = [...notesOf(sources)];
    const known = notes.filter((note) => held.has(note)).length;
    if (notes.length > 0 && known * 2 >= notes.length) return false;
    return room[single ? 'single' : 'main']-- > 0;
  });
}

function pointOf(
  title: string | null,
  voices: readonly string[],
  sources: Source[],
  locale: Locale,
): DraftPoint {
  const [first, ...rest] = voices as [string, ...string[]];
  const words = title === null ? titleOf(first) : shortened(cleanLine(title), POINT_TITLE_MAX);
  // The note in the middle is the title: it is said again only where it did not fit.
  const quoted = title === null && !words.endsWith('…') ? rest : voices;
  return { title: words, line: quotesOf(quoted, locale), sources };
}

/** The first few of these texts as quotes in one line; nothing in it but what they say. */
export function quotesOf(texts: readonly string[], locale: Locale): string {
  const [open, close] = locale === 'en' ? ['“', '”'] : ['«', '»'];
  const said = [...new Set(texts.map(cleanLine).filter(isSeen))].slice(0, QUOTES);
  return said.map((text) => `${open}${shortened(text, QUOTE_MAX)}${close}`).join(' · ');
}

/** The text, or its first words where it is longer. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:–-]+$|[\uD800-\uDBFF]$/u, '')}…`;
}

function weightOf({ notes, writers, rounds, votes }: MaterialGroup): number {
  return notes.length + votes + (writers ?? notes.length) / 2 + Math.max(0, rounds - 1);
}

/** The first of each list, then the second of each. */
function inTurns<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) =>
    lists.flatMap((list) => (at < list.length ? [list[at]!] : [])),
  ).flat();
}

const isSeen = (text: string) => !isBlank(text);
