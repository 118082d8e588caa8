/**
 * The scene that every board shows: the same notes at the same places, looked at and moved in the same way. The pages
 * of the peers are built with this file, so it knows nothing of Node and nothing of ours.
 */

export const NOTE_SIZE = 200;
/** A note and some air. */
const RASTER = 224;
export const WINDOW = { w: 1_280, h: 800 };
/** Kept free around everything, for what a board lays over its edges. */
const AROUND = { w: 40, h: 140 };
/** Notes that are in view where a scenario says "150". */
const SOME = 150;
/** Notes that others move. */
export const MOVED = 100;
/** How often a second each of them is told to be elsewhere. */
export const MOVES_HZ = 20;

export interface SceneNote {
  index: number;
  x: number;
  y: number;
  text: string;
  /** 1 to 4: one of four colours. */
  colour: number;
}

export const columnsOf = (notes: number): number => Math.ceil(Math.sqrt(notes * 1.6));

/** How far a scene of so many notes reaches, from 0, 0. */
export function extentOf(notes: number): { w: number; h: number } {
  const columns = columnsOf(notes);
  return { w: columns * RASTER, h: Math.ceil(notes / columns) * RASTER };
}

/** All notes, row by row. */
export function sceneOf(notes: number): SceneNote[] {
  const columns = columnsOf(notes);
  return Array.from({ length: notes }, (_, index) => ({
    index,
    x: (index % columns) * RASTER,
    y: Math.floor(index / columns) * RASTER,
    text: `${PHRASES[index % PHRASES.length]} (${index})`,
    colour: 1 + ((index * 7 + Math.floor(index / columns)) % 4),
  }));
}

/** The zooms of a scene: notes at their own size, about 150 in view, all in view. */
export function zoomsOf(notes: number): { near: number; some: number; all: number } {
  const { w, h } = extentOf(notes);
  return {
    near: 1,
    some: Math.sqrt((WINDOW.w * WINDOW.h) / SOME) / RASTER,
    all: Math.min((WINDOW.w - AROUND.w) / w, (WINDOW.h - AROUND.h) / h),
  };
}

/** The notes that others move: those nearest the middle, so that they are in view at every zoom but the nearest. */
export function movedOf(notes: number): SceneNote[] {
  const { w, h } = extentOf(notes);
  const distance = ({ x, y }: SceneNote) => Math.hypot((x - w / 2) / 1.6, y - h / 2);
  return sceneOf(notes)
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, MOVED);
}

/** Where a note that others move is after so many ms: it goes in a circle around its place, each out of step. */
export function orbitOf({ index, x, y }: SceneNote, ms: number): { x: number; y: number } {
  const angle = (ms / 2_000) * 2 * Math.PI + index;
  return { x: Math.round(x + 120 * Math.sin(angle)), y: Math.round(y + 120 * Math.cos(angle)) };
}

/** About 45 characters each. */
const PHRASES = [
  'La lærlingene fortelle om en vanlig tirsdag',
  'Én å ringe til den første uka i ny jobb',
  'Buss som går etter at praksisen er slutt',
  'Foreldrekveld på en arbeidsplass i mars',
  'Hele stillinger, også til dem som er nye',
  'Prøv yrket en dag før du må velge linje',
  'Hybel i gangavstand, også i småkommuner',
  'Lønnsslipp på tavla, så alle vet hva vi får',
];
