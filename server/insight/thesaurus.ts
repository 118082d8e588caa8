/**
 * What words mean, read once from the word lists: the sense of a word, the family that the sense lies in, and the circles
 * of families that lie near each other (`words/circles`).
 *
 * The lists are written so. `[…]` is a heading for those who read. `name: …` begins a family, and indented lines go on
 * with it. ` / ` parts the senses of a family: words of one sense say the same or its opposite, words of one family speak
 * of the same matter. What follows ` + ` speaks of the family and of no one sense. What follows `~` only hints at the
 * family, being said of much else. `ikke_råd` is a phrase; within it, a word means nothing but what the phrase is about.
 */

import { stem } from './stem.ts';
import { CIRCLES } from './words/circles.ts';
import { CARE } from './words/fieldsCare.ts';
import { MEANS } from './words/fieldsMeans.ts';
import { PEOPLE } from './words/fieldsPeople.ts';
import { PLACE } from './words/fieldsPlace.ts';
import { RULE } from './words/fieldsRule.ts';
import { WORK } from './words/fieldsWork.ts';
import { STOP_WORDS } from './words/functionWords.ts';

/** One thing that a word or a phrase may mean. */
export interface Meaning {
  family: number;
  /** Circles of families that lie near each other. */
  circles: readonly number[];
  /** Null where the word says the family and no sense of it. */
  sense: number | null;
  /** The word only hints at the family. */
  hint: boolean;
}

export interface Thesaurus {
  /** What a stem may mean. */
  words: ReadonlyMap<string, readonly Meaning[]>;
  /** Phrases by their first stem, the longest first. */
  phrases: ReadonlyMap<string, readonly Phrase[]>;
}

export interface Phrase {
  stems: readonly string[];
  meanings: readonly Meaning[];
}

const PART = /\p{L}+|\p{N}+/gu;

export const THESAURUS: Thesaurus = read([MEANS, RULE, WORK, CARE, PEOPLE, PLACE].join('\n'));

function read(text: string): Thesaurus {
  const meanings = new Map<string, Meaning[]>();
  const circlesOf = readCircles();
  let circles: readonly number[] = [];
  let [family, sense] = [-1, -1];
  let mode: 'sense' | 'family' | 'hint' = 'sense';
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) {
      family++;
      sense++;
      circles = circlesOf.get(line.slice(0, colon)) ?? [];
      mode = 'sense';
    } else if (!line.startsWith(' ')) continue;
    for (const entry of line.slice(colon + 1).split(/\s+/)) {
      if (entry === '/') {
        sense++;
        mode = 'sense';
        continue;
      }
      if (entry === '+') mode = 'family';
      if (entry.startsWith('~')) mode = 'hint';
      const parts = (entry.match(PART) ?? []).map((part) => part.toLowerCase());
      // A word of grammar alone means nothing here, though it may stand in a phrase.
      if (parts.length === 0 || (parts.length === 1 && STOP_WORDS.has(parts[0]!))) continue;
      add(meanings, parts.map(stem).join(' '), {
        family,
        circles,
        sense: mode === 'sense' ? sense : null,
        hint: mode === 'hint',
      });
    }
  }
  return sorted(meanings);
}

/** The circles that each family is in, by its name. */
function readCircles(): Map<string, number[]> {
  const circles = new Map<string, number[]>();
  CIRCLES.split('\n').forEach((line, circle) => {
    for (const name of line.split(' ').filter(Boolean))
      circles.set(name, [...(circles.get(name) ?? []), circle]);
  });
  return circles;
}

/** A word counts once a family, by its nearest meaning there. */
function add(meanings: Map<string, Meaning[]>, key: string, meaning: Meaning): void {
  const known = meanings.get(key);
  if (!known) {
    meanings.set(key, [meaning]);
    return;
  }
  const same = known.findIndex(({ family }) => family === meaning.family);
  if (same < 0) known.push(meaning);
  else if (known[same]!.hint) known[same] = meaning;
}

function sorted(meanings: ReadonlyMap<string, readonly Meaning[]>): Thesaurus {
  const words = new Map<string, readonly Meaning[]>();
  const phrases = new Map<string, Phrase[]>();
  for (const [key, found] of meanings) {
    const stems = key.split(' ');
    if (stems.length === 1) words.set(key, found);
    else phrases.set(stems[0]!, [...(phrases.get(stems[0]!) ?? []), { stems, meanings: found }]);
  }
  for (const list of phrases.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  return { words, phrases };
}
