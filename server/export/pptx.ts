/**
 * The report as slides of text: for each station its explanation, main points and measures, then the plan and figures.
 * Long lists go on to further slides. Titles and texts lie in the master's placeholders, so that outline views and
 * screen readers find them, in the order in which they are read.
 */

import pptxgenjs from 'pptxgenjs';
import { roundLook } from '../../shared/domain/round.ts';
import { PERIODS } from '../../shared/plan/planDoc.ts';
import { type ReportText, reportText } from '../../shared/text/report.ts';
import { changedWords, dayOf, measureTitle, plainLine, plainWords, pointMarks } from './plainWords.ts';
import type { Report, ReportMeasure, ReportSummary } from './report.ts';

// The package's default export is wrapped once more where it is loaded as CommonJS.
type Unwrapped<Module> = Module extends { default: infer Inner } ? Inner : Module;
const PptxGenJS = ((pptxgenjs as { default?: unknown }).default ?? pptxgenjs) as Unwrapped<typeof pptxgenjs>;
type Slide = ReturnType<InstanceType<typeof PptxGenJS>['addSlide']>;
type Run = Exclude<Parameters<Slide['addText']>[0], string>[number];

const FACE = 'Arial';
const INK = '1A1A1A';
const SOFT = '4A5260';
const ACCENT = '0B4F8A';
/** Inches: 16:9. */
const WIDE = 13.333;
/** Letters that a line of the body holds, and lines that a slide does. */
const LINE = 82;
const LINES = 16;
const TITLE_LETTERS = 80;
const NUMBER = {
  x: WIDE - 1.2,
  y: 6.95,
  w: 0.8,
  h: 0.3,
  fontFace: FACE,
  fontSize: 11,
  color: SOFT,
  align: 'right',
} as const;

/** A paragraph of the body. One run each: the library writes paragraphs of several runs in a way that is not OOXML. */
interface Said {
  text: string;
  look?: 'strong' | 'soft';
  /** Bullets of the first or the second order; none: no bullet. */
  bullet?: 0 | 1;
}
/** Paragraphs that belong together on one slide. */
type Item = readonly Said[];

export async function hallPptx(report: Report): Promise<Uint8Array> {
  const text = reportText(report.locale);
  const deck = newDeck(report, text);
  const { measures } = report;

  const cover = deck.addSlide({ masterName: 'cover' });
  cover.addText(plainLine(report.title), { placeholder: 'title', lang: text.lang });
  cover.addText(`${text.kind}\n${text.made(dayOf(report.madeAt, report.locale))}`, {
    placeholder: 'body',
    lang: text.lang,
  });

  const slides = (title: string, all: readonly Item[]) => {
    const parts = split(all);
    parts.forEach((part, index) => {
      const named = parts.length > 1 ? text.partOf(title, index + 1, parts.length) : title;
      const slide = deck.addSlide({ masterName: 'text' });
      slide.addText(named, { placeholder: 'title', lang: text.lang });
      slide.addText(
        part.map((said) => runOf(said, text)),
        { placeholder: 'body', lang: text.lang },
      );
      slide.slideNumber = NUMBER;
    });
  };
  const summary = (title: string, one: ReportSummary) => {
    if (one.points.length === 0) return slides(title, [[{ text: text.noPoints }]]);
    const points = one.points.map((point): Item => {
      const head = `${plainLine(point.title)} (${pointMarks(point, text)})`;
      return [
        { text: head, look: 'strong', bullet: 0 },
        { text: point.line, bullet: 1 },
      ];
    });
    const foot = `${text.coverage(one.covered, one.all)} ${changedWords(one, text)}`.trim();
    slides(title, [...points, [{ text: foot, look: 'soft' }]]);
  };

  const none: Item[] = [[{ text: text.noMeasures }]];
  if (report.summary.points.length > 0) summary(text.hallPoints, report.summary);
  for (const station of report.stations) {
    const title = shorten(plainLine(station.title));
    const question: Item[] = station.question ? [[{ text: station.question, look: 'strong' }]] : [];
    slides(`${title}: ${text.explanation.toLowerCase()}`, [
      ...question,
      ...station.explanation.map((line): Item => [{ text: line }]),
    ]);
    summary(`${title}: ${text.mainPoints.toLowerCase()}`, station.summary);
    const own = station.measures.map((n) => measureSaid(measures[n - 1]!, text));
    slides(`${title}: ${text.measures.toLowerCase()}`, own.length > 0 ? own : none);
  }
  slides(
    `${text.plan}: ${text.orderTitle.toLowerCase()}`,
    measures.length > 0 ? measures.map((one) => measureSaid(one, text)) : none,
  );
  slides(text.days90, measures.length > 0 ? daysOf(measures, text) : none);
  slides(
    text.figures,
    report.figures.map(({ label, count }): Item => [{ text: `${label}: ${count}`, bullet: 0 }]),
  );

  return new Uint8Array((await deck.write({ outputType: 'uint8array' })) as Uint8Array);
}

