/** Which families of meaning a stem belongs to, read once from the word lists. */

import { stem } from './stem.ts';
import { PLACE } from './words/fieldsPlace.ts';
import { SOCIETY } from './words/fieldsSociety.ts';

export interface Thesaurus {
  /** Families of a stem. */
  families: ReadonlyMap<string, readonly number[]>;
  /** The field (a number of its own) that each family lies in. */
  fieldOf: readonly number[];
}

export const THESAURUS: Thesaurus = read(`${SOCIETY}\n${PLACE}`);

function read(text: string): Thesaurus {
  const families = new Map<string, number[]>();
  const fieldOf: number[] = [];
  let field = -1;
  for (const line of text.split('\n')) {
    if (line.startsWith('[')) field++;
    // A line with a name begins a family; one that is indented goes on with it.
    const colon = line.indexOf(':');
    if (colon > 0) fieldOf.push(field);
    else if (!line.startsWith(' ')) continue;
    const family = fieldOf.length - 1;
    for (const word of line.slice(colon + 1).split(/\s+/)) {
      if (!word) continue;
      const key = stem(word);
      const known = families.get(key);
      if (!known) families.set(key, [family]);
      else if (!known.includes(family)) known.push(family);
    }
  }
  return { families, fieldOf };
}
