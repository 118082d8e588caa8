/**
 * Notes read from files of elsewhere: our own CSV, Mural's and Miro's as far as their columns tell, and any other table
 * or list. Bytes are untrusted: their coding is told, their size is bounded, and what can't hang is passed over with why.
 */

import Papa from 'papaparse';
import type { Level } from '../../shared/domain/hall.ts';
import { cleanText, isBlank, NOTE_MAX, STATION_NOTES_MAX } from '../../shared/domain/note.ts';
import type { LinesFrom, PassedLines, PassedWhy } from '../../shared/protocol/rest.ts';
import { REPORT_TEXTS } from '../../shared/text/report.ts';
import { GUARDED } from './csv.ts';

/** One note as it was read. Lane and months as they stood there. */
export interface NoteLine {
  text: string;
  group?: string;
  round?: number;
  level?: Level;
  lane?: string;
  from?: string;
  to?: string;
}

export interface ReadLines {
  from: LinesFrom;
  lines: NoteLine[];
  /** What was passed over, by why: how many, and the first of them to be told. */
  passed: PassedLines[];
}

const ROWS_MAX = STATION_NOTES_MAX * 2;
const CELLS_MAX = 60;
const TOLD = 20;

const columnsOf = (key: keyof (typeof REPORT_TEXTS)[number]['columns']) =>
  REPORT_TEXTS.map(({ columns }) => columns[key].toLowerCase());
const NAMES = {
  text: [
    ...columnsOf('text'),
    'note',
    'notes',
    'sticky note',
    'sticky note text',
    'sticky notes',
    'content',
    'contents',
    'body',
    'lapp',
    'innhold',
    'innhald',
    'idea',
    'idé',
  ],
  group: [
    ...columnsOf('group'),
    'area',
    'areas',
    'area title',
    'frame',
    'frame title',
    'parent',
    'cluster',
    'category',
    'kategori',
    'tema',
    'theme',
    'section',
    'tag',
    'tags',
  ],
  station: columnsOf('station'),
  round: columnsOf('round'),
  level: columnsOf('level'),
  lane: columnsOf('lane'),
  from: columnsOf('from'),
  to: columnsOf('to'),
} as const;
type Name = keyof typeof NAMES;
const OWN: readonly Name[] = ['station', 'text', 'group', 'round'];
const MURAL =
  /^(position [xy]|area|areas|area title|mural|sticky note|bg color|background color|last updated.*)$/;
const MIRO = /^(frame|frame title|parent|miro.*|widget.*|board.*|item type)$/;

/** @param titles the station's own names: rows of other stations are passed over */
export function readCsv(bytes: Uint8Array, titles: readonly string[]): ReadLines {
  const text = decoded(bytes).replace(/^sep=.\r?\n/i, '');
  const { data } = Papa.parse<string[]>(text, {
    delimitersToGuess: [';', ',', '\t', '|'],
    skipEmptyLines: 'greedy',
    preview: ROWS_MAX,
  });
  const rows = data.map((cells) => cells.slice(0, CELLS_MAX).map((cell) => String(cell ?? '')));
  const head = (rows[0] ?? []).map((name) => name.trim().toLowerCase());
  const at = Object.fromEntries(
    (Object.keys(NAMES) as Name[]).map((name) => [name, columnNamed(head, NAMES[name])]),
  ) as Record<Name, number>;
  if (at.text < 0) return withoutHead(rows);

  const own = OWN.every((name) => at[name] >= 0);
  const read = new Reading(
    own
      ? 'own'
      : head.some((one) => MURAL.test(one))
        ? 'mural'
        : head.some((one) => MIRO.test(one))
          ? 'miro'
          : 'table',
  );
  const here = new Set(titles.map((title) => title.trim().toLowerCase()));
  const stationOf = (cells: string[]) =>
    unguarded(cells[at.station] ?? '')
      .trim()
      .toLowerCase();
  // A file of several stations is read for this one; one that doesn't name it is read whole.
  const choosy = own && rows.slice(1).some((cells) => here.has(stationOf(cells)));
  for (const [index, cells] of rows.entries()) {
    if (index === 0) continue;
    const value = (name: Name) => (at[name] < 0 ? '' : unguarded(cells[at[name]] ?? '').trim());
    if (choosy && !here.has(stationOf(cells))) read.pass('other_station', index + 1);
    else {
      const line: NoteLine = { text: unguarded(cells[at.text] ?? '') };
      for (const name of ['group', 'lane', 'from', 'to'] as const) if (value(name)) line[name] = value(name);
      const round = Number(value('round'));
      if (Number.isInteger(round) && round > 0) line.round = round;
      const level = levelOf(value('level'));
      if (level) line.level = level;
      read.take(line, index + 1);
    }
  }
  return read.done();
}

