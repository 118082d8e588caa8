/**
 * A tagged A4 document that is written from top to bottom: headings, paragraphs, lists and tables in a structure tree
 * that screen readers walk, broken over pages between lines, with bookmarks and page numbers.
 *
 * Over 300 lines: what breaks a page and what is marked for readers must agree in every kind of block.
 */

import PDFDocument from 'pdfkit';
import type { ReportText } from '../../shared/text/report.ts';
import { type Drawable, drawableBy } from './drawable.ts';
import { type Face, fontBytes, openFace, type Weight } from './fonts.ts';
import { plainLine, plainWords } from './plainWords.ts';
import { wrap } from './wrap.ts';

type Element = PDFKit.PDFStructureElement;

export const INK = '#1A1A1A';
export const SOFT = '#4A5260';
export const ACCENT = '#0B4F8A';
const RULE = '#C9CED6';
const SHADE = '#EEF3F8';

/** Points. */
const PAGE = { width: 595.28, height: 841.89, side: 62, top: 64, bottom: 70 };
const FULL = PAGE.width - 2 * PAGE.side;
const FLOOR = PAGE.height - PAGE.bottom;
const LEADING = 1.38;

interface Type {
  size: number;
  weight: Weight;
  colour: string;
  above: number;
  below: number;
}
const BODY: Type = { size: 10.5, weight: 'regular', colour: INK, above: 0, below: 6 };
export const LEAD: Type = { ...BODY, size: 12, colour: SOFT, below: 10 };
export const SMALL: Type = { ...BODY, size: 9.5, colour: SOFT };
const HEADINGS: Record<1 | 2 | 3 | 4, Type> = {
  1: { size: 24, weight: 'bold', colour: ACCENT, above: 0, below: 8 },
  2: { size: 15, weight: 'bold', colour: ACCENT, above: 16, below: 6 },
  3: { size: 12, weight: 'bold', colour: INK, above: 10, below: 4 },
  4: { size: 10.5, weight: 'bold', colour: INK, above: 8, below: 3 },
};

/** A piece of an item: what is said before it in bold, or softly after it. */
export interface Said {
  text: string;
  strong?: string;
  soft?: string;
}

export interface Column {
  title: string;
  /** Part of the whole width. */
  share: number;
}

export class PdfPages {
  readonly #doc: PDFKit.PDFDocument;
  readonly #face: Face;
  readonly #text: ReportText;
  readonly #drawable: Drawable;
  readonly #root: Element;
  readonly #bytes: Promise<Buffer>;
  #y = PAGE.top;
  #unknown = false;
  #chapter: PDFKit.PDFOutline | null = null;

