/** The report as a Word document: headings, lists, tables with head rows, the language and the title set. */

import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  type IParagraphOptions,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { PERIODS } from '../../shared/plan/planDoc.ts';
import { reportText } from '../../shared/text/report.ts';
import {
  changedWords,
  dayOf,
  measureRows,
  measureTitle,
  noteMarks,
  plainLine,
  plainWords,
  pointMarks,
} from './plainWords.ts';
import type { Report, ReportNote, ReportStation, ReportSummary } from './report.ts';

const ACCENT = '0B4F8A';
const SOFT = '4A5260';
/** Twentieths of a point: the text's width on A4. */
const FULL = 9_340;
const H = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3] as const;

export async function hallDocx(report: Report): Promise<Uint8Array> {
  const text = reportText(report.locale);
  const { measures, locale } = report;
  const body: (Paragraph | Table)[] = [];

  const add = (options: IParagraphOptions) => body.push(new Paragraph(options));
  const heading = (level: 1 | 2 | 3, title: string) =>
    add({ heading: H[level - 1]!, text: plainLine(title), pageBreakBefore: level === 1, keepNext: true });
  const paragraph = (said: string, colour?: string) => add({ children: runs(said, { color: colour }) });
  const item = (said: string, marks = '', strong = '') =>
    add({
      numbering: { reference: 'points', level: 0 },
      children: [
        ...runs(strong, { bold: true }),
        ...(strong && said ? [new TextRun({ text: '', break: 1 })] : []),
        ...runs(said, {}),
        ...(marks ? [new TextRun({ text: ` (${marks})`, color: SOFT, size: 19 })] : []),
      ],
    });
  const notes = (all: readonly ReportNote[]) => {
    for (const note of all) item(note.text, noteMarks(note, text));
  };

  const summary = (one: ReportSummary) => {
    const { points, covered, all, left, signed } = one;
    for (const point of points) item(point.line, pointMarks(point, text), point.title);
    paragraph(text.coverage(covered, all), SOFT);
    if (signed) {
      const by = text.signed(plainLine(signed.by), dayOf(signed.at, locale));
      paragraph(`${by} ${changedWords(one, text)}`.trim(), SOFT);
    }
    if (left.length > 0) {
      heading(3, text.left);
      notes(left);
    }
  };

  const station = (one: ReportStation) => {
    heading(1, one.title);
    if (one.question) paragraph(one.question, SOFT);
    if (one.explanation.length > 0) {
      heading(2, text.explanation);
      for (const line of one.explanation) paragraph(line);
    }
    if (one.summary.points.length > 0) {
      heading(2, text.mainPoints);
      summary(one.summary);
    }
    if (one.measures.length > 0) {
      heading(2, text.fromHere);
      for (const n of one.measures) item(`${n}. ${measureTitle(measures[n - 1]!, text)}`);
    }
    heading(2, `${text.notesTitle} (${one.notes})`);
    if (one.notes === 0) paragraph(text.noNotes);
    for (const { title, notes: members } of one.groups) {
      heading(3, `${plainLine(title) || text.noTitle} (${members.length})`);
      notes(members);
    }
    if (one.free.length > 0) {
      if (one.groups.length > 0) heading(3, `${text.ungrouped} (${one.free.length})`);
      notes(one.free);
    }
  };

  add({ heading: HeadingLevel.TITLE, text: plainLine(report.title) });
  paragraph(`${text.kind}. ${text.made(dayOf(report.madeAt, locale))}.`, SOFT);
  if (report.summary.points.length > 0) {
    add({ heading: HeadingLevel.HEADING_1, text: text.hallPoints, keepNext: true });
    summary(report.summary);
  }
  for (const one of report.stations) station(one);

  heading(1, text.plan);
  if (measures.length === 0) paragraph(text.noMeasures);
  else {
    heading(2, text.orderTitle);
    body.push(
      table(
        [0.06, 0.28, 0.25, 0.12, 0.18, 0.11],
        [text.nr, text.measure, text.owner, text.effect, text.feasibility, text.period],
        measures.map((one) => [
          String(one.n),
          measureTitle(one, text) + (one.prioritised ? ` (${text.prioritised.toLowerCase()})` : ''),
          one.owner || text.nobody,
          one.effect ? text.thirds[one.effect] : '–',
          one.feasibility ? text.thirds[one.feasibility] : '–',
          one.period ? text.periods[one.period] : '–',
        ]),
      ),
    );
    heading(2, text.days90);
    body.push(
      table(
        [0.13, 0.34, 0.28, 0.25],
        [text.period, text.measure, text.firstStep, text.owner],
        [...PERIODS, undefined].flatMap((period) =>
          measures
            .filter((one) => one.period === period)
            .map((one) => [
              period ? text.periods[period] : text.unplanned,
              `${one.n}. ${measureTitle(one, text)}`,
              one.firstStep || '–',
              one.owner || text.nobody,
            ]),
        ),
      ),
    );
    heading(2, text.measures);
    for (const one of measures) {
      const first = one.prioritised ? ` (${text.prioritised.toLowerCase()})` : '';
      heading(3, `${one.n}. ${measureTitle(one, text)}${first}`);
      for (const [name, said] of measureRows(one, text)) {
        const label = new TextRun({ text: `${name}: `, bold: true });
        add({ children: [label, ...runs(said, {})], spacing: { after: 40 } });
      }
    }
  }
  heading(1, text.figures);
  const figures = report.figures.map(({ label, count }) => [label, String(count)]);
  body.push(table([0.75, 0.25], [text.what, text.howMany], figures));

  return new Uint8Array(await Packer.toBuffer(documentOf(report, body)));
}

