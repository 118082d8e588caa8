/**
 * `npm run -s insight -- group < notes.jsonl`: groups notes without a server, so that the grouping can be measured on any
 * set. Reads a line `{"id", "text"}` a note and writes a line `{"id", "group"}` a note, in the same order. Notes that name
 * a `station` are grouped station by station, as in a hall; of others it is told by how they speak
 * (`stance.ts`) whether they come from several.
 */

import { text as readAll } from 'node:stream/consumers';
import { nearDuplicates } from './duplicates.ts';
import { EVEN_CUT, groupTexts, HEAP_CUT } from './grouping.ts';
import { type Line, readLines } from './noteLines.ts';
import { heapSimilarity, seemMixed } from './stance.ts';

const HELP = `Usage: npm run -s insight -- group [--cut <factor>] < notes.jsonl
       npm run -s insight -- duplicates < notes.jsonl

Reads one note a line, {"id": "…", "text": "…"}, and writes one line a note, {"id": "…", "group": "…"}.
A note that stands alone gets a group of its own. Notes with a "station" are grouped within it.

  group        notes that belong together; --cut is ${EVEN_CUT}, and ${HEAP_CUT} where notes without
               station seem to come from several; higher is more careful
  duplicates   only notes that say nearly the same
`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const [command, ...rest] = args;
  if (command === '--help' || command === '-h' || rest.includes('--help')) return say(HELP);
  const given = rest[0] === '--cut' && rest.length === 2 ? Number(rest[1]) : null;
  const known = command === 'group' || (command === 'duplicates' && rest.length === 0);
  if (!known || (rest.length > 0 && rest[0] !== '--cut') || !(given === null || (given > 0 && given < 10)))
    return fail(HELP);
  const { notes, faults } = readLines(await readAll(process.stdin));
  if (faults.length > 0) return fail(`${faults.join('\n')}\n`);
  const grouped = command === 'group' ? (part: Line[]) => group(part, given) : duplicateSets;
  const groupOf = new Map<Line, string>();
  let last = 0;
  for (const part of byStation(notes)) {
    for (const members of grouped(part)) {
      last++;
      for (const index of members) groupOf.set(part[index]!, `g${last}`);
    }
  }
  return say(
    notes.map((note) => `${JSON.stringify({ id: note.given, group: groupOf.get(note) })}\n`).join(''),
  );
}

/** Where no line names a station, notes of several may lie in one heap. */
function group(part: readonly Line[], given: number | null): number[][] {
  return part[0]?.station || !seemMixed(part)
    ? groupTexts(part, given ?? EVEN_CUT)
    : groupTexts(part, given ?? HEAP_CUT, heapSimilarity());
}

function duplicateSets(part: Line[]): number[][] {
  const sets = nearDuplicates(part).map(({ members }) => members);
  const taken = new Set(sets.flat());
  return [...sets, ...part.flatMap((_, index) => (taken.has(index) ? [] : [[index]]))];
}

function byStation(notes: readonly Line[]): Line[][] {
  const stations = new Map<string, Line[]>();
  for (const note of notes) stations.set(note.station, [...(stations.get(note.station) ?? []), note]);
  return [...stations.values()];
}

function say(text: string): number {
  process.stdout.write(text);
  return 0;
}

function fail(text: string): number {
  process.stderr.write(text);
  return 1;
}
