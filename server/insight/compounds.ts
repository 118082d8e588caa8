/** Takes compounds apart (busstilbud: buss, tilbud) by words that the station or the thesaurus knows. */

import { stemOfFolded } from './stem.ts';
import { fold } from './words/spelling.ts';

const LEAST = 3;
const VOWEL = /[aeiouyæøå]/;

/** Whether a stem is a word of its own, and how sure that is (0: not known). */
export type Known = (stem: string) => number;

/** The stems of the parts of a compound; empty when it can't be taken apart. */
export function splitCompound(word: string, known: Known): string[] {
  const folded = fold(word);
  if (folded.length < 2 * LEAST + 1) return [];
  const found = split(folded, known, 2);
  return found ? found.parts : [];
}

function split(word: string, known: Known, depth: number): { parts: string[]; score: number } | null {
  let best: { parts: string[]; score: number } | null = null;
  for (let at = LEAST; at <= word.length - LEAST; at++) {
    const rest = word.slice(at);
    if (!VOWEL.test(rest)) continue;
    const first = firstPart(word.slice(0, at), known);
    if (!first) continue;
    const tail = stemOfFolded(rest);
    const sure = known(tail);
    if (sure > 0 && tail.length >= LEAST) {
      // Two long parts are likelier than a short one and a long one that happens to be a word.
      const score = first.sure + sure + Math.min(at, word.length - at) * 0.1;
      if (!best || score > best.score) best = { parts: [first.stem, tail], score };
    }
    if (depth > 1 && rest.length > 2 * LEAST) {
      const more = split(rest, known, depth - 1);
      if (more) {
        const score = (first.sure + more.score) * 0.75;
        if (!best || score > best.score) best = { parts: [first.stem, ...more.parts], score };
      }
    }
  }
  return best;
}

/** The first part as it stands, or without the s or e that binds. */
function firstPart(part: string, known: Known): { stem: string; sure: number } | null {
  let best: { stem: string; sure: number } | null = null;
  const tries = [part];
  if (/[se]$/.test(part) && part.length > LEAST) tries.push(part.slice(0, -1));
  for (const one of tries) {
    const key = stemOfFolded(one);
    const sure = key.length >= LEAST ? known(key) : 0;
    if (sure > 0 && (!best || sure > best.sure)) best = { stem: key, sure };
  }
  return best;
}