function documentOf({ title, locale }: Report, body: (Paragraph | Table)[]): Document {
  const text = reportText(locale);
  const head = (size: number, before: number, colour = ACCENT) => ({
    run: { size, bold: true, color: colour, font: 'Arial' },
    paragraph: { spacing: { before, after: 100 } },
  });
  const footer = new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [
      new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], color: SOFT, size: 18 }),
    ],
  });
  return new Document({
    title: plainLine(title),
    subject: text.kind,
    creator: 'Vandrehallen',
    lastModifiedBy: 'Vandrehallen',
    description: text.kind,
    styles: {
      default: {
        document: {
          run: { font: 'Arial', size: 21, language: { value: text.lang } },
          paragraph: { spacing: { after: 110, line: 290 } },
        },
        title: head(56, 0),
        heading1: head(44, 240),
        heading2: head(30, 320),
        heading3: head(24, 220, '1A1A1A'),
      },
    },
    numbering: {
      config: [
        {
          reference: 'points',
          levels: [
            {
              level: 0,
              format: LevelFormat.BULLET,
              text: '•',
              style: { paragraph: { indent: { left: 340, hanging: 260 }, spacing: { after: 60 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: { size: { width: 11_906, height: 16_838 }, margin: { left: 1_283, right: 1_283 } },
        },
        footers: { default: new Footer({ children: [footer] }) },
        children: body,
      },
    ],
  });
}

/** A text as runs, its lines kept. */
function runs(said: string, look: { bold?: boolean; color?: string | undefined; size?: number }): TextRun[] {
  const plain = plainWords(said);
  if (!plain) return [];
  return plain
    .split('\n')
    .map((line, index) => new TextRun({ text: line, ...(index > 0 ? { break: 1 } : {}), ...look }));
}

function table(
  shares: readonly number[],
  head: readonly string[],
  rows: readonly (readonly string[])[],
): Table {
  const widths = shares.map((share) => Math.round(share * FULL));
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'C9CED6' };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const row = (cells: readonly string[], first: boolean) =>
    new TableRow({
      tableHeader: first,
      cantSplit: true,
      children: cells.map(
        (said, index) =>
          new TableCell({
            width: { size: widths[index]!, type: WidthType.DXA },
            margins: { top: 60, bottom: 60, left: 90, right: 90 },
            ...(first ? { shading: { type: ShadingType.CLEAR, fill: 'EEF3F8' } } : {}),
            children: [
              new Paragraph({
                children: runs(said, { bold: first, size: 18 }),
                spacing: { after: 0, line: 260 },
              }),
            ],
          }),
      ),
    });
  return new Table({
    columnWidths: widths,
    width: { size: FULL, type: WidthType.DXA },
    borders: {
      top: line,
      bottom: line,
      insideHorizontal: line,
      left: none,
      right: none,
      insideVertical: none,
    },
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}
