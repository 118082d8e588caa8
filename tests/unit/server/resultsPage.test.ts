/** The results page's rules that need no server: which kinds are named, what is in a file, how a file is called. */

import { describe, expect, it } from 'vitest';
import { attachment, KindCheck, readFileName } from '../../../server/results/fileKinds.ts';
import { kindsOf } from '../../../server/results/snapshot.ts';
import type { FileKind } from '../../../shared/domain/results.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const isThat = (kind: FileKind, ...pieces: string[]): boolean => {
  const check = new KindCheck(kind);
  try {
    for (const piece of pieces) check.take(bytes(piece));
    check.end();
    return true;
  } catch {
    return false;
  }
};

describe('organisations by kind (RP5)', () => {
  it('names kinds with three or more, and counts all others together', () => {
    const kindOf = new Map([
      ['A', 'Kommune'],
      ['B', 'Kommune'],
      ['C', 'Kommune'],
      ['D', 'Fagforening'],
      ['E', 'Fagforening'],
    ]);
    const names = new Set(['A', 'B', 'C', 'D', 'E', 'Ukjent']);
    expect(kindsOf(names, kindOf)).toEqual([
      { kind: 'Kommune', count: 3 },
      { kind: null, count: 3 },
    ]);
    expect(kindsOf(new Set(['D']), kindOf)).toEqual([{ kind: null, count: 1 }]);
    expect(kindsOf(new Set(), kindOf)).toEqual([]);
  });
});

describe('files (RP7–RP9)', () => {
  it('knows an office file by the name of a part, even where that lies across two pieces', () => {
    const zip = 'PK\u0003\u0004…………………………………';
    expect(isThat('docx', `${zip}word/docu`, 'ment.xml and more')).toBe(true);
    expect(isThat('docx', `${zip}word/docu`, 'mints.xml')).toBe(false);
    expect(isThat('xlsx', `${zip}xl/workbook.xml xl/vbaPro`, 'ject.bin')).toBe(false);
    expect(isThat('odt', `${zip}mimetypeapplication/vnd.oasis.opendocument.text`)).toBe(true);
  });

  it('knows pictures and PDFs by their first bytes, and text by what it has not', () => {
    expect(isThat('png', '\u0089PNG\r\n\u001A\n____')).toBe(true);
    expect(isThat('jpg', '\u00FF\u00D8\u00FF\u00E0____')).toBe(true);
    expect(isThat('webp', 'RIFF____WEBPVP8 ')).toBe(true);
    expect(isThat('webp', 'RIFF____WAVEfmt ')).toBe(false);
    expect(isThat('pdf', '<html>%PDF-')).toBe(false);
    expect(isThat('csv', 'a;b\r\n1;\u00E6\t2\r\n')).toBe(true);
    expect(isThat('csv', 'a;b', '\u0000')).toBe(false);
  });

  it('takes the kind from the end of the name, and a long name keeps its end', () => {
    expect(readFileName('Bilde.JPEG')).toEqual({ name: 'Bilde.JPEG', kind: 'jpg' });
    expect(readFileName('a/b\\c:d.csv').name).toBe('a_b_c_d.csv');
    const { name } = readFileName(`${'x'.repeat(300)}.docx`);
    expect(name).toMatch(/x….docx$/);
    for (const bad of ['', 'pdf', '.pdf', 'a.exe', 'a.pdf.', 'a.html', '\u200B.txt']) {
      expect(() => readFileName(bad), bad).toThrow();
    }
  });

  it('names a file in a header in ASCII and as it is, and nothing breaks out of it', () => {
    const header = attachment('Åse "sa" 100 %\\ (ny).pdf');
    expect(header).toMatch(/^attachment; filename="[^"\\%]*"; filename\*=UTF-8''[A-Za-z0-9.%_~-]+$/);
    expect(decodeURIComponent(header.split("''")[1]!)).toBe('Åse "sa" 100 %\\ (ny).pdf');
  });
});
