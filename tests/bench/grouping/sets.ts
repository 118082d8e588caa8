/** The sets of notes that grouping is measured on, and heaps of made-up notes to measure its time. */

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DEMO_NOTES } from '../../demo/notes.ts';

export interface GoldNote {
  id: string;
  text: string;
  station: string;
  /** The group that people put it in. */
  group: string;
  /** Notes with the same word here say nearly the same. */
  same?: string;
}

const fromRoot = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
/** Beside the repository, and no part of it: it may be missing. */
const DEV = fromRoot('../shared/data/notes-dev.jsonl');

const read = (path: string) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as GoldNote);

/** The set that lies beside the repository, or null where it does not. */
export const devNotes = (): GoldNote[] | null => (existsSync(DEV) ? read(DEV) : null);

/** 122 notes about volunteering among the elderly, with groups. */
export const volunteeringNotes = (): GoldNote[] =>
  read(fromRoot('tests/bench/grouping/notes-volunteering.jsonl'));

/**
 * Four sets of 200 notes, two stations of 100 each, by writers who had seen nothing of this repository. No word, weight
 * or cut was chosen by them: "young people" and "daily climate" were written when all was settled, the other two before
 * the cut was set (by notes-dev). Whoever tunes by them must write new ones.
 */
export const UNSEEN = ['growing-old', 'town-centre', 'young-people', 'daily-climate'] as const;
export const unseenNotes = (name: (typeof UNSEEN)[number]): GoldNote[] =>
  read(fromRoot(`tests/bench/grouping/unseen/${name}.jsonl`));

/** 98 notes in which some say nearly the same, and some only look like it. */
export const alikeNotes = (): GoldNote[] => read(fromRoot('tests/bench/grouping/notes-alike.jsonl'));

/** The demo's notes: longer and freer than people write them in a hall. */
export const demoNotes = (): GoldNote[] =>
  DEMO_NOTES.map(({ text, station, group }, index) => ({
    id: `demo${String(index).padStart(3, '0')}`,
    text,
    station,
    group: group ? `${station} ${group}` : `alone ${index}`,
  }));

export function byStation(notes: readonly GoldNote[]): GoldNote[][] {
  const stations = new Map<string, GoldNote[]>();
  for (const note of notes) stations.set(note.station, [...(stations.get(note.station) ?? []), note]);
  return [...stations.values()];
}

/** Made-up notes of 2 to 15 words, of real words and compounds of them. The same for the same seed. */
export function heapOfNotes(count: number, seed = 7): { id: string; text: string }[] {
  const words = [
    ...new Set(
      [...volunteeringNotes(), ...alikeNotes(), ...demoNotes()].flatMap(({ text }) => text.split(/\s+/)),
    ),
  ];
  let state = seed;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const word = () => words[below(words.length)]!;
  return Array.from({ length: count }, (_, index) => {
    const length = 2 + Math.min(below(14), below(14));
    const text = Array.from({ length }, () => (below(6) === 0 ? `${word()}${word()}` : word())).join(' ');
    return { id: `n${String(index).padStart(5, '0')}`, text };
  });
}
