/** A template file that somebody has chosen: read as JSON here, judged by the server. */

export type TemplateFile =
  | { ok: true; name: string; template: object; stations: number }
  | { ok: false; name: string; why: 'unreadable' | 'tooLarge' | 'noJson' | 'noTemplate' };

/** More than any template needs, and less than the server refuses unread. */
const BYTES_MAX = 200_000;

/** Reads the file. Never rejects: what is wrong is told. */
export async function readTemplateFile(file: Pick<File, 'name' | 'size' | 'text'>): Promise<TemplateFile> {
  const { name } = file;
  if (file.size > BYTES_MAX) return { ok: false, name, why: 'tooLarge' };
  const text = await file.text().catch(() => null);
  if (text === null) return { ok: false, name, why: 'unreadable' };
  let template: unknown;
  try {
    template = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, name, why: 'noJson' };
  }
  // What has no stations is some other JSON: the server would name a field that its owner never heard of.
  if (!isObject(template) || !Array.isArray(template.stations)) return { ok: false, name, why: 'noTemplate' };
  return { ok: true, name, template, stations: template.stations.length };
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
