/**
 * Where the parts of a note stand, read once off a note that the browser laid out. So what is painted agrees with what
 * is mounted, whatever the browser makes of half pixels and of a typeface's heights.
 */

import css from '../surface/surface.module.css';
import { SIZES } from './fitText.ts';
import { make } from './NoteLayer.ts';

/** World units, from the note's top left corner. */
export interface NoteGeometry {
  border: number;
  /** The band's lower edge, with its line. */
  bandEnd: number;
  textLeft: number;
  textRight: number;
  /** The first line's baseline, by type size; lines are 1.2 sizes apart. */
  baselines: ReadonlyMap<number, number>;
  footLeft: number;
  footRight: number;
  numberBaseline: number;
  levelBaseline: number;
  family: string;
}

/** Lays out a note for every type size, out of sight, and reads it. */
export function readGeometry(host: HTMLElement): NoteGeometry {
  const stage = make('div', css.stage!);
  const notes = SIZES.map((size) => {
    const note = make('div', css.note!);
    const band = make('div', css.band!);
    const text = make('p', css.text!);
    const foot = make('div', css.foot!);
    const number = make('span', '');
    const level = make('span', css.level!);
    text.style.fontSize = `${size}px`;
    const marks = [text, number, level].map((line) => {
      const mark = make('i', css.baseline!);
      line.append(mark, 'x');
      return mark;
    });
    foot.append(number, level);
    note.append(band, text, foot);
    stage.append(note);
    return { note, band, text, foot, marks };
  });
  host.append(stage);
  const bottom = (element: HTMLElement, note: HTMLElement) =>
    element.getBoundingClientRect().bottom - note.getBoundingClientRect().top;
  const { note, band, text, foot, marks } = notes[0]!;
  const { left, width } = note.getBoundingClientRect();
  const inText = text.getBoundingClientRect();
  const inFoot = getComputedStyle(foot);
  const border = (width - foot.getBoundingClientRect().width) / 2;
  const geometry: NoteGeometry = {
    border,
    bandEnd: bottom(band, note),
    textLeft: inText.left - left,
    textRight: inText.right - left,
    baselines: new Map(
      SIZES.map((size, index) => [size, bottom(notes[index]!.marks[0]!, notes[index]!.note)]),
    ),
    footLeft: border + Number.parseFloat(inFoot.paddingLeft),
    footRight: width - border - Number.parseFloat(inFoot.paddingRight),
    numberBaseline: bottom(marks[1]!, note),
    levelBaseline: bottom(marks[2]!, note),
    family: inFoot.fontFamily,
  };
  stage.remove();
  return geometry;
}
