/** What each place may hold (G3): roots hold maps under well-made ids, those hold known fields, those known values. */

import type { Place } from './place.ts';
import type { Struct } from './readUpdate.ts';
import type { DocShape } from './shape.ts';

/** What is wrong with a struct at its place; null where nothing is. */
export interface Wrong {
  code: 'malformed' | 'too_long';
  why: string;
}

/** Checks a new struct at the place where it will be. */
export function checkAt(
  shape: DocShape,
  { container, key }: Place,
  { content, length }: Struct,
): Wrong | null {
  if (container.in === 'nowhere') return null;
  if (container.in === 'text') {
    if (key !== null) return malformed('a key in a text');
    if (content.kind === 'deleted') return null;
    if (content.kind !== 'string') return malformed('something in a text that is no text');
    return length > shape.parts[container.of]!.texts.get(container.field)!
      ? tooLong('a text too long')
      : null;
  }
  if (key === null) return malformed('a list item where there are fields');
  if (container.in === 'root') {
    const part = shape.parts[container.root];
    if (!part) return null;
    if (!part.id.test(key)) return malformed('an id that is none');
    if (content.kind !== 'map' && content.kind !== 'deleted')
      return malformed(`a ${shape.things} that is no map`);
    return null;
  }
  const part = shape.parts[container.of]!;
  const check = part.values.get(key);
  if (!check && !part.texts.has(key)) return malformed(`a field that no ${shape.things} has`);
  if (content.kind === 'deleted') return null;
  if (!check) return content.kind === 'text' ? null : malformed('a text that is none');
  if (content.kind !== 'json') return malformed('a field that is no plain value');
  for (const value of content.values) {
    // `undefined` and null stand for "no such field": some clients set them so.
    if (value === undefined || value === null || check(value)) continue;
    return part.lines.has(key) && typeof value === 'string'
      ? tooLong(`a ${key} too long`)
      : malformed('a value that the field can’t have');
  }
  return null;
}

const malformed = (why: string): Wrong => ({ code: 'malformed', why });
const tooLong = (why: string): Wrong => ({ code: 'too_long', why });