  constructor(title: string, made: number, text: ReportText) {
    this.#face = openFace();
    this.#text = text;
    this.#drawable = drawableBy(this.#face, text);
    this.#doc = new PDFDocument({
      size: [PAGE.width, PAGE.height],
      margin: 0,
      bufferPages: true,
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang: text.lang,
      // The types lag behind: the library knows it, and writes what it asks for.
      subset: 'PDF/UA' as 'PDF/A-1a',
      info: { Title: escaped(plainLine(title)), Creator: 'Vandrehallen', CreationDate: new Date(made) },
    });
    this.#doc.registerFont('regular', fontBytes('regular')).registerFont('bold', fontBytes('bold'));
    this.#bytes = new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      this.#doc.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.#doc.on('end', () => resolve(Buffer.concat(chunks)));
      this.#doc.on('error', reject);
    });
    this.#root = this.#doc.struct('Document');
    this.#doc.addStructure(this.#root);
  }

  /** The first page's upper part: colours of the rounds, the title, and lines under it. */
  cover(colours: readonly string[], title: string, lines: readonly string[]): void {
    this.#artifact(() => {
      const wide = FULL / colours.length;
      for (const [index, colour] of colours.entries()) {
        this.#doc.rect(PAGE.side + index * wide, PAGE.top, wide, 10).fill(colour);
      }
    });
    this.#y += 40;
    this.#block('H1', title, { ...HEADINGS[1], size: 32, below: 12 });
    for (const line of lines) this.#block('P', line, { ...LEAD, below: 4 });
    this.#y += 18;
  }

  /** Numbers side by side, each with its word. */
  numbers(all: readonly { label: string; count: number }[]): void {
    const wide = FULL / all.length;
    const list = this.#open('L');
    const top = this.#y;
    this.#artifact(() => this.#doc.rect(PAGE.side, top, FULL, 62).fill(SHADE));
    for (const [index, { label, count }] of all.entries()) {
      const item = this.#within(list, 'LI');
      const x = PAGE.side + 14 + index * wide;
      this.#leaf(item, 'LBody', () => {
        this.#line(String(count), x, top + 8, { ...BODY, size: 24, weight: 'bold', colour: ACCENT });
        this.#line(label, x, top + 39, { ...SMALL, size: 10 });
      });
      item.end();
    }
    list.end();
    this.#y = top + 62 + 14;
  }

  /** A heading; chapters (1) begin a new page. Keeps with it what follows. */
  heading(level: 1 | 2 | 3 | 4, title: string): void {
    if (level === 1) this.#newPage();
    const type = HEADINGS[level];
    this.#needs(type.size * LEADING + type.above + BODY.size * LEADING * 2);
    const name = plainLine(title);
    if (level === 1) this.#chapter = this.#doc.outline.addItem(name);
    else if (level === 2) this.#chapter?.addItem(name);
    this.#block(`H${level}`, title, type);
    if (level === 1) {
      this.#artifact(() => this.#doc.rect(PAGE.side, this.#y - 4, 48, 3).fill(ACCENT));
      this.#y += 8;
    }
  }

  paragraph(said: string, type: Type = BODY): void {
    this.#block('P', said, type);
  }

  /** A list, each item with its own mark: a bullet, or a colour of the round that it was written in. */
  list(items: Iterable<Said & { colour?: string; border?: string }>): void {
    const list = this.#open('L');
    for (const { text, strong, soft, colour, border } of items) {
      const item = this.#within(list, 'LI');
      const body = this.#within(item, 'LBody');
      this.#needs(BODY.size * LEADING);
      this.#artifact(() => {
        const y = this.#y + 4;
        if (colour) {
          this.#doc
            .rect(PAGE.side + 2, y, 7, 7)
            .lineWidth(0.8)
            .fillAndStroke(colour, border ?? colour);
        } else {
          this.#doc.circle(PAGE.side + 5, y + 3, 1.8).fill(ACCENT);
        }
      });
      const at = { x: PAGE.side + 18, wide: FULL - 18 };
      if (strong) this.#lines(body, strong, { ...BODY, weight: 'bold', below: text || soft ? 0 : 4 }, at);
      if (text) this.#lines(body, text, { ...BODY, below: soft ? 0 : 4 }, at);
      if (soft) this.#lines(body, soft, { ...SMALL, below: 4 }, at);
      body.end();
      item.end();
    }
    list.end();
    this.#y += 4;
  }

  /** Names and what they say, in two columns. */
  facts(rows: readonly (readonly [name: string, said: string])[]): void {
    const table = this.#open('Table');
    for (const [name, said] of rows) {
      const [left, right] = [118, FULL - 118];
      const names = this.#wrapped(name, { ...BODY, weight: 'bold' }, left - 10);
      const lines = this.#wrapped(said, BODY, right);
      this.#needs(BODY.size * LEADING * Math.min(3, Math.max(names.length, lines.length)));
      const row = this.#within(table, 'TR');
      const top = this.#y;
      const page = this.#pages;
      this.#leaf(row, 'TH', () => {
        names.forEach((line, index) => {
          this.#line(line, PAGE.side, top + index * BODY.size * LEADING, { ...SMALL, weight: 'bold' });
        });
      });
      const cell = this.#within(row, 'TD');
      this.#lines(cell, said, { ...BODY, below: 0 }, { x: PAGE.side + left, wide: right });
      cell.end();
      row.end();
      if (this.#pages === page) this.#y = Math.max(this.#y, top + names.length * BODY.size * LEADING);
      this.#y += 3;
    }
    table.end();
    this.#y += 6;
  }

  /** A table with a head, which is shown again on each page that the table goes on to. */
  table(columns: readonly Column[], rows: Iterable<readonly string[]>): void {
    const type = { ...BODY, size: 9 };
    const step = type.size * LEADING;
    const lefts = columns.map((_, index) =>
      columns.slice(0, index).reduce((x, { share }) => x + share * FULL, PAGE.side),
    );
    const fold = (cells: readonly string[], weight: Weight) =>
      cells.map((said, index) => this.#wrapped(said, { ...type, weight }, columns[index]!.share * FULL - 7));
    const head = fold(
      columns.map(({ title }) => title),
      'bold',
    );
    const draw = (lines: string[][], from: number, count: number, weight: Weight, index: number) => {
      lines[index]!.slice(from, from + count).forEach((line, n) => {
        this.#line(line, lefts[index]! + 5, this.#y + 4 + n * step, { ...type, weight });
      });
    };
    const highest = (lines: string[][]) => Math.max(...lines.map(({ length }) => length));
    const headHigh = highest(head) * step + 8;
    const shade = (high: number) => this.#doc.rect(PAGE.side, this.#y, FULL, high).fill(SHADE);
    const table = this.#open('Table');
    this.#needs(headHigh + step * 2);
    this.#artifact(() => shade(headHigh));
    const titles = this.#within(table, 'TR');
    for (const index of head.keys()) {
      this.#leaf(titles, 'TH', () => draw(head, 0, head[index]!.length, 'bold', index));
    }
    titles.end();
    this.#y += headHigh;
    for (const cells of rows) {
      const lines = fold(cells, 'regular');
      const row = this.#within(table, 'TR');
      const elements = lines.map(() => this.#within(row, 'TD'));
      const all = highest(lines);
      for (let from = 0; from < all; ) {
        const room = Math.floor((FLOOR - this.#y - 8) / step);
        if (room < Math.min(3, all - from)) {
          this.#newPage();
          this.#artifact(() => {
            shade(headHigh);
            for (const index of head.keys()) draw(head, 0, head[index]!.length, 'bold', index);
          });
          this.#y += headHigh;
          continue;
        }
        const count = Math.min(room, all - from);
        for (const [index, element] of elements.entries()) {
          if (from < lines[index]!.length) element.add(() => draw(lines, from, count, 'regular', index));
        }
        from += count;
        this.#y += count * step + 8;
        this.#artifact(() => {
          this.#doc
            .moveTo(PAGE.side, this.#y)
            .lineTo(PAGE.side + FULL, this.#y)
            .lineWidth(0.6)
            .stroke(RULE);
        });
      }
      for (const element of elements) element.end();
      row.end();
    }
    table.end();
    this.#y += 10;
  }

  /** Whether some sign was shown as one that the typeface lacks. */
  get lacking(): boolean {
    return this.#unknown;
  }

  get #pages(): number {
    return this.#doc.bufferedPageRange().count;
  }

  /** Numbers the pages and ends the document. */
  async finish(title: string): Promise<Buffer> {
    const { count } = this.#doc.bufferedPageRange();
    const name = this.#wrapped(plainLine(title), SMALL, FULL * 0.7)[0] ?? '';
    for (let n = 0; n < count; n++) {
      this.#doc.switchToPage(n);
      this.#artifact(() => {
        const y = FLOOR + 24;
        const number = this.#text.page(n + 1, count);
        const wide = this.#face.width(number, 'regular') * SMALL.size;
        this.#line(name, PAGE.side, y, SMALL);
        this.#line(number, PAGE.side + FULL - wide, y, SMALL);
      });
    }
    this.#root.end();
    this.#doc.end();
    return this.#bytes;
  }

  #block(tag: string, said: string, type: Type): void {
    const element = this.#open(tag);
    this.#y += this.#y > PAGE.top ? type.above : 0;
    this.#lines(element, said, type, { x: PAGE.side, wide: FULL });
    element.end();
  }

  /** Lines of one element, over as many pages as they need. */
  #lines(element: Element, said: string, type: Type, { x, wide }: { x: number; wide: number }): void {
    const lines = this.#wrapped(said, type, wide);
    const step = type.size * LEADING;
    for (let from = 0; from < lines.length; ) {
      this.#needs(step);
      const count = Math.min(lines.length - from, Math.floor((FLOOR - this.#y) / step));
      const top = this.#y;
      element.add(() => {
        for (const [index, line] of lines.slice(from, from + count).entries()) {
          this.#line(line, x, top + index * step, type);
        }
      });
      from += count;
      this.#y += count * step;
    }
    this.#y += type.below;
  }

  #wrapped(said: string, { size, weight }: Type, wide: number): string[] {
    const drawn = this.#drawable(plainWords(said));
    if (drawn.includes('[...]') || drawn.includes('[…]')) this.#unknown = true;
    return wrap(drawn, this.#face, weight, wide / size);
  }

  #line(line: string, x: number, y: number, { size, weight, colour }: Type): void {
    this.#doc.font(weight).fontSize(size).fillColor(colour);
    // A space at its end keeps words of two lines apart for those who read the text and not the page.
    this.#doc.text(`${line} `, x, y, { lineBreak: false });
  }

  #open(tag: string): Element {
    return this.#within(this.#root, tag);
  }

  #within(parent: Element, tag: string): Element {
    const element = this.#doc.struct(tag);
    parent.add(element);
    return element;
  }

  #leaf(parent: Element, tag: string, draw: () => void): void {
    const element = this.#within(parent, tag);
    element.add(draw);
    element.end();
  }

  #artifact(draw: () => void): void {
    this.#doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.#doc.endMarkedContent();
  }

  #needs(high: number): void {
    if (this.#y + high > FLOOR) this.#newPage();
  }

  #newPage(): void {
    this.#doc.addPage();
    this.#y = PAGE.top;
  }
}

/** The title also goes into XML, unescaped. */
const escaped = (title: string) => title.replace(/[<>&]/g, ' ');
