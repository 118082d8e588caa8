/** The hall as Markdown: a heading a station, its groups and their notes as lists. */

import { type PlacedNote, viewBoard } from '../../shared/board/boardView.ts';
import { boardOf, type HallFile } from './hallFile.ts';

export function hallMarkdown(file: HallFile): string {
  const parts = [`# ${plain(file.title)}`];
  for (const { slug, title, question } of file.template.stations) {
    const { notes, clusters } = boardOf(file, slug);
    const view = viewBoard(notes, clusters);
    parts.push(`## ${plain(title)}`);
    if (question) parts.push(`*${plain(question)}*`);
    for (const { title: group, members } of view.clusters.values()) {
      parts.push(`### ${plain(group) || '–'} (${members.length})`);
      parts.push(list(members.map((id) => view.notes.get(id)!)));
    }
    const free = [...view.notes.values()].filter(({ cluster }) => !cluster);
    if (free.length > 0) parts.push(view.clusters.size > 0 ? '### –' : '', list(free));
  }
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function list(notes: readonly PlacedNote[]): string {
  return notes.map(({ note }) => `- ${plain(note.text)}`).join('\n');
}

/** A text on one line, with what Markdown would read as its own made harmless. */
function plain(text: string): string {
  return text.replace(/\s*\n\s*/g, ' / ').replace(/([\\`*_{}[\]<>#|~])/g, '\\$1');
}
