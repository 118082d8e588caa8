/** The hall's notes as CSV (RFC 4180, UTF-8 with a byte order mark): a line a note. No cell can run as a formula. */

import { followMerges } from '../../shared/board/boardView.ts';
import { boardOf, type HallFile } from './hallFile.ts';

const COLUMNS = ['station', 'id', 'text', 'round', 'level', 'group', 'written'];

export function hallCsv(file: HallFile): string {
  const lines = [COLUMNS];
  for (const { slug, title } of file.template.stations) {
    const { notes, clusters } = boardOf(file, slug);
    const byId = new Map(clusters.map((cluster) => [cluster.id, cluster]));
    for (const { id, text, round, level, cluster, at } of notes) {
      const end = cluster ? followMerges(byId, cluster) : null;
      const group = end ? (byId.get(end)?.title ?? '') : '';
      lines.push([title, id, text, String(round), level ?? '', group, new Date(at).toISOString()]);
    }
  }
  return `\uFEFF${lines.map((cells) => cells.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Spreadsheets run what begins so, wide forms too; a leading apostrophe makes it text. */
const FORMULA = /^[=+\-@\t\r\0＝＋－＠]/;

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
