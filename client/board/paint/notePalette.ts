/** The colours notes are painted in: the same as the stylesheet gives to those that are elements. */

import type { RoundLook } from '../../../shared/domain/round.ts';

/** Colours of the room that a note's look depends on. */
export interface RoomColours {
  wall: string;
  ink: string;
  focus: string;
  accent: string;
  noteInk: string;
  noteInkSoft: string;
  /** The reader's own two colours stand for all of them. */
  forced: boolean;
}

/** The colours of one note. */
export interface NoteColours {
  fill: string;
  edge: string;
  ink: string;
  inkSoft: string;
}

/** Reads the room's colours off the page. */
export function readColours(element: Element): RoomColours {
  if (matchMedia('(forced-colors: active)').matches) {
    const [ground, text] = ['Canvas', 'CanvasText'];
    return {
      wall: ground,
      ink: text,
      focus: text,
      accent: text,
      noteInk: text,
      noteInkSoft: text,
      forced: true,
    };
  }
  const style = getComputedStyle(element);
  const of = (name: string) => style.getPropertyValue(name).trim();
  return {
    wall: of('--wall'),
    ink: of('--ink'),
    focus: of('--focus'),
    accent: of('--accent'),
    noteInk: of('--note-ink'),
    noteInkSoft: of('--note-ink-soft'),
    forced: false,
  };
}

export function coloursOf(room: RoomColours, look: RoundLook, dimmed: boolean): NoteColours {
  if (room.forced) return { fill: room.wall, edge: room.ink, ink: room.ink, inkSoft: room.ink };
  if (!dimmed) return { fill: look.fill, edge: look.border, ink: room.noteInk, inkSoft: room.noteInkSoft };
  const ink = mixed(room.noteInk, 0.45, room.wall);
  return {
    fill: mixed(look.fill, 0.3, room.wall),
    edge: mixed(look.border, 0.35, room.wall),
    ink,
    inkSoft: ink,
  };
}

/** Calls back when the page's look changes. @returns what stops it */
export function watchLook(changed: () => void): () => void {
  const theme = new MutationObserver(changed);
  theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] });
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) =>
    matchMedia(query),
  );
  for (const query of queries) query.addEventListener('change', changed);
  return () => {
    theme.disconnect();
    for (const query of queries) query.removeEventListener('change', changed);
  };
}

/** As `color-mix(in srgb, …)` mixes two colours given as #rrggbb. */
export function mixed(colour: string, part: number, into: string): string {
  const [a, b] = [channels(colour), channels(into)];
  if (!a || !b) return colour;
  return `rgb(${a.map((value, index) => Math.round(value * part + b[index]! * (1 - part))).join(' ')})`;
}

function channels(colour: string): number[] | null {
  const hex = /^#([0-9a-f]{6})$/i.exec(colour)?.[1];
  return hex ? [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) : null;
}