function newDeck({ title, rounds }: Report, text: ReportText): InstanceType<typeof PptxGenJS> {
  const deck = new PptxGenJS();
  deck.layout = 'LAYOUT_WIDE';
  deck.theme = { headFontFace: FACE, bodyFontFace: FACE };
  // These go into XML as they are.
  deck.title = xml(plainLine(title));
  deck.subject = xml(text.kind);
  deck.author = 'Vandrehallen';
  deck.company = 'Vandrehallen';
  const wide = WIDE / rounds.length;
  const colours = rounds.map(({ n }, index) => ({
    rect: { x: index * wide, y: 0, w: wide, h: 0.16, fill: { color: roundLook(rounds, n).border.slice(1) } },
  }));
  const holder = (
    name: 'title' | 'body',
    at: { x: number; y: number; w: number; h: number },
    look: { fontSize: number; color: string; bold?: boolean; valign: 'top' | 'middle' | 'bottom' },
  ) =>
    ({
      placeholder: { options: { name, type: name, margin: 0, align: 'left', ...at, ...look }, text: '' },
    }) as const;
  deck.defineSlideMaster({
    title: 'cover',
    background: { color: 'FFFFFF' },
    objects: [
      ...colours,
      holder(
        'title',
        { x: 0.9, y: 2, w: 11.5, h: 2 },
        { fontSize: 44, color: ACCENT, bold: true, valign: 'bottom' },
      ),
      holder('body', { x: 0.9, y: 4.25, w: 11.5, h: 1.2 }, { fontSize: 22, color: SOFT, valign: 'top' }),
    ],
  });
  deck.defineSlideMaster({
    title: 'text',
    background: { color: 'FFFFFF' },
    objects: [
      ...colours,
      holder(
        'title',
        { x: 0.7, y: 0.45, w: 11.9, h: 0.95 },
        { fontSize: 28, color: ACCENT, bold: true, valign: 'middle' },
      ),
      holder('body', { x: 0.7, y: 1.55, w: 11.9, h: 5.3 }, { fontSize: 18, color: INK, valign: 'top' }),
    ],
  });
  return deck;
}

function measureSaid(measure: ReportMeasure, text: ReportText): Item {
  const { n, owner, period, effect, feasibility } = measure;
  const facts = [
    `${text.owner}: ${plainLine(owner) || text.nobody}`,
    period && text.periods[period],
    effect && `${text.effect.toLowerCase()}: ${text.thirds[effect]}`,
    feasibility && `${text.feasibility.toLowerCase()}: ${text.thirds[feasibility]}`,
    measure.prioritised && text.prioritised.toLowerCase(),
  ];
  return [
    { text: `${n}. ${measureTitle(measure, text)}`, look: 'strong' },
    { text: facts.filter(Boolean).join(' · '), look: 'soft' },
  ];
}

function daysOf(measures: readonly ReportMeasure[], text: ReportText): Item[] {
  return [...PERIODS, undefined].flatMap((period): Item[] => {
    const own = measures
      .filter((one) => one.period === period)
      .map((one): Item => {
        const step = [plainLine(one.owner) || text.nobody, plainLine(one.firstStep)]
          .filter(Boolean)
          .join(': ');
        return [
          { text: `${one.n}. ${measureTitle(one, text)}`, bullet: 0 },
          { text: step, look: 'soft', bullet: 1 },
        ];
      });
    const [first, ...rest] = own;
    if (!first) return [];
    return [[{ text: period ? text.periods[period] : text.unplanned, look: 'strong' }, ...first], ...rest];
  });
}

/** What fits on each slide, spread evenly; an item that is longer than a slide is itself divided between words. */
function split(all: readonly Item[]): Said[][] {
  const items = all.flatMap(divided);
  const high = (item: Item) => item.reduce((sum, said) => sum + linesOf(said), 0);
  const whole = items.reduce((sum, item) => sum + high(item), 0);
  const even = whole / Math.ceil(whole / LINES);
  const slides: Said[][] = [[]];
  let filled = 0;
  for (const item of items) {
    const lines = high(item);
    if (filled > 0 && (filled + lines > LINES || filled + lines / 2 > even + 1)) {
      slides.push([]);
      filled = 0;
    }
    slides.at(-1)!.push(...item);
    filled += lines;
  }
  return slides;
}

const linesOf = ({ text, look }: Said) =>
  Math.max(1, Math.ceil(text.length / LINE)) * (look === 'soft' ? 0.85 : 1) + 0.4;

function divided(item: Item): Item[] {
  const said = item.map((one) => ({ ...one, text: plainWords(one.text).replace(/\s*\n\s*/g, ' / ') }));
  const most = LINE * (LINES - 4);
  const whole = said.filter(({ text }) => text !== '');
  if (whole.every(({ text }) => text.length <= most)) return whole.length > 0 ? [whole] : [];
  return whole.flatMap((one): Item[] => partsOf(one.text, most).map((text) => [{ ...one, text }]));
}

function partsOf(text: string, most: number): string[] {
  const parts: string[] = [];
  for (let rest = text; rest; ) {
    const space = rest.length > most ? rest.lastIndexOf(' ', most) : rest.length;
    let end = rest.length > most && space < most / 2 ? most : space;
    // Never between the halves of a sign.
    if (/[\uD800-\uDBFF]/.test(rest[end - 1] ?? '')) end--;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end).trimStart();
  }
  return parts;
}

function runOf({ text, look, bullet }: Said, { lang }: ReportText): Run {
  const looks = { strong: { bold: true }, soft: { color: SOFT, fontSize: 15 } };
  const bullets = [
    { bullet: { indent: 16 } },
    { bullet: { characterCode: '2013', indent: 16 }, indentLevel: 1 },
  ] as const;
  return {
    text,
    options: {
      ...(look ? looks[look] : {}),
      ...(bullet === undefined ? {} : bullets[bullet]),
      lang,
      breakLine: true,
      paraSpaceAfter: bullet === 0 || look === 'strong' ? 2 : 7,
    },
  };
}

const shorten = (title: string) =>
  title.length > TITLE_LETTERS ? `${title.slice(0, TITLE_LETTERS - 1)}…` : title;
const xml = (said: string) => said.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
