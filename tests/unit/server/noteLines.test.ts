/** Notes read from files of elsewhere: which column, which letters, what is passed over and why. */

import { describe, expect, test } from 'vitest';
import { notesCsv } from '../../../server/export/csv.ts';
import { decoded, readCsv, readPasted } from '../../../server/export/noteLines.ts';
import { makeReport } from '../../../server/export/report.ts';
import { believableHall } from '../../harness/hallAtRest.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, bom = true) =>
  new Uint8Array(Buffer.from(`${bom ? '\uFEFF' : ''}${text}`, 'utf16le'));

describe('our own CSV', () => {
  test.each(['nb', 'nn', 'en'] as const)(
    'in %s reads back as it was written: texts, groups, rounds, marks',
    (locale) => {
      const tricky = ['=1+1', "'=ikke formel", '"sitat"; og, komma', 'To\nlinjer', '+47', "'"];
      const hall = believableHall(locale, tricky);
      const report = makeReport(hall);
      const bytes = utf8(notesCsv(report));
      for (const station of report.stations) {
        const { from, lines, passed } = readCsv(bytes, [station.title]);
        expect(from).toBe('own');
        const wanted = [
          ...station.groups.flatMap(({ title, notes }) => notes.map((note) => ({ ...note, group: title }))),
          ...station.free.map((note) => ({ ...note, group: undefined })),
        ];
        expect(lines).toEqual(
          wanted.map(({ text, round, level, group, lane, from, to }) => ({
            text,
            round,
            ...(level && { level }),
            ...(group && { group }),
            ...(lane && { lane }),
            ...(from && { from, to }),
          })),
        );
        expect(passed).toEqual([{ why: 'other_station', count: 3 * station.notes, rows: expect.any(Array) }]);
      }
      expect(readCsv(bytes, ['En annen hall']).lines).toHaveLength(4 * report.stations[0]!.notes);
    },
  );
});

describe('files of elsewhere', () => {
  test.each([
    ['Mural', 'mural', 'Text,Area,Position X,Bg color\nEn lapp,Ideer,10,#fff\n,Ideer,1,#fff\nTo,,2,#fff\n'],
    ['Miro', 'miro', 'Frame;Content;Item type\nIdeer;En lapp;sticky\nIdeer;;sticky\n;To;sticky\n'],
    ['a table', 'table', 'Kategori\tTekst\nIdeer\tEn lapp\nIdeer\t \n\tTo\n'],
  ])('%s: text and group are found by what the columns are called', (_, from, text) => {
    const read = readCsv(utf8(text), []);
    expect(read.from).toBe(from);
    expect(read.lines).toEqual([{ text: 'En lapp', group: 'Ideer' }, { text: 'To' }]);
    expect(read.passed).toEqual([{ why: 'empty', count: 1, rows: [3] }]);
  });

  test('a table without a head: all cells where all are words, else the wordiest column', () => {
    const cells = readCsv(utf8('Mer praksis,Flere verter\nBedre tid,\n'), []);
    expect(cells.lines.map(({ text }) => text)).toEqual(['Mer praksis', 'Flere verter', 'Bedre tid']);
    const mixed = readCsv(utf8('12,Mer praksis i året,#ffcc00\n13,Flere verter her,#ffcc00\n'), []);
    expect(mixed.lines.map(({ text }) => text)).toEqual(['Mer praksis i året', 'Flere verter her']);
  });

  test.each([
    ['UTF-8', utf8('tekst\nÆrlig åpen østavind')],
    ['UTF-8 with a mark', utf8('\uFEFFtekst\nÆrlig åpen østavind')],
    ['UTF-16 with a mark', utf16('tekst\nÆrlig åpen østavind')],
    ['UTF-16 without one', utf16('tekst\nÆrlig åpen østavind', false)],
    ['Windows-1252', new Uint8Array(Buffer.from('tekst\nÆrlig åpen østavind', 'latin1'))],
    ['Excel’s own first line', utf8('sep=;\r\ntekst;x\r\nÆrlig åpen østavind;1\r\n')],
  ])('%s is told', (_, bytes) => {
    expect(readCsv(bytes, []).lines).toEqual([{ text: 'Ærlig åpen østavind' }]);
  });

  test('what can’t hang is passed over and told: too long, empty, too many', () => {
    const long = readCsv(utf8(`tekst\n${'x'.repeat(281)}\n"\u0007\u200b"\nbra\n`), []);
    expect(long.lines).toEqual([{ text: 'bra' }]);
    expect(long.passed).toEqual([
      { why: 'too_long', count: 1, rows: [2] },
      { why: 'empty', count: 1, rows: [3] },
    ]);
    const many = readCsv(utf8(`tekst\n${'en til\n'.repeat(6_000)}`), []);
    expect(many.lines).toHaveLength(5_000);
    expect(many.passed[0]).toMatchObject({ why: 'too_many', count: 1_000 });
  });

  test('no bytes make it throw', () => {
    const seed = Number(process.env.SEED ?? 1);
    for (let n = 0; n < 200; n++) {
      const bytes = Uint8Array.from(
        { length: n * 3 },
        (_, index) => (index * 2_654_435_761 * (n + seed)) >>> 24,
      );
      expect(readCsv(bytes, ['x']).lines.length).toBeLessThanOrEqual(5_000);
      expect(typeof decoded(bytes)).toBe('string');
    }
    for (const text of ['', '"', '""""', '"a', ';;;', '\u0000', '__proto__\nx', 'tekst']) {
      expect(Array.isArray(readCsv(utf8(text), []).lines)).toBe(true);
    }
  });
});

test('pasted lines: a note each, without bullets and numbers', () => {
  const { lines } = readPasted([
    '• Første',
    '2) Andre',
    '- Tredje',
    '',
    '  Fjerde\r\nFemte',
    '2026 blir bra',
    '-5 grader',
  ]);
  expect(lines.map(({ text }) => text)).toEqual([
    'Første',
    'Andre',
    'Tredje',
    'Fjerde',
    'Femte',
    '2026 blir bra',
    '-5 grader',
  ]);
});
