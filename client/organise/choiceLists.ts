/** What participants may pick from, as a text of lines: "name; kind" for organisations, a name for roles. */

import {
  ORGANISATION_NAME_MAX,
  ORGANISATIONS_MAX,
  type Organisation,
  PERSON_ROLES_MAX,
} from '../../shared/domain/hall.ts';
import { linesOf, oneLine } from './stationWords.ts';

export interface ReadList<T> {
  items: T[];
  /** Lines that said what another line had said. */
  merged: number;
  /** Names (or kinds) that are longer than may be. */
  tooLong: string[];
  /** How many there are beyond what a hall may have. */
  over: number;
}

/**
 * Organisations, a line each. Name and kind are parted by a semicolon, or by a tab, as a spreadsheet's cells are. Of two
 * with the same name the first stays, and takes the other's kind where it has none of its own.
 */
export function readOrganisations(text: string): ReadList<Organisation> {
  const byName = new Map<string, Organisation>();
  let merged = 0;
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  for (const line of lines) {
    const [name = '', kind = ''] = parts(line);
    if (!name) continue;
    const known = byName.get(key(name));
    if (!known) byName.set(key(name), { name, kind });
    else {
      merged++;
      known.kind ||= kind;
    }
  }
  const items = [...byName.values()];
  return {
    items,
    merged,
    tooLong: items.flatMap(({ name, kind }) => [name, kind].filter(isTooLong)),
    over: Math.max(0, items.length - ORGANISATIONS_MAX),
  };
}

/** Roles, a line each. */
export function readRoles(text: string): ReadList<string> {
  const lines = linesOf(text);
  const byName = new Map<string, string>();
  for (const line of lines) if (!byName.has(key(line))) byName.set(key(line), line);
  const items = [...byName.values()];
  return {
    items,
    merged: lines.length - items.length,
    tooLong: items.filter(isTooLong),
    over: Math.max(0, items.length - PERSON_ROLES_MAX),
  };
}

export function writeOrganisations(organisations: readonly Organisation[]): string {
  return organisations.map(({ name, kind }) => (kind ? `${name}; ${kind}` : name)).join('\n');
}

function parts(line: string): string[] {
  const at = line.search(/[;\t]/);
  if (at < 0) return [oneLine(line)];
  return [oneLine(line.slice(0, at)), oneLine(line.slice(at + 1).replace(/[;\t]+/g, ' '))];
}

const key = (name: string) => name.toLocaleLowerCase('nb');
const isTooLong = (name: string) => name.length > ORGANISATION_NAME_MAX;
