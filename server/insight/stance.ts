/**
 * How a note speaks: of what is wrong, of what could be done, or of what went well. Where notes of several stations lie
 * in one heap, "the bus goes too seldom" and "more departures" are two matters, though both are all about buses.
 */

import { pairAt } from './averageLink.ts';
import { lexical, type Similarity, type Text } from './similarity.ts';
import { BARRIER_WORDS, IDEA_WORDS, SUCCESS_WORDS } from './words/stanceWords.ts';

/** How much of a note speaks in each way. */
export interface Stance {
  wrong: number;
  could: number;
  did: number;
}

const WORD = /\p{L}+|\p{N}+/gu;
/** "For dyrt", "for få", "altfor mye": too much or too little of something. */
const TOO =
  /(?:^|\s)(?:for|altfor)\s+(?:dyr|få|lit|lang|man|my|dårl|se[in]|stor|små|tung|h[øo][gy]|l[aå][gv]|vansk|kompl|kort|svak|treg|sjel)/iu;
const COMPARED = /^\p{L}{3,}(?:ere|are)$/u;
const PAST = /^\p{L}{3,}(?:[klprstg]et|[dklprst]te|dde|[klprst]a)$/u;
const NUMBER = /\p{N}/u;
/** Words at the head of a note tell most: ideas begin with a verb that bids, or with "more". */
const HEAD = 3;
/** How much a note without any sign leans to idea and to success. */
const BARE = 0.5;
/** A heap is mixed when each way of speaking has at least this share of what can be told. */
const MIXED = 0.2;

/** The signs of each way of speaking in a text; all zero where its words don't tell. */
export function stanceOf(text: string): Stance {
  const stance = { wrong: TOO.test(text) ? 1.5 : 0, could: 0, did: 0 };
  const words = text.toLowerCase().match(WORD) ?? [];
  words.forEach((word, at) => {
    if (BARRIER_WORDS.has(word)) stance.wrong += 1;
    if (IDEA_WORDS.has(word)) stance.could += at === 0 ? 1.5 : 0.7;
    else if (at < HEAD && COMPARED.test(word)) stance.could += 0.5;
    if (SUCCESS_WORDS.has(word)) stance.did += 1;
    else if (NUMBER.test(word) || PAST.test(word)) stance.did += 0.4;
  });
  return stance;
}

/** The shares of a way of speaking. A complaint says so: a bare name of a thing is an idea or a success. */
function sharesOf(told: Stance): Stance {
  const bare = told.wrong === 0 ? BARE : 0;
  const stance = { wrong: told.wrong, could: told.could + bare, did: told.did + bare };
  // Half a word's worth of doubt: one weak sign is not the whole truth.
  const all = stance.wrong + stance.could + stance.did + 0.5;
  return { wrong: stance.wrong / all, could: stance.could / all, did: stance.did / all };
}

/** Likeness by words for notes of which nobody knows the station: parts what speaks differently, if the heap is mixed. */
export function heapSimilarity(base: Similarity = lexical()): Similarity {
  return (texts) => {
    const table = base(texts);
    const stances = texts.map(({ text }) => stanceOf(text));
    if (!isMixed(stances)) return table;
    const shares = stances.map(sharesOf);
    for (let high = 1; high < texts.length; high++) {
      for (let low = 0; low < high; low++) {
        const at = pairAt(low, high);
        table.values[at] = table.values[at]! * (1 - apart(shares[low]!, shares[high]!));
      }
    }
    return table;
  };
}

/** Whether texts seem to come from stations that ask for different things. */
export function seemMixed(texts: readonly Text[]): boolean {
  return isMixed(texts.map(({ text }) => stanceOf(text)));
}

function isMixed(stances: readonly Stance[]): boolean {
  const sum = { wrong: 0, could: 0, did: 0 };
  for (const told of stances) {
    // Each note once: one that gives many signs is still one note.
    const all = told.wrong + told.could + told.did + 0.5;
    const [wrong, could, did] = [told.wrong / all, told.could / all, told.did / all];
    sum.wrong += wrong;
    sum.could += could;
    sum.did += did;
  }
  return (
    Math.min(sum.wrong, sum.could, sum.did) >= MIXED * (sum.wrong + sum.could + sum.did) && sum.wrong > 0
  );
}

/** 0 to 1: how surely two notes speak in different ways. */
function apart(a: Stance, b: Stance): number {
  const agree = a.wrong * b.wrong + a.could * b.could + a.did * b.did;
  const told = (a.wrong + a.could + a.did) * (b.wrong + b.could + b.did);
  return Math.min(1, Math.max(0, told - agree * 2));
}
