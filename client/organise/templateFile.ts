/** A file that somebody has chosen to begin a hall from, a template or a whole hall: read as JSON here, judged by the server. */

import { LOCALES, type Locale } from '../../shared/domain/hall.ts';

export interface TemplateContent {
  kind: 'template';
  template: object;
  stations: number;
}

/** A hall that was taken home, and as much of it as people are told. */
export interface HallContent {
  kind: 'hall';
  hall: object;
  title: string;
  locale: Locale | null;
  stations: number;
  notes: number;
  measures: number;
}

type Wrong = 'unreadable' | 'tooLarge' | 'noJson' | 'noTemplate' | 'newerHall' | 'brokenHall';
export type TemplateFile =
  | ({ ok: true; name: string } & (TemplateContent | HallContent))
  | { ok: false; name: string; why: Wrong };

/** More than any template needs, and less than the server refuses unread. */
const BYTES_MAX = 60_000;
/** The same of a whole hall. */
const HALL_BYTES_MAX = 19_000_000;

/** Reads the file. Never rejects: what is wrong is told. */
export async function readTemplateFile(file: Pick<File, 'name' | 'size' | 'text'>): Promise<TemplateFile> {
  const { name, size } = file;
  const wrong = (why: Wrong): TemplateFile => ({ ok: false, name, why });
  if (size > HALL_BYTES_MAX) return wrong('tooLarge');
  const text = await file.text().catch(() => null);
  if (text === null) return wrong('unreadable');
  let read: unknown;
  try {
    read = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return wrong('noJson');
  }
  if (isObject(read) && read.format === 'vandrehallen') {
    const content = hallContent(read);
    return typeof content === 'string' ? wrong(content) : { ok: true, name, ...content };
  }
  // What has no stations is some other JSON: the server would name a field that its owner never heard of.
  if (!isObject(read) || !Array.isArray(read.stations)) return wrong('noTemplate');
  if (size > BYTES_MAX) return wrong('tooLarge');
  return { ok: true, name, kind: 'template', template: read, stations: read.stations.length };
}

function hallContent(hall: Record<string, unknown>): HallContent | 'newerHall' | 'brokenHall' {
  const { v, title, locale, template, boards, plan } = hall;
  if (typeof v === 'number' && v > 2) return 'newerHall';
  const stations = isObject(template) && Array.isArray(template.stations) ? template.stations.length : 0;
  if (stations === 0 || !isObject(boards)) return 'brokenHall';
  return {
    kind: 'hall',
    hall,
    title: typeof title === 'string' ? title : '',
    locale: LOCALES.find((one) => one === locale) ?? null,
    stations,
    notes: Object.values(boards).reduce<number>((sum, board) => sum + lengthOf(board, 'notes'), 0),
    measures: lengthOf(plan, 'measures'),
  };
}

function lengthOf(value: unknown, field: string): number {
  const list = isObject(value) ? value[field] : null;
  return Array.isArray(list) ? list.length : 0;
}

/** Where in the file the server found a fault, as people count: `template.stations.1.title` is "stations › 2 › title". */
export function placeInFile(field: string | undefined): string {
  return (field ?? '')
    .split('.')
    .filter((part, index) => !(index === 0 && part === 'template'))
    .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : part))
    .join(' › ');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
