/** Reports opened by other programs: LibreOffice and poppler read back what we wrote, in order, whatever people wrote. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { measuresCsv, notesCsv } from '../../server/export/csv.ts';
import { hallDocx } from '../../server/export/docx.ts';
import { hallPdf } from '../../server/export/pdf.ts';
import { hallPptx } from '../../server/export/pptx.ts';
import { makeReport } from '../../server/export/report.ts';
import { believableHall, MEASURES } from '../harness/hallAtRest.ts';
import { hasOfficePrograms } from '../harness/officePrograms.ts';
import { tempFolder } from '../harness/serverProcess.ts';

const HOSTILE = [
  '</w:t></w:r></w:p> & <a:t> ]]> <!--',
  'styretegn \u0000\u0007\u000b\ufffe\uffff her',
  'halvt tegn \ud83d slutt',
  'retning \u202eomvendt\u2066 og \u200fslutt',
  'æ'.repeat(2_000),
  'ord '.repeat(500),
  '=HYPERLINK("http://evil.example";"Klikk")',
  '=41000+3',
  '+47 22 22 22 22',
  '-2',
  '@SUM(A1)',
  '\t=2+2',
  'Han sa "nei"; så gikk han',
  'To\nlinjer',
  '👍 og 👩‍👩‍👧 og 🇳🇴',
  'שלום عالم 漢字',
  'Čáppa beaivi, ŋ đ ž',
];

const folder = tempFolder();
const at = (name: string) => join(folder.path, name);

describe.skipIf(!hasOfficePrograms())('a report', () => {
  const hall = believableHall('nb', HOSTILE);
  const report = makeReport(hall);

  beforeAll(async () => {
    mkdirSync(folder.path, { recursive: true });
    writeFileSync(at('hall.pdf'), await hallPdf(report));
    writeFileSync(at('ord.docx'), await hallDocx(report));
    writeFileSync(at('lysark.pptx'), await hallPptx(report));
    writeFileSync(at('lapper.csv'), notesCsv(report));
    writeFileSync(at('tiltak.csv'), measuresCsv(report));
    // One start of the program for all: it takes longest to start.
    office('pdf', 'ord.docx', 'lysark.pptx');
    // 59: semicolons, 34: quotes, 76: UTF-8; formulas evaluated if there were any.
    office('csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false', 'lapper.csv', 'tiltak.csv');
  });
  afterAll(() => folder.remove());

  function office(to: string, ...names: string[]): void {
    const out = at('ut');
    const filter = names[0]!.endsWith('.csv') ? ['--infilter=CSV:59,34,76,1'] : [];
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${at('profil')}`,
        '--headless',
        ...filter,
        '--convert-to',
        to,
        '--outdir',
        out,
        ...names.map(at),
      ],
      { stdio: 'ignore', timeout: 120_000 },
    );
  }

  const words = (path: string) =>
    execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ');
  const info = (...args: string[]) =>
    execFileSync('pdfinfo', [...args, at('hall.pdf')], { encoding: 'utf8' });

  function inOrder(text: string, wanted: readonly string[]): void {
    let from = 0;
    for (const one of wanted) {
      const found = text.indexOf(one, from);
      expect(found, `${one} after ${text.slice(Math.max(0, from - 60), from)}`).toBeGreaterThanOrEqual(0);
      from = found + one.length;
    }
  }

  const CHAPTERS = [
    hall.hall.title,
    ...report.stations.map(({ title }) => title),
    'Handlingsplan',
    MEASURES[0][0],
    'Tall',
  ];

  test('as PDF is tagged, titled, in its language, with headings, lists and tables in the structure tree', () => {
    const told = info();
    expect(told).toMatch(/Tagged:\s+yes/);
    expect(told).toMatch(new RegExp(`Title:\\s+${hall.hall.title}`));
    const tree = info('-struct-text');
    for (const tag of ['H1', 'H2', 'H3', 'P', 'L', 'LI', 'LBody', 'Table', 'TR', 'TH', 'TD']) {
      expect(new RegExp(`^\\s*${tag}( \\(|$)`, 'm').test(tree), tag).toBe(true);
    }
    inOrder(tree.replace(/\s+/g, ' '), CHAPTERS);
    expect(readFileSync(at('hall.pdf'), 'latin1')).toContain('/Lang (nb-NO)');
    expect(readFileSync(at('hall.pdf'), 'latin1')).toContain('/Outlines');
  });

  test('as PDF says everything, carries its typeface, and points nowhere', () => {
    const text = words(at('hall.pdf'));
    inOrder(text, CHAPTERS.slice(0, 1));
    for (const said of [
      'Æresdrosje for ådselsgraver på Øvre Årdal',
      '=HYPERLINK("http://evil.example"',
      'tommel opp',
    ]) {
      expect(text).toContain(said);
    }
    expect(text.replace(/[^æ]/g, '').length).toBeGreaterThanOrEqual(2_000 * report.stations.length);
    expect(readFileSync(at('hall.pdf'), 'latin1')).not.toMatch(/\/URI|\/JavaScript|\/Launch/);
    const fonts = execFileSync('pdffonts', [at('hall.pdf')], { encoding: 'utf8' })
      .split('\n')
      .slice(2);
    for (const font of fonts.filter(Boolean)) expect(font).toMatch(/AtkinsonHyperlegibleNext.*yes yes yes/);
  });

  test('as PDF clips nothing: every word lies within the page', () => {
    const boxes = execFileSync('pdftotext', ['-bbox', at('hall.pdf'), '-'], { encoding: 'utf8' });
    const places = [
      ...boxes.matchAll(/xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)"/g),
    ];
    expect(places.length).toBeGreaterThan(500);
    for (const [, left, top, right, bottom] of places) {
      expect(Number(left)).toBeGreaterThanOrEqual(50);
      expect(Number(right)).toBeLessThanOrEqual(545);
      expect(Number(top)).toBeGreaterThanOrEqual(40);
      expect(Number(bottom)).toBeLessThanOrEqual(820);
    }
  });

  test.each([
    ['ord.docx', 'ord.pdf'],
    ['lysark.pptx', 'lysark.pdf'],
  ])('as %s is read by LibreOffice, in order', (_, made) => {
    const text = words(at(join('ut', made)));
    inOrder(text, [
      hall.hall.title,
      'Idébanken',
      'Plass til praksis',
      'Klagemuren',
      'Suksessterta',
      'Tidslinja',
    ]);
    inOrder(text, ['Handlingsplan', MEASURES[0][0], MEASURES[3][0], 'Uke 2', 'Måned 1', 'Personer']);
    if (made === 'ord.pdf') expect(text).toContain('</w:t></w:r></w:p> & <a:t> ]]> <!--');
  });

  test.each(['ord.docx', 'lysark.pptx'])('as %s is well-formed in every part, and points nowhere', (name) => {
    const out = at(`${name}.ut`);
    execFileSync('python3', ['-c', UNZIP, at(name), out]);
    const parts = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((one) =>
      /\.(xml|rels)$/.test(one),
    );
    expect(parts.length).toBeGreaterThan(8);
    for (const part of parts) {
      expect(readFileSync(join(out, part), 'utf8'), part).not.toMatch(/TargetMode="External"/);
    }
    if (name === 'lysark.pptx') {
      const slides = parts.filter((one) => /slides\/slide\d+\.xml$/.test(one));
      for (const slide of slides) {
        const xml = readFileSync(join(out, slide), 'utf8');
        expect(xml, slide).toMatch(/type="(title|ctrTitle)"/);
        // The title comes first, as it is read; and no paragraph has properties in its middle.
        expect(xml.indexOf('type="title"')).toBeLessThan(xml.indexOf('type="body"'));
        expect(xml).not.toMatch(/<\/a:r><a:pPr/);
      }
    }
    if (name === 'ord.docx') {
      const xml = readFileSync(join(out, 'word/document.xml'), 'utf8');
      expect(xml).toContain('<w:tblHeader/>');
      expect(readFileSync(join(out, 'word/styles.xml'), 'utf8')).toContain('w:val="nb-NO"');
      expect(readFileSync(join(out, 'docProps/core.xml'), 'utf8')).toContain(hall.hall.title);
    }
  });

  test('T57 as CSV runs no formula: the sheet shows the text', () => {
    const sheet = readFileSync(at(join('ut', 'lapper.csv')), 'utf8');
    for (const text of ["'=41000+3", "'+47 22 22 22 22", "'-2", "'@SUM(A1)", "'=HYPERLINK"]) {
      expect(sheet.includes(text), text).toBe(true);
    }
    expect(/44003|#NAME|Err:/.exec(sheet)).toBeNull();
    expect(readFileSync(at(join('ut', 'tiltak.csv')), 'utf8')).toContain(MEASURES[1][0]);
  });
});

/** Takes the parts out, each parsed first: what is not well-formed ends it with an error. */
const UNZIP = `
import sys, zipfile, xml.dom.minidom
z = zipfile.ZipFile(sys.argv[1])
for name in z.namelist():
    if name.endswith(('.xml', '.rels')): xml.dom.minidom.parseString(z.read(name))
z.extractall(sys.argv[2])
`;