/** Lines that somebody pasted: a note each, without the bullets and numbers before them. */
export function readPasted(lines: readonly string[]): ReadLines {
  const read = new Reading('list');
  let row = 0;
  for (const pasted of lines) {
    // No more than are looked at: a few million empty lines fit in what may be sent.
    for (const line of pasted.split(/\r\n|[\r\n\u2028\u2029]/, ROWS_MAX - row)) {
      row++;
      if (line.trim() === '') continue;
      read.take({ text: line.replace(/^\s*(?:[-–—•*·▪◦]|\d{1,3}[.)])\s+/u, '') }, row);
    }
    if (row >= ROWS_MAX) break;
  }
  return read.done();
}

/** A table that says of no column what it is: all cells, or the wordiest column where others hold numbers and ids. */
function withoutHead(rows: readonly string[][]): ReadLines {
  const wide = Math.max(0, ...rows.map(({ length }) => length));
  const cells = (column: number) => rows.map((row) => row[column]?.trim() ?? '').filter(Boolean);
  const wordy = (column: number) =>
    cells(column).filter(
      (cell) => /\p{L}{2,}/u.test(cell) && !/^(https?:|#[0-9a-f]{3,8}$|[\w-]{16,}$)/i.test(cell),
    );
  const columns = Array.from({ length: wide }, (_, index) => index);
  const letters = (column: number) => wordy(column).reduce((sum, { length }) => sum + length, 0);
  const plain = columns.every((column) => wordy(column).length >= cells(column).length * 0.8);
  const best = [...columns].sort((a, b) => letters(b) - letters(a)).slice(0, 1);
  const read = new Reading(wide > 1 ? 'table' : 'list');
  for (const [index, row] of rows.entries()) {
    for (const column of plain ? columns : best) {
      const text = row[column] ?? '';
      if (text.trim()) read.take({ text: unguarded(text) }, index + 1);
    }
  }
  return read.done();
}

/** What is taken and what is passed over, while a file is read. */
class Reading {
  readonly #from: LinesFrom;
  readonly #lines: NoteLine[] = [];
  readonly #passed = new Map<PassedWhy, { count: number; rows: number[] }>();

  constructor(from: LinesFrom) {
    this.#from = from;
  }

  take(line: NoteLine, row: number): void {
    const text = cleanText(line.text);
    if (isBlank(text)) this.pass('empty', row);
    else if (text.length > NOTE_MAX) this.pass('too_long', row);
    else if (this.#lines.length >= STATION_NOTES_MAX) this.pass('too_many', row);
    else this.#lines.push({ ...line, text });
  }

  pass(why: PassedWhy, row: number): void {
    const known = this.#passed.get(why) ?? { count: 0, rows: [] };
    known.count++;
    if (known.rows.length < TOLD) known.rows.push(row);
    this.#passed.set(why, known);
  }

  done(): ReadLines {
    return {
      from: this.#from,
      lines: this.#lines,
      passed: [...this.#passed].map(([why, { count, rows }]) => ({ why, count, rows })),
    };
  }
}

const columnNamed = (head: readonly string[], names: readonly string[]) => {
  for (const name of names) {
    const found = head.indexOf(name);
    if (found >= 0) return found;
  }
  return -1;
};

function levelOf(said: string): Level | null {
  const low = said.toLowerCase();
  for (const { levels } of REPORT_TEXTS) {
    if (low === levels.local || low === 'local') return 'local';
    if (low === levels.national || low === 'national') return 'national';
  }
  return null;
}

/** Without the apostrophe that our own files put before what a spreadsheet would run. */
const unguarded = (cell: string) => (GUARDED.test(cell) ? cell.slice(1) : cell);

/** UTF-8, UTF-16 or, where it is neither, Windows-1252. */
export function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const start = bytes.subarray(0, 400);
  const zeros = (odd: number) => start.filter((byte, index) => byte === 0 && index % 2 === odd).length;
  // Latin letters in UTF-16 have a zero in every other byte.
  if (zeros(1) > start.length / 4) return new TextDecoder('utf-16le').decode(bytes);
  if (zeros(0) > start.length / 4) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
